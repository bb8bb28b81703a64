"""Setting up the afternoon, and step one: who is there."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matching import actions
from matching.afternoon import arrivals
from matching.forms import ApartForm, HelperForm, SetUpForm, WalkInForm
from matching.models import Board, Helper, NotTogether
from matching.views.mix.common import (
    address,
    asked_by_script,
    back_to,
    board_of,
    live,
    meeting_of,
    not_changed,
    unchanged,
)
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from participants.models import ConsentText, Side
from projects.models import Project
from projects.permissions import Permission, project_view

MARKS: dict[str, Callable[..., Any]] = {
    "here": actions.mark_here,
    "away": actions.mark_away,
    "late": actions.mark_late,
    "gone": actions.mark_gone,
}


@project_view(Permission.TICK_ATTENDANCE)
def mix(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Set up the afternoon: tables, rounds and minutes; everybody expected gets a number."""
    meeting = meeting_of(project, pk)
    board = Board.objects.filter(meeting=meeting).first()
    if board and request.method == "GET" and "aanpassen" not in request.GET:
        return back_to(board, "present")
    likely = min(60, max(1, project.participants.unmatched().on_side(Side.OLD).count()))
    form = SetUpForm(board, likely, posted(request))
    if request.method == "POST":
        done = form.carry_out(lambda: actions.set_up_board(meeting=meeting, by=request.user, **form.cleaned_data))
        if done:
            messages.success(request, _("De middag staat klaar."))
            return back_to(done, "present")
    context = {
        "project": project,
        "tab": "couples",
        "form": form,
        "title": _("Mixbijeenkomst klaarzetten"),
        "lead": _("Iedereen die kan komen krijgt een nummer. Je kunt dit later nog aanpassen."),
        "submit": _("Middag klaarzetten"),
        "back": address(board, "present") if board else "",
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


@require_safe
@project_view(Permission.TICK_ATTENDANCE)
def present(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Step one: big ticks, late, gone home, and who helps."""
    board = board_of(project, pk)
    return not_changed() if unchanged(request, board) else _present(request, board)


def _present(request: MemberRequest, board: Board) -> HttpResponse:
    sides = arrivals(board, board.expected())
    context = {
        "sides": [
            {"side": side, "rows": rows, "here": sum(row.state == "here" for row in rows)}
            for side, rows in sides.items()
        ],
        "helpers": board.helpers.select_related("organisation"),
        "hosts": board.meeting.hosts.select_related("participant__person"),
        "without_number": sum(row.presence is None for rows in sides.values() for row in rows),
    }
    return live(request, board, "present", context)


@require_POST
@project_view(Permission.TICK_ATTENDANCE)
def mark(request: MemberRequest, project: Project, pk: int, participant_pk: int, state: str) -> HttpResponse:
    """Note that somebody is here, not here, late or gone."""
    board = board_of(project, pk)
    participant = get_object_or_404(board.expected().select_related("person"), pk=participant_pk)
    press(request, lambda: MARKS[state](board=board, participant=participant, by=request.user), None)
    if asked_by_script(request):
        return _present(request, board_of(project, pk))
    return back_to(board, "present", f"#deelnemer-{participant_pk}")


@project_view(Permission.REGISTER)
def walk_in(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Somebody walks in: name, side, gender, women-only and consent."""
    board = board_of(project, pk)
    form = WalkInForm(posted(request))
    if request.method == "POST":
        data = form.data
        row = form.carry_out(
            lambda: actions.welcome_walk_in(
                board=board,
                by=request.user,
                **{name: value for name, value in form.cleaned_data.items() if name != "agreed"},
            )
        )
        if row:
            text = _("%(name)s is er en heeft nummer %(number)s.")
            messages.success(request, text % {"name": data["name"], "number": row.number})
            return back_to(board, "present")
    context = {
        "project": project,
        "tab": "couples",
        "form": form,
        "title": _("Binnenloper"),
        "text": ConsentText.objects.in_force().get(ConsentText.Kind.TAKING_PART),
        "submit": _("Aanmelden en aanvinken"),
        "back": address(board, "present"),
    }
    return render(request, "matching/mix/walk_in.html", context, status=422 if form.errors else 200)


@project_view(Permission.TICK_ATTENDANCE)
def helper(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note a host, hostess or teacher."""
    board = board_of(project, pk)
    form = HelperForm(project, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.add_helper(board=board, by=request.user, **form.cleaned_data)
    ):
        return back_to(board, "present", "#helpers")
    context = {
        "project": project,
        "tab": "couples",
        "form": form,
        "title": _("Wie helpt er mee?"),
        "lead": _("Noteer gastheren en gastvrouwen, en docenten die meekwamen."),
        "submit": _("Noteren"),
        "back": address(board, "present"),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.TICK_ATTENDANCE)
def helper_remove(request: MemberRequest, project: Project, pk: int, helper_pk: int) -> HttpResponse:
    """Take a helper off the list."""
    board = board_of(project, pk)
    row = get_object_or_404(Helper, board=board, pk=helper_pk)
    press(request, lambda: actions.remove_helper(helper=row, by=request.user), None)
    return back_to(board, "present", "#helpers")


@project_view(Permission.MAKE_COUPLES)
def apart(request: MemberRequest, project: Project) -> HttpResponse:
    """Who is not to be together, in this project."""
    form = ApartForm(project, posted(request))
    if request.method == "POST" and form.carry_out(lambda: actions.keep_apart(by=request.user, **form.cleaned_data)):
        messages.success(request, _("Deze twee komen niet bij elkaar."))
        return redirect("matching:apart", project.slug)
    rows = NotTogether.objects.filter(first__project=project).select_related("first__person", "second__person")
    context = {"project": project, "tab": "couples", "form": form, "rows": rows}
    return render(request, "matching/apart.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.MAKE_COUPLES)
def apart_lift(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """They may be together again."""
    row = get_object_or_404(NotTogether, first__project=project, pk=pk)
    press(request, lambda: actions.lift_apart(row=row, by=request.user), _("Deze twee mogen weer bij elkaar."))
    return redirect("matching:apart", project.slug)
