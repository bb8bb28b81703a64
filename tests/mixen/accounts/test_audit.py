"""Every deed is whole or not at all, and on record under its name and who did it."""

from contextlib import nullcontext

import pytest
from django.db import transaction

from mixen.accounts.audit import action, fill, insert, one_row_each, record, write_history_so_far
from mixen.accounts.models import AuditEvent, User
from participants import actions as people
from participants.models import Language, Person
from projects.models import District


@action
def rename(*, district, name, by, fail=False):
    district.name = name
    district.save()
    if fail:
        raise RuntimeError("halfway")
    return district


@action
def rename_twice(*, district, by):
    rename(district=district, name="Tussen", by=None)
    return rename(district=district, name="Einde", by=None)


@action
def rename_or_not(*, district, by, apart):
    """An action that goes on when one inside it fails; ``apart`` gives that one a savepoint."""
    try:
        with transaction.atomic() if apart else nullcontext():
            rename(district=district, name="Half", by=None, fail=True)
    except RuntimeError:
        district.name = "Toch"
    district.save()


@pytest.fixture
def district(db):
    return District.objects.get(slug="noord")


@pytest.fixture
def somebody(db):
    return User.objects.create_user("wie@example.org", "x", name="Wie")


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [((), {}), ((), {"name": "x"}), (("district",), {"by": None}), (("district", "x", None), {})],
)
def test_an_action_wants_keywords_and_who_acts(args, kwargs):
    with pytest.raises(TypeError, match="keyword arguments only, 'by' among them"):
        rename(*args, **kwargs)


def test_a_row_that_changed_tells_the_deed_and_who_did_it(district, somebody):
    rename(district=district, name="Noord!", by=somebody)
    newest = district.history.first()
    assert (newest.name, newest.history_user, newest.history_change_reason) == (
        "Noord!",
        somebody,
        f"{rename.__module__.partition('.')[0]}.rename",
    )


def test_the_system_acts_without_a_name(district):
    rename(district=district, name="Noord!", by=None)
    assert district.history.first().history_user is None


def test_a_deed_that_fails_halfway_leaves_nothing_behind(district, somebody):
    rows = district.history.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        rename(district=district, name="Half", by=somebody, fail=True)
    district.refresh_from_db()
    assert district.name == "Noord"
    assert district.history.count() == rows


def test_a_deed_inside_a_deed_reads_as_one(district, somebody):
    rename_twice(district=district, by=somebody)
    newest = district.history.all()[:2]
    assert {row.history_user for row in newest} == {somebody}
    assert {row.history_change_reason.rpartition(".")[2] for row in newest} == {"rename_twice"}


def test_after_a_failure_the_next_deed_has_its_own_name(district, somebody):
    with pytest.raises(RuntimeError), transaction.atomic():
        rename(district=district, name="Half", by=None, fail=True)
    rename_twice(district=district, by=somebody)
    assert district.history.first().history_user == somebody


def test_a_deed_goes_on_without_one_inside_it_that_had_a_savepoint(district):
    rename_or_not(district=district, by=None, apart=True)
    district.refresh_from_db()
    assert district.name == "Toch"
    assert [row.name for row in district.history.all()] == ["Toch"]


def test_a_deed_inside_a_deed_that_fails_without_a_savepoint_takes_all_with_it(district):
    with pytest.raises(transaction.TransactionManagementError):
        rename_or_not(district=district, by=None, apart=False)
    district.refresh_from_db()
    assert (district.name, district.history.count()) == ("Noord", 0)


def members(person):
    """What the newest row of history has in the set of languages."""
    return {row.language.code for row in person.history.first().languages.all()}


@pytest.fixture
def languages(db):
    return list(Language.objects.order_by("code")[:3])


def test_many_new_rows_go_in_with_one_query_and_one_for_their_history(db, somebody, django_assert_num_queries):
    @action
    def add(*, by):
        insert([District(name=name, slug=name.lower()) for name in ("Haven", "Bos", "Meer")])

    with django_assert_num_queries(4):  # two of them begin and end the transaction
        add(by=somebody)
    for slug in ("haven", "bos", "meer"):
        row = District.objects.get(slug=slug).history.get()
        assert (row.history_type, row.history_user, row.name.lower()) == ("+", somebody, slug)


def test_no_rows_at_all_are_no_query(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        insert([])


def test_a_new_set_is_in_the_history_also_when_it_was_changed_afterwards(db, languages):
    with one_row_each():
        kept, added, emptied = (Person.objects.create(name=name) for name in ("Ada", "Bea", "Cas"))
        for person in (kept, added, emptied):
            fill(person, "languages", languages[:2])
        added.languages.add(languages[2])
        emptied.languages.clear()
    first, second, third = (one.code for one in languages)
    assert (members(kept), members(added), members(emptied)) == ({first, second}, {first, second, third}, set())
    assert {person.history.count() for person in (kept, added, emptied)} == {1}


def test_what_a_set_holds_is_in_the_history_of_each_record_that_is_written_with_others(db, languages):
    ada, bea = (Person.objects.create(name=name) for name in ("Ada", "Bea"))
    ada.languages.set(languages[:1])
    bea.languages.set(languages[1:])
    with one_row_each():
        for person in (ada, bea):
            person.save()
    assert members(ada) == {languages[0].code}
    assert members(bea) == {languages[1].code, languages[2].code}


def test_history_that_waits_can_be_written_before_the_end_but_for_one_record(db, district):
    with one_row_each():
        person = Person.objects.create(name="Ada")
        district.save()
        write_history_so_far(but=person)
        assert (district.history.count(), person.history.count()) == (1, 0)
        person.name = "Bea"
        person.save()
    assert (district.history.count(), [row.name for row in person.history.all()]) == (1, ["Bea"])
    write_history_so_far(but=person)  # nothing waits


def test_outside_a_deed_the_web_admin_knows_who_is_at_the_keyboard(cast, as_user):
    as_user(cast.coordinator).post("/beheer/projects/district/add/", {"name": "Haven", "slug": "haven"})
    row = District.objects.get(slug="haven").history.get()
    assert row.history_user == cast.coordinator


def test_what_a_project_does_is_on_record_by_its_name(cast):
    people.withdraw(participant=cast.lale, reason="Verhuisd", by=cast.coordinator)
    row = cast.lale.history.first()
    assert (row.history_user, row.history_change_reason) == (cast.coordinator, "participants.withdraw")


def test_an_event_keeps_what_was_read_and_never_its_text(cast):
    event = record(
        by=cast.ambassador,
        kind=AuditEvent.Kind.READ,
        about=cast.ans.person,
        fields=["phone", "email"],
        detail="x" * 300,
    )
    event.refresh_from_db()
    assert (event.by, event.object_type, event.object_id) == (
        cast.ambassador,
        "participants.Person",
        str(cast.ans.person.pk),
    )
    assert event.fields == ["email", "phone"]
    assert len(event.detail) == 200
    assert cast.ans.person.name not in str(event)


def test_a_refusal_is_an_event(cast, as_user):
    response = as_user(cast.ambassador).get(f"{cast.project.get_absolute_url()}geld/")
    assert response.status_code == 403
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.REFUSED)
    assert (event.by, event.object_type, event.detail) == (cast.ambassador, "projects.Project", "view_money")
