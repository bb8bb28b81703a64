"""The page of recruiting: what is missing, what works, who was told and who waits."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from mixen.accounts.models import AuditEvent
from participants import actions
from participants.models import Participant, Told
from participants.overview import recruitment
from participants.recruiting.channels import channel_rows, share_of_told, total
from participants.recruiting.funnel import STEPS, funnels
from projects.actions import add_partner
from projects.models import Organisation, Project
from projects.watching import for_project
from tests.conftest import NOW, registered, signed_up

ADDRESS = "/projecten/nieuw-west-2027/werving/"
TODAY = NOW.date()
WOMAN = {"gender": "woman"}


@pytest.fixture
def school(cast):
    organisation = Organisation.objects.create(name="De Taalschool")
    add_partner(project=cast.project, organisation=organisation, contribution="x", by=None)
    return organisation


def full(cast, side="old", places=4):
    """The project wants no more people of ``side`` than it has."""
    limits = {f"min_{side}": 1, f"target_{side}": places, f"max_{side}": places}
    Project.objects.filter(pk=cast.project.pk).update(**limits)
    cast.project.refresh_from_db()


def waiter(cast, name, side="old"):
    somebody = registered(cast.project, name, side, cast.ambassador, WOMAN, {})
    actions.sign_up(participant=somebody, signed_as=name, by=cast.ambassador)
    somebody.refresh_from_db()
    return somebody


def side_of(cast, side="old"):
    return next(one for one in funnels([cast.project])[cast.project.pk] if one.side == side)


def page(client):
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


# What is missing


@pytest.mark.parametrize(
    ("limits", "minimum", "target", "places"),
    [((8, 20, 25), 4, 16, 21), ((4, 5, 6), 0, 1, 2), ((1, 4, 4), 0, 0, 0), ((1, 2, 3), 0, 0, 0)],
)
def test_a_side_tells_what_is_missing_and_what_is_free(cast, limits, minimum, target, places):
    names = ("min_old", "target_old", "max_old")
    Project.objects.filter(pk=cast.project.pk).update(**dict(zip(names, limits, strict=True)))
    cast.project.refresh_from_db()
    side = side_of(cast)
    assert (side.missing_for_minimum, side.missing, side.places_free) == (minimum, target, places)
    assert side.is_full is (places == 0)
    assert side.scale == max(limits[2], 4)


def test_the_page_says_what_is_missing(cast, as_user):
    text = page(as_user(cast.ambassador))
    assert "nog 4 nodig voor het minimum" in text
    assert "nog 16 nodig voor het streefgetal" in text


def test_a_full_side_says_how_many_wait(cast, as_user):
    full(cast)
    assert ">vol<" in page(as_user(cast.coordinator))
    waiter(cast, "Wil")
    assert "vol, 1 op de wachtlijst" in page(as_user(cast.coordinator))


def test_the_overview_tells_the_same_and_leads_here(cast, as_user):
    full(cast)
    waiter(cast, "Wil")
    text = as_user(cast.coordinator).get("/projecten/nieuw-west-2027/").content.decode()
    assert "minimum 1, streefgetal 4, maximum 4" in text
    assert "1 op de wachtlijst" in text
    assert ADDRESS in text
    assert ADDRESS in as_user(cast.ambassador).get("/projecten/nieuw-west-2027/deelnemers/").content.decode()


def test_the_picture_on_the_overview_is_one_query(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        recruitment(cast.project, cast.coordinator)


# What works


def heard(cast, name, channel, organisation=None, signs=True):
    part = {"channel": channel, "heard_from": organisation}
    deed = signed_up if signs else registered
    return deed(cast.project, name, "new", cast.ambassador, WOMAN, part)


def told(cast, **facts):
    wanted = {"project": cast.project, "channel": "school", "people": 10, "by": cast.ambassador}
    return actions.note_told(**{**wanted, **facts})


def test_each_person_is_in_one_row_and_the_best_channel_comes_first(cast, school):
    told(cast, organisation=school, people=40)
    told(cast, organisation=school, people=10)
    told(cast, channel="folder", people=200)
    for number in range(5):
        heard(cast, f"School{number}", "school", school)
    heard(cast, "Sem", "school", school, signs=False)
    heard(cast, "Flo", "folder")
    rows = {(row.channel, row.organisation): row for row in channel_rows(cast.project)}
    assert list(rows) == [("", ""), ("school", "De Taalschool"), ("folder", "")]
    best = rows["school", "De Taalschool"]
    assert (best.told, best.values, best.percent) == (50, [6, 5, 0, 0, 0], 10)
    assert (rows["folder", ""].told, rows["folder", ""].percent) == (200, 1)
    assert (rows["", ""].told, rows["", ""].percent) == (0, None)


def test_among_as_many_sign_ups_the_larger_share_comes_first(cast):
    told(cast, channel="folder", people=100)
    told(cast, channel="centre", people=10)
    for channel in ("folder", "centre", "press"):
        heard(cast, channel.title(), channel)
    Participant.objects.filter(channel="").delete()
    assert [row.channel for row in channel_rows(cast.project)] == ["centre", "folder", "press"]


def test_who_was_only_told_has_a_row(cast):
    told(cast, channel="press", people=7)
    row = next(row for row in channel_rows(cast.project) if row.channel == "press")
    assert (row.told, row.values, row.percent) == (7, [0, 0, 0, 0, 0], 0)


def mix_up(cast):
    """Everybody at another step, over several channels."""
    mix = cast.project.meetings.get(kind="mix")
    for number, (name, channel) in enumerate(zip(cast.people, [*Participant.Channel.values] * 2, strict=False)):
        somebody = cast.people[name]
        Participant.objects.filter(pk=somebody.pk).update(channel=channel if number % 3 else "")
        if number % 2:
            actions.note_attendance(meeting=mix, participant=somebody, present=True, by=None)
    for somebody in (cast.ans, cast.samira):
        actions.become_coupled(participant=somebody, by=None)
    actions.become_completed(participant=cast.ans, by=None)
    actions.withdraw(participant=cast.joop, reason="Ziek", by=None)
    full(cast, "new", 4)
    waiter(cast, "Noor", "new")


def test_the_table_counts_as_the_funnel_does(cast):
    mix_up(cast)
    whole = total(channel_rows(cast.project))
    both = funnels([cast.project])[cast.project.pk]
    assert whole.steps == {step: sum(getattr(side, step) for side in both) for step in STEPS}
    assert whole.values == sorted(whole.values, reverse=True)
    assert whole.values[0] == 9


def test_the_total_share_is_of_those_who_were_told(cast):
    told(cast, channel="folder", people=4)
    heard(cast, "Flo", "folder")
    assert share_of_told(channel_rows(cast.project)) == 25
    Told.objects.all().delete()
    assert share_of_told(channel_rows(cast.project)) is None


def test_the_table_takes_two_queries(cast, django_assert_num_queries):
    told(cast)
    with django_assert_num_queries(2):
        channel_rows(cast.project)


def exported(response, kind):
    if kind == "csv":
        return list(csv.reader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    return [list(row) for row in load_workbook(BytesIO(response.content)).active.values]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_export_is_the_table_with_its_total_and_is_on_record(cast, as_user, school, kind):
    told(cast, organisation=school, people=20)
    heard(cast, "Sem", "school", school)
    header, *rows = exported(as_user(cast.leader).get(f"{ADDRESS}werving.{kind}"), kind)
    assert header[:4] == ["Hoe gehoord", "Organisatie", "Verteld", "Aangemeld"]
    assert ["" if cell is None else str(cell) for cell in rows[1]] == [
        "taalles of docent", "De Taalschool", "20", "1", "1", "0", "0", "0", "5",
    ]  # fmt: skip
    assert ["" if cell is None else str(cell) for cell in rows[-1]] == [
        "Samen",
        "",
        "20",
        "9",
        "9",
        "0",
        "0",
        "0",
        "5",
    ]
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.EXPORT)
    assert (event.by, event.object_id, event.detail) == (cast.leader, str(cast.project.pk), kind)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_hostile_organisation_is_only_text_in_an_export(cast, as_user, kind):
    hostile = Organisation.objects.create(name="=cmd|'/C calc'!A0")
    heard(cast, "Sem", "school", hostile)
    rows = exported(as_user(cast.leader).get(f"{ADDRESS}werving.{kind}"), kind)
    assert "'=cmd|'/C calc'!A0" in [row[1] for row in rows]


# Noting who was told


def test_an_ambassador_notes_on_the_page_and_takes_a_mistake_back(cast, as_user, school):
    client = as_user(cast.ambassador)
    data = {"channel": "school", "organisation": school.pk, "people": "30", "on": "11-3-2027", "note": "Twee groepen"}
    assert client.post(f"{ADDRESS}verteld/", data).status_code == 302
    row = Told.objects.get()
    assert (row.people, row.organisation, row.noted_by, row.note) == (30, school, cast.ambassador, "Twee groepen")
    assert "Twee groepen" in page(client)
    assert client.post(f"{ADDRESS}verteld/{row.pk}/weg/").status_code == 302
    assert not Told.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("colleague", 403), ("leader", 302), ("coordinator", 302)])
def test_what_another_noted_is_taken_back_by_who_leads(cast, as_user, who, status):
    row = told(cast)
    client = as_user(getattr(cast, who))
    assert ("Weghalen<span" in page(client)) is (status == 302)
    assert client.post(f"{ADDRESS}verteld/{row.pk}/weg/").status_code == status
    assert Told.objects.exists() is (status == 403)


# The waiting list


def test_the_list_is_in_order_of_waiting_and_a_place_is_given_when_there_is_one(cast, as_user, clock):
    full(cast)
    first = waiter(cast, "Wil")
    clock.shift(60)
    waiter(cast, "Bea")
    client = as_user(cast.coordinator)
    text = page(client)
    assert text.index("Wil Proefpersoon") < text.index("Bea Proefpersoon")
    assert text.count("disabled>Plek geven") == 2
    give = f"/projecten/nieuw-west-2027/deelnemers/{first.pk}/plek/"
    assert "geen plek vrij" in client.post(give, follow=True).content.decode()
    assert Participant.objects.get(pk=first.pk).status == "waiting"
    actions.withdraw(participant=cast.joop, reason="Ziek", by=None)
    assert "disabled" not in page(client)
    assert "heeft een plek" in client.post(give, follow=True).content.decode()
    row = Participant.objects.get(pk=first.pk)
    assert (row.status, row.signed_up_on, row.waiting_since) == ("signed_up", TODAY, None)


def test_an_ambassador_sees_who_waits_and_gives_no_place(cast, as_user):
    full(cast)
    somebody = waiter(cast, "Wil")
    client = as_user(cast.ambassador)
    text = page(client)
    assert "Wil Proefpersoon" in text
    assert "Plek geven" not in text
    assert client.post(f"/projecten/nieuw-west-2027/deelnemers/{somebody.pk}/plek/").status_code == 403


def test_a_free_place_is_told_in_the_morning_as_long_as_somebody_waits(cast):
    full(cast)
    somebody = waiter(cast, "Wil")

    def lines():
        return [item for item in for_project(cast.project, TODAY) if item.url == f"{ADDRESS}#wachtlijst"]

    assert lines() == []
    actions.withdraw(participant=cast.joop, reason="Ziek", by=None)
    (item,) = lines()
    assert (item.mark, item.deed, item.urgent) == ("1", "Geef een plek", True)
    actions.give_place(participant=somebody, by=None)
    assert lines() == []


def test_somebody_who_waits_has_a_page_a_badge_and_a_filter(cast, as_user):
    full(cast)
    somebody = waiter(cast, "Wil")
    client = as_user(cast.coordinator)
    text = client.get(somebody.get_absolute_url()).content.decode()
    assert "wachtlijst</span>" in text
    assert "Op de wachtlijst" in text
    assert "Inschrijven</a>" not in text
    found = client.get("/projecten/nieuw-west-2027/deelnemers/", {"status": "waiting"}).context["page_obj"]
    assert [row.pk for row in found] == [somebody.pk]
    assert client.post(f"{somebody.get_absolute_url()}afmelden/", {"reason": "Verhuisd"}).status_code == 302
    assert Participant.objects.get(pk=somebody.pk).status == "stopped"


def test_who_signs_up_for_a_full_side_is_told_so(cast, as_user):
    full(cast)
    somebody = registered(cast.project, "Wil", "old", cast.ambassador, WOMAN, {})
    answer = as_user(cast.ambassador).post(
        f"{somebody.get_absolute_url()}inschrijven/",
        {"agrees": "on", "signed_as": "Wil", "copy_by": "paper"},
        follow=True,
    )
    assert "Wil staat op de wachtlijst" in answer.content.decode()
