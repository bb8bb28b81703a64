"""What somebody does about excursions and strips on their own page, and the visits they ask for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from excursions import actions
from excursions.forms import OwnVisitForm
from excursions.models import BookletEntry, Excursion, Signup, StripUse
from matching.models import CoupleMember
from matching.personal import membership_of
from matching.views.own import member_view
from mixen.forms import posted
from participants.models import Participant
from participants.own_page import back_home, personal_view, press_own, show_form


@personal_view
@require_POST
def go_along(request: HttpRequest, participant: Participant, pk: int) -> HttpResponse:
    """I go along, or we all do; ``together`` says which."""
    excursion = _coming(participant, pk)
    own = membership_of(participant) if request.POST.get("together") == "1" else None

    def deed() -> list[Signup]:
        known = excursion.signups.listed().filter(participant=participant)
        if own is None and known:
            return list(known)  # tapped twice
        people = own.couple.people if own else [participant]
        return actions.sign_up(excursion=excursion, people=people, couple=own.couple if own else None, by=None)

    def said(made: list[Signup]) -> str:
        if made[0].state == Signup.State.WAITING:
            return "wachtlijst"
        return "samen-mee" if len(made) > 1 else "mee"

    return press_own(request, participant, deed, said)


@personal_view
@require_POST
def cancel(request: HttpRequest, participant: Participant, pk: int) -> HttpResponse:
    """I do not go after all; asked again, I am off the list already."""
    excursion = _coming(participant, pk)

    def deed() -> None:
        for signup in excursion.signups.listed().filter(participant=participant):
            actions.cancel_signup(signup=signup, by=None)

    return press_own(request, participant, deed, "afgezegd")


@member_view
@require_POST
def been(request: HttpRequest, participant: Participant, own: CoupleMember, pk: int) -> HttpResponse:
    """We were there today."""
    entry = _strip(own, pk)

    def deed() -> StripUse:
        today = timezone.localdate()
        return actions.use_strip(entry=entry, couple=own.couple, on=today, told_by=participant, by=None)

    return press_own(request, participant, deed, "strip")


@member_view
@require_POST
def not_been(request: HttpRequest, participant: Participant, own: CoupleMember, pk: int) -> HttpResponse:
    """What I told by mistake; asked again, it is gone already."""
    mistake = own.couple.strip_uses.filter(entry__place=_strip(own, pk).place_id, told_by=participant).first()

    def deed() -> None:
        if mistake:
            actions.take_back_strip(use=mistake, by=None)

    return press_own(request, participant, deed, "strip-weg")


@member_view
def visit(request: HttpRequest, participant: Participant, own: CoupleMember, pk: int) -> HttpResponse:
    """We want to visit a place that receives by appointment; asked already, it is not asked again."""
    place = _strip(own, pk).place
    if not place.by_appointment:
        raise Http404
    if own.couple.visits.not_over().filter(place=place).exists():
        return back_home(participant, "bezoek")
    form = OwnVisitForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.ask_visit(
            project=participant.project,
            place=place,
            couples=[own.couple],
            wished=form.cleaned_data["wished"],
            told_by=participant,
            by=None,
        )
    ):
        return back_home(participant, "bezoek")
    title, submit = _("Een bezoek vragen: %(place)s") % {"place": place.name}, _("Vraag een dag aan")
    return show_form(request, participant, form, title=title, submit=submit)


def _strip(own: CoupleMember, pk: int) -> BookletEntry:
    booklet = own.couple.project.booklets.in_use()
    entries = booklet.entries.select_related("booklet", "place") if booklet else BookletEntry.objects.none()
    return get_object_or_404(entries, pk=pk)


def _coming(participant: Participant, pk: int) -> Excursion:
    return get_object_or_404(participant.project.excursions.upcoming(), pk=pk)
