"""The secret of a personal page stands in no log."""

import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from gunicorn.config import Config

from mixen.gunicorn_logs import GunicornLogger
from mixen.logs import LineWithoutTokens
from tests.conftest import Cast

TOKEN = "12-abcdefabcdefabcdefabcdef"


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What our own handler would write, of every logger."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(LineWithoutTokens("%(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)


def test_ours_is_the_form_of_every_line() -> None:
    assert settings.LOGGING["formatters"]["line"]["()"] == "mixen.logs.LineWithoutTokens"
    assert {handler["formatter"] for handler in settings.LOGGING["handlers"].values()} == {"line"}
    assert settings.LOGGING["loggers"]["django.server"]["handlers"] == ["console"]


def test_a_link_that_does_not_work_is_logged_without_it(cast: Cast, written: StringIO) -> None:
    for rest in ("", "zorg/", "nergens/"):
        assert Client().get(f"/mijn/{TOKEN}/{rest}").status_code == 404
    assert "Not Found: /mijn/…/" in written.getvalue()
    assert TOKEN not in written.getvalue()


def test_neither_is_a_link_for_somebody_outside(db: None, written: StringIO) -> None:
    for kind in ("afspraak", "uitnodiging"):
        assert Client().get(f"/{kind}/{TOKEN}/").status_code == 404
        assert f"Not Found: /{kind}/…/" in written.getvalue()
    assert TOKEN not in written.getvalue()


def test_neither_is_it_in_a_trace(written: StringIO) -> None:
    try:
        raise ValueError(f"http://x/mijn/{TOKEN}/?klaar=x")
    except ValueError:
        logging.getLogger("elders").exception("mis bij /mijn/%s/geld/", TOKEN)
    assert written.getvalue().count("…") >= 2
    assert TOKEN not in written.getvalue()


def test_gunicorn_leaves_it_out_too(capsys: Any) -> None:
    config = Config()
    config.set("errorlog", "-")
    config.set("accesslog", "-")
    logger = GunicornLogger(config)
    logger.error("Error handling request /mijn/%s/", TOKEN)
    logger.access_log.info('"GET /mijn/%s/ HTTP/1.1" 200 "http://x/mijn/%s/"', TOKEN, TOKEN)
    said = "".join(capsys.readouterr())
    assert said.count("…") == 3
    assert TOKEN not in said
