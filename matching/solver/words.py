"""The sentences. What may be read out never tells one person's choice or wish; the rest is for the coordinator.

Dutch is the source; ``Labels.say`` translates, and gives ids and keys the words people know.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

DAYS = {
    "mon": "maandag",
    "tue": "dinsdag",
    "wed": "woensdag",
    "thu": "donderdag",
    "fri": "vrijdag",
    "sat": "zaterdag",
    "sun": "zondag",
}
PARTS = {"1": "ochtend", "2": "middag", "3": "avond"}
DAYPARTS = {f"{day}-{part}": f"{DAYS[day]}{PARTS[part]}" for day in DAYS for part in PARTS}
WEEK = {key: (place, "") for place, key in enumerate(DAYPARTS)}


def _in_week(key: str) -> tuple[int, str]:
    return WEEK.get(key) or (len(WEEK), key)


def _(text: str) -> str:
    """Marks a sentence for translation; ``Labels.say`` does the translating."""
    return text


@dataclass(frozen=True)
class Labels:
    """What people, dayparts, interests and languages are called; what is not named is called by its own key."""

    people: Mapping[str, str] = field(default_factory=dict)
    dayparts: Mapping[str, str] = field(default_factory=dict)
    interests: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    say: Callable[[str], str] = str

    def person(self, name: str) -> str:
        return self.people.get(name, name)

    def daypart(self, key: str) -> str:
        return self.dayparts.get(key) or DAYPARTS.get(key, key)

    def in_week(self, dayparts: Iterable[str]) -> list[str]:
        """What dayparts are called, as they come in a week, Monday first; others after those."""
        return [self.daypart(key) for key in sorted(dayparts, key=_in_week)]

    def named(self, names: Iterable[str]) -> str:
        return self.listed([self.person(name) for name in names])

    def listed(self, words: Sequence[str]) -> str:
        """``koken, lezen en wandelen``."""
        if len(words) == 1:
            return words[0]
        if not words:
            return ""
        return f"{', '.join(words[:-1])} {self.say(_('en'))} {words[-1]}"


MOST_NAMED = 2

CHOSE = _("Jullie kozen elkaar.")
FREE = _("Jullie kunnen %(who)s op %(what)s.")
LIKE = _("Jullie houden %(who)s van %(what)s.")
SPEAK = _("Jullie spreken %(who)s %(what)s.")
NEAR = _("Jullie wonen bij elkaar in de buurt.")
SO_ALL = _("Zo kunnen jullie samen op stap.")
PUT = _("De begeleiding heeft jullie bij elkaar gezet.")
TWO = _("allebei")
MORE = _("allemaal")

TOO_FEW_OLD = _("Er is te weinig plek: voor %(many)s 'nieuwe' Amsterdammers zijn er %(places)s plekken.")
TOO_FEW_NEW = _("Er zijn te weinig 'nieuwe' Amsterdammers: %(places)s voor %(many)s 'oude' Amsterdammers.")
NO_FIT = _("Met de mensen die er nu zijn, is er nog geen koppel dat past. Je staat vooraan voor de volgende keer.")

LACKING = {
    "new": _("Voor %(many)s (%(names)s) passen alleen %(hosts)s, samen goed voor %(places)s."),
    "old": _("Voor %(many)s (%(names)s) passen alleen %(hosts)s, en dat zijn er %(places)s."),
}
NOBODY = _("Voor %(name)s past niemand die er is.")
RULED = _("Deze mensen kunnen niet allemaal een koppel vormen zonder een regel te breken: %(names)s.")
CHOSEN_FIRST = _(
    "Deze mensen kunnen alleen allemaal een koppel vormen als een koppel dat elkaar koos uit elkaar gaat: %(names)s."
)
BARRED = {
    "women": _("alleen met vrouwen: %(names)s"),
    "veto": _("afgesproken van niet: %(names)s"),
    "no": _("nee gezegd: %(names)s"),
    "previous": _("waren al een koppel: %(names)s"),
}

HELP = {
    ("new", None): _("nog één 'oude' Amsterdammer"),
    ("new", True): _("nog één vrouw bij de 'oude' Amsterdammers"),
    ("old", None): _("nog één 'nieuwe' Amsterdammer"),
    ("old", True): _("nog één vrouw bij de 'nieuwe' Amsterdammers"),
}
HELP_ROOM = _("%(name)s neemt er nog één bij")
NO_HELP = _("één persoon erbij is niet genoeg")
OR = _("of")

ANSWERS = {"yes": _("ja"), "maybe": _("misschien"), "no": _("nee"), None: _("niets")}
INTERNAL = _("%(new)s zei %(one)s, %(old)s zei %(other)s; %(points)s punten (%(parts)s); keus %(rank)s van %(many)s.")
CRITERIA = {
    "language": _("taal"),
    "postcode": _("buurt"),
    "dayparts": _("tijd"),
    "interests": _("interesses"),
    "age": _("leeftijd"),
    "children": _("kinderen"),
}

TRADE_OFF = _(
    "%(couple)s kozen elkaar. Daardoor %(stay)s zonder koppel: %(placed)s. Zonder dat koppel kan wel: %(alternative)s."
)
WHY_NOT_SAME = _("Dit koppel staat er al.")
WHY_NOT_RULE = {
    "veto": _("Over dit koppel is afgesproken van niet."),
    "no": _("Een van de twee zei nee."),
    "previous": _("Ze waren al eens een koppel, en zeiden nu niet allebei ja."),
    "women": _("Een van de twee gaat alleen met vrouwen op stap."),
    "beside": _("Dit koppel kan niet naast wat al vaststaat."),
}
WHY_NOT = _("Dan gaat dit achteruit: %(level)s, met %(by)s.")
WHY_NOT_DRAW = _("Het maakt niets uit: de loting koos.")
LEVEL_NAMES = {
    "chosen_couples": _("koppels die elkaar kozen"),
    "new_left_out": _("'nieuwe' Amsterdammers zonder koppel"),
    "old_left_out": _("'oude' Amsterdammers zonder koppel"),
    "with_three_new": _("koppels met drie 'nieuwe' Amsterdammers"),
    "mutual_pairs": _("mensen die allebei ja zeiden"),
    "kept": _("koppels die blijven zoals ze waren"),
    "choice_points": _("punten voor andere keuzes"),
    "score": _("punten voor wat mensen delen"),
    "draw": _("de loting"),
}
LOSES = {
    "couple": _("%(name)s heeft dan geen koppel."),
    "chosen": _("%(name)s is dan niet meer met iemand die ook ja zei."),
    "choice": _("%(name)s is dan met iemand naar wie minder keuzes gaan."),
    "score": _("%(name)s deelt dan minder met de ander."),
    "other": _("%(name)s is dan met iemand anders."),
}

ROUND_WARNING = _("%(name)s zit in ronde %(round)s voor de tweede keer achter elkaar niet aan een tafel.")
