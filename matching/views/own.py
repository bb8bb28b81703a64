"""What somebody in a couple does on their own page. Who is in none finds no such page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matching import actions
from matching.appointments import coming
from matching.forms import NextForm, OwnOutingForm
from matching.models import CoupleMember
from matching.personal import membership_of
from matching.reminders import appointment_event
from mixen.calendar_file import FILE_NAME, TYPE, calendar_file
from mixen.forms import posted
from mixen.sheets import download
from participants.models import Participant
from participants.own_page import back_home, personal_view, press_own, show_form
from projects.forms import moment

View = Callable[..., HttpResponse]


def member_view(view: View) -> View:
    """``personal_view`` for who is in a couple now."""

    @wraps(view)
    def wrapped(request: HttpRequest, participant: Participant, **kwargs: Any) -> HttpResponse:
        own = membership_of(participant)
        if own is None:
            raise Http404
        return view(request, participant, own, **kwargs)

    return personal_view(wrapped)


@member_view
@require_POST
def met(request: HttpRequest, participant: Participant, own: CoupleMember) -> HttpResponse:
    """We saw each other today, as always: one tap."""
    return press_own(
        request,
        participant,
        lambda: actions.note_met_as_always(couple=own.couple, told_by=participant, by=None),
        lambda news: "gezien" if news else "al-genoteerd",
    )


@member_view
def outing(request: HttpRequest, participant: Participant, own: CoupleMember) -> HttpResponse:
    """Note a meeting: when, how long and what."""
    form = OwnOutingForm(own.couple, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.log_outing(couple=own.couple, told_by=participant, by=None, **form.outing())
    ):
        return back_home(participant, "ontmoeting")
    title, submit = _("Een ontmoeting opschrijven"), _("Opschrijven")
    return show_form(request, participant, form, title=title, submit=submit)


@member_view
@require_POST
def remove_outing(request: HttpRequest, participant: Participant, own: CoupleMember, pk: int) -> HttpResponse:
    """Take back what I told by mistake; asked again, it is gone already."""
    mistake = own.couple.outings.filter(pk=pk, told_by=participant).first()
    if mistake is None and own.couple.outings.filter(pk=pk).exists():
        raise Http404

    def deed() -> None:
        if mistake:
            actions.remove_outing(outing=mistake, by=None)

    return press_own(request, participant, deed, "weggehaald")


@member_view
def appointment(request: HttpRequest, participant: Participant, own: CoupleMember) -> HttpResponse:
    """When and where we meet next."""
    form = NextForm(own.couple, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.note_next_appointment(
            couple=own.couple,
            at=moment(form.cleaned_data["day"], form.cleaned_data["at"]),
            place=form.cleaned_data["place"],
            by=None,
        )
    ):
        return back_home(participant, "afspraak")
    title, submit = _("Onze volgende afspraak"), _("Afspraak opslaan")
    return show_form(request, participant, form, title=title, submit=submit)


@require_safe
@member_view
def calendar(request: HttpRequest, participant: Participant, own: CoupleMember) -> HttpResponse:
    """The next appointment for the calendar of a phone."""
    found = coming(own.couple)
    event = appointment_event(own.couple, found.field, participant) if found else None
    if event is None:
        raise Http404
    return download(calendar_file(event), FILE_NAME, TYPE)


@member_view
@require_POST
def going_on(request: HttpRequest, participant: Participant, own: CoupleMember) -> HttpResponse:
    """Whether I want three months more."""
    if request.POST.get("wants") not in {"1", "0"} or not own.couple.can_be_extended:
        raise Http404
    wants = request.POST["wants"] == "1"
    return press_own(request, participant, lambda: actions.say_going_on(member=own, wants=wants, by=None), "doorgaan")
