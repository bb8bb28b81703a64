"""The assignment is the best there is, keeps every hard rule, and does not look at the order of its input."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.solver import Assignment, New, Old, assign
from tests.matching.solver.brute import Levels, allowed, best, check_hard_rules, levels_of
from tests.matching.solver.people import cases

Case = tuple[list[New], list[Old], set[tuple[str, str]]]
QUICK = settings(
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def levels(found: Assignment, new: list[New], old: list[Old]) -> Levels:
    return levels_of([(group.old, group.new) for group in found.groups], len(new), len(old))


def women(number: int, prefix: str = "n", **traits: object) -> list[New]:
    return [New(id=f"{prefix}{index}", woman=True, **traits) for index in range(number)]  # type: ignore[arg-type]


@settings(QUICK, max_examples=2500)
@given(cases(4, 3))
def test_nothing_beats_it_in_small_cases(case: Case) -> None:
    new, old, vetoes = case
    found = assign(new, old, vetoes)
    check_hard_rules(found, new, old, vetoes)
    assert levels(found, new, old) == best(new, old, vetoes)


@settings(QUICK, max_examples=150)
@given(cases(5, 4, least=3))
def test_nothing_beats_it_with_five_and_four(case: Case) -> None:
    new, old, vetoes = case
    assert levels(assign(new, old, vetoes), new, old) == best(new, old, vetoes)


@settings(QUICK, max_examples=300)
@given(cases(6, 5), st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(case: Case, chance: random.Random) -> None:
    new, old, vetoes = case
    shuffled_new, shuffled_old = chance.sample(new, len(new)), chance.sample(old, len(old))
    assert assign(shuffled_new, shuffled_old, sorted(vetoes, reverse=True)) == assign(new, old, vetoes)


@settings(QUICK, max_examples=150)
@given(cases(12, 10, least=6))
def test_hard_rules_hold_in_larger_cases(case: Case) -> None:
    new, old, vetoes = case
    check_hard_rules(assign(new, old, vetoes), new, old, vetoes)


@settings(QUICK, max_examples=60)
@given(cases(7, 6, least=2), st.data())
def test_forcing_another_pair_never_improves(case: Case, data: st.DataObject) -> None:
    """With one pair forced, by vetoing everybody else for that newcomer, the levels are at most as good."""
    new, old, vetoes = case
    free = levels(assign(new, old, vetoes), new, old)
    newcomer, host = data.draw(st.sampled_from(new)), data.draw(st.sampled_from(old))
    others = {(newcomer.id, one.id) for one in old if one.id != host.id}
    forced = assign(new, old, vetoes | others)
    check_hard_rules(forced, new, old, vetoes | others)
    assert levels(forced, new, old) <= free


@settings(QUICK, max_examples=100)
@given(cases(7, 6))
def test_who_is_left_out_could_not_simply_be_added(case: Case) -> None:
    new, old, vetoes = case
    found = assign(new, old, vetoes)
    for newcomer in found.new_left_out:
        for group in found.groups:
            assert not allowed(group.old, [*group.new, newcomer], vetoes)
        for host in found.old_left_out:
            assert not allowed(host, [newcomer], vetoes)


class TestLevels:
    def test_a_newcomer_placed_goes_before_any_score(self) -> None:
        """o1 fits n1 perfectly, but only o1 may be with n2."""
        new = [New("n1", dayparts=frozenset("ab"), languages=frozenset({"ar"})), New("n2")]
        old = [Old("o1", dayparts=frozenset("ab"), languages=frozenset({"ar"})), Old("o2")]
        found = assign(new, old, [("n2", "o2")])
        assert {group.old.id: [one.id for one in group.new] for group in found.groups} == {"o1": ["n2"], "o2": ["n1"]}

    def test_an_old_with_a_couple_goes_before_a_higher_score(self) -> None:
        shared = frozenset({"ar"})
        new = [New("n1", languages=shared), New("n2", languages=shared)]
        found = assign(new, [Old("o1", languages=shared, max_new=2), Old("o2")])
        assert found.old_left_out == ()

    def test_two_and_two_goes_before_three_and_one(self) -> None:
        shared = frozenset({"ar"})
        new = [New(f"n{number}", languages=shared) for number in range(4)]
        found = assign(new, [Old("o1", languages=shared, max_new=3), Old("o2", max_new=2)])
        assert sorted(len(group.new) for group in found.groups) == [2, 2]

    def test_three_with_one_old_goes_before_one_left_out(self) -> None:
        found = assign(women(3), [Old("o1", woman=True, max_new=3)])
        assert [len(group.new) for group in found.groups] == [3]

    def test_the_score_decides_when_all_else_is_equal(self) -> None:
        new = [New("n1", postcode="1069"), New("n2", postcode="1055")]
        old = [Old("o1", postcode="1055"), Old("o2", postcode="1069")]
        found = assign(new, old)
        assert [group.score for group in found.groups] == [200, 200]


class TestWomenRule:
    @pytest.mark.parametrize("woman", [False, None], ids=["man", "unknown"])
    def test_who_goes_with_women_only_is_not_put_with_another(self, woman: bool | None) -> None:
        new = [New("n1", woman=True, women_only=True)]
        assert assign(new, [Old("o1", woman=woman)]).groups == ()

    @pytest.mark.parametrize("woman", [False, None], ids=["man", "unknown"])
    def test_the_wish_of_the_old_one_counts_as_much(self, woman: bool | None) -> None:
        assert assign([New("n1", woman=woman)], [Old("o1", woman=True, women_only=True)]).groups == ()

    def test_one_wish_binds_the_whole_couple(self) -> None:
        """Both fit the old woman, but not together: one of the two is left out."""
        new = [New("n1", woman=True, women_only=True), New("n2", woman=False)]
        found = assign(new, [Old("o1", woman=True, max_new=2)])
        assert [len(group.new) for group in found.groups] == [1]
        assert len(found.new_left_out) == 1

    def test_women_share_an_old_woman(self) -> None:
        new = [New("n1", woman=True, women_only=True), New("n2", woman=True)]
        assert assign(new, [Old("o1", woman=True, max_new=2)]).new_left_out == ()


@pytest.mark.parametrize(
    ("new", "old"), [(0, 0), (0, 3), (3, 0), (1, 3), (5, 1)], ids=["nobody", "no-new", "no-old", "few", "many"]
)
def test_unequal_sides_leave_the_rest_out(new: int, old: int) -> None:
    residents = [Old(f"o{number}") for number in range(old)]
    found = assign(women(new), residents)
    assert len(found.groups) == min(new, old)
    assert len(found.new_left_out) == new - min(new, old)
    assert len(found.old_left_out) == old - min(new, old)


def test_a_veto_is_never_made_however_well_it_fits() -> None:
    shared = frozenset({"ar"})
    found = assign([New("n1", languages=shared)], [Old("o1", languages=shared)], [("n1", "o1")])
    assert found.groups == ()


@pytest.mark.parametrize("most", [1, 2, 3])
def test_an_old_one_gets_no_more_than_agreed(most: int) -> None:
    found = assign(women(5), [Old("o1", max_new=most)])
    assert [len(group.new) for group in found.groups] == [most]


def test_a_hall_of_forty_with_many_wishes_is_solved() -> None:
    """Old women who take three, and a mix of wishes: the search over the women rule has an end."""
    chance = random.Random(2027)
    wishes = [(True, True), (True, False), (False, False), (None, False)]

    def person(number: int, kind: type) -> New:
        woman, women_only = chance.choice(wishes)
        dayparts = frozenset(chance.sample("abcdef", 2))
        more = {"max_new": chance.randint(1, 3)} if kind is Old else {}
        return kind(id=f"{kind.__name__}{number}", woman=woman, women_only=women_only, dayparts=dayparts, **more)

    new = [person(number, New) for number in range(28)]
    old = [person(number, Old) for number in range(12)]
    found = assign(new, old)  # type: ignore[arg-type]
    check_hard_rules(found, new, old, [])  # type: ignore[arg-type]
    assert len(found.groups) == 12
