"""Why a couple is a couple: in one word, in a sentence for everybody, and in figures for the coordinator."""

from collections.abc import Mapping

from matching.solver.case import SILENCE
from matching.solver.couples import CHOSEN, Found
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
    """Tells of the couples of one answer; words are looked up once.

    A couple is its host, its ``members`` (rows) and what each of those and the host ``said``, as Problem has it.
    """

    def __init__(self, found: Found, standing: Standing, labels: Labels) -> None:
        say = labels.say
        self.found, self.standing, self.labels = found, standing, labels
        self._answers = {answer: say(word) for answer, word in ANSWERS.items()}
        parts = ", ".join(f"{say(word)} %({name})s" for name, word in CRITERIA.items())
        self._internal = say(INTERNAL).replace("%(parts)s", parts)
        self._sentences = {
            (sentence, who): say(sentence) % {"who": say(who), "what": "%s"}
            for sentence in (FREE, LIKE, SPEAK)
            for who in (TWO, MORE)
        }
        self._told: dict[tuple[str, str, frozenset[str]], str] = {}

    def why(self, host: int, members: list[int], said: list[int]) -> str:
        """``lock``, ``chosen``, ``one-sided``, ``only-possibility`` or ``score``."""
        if self._locked(host, members):
            return "lock"
        if CHOSEN in said:
            return "chosen"
        if any(said):
            return "one-sided"
        standing = self.standing
        only = standing.of_host(host) == len(members) or any(standing.possibilities(row) == 1 for row in members)
        return "only-possibility" if only else "score"

    def _locked(self, host: int, members: list[int]) -> bool:
        locked = self.found.problem.seats.locked
        return bool(locked) and any(locked.get(row) == host for row in members)

    def explanation(self, host: int, members: list[int], said: list[int]) -> str:
        """What everybody in the couple shares.

        A choice is named only where all of them made it: elsewhere it would tell on one.
        """
        people, labels = self.found.case.people, self.labels
        sentences = [labels.say(CHOSE)] if said.count(CHOSEN) == len(members) else []
        old, first = people.old[host], people.new[members[0]]
        dayparts, interests = old.dayparts & first.dayparts, old.interests & first.interests
        languages, near = old.languages & first.languages, old.postcode and old.postcode == first.postcode
        for row in members[1:]:
            one = people.new[row]
            dayparts, interests = dayparts & one.dayparts, interests & one.interests
            languages, near = languages & one.languages, near and old.postcode == one.postcode
        who = TWO if len(members) == 1 else MORE
        if dayparts:
            sentences.append(self._shared(FREE, who, dayparts))
        if interests:
            sentences.append(self._shared(LIKE, who, interests))
        if languages:
            sentences.append(self._shared(SPEAK, who, languages))
        if near:
            sentences.append(labels.say(NEAR))
        if not sentences:
            sentences.append(labels.say(PUT if self._locked(host, members) else SO_ALL))
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
            told = self._sentences[sentence, who] % labels.listed(words[:MOST_NAMED])
            self._told[sentence, who, keys] = told
        return told

    def internal(
        self, host: int, members: list[int], points: Mapping[str, Mapping[str, int]], ranks: Mapping[str, int]
    ) -> str:
        """Per newcomer both answers, the points and where they come from, and how this one stands among the
        possibilities."""
        case, labels = self.found.case, self.labels
        old = case.people.old[host].id
        sentences = []
        for row, (new, mine) in zip(members, points.items(), strict=True):
            one, other = case.said.get((new, old), SILENCE)
            sentences.append(
                self._internal
                % {
                    **mine,
                    "new": labels.person(new),
                    "old": labels.person(old),
                    "one": self._answers[one],
                    "other": self._answers[other],
                    "points": sum(mine.values()),
                    "rank": ranks[new],
                    "many": self.standing.possibilities(row),
                }
            )
        return " ".join(sentences)
