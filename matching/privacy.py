"""What ``matching`` holds of people, for export, erasure and retention."""

from collections.abc import Collection

from matching.models import (
    Board,
    CheckIn,
    Choice,
    Couple,
    CoupleMember,
    Draft,
    GoingOn,
    Helper,
    NotTogether,
    Outing,
    Pause,
    Presence,
    Seat,
    Slip,
)
from mixen.accounts.wiping import remove, wipe
from participants.held import Held, HeldByProject, forgetters, holdings, of_projects

OF_COUPLE = "couple__members__participant"
holdings.add(40, Held(Presence))
holdings.add(41, Held(Seat))
holdings.add(42, Held(Choice, ways=("chooser", "chosen"), told=("chooser",), goes=True))
holdings.add(43, Held(Slip, goes=True))
holdings.add(44, Held(NotTogether, ways=("first", "second"), told=(), goes=True))
# Before the couple: these find it through who was in it.
holdings.add(45, Held(CoupleMember, values={"shares_address": False, "pickup": ""}))
holdings.add(46, Held(GoingOn, ways=("member__participant",)))
holdings.add(
    47,
    Held(
        CheckIn,
        ways=("member__participant",),
        values={"note": "", "handled_note": ""},
        notes=frozenset({"note", "handled_note"}),
    ),
)
holdings.add(48, Held(Outing, ways=(OF_COUPLE, "told_by"), values={"what": ""}))
holdings.add(49, Held(Pause, ways=(OF_COUPLE,), dashed=("reason",), notes=frozenset({"reason"})))
holdings.add(
    50,
    Held(
        Couple,
        ways=("members__participant",),
        values={"why": "", "end_note": "", "first_appointment_place": "", "next_appointment_place": ""},
        notes=frozenset({"end_note"}),
    ),
)

of_projects.add(40, HeldByProject(Draft, way="board__meeting__project", goes=True))
of_projects.add(41, HeldByProject(Board, way="meeting__project", values={"change": ""}))
of_projects.add(42, HeldByProject(Helper, way="board__meeting__project", dashed=("name",)))


@forgetters.register(40)
def the_afternoon(people: Collection[int]) -> None:
    """Every version of the proposals made with them, the line on the board, and what others said on paper of them."""
    boards = Board.objects.filter(presences__participant__in=people).distinct()
    remove(Draft, set(Draft.objects.filter(board__in=boards).values_list("pk", flat=True)))
    wipe(Board, set(boards.values_list("pk", flat=True)), values={"change": ""})
    theirs = {str(pk) for pk in people}
    for slip in Slip.objects.filter(board__in=boards):
        left = {who: answer for who, answer in slip.answers.items() if who not in theirs}
        if left != slip.answers:
            Slip.objects.filter(pk=slip.pk).update(answers=left)
