"""Excursions and booklet on somebody's own page: what comes, whether there is room, and which strips are used."""

from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from excursions.models import Excursion, Signup
from excursions.strips import booklet_of
from matching.personal import membership_of
from participants.models import Participant
from participants.models.participant import TAKES_PART
from participants.personal import Card, Said, cards, sentences

for _key, _sentence in {
    "mee": _("Je gaat mee! Tot dan."),
    "samen-mee": _("Jullie gaan samen mee! Tot dan."),
    "wachtlijst": _("De excursie is vol. Je staat op de wachtlijst. Komt er een plek vrij? Dan ga je mee."),
    "afgezegd": _("Je gaat niet mee. We hebben je van de lijst gehaald."),
    "strip": _("Leuk dat jullie er waren! De strip is gebruikt."),
    "strip-weg": _("De strip is weer vrij."),
    "bezoek": _("We vragen een dag aan voor jullie. Je hoort van ons."),
}.items():
    sentences.add(30, Said(_key, _sentence))


@cards.register(50)
def excursions(participant: Participant) -> Card | None:
    """The excursions to come, with what is full said beforehand."""
    if participant.status not in TAKES_PART:
        return None
    rows = list(open_to(participant))
    own = membership_of(participant)
    others = [one for one in own.couple.people if one.pk != participant.pk] if own else []
    found = [_row(excursion, participant, others) for excursion in rows]
    # What was called off is shown to who is on its list, and offered to nobody.
    found = [row for row in found if row["mine"] or not row["excursion"].is_cancelled]
    return Card("excursions/own/card.html", {"rows": found}) if found else None


@cards.register(55)
def booklet(participant: Participant) -> Card | None:
    """The strippenboekje of the couple, as a list: where they can go and where they were."""
    own = membership_of(participant)
    parts = booklet_of(own.couple) if own else []
    if not parts:
        return None
    return Card("excursions/own/booklet.html", {"parts": parts})


def open_to(participant: Participant) -> "list[Excursion]":
    """The excursions to come, with who is on their lists."""
    listed = Signup.objects.listed()
    rows = participant.project.excursions.upcoming().with_counts()
    return list(rows.prefetch_related(Prefetch("signups", listed, to_attr="listed")))


def _row(excursion: Excursion, participant: Participant, others: list[Participant]) -> dict[str, Any]:
    mine = {row.participant_id: row for row in excursion.listed}  # type: ignore[attr-defined]
    return {
        "excursion": excursion,
        "mine": mine.get(participant.pk),
        "free": excursion.free,
        "room_together": excursion.free > len(others),
        "together": bool(others) and not any(one.pk in mine for one in others),
    }
