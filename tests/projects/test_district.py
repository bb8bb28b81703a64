"""The official's page: the newest month, the months before, the reports, and nothing else."""

from datetime import timedelta

import pytest

from projects.models import Project
from projects.tasks import freeze_months
from tests.conftest import NOW

ADDRESS = "/stadsdelen/nieuw-west/"


@pytest.fixture
def district(cast, as_user):
    return lambda: as_user(cast.official).get(ADDRESS)


def row(response):
    (found,) = response.context["rows"]
    return found


def test_before_the_first_month_is_past_it_says_what_comes(district):
    assert "voor het eerst als de eerste maand voorbij is" in district().content.decode()


def test_the_newest_month_has_four_figures_and_the_others_are_a_table(district):
    freeze_months()
    found = row(district())
    assert [item["key"] for item in found["main"]] == [
        "participants.signed_up",
        "matching.couples",
        "excursions.excursions",
        "projects.spent",
    ]
    assert len(found["others"]) == 7
    assert (found["newest"].month.month, [line["month"].month for line in found["earlier"]["rows"]]) == (2, [1])
    text = district().content.decode()
    assert "Tot en met februari 2027" in text
    assert "januari 2027" in text


def test_a_figure_that_came_later_leaves_the_older_month_empty(district, cast):
    freeze_months()
    january = cast.project.monthly_figures.get(month__month=1)
    january.figures = january.figures[:2]
    january.save()
    (line,) = row(district())["earlier"]["rows"]
    assert len(line["cells"]) == 2


def test_nobody_is_named_and_nothing_can_be_asked(district, cast):
    freeze_months()
    text = district().content.decode()
    assert "Proefpersoon" not in text
    assert "<select" not in text
    assert 'type="search"' not in text
    assert cast.foreign.name not in text
    assert cast.ambassador.name not in text


def test_the_page_works_without_script(district):
    """What the page needs is in its HTML: no element waits for a script, bars are drawn with attributes."""
    freeze_months()
    main = district().content.decode().partition("<main")[2]
    assert "<script" not in main
    assert "hx-" not in main
    assert "style=" not in main
    assert main.count('class="bar-fill') == 4


def test_pages_and_downloads_are_kept_nowhere(district, cast, as_user):
    from django.core.files.base import ContentFile

    from projects.models import EndReport

    final = EndReport(project=cast.project, version=1, status="final", figures=[], sha256="0" * 64, finalised_at=NOW)
    final.pdf.save("a.pdf", ContentFile(b"%PDF"), save=False)
    final.xlsx.save("a.xlsx", ContentFile(b"x"), save=True)
    answer = district()
    assert "Versie 1, vastgesteld op vr 12 maart 2027" in answer.content.decode()
    download = as_user(cast.official).get("/projecten/nieuw-west-2027/verslag/1/pdf/")
    for one in (answer, download):
        assert one.status_code == 200
        assert "no-store" in one.headers["Cache-Control"]


def test_many_projects_stand_on_several_pages(cast, as_user, district):
    before = [row["project"].name for row in district().context["rows"]]
    Project.objects.bulk_create(
        Project(
            name=f"Vroeger {number}",
            slug=f"vroeger-{number}",
            district=cast.project.district,
            starts_on=NOW.date() - timedelta(days=400 + number),
            ends_on=NOW.date() - timedelta(days=200 + number),
        )
        for number in range(6)
    )
    pages = [as_user(cast.official).get(f"{ADDRESS}?bladzijde={number}") for number in (1, 2)]
    shown = [row["project"].name for page in pages for row in page.context["rows"]]
    assert shown == [*before, *(f"Vroeger {number}" for number in range(6))]
    assert "Bladzijde 1 van 2" in pages[0].content.decode()
