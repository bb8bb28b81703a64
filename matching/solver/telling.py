"""Why a couple is a couple: in one word, in a sentence for everybody, and in figures for the coordinator."""

from collections.abc import Mapping

from matching.solver.couples import Found
from matching.solver.standing import Standing
from matching.solver.words import (
    ANSWERS,
    CHOSE,
    CRITERIA,
    FREE,
    INTERNAL,
    LIKE,
    MORE,
    MOST_NAMED,
    NEAR,
    PUT,
    SO_ALL,
    SPEAK,
    TWO,
    Labels,
)


class Teller:
    """Tells of the couples of one answer; words are looked up once."""

    def __init__(self, found: Found, standing: Standing, labels: Labels) -> None:
        say = labels.say
        self.found, self.standing, self.labels = found, standing, labels
        self._parts = ", ".join(f"{say(word)} %s" for word in CRITERIA.values())
        self._answers = {answer: say(word) for answer, word in ANSWERS.items()}
        self._internal = say(INTERNAL)
        self._told: dict[tuple[str, str, frozenset[str]], str] = {}

    def why(self, host: int, members: list[int]) -> str:
        """``lock``, ``chosen``, ``one-sided``, ``only-possibility`` or ``score``."""
        problem, standing = self.found.problem, self.standing
        locked = problem.seats.locked
        for row in members:
            if locked.get(row) == host:
                return "lock"
        for row in members:
            if (row, host) in problem.mutual:
                return "chosen"
        for row in members:
            if (row, host) in problem.choice:
                return "one-sided"
        only = standing.of_host(host) == len(members) or any(standing.possibilities(row) == 1 for row in members)
        return "only-possibility" if only else "score"

    def explanation(self, host: int, members: list[int]) -> str:
        """What everybody in the couple shares.

        A choice is named only where all of them made it: elsewhere it would tell on one.
        """
        problem, people, labels = self.found.problem, self.found.case.people, self.labels
        all_chose = problem.mutual.issuperset([(row, host) for row in members])
        sentences = [labels.say(CHOSE)] if all_chose else []
        old, first = people.old[host], people.new[members[0]]
        dayparts, interests = old.dayparts & first.dayparts, old.interests & first.interests
        languages, near = old.languages & first.languages, old.postcode and old.postcode == first.postcode
        for row in members[1:]:
            one = people.new[row]
            dayparts, interests = dayparts & one.dayparts, interests & one.interests
            languages, near = languages & one.languages, near and old.postcode == one.postcode
        who = TWO if len(members) == 1 else MORE
        for sentence, keys in ((FREE, dayparts), (LIKE, interests), (SPEAK, languages)):
            if keys:
                sentences.append(self._shared(sentence, who, keys))
        if near:
            sentences.append(labels.say(NEAR))
        if not sentences:
            sentences.append(labels.say(PUT if self.why(host, members) == "lock" else SO_ALL))
        return " ".join(sentences)

    def _shared(self, sentence: str, who: str, keys: frozenset[str]) -> str:
        """What two or more have in common, told once for all who share the same."""
        told = self._told.get((sentence, who, keys))
        if told is None:
            labels = self.labels
            if sentence == FREE:
                words = [labels.daypart(key) for key in labels.in_order(keys)]
            else:
                named = labels.interests if sentence == LIKE else labels.languages
                words = sorted([named.get(key, key) for key in keys])
            told = labels.say(sentence) % {"who": labels.say(who), "what": labels.listed(words[:MOST_NAMED])}
            self._told[sentence, who, keys] = told
        return told

    def internal(self, row: int, host: int, points: Mapping[str, int], rank: int) -> str:
        """Both answers, the points and where they come from, and how this one stands among the possibilities."""
        people, said, labels = self.found.case.people, self.found.case.choices.get, self.labels
        new, old = people.new[row].id, people.old[host].id
        return self._internal % {
            "new": labels.person(new),
            "old": labels.person(old),
            "one": self._answers[said((new, old))],
            "other": self._answers[said((old, new))],
            "points": sum(points.values()),
            "parts": self._parts % tuple(points.values()),
            "rank": rank,
            "many": self.standing.possibilities(row),
        }
