"""What stands behind a figure, how it is drawn, and the projects it is compared with."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from matching.actions import form_couple, log_outing
from participants.actions import note_attendance
from participants.models import Participant
from projects.actions import book_expense, start_report
from projects.models import BudgetLine, EndReport, Project
from projects.report import by_section, compute, figures
from projects.report.charts import bars, chart_of, line
from projects.report.comparing import MOST_PROJECTS
from projects.report_files import report_xlsx
from tests.conftest import NOW
from tests.projects.test_budget import SHARED, budgets, build

FIGURES = "/projecten/nieuw-west-2027/verslag/cijfers/"


def spec(key):
    (found,) = [one for one in figures if one.key == key]
    return found


def item(project, key):
    (found,) = [one for one in compute(project) if one["key"] == key]
    return found


@pytest.fixture
def season(cast, clock):
    """Two couples with three outings, two people at a meeting, one who completed, one expense."""
    first = form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)
    form_couple(project=cast.project, old=cast.joop, new=[cast.tesfay, cast.lale], by=cast.leader)
    clock.shift(timedelta(days=15))
    for days in (0, 7, 14):
        log_outing(couple=first, day=NOW.date() + timedelta(days=days), hours=Decimal("1.5"), by=cast.ambassador)
    meeting = cast.project.meetings.get(kind="mix")
    for who in (cast.ans, cast.samira):
        note_attendance(meeting=meeting, participant=who, present=True, by=cast.ambassador)
    Participant.objects.filter(pk=cast.ans.pk).update(status="completed")
    expense_line = BudgetLine.objects.filter(group__project=cast.project).first()
    book_expense(line=expense_line, amount=Decimal("12.50"), spent_on=NOW.date(), payee="Zaalhuur", by=None)
    return cast


@pytest.mark.parametrize(
    ("key", "counted"),
    [
        ("matching.couples", lambda value: value),
        ("matching.couples_of_three", lambda value: value),
        ("matching.meetings_total", lambda value: value),
        ("matching.meetings_by_week", lambda value: sum(row[1] for row in value["rows"])),
        ("participants.completed_old", lambda value: value),
        ("participants.completed_new", lambda value: value),
        ("participants.registered", lambda value: sum(row[1] for row in value["rows"])),
        ("participants.attendance", lambda value: sum(row[3] for row in value["rows"])),
        ("projects.ambassadors", lambda value: value),
        ("projects.meetings", lambda value: len(value["rows"])),
        ("excursions.excursion_attendances", lambda value: value),
    ],
)
def test_the_rows_behind_a_figure_are_those_it_counts(season, as_user, key, counted):
    value = item(season.project, key)["value"]
    rows = spec(key).behind(season.project)
    assert len(rows) == counted(value)
    page = as_user(season.leader).get(f"{FIGURES}{key}/")
    assert page.context["number"] == len(rows)
    assert spec(key).definition in page.content.decode().replace("&#x27;", "'")
    for row in rows:
        assert row.url is None or as_user(season.leader).get(row.url).status_code == 200


def test_the_rows_of_another_project_are_its_own(season):
    assert spec("matching.couples").behind(season.foreign) == []
    assert len(spec("projects.ambassadors").behind(season.foreign)) == 1


@pytest.mark.parametrize(
    ("key", "who", "status"),
    [
        ("matching.couples", "ambassador", 200),
        ("projects.budget_table", "leader", 200),
        ("projects.budget_table", "ambassador", 404),  # expenses are not for them, so for them there are no rows
        ("participants.countries_of_newcomers", "leader", 404),
        ("projects.comparison", "leader", 404),
        ("hack", "leader", 404),
        ("matching.couples", "official", 403),
        ("matching.couples", "foreign_ambassador", 404),
    ],
)
def test_who_sees_the_rows(season, as_user, key, who, status):
    assert as_user(getattr(season, who)).get(f"{FIGURES}{key}/").status_code == status


def test_the_expenses_stand_behind_the_money(season):
    (row,) = spec("projects.budget_table").behind(season.project)
    assert "Zaalhuur" in row.text
    assert "12,50" in row.text
    assert row.url.endswith("/geld/#uitgaven")


def test_the_weeks_add_up_and_none_is_left_out(season):
    rows = item(season.project, "matching.meetings_by_week")["value"]["rows"]
    assert [row[1] for row in rows] == [1, 1, 1]
    assert rows[0][0] == "8 mrt 2027"


def test_bars_are_as_long_as_their_numbers_and_bear_them():
    table = {"columns": ["Kant", "Oud", "Nieuw"], "rows": [["a", 10, 5], ["b", 0, 2]]}
    drawing = chart_of({"chart": bars(1, 2), "value": table, "label": "x", "kind": "table"})
    drawn = [(one["label"], one["value"], float(one["width"])) for group in drawing["groups"] for one in group["bars"]]
    assert drawn == [("Oud", 10, 46.0), ("Nieuw", 5, 23.0), ("Oud", 0, 0.0), ("Nieuw", 2, 9.2)]
    assert [one["light"] for group in drawing["groups"] for one in group["bars"]] == [False, True] * 2


def test_of_the_budget_only_the_groups_are_drawn(season):
    drawing = chart_of(item(season.project, "projects.budget_table"))
    assert len(drawing["groups"]) == season.project.budget_groups.count()


@pytest.mark.parametrize("rows", [[], [["a", 0]], [["a", 3]]])
def test_a_line_needs_two_points_and_something_to_show(rows):
    value = {"columns": ["Week", "Aantal"], "rows": rows}
    assert chart_of({"chart": line(1), "value": value, "label": "x", "kind": "table"}) is None


def test_a_figure_of_an_older_report_has_no_drawing_and_no_harm():
    old = {
        "section": "results",
        "key": "x",
        "kind": "table",
        "label": "x",
        "value": {"columns": ["a"], "rows": [["b"]]},
    }
    (section,) = [one for one in by_section([old], {}) if one["key"] == "results"]
    assert section["figures"][0]["drawing"] is None


@settings(max_examples=15, **SHARED)
@given(drawn=budgets, total=st.none() | st.decimals(0, 9999, places=2))
def test_a_formula_gives_what_the_figure_says(cast, drawn, total):
    with transaction.atomic():
        build(cast.project, drawn)
        cast.project.agreed_total = total
        computed = compute(cast.project)
        content = BytesIO(report_xlsx(EndReport(project=cast.project), computed))
        shown, formulas = load_workbook(content, data_only=True), load_workbook(content)
        for one in computed:
            for place in one["value"].get("sums", []) if one["section"] == "finance" else []:
                row, column = place["cell"]
                cell = {"row": row + 2, "column": column + 1}
                sheet = one["label"][:31]
                assert str(formulas[sheet].cell(**cell).value).startswith("=")
                told = Decimal(str(shown[sheet].cell(**cell).value)).quantize(Decimal("0.01"))
                assert told == Decimal(one["value"]["rows"][row][column])
                sums = [shown[sheet].cell(r + 2, c + 1).value * sign for r, c, sign in place["of"]]
                assert abs(sum(sums) - float(told)) < 0.005
        cast.project.agreed_total = None
        transaction.set_rollback(True)


def history(cast, number, *, district=None, practice=False, start=date(2020, 1, 1)):
    """Earlier projects with two final versions each; the newest says ``number`` couples."""
    known = Project.objects.count()
    made = Project.objects.bulk_create(
        Project(
            name=f"Eerder {known + n}",
            slug=f"eerder-{known + n}",
            district=district or cast.project.district,
            starts_on=start + timedelta(days=known + n),
            ends_on=start + timedelta(days=known + n + 180),
            is_practice=practice,
        )
        for n in range(number)
    )
    EndReport.objects.bulk_create(
        EndReport(
            project=one,
            version=version,
            status="final",
            figures=[{"key": "matching.couples", "value": version * 10}],
            finalised_at=NOW,
            pdf="x.pdf",
            sha256="0" * 64,
        )
        for one in made
        for version in (1, 2)
    )
    return made


def test_without_earlier_projects_there_is_no_comparison(cast):
    history(cast, 2, practice=True)
    history(cast, 1, start=date(2028, 1, 1))
    assert [one for one in compute(cast.project) if one["key"] == "projects.comparison"] == []


def test_the_newest_report_of_each_earlier_project_stands_beside_this_one(cast):
    (earlier,) = history(cast, 1)
    history(cast, 1, district=cast.foreign.district)  # of another district, which is not for this one to read
    rows = item(cast.project, "projects.comparison")["value"]["rows"]
    assert [row[0] for row in rows] == ["Dit project", earlier.name]
    assert [row[1] for row in rows] == [0, 20]
    assert rows[1][2:] == ["–", "–", "–"]


def test_twenty_projects_take_the_same_queries_as_one(cast):
    start_report(project=cast.project, by=None)
    history(cast, 1)
    compute(cast.project)
    with CaptureQueriesContext(connection) as one:
        compute(cast.project)
    history(cast, MOST_PROJECTS + 4)
    with CaptureQueriesContext(connection) as many:
        computed = compute(cast.project)
    assert len(many) == len(one)
    (found,) = [figure for figure in computed if figure["key"] == "projects.comparison"]
    assert len(found["value"]["rows"]) == 1 + MOST_PROJECTS
