"""What everybody may read: right, without a cookie, and nothing of what is not public."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.cache import cache
from django.test import Client
from PIL import Image

from mixen.languages import READING_LANGUAGES
from projects import actions
from projects.models import District, Project
from projects.publicity import picture, signing_up

CITY, DISTRICT = "/in-de-buurt/", "/in-de-buurt/nieuw-west/"
PROJECT = "/in-de-buurt/project/nieuw-west-2027/"
ALL = [CITY, DISTRICT, f"{DISTRICT}deel.png", PROJECT, f"{PROJECT}ar/", f"{PROJECT}ambassadeur/", f"{PROJECT}deel.png"]
OF_THE_PROJECT = [address for address in ALL if address.startswith(PROJECT)]


@pytest.fixture(autouse=True)
def no_counts():
    cache.clear()


@pytest.mark.parametrize("address", ALL)
def test_everybody_reads_without_a_cookie_a_script_or_anything_from_elsewhere(cast, client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    assert client.post(address).status_code == 405
    if "html" in answer["Content-Type"]:
        page = answer.content.decode()
        assert "<script" not in page
        assert "<form" not in page
        fetched = re.findall(r'(?:src|<link rel="(?:stylesheet|icon)" href)="([^"]+)"', page)
        assert all(address.startswith("/static/") for address in fetched)


@pytest.mark.parametrize("address", OF_THE_PROJECT)
def test_a_practice_project_is_not_there(cast, client, address):
    Project.objects.filter(pk=cast.project.pk).update(is_practice=True)
    assert client.get(address).status_code == 404
    assert "Nieuw-West 2027" not in client.get(CITY).content.decode()
    assert "Nieuw-West 2027" not in client.get(DISTRICT).content.decode()


@pytest.mark.parametrize("address", OF_THE_PROJECT)
def test_a_project_that_is_over_is_not_there(cast, client, clock, address):
    closing = cast.project.meetings.get(kind="closing")
    clock.move_to(closing.starts_at)
    assert client.get(address).status_code == 200  # the day itself
    clock.move_to(closing.starts_at + timedelta(days=1))
    assert client.get(address).status_code == 404
    assert "Nieuw-West 2027" not in client.get(CITY).content.decode()


@pytest.mark.parametrize(
    "address", ["/in-de-buurt/x/", "/in-de-buurt/project/x/", f"{PROJECT}xx/", "/in-de-buurt/x/deel.png"]
)
def test_what_is_not_there_is_not_found(cast, client, address):
    assert client.get(address).status_code == 404


def test_the_page_tells_when_where_and_where_to_sign_up(cast, client):
    closing = cast.project.meetings.get(kind="closing")
    actions.change_meeting(meeting=closing, place="Zaal Zonneschijn", by=None)
    for address in (PROJECT, DISTRICT):
        page = client.get(address).content.decode()
        assert "zaterdag 12 juni 2027, 13:30" in page
        assert "Zaal Zonneschijn" in page
        assert 'href="/meedoen/nieuw-west-2027/' in page


def test_no_name_of_anybody_is_on_it_but_of_the_contact(cast, client):
    actions.name_public_contact(project=cast.project, name="Hedy Waterland", email="h@example.org", phone="", by=None)
    for address in ALL:
        page = client.get(address).content.decode(errors="replace")
        for somebody in [*cast.people.values(), cast.leader, cast.ambassador, cast.coordinator]:
            named = getattr(somebody, "person", somebody)
            assert named.name not in page
    assert "Hedy Waterland" in client.get(PROJECT).content.decode()


@pytest.mark.parametrize("code", READING_LANGUAGES)
def test_it_reads_in_every_language_of_participants(cast, client, code):
    page = client.get(PROJECT if code == "nl" else f"{PROJECT}{code}/").content.decode()
    language = READING_LANGUAGES[code]
    assert f'<html lang="{code}" dir="{language.direction}">' in page
    assert f'href="/meedoen/nieuw-west-2027/{code}/"' in page
    assert ("Zo gaat het" in page) == (code == "nl")


def test_what_the_team_wrote_in_the_folder_stands_on_the_page_too(cast, client):
    actions.keep_publicity_text(project=cast.project, kind="folder", title="Kom <b>erbij</b>", text="Soep!", by=None)
    page = client.get(PROJECT).content.decode()
    assert "Kom &lt;b&gt;erbij" in page
    assert "Soep!" in page


def test_sharing_takes_a_picture_along(cast, client):
    page = client.get(PROJECT).content.decode()
    address = re.search(r'property="og:image" content="([^"]+)"', page)
    assert address is not None
    assert address[1].startswith("http")
    answer = client.get("/" + address[1].split("/", 3)[3])
    assert answer["Content-Type"] == "image/png"
    assert "public" in answer["Cache-Control"]
    shown = Image.open(BytesIO(answer.content))
    assert shown.size == (1200, 630)
    assert len(shown.getcolors(1 << 20) or []) > 20  # something was drawn on it
    assert 'name="robots"' not in page


def test_the_picture_follows_the_project(cast):
    before = picture.picture_of(cast.project)
    assert picture.picture_of(cast.project) == before
    cast.project.name = "Een heel andere naam"
    assert picture.picture_of(cast.project) != before


@pytest.mark.parametrize("name", ["x" * 100, "Een naam van heel veel woorden " * 3, "مشروع", ""])
def test_any_name_can_be_drawn(cast, name):
    cast.project.name = name
    assert picture.picture_of(cast.project).startswith(b"\x89PNG")


def test_the_vacancy_has_an_address_to_mail(cast, client):
    actions.name_public_contact(project=cast.project, name="Hedy", email="hedy@example.org", phone="", by=None)
    page = client.get(f"{PROJECT}ambassadeur/").content.decode()
    assert 'href="mailto:hedy@example.org?subject=Ambassadeur%20worden' in page
    actions.keep_publicity_text(project=cast.project, kind="vacancy", title="Doe jij mee?", text="Ja!", by=None)
    assert "Doe jij mee?" in client.get(f"{PROJECT}ambassadeur/").content.decode()


def test_a_district_without_a_project_says_where_to_look(cast, client):
    page = client.get("/in-de-buurt/weesp/").content.decode()
    assert "nu geen project" in page
    assert CITY in page


def test_machines_are_slowed_down_where_pictures_are_drawn(cast, monkeypatch):
    monkeypatch.setattr("projects.views.public.picture_of", lambda _project: b"")
    client = Client()
    answers = {client.get(f"{PROJECT}deel.png", REMOTE_ADDR="10.1.1.1").status_code for _n in range(302)}
    assert answers == {200, 429}


def test_the_city_asks_as_often_for_many_projects(cast, client, django_assert_max_num_queries):
    for district in District.objects.all():
        _copy(cast, district)
    for address, most in ((CITY, 5), (DISTRICT, 5)):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


def _copy(cast, district):
    for number in range(3):
        actions.start_project(
            name=f"{district.name} nog {number}",
            district=district,
            starts_on=cast.project.starts_on,
            ends_on=cast.project.ends_on,
            meetings={},
            by=cast.coordinator,
        )


def test_without_an_app_that_registers_people_the_public_page_is_where_one_goes(cast, monkeypatch):
    monkeypatch.setattr(signing_up, "addresses", [])
    assert signing_up.sign_up_path(cast.project) == PROJECT
