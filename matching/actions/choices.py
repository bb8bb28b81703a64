"""What people answer after the rounds: by one tap, or typed over twice from paper."""

from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from matching.choosing import may_choose
from matching.models import Board, Choice, Presence, Slip
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.models import Participant


@action
def choose(
    *, board: Board, chooser: Participant, chosen: Participant, answer: Choice.Answer | str, by: User | None
) -> None:
    """One answer about one other; said again, the last word counts, and an empty one takes it back."""
    _own_presence(board, chooser)
    if chosen.pk not in {one.participant_id for one in may_choose(board, chooser)}:
        raise DomainError(_("Deze twee zaten niet samen aan tafel."))
    _store(board, chooser, {chosen.pk: str(answer)}, by)


@action
def finish_choosing(*, board: Board, chooser: Participant, by: User | None) -> Presence:
    """Somebody is done; their answers are put away."""
    row = _own_presence(board, chooser)
    row.chose_at, row.chose_with = timezone.now(), by
    row.save()
    board.tell(by, _("De keuzes van nummer %(number)s zijn binnen.") % {"number": row.number})
    return row


@action
def choose_again(*, board: Board, chooser: Participant, by: User | None) -> Presence:
    """Somebody begins anew: what was answered is thrown away unseen."""
    row = _own_presence(board, chooser)
    Choice.objects.filter(meeting=board.meeting, chooser=chooser).delete()
    row.chose_at = row.chose_with = None
    row.save()
    board.tell(by, _("Nummer %(number)s kiest opnieuw.") % {"number": row.number})
    return row


@action
def type_slip(
    *, board: Board, chooser: Participant, answers: Mapping[int, str], certain: bool, by: User | None
) -> Slip:
    """A paper slip typed over; ``answers`` by number of the other. It counts when a second time agrees with the first.

    Raises DomainError that names the numbers that differ, unless ``certain`` says the second is right.
    """
    board = Board.objects.as_it_is_now(board)
    row = _own_presence(board, chooser)
    others = {one.number: one for one in may_choose(board, chooser)}
    unknown = sorted(set(answers) - set(others))
    if unknown:
        raise DomainError(
            _("Met nummer %(numbers)s zat nummer %(own)s niet aan tafel. Kijk het briefje na.")
            % {"numbers": _listed(unknown), "own": row.number},
            field="yes",
        )
    plain = {str(number): answer for number, answer in sorted(answers.items())}
    first = board.slips.filter(participant=chooser, turn=1).first()
    if first is None:
        board.tell(by, _("Briefje %(number)s is één keer ingevoerd.") % {"number": row.number})
        return Slip.objects.create(board=board, participant=chooser, turn=1, answers=plain, typed_by=by)
    differ = sorted(int(one) for one in {*first.answers, *plain} if first.answers.get(one) != plain.get(one))
    if differ and not certain:
        raise DomainError(
            _("De eerste keer stond er iets anders bij nummer %(numbers)s. Kijk het briefje na.")
            % {"numbers": _listed(differ)},
            field="certain",
        )
    second, _made = Slip.objects.update_or_create(
        board=board, participant=chooser, turn=2, defaults={"answers": plain, "typed_by": by}
    )
    Choice.objects.filter(meeting=board.meeting, chooser=chooser).delete()
    _store(board, chooser, {others[number].participant_id: answer for number, answer in answers.items()}, by)
    finish_choosing(board=board, chooser=chooser, by=by)
    return second


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def _own_presence(board: Board, participant: Participant) -> Presence:
    row = board.presences.came().filter(participant=participant).first()
    if row is None:
        raise DomainError(_("Deze deelnemer is niet aangevinkt als aanwezig."))
    return row


def _store(board: Board, chooser: Participant, answers: Mapping[int, str], by: User | None) -> None:
    for chosen, answer in answers.items():
        if answer not in ("", *Choice.Answer.values):
            raise DomainError(_("Kies ja, misschien of nee."))
        if answer:
            Choice.objects.update_or_create(
                meeting=board.meeting, chooser=chooser, chosen_id=chosen, defaults={"answer": answer}
            )
        else:
            Choice.objects.filter(meeting=board.meeting, chooser=chooser, chosen=chosen).delete()
    board.tell(by, _("Er kwam een keuze bij."))
