"""The list of organisations and one organisation, as the coordinator and a project leader see them."""

from datetime import timedelta

import pytest

from projects.actions import add_partner, note_contact, save_contact, save_organisation
from projects.models import Organisation
from projects.watching import look_at
from tests.conftest import NOW

TODAY, DAY = NOW.date(), timedelta(days=1)
LIST = "/organisaties/"


def shown(client, query=""):
    return [row.name for row in client.get(f"{LIST}{query}").context["page_obj"]]


@pytest.fixture
def rows(cast):
    """One of the own district, one of another, and one of the whole city."""
    here, there = cast.project.district, cast.foreign.district
    school = save_organisation(
        name="Taalschool De Brug", kind="language_provider", also=["venue"], district=here, offers="Een zaal", by=None
    )
    save_contact(organisation=school, name="Joke Torenlicht", phone="+31201234567", by=None)
    other = save_organisation(name="Buurthuis Noord", kind="venue", district=there, by=None)
    city = save_organisation(name="Grote Bibliotheek", kind="library", city_wide=True, by=None)
    return {"school": school, "other": other, "city": city}


def test_who_leads_a_project_sees_the_own_district_and_the_city_the_coordinator_all(rows, cast, as_user):
    assert shown(as_user(cast.coordinator)) == ["Buurthuis Noord", "Grote Bibliotheek", "Taalschool De Brug"]
    leader = as_user(cast.leader)
    assert shown(leader) == ["Grote Bibliotheek", "Taalschool De Brug"]
    for path in ("", "wijzigen/", "contact/", "mensen/nieuw/"):
        assert leader.get(f"{LIST}{rows['other'].pk}/{path}").status_code == 404
        assert leader.get(f"{LIST}{rows['school'].pk}/{path}").status_code == 200
    assert [as_user(who).get(LIST).status_code for who in (cast.ambassador, cast.official)] == [403, 403]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?kind=venue", ["Buurthuis Noord", "Taalschool De Brug"]),
        ("?where=nieuw-west", ["Taalschool De Brug"]),
        ("?where=city_wide", ["Grote Bibliotheek"]),
        ("?where=city", ["Grote Bibliotheek"]),
        ("?q=torenlicht", ["Taalschool De Brug"]),
        ("?q=zaal+brug", ["Taalschool De Brug"]),
        ("?step=late", ["Taalschool De Brug"]),
        ("?sort=-naam", ["Taalschool De Brug", "Grote Bibliotheek", "Buurthuis Noord"]),
        ("?sort=-projecten", ["Taalschool De Brug", "Buurthuis Noord", "Grote Bibliotheek"]),
        ("?kind=onzin&where=9&sort=x&bladzijde=99&q=%00%25", None),
    ],
)
def test_the_list_is_searched_filtered_and_sorted(rows, cast, as_user, query, found):
    add_partner(project=cast.project, organisation=rows["school"], contribution="Les", by=None)
    note_contact(
        organisation=rows["school"],
        project=cast.project,
        on=TODAY,
        what="Gebeld",
        next_step="Mailen",
        next_on=TODAY - DAY,
        by=None,
    )
    if found is None:
        assert as_user(cast.coordinator).get(f"{LIST}{query}").status_code == 200
    elif query.startswith("?sort=-projecten"):
        assert shown(as_user(cast.coordinator), query)[0] == found[0]
    else:
        assert shown(as_user(cast.coordinator), query) == found


def test_the_sheet_holds_what_the_list_shows(rows, cast, as_user):
    text = as_user(cast.leader).get(f"{LIST}organisaties.csv").content.decode("utf-8-sig")
    assert "Taalschool De Brug;taalaanbieder, buurtcentrum of zaal;Nieuw-West" in text
    assert "Joke Torenlicht" in text
    assert "Buurthuis Noord" not in text
    assert as_user(cast.leader).get(f"{LIST}organisaties.xlsx").content[:2] == b"PK"


def test_of_another_project_neither_what_was_agreed_nor_what_was_spoken_is_seen(rows, cast, as_user):
    city = rows["city"]
    for project, mark in ((cast.project, "MIJN"), (cast.foreign, "ANDER")):
        add_partner(project=project, organisation=city, contribution=f"{mark} afspraak", by=None)
        note_contact(organisation=city, project=project, on=TODAY, what=f"{mark} gesprek", by=None)
    note_contact(organisation=city, on=TODAY, what="ALGEMEEN gesprek", by=None)
    text = as_user(cast.leader).get(city.get_absolute_url()).content.decode()
    assert all(part in text for part in ("MIJN afspraak", "MIJN gesprek", "ALGEMEEN gesprek"))
    assert "ANDER" not in text
    assert "ANDER" in as_user(cast.coordinator).get(city.get_absolute_url()).content.decode()
    stranger = city.contact_notes.get(project=cast.foreign)
    assert as_user(cast.leader).post(f"{city.get_absolute_url()}contact/{stranger.pk}/gedaan/").status_code == 404


def test_whom_it_brought_is_counted_and_not_named(rows, cast, as_user):
    for one in (cast.ans, cast.tesfay):
        one.heard_from = rows["school"]
        one.save()
    page = as_user(cast.leader).get(rows["school"].get_absolute_url())
    ((project, counts),) = page.context["brought"]["rows"]
    assert (project, [(str(label), count) for label, count in counts]) == (
        cast.project,
        [("Aangemeld", 2), ("Ingeschreven", 2)],
    )
    assert "Proefpersoon" not in page.content.decode()
    cast.project.is_practice = True
    cast.project.save()
    assert as_user(cast.leader).get(rows["school"].get_absolute_url()).context["brought"]["rows"] == []


def test_a_leader_adds_in_the_own_district_and_makes_no_fixed_partners(rows, cast, as_user):
    client = as_user(cast.leader)
    facts = {"name": "Huiskamer", "kind": "welfare", "also": ["venue"], "city_wide": "on", "website": "huis.example"}
    assert client.post(f"{LIST}nieuw/", facts).status_code == 422
    there = {**facts, "district": str(cast.foreign.district_id)}
    assert client.post(f"{LIST}nieuw/", there).status_code == 422
    assert client.post(f"{LIST}nieuw/", {**facts, "district": str(cast.project.district_id)}).status_code == 302
    made = Organisation.objects.get(name="Huiskamer")
    assert (made.city_wide, made.website, made.kinds) == (
        False,
        "https://huis.example",
        ["welzijn", "buurtcentrum of zaal"],
    )
    assert client.post(f"{LIST}{made.pk}/wijzigen/", {"name": "Huiskamer", "kind": "welfare"}).status_code == 422
    changed = {"name": "Grote Bibliotheek", "kind": "library", "address": "Kade 1"}
    assert client.post(f"{LIST}{rows['city'].pk}/wijzigen/", changed).status_code == 302
    city = Organisation.objects.get(pk=rows["city"].pk)
    assert (city.address, city.city_wide, city.district) == ("Kade 1", True, None)


def test_what_somebody_else_changed_meanwhile_is_shown_beside_what_was_typed(rows, cast, as_user):
    client, path = as_user(cast.coordinator), f"{LIST}{rows['city'].pk}/wijzigen/"
    seen = client.get(path).context["form"]["seen"].value()
    save_organisation(organisation=rows["city"], address="Kade 2", by=None)
    facts = {"seen": seen, "name": "Grote Bibliotheek", "kind": "library", "city_wide": "on", "address": "Kade 1"}
    answer = client.post(path, facts)
    text = answer.content.decode()
    assert (answer.status_code, "Nu staat er: Kade 2" in text, "Kade 1" in text) == (422, True, True)


def test_the_next_step_turns_up_on_its_day_until_it_is_taken(rows, cast, as_user):
    client, base = as_user(cast.leader), rows["school"].get_absolute_url()
    facts = {"on": "12-3-2027", "what": "Docenten komen", "project": str(cast.project.pk)}
    refused = client.post(f"{base}contact/", {**facts, "next_step": "Bellen hoeveel"})
    assert (refused.status_code, "Docenten komen" in refused.content.decode()) == (422, True)
    client.post(f"{base}contact/", {**facts, "next_step": "Bellen hoeveel", "next_on": "15-3-2027"})
    note = rows["school"].contact_notes.get()
    assert note.noted_by == cast.leader

    def due(day):
        return [item.title for item in look_at([cast.project], day).items if item.kind == "contact_steps_due"]

    assert (due(TODAY + 2 * DAY), due(TODAY + 3 * DAY)) == ([], ["Taalschool De Brug: Bellen hoeveel"])
    client.post(f"{base}contact/{note.pk}/gedaan/")
    assert due(TODAY + 3 * DAY) == []


def test_a_fixed_partner_is_proposed_with_what_it_did_the_last_time(rows, cast, as_user):
    add_partner(project=cast.foreign, organisation=rows["city"], contribution="Rondleiding", by=None)
    base = f"{cast.project.get_absolute_url()}partners/"
    for who, known in ((cast.coordinator, True), (cast.leader, False)):
        client = as_user(who)
        assert "Grote Bibliotheek" in client.get(base).content.decode()
        form = client.get(f"{base}nieuw/?organisatie={rows['city'].pk}").content.decode()
        assert ("Rondleiding" in form) is known
    for number in ("abc", "9" * 30, str(rows["other"].pk)):
        assert client.get(f"{base}nieuw/?organisatie={number}").status_code == 200


def test_doubles_are_merged_or_told_apart_by_the_coordinator(rows, cast, as_user):
    twin = save_organisation(name="Stichting Taalschool De Brug", kind="language_provider", by=None)
    client, school = as_user(cast.coordinator), rows["school"]
    assert "Stichting Taalschool De Brug" in client.get(f"{LIST}dubbel/").content.decode()
    pair = f"{LIST}dubbel/{school.pk}-{twin.pk}/"
    assert "Bijna dezelfde naam" in client.get(pair).content.decode()
    answer = client.post(pair, {"keep": str(twin.pk)})
    assert (answer.status_code, answer.url) == (302, twin.get_absolute_url())
    assert not Organisation.objects.filter(pk=school.pk).exists()
    assert twin.contact_people.get().name == "Joke Torenlicht"
    third = save_organisation(name="Taalschool de brug", kind="venue", by=None)
    client.post(f"{LIST}dubbel/{twin.pk}-{third.pk}/twee/")
    assert "Nu is er geen" in client.get(f"{LIST}dubbel/").content.decode()
    assert as_user(cast.leader).get(f"{LIST}dubbel/").status_code == 403
