"""Hostile names and tokens go through the site, and none of them is in the log of production."""

import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any
from urllib.parse import quote

import pytest
from celery import Celery
from celery.app.trace import LOG_RETRY
from django.db import IntegrityError, transaction
from django.test import Client
from gunicorn.config import Config

from mixen.gunicorn_logs import GunicornLogger
from mixen.logs import JsonWithoutPeople, LineWithoutPeople, without_people
from mixen.requests import HEADER
from participants.models import PersonalLink
from tests.conftest import Cast

NAME = "Hostiele Naam"
TOKEN = "12-abcdefabcdefabcdefabcdef"
HIDDEN = (NAME, quote(NAME), TOKEN, "geheim@example.org", "0612345678", "12345678", "203.0.113.9", "Proefpersoon")


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What production would write, of every logger, requests included."""
    yield from writing(JsonWithoutPeople())


@pytest.fixture
def plain() -> Iterator[StringIO]:
    """What production would write with ``LOG_FORMAT=line``."""
    yield from writing(LineWithoutPeople("%(asctime)s %(levelname)s %(name)s %(message)s"))


def writing(formatter: logging.Formatter) -> Iterator[StringIO]:
    """Yields where ``formatter`` writes."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    root, more = logging.getLogger(), [logging.getLogger(name) for name in ("mixen.requests", "celery.app.trace")]
    root.addHandler(handler)
    levels = [logger.level for logger in more]
    for logger in more:
        logger.setLevel(logging.INFO)
    yield stream
    for logger, level in zip(more, levels, strict=True):
        logger.setLevel(level)
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


QUOTING = f"Key (email)=(geheim@example.org) of {NAME} already exists"
worker = Celery("proef", set_as_current=False)


@worker.task(name="proef.mislukt")
def fails(*_given: Any, **_more: Any) -> None:
    raise IntegrityError(QUOTING)


@worker.task(name="proef.verwacht", throws=(IntegrityError,))
def fails_as_expected(*_given: Any, **_more: Any) -> None:
    raise IntegrityError(QUOTING)


@worker.task(name="proef.lukt")
def succeeds(name: str) -> str:
    return f"dag {name}"


def test_a_task_that_fails_is_told_by_name_number_and_kind(written: StringIO) -> None:
    """Celery itself writes the text of the error, its trace, and what the task was given."""
    fails.apply(args=(NAME,), kwargs={"email": "geheim@example.org", "naam": NAME}, task_id="een-nummer")
    (line,) = lines(written)
    assert line["message"] == "Task proef.mislukt[een-nummer] raised unexpected: IntegrityError"
    assert "test_logs_json.py" in line["exc_info"]
    assert set(line) == {"at", "level", "name", "message", "request_id", "exc_info"}
    assert not [hidden for hidden in HIDDEN if hidden in written.getvalue()]


def test_other_lines_of_tasks_name_nobody_either(written: StringIO, plain: StringIO) -> None:
    fails_as_expected.apply(args=(NAME,), task_id="a")
    succeeds.apply(args=(NAME,), task_id="b")
    logging.getLogger("celery.app.trace").info(LOG_RETRY, {"id": "c", "name": "proef.weer", "exc": QUOTING})
    said = [line["message"] for line in lines(written)]
    assert said[0] == "Task proef.verwacht[a] raised expected: IntegrityError"
    assert said[1].startswith("Task proef.lukt[b] succeeded in ")
    assert said[2] == "Task proef.weer[c] retry: …"
    for text in (written.getvalue(), plain.getvalue()):
        assert not [hidden for hidden in HIDDEN if hidden in text]
        assert text.count("proef.") == 3


def test_lines_to_read_name_nobody_in_production(cast: Cast, as_user: Any, plain: StringIO) -> None:
    """Requests, errors with a row in their text, an error as part of a message, and one that another one caused."""
    as_user(cast.leader).get(f"/projecten/{quote(NAME)}/")
    logger = logging.getLogger("elders")
    try:
        try:
            raise ValueError(NAME)
        except ValueError as error:
            raise IntegrityError(QUOTING) from error
    except IntegrityError as error:
        logger.exception("mis bij %s: %r", "geheim@example.org", error)
        logger.error(error)
        logger.error("bij %(wat)s", {"wat": error})
    fails.apply(args=(NAME,), task_id="een-nummer")
    said = plain.getvalue()
    assert "ERROR elders mis bij …: 'IntegrityError'\n" in said
    assert "WARNING django.request 404 an address that is none" in said
    assert "ERROR elders bij IntegrityError" in said
    assert "caused by" in said
    assert not [hidden for hidden in HIDDEN if hidden in said]


def test_an_error_of_a_page_is_told_without_its_text(
    cast: Cast, as_user: Any, plain: StringIO, written: StringIO, monkeypatch: Any
) -> None:
    """What a database says of a row it refuses, on its way through Django's own handler of errors."""

    def refuse(*_given: Any, **_more: Any) -> None:
        raise IntegrityError(QUOTING)

    client = as_user(cast.leader)
    client.raise_request_exception = False
    monkeypatch.setattr("mixen.accounts.views.devices_of", refuse)
    assert client.get("/account/").status_code == 500
    (line,) = [line for line in lines(written) if line["name"] == "django.request"]
    assert line["message"] == "500 /account/"
    assert line["exc_info"].endswith("IntegrityError")
    assert "ERROR django.request 500 /account/" in plain.getvalue()
    for text in (written.getvalue(), plain.getvalue()):
        assert not [hidden for hidden in HIDDEN if hidden in text]


@pytest.mark.parametrize("form", ["json", "line"])
def test_the_logs_of_gunicorn_name_nobody_in_production(form: str, monkeypatch: Any, capsys: Any) -> None:
    """It writes itself what goes wrong after a page has begun to be sent."""
    monkeypatch.setenv("MIXEN_ENV", "production")
    monkeypatch.setenv("LOG_FORMAT", form)
    config = Config()
    config.set("errorlog", "-")
    logger = GunicornLogger(config)
    try:
        raise IntegrityError(QUOTING)
    except IntegrityError:
        logger.exception("Error handling request")
    said = "".join(capsys.readouterr())
    assert "IntegrityError" in said
    assert not [hidden for hidden in HIDDEN if hidden in said]


def test_what_is_no_part_of_a_line_stays_out(written: StringIO) -> None:
    logging.getLogger("elders").error("mis", extra={"data": {"naam": NAME}, "wie": NAME})
    logging.getLogger("elders").error({"naam": NAME})
    for line in lines(written):
        assert set(line) == {"at", "level", "name", "message", "request_id"}
    assert NAME not in written.getvalue()


def test_arguments_that_do_not_fit_stay_out_too() -> None:
    """logging itself would print them on standard error."""
    record = logging.LogRecord("elders", logging.ERROR, __file__, 1, "te weinig %s %s", (NAME,), None)
    assert LineWithoutPeople("%(message)s").format(record) == "te weinig %s %s"
    assert json.loads(JsonWithoutPeople().format(record))["message"] == "te weinig %s %s"
