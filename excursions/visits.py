"""Who was told of a visit, and how."""

from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from excursions.models import Visit
from excursions.reminders_visits import ARRANGED, words_of
from mixen.templatetags.display import moment
from participants.models import Message, Participant


class Told(NamedTuple):
    """One person who goes; ``by_hand`` when no message reaches them, so that somebody has to call."""

    participant: Participant
    how: Any
    by_hand: bool


def told_of(visit: Visit) -> list[Told]:
    """How everybody who goes hears of the date as it is now; ``visit`` comes ``with_people()``."""
    sent = Message.objects.filter(kind=ARRANGED, number=visit.pk, about=words_of(visit))
    known = {message.participant_id: message for message in sent}
    return [_told(one, known.get(one.pk)) for one in visit.people]


def _told(participant: Participant, message: Message | None) -> Told:
    if message and message.sent_at:
        how = _("%(channel)s verstuurd op %(moment)s")
        return Told(
            participant,
            how % {"channel": message.get_channel_display(), "moment": moment(message.sent_at)},
            by_hand=False,
        )
    if message and message.given_up:
        return Told(participant, _("kreeg geen bericht: bel zelf"), by_hand=True)
    return Told(participant, _("krijgt nog bericht"), by_hand=False)
