"""Osdorp 2010 as it was told, from the rows of the demo to the report the district downloads."""

import gc
import hashlib
import re
from datetime import timedelta
from decimal import Decimal
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
import time_machine
from django.apps import apps
from django.conf import settings as django_settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import transaction
from django.db.models import CharField, JSONField, TextField
from django.test import Client, override_settings
from openpyxl import load_workbook
from pypdf import PdfReader

from excursions.models import Excursion
from matching.models import Couple, Outing
from mixen.accounts.models import User
from participants.models import Attendance, Certificate, Participant, Person
from projects.budget import budget_of, settlement_of
from projects.demo import build
from projects.models import ContactPerson, Project
from tests.conftest import NOW

APPS = ("accounts", "projects", "participants", "matching", "excursions")
EXCURSIONS = [
    ("Rondvaart", 12),
    ("Amsterdams Historisch Museum", 18),
    ("Hortus Botanicus", 12),
    ("Rondleiding OBA (Centrale Bibliotheek)", 18),
    ("Molen van Sloten", 18),
    ("Mozes en Aäronkerk: rondleiding en orgel", 20),
]
FIGURES = {
    "matching.couples": 10,
    "matching.couples_of_three": 2,
    "participants.completed_old": 10,
    "participants.completed_new": 12,
    "participants.certificates": 22,
    "matching.meetings_per_couple": 15,
    "matching.hours_per_couple": 60,
    "matching.meetings_in_the_middle": 15,
    "matching.hours_in_the_middle": 60,
    "excursions.excursions_number": 6,
    "excursions.excursion_attendances": 98,
    "projects.ambassadors": 3,
}
PRESENT = [  # kind, day, old, new
    ("information", "2010-06-15", None, None),
    ("mix", "2010-06-29", 10, 6),
    ("mix", "2010-09-01", 4, 6),
    ("interim", "2010-09-14", None, None),
    ("closing", "2010-12-14", 10, 12),
]
IN_DISTRICT = [
    "Taalwijzer", "Sezo", "Buurtcentrum De Aker", "Het Loket", "Impuls", "Vrouw en Vaart", "Buurtcentrum RoSco",
]  # fmt: skip
ELSEWHERE = ["Vrijwilligers Centrale Amsterdam", "Westerpost", "de Echo", "het Stadsblad"]
LANGUAGE_PROVIDERS = ["NCB", "IVIO", "Prins en Heida", "ROCvA"]
GAVE_DISCOUNT = ["Amsterdams Historisch Museum", "Hortus Botanicus", "Rederij Kooij", "Molen van Sloten"]
COUNTRIES = ["Afghanistan", "Iran", "Egypte", "Marokko", "Nepal", "Ghana", "Frankrijk", "Duitsland"]
# Who is named in the sources, as the SHA-256 of first and last name in small letters: no name of theirs is in here.
NAMED_IN_THE_SOURCES = {
    "ed0194d7cd10b7caf205821bb1d99593a6a373fe949a33abd6bec78518a6cbf5",
    "37f69118046e97915578a2d3627ddbf2528391ce1ffc80bd0ee6c5a2ca933d20",
    "81cec95a477cb03d223742a3709aff7aaf8a0c089e6eb35212a2a8402591ee2f",
    "c97913f53184b9cbe6d71c849449c7c8186d3f5ea382a749fe1ff711f520f604",
}


@pytest.fixture(scope="module")
def media(tmp_path_factory):
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker, media):
    """The demo, built once, in a transaction around those of the tests."""
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False), override_settings(MEDIA_ROOT=media, PASSWORD_HASHERS=hashers):
            made = build(NOW.date())
        with django_db_blocker.block():
            yield made
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def demo(built, db, clock, quiet_places, settings, media):
    settings.MEDIA_ROOT = media


@pytest.fixture
def osdorp():
    return Project.objects.get(slug="osdorp-2010")


@pytest.fixture
def final(osdorp):
    return osdorp.end_reports.final().get()


def stored(file):
    with default_storage.open(file.name, "rb") as source:
        return source.read()


@pytest.fixture(scope="module")
def told(built, media):
    """The words of the PDF, in one line."""
    reader = PdfReader(next(media.glob("reports/osdorp-2010*.pdf")))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def book(built, media):
    return load_workbook(next(media.glob("reports/osdorp-2010*.xlsx")), data_only=True)


@pytest.fixture
def figures(final):
    return {item["key"]: item for item in final.figures}


def as_demo_user(email):
    client = Client()
    client.force_login(User.objects.get(email=email), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def rows_of_everything():
    return {
        model._meta.label: model.objects.count() for app in APPS for model in apps.get_app_config(app).get_models()
    }


@pytest.mark.parametrize(("key", "number"), FIGURES.items())
def test_a_figure_is_what_happened_and_stands_in_the_pdf_and_the_workbook(figures, told, book, key, number):
    figure = figures[key]
    assert Decimal(str(figure["value"])) == number
    assert re.search(rf"{re.escape(figure['label'])} {number}\b", told)
    values = {row[1]: row[2] for row in book["Cijfers"].values}
    assert Decimal(str(values[figure["label"]])) == number


def test_the_hours_are_those_of_the_outings_and_of_nothing_else(osdorp):
    outings = list(Outing.objects.filter(couple__project=osdorp).values_list("hours", flat=True))
    assert (len(outings), sum(outings)) == (150, 600)
    couples = Couple.objects.filter(project=osdorp).with_outings()
    assert {(couple.meetings, couple.hours) for couple in couples} == {(15, Decimal(60))}


def test_what_the_report_tells_of_meetings_follows_from_the_outings_by_addition(osdorp, figures, told, book):
    """Worked out here from nothing but the rows: per couple the days and hours, added up one by one."""
    formed = dict(Couple.objects.filter(project=osdorp).values_list("pk", "formed_on"))
    days = {number: [] for number in formed}
    hours = dict.fromkeys(formed, Decimal(0))
    weeks = {}
    for couple, day, spent in Outing.objects.values_list("couple", "day", "hours").filter(couple__in=formed):
        days[couple].append(day)
        hours[couple] += spent
        monday = day - timedelta(days=day.weekday())
        weeks[monday] = weeks.get(monday, 0) + 1
    value = {key: item["value"] for key, item in figures.items()}
    numbers, spent = sorted(len(one) for one in days.values()), sorted(hours.values())
    middle = len(formed) // 2
    assert value["matching.meetings_total"] == sum(numbers) == 150
    assert Decimal(value["matching.meetings_per_couple"]) == Decimal(sum(numbers)) / len(formed)
    assert Decimal(value["matching.hours_per_couple"]) == sum(spent) / len(formed)
    assert Decimal(value["matching.meetings_in_the_middle"]) == Decimal(sum(numbers[middle - 1 : middle + 1])) / 2
    assert Decimal(value["matching.hours_in_the_middle"]) == sum(spent[middle - 1 : middle + 1]) / 2
    twice = sum(len(one) >= 2 for one in days.values())
    soon = sum(any((day - formed[number]).days <= 14 for day in met) for number, met in days.items())
    assert value["matching.met_twice"] == 100 * twice // len(formed)
    assert value["matching.met_soon"] == 100 * soon // len(formed)
    told_by_week = [row[1] for row in value["matching.meetings_by_week"]["rows"]]
    first, last = min(weeks), max(weeks)
    assert told_by_week == [weeks.get(first + timedelta(weeks=n), 0) for n in range((last - first).days // 7 + 1)]
    assert sum(told_by_week) == 150
    for key in ("matching.met_twice", "matching.met_soon"):
        assert f"{figures[key]['label']} {value[key]} %" in told
        cells = {row[1]: row[2] for row in book["Cijfers"].values}
        assert cells[figures[key]["label"]] == f"{value[key]} %"


def test_nobody_told_in_2010_what_they_thought_of_it_so_no_figure_does(figures):
    assert not any(key.startswith("participants.evaluation") for key in figures)


def test_the_couples_are_ten_and_two_of_them_of_three(osdorp):
    couples = Couple.objects.filter(project=osdorp).with_new_count()
    assert sorted(couple.new_count for couple in couples) == [1] * 8 + [2] * 2
    formed = sorted((str(couple.formed_on), couple.new_count) for couple in couples)
    assert formed == [("2010-06-29", 1)] * 6 + [("2010-09-01", 1)] * 2 + [("2010-09-01", 2)] * 2
    assert Certificate.objects.filter(participant__project=osdorp).count() == 22


def test_six_excursions_with_their_numbers_by_name(osdorp, figures, told):
    found = Excursion.objects.filter(project=osdorp).with_counts().order_by("starts_at")
    assert [(excursion.name, excursion.attended) for excursion in found] == EXCURSIONS
    rows = figures["excursions.excursions"]["value"]["rows"]
    assert [(row[0], row[-1]) for row in rows] == EXCURSIONS
    for name, _day, number in rows:
        assert re.search(rf"{re.escape(name)} .{{4,20}} {number}\b", told)


@pytest.mark.parametrize(("kind", "day", "old", "new"), PRESENT)
def test_who_was_at_a_meeting_is_as_it_was_told(osdorp, kind, day, old, new):
    meeting = osdorp.meetings.get(kind=kind, starts_at__date=day)
    present = Attendance.objects.filter(meeting=meeting, present=True)
    sides = [present.filter(participant__side=side).count() for side in ("old", "new")]
    if kind == "information":
        assert sum(sides) == 10
    if old is not None:
        assert sides == [old, new]


def test_four_newcomers_signed_up_for_june_and_did_not_come(osdorp):
    june = osdorp.meetings.get(starts_at__date="2010-06-29")
    assert Attendance.objects.filter(meeting=june, present=False, participant__side="new").count() == 4


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("projects.organisations_in_district", IN_DISTRICT),
        ("projects.organisations_elsewhere", ELSEWHERE),
        ("projects.language_providers", LANGUAGE_PROVIDERS),
        ("excursions.discounts", GAVE_DISCOUNT),
        ("participants.countries_of_newcomers", COUNTRIES),
    ],
)
def test_organisations_and_countries_are_named(figures, told, key, names):
    assert set(names) <= set(figures[key]["value"])
    assert [name for name in names if name not in told] == []


def test_eight_countries_and_no_number_of_people_per_country(figures):
    figure = figures["participants.countries_of_newcomers"]
    assert sorted(figure["value"]) == sorted(COUNTRIES)
    assert figure["kind"] == "list"


def test_the_money_is_settled_to_the_last_cent(osdorp, figures, told, book):
    budget, settlement = budget_of(osdorp), settlement_of(osdorp)
    assert (budget.agreed, budget.derived) == (Decimal("5975.00"), Decimal("5825.00"))
    assert settlement.unexplained == 0
    assert settlement.left + settlement.spent == budget.agreed
    rows = dict(figures["projects.settlement"]["value"]["rows"])
    assert rows["Onverklaard verschil"] == "0.00"
    for amount in ("5.975,00", "5.825,00", "Onverklaard verschil € 0,00"):
        assert amount in told.replace("\xa0", " ")
    settled = dict(book["Afrekening"].values)
    assert (settled["Afgesproken met het stadsdeel"], settled["Onverklaard verschil"]) == (5975, 0)
    totals = {row[0]: row[1:4] for row in book["Begroting en uitgaven"].values}["Totaal"]
    assert totals == (5825, 5975, settled["Samen uitgegeven"])


def test_the_three_wrong_sums_of_2010_are_named_with_their_difference(told, book):
    named = {row[0]: row[1:] for row in book["Waar de afspraak afwijkt van aa"].values}
    assert named["Groep 1 Start- en slotbijeenkomst"] == (2300, 2350, -50)
    assert named["Groep 3 Deelnemers (40 per project)"] == (1200, 1000, 200)
    assert named["Regel 3b Vergoeding excursies (6 keer)"] == (800, 400, 400)
    assert len(named) == 4
    for name in named:
        assert name in told


def test_the_page_of_the_money_names_where_the_agreement_differs_and_nothing_else():
    client = as_demo_user("coordinator@example.org")
    page = client.get("/projecten/osdorp-2010/geld/").content.decode().replace("&nbsp;", " ").replace("\xa0", " ")
    assert "€ 5.975,00" in page
    assert "€ 5.825,00" in page
    section = page[page.index('id="verschillen"') : page.index("</section>", page.index('id="verschillen"'))]
    named = [" ".join(name.split()) for name in re.findall(r'<th scope="row">(.*?)</th>', section, re.DOTALL)]
    assert [re.match(r"(Groep|Regel) (\w+)", name).groups() for name in named] == [
        ("Groep", "1"),
        ("Groep", "3"),
        ("Regel", "3b"),
    ]


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("nieuw-west@example.org", 200),
        ("noord@example.org", 404),
        ("ambassadeur@example.org", 404),
        ("coordinator@example.org", 200),
    ],
)
def test_the_district_itself_downloads_its_report_and_another_does_not(final, who, status, kind):
    response = as_demo_user(who).get(f"/projecten/osdorp-2010/verslag/1/{kind}/")
    assert response.status_code == status
    same = response.content == stored(final.pdf if kind == "pdf" else final.xlsx)
    assert same is (status == 200)


def test_the_official_sees_the_headlines_on_the_page_of_the_district():
    page = as_demo_user("nieuw-west@example.org").get("/stadsdelen/nieuw-west/").content.decode()
    assert "Osdorp 2010" in page
    assert "/projecten/osdorp-2010/verslag/1/pdf/" in page
    assert as_demo_user("noord@example.org").get("/stadsdelen/nieuw-west/").status_code == 404


def test_the_hash_is_that_of_the_pdf(final):
    assert final.sha256 == hashlib.sha256(stored(final.pdf)).hexdigest()


def test_nobody_is_named_in_what_the_district_gets(told, book):
    cells = " ".join(str(value) for page in book for row in page.values for value in row)
    names = [
        *Person.objects.values_list("name", flat=True),
        *filter(None, Person.objects.values_list("own_script_name", flat=True)),
        *User.objects.filter(memberships__isnull=False).values_list("name", flat=True),
        *ContactPerson.objects.values_list("name", flat=True),
    ]
    assert len(names) > 60
    assert [name for name in names if name in told or name in cells] == []


def test_the_report_is_exported_as_two_files(tmp_path, final):
    call_command("export_report", "osdorp-2010", "--to", str(tmp_path / "uit"), stdout=StringIO())
    assert (tmp_path / "uit" / "eindverslag.pdf").read_bytes() == stored(final.pdf)
    assert (tmp_path / "uit" / "eindverslag.xlsx").read_bytes() == stored(final.xlsx)
    gc.collect()  # a file that was left open is told here, and not in a test that has nothing to do with it


def test_the_demo_run_again_changes_nothing(built):
    before = rows_of_everything()
    assert build(NOW.date()) == []
    assert rows_of_everything() == before
    assert len(built) == Project.objects.count() == 4


def words_of(text):
    return re.findall(r"\w+", text.lower())


def hashes_of_pairs(text):
    return {hashlib.sha256(" ".join(pair).encode()).hexdigest() for pair in pairwise(words_of(text))}


def test_the_way_names_are_recognised_works():
    known = hashlib.sha256(b"voornaam achternaam").hexdigest()
    assert known in hashes_of_pairs("Met dank aan: Voornaam  Achternaam, en anderen")


def test_nobody_of_the_sources_is_in_the_demo(told):
    texts = [told]
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            fields = [f.name for f in model._meta.fields if isinstance(f, CharField | TextField | JSONField)]
            texts += [str(value) for row in model.objects.values_list(*fields) for value in row if value]
    root = Path(django_settings.BASE_DIR)
    for app in ("projects", "participants", "matching", "excursions"):
        texts += [
            path.read_text(encoding="utf-8") for path in [*root.glob(f"{app}/*.json"), *root.glob(f"{app}/*.py")]
        ]
    assert hashes_of_pairs("\n".join(texts)) & NAMED_IN_THE_SOURCES == set()


def test_everybody_of_osdorp_who_completed_has_a_certificate(osdorp):
    completed = Participant.objects.filter(project=osdorp, status="completed")
    assert completed.count() == 22
    assert not completed.filter(certificate__isnull=True).exists()
