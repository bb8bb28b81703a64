"""Step two: the rounds, their clock, and the big screen."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from matching import actions
from matching.afternoon import rounds_of
from matching.models import Board
from matching.screen import screen_state
from matching.views.mix.common import asked_by_script, back_to, board_of, live, not_changed, unchanged
from mixen.accounts.requests import MemberRequest
from mixen.forms import press
from participants.models import Participant
from projects.models import Project
from projects.permissions import Permission, project_view

DEEDS: dict[str, Callable[..., Any]] = {
    "plannen": actions.plan_the_rounds,
    "beginnen": actions.start_next_round,
    "stilzetten": actions.pause_round,
    "verder": actions.resume_round,
    "afronden": actions.end_round,
    "terug": actions.take_back_round,
}


@require_safe
@project_view(Permission.MAKE_COUPLES)
def rounds(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The plan, the round that runs, and who sits out."""
    board = board_of(project, pk)
    return not_changed() if unchanged(request, board) else _rounds(request, board)


def _rounds(request: MemberRequest, board: Board) -> HttpResponse:
    played = rounds_of(board)
    running = next((one for one in played if one.round.is_running), None)
    following = next((one for one in played if one.round.started_at is None), None)
    warned = {int(one["id"]) for one in board.plan.get("warnings", [])}
    context = {
        "played": played,
        "running": running,
        "following": following,
        "now": timezone.now(),
        "warned": Participant.objects.filter(pk__in=warned, project=board.meeting.project).select_related("person"),
        "seated_differs": _seated_differs(board),
    }
    return live(request, board, "rounds", context)


def _seated_differs(board: Board) -> bool:
    """Whether somebody came or went since the rounds to come were planned."""
    planned = board.all_rounds.planned().first()
    if planned is None:
        return False
    in_plan = set(board.all_rounds.planned().values_list("seats__participant", flat=True)) - {None}
    here = set(board.presences.to_be_matched().values_list("participant", flat=True))
    return bool(in_plan - here) or bool(
        board.presences.to_be_matched()
        .filter(late=False)
        .exclude(participant__in=in_plan)
        .exclude(participant__seats__round__board=board)
        .exists()
    )


@require_POST
@project_view(Permission.MAKE_COUPLES)
def round_deed(request: MemberRequest, project: Project, pk: int, deed: str) -> HttpResponse:
    """Plan, begin, pause, go on, end or take back."""
    board = board_of(project, pk)
    seen = request.POST.get("ronde", "")
    also = (
        {"number": int(seen)} if deed == "beginnen" and seen.isascii() and seen.isdecimal() and len(seen) < 4 else {}
    )
    press(request, lambda: DEEDS[deed](board=board, by=request.user, **also), None)
    if asked_by_script(request):
        return _rounds(request, board_of(project, pk))
    return back_to(board, "rounds")


@require_safe
@project_view(Permission.MAKE_COUPLES)
def screen(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The big screen for the projector."""
    board = board_of(project, pk)
    context = {
        "project": project,
        "meeting": board.meeting,
        "board": board,
        "state": screen_state(board, timezone.now()),
    }
    return render(request, "matching/screen.html", context)


@require_safe
@project_view(Permission.MAKE_COUPLES)
def screen_now(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """What the big screen shows now, as JSON."""
    return JsonResponse(screen_state(board_of(project, pk), timezone.now()))
