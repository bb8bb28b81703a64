"""Two people on record become one: nothing they did is lost, nothing is there twice, and nobody comes back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mixen.errors import DomainError
from participants import actions
from participants.doubles.merging import GOES_ALONG, PART_CHOICES, PERSON_CHOICES, relations, stamp
from participants.models import (
    AbsenceCall,
    Attendance,
    Certificate,
    Claim,
    Consent,
    ConsentText,
    CopyMail,
    ErasedRegistration,
    Interest,
    Language,
    Mood,
    NotTheSame,
    Parked,
    Participant,
    Person,
    PersonalLink,
    Signature,
    StopWish,
)
from projects.models import ClaimKind
from tests.conftest import NOW, registered, signed_up

KINDS = ConsentText.Kind
# Fields that are no choice: they are taken together, follow from others, or say when the row was made.
NO_CHOICE = {
    "person": {"id", "created_at", "languages", "forgotten_on", "name_folded"},
    "participant": {
        "id", "project", "person", "status", "registration_key", "registration_digest", "is_adult", "dayparts",
        "interests", "notes", "stop_reason", "completion_reason", "registered_on", "signed_up_on", "waiting_since",
        "copy_given_at", "no_certificate_reason", "not_matched_since", "stays_since", "forgotten_on",
    },
}  # fmt: skip


def make(cast, name="Noor", project=None, part=None, signs=False, **facts):
    how = signed_up if signs else registered
    facts = {"gender": "woman", **facts}
    return how(project or cast.project, name, "new", cast.ambassador, facts, part or {})


def merge(cast, first, second, by=None, **values):
    keep, other = sorted((first.person, second.person), key=lambda person: person.pk)
    chosen = {name: row.person_id for name, row in values.items()}
    return actions.merge_people(keep=keep, other=other, values=chosen, by=by or cast.coordinator)


def test_the_one_has_what_was_chosen_of_each(cast):
    first = make(cast, "Noor", phone="+31612345671", email="", postcode="1069 AB")
    second = make(cast, "Nour", phone="+31612345672", email="n@example.org", birth_year=1980)
    kept = merge(cast, first, second, phone=second, email=second, birth_year=second, name=first)
    kept.refresh_from_db()
    assert (kept.pk, kept.name, kept.phone, kept.email) == (
        first.person_id, "Noor Proefpersoon", "+31612345672", "n@example.org"
    )  # fmt: skip
    assert (kept.postcode, kept.birth_year) == ("1069 AB", 1980)
    assert not Person.objects.filter(pk=second.person_id).exists()
    assert Participant.objects.filter(person=kept).count() == 1


def test_what_can_be_both_is_both(cast):
    arabic, english = Language.objects.all()[:2]
    cooking, walking = Interest.objects.all()[:2]
    first = make(
        cast, part={"dayparts": ["sat-1"], "interests": [cooking], "notes": "Belt liever niet."}, languages=[arabic]
    )
    second = make(
        cast, part={"dayparts": ["mon-1"], "interests": [walking], "notes": "Komt later."}, languages=[english]
    )
    kept = merge(cast, first, second)
    row = kept.participations.get()
    assert set(kept.languages.all()) == {arabic, english}
    assert set(row.interests.all()) == {cooking, walking}
    assert row.dayparts == ["mon-1", "sat-1"]
    assert row.notes == "Belt liever niet.\n\nKomt later."


def test_two_projects_become_two_parts_of_one_person(cast):
    here, there = make(cast), make(cast, project=cast.foreign)
    kept = merge(cast, here, there)
    assert {row.pk for row in kept.participations.all()} == {here.pk, there.pk}
    assert not ErasedRegistration.objects.exists()


def test_all_that_hangs_on_the_other_goes_along(cast):
    first, second = make(cast, signs=True), make(cast)
    meeting, mix = cast.project.meetings.get(kind="information"), cast.project.meetings.get(kind="mix")
    Attendance.objects.create(meeting=meeting, participant=first, present=False)
    Attendance.objects.create(meeting=meeting, participant=second, present=True)
    Attendance.objects.create(meeting=mix, participant=second, present=True)
    AbsenceCall.objects.create(participant=second, meeting=mix, outcome="comes")
    Parked.objects.create(
        project=cast.project, key=uuid4(), digest="x", why="fields", participant=second, outcome="kept",
        solved_at=timezone.now(),
    )  # fmt: skip
    Claim.objects.create(participant=second, kind=ClaimKind.EXPENSES, amount=2, spent_on=NOW.date())
    CopyMail.objects.create(participant=second)
    kept = merge(cast, first, second)
    row = kept.participations.get()
    assert row.pk == first.pk
    assert {(one.meeting_id, one.present) for one in row.attendances.all()} == {(meeting.pk, True), (mix.pk, True)}
    assert (row.absence_calls.count(), row.parked.count(), row.claims.count()) == (1, 1, 1)
    assert row.copy_mail
    assert row.consents.standing().count() == 1
    assert row.signatures.count() == 1
    assert Attendance.history.filter(history_change_reason="participants.merge_people").exists()


def test_what_either_was_told_is_not_told_again(cast):
    first, second = make(cast), make(cast)
    for somebody, told in ((first, ("a", "b")), (second, ("b", "c", "d"))):
        for about in told:
            somebody.messages.create(kind="reminder_meeting", about=about, send_at=NOW)
    second.messages.filter(about__in="bd").update(sent_at=NOW)
    merge(cast, first, second)
    sent = {row.about: row.sent_at for row in Participant.objects.get(pk=first.pk).messages.all()}
    assert sent == {"a": None, "b": NOW, "c": None, "d": NOW}


def test_the_key_of_the_row_that_went_stays_refused(cast):
    first, second = make(cast), make(cast)
    merge(cast, first, second)
    assert ErasedRegistration.objects.filter(key=second.registration_key).exists()
    assert Participant.objects.get(pk=first.pk).registration_key == first.registration_key


def test_who_is_further_stays_whichever_came_first(cast):
    first, second = make(cast), make(cast, signs=True)
    kept = merge(cast, first, second)
    row = kept.participations.get()
    assert (row.pk, row.status, kept.pk) == (second.pk, "signed_up", first.person_id)
    assert row.personal_link
    assert row.consents.standing().count() == 1


def test_a_couple_stays_a_couple(cast):
    from matching.actions import form_couple

    second = make(cast)
    form_couple(project=cast.project, old=cast.ans, new=[cast.lale], by=cast.coordinator)
    kept = merge(cast, cast.lale, second)
    row = kept.participations.get()
    assert (row.pk, row.status) == (cast.lale.pk, "coupled")
    assert row.couple_memberships.count() == 1


def test_two_couples_are_refused(cast):
    from matching.actions import form_couple

    form_couple(project=cast.project, old=cast.ans, new=[cast.lale], by=cast.coordinator)
    form_couple(project=cast.project, old=cast.willem, new=[cast.oksana], by=cast.coordinator)
    before = Person.objects.count()
    with pytest.raises(DomainError, match="allebei in een koppel"):
        merge(cast, cast.lale, cast.oksana)
    assert Person.objects.count() == before


def test_two_in_the_programme_are_refused_and_nothing_is_lost(cast):
    from matching.actions import keep_apart

    keep_apart(first=cast.ans, second=cast.lale, by=cast.coordinator)
    keep_apart(first=cast.ans, second=cast.oksana, by=cast.coordinator)
    with pytest.raises(DomainError, match="staan allebei al in het programma"):
        merge(cast, cast.lale, cast.oksana)
    assert cast.ans.kept_apart_first.count() == 2


def test_who_is_in_the_programme_keeps_the_side_and_takes_over_how_far_the_other_is(cast):
    from matching.actions import keep_apart

    keep_apart(first=cast.ans, second=cast.lale, by=cast.coordinator)
    actions.withdraw(participant=cast.lale, reason="Ziek", by=cast.coordinator)
    other = signed_up(cast.project, "Lale", "old", cast.ambassador, {"gender": "woman"}, {"max_new": 3})
    kept = merge(cast, cast.lale, other, side=other, max_new=other)
    row = kept.participations.get()
    assert (row.pk, row.side, row.max_new, row.status, row.stop_reason) == (cast.lale.pk, "new", 1, "signed_up", "")


def test_a_certificate_beside_a_couple_is_refused(cast):
    first, second = make(cast, signs=True), make(cast)
    Certificate.objects.create(participant=second, issued_on=NOW.date())
    with pytest.raises(DomainError, match="certificaat"):
        merge(cast, first, second)


def test_the_last_word_on_taking_part_is_not_undone(cast, clock):
    first = make(cast, signs=True)
    clock.shift(timedelta(hours=1))
    second = make(cast, signs=True)
    actions.withdraw_consent(participant=second, kind=KINDS.TAKING_PART, by=cast.ambassador)
    with pytest.raises(DomainError, match="trok de toestemming in"):
        merge(cast, first, second)


def test_a_consent_taken_back_later_stays_taken_back(cast, clock):
    first, second = make(cast), make(cast)
    for row in (first, second):
        actions.sign_up(participant=row, signed_as="Noor", also=[KINDS.PHOTOS, KINDS.COUNTRY], country="SY", by=None)
    clock.shift(timedelta(hours=1))
    actions.withdraw_consent(participant=second, kind=KINDS.PHOTOS, by=cast.ambassador)
    actions.withdraw_consent(participant=second, kind=KINDS.COUNTRY, by=cast.ambassador)
    kept = merge(cast, first, second)
    assert set(kept.participations.get().consents.standing().values_list("kind", flat=True)) == {KINDS.TAKING_PART}
    assert str(kept.country) == ""


def test_values_that_do_not_go_together_are_refused(cast):
    first = make(cast, women_only=True)
    second = make(cast, gender="man")
    before = Participant.objects.count()
    with pytest.raises(DomainError, match="kan alleen bij een vrouw"):
        merge(cast, first, second, gender=second, women_only=first)
    assert Participant.objects.count() == before


def test_a_project_of_somebody_else_is_refused(cast):
    here, there = make(cast), make(cast, project=cast.foreign)
    with pytest.raises(DomainError, match="Vraag de coördinator"):
        merge(cast, here, there, by=cast.leader)
    with pytest.raises(DomainError, match="Vraag de coördinator"):
        merge(cast, here, make(cast), by=cast.ambassador)


def test_practice_stays_apart(cast):
    cast.foreign.is_practice = True
    cast.foreign.save()
    with pytest.raises(DomainError, match="oefenproject"):
        merge(cast, make(cast), make(cast, project=cast.foreign))


def test_what_changed_meanwhile_is_looked_at_again(cast):
    first, second = make(cast), make(cast)
    seen = stamp(first.person, second.person)
    assert seen == stamp(second.person, first.person)
    Person.objects.filter(pk=second.person_id).update(email="nieuw@example.org")
    with pytest.raises(DomainError, match="intussen veranderd"):
        actions.merge_people(keep=first.person, other=second.person, values={}, seen=seen, by=cast.coordinator)


def test_merging_twice_and_with_oneself_is_refused(cast):
    first, second = make(cast), make(cast)
    with pytest.raises(DomainError, match="twee verschillende"):
        merge(cast, first, first)
    keep, other = first.person, second.person
    actions.merge_people(keep=keep, other=other, values={}, by=cast.coordinator)
    other.pk = second.person_id
    with pytest.raises(DomainError, match="intussen samengevoegd"):
        actions.merge_people(keep=keep, other=other, values={}, by=cast.coordinator)


def test_two_people_are_remembered_once_and_with_the_one_they_became(cast):
    first, second, third = make(cast), make(cast), make(cast)
    row = actions.say_not_the_same(first=third.person, second=second.person, by=cast.coordinator)
    assert (row.first, row.second) == (second.person, third.person)
    again = actions.say_not_the_same(first=second.person, second=third.person, by=cast.leader)
    assert again == row
    actions.say_not_the_same(first=first.person, second=second.person, by=cast.leader)
    with pytest.raises(DomainError):
        actions.say_not_the_same(first=first.person, second=first.person, by=None)
    merge(cast, first, second)
    [left] = NotTheSame.objects.all()
    assert (left.first_id, left.second_id) == (first.person_id, third.person_id)


def test_history_tells_who_merged_and_what_went(cast):
    first, second = make(cast), make(cast)
    gone = second.person_id
    merge(cast, first, second)
    last = Person.history.filter(id=gone).latest()
    assert (last.history_type, last.history_change_reason) == ("-", "participants.merge_people")
    assert last.history_user == cast.coordinator


def test_every_row_that_hangs_on_a_participant_is_thought_of():
    own = {
        one.related_model.__name__
        for one in relations(Participant)
        if one.related_model._meta.app_label == "participants"
    }
    assert own == GOES_ALONG
    assert {one.related_model.__name__ for one in relations(Person)} == {"Participant", "NotTheSame"}


def test_every_field_is_chosen_or_has_its_own_rule():
    for model, choices in ((Person, PERSON_CHOICES), (Participant, PART_CHOICES)):
        fields = {one.name for one in [*model._meta.fields, *model._meta.many_to_many]}
        assert fields - set(choices) == NO_CHOICE[model._meta.model_name]


def test_a_concern_and_what_it_decided_go_along(cast):
    first, second = make(cast, signs=True), make(cast)
    elsewhere = signed_up(cast.foreign, "Noor", "new", cast.foreign_ambassador, {"gender": "woman"}, {})
    about = actions.report_concern(project=cast.project, words="Er is iets.", where="other", about=[second], by=None)
    own = actions.report_concern(project=cast.project, words="Er is iets.", where="personal", reporter=second, by=None)
    actions.keep_from_matching(concern=about, participant=second, by=cast.coordinator)
    kept = merge(cast, first, second)
    (stays,) = kept.participations.all()
    own.refresh_from_db()
    assert (list(about.about.all()), own.reporter) == ([stays], stays)
    assert stays not in cast.project.participants.unmatched()
    merge(cast, stays, elsewhere)
    elsewhere.refresh_from_db()
    assert elsewhere.not_matched_since == NOW.date()
    assert elsewhere not in cast.foreign.participants.unmatched()


def test_moods_and_one_open_wish_to_stop_go_along(cast):
    first, second = make(cast), make(cast)
    for one in (first, second):
        Mood.objects.create(participant=one, face=3)
        StopWish.objects.create(participant=one)
    StopWish.objects.create(participant=second, handled_at=NOW)
    kept = merge(cast, first, second)
    (stays,) = kept.participations.all()
    assert stays.moods.count() == 2
    assert sorted(bool(wish.handled_at) for wish in stays.stop_wishes.all()) == [False, True]


LEGAL = {"interested", "waiting", "signed_up", "stopped"}


def somebody_with_a_past(cast, data):
    """Somebody of one of two projects, who came or not, claimed or not, and perhaps stopped."""
    project = data.draw(st.sampled_from([cast.project, cast.foreign]))
    by = cast.ambassador if project == cast.project else cast.foreign_ambassador
    how = signed_up if data.draw(st.booleans()) else registered
    row = how(project, "Noor", "new", by, {"gender": "woman"}, {})
    for meeting in project.meetings.all():
        if data.draw(st.booleans()):
            Attendance.objects.create(meeting=meeting, participant=row, present=data.draw(st.booleans()))
    for _claim in range(data.draw(st.integers(0, 2))):
        Claim.objects.create(participant=row, kind=ClaimKind.EXPENSES, amount=1, spent_on=NOW.date())
    if row.status == "signed_up" and data.draw(st.booleans()):
        actions.withdraw(participant=row, reason="Ziek", by=None)
    return row


def kept_facts():
    """What must be the same before and after: claims, signatures, who came where, and every key ever used."""
    keys = set(Participant.objects.values_list("registration_key", flat=True))
    keys |= set(ErasedRegistration.objects.values_list("key", flat=True))
    came = set(Attendance.objects.filter(present=True).values_list("meeting", flat=True))
    return Claim.objects.count(), Signature.objects.count(), came, keys


def assert_whole(row):
    """No meeting twice, no consent twice, a legal status with what belongs to it, and every rule of the model."""
    assert row.status in LEGAL
    meetings = [one.meeting for one in row.attendances.select_related("meeting")]
    assert len(meetings) == len(set(meetings))
    assert {meeting.project_id for meeting in meetings} <= {row.project_id}
    kinds = list(row.consents.standing().values_list("kind", flat=True))
    assert len(kinds) == len(set(kinds))
    assert row.status != "signed_up" or KINDS.TAKING_PART in kinds
    row.full_clean()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_after_merges_in_any_order_nothing_is_lost_and_nothing_is_double(cast, data):
    with transaction.atomic():
        people = [somebody_with_a_past(cast, data).person_id for _one in range(data.draw(st.integers(2, 5)))]
        before, others = kept_facts(), Person.objects.count() - len(people)
        for _merge in range(data.draw(st.integers(1, len(people) - 1))):
            keep, other = data.draw(st.permutations(people))[:2]
            persons = Person.objects.in_bulk([keep, other])
            actions.merge_people(keep=persons[keep], other=persons[other], values={}, by=None)
            people.remove(other)
        assert kept_facts() == before
        assert Person.objects.count() == others + len(people)
        for row in Participant.objects.filter(person__in=people):
            assert_whole(row)
        for model in (Attendance, Claim, Consent, Signature, PersonalLink):
            assert not model.objects.exclude(participant__in=Participant.objects.all()).exists()
        transaction.set_rollback(True)
