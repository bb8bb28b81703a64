"""What is kept of people, for who answers for it: handing it over, erasing it, and what goes by itself."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from mixen.sheets import download
from participants import actions, terms
from participants.forms.keeping import EraseForm, StayForm
from participants.models import Claim, DataRequest, Participant
from participants.named_elsewhere import places_naming
from participants.personal_file import zip_of
from participants.retention import plans_for
from participants.staying import is_asked, stay_of, stays_of
from projects.models import Project
from projects.permissions import Permission, city_view, project_view
from projects.views.form_page import form_page

AHEAD = timedelta(days=31)
PAGE_SIZE = 50


def _participant(project: Project, pk: int) -> Participant:
    """Somebody who is remembered; of who was forgotten there is nothing to do."""
    rows = project.participants.remembered().select_related("person", "project")
    return get_object_or_404(rows, pk=pk)


@require_safe
@project_view(Permission.ANSWER_FOR_DATA)
def own_data_file(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """What somebody may ask about their own data, and how long it stays."""
    participant = _participant(project, pk)
    parts = participant.person.participations.remembered().select_related("project").order_by("registered_on")
    stays = {stay.participant: stay for stay in stays_of(parts)}
    context = {
        "project": project,
        "tab": "participants",
        "participant": participant,
        "requests": DataRequest.objects.open().filter(participant__person=participant.person_id),
        "parts": [(part, stays[part.pk]) for part in parts],
        "goes_on": max(stay.goes_on for stay in stays.values()),
    }
    return render(request, "participants/own_data_file.html", context)


@require_safe
@project_view(Permission.ANSWER_FOR_DATA)
def own_data_zip(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Everything in one file. Who took it along is recorded before it is made, so it stands in the file too."""
    participant = _participant(project, pk)
    with_quiet = request.GET.get("meldingen") == "ja"
    detail = "everything, with concerns" if with_quiet else "everything"
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=participant.person, detail=detail)
    content = zip_of(participant.person, with_quiet=with_quiet)
    response = download(content, f"gegevens-deelnemer-{participant.pk}.zip", "application/zip")
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
@project_view(Permission.ANSWER_FOR_DATA)
def request_done(request: MemberRequest, project: Project, pk: int, kind: str) -> HttpResponse:
    """What somebody asked was answered."""
    participant = _participant(project, pk)
    press(
        request,
        lambda: actions.handle_data_request(participant=participant, kind=kind, by=request.user),
        _("Het verzoek is afgehandeld."),
    )
    return redirect("participants:own_data_file", project.slug, participant.pk)


@project_view(Permission.ANSWER_FOR_DATA)
def erase(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Erase somebody: what goes, what stays, and the name typed over."""
    participant = _participant(project, pk)
    form = EraseForm(participant.person, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.erase_person(person=participant.person, by=request.user)
    ):
        messages.success(request, _("Alles over deze deelnemer is gewist. De aantallen en bedragen staan er nog."))
        return redirect("participants:list", project.slug)
    parts = participant.person.participations.remembered().select_related("project").order_by("registered_on")
    context = {
        "project": project,
        "tab": "participants",
        "participant": participant,
        "form": form,
        "parts": parts,
        "coupled": [part for part in parts if part.status == "coupled"],
        "unpaid": Claim.objects.filter(participant__in=parts).unpaid(),
        "named": places_naming(participant.person),
    }
    return render(request, "participants/erase.html", context, status=422 if form.errors else 200)


@project_view(Permission.MANAGE_PARTICIPANTS)
def stay(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Somebody without a buddy was asked by phone whether to stay on the list."""
    participant = _participant(project, pk)
    if not is_asked(participant):
        return redirect(participant)
    form = StayForm(posted(request))

    def deed() -> Any:
        if form.cleaned_data["answer"] == "yes":
            return actions.say_staying(participant=participant, by=request.user)
        return actions.ask_about_own_data(participant=participant, kind=DataRequest.Kind.ERASE, by=request.user)

    if request.method == "POST" and (done := form.carry_out(deed)):
        said = isinstance(done, Participant)
        messages.success(
            request,
            _("Deze deelnemer blijft nog een jaar op de lijst.") if said else _("De coördinator wist deze deelnemer."),
        )
        return redirect(participant)
    goes = stay_of(participant).goes_on
    lead = _("Zonder antwoord wordt alles over deze deelnemer gewist op %(day)s.") % {"day": f"{goes:%d-%m-%Y}"}
    title = _("Wil %(name)s op de lijst blijven?") % {"name": participant.person.goes_by}
    back = participant.get_absolute_url()
    return form_page(request, project, form, title, _("Antwoord opslaan"), back, tab="participants", lead=lead)


@require_safe
@city_view(Permission.MANAGE_CITY)
def rehearsal(request: MemberRequest) -> HttpResponse:
    """What goes in the next run, by name, and what goes in the month after it."""
    today = timezone.localdate()
    now, later = plans_for(today + timedelta(days=1), today + AHEAD)
    done = {one.person for one in now.people}, {one.participant for one in now.parts}
    soon = [one for one in later.people if one.person not in done[0]]
    soon += [one for one in later.parts if one.participant not in done[1] and one.person not in done[0]]
    page = Paginator([*now.people, *now.parts], PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    shown = [*page.object_list, *soon[:PAGE_SIZE]]
    names = {
        part.pk: part
        for part in Participant.objects.filter(pk__in=[one.participant for one in shown]).select_related(
            "person", "project"
        )
    }
    whole = {one.person for one in [*now.people, *later.people]}
    context = {
        "plan": now,
        "by_night": settings.RETENTION_BY_NIGHT,
        "people": len(now.people),
        "page_obj": page,
        "rows": [(names[one.participant], one, one.person in whole) for one in page.object_list],
        "soon": [(names[one.participant], one, one.person in whole) for one in soon[:PAGE_SIZE]],
        "more_soon": max(0, len(soon) - PAGE_SIZE),
        "terms": terms.by_name(),
        "traces": sum(now.traces.values()),
        "is_empty": not any(True for _line in now.lines()),
    }
    return render(request, "participants/rehearsal.html", context)
