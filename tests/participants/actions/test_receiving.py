"""Registrations that were parked: solved once, by a person; and the copies everybody gets."""

from uuid import uuid4

import pytest

from mixen.errors import DomainError
from participants import actions
from participants.actions.receiving import Erased, Joining
from participants.actions.signing_up import Signed
from participants.models import ErasedRegistration, Parked, Participant, Status
from tests.conftest import NOW

ANSWERS = {"name": ["Noor Nieuw"], "birth_year": ["1800"]}


def park(cast, key=None, digest="a" * 64, why=Parked.Why.FIELDS, project=None):
    return actions.park(
        project=project or cast.project, key=key or uuid4(), digest=digest, answers=ANSWERS, why=why,
        faults={"birth_year": ["Kan niet."]}, by=None,
    )  # fmt: skip


def joining(name="Noor Nieuw", also=(), country=""):
    return Joining("new", {"name": name, "gender": "woman"}, {}, list(also), country, Signed(name, [], "ti"))


def join(cast, key, digest="a" * 64, **facts):
    return actions.join(project=cast.project, key=key, digest=digest, joining=joining(**facts), by=cast.ambassador)


def test_the_same_is_parked_once_and_another_beside_it(cast):
    key = uuid4()
    assert park(cast, key) == park(cast, key)
    assert park(cast, key, digest="b" * 64) != park(cast, key)
    assert Parked.objects.count() == 2


def test_of_what_was_erased_nothing_is_parked(cast):
    row = ErasedRegistration.objects.create(key=uuid4())
    with pytest.raises(Erased):
        park(cast, row.key)
    assert not Parked.objects.exists()


def test_a_parked_one_is_registered_and_what_was_typed_goes(cast):
    row = park(cast)
    made = actions.solve_by_registering(parked=row, joining=joining(), by=cast.coordinator)
    row.refresh_from_db()
    assert (made.status, made.registration_key, made.person.language) == (Status.SIGNED_UP, row.key, "ti")
    assert (row.outcome, row.solved_by, row.solved_at) == ("registered", cast.coordinator, NOW)
    assert (row.answers, row.participant) == ({}, made)
    assert not Parked.objects.waiting().exists()


def test_sent_again_by_the_tablet_it_stays_one(cast):
    row = park(cast)
    made = actions.solve_by_registering(parked=row, joining=joining(), by=None)
    assert join(cast, row.key, digest=row.digest) == (made, False)
    assert park(cast, row.key).outcome == "registered"


def test_under_a_key_that_was_used_what_stands_there_is_replaced(cast):
    key = uuid4()
    first, _first = join(cast, key)
    row = park(cast, key, digest="b" * 64, why=Parked.Why.OTHER_CONTENT)
    made = actions.solve_by_registering(parked=row, joining=joining("Noor Beter"), by=cast.coordinator)
    assert made == first
    assert Participant.objects.get(pk=first.pk).person.name == "Noor Beter"
    assert Participant.objects.filter(registration_key=key).count() == 1


@pytest.mark.parametrize(("why", "outcome"), [("fields", "dropped"), ("other_content", "kept")])
def test_a_parked_one_is_put_aside_with_a_reason(cast, why, outcome):
    row = actions.drop_parked(parked=park(cast, why=why), reason="Oefening", by=cast.coordinator)
    row.refresh_from_db()
    assert (row.outcome, row.reason, row.answers, row.solved_by) == (outcome, "Oefening", {}, cast.coordinator)


def test_it_is_solved_once(cast):
    row = park(cast)
    actions.drop_parked(parked=row, reason="Oefening", by=cast.coordinator)
    before = Participant.objects.count()
    for deed in (
        lambda: actions.drop_parked(parked=row, reason="Nog eens", by=None),
        lambda: actions.solve_by_registering(parked=row, joining=joining(), by=None),
    ):
        with pytest.raises(DomainError, match="intussen opgelost"):
            deed()
    assert Participant.objects.count() == before


def test_what_is_refused_leaves_it_parked(cast):
    row = park(cast)
    with pytest.raises(DomainError):
        actions.solve_by_registering(parked=row, joining=joining("123"), by=None)
    row.refresh_from_db()
    assert (row.outcome, row.answers) == ("", ANSWERS)


def test_what_was_erased_meanwhile_is_not_registered(cast):
    row = park(cast)
    ErasedRegistration.objects.create(key=row.key)
    with pytest.raises(Erased):
        actions.solve_by_registering(parked=row, joining=joining(), by=None)


def test_the_text_that_was_typed_is_not_in_its_history(cast):
    row = park(cast)
    actions.drop_parked(parked=row, reason="Oefening", by=None)
    assert "Noor" not in str(list(row.history.values()))


def test_a_country_is_kept_with_its_consent_and_stands_in_the_first_history(cast):
    made, _first = join(cast, uuid4(), also=["country"], country="SY")
    assert str(Participant.objects.get(pk=made.pk).person.country) == "SY"
    made, _first = join(cast, uuid4(), country="SY")
    assert str(Participant.objects.get(pk=made.pk).person.country) == ""
    assert set(map(str, made.person.history.values_list("country", flat=True))) == {""}


def test_a_registration_that_fails_halfway_leaves_no_history(cast):
    from participants.models import ConsentText, Person

    ConsentText.objects.filter(kind="photos").delete()
    before = Person.history.count(), Participant.history.count()
    with pytest.raises(DomainError, match="geen tekst"):
        join(cast, uuid4(), also=["photos"])
    assert (Person.history.count(), Participant.history.count()) == before


def test_copies_are_handed_out_once(cast):
    people = [cast.ans, cast.lale]
    assert actions.hand_out_copies(participants=people, by=cast.ambassador) == 2
    assert actions.hand_out_copies(participants=[*people, cast.joop], by=cast.ambassador) == 1
    row = Participant.objects.get(pk=cast.ans.pk)
    assert (row.copy_given_at, row.history.first().history_user) == (NOW, cast.ambassador)
    assert actions.hand_out_copies(participants=[], by=None) == 0
