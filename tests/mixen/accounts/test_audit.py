"""Every deed is whole or not at all, and on record under its name and who did it."""

import pytest
from django.db import transaction

from mixen.accounts.audit import action, record
from mixen.accounts.models import AuditEvent, User
from participants import actions as people
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
