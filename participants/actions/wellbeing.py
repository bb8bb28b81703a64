"""What participants say on their own, or have somebody note: how it is going, and that they want to stop."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions.registration import withdraw
from participants.models import Mood, Participant, Status, StopWish

# Read by the team, so in Dutch whatever the language of the page: it is in no catalogue.
OWN_WISH = gettext_lazy("Wilde zelf stoppen.")
SAME_MOMENT = timedelta(minutes=10)


@action
def note_mood(*, participant: Participant, face: int, by: User | None, word: str = "") -> Mood:
    """How it is going: a face and a word; ``by`` is None when they said so themselves.

    Said again within ten minutes it is the same word put right, so that tapping twice notes once.
    """
    if face not in Mood.Face.values:
        raise DomainError(_("Kies een van de drie gezichten."), field="face")
    Participant.objects.select_for_update(no_key=True).get(pk=participant.pk)
    now = timezone.now()
    recent = participant.moods.filter(said_at__gt=now - SAME_MOMENT, noted_by=by, handled_at__isnull=True).first()
    if recent is None:
        return Mood.objects.create(participant=participant, face=face, word=word, said_at=now, noted_by=by)
    recent.face, recent.word = face, word or recent.word
    recent.save()
    return recent


@action
def handle_mood(*, mood: Mood, by: User | None) -> Mood:
    """Somebody took up that it is not going well."""
    if mood.handled_at is None:
        mood.handled_at = timezone.now()
        mood.save(update_fields=["handled_at"])
    return mood


@action
def ask_to_stop(*, participant: Participant, by: User | None, word: str = "") -> StopWish | None:
    """Somebody wants to stop. Who is in no couple stops at once; else the coordinator calls first.

    Gives the wish, or None when they stopped at once. Raises DomainError for who stopped or completed already.
    """
    now = Participant.objects.select_for_update().get(pk=participant.pk)
    if now.status in {Status.STOPPED, Status.COMPLETED}:
        raise DomainError(_("Je doet al niet meer mee."))
    if now.status != Status.COUPLED:
        withdraw(participant=participant, reason=word or str(OWN_WISH), by=by)
        return None
    try:
        with transaction.atomic():
            return StopWish.objects.create(participant=now, word=word)
    except IntegrityError:  # said already: one open wish a participant
        return StopWish.objects.get(participant=now, handled_at__isnull=True)


@action
def handle_stop_wish(*, wish: StopWish, by: User | None) -> StopWish:
    """The wish was talked about; for who goes on after all, or whose couple is ended in another way."""
    if wish.handled_at is None:
        wish.handled_at = timezone.now()
        wish.save(update_fields=["handled_at"])
    return wish
