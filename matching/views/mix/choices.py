"""Step three: what people answer, one person at a time; nobody sees another's."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from matching import actions
from matching.afternoon import Row, choosers, sheet_of
from matching.forms import SlipForm
from matching.models import Board, Choice, Presence
from matching.views.mix.common import address, asked_by_script, back_to, board_of, live, not_changed, unchanged
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from mixen.languages import READING_LANGUAGES
from projects.models import Project
from projects.permissions import Permission, project_view


@require_safe
@project_view(Permission.MAKE_COUPLES)
def choices(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Whose choices are in, and who is missing."""
    board = board_of(project, pk)
    if unchanged(request, board):
        return not_changed()
    rows = choosers(board)
    context = {
        "missing": [row for row in rows if not row.done],
        "done": [row for row in rows if row.done],
        "slips_once": board.slips.filter(turn=1)
        .exclude(participant__in=board.slips.filter(turn=2).values("participant"))
        .count(),
    }
    return live(request, board, "choices", context)


def _presence(board: Board, pk: int) -> Presence:
    return get_object_or_404(board.presences.here().with_person(), participant=pk)


@require_safe
@project_view(Permission.MAKE_COUPLES)
def sheet(request: MemberRequest, project: Project, pk: int, participant_pk: int) -> HttpResponse:
    """One person's sheet: who they met, with three answers each."""
    board = board_of(project, pk)
    presence = _presence(board, participant_pk)
    context = {
        "project": project,
        "board": board,
        "meeting": board.meeting,
        "presence": presence,
        "rows": sheet_of(board, presence),
        "answers": Choice.Answer.choices,
    }
    return _to_person(request, presence, "matching/mix/sheet.html", context)


def _to_person(request: MemberRequest, presence: Presence, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page in the language of the person who holds the tablet now."""
    language = READING_LANGUAGES[presence.participant.person.language]
    with override(language.code):
        return render(request, template, {**context, "page_language": language})


@require_POST
@project_view(Permission.MAKE_COUPLES)
def choose(request: MemberRequest, project: Project, pk: int, participant_pk: int, other_pk: int) -> HttpResponse:
    """One tap: yes, maybe or no about one other."""
    board = board_of(project, pk)
    presence = _presence(board, participant_pk)
    other = get_object_or_404(board.presences.came().with_person(), participant=other_pk)
    answer = request.POST.get("answer", "")
    stored = press(
        request,
        lambda: actions.choose(
            board=board, chooser=presence.participant, chosen=other.participant, answer=answer, by=request.user
        ),
        None,
    )
    if asked_by_script(request) and stored:
        context = {
            "project": project,
            "meeting": board.meeting,
            "presence": presence,
            "row": Row(other, answer),
            "answers": Choice.Answer.choices,
            "tapped": answer,
        }
        return _to_person(request, presence, "matching/mix/sheet_row.html", context)
    return redirect("matching:mix_sheet", project.slug, pk, participant_pk)


@require_POST
@project_view(Permission.MAKE_COUPLES)
def sheet_done(request: MemberRequest, project: Project, pk: int, participant_pk: int) -> HttpResponse:
    """The sheet is put away; from now on nobody sees the answers."""
    board = board_of(project, pk)
    presence = _presence(board, participant_pk)
    press(
        request,
        lambda: actions.finish_choosing(board=board, chooser=presence.participant, by=request.user),
        _("Dank je wel. De keuzes van nummer %(number)s zijn bewaard.") % {"number": presence.number},
    )
    return back_to(board, "choices")


@require_POST
@project_view(Permission.MAKE_COUPLES)
def sheet_again(request: MemberRequest, project: Project, pk: int, participant_pk: int) -> HttpResponse:
    """Begin a sheet anew: what was answered is thrown away unseen."""
    board = board_of(project, pk)
    presence = _presence(board, participant_pk)
    press(request, lambda: actions.choose_again(board=board, chooser=presence.participant, by=request.user), None)
    return redirect("matching:mix_sheet", project.slug, pk, participant_pk)


@project_view(Permission.MAKE_COUPLES)
def slips(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Paper slips typed over, each of them twice."""
    board = board_of(project, pk)
    form = SlipForm(board, posted(request))
    if request.method == "POST":
        number = form.data.get("own", "")
        row = form.carry_out(lambda: _typed(board, form, request))
        if row:
            again = (
                _("Briefje %(number)s klopt en is verwerkt.")
                if row.turn > 1
                else _("Briefje %(number)s is één keer ingevoerd. Laat iemand anders het nog een keer invoeren.")
            )
            messages.success(request, again % {"number": number})
            return redirect("matching:mix_slips", project.slug, pk)
    turns: dict[int, int] = {}
    for participant in board.slips.values_list("participant", flat=True):
        turns[participant] = turns.get(participant, 0) + 1
    people = [(one, turns.get(one.participant_id, 0)) for one in board.presences.came().with_person()]
    context = {
        "project": project,
        "tab": "couples",
        "board": board,
        "form": form,
        "people": people,
        "back": address(board, "choices"),
    }
    return render(request, "matching/mix/slips.html", context, status=422 if form.errors else 200)


def _typed(board: Board, form: SlipForm, request: MemberRequest) -> object:
    presence = board.presences.came().select_related("participant").get(number=form.cleaned_data["own"])
    return actions.type_slip(
        board=board,
        chooser=presence.participant,
        answers=form.cleaned_data["answers"],
        certain=form.cleaned_data["certain"],
        by=request.user,
    )
