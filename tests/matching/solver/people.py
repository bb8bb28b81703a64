"""Random people with coarse traits, so that many assignments tie and every level decides now and then."""

from typing import Any

from hypothesis import strategies as st

from matching.solver import New, Old

GENDERS = ((True, False), (True, False), (True, True), (False, False), (None, False))
SETS = st.sampled_from([frozenset(), frozenset({"a"}), frozenset({"b"}), frozenset({"a", "b"})])
TRAITS: dict[str, Any] = {
    "languages": st.sampled_from([frozenset(), frozenset({"ar"})]),
    "dayparts": SETS,
    "postcode": st.sampled_from([None, "1069", "1068", "1055"]),
    "birth_year": st.sampled_from([None, 1950, 1989]),
}


@st.composite
def cases(
    draw: Any, most_new: int, most_old: int, least: int = 0
) -> tuple[list[New], list[Old], set[tuple[str, str]]]:
    """Newcomers, residents and vetoes."""

    def traits() -> dict[str, Any]:
        woman, women_only = draw(st.sampled_from(GENDERS))
        chosen = {name: draw(values) for name, values in TRAITS.items()}
        return {"woman": woman, "women_only": women_only, **chosen}

    new = [New(id=f"n{number}", **traits()) for number in range(draw(st.integers(least, most_new)))]
    old = [
        Old(id=f"o{number}", max_new=draw(st.integers(1, 3)), **traits())
        for number in range(draw(st.integers(least, most_old)))
    ]
    pairs = [(one.id, other.id) for one in new for other in old]
    vetoes = draw(st.sets(st.sampled_from(pairs), max_size=len(pairs) // 3)) if pairs else set()
    return new, old, vetoes
