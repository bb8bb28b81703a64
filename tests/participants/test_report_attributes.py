"""Who took part by something personal: small cells are protected, in every version of the report."""

import random
from datetime import date

import pytest

from participants.models import Language, Participant, Person
from participants.report_attributes import by_age, by_dutch_level, by_gender, by_language
from projects.models import EndReport
from projects.monthly import figures_of_month
from projects.report import compute
from projects.small_numbers import HIDDEN, SMALL
from tests.conftest import NOW
from tests.projects.test_small_numbers import small_values

KEYS = ("participants.by_gender", "participants.by_age", "participants.by_dutch_level", "participants.by_language")


def with_a_buddy(project, number, *, gender="woman", birth_year=1970, side="new", level="", languages=(), status=""):
    for n in range(number):
        person = Person.objects.create(name=f"Iemand {n}", gender=gender, birth_year=birth_year)
        person.languages.set(Language.objects.get_or_create(name=one, defaults={"code": one})[0] for one in languages)
        Participant.objects.create(
            project=project,
            person=person,
            side=side,
            status=status or "coupled",
            signed_up_on=NOW.date(),
            dutch_level=level,
        )


def shown(table):
    return {str(label): value for label, value in table["rows"]}


def publish(project, version):
    return EndReport.objects.create(
        project=project,
        version=version,
        status="final",
        figures=compute(project),
        pdf="x.pdf",
        sha256="0" * 64,
        finalised_at=NOW,
    )


def published(report, key):
    (found,) = [item["value"] for item in report.figures if item["key"] == key]
    return found


def test_only_who_has_a_buddy_is_counted(cast):
    assert by_gender(cast.project) is None
    with_a_buddy(cast.project, 9)
    with_a_buddy(cast.project, 6, gender="man", status="completed")
    with_a_buddy(cast.foreign, 3, gender="man")
    table = shown(by_gender(cast.project))
    assert table == {"vrouw": 9, "man": 6, "anders": 0, "onbekend of niet gezegd": 0, "Samen": 15}


def test_a_small_cell_hides_its_neighbour(cast):
    with_a_buddy(cast.project, 22)
    with_a_buddy(cast.project, 9, gender="man")
    with_a_buddy(cast.project, 1, gender="other")
    table = shown(by_gender(cast.project))
    assert table == {"vrouw": 22, "man": HIDDEN, "anders": SMALL, "onbekend of niet gezegd": 0, "Samen": 32}


@pytest.mark.parametrize("gender", ["", "unsaid"])
def test_not_asked_and_not_said_are_one_cell(cast, gender):
    with_a_buddy(cast.project, 7, gender=gender)
    assert shown(by_gender(cast.project))["onbekend of niet gezegd"] == 7


@pytest.mark.parametrize(
    ("birth_year", "band"),
    [
        (1998, "jonger dan 30"),
        (1997, "30 tot en met 44"),
        (1983, "30 tot en met 44"),
        (1982, "45 tot en met 59"),
        (1967, "60 tot en met 74"),
        (1953, "60 tot en met 74"),
        (1952, "75 en ouder"),
        (1900, "75 en ouder"),
        (None, "onbekend"),
        (2099, "onbekend"),
    ],
)
def test_the_band_goes_by_the_year_in_which_the_project_began(cast, birth_year, band):
    with_a_buddy(cast.project, 7, birth_year=birth_year)
    assert shown(by_age(cast.project))[band] == 7


def test_the_level_of_dutch_is_of_newcomers_only(cast):
    with_a_buddy(cast.project, 8, level="A2")
    with_a_buddy(cast.project, 9, side="old", level="B2")
    table = shown(by_dutch_level(cast.project))
    assert (table["A2: korte zinnen"], table["Samen"]) == (8, 8)


def test_languages_have_no_total_and_may_be_several(cast):
    with_a_buddy(cast.project, 6, languages=["Turks", "Frans"])
    with_a_buddy(cast.project, 2, languages=["Frans", "Ests"])
    assert by_language(cast.project)["rows"] == [["Ests", SMALL], ["Frans", 8], ["Turks", 6]]


def test_of_a_handful_of_people_nothing_is_told(cast):
    with_a_buddy(cast.project, 3, languages=["Turks"])
    assert by_language(cast.project) is None
    assert shown(by_gender(cast.project)) == {"te weinig mensen om te verdelen": "", "Samen": 3}


def test_a_later_version_repeats_what_was_published(cast):
    """Somebody came in between: the next version does not tell who, nor that what was '<5' is 5 now."""
    with_a_buddy(cast.project, 12, languages=["Turks"])
    with_a_buddy(cast.project, 4, gender="man", birth_year=1940, level="B1", languages=["Frans"])
    first = publish(cast.project, 1)
    with_a_buddy(cast.project, 1, gender="man", birth_year=1940, level="B1", languages=["Frans"])
    second = publish(cast.project, 2)
    for key in KEYS:
        assert published(first, key) == published(second, key), key
    assert SMALL in shown(published(second, "participants.by_language")).values()
    assert published(second, "participants.registered") != published(first, "participants.registered")


def test_women_only_children_and_stadspas_are_broken_down_nowhere(cast):
    """No figure of the report changes with them."""
    with_a_buddy(cast.project, 12)
    before = compute(cast.project)
    Person.objects.update(has_children=True, has_stadspas=True)
    Person.objects.filter(gender="woman").update(women_only=True)
    assert compute(cast.project) == before


def anybody(chance):
    """Somebody drawn; most are alike, so that small cells come about."""
    return {
        "gender": chance.choice(["woman", "woman", "woman", "man", "other"]),
        "birth_year": chance.choice([1950, 1950, 1980, 2003]),
        "level": chance.choice(["A1", "A1", "A2", "B1", ""]),
    }


@pytest.mark.parametrize("seed", range(8))
def test_all_that_an_official_reads_together_gives_no_small_cell_away(cast, seed):
    """Two months and three versions, with people coming and going between: every table published, solved together."""
    chance = random.Random(seed)
    months, versions = [], []
    for version in (1, 2, 3):
        for _person in range(chance.randint(6, 9)):
            with_a_buddy(cast.project, 1, **anybody(chance))
        if version > 1:
            gone = Participant.objects.filter(project=cast.project, status="coupled").order_by("pk")[: version - 1]
            Participant.objects.filter(pk__in=[one.pk for one in gone]).update(status="stopped")
        months.append(figures_of_month(cast.project, date(2027, version, 1)))
        versions.append(publish(cast.project, version))
    small = 0
    for key in ("participants.by_gender", "participants.by_age", "participants.by_dutch_level"):
        tables = [published(report, key)["rows"] for report in versions]
        assert tables[0] == tables[1] == tables[2], key  # what is read three times tells no more than once
        *cells, (_label, total) = tables[0]
        if len(cells) > 1:
            left = small_values([cell for _name, cell in cells], total)
            assert [values for values in left if len(values) < 2] == [], (key, cells, total)
            small += len(left)
    assert small > 0
    told = {item["key"] for month in months for item in month}
    assert not told & set(KEYS)


@pytest.mark.parametrize("seed", range(3))
def test_a_month_is_the_same_whoever_the_people_are(cast, seed):
    chance = random.Random(seed)
    with_a_buddy(cast.project, 12)
    before = figures_of_month(cast.project, date(2027, 3, 1))
    for person in Person.objects.all():
        facts = anybody(chance)
        Person.objects.filter(pk=person.pk).update(
            gender=facts["gender"], birth_year=facts["birth_year"], women_only=False
        )
        person.participations.update(dutch_level=facts["level"])
    assert figures_of_month(cast.project, date(2027, 3, 1)) == before
