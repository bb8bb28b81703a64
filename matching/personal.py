"""What a couple puts on somebody's own page: the buddy, the next appointment, what they did, and going on."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.appointments import coming
from matching.models import Couple, CoupleMember
from matching.sharing import buddies_in
from participants.link_life import needed_until
from participants.models import Participant
from participants.personal import Card, Said, buddies, cards, sentences

ASK_BEFORE = timedelta(days=30)
SHOWN = 3  # the rest is folded away

for _key, _sentence in {
    "gezien": _("Fijn! We hebben jullie ontmoeting van vandaag opgeschreven."),
    "al-genoteerd": _("De ontmoeting van vandaag stond er al. We hebben niets dubbel opgeschreven."),
    "ontmoeting": _("De ontmoeting is opgeschreven."),
    "weggehaald": _("De ontmoeting is weggehaald."),
    "afspraak": _("De afspraak staat erin. Je mixmaatje ziet hem ook."),
    "doorgaan": _("Dank je wel. We weten nu wat je wilt."),
}.items():
    sentences.add(20, Said(_key, _sentence))


def membership_of(participant: Participant) -> CoupleMember | None:
    """The place of ``participant`` in the couple that goes out now, with everybody in it."""
    rows = CoupleMember.objects.filter(participant=participant, left_on__isnull=True, couple__ended_on__isnull=True)
    rows = rows.select_related("couple__project", "couple__ambassador")
    return rows.prefetch_related("couple__members__participant__person").first()


@buddies.register(10)
def in_the_couple(participant: Participant) -> list[Participant]:
    """The others in the couple."""
    own = membership_of(participant)
    return [one for one in own.couple.people if one.pk != participant.pk] if own else []


@needed_until.register(10)
def while_together(participant: Participant) -> date | None:
    """The last day of the last couple: an extended one may outlast its project."""
    found = Couple.objects.filter(members__participant=participant)
    today = timezone.localdate()
    ends = [one.ended_on or max(one.planned_end, today) for one in found.only("ended_on", "planned_end")]
    return max(ends, default=None)


@cards.register(20)
def couple(participant: Participant) -> Card | None:
    """My buddy and how to reach them, with one tap for who met; the next appointment; and what we did."""
    own = membership_of(participant)
    if own is None:
        return None
    outings = list(own.couple.outings.all())
    context = {
        "buddies": buddies_in(own),
        "usual": own.couple.outings.usual_hours(),
        "met_today": any(one.day == timezone.localdate() for one in outings),
        "appointment": coming(own.couple),
        "outings": outings[:SHOWN],
        "earlier": outings[SHOWN:],
    }
    return Card("matching/own/card_couple.html", context)


@cards.register(25)
def going_on(participant: Participant) -> Card | None:
    """Three months more? Asked from a month before the end, once a couple."""
    own = membership_of(participant)
    if own is None or not own.couple.can_be_extended:
        return None
    if own.couple.planned_end - ASK_BEFORE > timezone.localdate():
        return None
    said = getattr(own, "going_on", None)
    return Card("matching/own/card_going_on.html", {"couple": own.couple, "said": said})
