"""Step four: the proposal, changed by hand until it is right, and made so."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from matching import actions
from matching.afternoon import formed_at, proposal_of
from matching.forms import WeightsForm
from matching.models import Board, Weights
from matching.proposing import what_if
from matching.solver.words import LEVEL_NAMES
from matching.views.mix.common import asked_by_script, back_to, board_of, live, not_changed, unchanged
from matching.weighing import example_of
from mixen.accounts.requests import MemberRequest
from mixen.errors import DomainError
from mixen.forms import posted, press
from participants.models import Participant
from projects.models import Project
from projects.permissions import Permission, may, project_view

UNSAID = {"kept", "draw"}
"""Levels that only say that something changes, not that somebody is worse off."""

DEEDS: dict[str, Callable[..., Any]] = {
    "nieuw": lambda board, by: actions.propose_couples(board=board, by=by),
    "bijwerken": lambda board, by: actions.propose_couples(board=board, keep=True, by=by),
    "terug": lambda board, by: actions.undo_draft(board=board, by=by),
}
PAIR_DEEDS: dict[str, Callable[..., Any]] = {
    "vast": actions.lock_pair,
    "los": actions.loosen_pair,
    "niet": actions.veto_pair,
}


@require_safe
@project_view(Permission.MAKE_COUPLES)
def couples(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The proposal; tap one person and then another to see what putting them together would do."""
    board = board_of(project, pk)
    return not_changed() if unchanged(request, board) else _couples(request, board)


def _couples(request: MemberRequest, board: Board) -> HttpResponse:
    project = board.meeting.project
    found = proposal_of(board)
    private = may(request.user, Permission.VIEW_PRIVATE, project)
    picked = _picked(request, project)
    context = {
        "proposal": found,
        "here": board.presences.to_be_matched().count(),
        "missing": board.presences.to_be_matched().filter(chose_at__isnull=True).count(),
        "formed": formed_at(board.meeting).with_members(),
        "sees_internal": private,
        "picked": picked,
        "picked_pks": [one.pk for one in picked],
        "what_if": _what_if(request, board, picked) if found else None,
    }
    return live(request, board, "couples", context)


def _picked(request: MemberRequest, project: Project) -> list[Participant]:
    """The one or two people that were tapped."""
    numbers = [request.GET.get(name, "") for name in ("een", "ander")]
    wanted = [int(number) for number in numbers if number.isascii() and number.isdecimal() and len(number) < 18]
    people = project.participants.unmatched().select_related("person").in_bulk(wanted)
    return [people[number] for number in wanted if number in people]


def _what_if(request: MemberRequest, board: Board, picked: list[Participant]) -> dict[str, Any] | None:
    if len(picked) < 2:
        return None
    sides = {one.side: one for one in picked}
    if len(sides) < 2:
        return {"same_side": True}
    try:
        answer = what_if(board, sides["new"], sides["old"])
    except DomainError as error:
        return {"error": error.message}
    names = {str(one.pk): one for one in board.meeting.project.participants.select_related("person")}
    changes = [{"old": names[one["old"]], "new": [names[new] for new in one["new"]]} for one in answer["couples"]]
    without = [names[one["id"]] for one in answer["loses"] if one["kind"] == "couple"]
    costs = [(LEVEL_NAMES[name], -by) for name, by in answer["levels"].items() if by < 0 and name not in UNSAID]
    return {**answer, "costs": costs, "old": sides["old"], "new": sides["new"], "changes": changes, "without": without}


@require_POST
@project_view(Permission.MAKE_COUPLES)
def propose(request: MemberRequest, project: Project, pk: int, deed: str) -> HttpResponse:
    """A new proposal, one with as few changes as can be, or a change undone."""
    board = board_of(project, pk)
    press(request, lambda: DEEDS[deed](board, request.user), None)
    return _after(request, project, pk, board)


def _after(request: MemberRequest, project: Project, pk: int, board: Board) -> HttpResponse:
    if asked_by_script(request):
        return _couples(request, board_of(project, pk))
    return back_to(board, "couples")


@require_POST
@project_view(Permission.MAKE_COUPLES)
def pair(request: MemberRequest, project: Project, pk: int, new_pk: int, old_pk: int, deed: str) -> HttpResponse:
    """Hold two together, let them go, or keep them apart."""
    board = board_of(project, pk)
    people = project.participants.select_related("person")
    new, old = get_object_or_404(people.on_side("new"), pk=new_pk), get_object_or_404(people.on_side("old"), pk=old_pk)
    press(request, lambda: PAIR_DEEDS[deed](board=board, new=new, old=old, by=request.user), None)
    return _after(request, project, pk, board)


@require_POST
@project_view(Permission.MAKE_COUPLES)
def confirm(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Make the couples of the proposal; one that cannot be made any more says why."""
    board = board_of(project, pk)
    chosen = set(request.POST.getlist("koppel")) or None
    seen = request.POST.get("versie", "")
    found = None
    try:
        found = actions.confirm_couples(
            board=board, seen=int(seen) if seen.isdecimal() and len(seen) < 9 else 0, chosen=chosen, by=request.user
        )
    except DomainError as error:
        messages.error(request, error.message)
    if found is None:
        return back_to(board, "couples")
    for reason in found.refused:
        messages.error(request, reason)
    if not found.made and not found.refused:
        messages.error(request, _("Er is geen koppel bevestigd. Kijk het voorstel nog een keer na."))
    if found.made:
        text = ngettext("%(count)s koppel gemaakt.", "%(count)s koppels gemaakt.", len(found.made))
        messages.success(request, text % {"count": len(found.made)})
    return back_to(board, "ready" if found.made and not found.refused else "couples")


@project_view(Permission.VIEW_PROJECT, writing=Permission.EDIT_PROJECT)
def weights(request: MemberRequest, project: Project) -> HttpResponse:
    """What counts in a proposal, in words, with what it did to the last one."""
    now = Weights.objects.filter(project=project).first() or Weights(project=project)
    form = WeightsForm(now, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.set_weights(project=project, weights=form.cleaned_data, by=request.user)
    ):
        messages.success(request, _("Zo tellen de punten vanaf nu mee."))
        return redirect("matching:weights", project.slug)
    context = {
        "project": project,
        "tab": "couples",
        "form": form,
        "example": example_of(project) if may(request.user, Permission.VIEW_PRIVATE, project) else None,
        "may_edit": may(request.user, Permission.EDIT_PROJECT, project),
        "weights": [(Weights._meta.get_field(name).verbose_name, value) for name, value in now.as_dict().items()],  # type: ignore[union-attr]
    }
    return render(request, "matching/weights.html", context, status=422 if form.errors else 200)
