"""SMS: which numbers, how long, and what a provider answers; the adapter talks to a real server on loopback."""

import json
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from mixen import sms
from mixen.outbox import NoAnswer, Refused
from tests.conftest import Cast

KEY = "test_geheime-sleutel"


@pytest.mark.parametrize("typed", ["+31612345678", "0612345678", "06 1234 5678", "06-12345678", "0031612345678"])
def test_a_dutch_mobile_number_in_any_spelling(typed: str) -> None:
    assert sms.mobile(typed) == "+31612345678"


@pytest.mark.parametrize(
    "typed", ["", "geen", "+31201234567", "020 123 4567", "0800 1234", "+32470123456", "+49 1512 3456789", "06123"]
)
def test_any_other_number_gets_none(typed: str) -> None:
    assert sms.mobile(typed) == ""


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("é€" * 53 + "a", 1),  # a euro counts as two
        ("é€" * 53 + "aa", 2),
        ("س" * 70, 1),
        ("س" * 71, 2),
        ("ሰ" * 134, 2),
        ("ሰ" * 135, 3),
        ("ç" * 71, 2),  # the small one is not in the seven bits
        ("😀" * 35, 1),
        ("", 1),
    ],
)
def test_how_many_pieces(text: str, pieces: int) -> None:
    assert sms.segments(text) == pieces
    assert sms.fits(text) == (pieces <= 2)


class Provider(HTTPServer):
    """Answers ``status``, or nothing at all, and keeps what it was asked."""

    status = 201
    silent = False
    asked: list[tuple[str, dict[str, str], Any]]


class _Answer(BaseHTTPRequestHandler):
    server: Provider

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, dict(self.headers), json.loads(body)))
        if self.server.silent:
            return
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:1/elders")
        self.end_headers()
        self.wfile.write(b'{"errors": [{"code": 9}]}')

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    server = Provider(("127.0.0.1", 0), _Answer)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    settings.SMS_BACKEND, settings.SMS_KEY, settings.SMS_SENDER = "messagebird", KEY, "Mokum"
    settings.SMS_URL = f"http://127.0.0.1:{server.server_address[1]}/messages"
    yield server
    server.shutdown()
    server.server_close()
    thread.join(timeout=5)


class TestMessageBird:
    """As its documentation has it: an access key in the header, a number without plus, 201 when it was taken."""

    def test_what_is_asked(self, provider: Provider) -> None:
        sms.send("+31612345678", "ሰላም")
        ((path, headers, body),) = provider.asked
        assert path == "/messages"
        assert headers["Authorization"] == f"AccessKey {KEY}"
        assert headers["Content-Type"] == "application/json"
        assert body == {"originator": "Mokum", "recipients": ["31612345678"], "body": "ሰላም", "datacoding": "auto"}

    @pytest.mark.parametrize("status", [400, 405, 422])
    def test_a_number_it_will_never_take_is_refused(self, provider: Provider, status: int) -> None:
        provider.status = status
        with pytest.raises(Refused, match=str(status)):
            sms.send("+31612345678", "Dag")

    @pytest.mark.parametrize("status", [301, 401, 402, 403, 404, 408, 429, 500, 502, 503])
    def test_a_fault_that_is_not_the_numbers_is_for_later(self, provider: Provider, status: int) -> None:
        provider.status = status
        with pytest.raises(NoAnswer, match=str(status)):
            sms.send("+31612345678", "Dag")
        assert len(provider.asked) == 1  # the key does not follow to another address

    def test_no_answer_is_for_later(
        self, provider: Provider, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        provider.silent = True
        monkeypatch.setattr(sms, "TIMEOUT", 0.3)
        with caplog.at_level(logging.DEBUG), pytest.raises(NoAnswer, match="antwoordt niet") as caught:
            sms.send("+31612345678", "Dag")
        assert KEY not in f"{caplog.text}{caught.value!r}{caught.value.__cause__!r}"

    def test_nobody_there_is_for_later(self, settings: Any, provider: Provider) -> None:
        settings.SMS_URL = "http://127.0.0.1:1/messages"
        with pytest.raises(NoAnswer, match="antwoordt niet"):
            sms.send("+31612345678", "Dag")


def test_switched_off_it_goes_nowhere(settings: Any) -> None:
    settings.SMS_BACKEND = "none"
    assert not sms.is_on()
    with pytest.raises(Refused, match="uit"):
        sms.send("+31612345678", "Dag")


def test_in_development_it_is_read_in_the_mailbox(cast: Cast, settings: Any, as_user: Any) -> None:
    settings.SMS_BACKEND = "file"
    assert sms.is_on()
    sms.send("+31612345678", "ሰላም <b>Ans</b> https://example.org/mijn/1-a/")
    page = as_user(None).get("/ontwikkeling/post/").content.decode()
    assert "06 12345678" in page
    assert "ሰላም &lt;b&gt;Ans&lt;/b&gt;" in page
    assert "(1 deel)" in page
