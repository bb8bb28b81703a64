"""Handing out certificates at the closing meeting: who has theirs is ticked, on as many tablets as there are."""

from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import press
from participants import actions
from participants.models import Certificate
from participants.models.certificate import CertificateQuerySet
from projects.models import Project
from projects.permissions import Permission, project_view


def _certificates(project: Project) -> CertificateQuerySet:
    return Certificate.objects.of_project(project).valid().select_related("participant__person")


def _counts(project: Project) -> dict[str, int]:
    """How many there are, how many have theirs, and how many still have to come."""
    found: dict[str, Any] = _certificates(project).aggregate(total=Count("pk"), fetched=Count("handed_out_at"))
    return {**found, "to_come": found["total"] - found["fetched"]}


@require_safe
@project_view(Permission.TICK_ATTENDANCE)
def handing_out(request: MemberRequest, project: Project) -> HttpResponse:
    """Big ticks, one for each certificate, in the order in which they are handed out."""
    context = {
        "project": project,
        "tab": "certificates",
        "certificates": _certificates(project),
        "counts": _counts(project),
    }
    return render(request, "participants/certificate_hand_out.html", context)


@require_POST
@project_view(Permission.TICK_ATTENDANCE)
def tick(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note one as fetched or not; with htmx only that tick comes back, or the whole page with a refusal."""
    certificate = get_object_or_404(Certificate.objects.of_project(project), pk=pk)
    fetched = request.POST.get("fetched") == "1"
    page = reverse("participants:handing_out", args=[project.slug])
    done = press(request, lambda: actions.hand_out(certificate=certificate, fetched=fetched, by=request.user), None)
    if not request.headers.get("HX-Request"):
        return redirect(f"{page}#certificaat-{pk}")
    if not done:
        return HttpResponse(headers={"HX-Redirect": page})
    context = {
        "project": project,
        "certificate": _certificates(project).get(pk=pk),
        "counts": _counts(project),
        "swapped": True,
    }
    return render(request, "participants/certificate_tick.html", context)
