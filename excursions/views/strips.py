"""The strips of one couple, for who looks after it: which are used, noting one by hand, taking it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from excursions import actions
from excursions.forms import UseStripForm
from excursions.models import StripUse
from excursions.strips import booklet_of, uses_of
from matching.models import Couple
from mixen.accounts.audit import refuse
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from projects.models import Project
from projects.permissions import Permission, may, project_view


@project_view(Permission.LOG_OUTINGS)
def strips(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The booklet as this couple has it."""
    couple = _couple(project, pk)
    form = UseStripForm(project, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.use_strip(
            entry=form.cleaned_data["strip"], couple=couple, on=form.cleaned_data["on"], by=request.user
        )
    ):
        messages.success(request, _("De strip is gebruikt."))
        return redirect("excursions:strips", project.slug, couple.pk)
    parts, used = booklet_of(couple), uses_of(couple)
    here = {strip.entry.place_id for part in parts for strip in part.strips}
    context = {
        "project": project,
        "tab": "couples",
        "couple": couple,
        "form": form,
        "parts": parts,
        "used": len(used),
        "before": [use for place, use in used.items() if place not in here],
        "mine": {use.pk for use in used.values() if _may_take_back(request, use)},
    }
    return render(request, "excursions/strips.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.LOG_OUTINGS)
def take_back(request: MemberRequest, project: Project, pk: int, use_pk: int) -> HttpResponse:
    """A strip that was noted by mistake."""
    couple = _couple(project, pk)
    use = get_object_or_404(StripUse.objects.select_related("couple__project"), couple=couple, pk=use_pk)
    if not _may_take_back(request, use):
        refuse(by=request.user, about=use, detail=Permission.MANAGE_PARTICIPANTS.value)
    press(request, lambda: actions.take_back_strip(use=use, by=request.user), _("De strip is weer vrij."))
    return redirect("excursions:strips", project.slug, couple.pk)


def _may_take_back(request: MemberRequest, use: StripUse) -> bool:
    """As for a meeting: who leads any, an ambassador what they noted or of a couple of their own."""
    if may(request.user, Permission.MANAGE_PARTICIPANTS, use.couple.project):
        return True
    return request.user.pk in {use.noted_by_id, use.couple.ambassador_id}


def _couple(project: Project, pk: int) -> Couple:
    return get_object_or_404(project.couples.with_members(), pk=pk)
