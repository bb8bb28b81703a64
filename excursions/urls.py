from django.urls import path, register_converter

from excursions.papers import LARGE, ON_SCREEN, PRINTED
from excursions.views import booklets, costs, guiding, own, places, programme, strips, visits

app_name = "excursions"


class PaperKind:
    """The files a booklet is made as; another word is an address that does not exist."""

    regex = "|".join([*PRINTED, ON_SCREEN, LARGE])

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Direction(PaperKind):
    """Earlier or later."""

    regex = "omhoog|omlaag"


register_converter(PaperKind, "booklet_paper")
register_converter(Direction, "strip_direction")

P = "projecten/<slug:slug>/"
B = f"{P}programma/strippenboekje/"
E = f"{P}programma/excursies/"
urlpatterns = [
    path(f"{P}programma/", programme.programme, name="programme"),
    path(B, booklets.choose, name="booklet_new"),
    path(f"{B}<int:pk>/", booklets.booklet, name="booklet"),
    path(f"{B}<int:pk>/strippenboekje-<booklet_paper:kind>.pdf", booklets.paper, name="booklet_pdf"),
    path(f"{B}<int:pk>/volgorde/", booklets.order, name="booklet_order"),
    path(f"{B}<int:pk>/gedrukt/", booklets.printed, name="booklet_printed"),
    path(f"{B}strip/<int:pk>/<strip_direction:direction>/", booklets.move, name="strip_move"),
    path(f"{P}programma/plekken/", places.places, name="places"),
    path(f"{P}programma/plekken/plekken.csv", places.export, {"kind": "csv"}, name="places_csv"),
    path(f"{P}programma/plekken/plekken.xlsx", places.export, {"kind": "xlsx"}, name="places_xlsx"),
    path(f"{P}programma/plekken/nieuw/", places.add, name="place_new"),
    path(f"{P}programma/plekken/<int:pk>/", places.change, name="place"),
    path(f"{P}programma/plekken/<int:pk>/foto.jpg", places.picture, name="place_picture"),
    path(f"{P}programma/excursie/", programme.new_excursion, name="excursion_new"),
    path(f"{E}<int:pk>/", programme.excursion, name="excursion"),
    path(f"{E}<int:pk>/aanpassen/", programme.change_excursion, name="excursion_edit"),
    path(f"{E}<int:pk>/gaat-niet-door/", programme.cancel_excursion, name="excursion_cancel"),
    path(f"{E}<int:pk>/inschrijven/", programme.sign_up, name="sign_up"),
    path(f"{E}<int:pk>/wie-is-er/", guiding.attendance, name="attendance"),
    path(f"{E}<int:pk>/wie-is-er/anderen-niet/", guiding.rest_absent, name="rest_absent"),
    path(f"{E}<int:pk>/tekenlijst.pdf", guiding.sign_in, name="sign_in"),
    path(f"{E}<int:pk>/kosten/", costs.costs, name="costs"),
    path(f"{E}<int:pk>/kosten/iedereen/", costs.pay_all, name="pay_all"),
    path(f"{E}<int:pk>/kosten/boeken/", costs.book, name="book"),
    path(f"{P}programma/inschrijvingen/<int:pk>/afzeggen/", programme.cancel, name="cancel"),
    path(f"{P}programma/inschrijvingen/<int:pk>/mee/", guiding.attended, name="attended"),
    path(f"{P}programma/bezoeken/", visits.visits, name="visits"),
    path(f"{P}programma/bezoeken/vragen/", visits.ask, name="visit_ask"),
    path(f"{P}programma/bezoeken/<int:pk>/", visits.visit, name="visit"),
    path(f"{P}programma/bezoeken/<int:pk>/dag/", visits.arrange, name="visit_arrange"),
    path(f"{P}programma/bezoeken/<int:pk>/verteld/", visits.told, name="visit_told"),
    path(f"{P}programma/bezoeken/<int:pk>/geweest/", visits.done, name="visit_done"),
    path(f"{P}programma/bezoeken/<int:pk>/afzeggen/", visits.call_off, name="visit_off"),
    path(f"{P}koppels/<int:pk>/strippen/", strips.strips, name="strips"),
    path(f"{P}koppels/<int:pk>/strippen/<int:use_pk>/weg/", strips.take_back, name="strip_take_back"),
    path("mijn/<slug:token>/excursie/<int:pk>/mee/", own.go_along, name="personal_go"),
    path("mijn/<slug:token>/excursie/<int:pk>/afzeggen/", own.cancel, name="personal_cancel"),
    path("mijn/<slug:token>/strip/<int:pk>/geweest/", own.been, name="personal_strip"),
    path("mijn/<slug:token>/strip/<int:pk>/bezoek/", own.visit, name="personal_visit"),
    path("mijn/<slug:token>/strip/<int:pk>/weg/", own.not_been, name="personal_strip_back"),
]
