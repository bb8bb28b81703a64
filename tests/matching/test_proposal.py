"""What is proposed, and what may be read out about it."""

import re
from typing import Any

import pytest

from matching.actions import end_couple, form_couple
from matching.proposal import Proposal, propose
from participants.actions import change_person, note_attendance, withdraw
from participants.models import Interest, Language, Participant
from projects.models import Meeting
from tests.conftest import Cast, registered, signed_up
from tests.matching.conftest import Form


def named(proposal: Proposal) -> dict[str, list[str]]:
    return {couple.old.person.goes_by: sorted(one.person.goes_by for one in couple.new) for couple in proposal.couples}


def left(proposal: Proposal) -> dict[str, str]:
    return {one.participant.person.goes_by: one.reason for one in proposal.left_out}


def everything_said(proposal: Proposal) -> str:
    return " ".join([*(couple.why for couple in proposal.couples), *(one.reason for one in proposal.left_out)])


@pytest.fixture
def mix(cast: Cast) -> Meeting:
    return cast.project.meetings.get(kind=Meeting.Kind.MIX)


def test_everybody_of_the_cast_gets_a_couple(cast: Cast) -> None:
    """Samira goes with women only, and shares a morning with Ans; Tesfay shares an afternoon with Willem."""
    found = propose(cast.project)
    assert found.left_out == []
    couples = named(found)
    assert couples["Ans"] == ["Samira"]
    assert couples["Willem"] == ["Tesfay"]
    assert {name for names in couples.values() for name in names} == {"Samira", "Tesfay", "Lale", "Oksana"}


def test_every_couple_proposed_can_be_formed(cast: Cast) -> None:
    for couple in propose(cast.project).couples:
        form_couple(project=cast.project, old=couple.old, new=couple.new, by=cast.ambassador)
    assert propose(cast.project) == Proposal([], [])


def test_the_key_names_old_and_new_in_order(cast: Cast) -> None:
    found = {couple.old.person.goes_by: couple.key for couple in propose(cast.project).couples}
    assert found["Ans"] == f"{cast.ans.pk}-{cast.samira.pk}"


def test_only_who_was_at_the_meeting(cast: Cast, mix: Meeting) -> None:
    for name in ("ans", "willem", "lale"):
        note_attendance(meeting=mix, participant=cast.people[name], present=True, by=cast.ambassador)
    note_attendance(meeting=mix, participant=cast.samira, present=False, by=cast.ambassador)
    found = propose(cast.project, mix)
    people = {one.person.goes_by for couple in found.couples for one in [couple.old, *couple.new]}
    assert people | set(left(found)) == {"Ans", "Willem", "Lale"}


def test_only_who_signed_up_and_is_free(cast: Cast, form: Form) -> None:
    registered(cast.project, "Nadia", "new", cast.ambassador, {"gender": "woman"}, {})
    signed_up(cast.foreign, "Fatima", "new", cast.foreign_ambassador, {"gender": "woman"}, {})
    withdraw(participant=cast.oksana, reason="ziek", by=cast.ambassador)
    form("joop", "lale")
    assert named(propose(cast.project)) == {"Ans": ["Samira"], "Willem": ["Tesfay"]}


def test_a_pair_that_stopped_is_not_proposed_again(cast: Cast, form: Form) -> None:
    """Joop and Lale were together, with Tesfay, who never shared a couple with Ans."""
    end_couple(couple=form("joop", "lale", "tesfay"), reason="no_click", by=cast.leader)
    for name in ("ans", "corrie", "oksana", "samira", "willem"):
        withdraw(participant=cast.people[name], reason="ziek", by=cast.ambassador)
    found = propose(cast.project)
    assert found.couples == []
    assert set(left(found)) == {"Joop", "Lale", "Tesfay"}


def test_people_of_an_earlier_couple_are_proposed_with_others(cast: Cast, form: Form) -> None:
    end_couple(couple=form("ans", "samira"), reason="no_click", by=cast.leader)
    couples = named(propose(cast.project))
    assert couples["Corrie"] == ["Samira"]
    assert couples["Ans"] != ["Samira"]


class TestSaid:
    """What is said may be read out in the hall."""

    def test_what_they_share_is_named(self, cast: Cast) -> None:
        cook, arabic = Interest.objects.order_by("name").first(), Language.objects.order_by("name").first()
        for one in (cast.ans, cast.samira):
            person: dict[str, Any] = {"languages": [arabic], "postcode": "1069 AB"}
            change_person(participant=one, person=person, part={"interests": [cook]}, by=cast.ambassador)
        why = {couple.old.person.goes_by: couple.why for couple in propose(cast.project).couples}["Ans"]
        assert cook is not None
        assert arabic is not None
        for words in ("zaterdagochtend", cook.name.lower(), arabic.name, "1069"):
            assert words in why

    def test_without_anything_shared_there_is_still_a_sentence(self, cast: Cast) -> None:
        Participant.objects.update(dayparts=[])
        assert all(couple.why for couple in propose(cast.project).couples)

    def test_no_wish_of_anybody_is_told(self, cast: Cast, form: Form) -> None:
        """Neither with couples nor with people whom only that wish leaves out."""
        said = everything_said(propose(cast.project))
        for name in ("ans", "corrie"):
            withdraw(participant=cast.people[name], reason="ziek", by=cast.ambassador)
        stuck = propose(cast.project)
        assert "Samira" in left(stuck)
        for text in (said, everything_said(stuck)):
            assert text
            assert "vrouw" not in text.lower()
            assert "wil " not in text.lower()

    def test_too_few_places_are_counted(self, cast: Cast) -> None:
        for name in ("ans", "willem", "joop"):
            withdraw(participant=cast.people[name], reason="ziek", by=cast.ambassador)
        found = propose(cast.project)
        assert "Tesfay" in left(found)
        assert {"4", "3"} <= set(re.findall(r"\d+", left(found)["Tesfay"]))

    def test_too_few_newcomers_are_counted(self, cast: Cast) -> None:
        for name in ("samira", "tesfay", "oksana"):
            withdraw(participant=cast.people[name], reason="ziek", by=cast.ambassador)
        found = propose(cast.project)
        assert len(found.left_out) == 3
        assert all(set(re.findall(r"\d+", reason)) == {"4", "1"} for reason in left(found).values())

    def test_who_is_left_over_for_another_reason_gets_one(self, cast: Cast) -> None:
        for name in ("ans", "corrie", "lale", "oksana", "tesfay"):
            withdraw(participant=cast.people[name], reason="ziek", by=cast.ambassador)
        found = propose(cast.project)
        assert set(left(found)) == {"Samira", "Willem", "Joop"}
        assert all(left(found).values())
