"""Invented people for the benchmarks, as documents of the matching core."""

import random
from typing import Any

DAYPARTS = [f"{day}-{part}" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun") for part in "123"]
INTERESTS = ["koken", "wandelen", "fietsen", "musea", "muziek", "lezen", "tuin", "sport", "film", "handwerken"]
LANGUAGES = ["en", "fr", "ar", "tr", "es", "ti", "fa", "uk"]
ANSWERS = ["yes", "yes", "maybe", "no"]


def document(size: int, dates: int, *, rules: bool = True) -> dict[str, Any]:
    """``size`` of each side, who each met ``dates`` of the other side and answered; a tenth of the women go out only
    with women when ``rules``."""
    chance = random.Random(size)
    new = [_person(chance, f"n{number}", rules) for number in range(size)]
    old = [{**_person(chance, f"o{number}", rules), "max_new": 1 + (number % 4 == 0)} for number in range(size)]
    choices = []
    for _date in range(dates):
        partner = chance.sample(range(size), size)
        for number, other in enumerate(partner):
            choices.append((f"n{number}", f"o{other}"))
            choices.append((f"o{other}", f"n{number}"))
    answers = [[who, whom, chance.choice(ANSWERS)] for who, whom in dict.fromkeys(choices)]
    return {"seed": "2027-03-12", "new": new, "old": old, "choices": answers}


def _person(chance: random.Random, name: str, rules: bool) -> dict[str, Any]:
    woman = chance.random() < 0.6
    return {
        "id": name,
        "woman": woman,
        "women_only": rules and woman and chance.random() < 0.1,
        "languages": chance.sample(LANGUAGES, chance.randint(0, 2)),
        "dayparts": chance.sample(DAYPARTS, 4),
        "interests": chance.sample(INTERESTS, 3),
        "postcode": str(chance.randint(1060, 1069)),
        "birth_year": chance.randint(1940, 2005),
        "children": chance.random() < 0.5,
    }
