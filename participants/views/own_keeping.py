"""What somebody says and asks on their own page about what is kept of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mixen.errors import DomainError
from mixen.languages import READING_LANGUAGES
from participants import actions
from participants.models import DataRequest, Participant
from participants.own_page import personal_view, press_own, show
from participants.staying import is_asked, kept_until


@personal_view
def stay(request: HttpRequest, participant: Participant) -> HttpResponse:
    """Do you want to stay on the list? Yes, or take me off; the latter asks once more, as it cannot be undone."""
    if not is_asked(participant):
        raise Http404
    answer = request.POST.get("answer", "")
    if request.method == "POST" and answer == "yes":
        return press_own(request, participant, lambda: actions.say_staying(participant=participant, by=None), "blijft")
    if request.method == "POST" and answer == "remove-for-sure":
        return _remove(request, participant)
    until = kept_until(participant)
    sure = request.method == "POST" and answer == "remove"
    return show(request, participant, "participants/own/stay.html", until=until, sure=sure)


def _remove(request: HttpRequest, participant: Participant) -> HttpResponse:
    """Erased: from here on there is no page of theirs, so this answer is the last thing they see."""
    reading = READING_LANGUAGES[participant.person.language]
    try:
        actions.leave_list(participant=participant, by=None)
    except DomainError as error:
        return show(request, participant, "participants/own/refused.html", status=422, message=error.message)
    return render(request, "participants/own/removed.html", {"reading": reading})


@personal_view
def ask(request: HttpRequest, participant: Participant, kind: str) -> HttpResponse:
    """I want everything you keep of me, or: erase me. The coordinator does it; a link may be in other hands."""
    if kind not in DataRequest.Kind.values:
        raise Http404
    if request.method == "POST":
        return press_own(
            request,
            participant,
            lambda: actions.ask_about_own_data(participant=participant, kind=kind, by=None),
            "gevraagd",
        )
    texts = {
        DataRequest.Kind.COPY: (
            _("Al mijn gegevens"),
            _("Je krijgt alles wat we over je bewaren. De coördinator geeft het aan jou, binnen vier weken."),
            _("Vraag mijn gegevens"),
        ),
        DataRequest.Kind.ERASE: (
            _("Al mijn gegevens wissen"),
            _("We wissen dan alles over jou. Je doet niet meer mee. De coördinator belt of mailt je eerst."),
            _("Vraag om te wissen"),
        ),
    }
    title, lead, submit = texts[DataRequest.Kind(kind)]
    return show(request, participant, "participants/own/ask.html", title=title, lead=lead, submit=submit)
