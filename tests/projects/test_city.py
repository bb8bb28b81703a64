"""The view of the whole city: every real project once, in a constant number of queries."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from matching.actions import end_couple, form_couple
from matching.models import Couple
from mixen.accounts.models import AuditEvent
from participants.actions import note_told
from participants.models import Participant
from participants.recruiting.channels import by_channel, by_organisation, channel_rows_of
from projects.actions import book_expense
from projects.budget import budget_of
from projects.city import GROUP, Column, Progress, columns_of, progress_of
from projects.models import BudgetGroup, BudgetLine, Meeting, Organisation, Partnership, Project
from tests.conftest import NOW, _project
from tests.mixen.test_query_counts import people

ADDRESS, EVER = "/stad/2027/", "/stad/alle-jaren/"


@pytest.fixture
def city(cast, as_user):
    client = as_user(cast.coordinator)
    return lambda address=ADDRESS: client.get(address)


def shown(response):
    """Per project its figures by key, as they stand in the table."""
    return {project.name: {column.key: value for column, value in cells} for project, _phase, cells in rows(response)}


def rows(response):
    return response.context["rows"]


def names(response):
    return [project.name for project, _phase, _cells in rows(response)]


def hold(project, moment):
    """Move the mix meeting of ``project``."""
    Meeting.objects.filter(project=project, kind="mix").update(starts_at=moment, ends_at=moment + timedelta(hours=2))


def test_every_figure_is_that_of_the_project(cast, city):
    project, by = cast.project, cast.coordinator
    form_couple(project=project, old=cast.corrie, new=[cast.lale, cast.oksana], by=by)
    ended = form_couple(project=project, old=cast.ans, new=[cast.samira], by=by)
    end_couple(couple=ended, reason="no_time", by=by)
    Participant.objects.filter(pk=cast.joop.pk).update(status="completed")
    line = BudgetLine.objects.filter(group__project=project).first()
    book_expense(line=line, amount=Decimal("12.50"), spent_on=NOW.date(), payee="x", description="", by=by)
    found = shown(city())
    assert found["Nieuw-West 2027"] == {
        "old_registered": 4,
        "old_signed_up": 4,
        "old_coupled": 2,
        "old_completed": 1,
        "new_registered": 4,
        "new_signed_up": 4,
        "new_coupled": 2,
        "new_completed": 0,
        "couples": 1,
        "excursions": 0,
        "agreed": budget_of(project).agreed,
        "spent": Decimal("12.50"),
    }
    assert set(found["Noord 2027"].values()) == {0, budget_of(cast.foreign).agreed}


def test_what_was_agreed_is_what_the_budget_says(cast, city):
    """Added up by the database, as the page of the project adds it up: each way in which something was agreed."""
    first, second = cast.project.budget_groups.all()[:2]
    lines = list(BudgetLine.objects.filter(group=first))
    BudgetLine.objects.filter(pk=lines[0].pk).update(agreed=Decimal("17.35"))
    BudgetLine.objects.filter(pk=lines[1].pk).update(is_optional=True, left_out=True)
    BudgetGroup.objects.filter(pk=second.pk).update(agreed=Decimal("1234.56"))
    BudgetGroup.objects.create(project=cast.project, number=99, name="Nog leeg")
    Project.objects.filter(pk=cast.foreign.pk).update(agreed_total=Decimal("5975.10"))
    for line, amount in ((lines[0], "0.10"), (lines[0], "0.20"), (lines[2], "7.77")):
        book_expense(line=line, amount=Decimal(amount), spent_on=NOW.date(), payee="x", description="", by=cast.leader)
    found = shown(city())
    cast.foreign.refresh_from_db()
    for project in (cast.project, cast.foreign):
        budget = budget_of(project)
        assert (found[project.name]["agreed"], found[project.name]["spent"]) == (budget.agreed, budget.spent)
    assert found["Nieuw-West 2027"]["spent"] == Decimal("8.07")


def test_practice_counts_nowhere(cast, city):
    before = columns_of(list(Project.objects.real()))
    practice = _project("Oefenen", cast.project.district, cast.coordinator)
    Project.objects.filter(pk=practice.pk).update(is_practice=True)
    people(cast, 3, "old", project=practice)
    response = city()
    assert "Oefenen" not in names(response)
    total = {column.key: value for column, value in response.context["total"]}
    assert total == {column.key: column.of([cast.project, cast.foreign]) for column in before}
    assert "Oefenen" not in response.content.decode()


def test_a_project_belongs_to_the_year_of_its_first_mix_meeting(cast, city):
    assert Project.objects.years() == [2027]
    hold(cast.foreign, NOW.replace(year=2028))
    assert names(city()) == ["Nieuw-West 2027"]
    assert names(city("/stad/2028/")) == ["Noord 2027"]
    Project.objects.filter(pk=cast.foreign.pk).update(starts_on=date(2026, 12, 1))
    assert Project.objects.years() == [2028, 2027]
    Meeting.objects.filter(project=cast.foreign).delete()
    assert Project.objects.years() == [2027, 2026]


def test_the_year_is_that_of_amsterdam(cast, city):
    hold(cast.foreign, datetime(2027, 12, 31, 23, 30, tzinfo=UTC))
    assert names(city("/stad/2028/")) == ["Noord 2027"]


def test_without_a_year_it_is_this_year(city):
    assert city("/stad/").context["year"] == 2027


def test_a_year_without_projects_says_what_comes_there(city):
    response = city("/stad/2031/")
    assert response.status_code == 200
    assert "Hier komen de projecten van dit jaar." in response.content.decode()


@pytest.mark.parametrize("address", ["/stad/99999999999999999999/", "/stad/0/", "/stad/2027/?district=bestaat-niet"])
def test_nonsense_is_answered(city, address):
    assert city(address).status_code == 200


def test_the_goal_in_words(city):
    text = " ".join(city().content.decode().split())
    assert "Doel: 3 tot 4 groepen van 20 koppels" in text
    assert "Nog 60 koppels tot 3 groepen van 20." in text


@pytest.mark.parametrize(
    ("couples", "to_least", "to_most", "share"),
    [(0, 60, 80, "0.0%"), (59, 1, 21, "73.8%"), (60, 0, 20, "75.0%"), (80, 0, 0, "100.0%"), (99, 0, 0, "100.0%")],
)
def test_how_far_the_year_is(couples, to_least, to_most, share):
    progress = Progress(projects=4, full=1, reached=couples)
    assert (progress.to_least, progress.to_most, progress.share, progress.least_at) == (
        to_least,
        to_most,
        share,
        "75.0%",
    )


def test_a_group_is_full_with_twenty_couples(cast):
    column = Column("couples", "Koppels", {cast.project.pk: GROUP, cast.foreign.pk: GROUP - 1}, is_goal=True)
    progress = progress_of([cast.project, cast.foreign], [column])
    assert (progress.projects, progress.full, progress.reached) == (2, 1, 39)


def test_districts_are_compared_within_the_year_and_over_all(cast, city):
    old = _project("Nieuw-West 2020", cast.project.district, cast.coordinator)
    hold(old, NOW.replace(year=2020))
    people(cast, 2, "old", project=old)
    within, ever = (_people(city(address).context["districts"]) for address in (ADDRESS, EVER))
    assert within == {"nieuw-west": (1, 4), "noord": (1, 0)}
    assert ever == {"nieuw-west": (2, 6), "noord": (1, 0)}
    context = city(EVER).context
    assert context["years"] == [2027, 2020]
    assert [[year for year, _n in values] for _d, values in context["couples_by_year"]] == [[2027, 2020]] * 2


def _people(compared):
    """Per district its number of projects, and who signed up of the old side."""
    return {
        row.district.slug: (row.projects, sum(value for column, value in row.cells if column.key == "old_signed_up"))
        for row in compared
    }


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("project", "Nieuw-West 2027"),
        ("-project", "Noord 2027"),
        ("-old_signed_up", "Nieuw-West 2027"),
        ("old_signed_up", "Noord 2027"),
        ("district", "Nieuw-West 2027"),
        ("phase", "Noord 2027"),
    ],
)
def test_a_heading_puts_them_in_order(cast, city, sort, first):
    hold(cast.foreign, NOW + timedelta(days=20))
    response = city(f"{ADDRESS}?sort={sort}")
    assert names(response)[0] == first
    (current,) = [heading for heading in response.context["headings"] if heading.direction != "none"]
    assert current.direction == ("descending" if sort.startswith("-") else "ascending")
    assert current.sort.lstrip("-") == sort.lstrip("-")
    assert current.sort != sort


def test_the_filter_narrows_projects_and_recruitment_but_not_the_goal(cast, city):
    response = city(f"{ADDRESS}?district=noord")
    assert names(response) == ["Noord 2027"]
    assert response.context["progress"].projects == 2
    assert response.context["sections"][0].context["total"].steps.get("registered", 0) == 0


def test_what_worked_over_several_projects(cast):
    school = Organisation.objects.create(name="Taalschool")
    Participant.objects.filter(pk__in=[cast.ans.pk, cast.samira.pk]).update(channel="school", heard_from=school)
    Participant.objects.filter(pk=cast.joop.pk).update(channel="school")
    Partnership.objects.create(project=cast.foreign, organisation=school)
    note_told(project=cast.foreign, channel="school", organisation=school, people=30, by=cast.coordinator)
    rows = channel_rows_of([cast.project, cast.foreign])
    channels = {row.channel: (row.told, row.signed_up) for row in by_channel(rows)}
    organisations = {row.organisation: (row.told, row.signed_up) for row in by_organisation(rows)}
    assert channels == {"school": (30, 3), "": (0, 5)}
    assert organisations == {"Taalschool": (30, 2)}


def test_exports_hold_what_the_page_shows_and_are_recorded(cast, city):
    book = load_workbook(BytesIO(city(f"{ADDRESS}stad.xlsx").content))
    assert book.sheetnames == ["Projecten", "Stadsdelen in 2027", "Stadsdelen, alle jaren", "Werving"]
    lines = list(book["Projecten"].values)
    assert lines[0][:6] == ("Project", "Stadsdeel", "Fase", "Begint op", "Eindigt op", "Oud: aangemeld")
    assert {line[0]: line[5] for line in lines[1:]} == {"Nieuw-West 2027": 4, "Noord 2027": 0, "Samen": 4}
    text = city(f"{ADDRESS}stad.csv?district=noord").content.decode("utf-8-sig")
    assert "Noord 2027;Noord;" in text
    assert "Nieuw-West" not in text
    assert "\u00ad" not in text
    assert AuditEvent.objects.filter(kind="export", detail="stad 2027 csv").exists()
    assert AuditEvent.objects.filter(kind="export", detail="stad 2027 xlsx").exists()


def more_projects(cast, number):
    """Projects with people, couples and a budget, in the one year."""
    for n in range(number):
        known = Project.objects.count()
        project = _project(f"Groep {known}-{n}", cast.project.district, cast.coordinator)
        people(cast, 2, "old", "coupled", project=project)
        Couple.objects.create(project=project, formed_on=date(2027, 3, 12), planned_end=date(2027, 6, 12))


def asked(city, address):
    """How many questions a page asks."""
    with CaptureQueriesContext(connection) as captured:
        assert city(address).status_code == 200
    return len(captured)


def test_as_many_queries_for_thirty_projects_as_for_three(cast, city):
    addresses = [ADDRESS, EVER, f"{ADDRESS}stad.xlsx", f"{ADDRESS}stad.csv"]
    more_projects(cast, 1)
    city(ADDRESS)
    few = [asked(city, address) for address in addresses]
    more_projects(cast, 27)
    assert Project.objects.real().in_year(2027).count() == 30
    assert [asked(city, address) for address in addresses] == few
    assert max(few) < 25


def test_the_menu_leads_there_for_the_coordinator_only(cast, as_user):
    assert 'href="/stad/"' in as_user(cast.coordinator).get("/").content.decode()
    for who in (cast.leader, cast.ambassador):
        assert "/stad/" not in as_user(who).get("/").content.decode()
