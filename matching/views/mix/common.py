"""What the steps share: finding the board, and pages that keep themselves up to date."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from matching.afternoon import steps_of
from matching.models import Board
from mixen.accounts.requests import MemberRequest
from projects.models import Meeting, Project

VERSION = "X-Board"
"""The header in which a page says which version of the board it shows."""


def meeting_of(project: Project, pk: int) -> Meeting:
    """A mix meeting of the project, else 404."""
    return get_object_or_404(project.meetings.of_kind(Meeting.Kind.MIX), pk=pk)


def board_of(project: Project, pk: int) -> Board:
    """The board of a mix meeting that was set up, else 404."""
    return get_object_or_404(Board.objects.with_meeting(), meeting=meeting_of(project, pk))


def asked_by_script(request: MemberRequest) -> bool:
    return bool(request.headers.get("HX-Request"))


def unchanged(request: MemberRequest, board: Board) -> bool:
    """Whether a page that asks again shows the board as it is."""
    return request.method == "GET" and request.headers.get(VERSION) == str(board.changes)


def live(request: MemberRequest, board: Board, step: str, context: dict[str, Any]) -> HttpResponse:
    """A step as a page, or only what changes of it when the page itself asks; nothing when nothing changed."""
    whole = {
        "project": board.meeting.project,
        "tab": "couples",
        "meeting": board.meeting,
        "board": board,
        "step": step,
        "live": f"matching/mix/{step}.html",
        "own_address": request.get_full_path() if request.method == "GET" else address(board, step),
        **context,
        "steps": steps_of(board),
    }
    template = "matching/mix/live.html" if asked_by_script(request) else "matching/mix/page.html"
    return render(request, template, whole)


def not_changed() -> HttpResponse:
    """Tells htmx to leave the page as it is."""
    return HttpResponse(status=204)


def address(board: Board, step: str) -> str:
    return reverse(f"matching:mix_{step}", args=[board.meeting.project.slug, board.meeting_id])


def back_to(board: Board, step: str, anchor: str = "") -> HttpResponse:
    """After a deed, the page of its step."""
    return redirect(address(board, step) + anchor)
