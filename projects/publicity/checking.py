"""What is no longer right in a text: facts that moved since they were filled in, days the project does not have."""

import re
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from projects.models import Project, PublicityText
from projects.publicity.facts import Facts, coming, key_of

SHORTEST = 6
"""What is shorter than this may stand in a text by accident; it is not followed."""

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
DAY_IN_TEXT = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(DAYS)})\s+)?(?P<day>[0-3]?\d)\s+(?P<month>{'|'.join(MONTHS)})\b(?:\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)


class Moved(NamedTuple):
    """A fact that stands in the text as it was. ``new`` is empty when it is no more."""

    key: str
    label: str
    old: str
    new: str


def filled_in(text: str, facts: Facts, before: dict[str, str]) -> dict[str, str]:
    """Which facts stand in ``text``, and in which words: as they are now, or as they were ``before``."""
    found = {}
    for key, old in before.items():
        if old in text:
            found[key] = old
    for key, fact in facts.items():
        if len(fact.value) >= SHORTEST and fact.value in text:
            found[key] = fact.value
    return found


def moved(text: PublicityText, facts: Facts) -> list[Moved]:
    """What stands in ``text`` and is no longer so, in the order of the facts."""
    whole = f"{text.title}\n{text.text}"
    found = []
    for key, old in text.filled.items():
        fact = facts.get(key)
        if old in whole and (fact is None or fact.value != old):
            label = fact.label if fact else _("bijeenkomst die er niet meer is")
            found.append(Moved(key, label, old, fact.value if fact else ""))
    return found


def refreshed(words: str, changes: list[Moved]) -> str:
    """``words`` with every old fact replaced by the new one, all at once; what is no more stays, to be seen."""
    new = {change.old: change.new for change in changes if change.new}
    if not new:
        return words
    # The longest first, so that a name within a longer fact is left to that one.
    pattern = "|".join(re.escape(old) for old in sorted(new, key=len, reverse=True))
    return re.sub(pattern, lambda found: new[found[0]], words)


def doubtful_days(text: str, project: Project) -> list[str]:
    """Days in ``text`` on which the project has nothing, or that are another day of the week; each once."""
    known = {meeting.day for meeting in project.meetings.all()} | {project.starts_on, project.ends_on}
    found = [match[0] for match in DAY_IN_TEXT.finditer(text) if not _is_known(match, known)]
    return list(dict.fromkeys(" ".join(words.split()) for words in found))


def _is_known(found: "re.Match[str]", known: set[date]) -> bool:
    day, month = int(found["day"]), MONTHS.index(found["month"].lower()) + 1
    same = [one for one in known if (one.day, one.month) == (day, month)]
    if found["year"]:
        same = [one for one in same if one.year == int(found["year"])]
    if found["weekday"]:
        same = [one for one in same if DAYS[one.weekday()] == found["weekday"].lower()]
    return bool(same)


def not_told(text: str, project: Project, facts: Facts) -> list[str]:
    """The meetings to come whose day does not stand in ``text``."""
    return [
        f"{facts[key_of(meeting)].label}: {facts[key_of(meeting)].value}"
        for meeting in coming(project)
        if not meeting.has_begun and facts[key_of(meeting)].value not in text
    ]
