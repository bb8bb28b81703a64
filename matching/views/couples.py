"""Couples: list, making by hand, the proposal, one couple's page."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matching import actions
from matching.appointments import coming
from matching.filters import CoupleFilter
from matching.forms import AppointmentForm, CoupleForm, EndForm, JoinForm, OutingForm
from matching.models import Couple, Outing
from matching.seen import seen_on
from matching.timeline import timeline_of
from mixen.accounts.audit import record, refuse
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, posted, press
from participants.models import Participant
from participants.visibility import sees_contact
from projects.forms import moment
from projects.models import Meeting, Project
from projects.permissions import Permission, may, project_view

PAGE_SIZE = 50


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def couples(request: MemberRequest, project: Project) -> HttpResponse:
    """The couples with their meetings and hours."""
    rows = project.couples.with_members().with_pauses().with_outings()
    found = CoupleFilter(project, request.GET or None, rows)
    page_obj = Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    seen = seen_on(page_obj)
    context = {
        "project": project,
        "tab": "couples",
        "filter": found,
        "page_obj": page_obj,
        "rows": [{"couple": couple, "seen": seen.get(couple.pk)} for couple in page_obj],
        "unmatched": project.participants.unmatched().count(),
        "mix": _next_mix(project),
        "may_make": may(request.user, Permission.MAKE_COUPLES, project),
        "may_log": may(request.user, Permission.LOG_OUTINGS, project),
    }
    return render(request, "matching/list.html", context)


def _next_mix(project: Project) -> Meeting | None:
    """The mix meeting to go to: today's or the next one, else the last."""
    mixes = project.meetings.of_kind(Meeting.Kind.MIX)
    return _coming_mix(project) or mixes.order_by("starts_at").last()


def _coming_mix(project: Project) -> Meeting | None:
    mixes = project.meetings.of_kind(Meeting.Kind.MIX)
    return mixes.filter(starts_at__gte=timezone.localtime().replace(hour=0, minute=0)).order_by("starts_at").first()


@project_view(Permission.MAKE_COUPLES)
def make(request: MemberRequest, project: Project) -> HttpResponse:
    """Make a couple by hand."""
    form = CoupleForm(project, posted(request), _wanted(request, project))
    if request.method == "POST":
        couple = form.carry_out(
            lambda: actions.form_couple(
                project=project,
                old=form.cleaned_data["old"],
                new=list(form.cleaned_data["new"]),
                meeting=form.cleaned_data["meeting"],
                on=_day(form.cleaned_data["meeting"]),
                ambassador=form.cleaned_data["ambassador"],
                again=form.cleaned_data["again"],
                by=request.user,
            )
        )
        if couple:
            messages.success(request, _("%(couple)s zijn een koppel.") % {"couple": couple.title})
            return redirect("matching:appointment", project.slug, couple.pk)
    back = reverse("matching:list", args=[project.slug])
    return _page(request, project, form, _("Koppel maken"), _("Koppel maken"), back)


def _wanted(request: MemberRequest, project: Project) -> Participant | None:
    """Who is to be coupled again, from the page of a couple that stopped."""
    number = request.GET.get("deelnemer", "")
    known = number.isascii() and number.isdecimal() and len(number) < 18
    return project.participants.unmatched().filter(pk=number).first() if known else None


def _day(meeting: Meeting | None) -> date:
    """A couple exists from the meeting it was formed at, or from today."""
    today = timezone.localdate()
    return min(meeting.day, today) if meeting else today


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def couple(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One couple: who, first appointment, outings, history."""
    row = _couple(project, pk)
    may_log = may(request.user, Permission.LOG_OUTINGS, project)
    private = may(request.user, Permission.VIEW_PRIVATE, project)
    # The history of the couple says to who leads why it ended, in somebody's own words.
    fields = ["phone", *(["notes"] if private and row.end_note else [])]
    people = []
    for member in row.current_members:
        contact = sees_contact(request.user, member.participant)
        if contact:
            record(by=request.user, kind=AuditEvent.Kind.READ, about=member.participant.person, fields=fields)
        people.append({"member": member, "participant": member.participant, "contact": contact})
    outings = list(row.outings.select_related("logged_by", "told_by__person"))
    may_make = may(request.user, Permission.MAKE_COUPLES, project)
    context = {
        "project": project,
        "tab": "couples",
        "couple": row,
        "seen": seen_on([row]).get(row.pk),
        "people": people,
        "numbers": ",".join(str(one.pk) for one in row.people),
        "outings": [{"outing": one, "may_remove": may_log and _may_remove(request, row, one)} for one in outings],
        "appointment": coming(row),
        "timeline": timeline_of(row, outings, private=private),
        "wishes": row.wishes.items() if row.can_be_extended else [],
        "free": [] if row.is_active or not may_make else [one for one in row.people if one.may_be_matched],
        "mix": None if row.is_active else _coming_mix(project),
        "may_end": may(request.user, Permission.END_COUPLES, project),
        "may_log": may_log,
        "may_make": may_make,
    }
    return render(request, "matching/couple.html", context)


@require_safe
@project_view(Permission.VIEW_PARTICIPANTS)
def of_participant(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The couple somebody is in now."""
    goes_out = project.couples.active().filter(members__participant=pk, members__left_on__isnull=True)
    return redirect(get_object_or_404(goes_out))


@project_view(Permission.MAKE_COUPLES)
def appointment(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note the first appointment and read it back."""
    row = _couple(project, pk)
    form = AppointmentForm(row, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.note_first_appointment(
            couple=row,
            at=moment(form.cleaned_data["day"], form.cleaned_data["at"]),
            place=form.cleaned_data["place"],
            confirmed=form.cleaned_data["confirmed"],
            by=request.user,
        )
    ):
        messages.success(request, _("De eerste afspraak staat vast."))
        return redirect(_after_appointment(request, row))
    title = _("Eerste afspraak van %(couple)s") % {"couple": row.title}
    return _page(request, project, form, title, _("Afspraak vastleggen"), _after_appointment(request, row))


def _after_appointment(request: MemberRequest, row: Couple) -> str:
    """Back to the step of the mix meeting it was opened from, else to the couple."""
    if row.meeting_id and request.GET.get("klaar") == str(row.meeting_id):
        return reverse("matching:mix_ready", args=[row.project.slug, row.meeting_id]) + f"#koppel-{row.pk}"
    return row.get_absolute_url()


@project_view(Permission.MAKE_COUPLES)
def join(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """A newcomer joins the couple."""
    row = _couple(project, pk)
    form = JoinForm(project, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.join_couple(couple=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Het koppel is groter geworden."))
        return redirect(row)
    title = _("Iemand erbij: %(couple)s") % {"couple": row.title}
    return _page(request, project, form, title, _("Aan koppel toevoegen"), row.get_absolute_url())


@project_view(Permission.END_COUPLES)
def end(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The couple stops."""
    row = _couple(project, pk)
    form = EndForm(row, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.end_couple(couple=row, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Het koppel is gestopt."))
        return redirect(row)
    title = _("%(couple)s stoppen") % {"couple": row.title}
    return _page(request, project, form, title, _("Koppel stoppen"), row.get_absolute_url())


@project_view(Permission.LOG_OUTINGS)
def outing(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note what the couple did."""
    row = _couple(project, pk)
    form = OutingForm(project, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.log_outing(couple=row, by=request.user, **form.outing())
    ):
        messages.success(request, _("De ontmoeting is genoteerd."))
        return redirect(row)
    title = _("Ontmoeting van %(couple)s") % {"couple": row.title}
    return _page(request, project, form, title, _("Ontmoeting noteren"), row.get_absolute_url())


@require_POST
@project_view(Permission.LOG_OUTINGS)
def remove_outing(request: MemberRequest, project: Project, pk: int, outing_pk: int) -> HttpResponse:
    """Take back an outing noted by mistake."""
    row = _couple(project, pk)
    mistake = get_object_or_404(Outing, couple=row, pk=outing_pk)
    if not _may_remove(request, row, mistake):
        refuse(by=request.user, about=mistake, detail=Permission.MANAGE_PARTICIPANTS.value)
    press(request, lambda: actions.remove_outing(outing=mistake, by=request.user), _("De ontmoeting is weggehaald."))
    return redirect(row)


def _may_remove(request: MemberRequest, couple: Couple, outing: Outing) -> bool:
    """Who leads removes any; an ambassador what they noted themselves or of a couple of their own."""
    if may(request.user, Permission.MANAGE_PARTICIPANTS, couple.project):
        return True
    return request.user.pk in {outing.logged_by_id, couple.ambassador_id}


def _couple(project: Project, pk: int) -> Couple:
    return get_object_or_404(project.couples.with_members().with_pauses().with_outings(), pk=pk)


def _page(request: MemberRequest, project: Project, form: OurForm, title: str, submit: str, back: str) -> HttpResponse:
    context = {"project": project, "tab": "couples", "form": form, "title": title, "submit": submit, "back": back}
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
