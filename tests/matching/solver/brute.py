"""The best couples by trying every set there is, written from the definition and from nothing else.

A coupling is a set of pairs (new, old). ``counted`` says what each level of a coupling is worth, ``best`` which
couplings are the best there are: it walks over every admissible couple of every old, remembering only who is free.
``one_by_one`` does the same without remembering anything; it is there to check ``best`` in the smallest cases.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from itertools import combinations, islice, product
from typing import Any, NamedTuple

Document = dict[str, Any]
Pair = tuple[str, str]
Coupling = frozenset[Pair]

WEIGHTS = {"language": 300, "postcode": 200, "dayparts": 200, "interests": 200, "age": 50, "children": 50}
CHOICE_POINTS = {("maybe", "yes"): 3, ("none", "yes"): 2, ("maybe", "maybe"): 2, ("maybe", "none"): 1}
LEVELS = (
    "chosen_couples",
    "new_left_out",
    "old_left_out",
    "with_three_new",
    "mutual_pairs",
    "kept",
    "choice_points",
    "score",
    "draw",
)
HIGHER = {"chosen_couples", "mutual_pairs", "choice_points", "score"}
BASE = 1 << 40  # more than any level can add up to, so that one integer compares like a row of levels


class Impossible(Exception):
    """No coupling at all keeps these locks."""


class Levels(NamedTuple):
    """What each level is worth; ``kept`` counts the kept pairs that are no longer together."""

    chosen_couples: int
    new_left_out: int
    old_left_out: int
    with_three_new: int
    mutual_pairs: int
    kept: int
    choice_points: int
    score: int
    draw: int

    @property
    def merit(self) -> tuple[int, ...]:
        """The levels so that more is better, from the first to the last."""
        return tuple(value if name in HIGHER else -value for name, value in zip(LEVELS, self, strict=True))

    @property
    def stated(self) -> dict[str, int]:
        """The levels that an answer states."""
        return {name: value for name, value in self._asdict().items() if name not in {"kept", "draw"}}


def first_worse(free: Levels, forced: Levels) -> tuple[str, int] | None:
    """The first level at which ``forced`` is worse and by how much, or None; at an earlier level they are equal."""
    for name, one, other in zip(LEVELS, free.merit, forced.merit, strict=True):
        if one != other:
            assert other < one, f"{name} gets better: {free} {forced}"
            return name, one - other
    return None


class Book:
    """A document with its people by id and its answers by who and whom."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.new = {one["id"]: one for one in document["new"]}
        self.old = {one["id"]: one for one in document["old"]}
        self.people = self.new | self.old
        self.answer = {(who, whom): answer for who, whom, answer in document.get("choices", [])}
        self.locks = {(new, old) for new, old in document.get("locks", [])}
        self.vetoes = {(new, old) for new, old in document.get("vetoes", [])}
        self.previous = {(new, old) for new, old in document.get("previous", [])}
        self.apart = {frozenset(two) for two in document.get("apart", [])}
        self.keep = set(kept_pairs(document))
        self.weights = WEIGHTS | document.get("weights", {})

    def both(self, new: str, old: str) -> tuple[str, str]:
        """What the two answered about each other, in the order of the alphabet."""
        one, other = self.answer.get((new, old), "none"), self.answer.get((old, new), "none")
        return min(one, other), max(one, other)

    def choice_points(self, new: str, old: str) -> int:
        return CHOICE_POINTS.get(self.both(new, old), 0)

    def mutual(self, new: str, old: str) -> bool:
        return self.both(new, old) == ("yes", "yes")

    def allowed(self, old: str, members: Collection[str]) -> bool:
        """Whether the old one and these new may be one couple: every hard rule but the locks."""
        return (
            len(members) <= self.old[old].get("max_new", 1)
            and women_rule([self.people[one] for one in [old, *members]])
            and not any(frozenset(two) in self.apart for two in combinations(members, 2))
            and all(self.pair_allowed(new, old) for new in members)
        )

    def pair_allowed(self, new: str, old: str) -> bool:
        """Whether no veto, no ``no`` and no earlier couple stands between the two."""
        if (new, old) in self.vetoes or "no" in self.both(new, old):
            return False
        return (new, old) not in self.previous or self.mutual(new, old)

    def score(self, new: str, old: str) -> int:
        return sum(points(self.new[new], self.old[old], self.weights).values())

    def draw(self, new: str, old: str) -> int:
        """The first 16 bits of SHA-256 of ``seed|new|old``."""
        digest = hashlib.sha256(f"{self.document['seed']}|{new}|{old}".encode()).hexdigest()
        return int(digest[:4], 16)


def kept_pairs(document: Document) -> Iterator[Pair]:
    """The pairs of ``keep``, which holds couples as in an answer, or pairs."""
    for one in document.get("keep", []):
        if isinstance(one, dict):
            yield from ((new, one["old"]) for new in one["new"])
        else:
            yield one[0], one[1]


def women_rule(people: Collection[Document]) -> bool:
    """With a woman who goes out only with women everybody is a woman; unknown counts as not."""
    return not any(one.get("women_only") for one in people) or all(one.get("woman") is True for one in people)


def points(new: Document, old: Document, weights: dict[str, int]) -> dict[str, int]:
    """The soft score of a pair, by criterion."""

    def shared(name: str) -> int:
        return len(set(new.get(name) or []) & set(old.get(name) or []))

    def known(name: str) -> bool:
        return new.get(name) is not None and old.get(name) is not None

    found = dict.fromkeys(WEIGHTS, 0)
    if shared("languages"):
        found["language"] = weights["language"]
    if known("postcode") and new["postcode"] == old["postcode"]:
        found["postcode"] = weights["postcode"]
    elif known("postcode") and new["postcode"][:3] == old["postcode"][:3]:
        found["postcode"] = weights["postcode"] // 2
    for name in ("dayparts", "interests"):
        found[name] = weights[name] * min(2, shared(name)) // 2
    if known("birth_year"):
        found["age"] = weights["age"] * max(0, 40 - abs(new["birth_year"] - old["birth_year"])) // 40
    if known("children") and new["children"] == old["children"]:
        found["children"] = weights["children"]
    return found


def couples_of(coupling: Collection[Pair]) -> dict[str, list[str]]:
    """The new of each old, sorted."""
    couples = defaultdict(list)
    for new, old in sorted(coupling):
        couples[old].append(new)
    return dict(couples)


def counted(document: Document, coupling: Collection[Pair]) -> Levels:
    """What each level of this coupling is worth."""
    book = Book(document)
    couples = couples_of(coupling)
    return Levels(
        chosen_couples=sum(any(book.mutual(new, old) for new in members) for old, members in couples.items()),
        new_left_out=len(book.new) - len({new for new, _old in coupling}),
        old_left_out=len(book.old) - len(couples),
        with_three_new=sum(len(members) == 3 for members in couples.values()),
        mutual_pairs=sum(book.mutual(*pair) for pair in coupling),
        kept=len(book.keep - set(coupling)),
        choice_points=sum(book.choice_points(*pair) for pair in coupling),
        score=sum(book.score(*pair) for pair in coupling),
        draw=sum(book.draw(*pair) for pair in coupling),
    )


def broken_rules(document: Document, coupling: Collection[Pair]) -> list[str]:
    """The hard rules that this coupling breaks."""
    book = Book(document)
    found = [f"lock not kept: {pair}" for pair in book.locks - set(coupling)]
    found += [f"unknown: {pair}" for pair in coupling if pair[0] not in book.new or pair[1] not in book.old]
    if len({new for new, _old in coupling}) < len(coupling):
        found.append("somebody new is in two couples")
    if found:
        return found
    return [
        f"not allowed: {old} {members}"
        for old, members in couples_of(coupling).items()
        if not book.allowed(old, members)
    ]


def _worth(book: Book, old: str, members: tuple[str, ...], without: Collection[str]) -> int:
    """What a couple adds to every level, in one integer; the levels of ``without`` count for nothing."""
    pairs = [(new, old) for new in members]
    parts = (
        any(book.mutual(*pair) for pair in pairs),
        len(members),
        bool(members),
        -(len(members) == 3),
        sum(book.mutual(*pair) for pair in pairs),
        sum(pair in book.keep for pair in pairs),
        sum(book.choice_points(*pair) for pair in pairs),
        sum(book.score(*pair) for pair in pairs),
        -sum(book.draw(*pair) for pair in pairs),
    )
    worth = 0
    for name, part in zip(LEVELS, parts, strict=True):
        worth = worth * BASE + (0 if name in without else part)
    return worth


def admissible(book: Book, old: str) -> Iterator[tuple[str, ...]]:
    """Every set of new that may go with this old one, nobody among them, with the locks kept."""
    mine = {new for new, host in book.locks if host == old}
    others = {new for new, host in book.locks if host != old}
    free = [new for new in book.new if new not in others and (new in mine or book.pair_allowed(new, old))]
    for size in range(book.old[old].get("max_new", 1) + 1):
        for members in combinations(free, size):
            if mine <= set(members) and book.allowed(old, members):
                yield members


class Search:
    """Every couple of every old with what it adds, and the most that can be had with the new who are still free."""

    def __init__(self, document: Document, without: Collection[str]) -> None:
        book = Book(document)
        bit = {new: 1 << number for number, new in enumerate(book.new)}
        self.hosts = list(book.old)
        self.everybody = (1 << len(book.new)) - 1
        self.options = [
            [
                (sum(bit[new] for new in members), _worth(book, old, members, without), members)
                for members in admissible(book, old)
            ]
            for old in self.hosts
        ]
        self.highest = cache(self._highest)

    def _highest(self, number: int, free: int) -> int | None:
        """From this old on; None where the locks cannot be kept."""
        if number == len(self.hosts):
            return 0
        found = None
        for mask, worth, _members in self.options[number]:
            if mask & ~free == 0 and (rest := self.highest(number + 1, free & ~mask)) is not None:
                found = worth + rest if found is None else max(found, worth + rest)
        return found

    def reaching(self, number: int, free: int) -> Iterator[Coupling]:
        """The couplings from this old on that reach the highest."""
        if number == len(self.hosts):
            yield frozenset()
            return
        most = self.highest(number, free)
        for mask, worth, members in self.options[number]:
            rest = None if mask & ~free else self.highest(number + 1, free & ~mask)
            if rest is not None and worth + rest == most:
                pairs = frozenset((new, self.hosts[number]) for new in members)
                yield from (pairs | coupling for coupling in self.reaching(number + 1, free & ~mask))


def best(document: Document, most: int = 50, without: Collection[str] = ()) -> tuple[Levels, list[Coupling]]:
    """The levels of the best couplings, and these couplings themselves (``most`` of them).

    With ``without`` the best for somebody to whom these levels are worth nothing.
    """
    search = Search(document, without)
    if search.highest(0, search.everybody) is None:
        raise Impossible
    found = list(islice(search.reaching(0, search.everybody), most))
    return counted(document, found[0]), found


def one_by_one(document: Document) -> tuple[Levels, list[Coupling]]:
    """The same as ``best``, by giving every new each of the old or nobody."""
    ids = [one["id"] for one in document["new"]]
    hosts: list[str | None] = [None, *(one["id"] for one in document["old"])]
    found: dict[Levels, list[Coupling]] = defaultdict(list)
    for places in product(hosts, repeat=len(ids)):
        coupling = frozenset((new, old) for new, old in zip(ids, places, strict=True) if old is not None)
        if not broken_rules(document, coupling):
            found[counted(document, coupling)].append(coupling)
    if not found:
        raise Impossible
    levels = max(found, key=lambda one: one.merit)
    return levels, found[levels]
