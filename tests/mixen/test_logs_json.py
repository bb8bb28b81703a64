"""Hostile names and tokens go through the site, and none of them is in the log of production."""

import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any
from urllib.parse import quote

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from mixen.logs import JsonWithoutPeople, without_people
from mixen.requests import HEADER
from participants.models import PersonalLink
from tests.conftest import Cast

NAME = "Hostiele Naam"
TOKEN = "12-abcdefabcdefabcdefabcdef"
HIDDEN = (NAME, quote(NAME), TOKEN, "geheim@example.org", "0612345678", "12345678", "203.0.113.9", "Proefpersoon")


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What production would write, of every logger, requests included."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonWithoutPeople())
    root, requests = logging.getLogger(), logging.getLogger("mixen.requests")
    root.addHandler(handler)
    level, requests.level = requests.level, logging.INFO
    yield stream
    requests.setLevel(level)
    root.removeHandler(handler)


def lines(written: StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_round_of_requests_names_nobody(cast: Cast, as_user: Any, written: StringIO) -> None:
    project, ans = cast.project, cast.ans
    leader = as_user(cast.leader)
    own = PersonalLink.objects.get(participant=ans).token
    for path in (
        f"/projecten/{project.slug}/deelnemers/?q={quote(NAME)}",
        f"/projecten/{project.slug}/deelnemers/{ans.pk}/",
        f"/projecten/{quote(NAME)}/",
        f"/projecten/{project.slug}/deelnemers/geheim@example.org/",
        "/0612345678/",
        f"/mijn/{TOKEN}/?naam={quote(NAME)}",
        f"/mijn/{own}/",
        f"/afspraak/{TOKEN}/",
        f"/certificaat/{TOKEN}/",
    ):
        assert leader.get(path).status_code in {200, 404}
    leader.post(f"/projecten/{project.slug}/deelnemers/nieuw/oud/", {"name": NAME, "email": "geheim@example.org"})
    for _time in range(7):
        Client(REMOTE_ADDR="203.0.113.9").post("/account/login/", {"login": "geheim@example.org", "password": NAME})
    said = written.getvalue()
    assert len(lines(written)) >= 17
    for hidden in (*HIDDEN, own, ans.person.name, ans.person.phone):
        assert hidden not in said


def test_a_line_has_what_is_needed_to_find_out(cast: Cast, as_user: Any, written: StringIO) -> None:
    answer = as_user(cast.leader).get(f"/projecten/{cast.project.slug}/deelnemers/{cast.ans.pk}/")
    (line,) = [line for line in lines(written) if line["name"] == "mixen.requests"]
    assert line["route"] == "/projecten/<slug:slug>/deelnemers/<int:pk>/"
    assert (line["method"], line["status"], line["level"]) == ("GET", 200, "INFO")
    assert isinstance(line["ms"], int)
    assert line["request_id"] == answer[HEADER]
    assert set(line) == {"at", "level", "name", "message", "request_id", "route", "method", "status", "ms"}


def test_all_lines_of_a_request_have_its_number(cast: Cast, as_user: Any, written: StringIO) -> None:
    answer = as_user(cast.leader).get("/nergens/")
    found = lines(written)
    assert [line["message"] for line in found] == ["request", "404 an address that is none"]
    assert {line["request_id"] for line in found} == {answer[HEADER]}


def test_the_number_of_a_proxy_is_believed_only_behind_one(db: None, settings: Any) -> None:
    for behind, given, kept in ((True, "a" * 32, True), (False, "a" * 32, False), (True, 'x" onzin', False)):
        settings.BEHIND_PROXY = behind
        assert (Client().get("/healthz/", headers={"x-request-id": given})[HEADER] == given) is kept


def test_the_text_of_an_error_stays_out_and_its_place_does_not(cast: Cast, written: StringIO) -> None:
    try:
        with transaction.atomic():
            try:
                int(NAME)
            except ValueError as error:
                raise IntegrityError(f"Key (email)=(geheim@example.org) of {NAME} already exists") from error
    except IntegrityError:
        logging.getLogger("elders").exception("mis bij /mijn/%s/ van %s", TOKEN, "geheim@example.org")
    (line,) = lines(written)
    assert "IntegrityError" in line["exc_info"]
    assert "ValueError" in line["exc_info"]
    assert "test_logs_json.py" in line["exc_info"]
    assert line["message"] == "mis bij /mijn/…/ van …"
    assert not [hidden for hidden in HIDDEN if hidden in written.getvalue()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mail aan a.b+c@sub.example.org!", "mail aan …!"),
        ("bel +31 6 12 34 56 78 of 020-1234567", "bel … of …"),
        ("van 203.0.113.9 en 2001:db8:0:1:2:3", "van … en …"),
        ("/account/password/reset/key/3-abc/", "/account/password/reset/key/…/"),
        ("versie 1.2.3, 404 in 12 ms, rij 123456, 2027-03-12 14:00:00", None),
    ],
)
def test_people_are_taken_out_and_figures_stay(text: str, said: str | None) -> None:
    assert without_people(text) == (text if said is None else said)
