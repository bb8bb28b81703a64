"""The list of participants: filters, search, funnel, export, and who sees what of a person."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from mixen.accounts.models import AuditEvent
from participants import actions
from participants.models import Participant
from participants.recruiting.funnel import funnels
from participants.visibility import sees_contact, sees_private
from tests.conftest import registered

ADDRESS = "/projecten/nieuw-west-2027/deelnemers/"
EVERYBODY = ["Ans", "Corrie", "Joop", "Lale", "Oksana", "Samira", "Tesfay", "Willem"]


def names(response):
    return [row.person.call_name for row in response.context["page_obj"]]


@pytest.fixture
def mixed(cast):
    """Ans came and was coupled, Willem did not come, Joop stopped, Noor is interested; Lale is the colleague's."""
    mix = cast.project.meetings.get(kind="mix")
    for somebody, present in ((cast.ans, True), (cast.samira, True), (cast.willem, False)):
        actions.note_attendance(meeting=mix, participant=somebody, present=present, by=None)
    for somebody in (cast.ans, cast.samira):
        actions.become_coupled(participant=somebody, by=None)
    actions.withdraw(participant=cast.joop, reason="Ziek", by=None)
    actions.assign_ambassador(participant=cast.lale, ambassador=cast.colleague, by=None)
    registered(cast.project, "Noor", "new", cast.ambassador, {"gender": "woman"}, {})
    return cast


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, [*EVERYBODY[:4], "Noor", *EVERYBODY[4:]]),
        ({"side": "old"}, ["Ans", "Corrie", "Joop", "Willem"]),
        ({"status": "stopped"}, ["Joop"]),
        ({"status": "interested"}, ["Noor"]),
        ({"attendance": "came_to_mix"}, ["Ans", "Samira"]),
        ({"attendance": "missed_mix"}, ["Willem"]),
        ({"attendance": "never_seen"}, ["Corrie", "Joop", "Lale", "Noor", "Oksana", "Tesfay", "Willem"]),
        ({"couple": "with"}, ["Ans", "Samira"]),
        ({"couple": "with", "side": "old"}, ["Ans"]),
        ({"ambassador": "null"}, ["Noor"]),
        ({"q": "KSA"}, ["Oksana"]),
        ({"q": "سميرة"}, ["Samira"]),
        ({"q": "Proefpersoon lale"}, ["Lale"]),
        ({"q": "' OR 1=1 --"}, []),
        ({"q": "%"}, []),
        ({"sort": "-naam"}, [*EVERYBODY[:3:-1], "Noor", *EVERYBODY[3::-1]]),
    ],
)
def test_a_list_is_narrowed_searched_and_sorted(mixed, as_user, query, found):
    response = as_user(mixed.coordinator).get(ADDRESS, query)
    assert response.status_code == 200
    assert names(response) == found


@pytest.mark.parametrize(
    "query",
    [
        {"status": "bestaat-niet"},
        {"ambassador": "99999999999999999999"},
        {"ambassador": "-1"},
        {"ambassador": "abc"},
        {"q": "a\x00b"},
        {"q": "x" * 5000},
        {"q": "\u202e"},
        {"bladzijde": "abc"},
        {"bladzijde": "-3"},
        {"bladzijde": "99999999999999999999"},
        {"sort": "person__phone"},
        {"side[]": "old"},
        {"project": "1"},
        {"q": ["a", "b"]},
    ],
    ids=lambda query: ascii(query)[:40],
)
def test_a_strange_question_gets_a_page_and_never_an_error(cast, as_user, query):
    response = as_user(cast.coordinator).get(ADDRESS, query)
    assert response.status_code == 200
    assert "Select a valid" not in response.content.decode()


def test_a_long_list_comes_in_pages(cast, as_user):
    for number in range(20):
        registered(cast.project, f"Persoon{number:02}", "new", cast.ambassador, {"gender": "man"}, {})
    client = as_user(cast.coordinator)
    first, second = client.get(ADDRESS), client.get(ADDRESS, {"bladzijde": 2})
    assert (len(names(first)), len(names(second))) == (25, 3)
    assert not set(names(first)) & set(names(second))


def test_the_funnel_counts_who_got_that_far(mixed):
    old, new = funnels([mixed.project])[mixed.project.pk]
    assert (old.registered, old.signed_up, old.came, old.coupled, old.completed) == (4, 3, 1, 1, 0)
    assert (new.registered, new.signed_up, new.came, new.coupled, new.completed) == (5, 4, 1, 1, 0)
    assert (old.target, old.minimum, old.maximum, old.missing) == (20, 8, 25, 17)


def test_no_step_of_the_funnel_is_larger_than_the_one_before(cast):
    for somebody in (cast.ans, cast.samira):  # coupled without anybody having ticked that they came
        actions.become_coupled(participant=somebody, by=None)
    for side in funnels([cast.project])[cast.project.pk]:
        steps = [side.registered, side.signed_up, side.came, side.coupled, side.completed]
        assert steps == sorted(steps, reverse=True)


def test_projects_do_not_count_each_other_s_people(mixed):
    counted = funnels([mixed.project, mixed.foreign])
    assert [side.registered for side in counted[mixed.foreign.pk]] == [0, 0]


def test_funnels_of_many_projects_take_one_query(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        funnels([cast.project, cast.foreign])


HEADER = [
    "Naam", "Roepnaam", "Kant", "Status", "Telefoon", "E-mail", "Postcode", "Talen", "Ambassadeur", "Aangemeld op",
    "Keer geweest",
]  # fmt: skip


def exported(response, kind):
    if kind == "csv":
        return list(csv.reader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    return [list(row) for row in load_workbook(BytesIO(response.content)).active.values]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_is_the_list_as_it_was_narrowed(mixed, as_user, kind):
    header, *rows = exported(as_user(mixed.coordinator).get(f"{ADDRESS}deelnemers.{kind}", {"side": "old"}), kind)
    assert header == HEADER
    assert [row[1] for row in rows] == ["Ans", "Corrie", "Joop", "Willem"]
    assert rows[0][4] == "06 12345678"
    assert rows[0][6] == "1069 AB"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_tells_nothing_that_is_private(cast, as_user, kind):
    person = cast.samira.person
    person.country, person.street = "NP", "Geheimstraat 1"
    person.save()
    Participant.objects.filter(pk=cast.samira.pk).update(notes="GEHEIM")
    rows = exported(as_user(cast.coordinator).get(f"{ADDRESS}deelnemers.{kind}"), kind)
    everything = " ".join(str(value) for row in rows for value in row)
    for private in ("Nepal", "NP", "Geheimstraat", "GEHEIM", "vrouw", "woman", "True"):
        assert private not in everything


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_hostile_name_is_only_text_in_an_export(cast, as_user, kind):
    person = cast.ans.person
    person.name = "=cmd|'/C calc'!A0"
    person.save()
    rows = exported(as_user(cast.coordinator).get(f"{ADDRESS}deelnemers.{kind}"), kind)
    assert "'=cmd|'/C calc'!A0" in [row[0] for row in rows]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_is_on_record(cast, as_user, kind):
    as_user(cast.leader).get(f"{ADDRESS}deelnemers.{kind}")
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.EXPORT)
    assert (event.by, event.object_id, event.detail) == (cast.leader, str(cast.project.pk), kind)
    assert "Telefoon" in event.fields


@pytest.mark.parametrize(
    ("who", "status"), [("ambassador", 403), ("official", 403), ("foreign_ambassador", 404), ("leader", 200)]
)
def test_an_export_is_for_who_leads(cast, as_user, who, status):
    assert as_user(getattr(cast, who)).get(f"{ADDRESS}deelnemers.csv").status_code == status


@pytest.mark.parametrize(
    ("who", "contact", "private"),
    [
        ("coordinator", True, True),
        ("leader", True, True),
        ("ambassador", True, False),  # who is assigned to the participant
        ("colleague", False, False),
        ("official", False, False),
        ("foreign_official", False, False),
        ("foreign_ambassador", False, False),
    ],
)
def test_who_sees_what_of_a_person(cast, who, contact, private):
    user = getattr(cast, who)
    assert (sees_contact(user, cast.ans), sees_private(user, cast.ans)) == (contact, private)


@pytest.mark.parametrize(
    ("who", "phone", "street"),
    [("coordinator", True, True), ("leader", True, True), ("ambassador", True, False), ("colleague", False, False)],
)
def test_the_page_of_a_person_shows_that_and_no_more_and_remembers_who_looked(cast, as_user, who, phone, street):
    person = cast.ans.person
    person.street, person.phone = "Geheimstraat 1", "+31687654321"
    person.save()
    Participant.objects.filter(pk=cast.ans.pk).update(notes="NOTITIE")
    page = as_user(getattr(cast, who)).get(f"{ADDRESS}{cast.ans.pk}/").content.decode()
    assert ("06 87654321" in page) is phone
    assert ("+31687654321" in page) is phone
    assert ("Geheimstraat" in page) is street
    assert ("NOTITIE" in page) is street
    reads = AuditEvent.objects.filter(kind=AuditEvent.Kind.READ)
    assert reads.count() == phone
    assert all(event.by == getattr(cast, who) for event in reads)


def test_a_list_shows_no_contact_data(cast, as_user):
    page = as_user(cast.coordinator).get(ADDRESS).content.decode()
    assert "12345678" not in page
    assert not AuditEvent.objects.filter(kind=AuditEvent.Kind.READ).exists()


def test_another_project_s_person_is_not_found(cast, as_user):
    assert as_user(cast.coordinator).get(f"/projecten/noord-2027/deelnemers/{cast.ans.pk}/").status_code == 404
