"""The training of ambassadors: two half-days, what they are about, and who followed them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import posted
from projects import actions
from projects.forms import TrainingForm
from projects.models import Project, Training
from projects.permissions import Permission, may, project_view


@require_safe
@project_view(Permission.VIEW_PROJECT)
def trainings(request: MemberRequest, project: Project) -> HttpResponse:
    """The half-days, who followed which, and the practice project to try things on."""
    rows = list(project.trainings.prefetch_related("followed"))
    followed = {row.pk: {member.pk for member in row.followed.all()} for row in rows}
    members = project.memberships.select_related("user").order_by("user__name")
    context = {
        "project": project,
        "tab": "team",
        "trainings": rows,
        "people": [(member, [member.pk in followed[row.pk] for row in rows]) for member in members],
        "practice": Project.objects.visible_to(request.user).filter(is_practice=True).first(),
        "today": timezone.localdate(),
        "may_edit": may(request.user, Permission.EDIT_PROJECT, project),
    }
    return render(request, "projects/trainings.html", context)


@project_view(Permission.EDIT_PROJECT)
def new_training(request: MemberRequest, project: Project) -> HttpResponse:
    """Plan a half-day."""
    return _training_form(request, project, None, _("Training plannen"))


@project_view(Permission.EDIT_PROJECT)
def change_training(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Change a half-day, or note who was there."""
    training = get_object_or_404(project.trainings, pk=pk)
    return _training_form(request, project, training, _("Training: %(part)s") % {"part": training.get_part_display()})


def _training_form(request: MemberRequest, project: Project, training: Training | None, title: str) -> HttpResponse:
    form = TrainingForm(project, posted(request), training)
    if request.method == "POST" and form.carry_out(
        lambda: actions.save_training(project=project, training=training, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De training is opgeslagen."))
        return redirect("projects:trainings", project.slug)
    context = {
        "project": project,
        "tab": "team",
        "form": form,
        "title": title,
        "submit": _("Opslaan"),
        "back": reverse("projects:trainings", args=[project.slug]),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
