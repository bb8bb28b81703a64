"""Putting off a line of the attention list, and taking that back."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from mixen.templatetags.display import day
from projects import actions
from projects.actions.attention import longest_for
from projects.forms import SnoozeForm
from projects.models import Project
from projects.permissions import Permission, project_view
from projects.watching import AttentionItem, look_at


@project_view(Permission.EDIT_PROJECT)
def snooze(request: MemberRequest, project: Project, key: str) -> HttpResponse:
    """Until when a line may wait, and why. A line that is not there, or was solved meanwhile, is 404."""
    item = _line(request, project, key)
    form = SnoozeForm(longest_for(key), posted(request))
    if request.method == "POST":
        put_off = form.carry_out(
            lambda: actions.snooze(
                project=project,
                key=key,
                until=form.last_day,
                reason=form.cleaned_data["reason"],
                by=request.user,
            )
        )
        if put_off:
            messages.success(request, _("Uitgesteld tot en met %(day)s.") % {"day": day(put_off.until)})
            return _back(request, project)
    context = {
        "project": project,
        "form": form,
        "title": _("Uitstellen"),
        "lead": f"{item.title} ({item.reason})",
        "submit": _("Uitstellen"),
        "back": _back(request, project).url,
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


def _line(request: MemberRequest, project: Project, key: str) -> AttentionItem:
    found = look_at([project], timezone.localdate(), request.user)
    items = [*found.items, *(item for item, _snooze in found.put_off)]
    item = next((item for item in items if item.key == key), None)
    if item is None:
        raise Http404
    return item


@require_POST
@project_view(Permission.EDIT_PROJECT)
def wake(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Show a line again that was put off."""
    put_off = get_object_or_404(project.snoozes, pk=pk)
    press(request, lambda: actions.wake(snooze=put_off, by=request.user), _("Dit staat weer in de lijst."))
    return _back(request, project)


def _back(request: MemberRequest, project: Project) -> HttpResponseRedirect:
    """To the list it was pressed in: that of the day, over all projects, or the project's own."""
    found = redirect(settings.LOGIN_REDIRECT_URL if request.GET.get("van") == "vandaag" else project)
    return HttpResponseRedirect(found.url)
