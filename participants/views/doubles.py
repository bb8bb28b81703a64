"""People who may be on record twice: the list, two of them side by side, and what is decided about them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from participants import actions
from participants.doubles.pairs import MOST_WITH_ONE_MARK, pairs_of, within_reach
from participants.forms.doubles import MergeForm
from participants.models import Participant
from projects.models import Project
from projects.permissions import Permission, project_view

READ = ["phone", "email", "reach", "street", "country"]


@require_safe
@project_view(Permission.MANAGE_PARTICIPANTS)
def doubles(request: MemberRequest, project: Project) -> HttpResponse:
    """The possible doubles of the project, and those recognised from another one."""
    context = {
        "project": project,
        "tab": "participants",
        "pairs": pairs_of(project, request.user),
        "most": MOST_WITH_ONE_MARK,
    }
    return render(request, "participants/doubles.html", context)


@project_view(Permission.MANAGE_PARTICIPANTS)
def double(request: MemberRequest, project: Project, pk: int, other_pk: int) -> HttpResponse:
    """Two people side by side; per field is chosen what stays, and they become one."""
    first, second = _both(request, project, pk, other_pk)
    form = MergeForm(first, second, posted(request))
    keep, other = sorted((first.person, second.person), key=lambda person: person.pk)
    if request.method == "POST":
        kept = form.carry_out(
            lambda: actions.merge_people(
                keep=keep, other=other, values=form.values(), seen=form.cleaned_data["seen"], by=request.user
            )
        )
        if kept:
            messages.success(request, _("%(name)s staat er nu één keer in.") % {"name": kept.name})
            return redirect(project.participants.get(person=kept))
    else:
        for person in (first.person, second.person):
            record(by=request.user, kind=AuditEvent.Kind.READ, about=person, fields=READ)
    context = {"project": project, "tab": "participants", "first": first, "second": second, "form": form}
    context["back"] = reverse("participants:doubles", args=[project.slug])
    return render(request, "participants/double.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def not_the_same(request: MemberRequest, project: Project, pk: int, other_pk: int) -> HttpResponse:
    """These are two people; they are not asked about again."""
    first, second = _both(request, project, pk, other_pk)
    press(
        request,
        lambda: actions.say_not_the_same(first=first.person, second=second.person, by=request.user),
        _("Onthouden: dit zijn twee mensen."),
    )
    return redirect("participants:doubles", project.slug)


def _both(request: MemberRequest, project: Project, pk: int, other_pk: int) -> tuple[Participant, Participant]:
    """One of the project, and another of it or of a project whose people the viewer manages too; else 404."""
    people = Participant.objects.select_related("person", "project", "ambassador", "heard_from")
    first = get_object_or_404(people, pk=pk, project=project)
    second = get_object_or_404(people, pk=other_pk, project__in=within_reach(project, request.user))
    if first.person_id == second.person_id:
        raise Http404
    return first, second
