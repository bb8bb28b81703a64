"""Inviting people to a meeting, printing the letters, and keeping track of who comes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record_each
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from mixen.sheets import download
from participants import actions
from participants.forms.inviting import AnswerForm, InviteForm
from participants.inviting import Ways, expected, last_heard, to_remind, way_of
from participants.models import Invitation
from participants.papers.letters import letters_pdf
from projects.models import Meeting, Project
from projects.permissions import Permission, may, project_view

STATES = {
    "open": gettext_lazy("Nog geen antwoord"),
    "komt": gettext_lazy("Komt"),
    "komt-niet": gettext_lazy("Komt niet"),
    "brief": gettext_lazy("Brief moet nog weg"),
}


@project_view(Permission.MANAGE_PARTICIPANTS)
def invite(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Who would be invited now and by which way; sending it invites who is ticked."""
    meeting = _meeting(project, pk)
    form = InviteForm(meeting, posted(request))
    if request.method == "POST":
        rows = form.carry_out(
            lambda: actions.invite(meeting=meeting, people=form.cleaned_data["people"], by=request.user)
        )
        if rows:
            messages.success(request, _sent(rows))
            return redirect("participants:invitations", project.slug, pk)
    people = list(form.fields["people"].queryset)  # type: ignore[attr-defined]
    chosen = set(form.data.getlist("people")) if form.is_bound else {str(one.pk) for one in people}  # type: ignore[attr-defined]
    rows = [{"participant": one, "way": way_of(one.person), "chosen": str(one.pk) in chosen} for one in people]
    context = {
        "project": project,
        "tab": "meetings",
        "meeting": meeting,
        "form": form,
        "rows": rows,
        "ways": Ways.of(row["way"] for row in rows),
        "invited": meeting.invitations.count(),
    }
    return render(request, "participants/meeting/invite.html", context, status=422 if form.errors else 200)


def _sent(rows: list[Invitation]) -> str:
    ways = Ways.of(row.way for row in rows)
    said = ngettext("%(count)s mens is uitgenodigd.", "%(count)s mensen zijn uitgenodigd.", len(rows))
    text = said % {"count": len(rows)}
    if ways.paper:
        more = ngettext(
            "%(count)s brief moet nog worden afgedrukt.", "%(count)s brieven moeten nog worden afgedrukt.", ways.paper
        )
        text += " " + more % {"count": ways.paper}
    return text


@require_safe
@project_view(Permission.TICK_ATTENDANCE)
def invitations(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Who was invited, how, and what they answered; with buttons for who answers by phone."""
    meeting = _meeting(project, pk)
    rows = list(meeting.invitations.standing().with_people())
    waiting = {row.pk for row in meeting.invitations.letters(meeting)}
    heard = last_heard(rows)
    state = request.GET.get("stand", "")
    context = {
        "project": project,
        "tab": "meetings",
        "meeting": meeting,
        "rows": [
            {
                "invitation": row,
                "is_behind": heard[row.pk] not in (None, meeting.starts_at),
                "seen": AnswerForm(row).stamp(),
            }
            for row in rows
            if _is_in(state, row, waiting)
        ],
        "states": STATES,
        "state": state,
        "expected": expected(rows),
        "letters": sorted(waiting),
        "to_remind": to_remind(meeting).count(),
        "may_manage": may(request.user, Permission.MANAGE_PARTICIPANTS, project),
        "may_answer": not meeting.has_begun and may(request.user, Permission.MAKE_CALLS, project),
    }
    return render(request, "participants/meeting/invitations.html", context)


def _is_in(state: str, row: Invitation, waiting: set[int]) -> bool:
    if state == "brief":
        return row.pk in waiting
    wanted = {"open": "", "komt": Invitation.Answer.COMING, "komt-niet": Invitation.Answer.NOT_COMING}
    return state not in wanted or row.standing_answer == wanted[state]


@require_POST
@project_view(Permission.MAKE_CALLS)
def answer(request: MemberRequest, project: Project, pk: int, invitation_pk: int) -> HttpResponse:
    """Note what somebody said on the phone."""
    meeting = _meeting(project, pk)
    row = get_object_or_404(meeting.invitations.standing().select_related("participant__person"), pk=invitation_pk)
    page = reverse("participants:invitations", args=[project.slug, pk])
    form = AnswerForm(row, request.POST)
    if not form.is_valid():
        wrong = _("Kies of iemand komt, en vul bij kinderen een getal in van 0 tot en met 12.")
        messages.error(request, form.above or wrong)
        return redirect(f"{page}#uitnodiging-{row.pk}")
    press(
        request,
        lambda: actions.answer_invitation(invitation=row, by=request.user, **form.answer()),
        _("Het antwoord van %(name)s staat erbij.") % {"name": row.participant.person.goes_by},
    )
    return redirect(f"{page}#uitnodiging-{row.pk}")


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def remind(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Ask who gave no answer once more, by message."""
    meeting = _meeting(project, pk)

    def deed() -> None:
        number = actions.remind_invited(meeting=meeting, by=request.user)
        said = ngettext("%(count)s herinnering gaat weg.", "%(count)s herinneringen gaan weg.", number)
        messages.success(request, said % {"count": number})

    press(request, deed, None)
    return redirect("participants:invitations", project.slug, pk)


@require_safe
@project_view(Permission.MANAGE_PARTICIPANTS)
def letters(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The letters that are still to be posted, a page each."""
    meeting = _meeting(project, pk)
    rows = list(meeting.invitations.letters(meeting).with_people().select_related("participant__personal_link"))
    people = [row.participant.person for row in rows]
    record_each(by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=people, fields=["street", "personal_link"])
    return download(letters_pdf(meeting, rows), f"brieven-{meeting.pk}.pdf", "application/pdf", inline=True)


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def posted_letters(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The letters that were on the page are posted; one that came since still waits."""
    meeting = _meeting(project, pk)
    numbers = [int(one) for one in request.POST.getlist("letter") if one.isascii() and one.isdigit() and len(one) < 12]
    press(
        request,
        lambda: actions.note_posted(meeting=meeting, invitations=numbers, by=request.user),
        _("De brieven staan als verstuurd."),
    )
    return redirect("participants:invitations", project.slug, pk)


def _meeting(project: Project, pk: int) -> Meeting:
    return get_object_or_404(project.meetings.select_related("venue", "project"), pk=pk)
