"""Who may be on record twice: who is pointed out to whom, and what the pages do."""

from html import unescape

import pytest
from django.urls import reverse

from mixen.accounts.models import AuditEvent
from participants.actions import register, say_not_the_same
from participants.doubles import pairs
from participants.doubles.likeness import Traits
from participants.doubles.pairs import number_of_pairs, pairs_of
from participants.models import NotTheSame, Participant, Person
from projects.actions import add_team_member
from projects.models import DistrictOfficial, Role


def make(cast, name, project=None, side="new", **facts):
    person = {"name": name, "gender": "woman", **facts}
    return register(project=project or cast.project, side=side, person=person, by=cast.coordinator)


def names(pairs):
    return {frozenset((pair.first.person.name, pair.second.person.name)) for pair in pairs}


def address(cast, name, *numbers):
    return reverse(f"participants:{name}", args=[cast.project.slug, *numbers])


def html(response):
    return " ".join(unescape(response.content.decode()).split())


@pytest.fixture
def cast(cast):
    """Everybody of the cast with a phone of their own, so that nobody is like anybody."""
    for number, person in enumerate(Person.objects.all()):
        person.phone = f"+3161234{5000 + number}"
        person.save()
    return cast


@pytest.mark.parametrize(
    ("one", "other", "whys"),
    [
        ({"name": "Noor", "phone": "+31612340009"}, {"name": "Piet", "phone": "+31612340009"}, ["phone"]),
        ({"name": "Noor", "email": "N@Example.org"}, {"name": "Nour", "email": "n@example.ORG"}, ["email"]),
        ({"name": "Zoë Çelik", "birth_year": 1980}, {"name": "zoe  celik", "birth_year": 1980}, ["name_and_year"]),
        ({"name": "El-Ali", "postcode": "1069 AB"}, {"name": "El Ali", "postcode": "1069 AB"}, ["name_and_postcode"]),
        ({"name": "Noor", "phone": "+31612340009"}, {"name": "Noor", "phone": "+31612340009"}, ["name", "phone"]),
        ({"name": "Noor"}, {"name": "Noor"}, None),
        ({"name": "Noor", "birth_year": 1980}, {"name": "Noor", "birth_year": 1981}, None),
        ({"name": "Noor", "email": ""}, {"name": "Piet", "email": ""}, None),
    ],
)  # fmt: skip
def test_what_makes_two_people_alike(cast, one, other, whys):
    make(cast, **one)
    make(cast, **other)
    pairs = pairs_of(cast.project, cast.coordinator)
    assert [[str(why) for why in pair.whys] for pair in pairs] == ([whys] if whys else [])
    assert number_of_pairs(cast.project, cast.coordinator) == len(pairs)


def test_a_number_of_a_whole_school_points_at_nobody(cast):
    for letter in "abcdefghijklm":
        make(cast, f"Naam {letter}", phone="+31201234567")
    assert pairs_of(cast.project, cast.coordinator) == []


def test_somebody_of_another_project_is_recognised_by_who_leads_both(cast):
    make(cast, "Noor", email="n@example.org")
    make(cast, "Noor", project=cast.foreign, email="n@example.org")
    [pair] = pairs_of(cast.project, cast.coordinator)
    assert pair.elsewhere
    assert pair.first.project == cast.project
    assert pairs_of(cast.project, cast.leader) == []
    add_team_member(project=cast.foreign, user=cast.leader, role=Role.AMBASSADOR, by=cast.coordinator)
    cast.leader.__dict__.pop("_roles", None)
    assert pairs_of(cast.project, cast.leader) == []
    cast.leader.memberships.filter(project=cast.foreign).update(role=Role.PROJECT_LEADER)
    cast.leader.__dict__.pop("_roles", None)
    assert len(pairs_of(cast.project, cast.leader)) == 1


def test_an_official_who_leads_elsewhere_recognises_nobody_of_the_district(cast):
    DistrictOfficial.objects.create(user=cast.leader, district=cast.foreign.district)
    make(cast, "Noor", email="n@example.org")
    make(cast, "Noor", project=cast.foreign, email="n@example.org")
    assert pairs_of(cast.project, cast.leader) == []


def test_two_of_another_project_are_its_own_business(cast):
    make(cast, "Noor", project=cast.foreign, email="n@example.org")
    make(cast, "Nour", project=cast.foreign, email="n@example.org")
    assert pairs_of(cast.project, cast.coordinator) == []
    assert len(pairs_of(cast.foreign, cast.coordinator)) == 1


def test_practice_is_not_compared_with_what_is_real(cast):
    cast.foreign.is_practice = True
    cast.foreign.save()
    make(cast, "Noor", email="n@example.org")
    make(cast, "Noor", project=cast.foreign, email="n@example.org")
    assert pairs_of(cast.project, cast.coordinator) == []


def test_one_person_in_two_projects_is_no_double(cast):
    row = make(cast, "Noor", email="n@example.org")
    Participant.objects.create(project=cast.foreign, person=row.person, side="new")
    assert pairs_of(cast.project, cast.coordinator) == []


def test_who_was_said_to_be_two_is_not_asked_about_again(cast, as_user):
    one, other = make(cast, "Noor", phone="+31612340009"), make(cast, "Piet", phone="+31612340009")
    client = as_user(cast.leader)
    page = client.get(address(cast, "doubles"))
    assert "een gezin deelt soms een telefoon" in html(page)
    answer = client.post(address(cast, "not_the_same", other.pk, one.pk), follow=True)
    assert "Onthouden: dit zijn twee mensen." in html(answer)
    assert "Nu is er niemand." in html(answer)
    row = NotTheSame.objects.get()
    assert (row.first, row.second, row.by) == (one.person, other.person, cast.leader)
    assert row.history.get().history_change_reason == "participants.say_not_the_same"


def test_the_list_and_the_person_say_so_to_who_may_manage(cast, as_user):
    one = make(cast, "Noor", email="n@example.org")
    make(cast, "Nour", email="n@example.org")
    shown = html(as_user(cast.leader).get(address(cast, "list")))
    assert "Misschien dubbel (1)" in shown
    shown = html(as_user(cast.leader).get(address(cast, "detail", one.pk)))
    assert "Lijkt op" in shown
    assert f"/dubbel/{one.pk}-" in shown
    for name, numbers in (("list", []), ("detail", [one.pk])):
        shown = html(as_user(cast.ambassador).get(address(cast, name, *numbers)))
        assert "Lijkt op" not in shown
        assert "Misschien dubbel" not in shown


def test_without_doubles_there_is_no_link(cast, as_user):
    assert "Misschien dubbel" not in html(as_user(cast.leader).get(address(cast, "list")))


def test_side_by_side_one_chooses_and_merges(cast, as_user):
    one = make(cast, "Noor de Vries", phone="+31612340009", email="n@example.org", birth_year=1980)
    other = make(cast, "Noor Vries", phone="+31612340009", postcode="1069 AB")
    client, path = as_user(cast.leader), address(cast, "double", one.pk, other.pk)
    page = client.get(path)
    shown = html(page)
    assert "Noor de Vries" in shown
    assert 'name="phone"' not in shown  # the same in both
    assert 'name="email"' in shown
    form = page.context["form"]
    assert {field.name: field.initial for field in form.pairs()} == {
        "name": other.person_id,
        "birth_year": one.person_id,
        "email": one.person_id,
        "postcode": other.person_id,
    }
    read = AuditEvent.objects.filter(kind=AuditEvent.Kind.READ, by=cast.leader).values_list("object_id", flat=True)
    assert set(read) == {str(one.person_id), str(other.person_id)}
    choices = {field.name: field.initial for field in form.pairs()} | {"name": one.person_id}
    refused = client.post(path, {**choices, "seen": form["seen"].value()})
    assert refused.status_code == 422
    assert "Vink dit aan als je het zeker weet." in html(refused)
    answer = client.post(path, {**choices, "seen": form["seen"].value(), "one_person": "on"}, follow=True)
    assert "Noor de Vries staat er nu één keer in." in html(answer)
    person = Person.objects.get(pk=one.person_id)
    assert (person.name, person.email, person.postcode, person.birth_year) == (
        "Noor de Vries", "n@example.org", "1069 AB", 1980
    )  # fmt: skip
    assert client.get(path).status_code == 404


def test_a_choice_from_before_a_change_is_refused(cast, as_user):
    one, other = make(cast, "Noor", phone="+31612340009"), make(cast, "Nour", phone="+31612340009")
    client, path = as_user(cast.leader), address(cast, "double", one.pk, other.pk)
    seen = client.get(path).context["form"]["seen"].value()
    Person.objects.filter(pk=one.person_id).update(email="later@example.org")
    data = {"name": one.person_id, "email": one.person_id, "seen": seen, "one_person": "on"}
    answer = client.post(path, data)
    assert answer.status_code == 422
    assert "Iemand anders heeft dit intussen veranderd." in html(answer)
    assert Person.objects.filter(pk__in=[one.person_id, other.person_id]).count() == 2


@pytest.mark.parametrize(
    "change", [{"name": ""}, {"name": "9" * 30}, {"name": "abc"}, {"name": "1"}, {"name": "\x00"}, {"one_person": ""}]
)
def test_bad_input_changes_nothing(cast, as_user, change):
    one, other = make(cast, "Noor", phone="+31612340009"), make(cast, "Nour", phone="+31612340009")
    client, path = as_user(cast.leader), address(cast, "double", one.pk, other.pk)
    before = Person.objects.count()
    answer = client.post(path, {"name": one.person_id, "one_person": "on", **change})
    assert answer.status_code == 422
    assert "error-summary" in html(answer)
    assert Person.objects.count() == before


def test_nobody_is_their_own_double_and_nobody_is_seen_from_elsewhere(cast, as_user):
    own, foreign = make(cast, "Noor"), make(cast, "Nour", project=cast.foreign)
    client = as_user(cast.leader)
    for numbers in ((own.pk, own.pk), (own.pk, foreign.pk), (foreign.pk, own.pk), (own.pk, 999999)):
        assert client.get(address(cast, "double", *numbers)).status_code == 404
        assert client.post(address(cast, "not_the_same", *numbers)).status_code == 404


def test_hostile_names_are_shown_as_text(cast, as_user):
    one = make(cast, "<script>alert(1)</script>", phone="+31612340009")
    other = make(cast, '"><img src=x onerror=alert(1)>', phone="+31612340009")
    client = as_user(cast.leader)
    for path in (
        address(cast, "doubles"),
        address(cast, "double", one.pk, other.pk),
        address(cast, "detail", one.pk),
    ):
        source = client.get(path).content.decode()
        assert "<script>alert" not in source
        assert "<img src=x" not in source


def test_many_doubles_take_as_many_questions_as_few(cast, as_user, django_assert_max_num_queries):
    for number in range(30):
        make(cast, f"Naam {chr(97 + number % 26)}{number}", email=f"{number // 2}@example.org")
    say_not_the_same(first=cast.ans.person, second=cast.willem.person, by=None)
    with django_assert_max_num_queries(5):
        assert len(pairs_of(cast.project, cast.coordinator)) == 15
    with django_assert_max_num_queries(4):
        assert number_of_pairs(cast.project, cast.coordinator) == 15
    one = Participant.objects.get(person__email="3@example.org", person__name__startswith="Naam g")
    with django_assert_max_num_queries(5):
        assert len(pairs_of(cast.project, cast.coordinator, about=one)) == 1
    assert names(pairs_of(cast.project, cast.coordinator, about=one)) == {frozenset(("Naam g6", "Naam h7"))}


@pytest.mark.parametrize("known", [True, False], ids=["compared", "written by the release before"])
def test_who_is_called_the_same_elsewhere_is_found_by_the_name_as_it_is_compared(cast, known):
    make(cast, "Zoë Çelik", birth_year=1980)
    there = make(cast, "zoe  celik", project=cast.foreign, birth_year=1980)
    make(cast, "Zoe Celik-Smit", project=cast.foreign, birth_year=1980)
    if not known:
        Person.objects.update(name_folded="")
    assert names(pairs_of(cast.project, cast.coordinator)) == {frozenset(("Zoë Çelik", "zoe  celik"))}
    there.person.name = "Noor"
    there.person.save(update_fields=["name"])
    assert pairs_of(cast.project, cast.coordinator) == []
    there.person.name = "ZOË CELIK"
    there.person.save(update_fields=["name"])
    assert number_of_pairs(cast.project, cast.coordinator) == 1


def test_many_at_once_are_compared_too(cast):
    rows = Person.objects.bulk_create(Person(name=f"Élise {letter}") for letter in "ab")
    assert [row.name_folded for row in Person.objects.filter(pk__in=[row.pk for row in rows])] == ["elisea", "eliseb"]


def test_a_city_full_of_others_is_not_looked_through(cast, monkeypatch):
    looked_at = []
    monkeypatch.setattr(pairs, "Traits", lambda *told: looked_at.append(told[0]) or Traits(*told))
    for letter in "abcdefghij":
        make(cast, f"Elders {letter}", project=cast.foreign, birth_year=1980, postcode="1069 AB")
    make(cast, "Noor", birth_year=1980, postcode="1069 AB")
    make(cast, "Noor", project=cast.foreign, birth_year=1980)
    assert number_of_pairs(cast.project, cast.coordinator) == 1
    assert "Noor" in looked_at
    assert not [name for name in looked_at if name.startswith("Elders")]
