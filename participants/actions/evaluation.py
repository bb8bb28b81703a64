"""What a participant thinks of it at the end."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.evaluating import is_closed, may_answer
from participants.models import Evaluation, Participant


@action
def answer_evaluation(
    *, participant: Participant, answers: Mapping[str, Any], via: Evaluation.Via | str, by: User | None
) -> Evaluation:
    """Keep somebody's ``answers``, by the names of ``Evaluation.ANSWERS``; what is not among them was passed over.

    Sent again, the new answers replace the earlier ones; the history has both. Raises DomainError when everything was
    passed over, for who is not asked (yet), once the end report is final, and when somebody of the team would replace
    what a participant sent from their own page.
    """
    locked = Participant.objects.select_for_update(of=("self",)).select_related("project").get(pk=participant.pk)
    if is_closed(locked.project):
        raise DomainError(_("Dit formulier is gesloten: het verslag van het project is klaar."))
    if not may_answer(locked):
        raise DomainError(_("Dit formulier kun je nog niet invullen. Het kan vanaf twee weken voor het einde."))
    kept = {name: answers.get(name) for name in Evaluation.ANSWERS}
    if not any(kept.values()):
        raise DomainError(_("Je hebt nog niets ingevuld. Kies bij minstens één vraag een antwoord."))
    row = Evaluation.objects.filter(participant=locked).first() or Evaluation(participant=locked)
    _leave_own_answers(row, via)
    for name, value in kept.items():
        setattr(row, name, value if value is not None or name not in Evaluation.IN_WORDS else "")
    row.via, row.answered_at = via, timezone.now()
    row.entered_by = None if via == Evaluation.Via.LINK else by
    row.save()
    return row


def _leave_own_answers(row: Evaluation, via: Evaluation.Via | str) -> None:
    if row.pk and row.via == Evaluation.Via.LINK != via:
        raise DomainError(_("Deze deelnemer vulde het al in op de eigen bladzijde. Alleen daar kan het anders."))
