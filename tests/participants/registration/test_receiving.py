"""What happens to a registration that arrives: stored once, parked for a person, or refused for good."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from participants import actions
from participants.actions.tablets import Opened as OpenedTablet
from participants.models import ErasedRegistration, Interest, Language, Parked, Participant, Person, Status, Tablet
from participants.registration.receiving import Answer, digest_of, receive, receive_sealed
from participants.registration.sealed import Opened
from tests.conftest import NOW, Cast, registered
from tests.participants.registration.sealing import STROKES, answers, body, seal


def take_in(cast: Cast, key: Any = None, by: Any = None, tablet: Tablet | None = None, **changes: Any) -> Answer:
    return receive(cast.project, Opened(key or uuid4(), answers(**changes)), by=by, tablet=tablet)


def made_of(key: Any) -> Participant:
    return Participant.objects.select_related("person").get(registration_key=key)


def counted() -> tuple[int, int, int]:
    return Person.objects.count(), Participant.objects.count(), Parked.objects.count()


def test_everything_that_was_told_is_stored(cast: Cast, opened: OpenedTablet, told: dict[str, str]) -> None:
    language, interest, key = Language.objects.all()[0], Interest.objects.all()[0], uuid4()
    plain = answers(
        page_language="ti", call_name="Noortje", own_script_name="ኑር", birth_year="1990", email="noor@example.org",
        postcode="1068ab", street="Plein 1", languages=[language.pk], interests=[interest.pk], dutch_level="A2",
        brings="Thee", hopes="Oefenen", has_children="no", has_stadspas="on", whatsapp_ok="on", channel="school",
        teacher="Juf Els", copy_by="email", women_only="on", country_ok="on", country="ER", photos_ok="on",
    )  # fmt: skip
    answer, said = receive_sealed(opened.tablet, body(seal(plain, told, key)))
    assert (answer, said) == (Answer.STORED, str(key))
    made = made_of(key)
    person = made.person
    assert (person.name, person.call_name, person.own_script_name) == ("Noor Nieuw", "Noortje", "ኑር")
    assert (person.phone, person.email, person.postcode) == ("+31612345678", "noor@example.org", "1068 AB")
    assert (person.birth_year, person.gender, person.women_only, person.language) == (1990, "woman", True, "ti")
    assert (person.has_children, person.has_stadspas, str(person.country)) == (False, True, "ER")
    assert list(person.languages.all()) == [language]
    assert (made.side, made.status, made.signed_up_on) == ("new", Status.SIGNED_UP, NOW.date())
    assert (made.registered_on, made.registration_digest) == (NOW.date(), digest_of(plain))
    assert (made.dutch_level, made.brings, made.hopes, made.teacher) == ("A2", "Thee", "Oefenen", "Juf Els")
    assert (made.channel, made.whatsapp_ok, made.copy_by) == ("school", True, "email")
    assert sorted(made.dayparts) == ["fri-2", "sat-1"]
    assert list(made.interests.all()) == [interest]
    signature = made.signatures.get()
    assert (signature.strokes, signature.typed) == ([[[10, 20], [30, 40], [50, 60]]], "")
    assert (signature.language, signature.helped_by, signature.tablet) == ("ti", cast.ambassador, opened.tablet)
    consents = made.consents.standing()
    assert set(consents.values_list("kind", flat=True)) == {"taking_part", "country", "photos"}
    assert set(consents.values_list("text__language", "signed_as")) == {("ti", "Noor Nieuw")}
    assert {consent.signature for consent in consents} == {signature}
    assert made.personal_link.token
    assert made.copy_mail.sent_at is None


def test_the_history_tells_who_and_holds_what_was_told(cast: Cast) -> None:
    language, interest, key = Language.objects.all()[0], Interest.objects.all()[0], uuid4()
    take_in(cast, key, cast.ambassador, languages=[language.pk], interests=[interest.pk])
    made = made_of(key)
    newest, person = made.history.first(), made.person.history.first()
    assert (newest.status, newest.history_user) == (Status.SIGNED_UP, cast.ambassador)
    assert newest.history_change_reason == "participants.join"
    assert [row.interest for row in newest.interests.all()] == [interest]
    assert [row.language for row in person.languages.all()] == [language]
    assert (person.name, person.history_user) == ("Noor Nieuw", cast.ambassador)
    assert made.history.last().history_type == person.history_type or made.person.history.last().history_type == "+"
    for rows in (made.consents.get().history, made.signatures.get().history, made.personal_link.history):
        assert [(row.history_type, row.history_user) for row in rows.all()] == [("+", cast.ambassador)]
        assert rows.get().history_change_reason == "participants.join"


def test_the_same_sent_again_is_stored_once(cast: Cast) -> None:
    key = uuid4()
    before = counted()
    assert [take_in(cast, key) for _time in range(3)] == [Answer.STORED] + [Answer.ALREADY_STORED] * 2
    assert counted() == (before[0] + 1, before[1] + 1, before[2])
    assert made_of(key).signatures.count() == 1


def test_the_order_of_the_fields_is_no_other_content(cast: Cast) -> None:
    key, plain = uuid4(), answers()
    other_way = dict(reversed(plain.items()))
    assert receive(cast.project, Opened(key, plain), by=None) == Answer.STORED
    assert receive(cast.project, Opened(key, other_way), by=None) == Answer.ALREADY_STORED


def test_other_content_under_the_same_key_is_parked_and_changes_nothing(cast: Cast) -> None:
    key = uuid4()
    take_in(cast, key)
    answers_given = [take_in(cast, key, name="Iemand Anders") for _time in range(2)]
    assert answers_given == [Answer.PARKED] * 2
    row = Parked.objects.get()
    assert (row.why, row.answers["name"], row.key) == (Parked.Why.OTHER_CONTENT, ["Iemand Anders"], key)
    assert (row.project, row.outcome, made_of(key).person.name) == (cast.project, "", "Noor Nieuw")
    assert take_in(cast, key) == Answer.ALREADY_STORED


def test_what_does_not_fit_is_parked_once_with_its_faults(cast: Cast, opened: OpenedTablet) -> None:
    key = uuid4()
    before = counted()
    for _time in range(3):
        given = take_in(cast, key, cast.ambassador, opened.tablet, page_language="tr", name="", birth_year="1800")
        assert given == Answer.PARKED
    assert counted() == (*before[:2], before[2] + 1)
    row = Parked.objects.get()
    assert (row.why, row.tablet, row.answers["birth_year"]) == (Parked.Why.FIELDS, opened.tablet, ["1800"])
    assert row.faults == {
        "name": ["Vul dit in."],
        "birth_year": ["Vul een geboortejaar in tussen 1917 en 2009. Meedoen kan vanaf 18 jaar."],
    }


def test_what_the_rules_refuse_is_parked_with_the_reason(cast: Cast) -> None:
    from participants.models import ConsentText

    ConsentText.objects.filter(kind="photos").delete()
    before = counted()
    assert take_in(cast, photos_ok="on") == Answer.PARKED
    assert counted() == (*before[:2], before[2] + 1)
    row = Parked.objects.get()
    assert row.why == Parked.Why.FIELDS
    assert "geen tekst om mee akkoord te gaan" in row.faults[""][0]


def test_a_daypart_chosen_twice_is_parked_at_its_field(cast: Cast) -> None:
    assert take_in(cast, dayparts=["sat-1", "sat-1"]) == Answer.PARKED
    assert Parked.objects.get().faults == {"dayparts": ["Kies dagdelen uit de lijst."]}


@pytest.mark.parametrize("said", ["xx", "", "NL", "nl-NL", "../nl", "\x00", None])
def test_an_unknown_language_is_dutch(cast: Cast, said: str | None) -> None:
    key = uuid4()
    assert take_in(cast, key, page_language=said) == Answer.STORED
    assert (made_of(key).person.language, made_of(key).signatures.get().language) == ("nl", "nl")


@pytest.mark.parametrize(
    ("changes", "field", "stored"),
    [
        ({"gender": "man", "women_only": "on"}, "women_only", False),
        ({"gender": "other", "women_only": "on"}, "women_only", False),
        ({"side": "old", "dutch_level": "A1"}, "dutch_level", ""),
        ({"side": "old", "dutch_level": "Z9"}, "dutch_level", ""),
        ({"side": "old", "teacher": "Juf"}, "teacher", ""),
        ({"side": "old", "teacher": "x" * 900}, "teacher", ""),
        ({"side": "new", "max_new": "3"}, "max_new", 1),
        ({"side": "new", "max_new": "99"}, "max_new", 1),
        ({"country": "SY"}, "country", ""),
        ({"country": "XX"}, "country", ""),
    ],
)
def test_an_answer_to_what_was_not_asked_does_not_count(cast: Cast, changes: Any, field: str, stored: Any) -> None:
    key = uuid4()
    assert take_in(cast, key, **changes) == Answer.STORED
    made = made_of(key)
    assert getattr(made if hasattr(made, field) else made.person, field) == stored


def test_an_old_hand_may_meet_three(cast: Cast) -> None:
    key = uuid4()
    assert take_in(cast, key, side="old", max_new="3") == Answer.STORED
    assert made_of(key).max_new == 3


def test_a_key_of_another_project_is_parked_here(cast: Cast) -> None:
    key = uuid4()
    assert receive(cast.foreign, Opened(key, answers()), by=None) == Answer.STORED
    assert [take_in(cast, key) for _time in range(2)] == [Answer.PARKED] * 2
    row = Parked.objects.get()
    assert (row.project, row.why) == (cast.project, Parked.Why.OTHER_CONTENT)
    assert made_of(key).project == cast.foreign


def test_a_key_under_which_somebody_only_showed_interest_is_other_content(cast: Cast) -> None:
    somebody = registered(cast.project, "Noor", "new", None, {"gender": "woman"}, {})
    assert take_in(cast, somebody.registration_key) == Answer.PARKED
    assert Parked.objects.get().why == Parked.Why.OTHER_CONTENT


def test_what_was_erased_is_refused_for_good(cast: Cast) -> None:
    key = uuid4()
    ErasedRegistration.objects.create(key=key)
    before = counted()
    assert [take_in(cast, key), take_in(cast, key, name="")] == [Answer.ERASED, Answer.ERASED]
    assert counted() == before


def test_what_is_no_record_is_answered_without_a_key(cast: Cast, opened: OpenedTablet) -> None:
    before = counted()
    assert receive_sealed(opened.tablet, b"{}") == (Answer.CANNOT_OPEN, "")
    assert counted() == before


def test_a_full_side_waits(cast: Cast) -> None:
    cast.project.min_new = cast.project.target_new = cast.project.max_new = 4
    cast.project.save()
    key = uuid4()
    assert take_in(cast, key) == Answer.STORED
    made = made_of(key)
    assert (made.status, made.waiting_since, made.signed_up_on) == (Status.WAITING, NOW, None)
    assert made.signatures.exists()
    assert take_in(cast, key) == Answer.ALREADY_STORED


def test_what_was_parked_and_solved_stays_solved(cast: Cast) -> None:
    key = uuid4()
    take_in(cast, key, name="")
    actions.drop_parked(parked=Parked.objects.get(), reason="Oefening", by=cast.coordinator)
    assert take_in(cast, key, name="") == Answer.PARKED
    assert Parked.objects.get().outcome == Parked.Outcome.DROPPED


@pytest.mark.parametrize("bad", ["\x00", "\ud800", "a\ud83d", "\udc00b"], ids=ascii)
@pytest.mark.parametrize("where", ["name", "hopes", "email", "phone", "strokes", "page_language", "x\x00y", "\ud800"])
def test_what_no_database_can_hold_is_parked_readable(cast: Cast, as_user: Any, where: str, bad: str) -> None:
    """A tablet must be able to let it go, or it holds up all that comes after it."""
    key = uuid4()
    plain = {**answers(name=""), where: [bad]}
    assert [receive(cast.project, Opened(key, plain), by=None) for _time in range(2)] == [Answer.PARKED] * 2
    row = Parked.objects.get()
    kept = json.dumps([row.answers, row.faults], ensure_ascii=False)
    assert "\\u0000" not in kept
    assert not any("\ud800" <= letter <= "\udfff" for letter in kept)
    page = as_user(cast.coordinator).get(f"{cast.project.get_absolute_url()}geparkeerd/{row.pk}/")
    assert page.status_code == 200


@pytest.mark.parametrize("empty", ["[[]]", "[[],[],[]]", "[]", ""])
def test_a_drawing_without_a_point_is_no_signature(cast: Cast, empty: str) -> None:
    assert take_in(cast, strokes=empty) == Answer.PARKED
    assert Parked.objects.get().faults == {"signed_as": ["Zet je handtekening in het vak, of typ hier je naam."]}


def test_a_drawing_goes_before_a_typed_name(cast: Cast) -> None:
    key = uuid4()
    take_in(cast, key, strokes=STROKES, signed_as="Noor N.")
    signature = made_of(key).signatures.get()
    assert (bool(signature.strokes), signature.typed, made_of(key).consents.get().signed_as) == (
        True,
        "",
        "Noor Nieuw",
    )


def test_a_typed_name_is_a_signature_too(cast: Cast) -> None:
    key = uuid4()
    take_in(cast, key, strokes="", signed_as="Noor N.")
    signature = made_of(key).signatures.get()
    assert (signature.strokes, signature.typed, made_of(key).consents.get().signed_as) == ([], "Noor N.", "Noor N.")


def test_a_tablet_that_waited_long_registers_on_the_day_it_arrives(cast: Cast, clock: Any) -> None:
    key = uuid4()
    clock.shift(timedelta(days=3))
    take_in(cast, key)
    assert made_of(key).registered_on == NOW.date() + timedelta(days=3)
