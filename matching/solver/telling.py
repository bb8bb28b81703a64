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
        self._internal, self._free, self._like, self._speak = say(INTERNAL), say(FREE), say(LIKE), say(SPEAK)

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
        all_chose = all((row, host) in problem.mutual for row in members)
        sentences = [labels.say(CHOSE)] if all_chose else []
        old, first = people.old[host], people.new[members[0]]
        dayparts, interests = old.dayparts & first.dayparts, old.interests & first.interests
        languages, near = old.languages & first.languages, old.postcode and old.postcode == first.postcode
        for row in members[1:]:
            one = people.new[row]
            dayparts, interests = dayparts & one.dayparts, interests & one.interests
            languages, near = languages & one.languages, near and old.postcode == one.postcode
        who = labels.say(TWO if len(members) == 1 else MORE)
        if dayparts:
            words = [labels.daypart(key) for key in labels.in_order(dayparts)[:MOST_NAMED]]
            sentences.append(self._free % {"who": who, "what": labels.listed(words)})
        if interests:
            sentences.append(self._like % {"who": who, "what": _words(labels, labels.interests, interests)})
        if languages:
            sentences.append(self._speak % {"who": who, "what": _words(labels, labels.languages, languages)})
        if near:
            sentences.append(labels.say(NEAR))
        if not sentences:
            sentences.append(labels.say(PUT if self.why(host, members) == "lock" else SO_ALL))
        return " ".join(sentences)

    def internal(self, row: int, host: int, points: Mapping[str, int], rank: int) -> str:
        """Both answers, the points and where they come from, and how this one stands among the possibilities."""
        case, labels = self.found.case, self.labels
        new, old = case.people.new[row].id, case.people.old[host].id
        return self._internal % {
            "new": labels.person(new),
            "old": labels.person(old),
            "one": self._answers[case.answer(new, old)],
            "other": self._answers[case.answer(old, new)],
            "points": sum(points.values()),
            "parts": self._parts % tuple([points[name] for name in CRITERIA]),
            "rank": rank,
            "many": self.standing.possibilities(row),
        }


def _words(labels: Labels, named: Mapping[str, str], keys: frozenset[str]) -> str:
    return labels.listed(sorted([named.get(key, key) for key in keys])[:MOST_NAMED])
