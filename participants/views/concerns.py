"""Concerns: everybody of the team can report one; the coordinator alone reads and handles them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record, record_each
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, posted, press
from participants import actions
from participants.concern_readers import named_readers
from participants.filters import ConcernFilter
from participants.forms import ConcernForm, MatchAgainForm, NamePeopleForm, StepForm
from participants.models import Concern, Participant, Status
from projects.models import Project
from projects.permissions import Permission, may, project_view

PAGE_SIZE = 50
OWN_SHOWN = 10


@project_view(Permission.REPORT_CONCERN)
def report(request: MemberRequest, project: Project) -> HttpResponse:
    """Report a concern; ``over`` and ``waar`` say about whom and where, ``terug`` to which page one goes back."""
    form = ConcernForm(project, _asked_people(request, project), _asked_place(request), posted(request))
    back = _asked_page(request, project)
    if request.method == "POST" and form.carry_out(
        lambda: actions.report_concern(project=project, by=request.user, **form.report())
    ):
        messages.success(request, _("Dank je wel. Je melding is bij de coördinator."))
        return redirect(back)
    handles = may(request.user, Permission.HANDLE_CONCERNS, project)
    own = [] if handles else list(project.concerns.filter(reported_by=request.user)[:OWN_SHOWN])
    record_each(by=request.user, kind=AuditEvent.Kind.READ, about=own, fields=["concern"])
    context = {
        "project": project,
        "form": form,
        "back": back,
        "handles": handles,
        "own": own,
        "readers": named_readers(project),
    }
    return render(request, "participants/concern_report.html", context, status=422 if form.errors else 200)


def _asked_people(request: MemberRequest, project: Project) -> list[Participant]:
    numbers = [one for one in request.GET.get("over", "").split(",")[:8] if one.isascii() and one.isdecimal()]
    return list(project.participants.filter(pk__in=[one for one in numbers if len(one) < 18]))


def _asked_place(request: MemberRequest) -> str:
    where = request.GET.get("waar", "")
    return where if where in Concern.Where.values else Concern.Where.OTHER


def _asked_page(request: MemberRequest, project: Project) -> str:
    """A page of this project that was asked for, else its first page."""
    asked, first = request.GET.get("terug", ""), project.get_absolute_url()
    return asked if asked.startswith(first) and url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else first


@require_safe
@project_view(Permission.HANDLE_CONCERNS)
def concerns(request: MemberRequest, project: Project) -> HttpResponse:
    """The concerns, the open ones first. What they say and about whom stands on the page of each."""
    found = ConcernFilter(request.GET or None, project.concerns.with_people().open_first())
    context = {
        "project": project,
        "tab": "concerns",
        "filter": found,
        "page_obj": Paginator(found.qs, PAGE_SIZE).get_page(request.GET.get("bladzijde")),
    }
    return render(request, "participants/concerns.html", context)


@project_view(Permission.HANDLE_CONCERNS)
def concern(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """One concern: what was said, about whom, what was done; and noting what was done now."""
    row = _concern(project, pk)
    form = StepForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.note_step(concern=row, what=form.cleaned_data["what"], by=request.user)
    ):
        messages.success(request, _("De stap is opgeschreven."))
        return _back_to(row)
    record(by=request.user, kind=AuditEvent.Kind.READ, about=row, fields=["concern"])
    people = list(row.about.select_related("person").in_order_of_name())
    context = {
        "project": project,
        "tab": "concerns",
        "concern": row,
        "people": people,
        "coupled": any(one.status == Status.COUPLED for one in people),
        "steps": row.steps.select_related("done_by"),
        "form": form,
    }
    return render(request, "participants/concern.html", context, status=422 if form.errors else 200)


@project_view(Permission.HANDLE_CONCERNS)
def people(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Say whom it is about, when who reported it did not."""
    row = _concern(project, pk)
    form = NamePeopleForm(row, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.name_people(concern=row, about=list(form.cleaned_data["about"]), by=request.user)
    ):
        messages.success(request, _("Het staat erbij."))
        return _back_to(row)
    return _form_page(request, row, form, _("Over wie gaat deze zorg?"), _("Opslaan"))


@require_POST
@project_view(Permission.HANDLE_CONCERNS)
def close(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """What could be done was done."""
    row = _concern(project, pk)
    press(request, lambda: actions.close_concern(concern=row, by=request.user), _("De zorg is afgesloten."))
    return _back_to(row)


@require_POST
@project_view(Permission.HANDLE_CONCERNS)
def keep(request: MemberRequest, project: Project, pk: int, participant_pk: int) -> HttpResponse:
    """Somebody is not coupled for now."""
    row, participant = _concern(project, pk), _participant(project, participant_pk)
    press(
        request,
        lambda: actions.keep_from_matching(concern=row, participant=participant, by=request.user),
        _("%(name)s wordt voorlopig niet gekoppeld.") % {"name": participant.person.goes_by},
    )
    return _back_to(row)


@project_view(Permission.HANDLE_CONCERNS)
def again(request: MemberRequest, project: Project, pk: int, participant_pk: int) -> HttpResponse:
    """Somebody may be coupled again."""
    row, participant = _concern(project, pk), _participant(project, participant_pk)
    form = MatchAgainForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.match_again(
            concern=row, participant=participant, why=form.cleaned_data["why"], by=request.user
        )
    ):
        messages.success(request, _("%(name)s kan weer gekoppeld worden.") % {"name": participant.person.goes_by})
        return _back_to(row)
    title = _("%(name)s weer laten koppelen") % {"name": participant.person.goes_by}
    return _form_page(request, row, form, title, _("Weer laten koppelen"))


def _concern(project: Project, pk: int) -> Concern:
    return get_object_or_404(project.concerns.with_people(), pk=pk)


def _participant(project: Project, pk: int) -> Participant:
    return get_object_or_404(project.participants.select_related("person"), pk=pk)


def _back_to(row: Concern) -> HttpResponse:
    return redirect("participants:concern", row.project.slug, row.pk)


def _form_page(request: MemberRequest, row: Concern, form: OurForm, title: str, submit: str) -> HttpResponse:
    context = {
        "project": row.project,
        "tab": "concerns",
        "form": form,
        "title": title,
        "submit": submit,
        "back": reverse("participants:concern", args=[row.project.slug, row.pk]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
