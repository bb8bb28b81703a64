"""Who may do what, role by role, written out so that a change of the table is a change of this one."""

import pytest
from django.contrib.auth.models import AnonymousUser

from mixen.accounts.models import User
from projects.actions import add_team_member
from projects.models import District, DistrictOfficial, Project, Role
from projects.permissions import Permission, may, permissions_of

# c: coordinator, l: project leader, a: ambassador, o: official of the district.
TABLE = {
    "view_project": "cla",
    "edit_project": "cl",
    "view_participants": "cla",
    "view_private": "cl",
    "register": "cla",
    "manage_participants": "cl",
    "export_participants": "cl",
    "tick_attendance": "cla",
    "write_minutes": "cla",
    "make_couples": "cla",
    "end_couples": "cl",
    "log_outings": "cla",
    "make_calls": "cla",
    "sign_up_excursion": "cla",
    "manage_programme": "cl",
    "submit_claim": "cla",
    "view_money": "cl",
    "spend_money": "cl",
    "issue_certificates": "cl",
    "write_report": "cl",
    "read_final_report": "clo",
    "read_knowledge": "cla",
    "report_concern": "cla",
    "handle_concerns": "c",
    "answer_for_data": "c",
    "manage_city": "c",
}
ROLES = {"c": "coordinator", "l": "leader", "a": "ambassador", "o": "official"}


def test_the_table_names_every_permission():
    assert set(TABLE) == {permission.value for permission in Permission}


@pytest.mark.parametrize("letter", ROLES)
def test_a_role_may_what_the_table_says_and_nothing_else(cast, letter):
    user = getattr(cast, ROLES[letter])
    granted = {permission.value for permission in permissions_of(user, cast.project)}
    assert granted == {permission for permission, letters in TABLE.items() if letter in letters}


@pytest.mark.parametrize("who", ["foreign_ambassador", "foreign_official"])
def test_who_belongs_to_another_project_may_nothing_here(cast, who):
    assert permissions_of(getattr(cast, who), cast.project) == frozenset()


@pytest.mark.parametrize("who", ["leader", "ambassador", "official"])
def test_a_role_holds_in_the_own_project_only(cast, who):
    assert permissions_of(getattr(cast, who), cast.foreign) == frozenset()


def test_a_stranger_may_nothing(cast):
    assert permissions_of(AnonymousUser(), cast.project) == frozenset()
    assert not may(AnonymousUser(), Permission.MANAGE_CITY)


@pytest.mark.parametrize("who", ["coordinator", "leader", "ambassador", "official"])
def test_an_account_that_was_switched_off_may_nothing(cast, who):
    user = getattr(cast, who)
    user.is_active = False
    assert permissions_of(user, cast.project) == frozenset()
    assert not may(user, Permission.MANAGE_CITY)
    assert not Project.objects.visible_to(user).exists()


def test_two_roles_add_up(cast):
    DistrictOfficial.objects.create(user=cast.ambassador, district=cast.project.district)
    user = User.objects.get(pk=cast.ambassador.pk)
    assert may(user, Permission.READ_FINAL_REPORT, cast.project)
    assert may(user, Permission.REGISTER, cast.project)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("coordinator", {"Nieuw-West 2027", "Noord 2027", "Oefenen"}),
        ("leader", {"Nieuw-West 2027"}),
        ("ambassador", {"Nieuw-West 2027", "Oefenen"}),
        ("colleague", {"Nieuw-West 2027"}),
        ("foreign_ambassador", {"Noord 2027"}),
        ("official", {"Nieuw-West 2027"}),
        ("foreign_official", {"Noord 2027"}),
    ],
)
def test_everybody_sees_the_own_projects(cast, who, sees):
    practice = Project.objects.create(
        name="Oefenen",
        slug="oefenen",
        district=cast.project.district,
        starts_on="2027-01-01",
        ends_on="2027-06-01",
        is_practice=True,
    )
    add_team_member(project=practice, user=cast.ambassador, role=Role.AMBASSADOR, by=None)
    visible = Project.objects.visible_to(getattr(cast, who))
    assert set(visible.values_list("name", flat=True)) == sees
    assert visible.count() == len(sees)


def test_a_stranger_sees_no_project(cast):
    assert not Project.objects.visible_to(AnonymousUser()).exists()


def test_a_practice_project_is_no_business_of_the_district(cast, as_user):
    Project.objects.filter(pk=cast.project.pk).update(is_practice=True)
    cast.project.refresh_from_db()
    assert permissions_of(cast.official, cast.project) == frozenset()
    assert cast.project not in Project.objects.real()
    page = as_user(cast.official).get("/stadsdelen/nieuw-west/").content.decode()
    assert cast.project.name not in page


@pytest.mark.parametrize(
    ("who", "slug", "status"),
    [
        ("official", "nieuw-west", 200),
        ("official", "noord", 404),
        ("foreign_official", "nieuw-west", 404),
        ("coordinator", "noord", 200),
        ("ambassador", "nieuw-west", 404),
        ("leader", "nieuw-west", 404),
        ("official", "bestaat-niet", 404),
    ],
)
def test_the_page_of_a_district_is_for_who_works_there(cast, as_user, who, slug, status):
    assert as_user(getattr(cast, who)).get(f"/stadsdelen/{slug}/").status_code == status


def test_who_works_for_a_district_needs_a_second_factor(db):
    user = User.objects.create_user("m@example.org", "x", name="M")
    DistrictOfficial.objects.create(user=user, district=District.objects.get(slug="oost"))
    assert User.objects.get(pk=user.pk).needs_second_factor
