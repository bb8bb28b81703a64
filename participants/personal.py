"""The page behind somebody's own link; each app adds its cards, and the sentences said after a deed.

This module holds the registries and what ``participants`` itself puts on the page.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from participants.actions.claims import left_to_claim
from participants.evaluating import may_answer
from participants.link_life import needed_until
from participants.models import AmbassadorWish, Mood, Participant, Status
from participants.models.participant import TAKES_PART
from participants.models.wish import MAY_WISH
from participants.staying import asked_until, is_asked
from projects.models import ClaimKind
from projects.registry import Registry


class Card(NamedTuple):
    """One card of the page: a template and what it shows; the page adds ``participant`` and ``token``."""

    template: str
    context: dict[str, Any]


class Said(NamedTuple):
    """What is told after a deed; ``key`` stands in the address, so that no session is needed."""

    key: str
    sentence: Any


CardMaker = Callable[[Participant], Card | None]
cards: Registry[CardMaker] = Registry("personal")
sentences: Registry[Said] = Registry("personal")
# The others in somebody's couple, as a higher app knows them.
Buddies = Callable[[Participant], list[Participant]]
buddies: Registry[Buddies] = Registry("personal")

for _key, _sentence in {
    "komt": _("Fijn dat je komt. We hebben het opgeschreven."),
    "komt-niet": _("Jammer dat je niet kunt komen. We hebben het opgeschreven."),
    "gevoel": _("Dank je wel. We hebben het opgeschreven."),
    "gegevens": _("Je nieuwe gegevens zijn opgeslagen."),
    "gemeld": _("Je bericht is bij de coördinator. Alleen de coördinator leest het."),
    "stoppen": _("We weten dat je wilt stoppen. De coördinator belt je."),
    "gestopt": _("Je doet niet meer mee. Bedankt dat je erbij was."),
    "geld": _("Je aanvraag is verstuurd. We kijken ernaar."),
    "ingetrokken": _("Je toestemming is ingetrokken."),
    "helpen": _("Wat leuk! De coördinator belt of mailt je."),
    "blijft": _("Fijn! Je blijft op de lijst. We laten het weten als er een mixmaatje is."),
    "gevraagd": _("We hebben je vraag gekregen. De coördinator geeft je antwoord."),
    "niet-helpen": _("Dat is goed. Dank je wel voor je antwoord."),
}.items():
    sentences.add(10, Said(_key, _sentence))


def cards_for(participant: Participant) -> list[Card]:
    """The cards in order; a maker answers None where there is nothing to show or do."""
    return [card for maker in cards if (card := maker(participant))]


def sentence_for(key: str) -> Any:
    """What is to be said for ``key``; nothing for a key that nobody gave out."""
    return next((said.sentence for said in sentences if said.key == key), "")


def buddies_of(participant: Participant) -> list[Participant]:
    """Who is in a couple with ``participant`` now."""
    return [one for ask in buddies for one in ask(participant)]


@cards.register(10)
def state(participant: Participant) -> Card | None:
    """Where somebody stands, as far as the other cards do not tell it."""
    if participant.status == Status.COUPLED:
        return None
    return Card("participants/own/card_state.html", {})


@cards.register(30)
def next_meeting(participant: Participant) -> Card | None:
    """The next gathering of the whole group, and those somebody is invited to, with the question whether they come."""
    meeting = participant.project.meetings.upcoming().first()
    if meeting is None or participant.status == Status.STOPPED:
        return None
    rows = participant.invitations.ahead().select_related("meeting__venue").order_by("meeting__starts_at")
    context = {
        "next_meeting": meeting,
        "invitations": list(rows),
    }
    return Card("participants/own/card_meeting.html", context)


@cards.register(35)
def how_is_it(participant: Participant) -> Card | None:
    """Three faces."""
    if participant.status not in TAKES_PART:
        return None
    return Card("participants/own/card_mood.html", {"faces": FACES, "last": participant.moods.first()})


FACES = [
    {"value": Mood.Face.GOOD.value, "label": Mood.Face.GOOD.label, "icon": "emoji-smile"},
    {"value": Mood.Face.SO_SO.value, "label": Mood.Face.SO_SO.label, "icon": "emoji-neutral"},
    {"value": Mood.Face.BAD.value, "label": Mood.Face.BAD.label, "icon": "emoji-frown"},
]


def may_claim(participant: Participant) -> bool:
    """Whether there is something to claim: who takes part, while the books are open."""
    open_books = participant.project.books_closed_at is None
    return (
        open_books and participant.status in TAKES_PART and any(left_to_claim(participant, k) > 0 for k in ClaimKind)
    )


@cards.register(5)
def staying(participant: Participant) -> Card | None:
    """Do you want to stay on the list? For who waits for a buddy half a year."""
    return Card("participants/own/card_stay.html", {}) if is_asked(participant) else None


# Who is asked whether to stay may answer until the day they go, long after the project.
needed_until.add(20, asked_until)


@cards.register(28)
def evaluation(participant: Participant) -> Card | None:
    """What did you think of it? From two weeks before the end until the end report is final."""
    if not may_answer(participant):
        return None
    return Card("participants/evaluation/card.html", {"is_answered": hasattr(participant, "evaluation")})


@cards.register(60)
def money(participant: Participant) -> Card | None:
    """What may still be asked back, and what became of what was."""
    claims = list(participant.claims.all())
    claiming = may_claim(participant)
    if not claiming and not claims:
        return None
    left = {kind.label: left_to_claim(participant, kind) for kind in ClaimKind}
    return Card("participants/own/card_money.html", {"may_claim": claiming, "left": left, "claims": claims})


@cards.register(65)
def become_an_ambassador(participant: Participant) -> Card | None:
    """Who took part may become an ambassador: asked, or of their own accord."""
    if participant.status not in MAY_WISH:
        return None
    last = participant.ambassador_wishes.first()
    context = {
        "waits": last is not None and last.answer == AmbassadorWish.Answer.YES and last.handled_at is None,
        "is_asked": last is not None and not last.answer and last.handled_at is None,
    }
    return Card("participants/own/card_ambassador.html", context)


@cards.register(70)
def help_wanted(participant: Participant) -> Card | None:
    """Whom to call, and how to tell that something is not right."""
    return Card("participants/own/card_help.html", {"ambassador": participant.ambassador})


@cards.register(80)
def about_me(participant: Participant) -> Card | None:
    """My data, my form, what I agreed to, and stopping."""
    context = {
        "consents": participant.consents.standing().in_reading_order(),
        "may_stop": may_stop(participant),
        "requests": set(participant.data_requests.open().values_list("kind", flat=True)),
        "wants_to_stop": participant.stop_wishes.filter(handled_at__isnull=True).exists(),
    }
    return Card("participants/own/card_me.html", context)


def may_stop(participant: Participant) -> bool:
    """Whether there is something to stop with."""
    return participant.status not in {Status.STOPPED, Status.COMPLETED}
