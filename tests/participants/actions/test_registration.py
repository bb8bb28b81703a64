"""Registering, signing up with consent, coming, leaving and coming back."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from mixen.errors import DomainError
from participants import actions
from participants.models import Attendance, Consent, ConsentText, Language, Participant, Person
from tests.conftest import NOW, registered

TODAY = NOW.date()
KINDS = ConsentText.Kind


def register(cast, person=None, **facts):
    who = {"name": "Noor Proefpersoon", "gender": "woman", **(person or {})}
    return actions.register(**{"project": cast.project, "side": "new", "person": who, "by": cast.ambassador, **facts})


def rows():
    return Person.objects.count(), Participant.objects.count()


def test_interest_is_noted_with_everything_that_was_told(cast):
    language = Language.objects.first()
    somebody = register(
        cast,
        {"own_script_name": "نور", "birth_year": 1990, "languages": [language]},
        part={"dayparts": ["sat-1"], "hopes": "Oefenen"},
    )
    somebody = Participant.objects.get(pk=somebody.pk)
    assert (somebody.status, somebody.registered_on, somebody.signed_up_on) == ("interested", TODAY, None)
    assert somebody.person.own_script_name == "نور"
    assert list(somebody.person.languages.all()) == [language]
    assert somebody.dayparts == ["sat-1"]
    assert not somebody.consents.exists()


def test_the_same_form_sent_again_stores_nothing_more(cast):
    key = uuid4()
    first = register(cast, key=key)
    before = rows()
    again = register(cast, {"name": "Iemand Anders"}, key=key)
    assert (again, rows()) == (first, before)
    assert Participant.objects.get(pk=first.pk).person.name == "Noor Proefpersoon"


def test_another_form_stores_another_person_even_of_the_same_name(cast):
    before = rows()
    assert register(cast) != register(cast)
    assert rows() == (before[0] + 2, before[1] + 2)


def test_a_form_of_another_project_is_not_answered_with_a_person_of_this_one(cast):
    key = uuid4()
    register(cast, key=key)
    before = rows()
    with pytest.raises(DomainError):
        register(cast, key=key, project=cast.foreign)
    assert rows() == before


@pytest.mark.parametrize(
    ("person", "part", "field"),
    [
        ({"name": ""}, {}, "name"),
        ({"name": "12345"}, {}, "name"),
        ({"name": "Noor\u202e"}, {}, "name"),
        ({"name": "x" * 201}, {}, "name"),
        ({"own_script_name": "x\x07"}, {}, "own_script_name"),
        ({"gender": "iets"}, {}, "gender"),
        ({"gender": "man", "women_only": True}, {}, None),
        ({"birth_year": 1850}, {}, "birth_year"),
        ({"email": "geen adres"}, {}, "email"),
        ({}, {"max_new": 2}, None),
        ({}, {"max_new": 0}, None),
        ({}, {"is_adult": False}, None),
        ({}, {"dayparts": ["sat-9"]}, "dayparts"),
        ({}, {"dayparts": ["sat-1", "sat-1"]}, "dayparts"),
        ({}, {"dutch_level": "C9"}, "dutch_level"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(cast, person, part, field):
    before = rows()
    with pytest.raises(DomainError) as refusal:
        register(cast, person, part=part)
    assert refusal.value.message
    assert refusal.value.field == field
    assert rows() == before


@pytest.mark.parametrize("gender", ["man", "other", "unsaid"])
def test_the_database_itself_holds_that_only_a_woman_goes_out_with_women_only(cast, gender):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(name="X", gender=gender, women_only=True)


@pytest.mark.parametrize(
    "bad",
    [
        {"is_adult": False},
        {"max_new": 4},
        {"max_new": 2, "side": "new"},
        {"status": "coupled", "signed_up_on": None},
    ],
)
def test_the_database_itself_holds_the_rules_of_a_participant(cast, bad):
    with pytest.raises(IntegrityError), transaction.atomic():
        Participant.objects.filter(pk=cast.lale.pk).update(**bad)


def test_signing_up_is_with_consent_in_the_words_that_were_read(cast):
    somebody = register(cast)
    actions.sign_up(participant=somebody, signed_as="Noor", also=[KINDS.COUNTRY, KINDS.PHOTOS], by=cast.ambassador)
    somebody = Participant.objects.get(pk=somebody.pk)
    assert (somebody.status, somebody.signed_up_on) == ("signed_up", TODAY)
    consents = {consent.kind: consent for consent in somebody.consents.all()}
    assert set(consents) == {"taking_part", "country", "photos"}
    taking_part = consents["taking_part"]
    assert (taking_part.signed_as, taking_part.helped_by, taking_part.given_at) == ("Noor", cast.ambassador, NOW)
    assert taking_part.text.body


def test_only_what_was_agreed_to_is_noted(cast):
    assert set(cast.ans.consents.values_list("kind", flat=True)) == {"taking_part"}


def test_the_newest_text_is_the_one_agreed_to(cast):
    newest = ConsentText.objects.create(kind=KINDS.TAKING_PART, version=99, language="nl", body="Nieuwe woorden")
    somebody = register(cast)
    actions.sign_up(participant=somebody, signed_as="Noor", by=None)
    assert somebody.consents.get().text == newest


def test_without_a_text_nobody_signs_up(cast):
    somebody = register(cast)
    ConsentText.objects.filter(kind=KINDS.PHOTOS).delete()
    with pytest.raises(DomainError, match="geen tekst"):
        actions.sign_up(participant=somebody, signed_as="Noor", also=[KINDS.PHOTOS], by=None)
    somebody = Participant.objects.get(pk=somebody.pk)
    assert somebody.status == "interested"
    assert not somebody.consents.exists()


@pytest.mark.parametrize("status", ["signed_up", "coupled", "completed"])
def test_nobody_signs_up_twice(cast, status):
    Participant.objects.filter(pk=cast.ans.pk).update(status=status)
    with pytest.raises(DomainError, match="Ans is al ingeschreven"):
        actions.sign_up(participant=Participant.objects.get(pk=cast.ans.pk), signed_as="Ans", by=None)
    assert cast.ans.consents.count() == 1


def test_who_left_may_come_back_and_sign_up_anew(cast):
    actions.withdraw(participant=cast.ans, reason="Ziek", by=cast.coordinator)
    actions.return_to_project(participant=cast.ans, by=cast.coordinator)
    assert Participant.objects.get(pk=cast.ans.pk).status == "interested"
    actions.sign_up(participant=cast.ans, signed_as="Ans", by=cast.coordinator)
    row = Participant.objects.get(pk=cast.ans.pk)
    assert (row.status, row.stop_reason) == ("signed_up", "")
    assert Consent.objects.standing().filter(participant=row).count() == 1


def test_who_did_not_leave_cannot_come_back(cast):
    with pytest.raises(DomainError):
        actions.return_to_project(participant=cast.ans, by=None)


def test_who_is_in_a_couple_leaves_through_the_couple(cast):
    actions.become_coupled(participant=cast.ans, by=None)
    with pytest.raises(DomainError, match="Stop eerst het koppel"):
        actions.withdraw(participant=cast.ans, reason="Ziek", by=None)


def test_of_attendance_the_last_word_counts(cast):
    meeting = cast.project.meetings.first()
    for present in (True, False, True):
        actions.note_attendance(meeting=meeting, participant=cast.ans, present=present, by=cast.colleague)
    row = Attendance.objects.get(meeting=meeting, participant=cast.ans)
    assert (row.present, row.noted_by) == (True, cast.colleague)


def test_nobody_was_at_a_meeting_that_is_still_to_come(cast):
    closing = cast.project.meetings.get(kind="closing")
    with pytest.raises(DomainError, match="moet nog komen"):
        actions.note_attendance(meeting=closing, participant=cast.ans, present=True, by=None)
    assert not Attendance.objects.exists()


@pytest.mark.parametrize(("also", "kept"), [([KINDS.COUNTRY], "NP"), ([], "")])
def test_a_country_is_kept_only_with_the_consent_to_keep_it(cast, also, kept):
    somebody = register(cast)
    actions.sign_up(participant=somebody, signed_as="Noor", also=also, country="NP", by=None)
    assert str(Participant.objects.get(pk=somebody.pk).person.country) == kept


def test_nobody_is_at_a_meeting_of_another_project(cast):
    with pytest.raises(DomainError, match="ander project"):
        actions.note_attendance(meeting=cast.foreign.meetings.first(), participant=cast.ans, present=True, by=None)
    assert not Attendance.objects.exists()


def test_a_change_keeps_what_was_not_touched(cast):
    actions.change_person(
        participant=cast.ans, person={"call_name": "Annie"}, part={"hopes": "Wandelen"}, by=cast.coordinator
    )
    row = Participant.objects.get(pk=cast.ans.pk)
    assert (row.person.call_name, row.person.postcode, row.hopes) == ("Annie", "1069 AB", "Wandelen")
    assert row.person.history.first().history_user == cast.coordinator


@pytest.mark.parametrize(
    ("who", "person", "part"),
    [
        ("willem", {"women_only": True}, {}),
        ("samira", {"gender": "man"}, {}),
        ("lale", {}, {"max_new": 3}),
        ("ans", {"name": ""}, {}),
        ("ans", {"call_name": "Annie"}, {"max_new": 9}),
    ],
)
def test_a_change_against_the_rules_changes_nothing(cast, who, person, part):
    somebody = getattr(cast, who)
    before = Person.objects.values().get(pk=somebody.person_id), Participant.objects.values().get(pk=somebody.pk)
    with pytest.raises(DomainError):
        actions.change_person(participant=somebody, person=person, part=part, by=None)
    after = Person.objects.values().get(pk=somebody.person_id), Participant.objects.values().get(pk=somebody.pk)
    assert after == before


def test_an_ambassador_is_of_the_own_team(cast):
    with pytest.raises(DomainError, match="niet in het team") as refusal:
        actions.assign_ambassador(participant=cast.ans, ambassador=cast.foreign_ambassador, by=None)
    assert refusal.value.field == "ambassador"
    actions.assign_ambassador(participant=cast.ans, ambassador=cast.colleague, by=None)
    assert Participant.objects.get(pk=cast.ans.pk).ambassador == cast.colleague
    actions.assign_ambassador(participant=cast.ans, ambassador=None, by=None)
    assert Participant.objects.get(pk=cast.ans.pk).ambassador is None


def test_interest_alone_takes_no_place(cast):
    somebody = registered(cast.project, "Noor", "new", cast.ambassador, {"gender": "woman"}, {})
    assert somebody not in cast.project.participants.unmatched()
    assert somebody in cast.project.participants.active()
