"""From a document (JSON read in) to a checked case; what cannot be is refused here, with whom it is about."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from matching.solver.case import RULES, Case, Pair, People, Said, pair_barred
from matching.solver.people import Person, women_rule_broken_by
from matching.solver.refused import Refused

ANSWERS = ("yes", "maybe", "no")
DEFAULT_WEIGHTS = {"language": 300, "postcode": 200, "dayparts": 200, "interests": 200, "age": 50, "children": 50}
HIGHEST_WEIGHT = 1000
MOST_NEW = 3
AREA = re.compile(r"[0-9]{4}")


def read_case(document: Any) -> Case:
    """The checked case. Raises Refused."""
    whole = whole_object(document)
    people = read_people(whole)
    case = Case(
        seed=read_seed(whole),
        people=people,
        weights=read_weights(whole.get("weights")),
        said=_said(_list(whole, "choices"), people),
        locks=read_pairs(whole, "locks", people),
        vetoes=set(read_pairs(whole, "vetoes", people)),
        apart=read_apart(whole, people),
        previous=set(read_pairs(whole, "previous", people)),
        keep=set(_kept(_list(whole, "keep"), people)),
        why_not=_why_not(whole.get("why_not"), people),
    )
    check_locks(case)
    return case


def read_people(whole: Mapping[str, Any]) -> People:
    """Both sides; refused when an id stands twice or a trait is not what it should be."""
    sides = []
    for side in ("new", "old"):
        if side not in whole:
            raise Refused(f"'{side}' is missing")
        sides.append([_person(one, side) for one in _list(whole, side)])
    ids = [one.id for side in sides for one in side]
    if len(set(ids)) != len(ids):
        twice = sorted({one for one in ids if ids.count(one) > 1})
        raise Refused("the same id stands here twice", twice)
    return People(*sides)


def read_seed(whole: Mapping[str, Any]) -> str:
    seed = whole.get("seed")
    if not isinstance(seed, str) or not _writable(seed):
        raise Refused("'seed' must be a text")
    return seed


def read_apart(whole: Mapping[str, Any], people: People) -> set[frozenset[str]]:
    """Pairs of new who must not share one old."""
    found = set()
    for entry in _list(whole, "apart"):
        one, other = _two(entry, "apart")
        _known([one, other], people)
        if one == other or one not in people.row or other not in people.row:
            raise Refused("'apart' names two different people of the new side", [one, other])
        found.add(frozenset((one, other)))
    return found


def whole_object(document: Any) -> Mapping[str, Any]:
    if not isinstance(document, dict):
        raise Refused("the document must be an object")
    return document


def _list(whole: Mapping[str, Any], name: str) -> list[Any]:
    found = whole.get(name)
    if found is None and name not in ("new", "old"):
        return []
    if not isinstance(found, list):
        raise Refused(f"'{name}' must be a list")
    return found


def _writable(text: str) -> bool:
    """Whether the text can be written as UTF-8 at all."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _person(entry: Any, side: str) -> Person:
    if not isinstance(entry, dict):
        raise Refused(f"each of '{side}' must be an object")
    name = entry.get("id")
    if not isinstance(name, str) or not name or not _writable(name):
        raise Refused(f"each of '{side}' needs an 'id', a text")
    woman, women_only = entry.get("woman"), entry.get("women_only", False)
    if woman is not None and not isinstance(woman, bool):
        raise Refused("'woman' must be true, false or null", [name])
    if not isinstance(women_only, bool):
        raise Refused("'women_only' must be true or false", [name])
    if women_only and woman is not True:
        raise Refused("'women_only' goes with 'woman' true", [name])
    children = entry.get("children")
    if children is not None and not isinstance(children, bool):
        raise Refused("'children' must be true, false or null", [name])
    return Person(
        name,
        woman,
        women_only,
        _keys(entry, "languages", name),
        _keys(entry, "dayparts", name),
        _keys(entry, "interests", name),
        _area(entry.get("postcode"), name),
        _year(entry.get("birth_year"), name),
        children,
        _most(entry.get("max_new", 1), name) if side == "old" else 1,
    )


def _keys(entry: Mapping[str, Any], name: str, who: str) -> frozenset[str]:
    found = entry.get(name)
    if found is None:
        return frozenset()
    if not isinstance(found, list) or not all(map(_is_text, found)):
        raise Refused(f"'{name}' must be a list of texts", [who])
    return frozenset(found)


def _area(found: Any, who: str) -> str | None:
    if found is not None and not (isinstance(found, str) and AREA.fullmatch(found)):
        raise Refused("'postcode' must be four digits or null", [who])
    return found


def _year(found: Any, who: str) -> int | None:
    if found is not None and not (_whole(found) and 1 <= found <= 9999):
        raise Refused("'birth_year' must be a year or null", [who])
    return found


def _most(found: Any, who: str) -> int:
    if not _whole(found) or not 1 <= found <= MOST_NEW:
        raise Refused("'max_new' must be 1, 2 or 3", [who])
    return int(found)


def _is_text(found: Any) -> bool:
    return isinstance(found, str)


def _whole(found: Any) -> bool:
    return isinstance(found, int) and not isinstance(found, bool)


def read_weights(found: Any) -> dict[str, int]:
    if found is None:
        return DEFAULT_WEIGHTS
    if not isinstance(found, dict):
        raise Refused("'weights' must be an object")
    unknown = sorted(set(found) - set(DEFAULT_WEIGHTS))
    if unknown:
        raise Refused(f"'weights' knows no {', '.join(unknown)}")
    for name, weight in found.items():
        if not _whole(weight) or not 0 <= weight <= HIGHEST_WEIGHT:
            raise Refused(f"the weight of '{name}' must be a whole number from 0 to {HIGHEST_WEIGHT}")
    return {**DEFAULT_WEIGHTS, **found}


def _two(entry: Any, name: str) -> Pair:
    if not isinstance(entry, list) or len(entry) != 2 or not all(isinstance(one, str) for one in entry):
        raise Refused(f"each of '{name}' must be two ids")
    return entry[0], entry[1]


def _known(ids: Iterable[str], people: People) -> None:
    unknown = [one for one in ids if one not in people.row and one not in people.column]
    if unknown:
        raise Refused("nobody here has this id", unknown)


def _pair(entry: Any, name: str, people: People) -> Pair:
    new, old = _two(entry, name)
    _known([new, old], people)
    if new not in people.row or old not in people.column:
        raise Refused(f"each of '{name}' must be [new, old]", [new, old])
    return new, old


def read_pairs(whole: Mapping[str, Any], name: str, people: People) -> list[Pair]:
    """``[new, old]`` pairs; refused for an unknown id or sides the wrong way round."""
    return [_pair(entry, name, people) for entry in _list(whole, name)]


def _why_not(found: Any, people: People) -> Pair | None:
    return None if found is None else _pair(found, "why_not", people)


def _kept(entries: list[Any], people: People) -> Iterable[Pair]:
    """Couples as they are written out, or ``[new, old]`` pairs."""
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get("new"), list):
            for new in entry["new"]:
                yield _pair([new, entry.get("old")], "keep", people)
        else:
            yield _pair(entry, "keep", people)


def _said(entries: list[Any], people: People) -> dict[Pair, Said]:
    """What the two of each pair said of each other."""
    choices = _choices(entries, people)
    found: dict[Pair, Said] = {}
    for (who, whom), answer in choices.items():
        back = choices.get((whom, who))
        if who in people.row:
            found[who, whom] = answer, back
        elif back is None:
            found[whom, who] = None, answer
    return found


def _choices(entries: list[Any], people: People) -> dict[Pair, str]:
    found: dict[Pair, str] = {}
    row, column = people.row, people.column
    for entry in entries:
        if not isinstance(entry, list) or len(entry) != 3 or not all(map(_is_text, entry)):
            raise Refused("each of 'choices' must be [who, whom, answer]")
        who, whom, answer = entry
        if not (who in row and whom in column) and not (who in column and whom in row):
            _known([who, whom], people)
            raise Refused("a choice is between two people of different sides", [who, whom])
        if answer not in ANSWERS:
            raise Refused(f"an answer is one of {', '.join(ANSWERS)}", [who, whom])
        if (who, whom) in found:
            raise Refused("the same choice stands here twice", [who, whom])
        found[who, whom] = answer
    return found


def check_locks(case: Case) -> None:
    """Refused when the locks cannot stand, alone or together."""
    if len(set(case.locks)) != len(case.locks):
        twice = next(pair for pair in case.locks if case.locks.count(pair) > 1)
        raise Refused("the same lock stands here twice", list(twice))
    groups: dict[str, list[str]] = {}
    placed: dict[str, str] = {}
    for new, old in case.locks:
        if new in placed:
            raise Refused("one of the new is locked to two", [new, placed[new], old])
        rule = pair_barred(case, new, old)
        if rule:
            raise Refused(f"this lock cannot stand: {RULES[rule]}", [new, old])
        placed[new] = old
        groups.setdefault(old, []).append(new)
    for old, members in groups.items():
        reason = group_refused(case, old, members)
        if reason:
            raise Refused(f"these locks cannot stand together: {reason}", [*members, old])


def group_refused(case: Case, old: str, members: list[str]) -> str | None:
    """Which hard rule forbids these as one couple, apart from the rules for each pair."""
    host = case.people.old[case.people.column[old]]
    if len(members) > host.max_new:
        return f"this old one takes at most {host.max_new}"
    if women_rule_broken_by([host, *(case.people.new[case.people.row[one]] for one in members)]):
        return RULES["women"]
    if any(pair <= set(members) for pair in case.apart):
        return "two of them must not share one old"
    return None
