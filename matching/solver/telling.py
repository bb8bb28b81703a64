"""Why a couple is a couple: in one word, in a sentence for everybody, and in figures for the coordinator."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from operator import itemgetter
from typing import Any

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

NAME = re.compile(r"%\((\w+)\)s")
FIGURES = (*CRITERIA, "new", "old", "one", "other", "points", "rank", "many")
"""What is told to the coordinator of a pair, in the order in which it is handed over."""


@cache
def _by_place(sentence: str, criteria: tuple[str, ...]) -> tuple[str, Callable[[Sequence[Any]], tuple[Any, ...]]]:
    """The sentence for the coordinator to be filled in by place instead of by name, and which of FIGURES it takes:
    one sentence is filled in for everybody."""
    parts = ", ".join(f"{word} %({name})s" for name, word in zip(CRITERIA, criteria, strict=True))
    whole = sentence.replace("%(parts)s", parts)
    return NAME.sub("%s", whole), itemgetter(*map(FIGURES.index, NAME.findall(whole)))


class Teller:
    """Tells of the couples of one answer; words are looked up once.

    A couple is its host, its ``members`` (rows) and what each of those and the host ``said``, as Problem has it.
    """

    def __init__(self, found: Found, standing: Standing, labels: Labels) -> None:
        say = labels.say
        self.found, self.standing, self.labels = found, standing, labels
        self._answers = {answer: say(word) for answer, word in ANSWERS.items()}
        self._internal, self._figures = _by_place(say(INTERNAL), tuple(map(say, CRITERIA.values())))
        self._chose, self._near = say(CHOSE), say(NEAR)

    @cached_property
    def _of_two(self) -> "_Shared":
        return _Shared(self.labels, TWO)

    @cached_property
    def _of_more(self) -> "_Shared":
        return _Shared(self.labels, MORE)

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
        people = self.found.case.people
        sentences = [self._chose] if said.count(CHOSEN) == len(members) else []
        old, first = people.old[host], people.new[members[0]]
        dayparts, interests = old.dayparts & first.dayparts, old.interests & first.interests
        languages, near = old.languages & first.languages, old.postcode and old.postcode == first.postcode
        for row in members[1:]:
            one = people.new[row]
            dayparts, interests = dayparts & one.dayparts, interests & one.interests
            languages, near = languages & one.languages, near and old.postcode == one.postcode
        shared = self._of_two if len(members) == 1 else self._of_more
        if dayparts:
            sentences.append(shared.free[dayparts])
        if interests:
            sentences.append(shared.like[interests])
        if languages:
            sentences.append(shared.speak[languages])
        if near:
            sentences.append(self._near)
        if not sentences:
            sentences.append(self.labels.say(PUT if self._locked(host, members) else SO_ALL))
        return " ".join(sentences)

    def internal(
        self, host: int, members: list[int], points: Sequence[Mapping[str, int]], ranks: Sequence[int]
    ) -> str:
        """Per newcomer both answers, the points and where they come from, and how this one stands among the
        possibilities. ``points`` and ``ranks`` have one for each of ``members``."""
        people, said = self.found.case.people, self.found.case.said
        named, answers = self.labels.people, self._answers
        old = people.old[host].id
        old_name = named.get(old, old)
        sentences = []
        for row, mine, rank in zip(members, points, ranks, strict=True):
            new = people.new[row].id
            one, other = said.get((new, old), SILENCE)
            figures = (
                *mine.values(),
                named.get(new, new),
                old_name,
                answers[one],
                answers[other],
                sum(mine.values()),
                rank,
                self.standing.possibilities(row),
            )
            sentences.append(self._internal % self._figures(figures))
        return " ".join(sentences)


Named = Callable[[frozenset[str]], Sequence[str]]
"""What some keys are called, in the order in which they are told."""


def _by_name(names: Mapping[str, str]) -> Named:
    return lambda keys: sorted([names.get(key, key) for key in keys])


class _Shared:
    """The sentences for what people have in common, each worked out once for all who share the same; ``who`` says
    how many they are."""

    def __init__(self, labels: Labels, who: str) -> None:
        self.free = _Sentences(labels, FREE, who, labels.in_week)
        self.like = _Sentences(labels, LIKE, who, _by_name(labels.interests))
        self.speak = _Sentences(labels, SPEAK, who, _by_name(labels.languages))


class _Sentences(dict[frozenset[str], str]):
    """The sentence for each set of keys that was asked for."""

    def __init__(self, labels: Labels, sentence: str, who: str, words: Named) -> None:
        super().__init__()
        self._text = labels.say(sentence) % {"who": labels.say(who), "what": "%s"}
        self._words, self._listed = words, labels.listed

    def __missing__(self, keys: frozenset[str]) -> str:
        told = self[keys] = self._text % self._listed(self._words(keys)[:MOST_NAMED])
        return told
