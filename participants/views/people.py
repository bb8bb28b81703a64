"""Participants: list and export, registering, one person's page, signing up, leaving."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, posted, press
from mixen.sheets import Sheet, csv_response, xlsx_response
from participants import actions
from participants.actions.claims import left_to_claim
from participants.doubles.pairs import number_of_pairs, pairs_of
from participants.export import export_sheet
from participants.filters import ParticipantFilter
from participants.forms import AmbassadorForm, ChangeForm, RegisterForm, StopForm
from participants.models import ConsentText, Participant, Status
from participants.models.participant import TAKES_PART
from participants.models.wish import MAY_WISH
from participants.personal import may_stop
from participants.visibility import sees_contact, sees_private, sees_women_only
from projects.models import ClaimKind, Project
from projects.permissions import Permission, may, project_view

KEPT_QUIET = ["participants.keep_from_matching", "participants.match_again"]
PAGE_SIZE = 25
SHOWN_MOODS = 3
# What the page of somebody shows to who leads the project, beside how to reach them.
PRIVATE_READ = ["street", "country", "notes", "consents"]


def _filtered(request: MemberRequest, project: Project) -> ParticipantFilter:
    rows = project.participants.with_person().with_attendance().in_order_of_name()
    return ParticipantFilter(project, request.GET or None, rows)


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def people(request: MemberRequest, project: Project) -> HttpResponse:
    """The participants, filtered, sorted and in pages."""
    found = _filtered(request, project)
    page = Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    context = {
        "project": project,
        "tab": "participants",
        "filter": found,
        "page_obj": page,
        "narrowed": any(value for key, value in request.GET.items() if key != "bladzijde"),
        "may_register": may(request.user, Permission.REGISTER, project),
        "may_export": may(request.user, Permission.EXPORT_PARTICIPANTS, project),
        "doubles": number_of_pairs(project, request.user)
        if may(request.user, Permission.MANAGE_PARTICIPANTS, project)
        else 0,
    }
    return render(request, "participants/list.html", context)


@require_safe
@project_view(Permission.EXPORT_PARTICIPANTS)
def export(request: MemberRequest, project: Project, kind: str) -> HttpResponse:
    """The filtered list as CSV or XLSX; who exported what is recorded."""
    sheet: Sheet = export_sheet(_filtered(request, project).qs)
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=project, fields=sheet.header, detail=kind)
    name = f"deelnemers-{project.slug}"
    if kind == "csv":
        return csv_response(name, sheet)
    if kind == "xlsx":
        return xlsx_response(name, [sheet])
    raise Http404


@project_view(Permission.REGISTER)
def register(request: MemberRequest, project: Project) -> HttpResponse:
    """Note somebody's interest."""
    form = RegisterForm(project, posted(request))
    if request.method == "POST":
        participant = form.carry_out(
            lambda: actions.register(
                project=project,
                side=form.cleaned_data["side"],
                person=form.person_fields(),
                part=form.part_fields(),
                key=form.cleaned_data["key"],
                by=request.user,
            )
        )
        if participant:
            messages.success(request, _("%(name)s is aangemeld.") % {"name": participant.person.goes_by})
            return redirect(participant)
    return _form_page(
        request,
        project,
        form,
        _("Iemand aanmelden"),
        _("Aanmelden"),
        reverse("participants:list", args=[project.slug]),
    )


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def person(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One participant; what the reader may not see of them is left out."""
    participant = _participant(project, pk)
    if participant.forgotten_on:
        context = {"project": project, "tab": "participants", "participant": participant}
        return render(request, "participants/forgotten.html", context)
    manages = may(request.user, Permission.MANAGE_PARTICIPANTS, project)
    contact, private = sees_contact(request.user, participant), sees_private(request.user, participant)
    if contact or private:
        fields = ["phone", "email", "mood", *(PRIVATE_READ if private else [])]
        record(by=request.user, kind=AuditEvent.Kind.READ, about=participant.person, fields=fields)
    claims = may(request.user, Permission.SUBMIT_CLAIM, project) and participant.status in TAKES_PART
    context = {
        "may_claim": claims and not project.books_closed_at,
        "left": {kind.label: left_to_claim(participant, kind) for kind in ClaimKind} if claims else {},
        "project": project,
        "tab": "participants",
        "participant": participant,
        "person": participant.person,
        "sees_contact": contact,
        "sees_private": private,
        "sees_trail": may(request.user, Permission.MANAGE_CITY),
        "sees_women_only": sees_women_only(request.user, participant),
        "attendances": participant.attendances.select_related("meeting").order_by("meeting__starts_at"),
        "consents": participant.consents.all() if private else [],
        "consent_kinds": ConsentText.Kind.choices if contact and not private else [],
        "signature": participant.signatures.first() if private else None,
        "moods": participant.moods.select_related("noted_by")[:SHOWN_MOODS] if contact else [],
        "wish": participant.stop_wishes.filter(handled_at__isnull=True).first() if contact else None,
        "may_stop": may_stop(participant),
        "helper_wish": participant.ambassador_wishes.select_related("noted_by").first(),
        "may_wish": participant.status in MAY_WISH and may(request.user, Permission.MAKE_CALLS, project),
        "history": _history(participant) if private else [],
        "ambassador_form": AmbassadorForm(project, participant),
        "may_manage": manages,
        "may_answer_for_data": may(request.user, Permission.ANSWER_FOR_DATA, project),
        "doubles": pairs_of(project, request.user, about=participant) if manages else [],
        "may_sign_up": may(request.user, Permission.REGISTER, project)
        and participant.status in {Status.INTERESTED, Status.STOPPED},
        "may_complete": may(request.user, Permission.ISSUE_CERTIFICATES, project)
        and participant.may_become(Status.COMPLETED),
    }
    return render(request, "participants/person.html", context)


def _history(participant: Participant) -> Any:
    """What happened, without that somebody is kept from being matched: that is the coordinator's alone."""
    rows = participant.history.exclude(history_change_reason__in=KEPT_QUIET)
    return rows.select_related("history_user")[:30]


@project_view(Permission.MANAGE_PARTICIPANTS)
def change(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Change what was registered."""
    participant = _participant(project, pk)
    if request.method == "GET":
        fields = ["phone", "email", "street", "country", "notes"]
        record(by=request.user, kind=AuditEvent.Kind.READ, about=participant.person, fields=fields)
    form = ChangeForm(project, posted(request), participant)
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_person(
            participant=participant, person=form.person_fields(), part=form.part_fields(), by=request.user
        )
    ):
        messages.success(request, _("De gegevens zijn opgeslagen."))
        return redirect(participant)
    return _form_page(request, project, form, participant.person.name, _("Opslaan"), participant.get_absolute_url())


@project_view(Permission.MANAGE_PARTICIPANTS)
def withdraw(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Somebody leaves the project."""
    participant = _participant(project, pk)
    form = StopForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.withdraw(participant=participant, reason=form.cleaned_data["reason"], by=request.user)
    ):
        messages.success(request, _("%(name)s is afgemeld.") % {"name": participant.person.goes_by})
        return redirect(participant)
    title = _("%(name)s afmelden") % {"name": participant.person.goes_by}
    return _form_page(request, project, form, title, _("Afmelden"), participant.get_absolute_url())


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def come_back(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Somebody who stopped wants to take part again."""
    participant = _participant(project, pk)
    press(
        request,
        lambda: actions.return_to_project(participant=participant, by=request.user),
        _("Welkom terug. Schrijf deze deelnemer opnieuw in."),
    )
    return redirect(participant)


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def assign(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Say which ambassador keeps contact."""
    participant = _participant(project, pk)
    form = AmbassadorForm(project, participant, request.POST)
    done: Any = form.carry_out(
        lambda: actions.assign_ambassador(
            participant=participant, ambassador=form.cleaned_data["ambassador"], by=request.user
        )
    )
    if done:
        messages.success(request, _("De ambassadeur is opgeslagen."))
    else:
        messages.error(request, form.above or _("Kies een ambassadeur uit het team."))
    return redirect(participant)


def _participant(project: Project, pk: int) -> Participant:
    return get_object_or_404(project.participants.with_person().select_related("project"), pk=pk)


def _form_page(
    request: MemberRequest, project: Project, form: OurForm, title: str, submit: str, back: str
) -> HttpResponse:
    context = {"project": project, "tab": "participants", "form": form, "title": title, "submit": submit, "back": back}
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
