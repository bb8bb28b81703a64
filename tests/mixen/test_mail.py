"""Mail is plain text, and nothing somebody typed can add a header."""

import json

import pytest
import responses
from django.core import mail as outbox
from django.core.mail import BadHeaderError

from mixen import mail, providers
from mixen.environment import Environment
from mixen.logs import LineWithoutPeople
from mixen.outbox import Refused, is_final, why


@pytest.fixture
def template(tmp_path, settings):
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]
    (tmp_path / "emails").mkdir()

    def write(text):
        (tmp_path / "emails" / "proef.txt").write_text(text, encoding="utf-8")

    return write


HOSTILE = [
    "Ans\nBcc: iedereen@example.org",
    "Ans\r\nBcc: iedereen@example.org",
    "Ans\rBcc: iedereen@example.org",
    "Ans\u2028Bcc: iedereen@example.org",
    "Ans\x0bBcc: iedereen@example.org",
    "Ans\r\n\r\n<script>alert(1)</script>",
]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_name_in_the_subject_adds_no_header(template, name):
    template("{% autoescape off %}Dag {{ name }}\n\nTekst.{% endautoescape %}")
    message = mail.compose("proef", ["wie@example.org"], {"name": name})
    sent = message.message()
    assert sent["Bcc"] is None
    assert sent.get_all("To") == ["wie@example.org"]
    assert "\n" not in str(sent["Subject"])
    assert sent["Subject"].startswith("Dag Ans")
    assert message.recipients() == ["wie@example.org"]


def test_an_address_with_a_line_break_is_not_mailed(template):
    template("Onderwerp\n\nTekst.")
    with pytest.raises((BadHeaderError, ValueError)):
        mail.send("proef", ["wie@example.org\nBcc: iedereen@example.org"], {})
    assert outbox.outbox == []


def test_the_first_line_is_the_subject_and_the_rest_the_body(template):
    template("\n  Onderwerp   van de mail \n\nEerste regel.\n\nTweede regel.\n\n\n")
    message = mail.compose("proef", ["wie@example.org"], {})
    assert message.subject == "Onderwerp van de mail"
    assert message.body == "Eerste regel.\n\nTweede regel.\n"


def test_is_plain_text_in_every_script(template, settings):
    template("{% autoescape off %}Dag {{ name }}\n\n{{ name }} {{ site_url }}{% endautoescape %}")
    mail.send("proef", ["wie@example.org"], {"name": "O'Brien & سميرة & ተስፋይ"})
    (message,) = outbox.outbox
    sent = message.message()
    assert sent.get_content_type() == "text/plain"
    assert not sent.is_multipart()
    assert message.subject == "Dag O'Brien & سميرة & ተስፋይ"
    assert message.body == f"O'Brien & سميرة & ተስፋይ {settings.SITE_URL}\n"


def test_an_error_of_the_mail_server_reaches_who_sends(template, monkeypatch):
    template("Onderwerp\n\nTekst.")

    def down(_self, _messages):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", down)
    with pytest.raises(ConnectionRefusedError):
        mail.send("proef", ["wie@example.org"], {})


@pytest.fixture
def provider(settings):
    """Postmark, as the settings make it, with the network stopped."""
    variables = {"EMAIL_PROVIDER": "postmark", "EMAIL_KEY": "sleutel"}
    env = Environment(variables)
    env.production = True
    settings.EMAIL_PROVIDER = providers.mail(env)
    settings.EMAIL_BACKEND, settings.ANYMAIL = settings.EMAIL_PROVIDER
    with responses.RequestsMock() as network:
        yield network


def postmark(network, code, status):
    said = "Inactive. Found inactive addresses: wie@example.org. Inactive recipients."
    answer = {"ErrorCode": code, "Message": said if code else "OK", "MessageID": "1", "To": "wie@example.org"}
    network.post("https://api.postmarkapp.com/email", json=answer, status=status)


def test_a_provider_sends_it_and_watches_nobody(template, provider):
    template("Dag\n\nTekst.")
    postmark(provider, 0, 200)
    mail.send("proef", ["wie@example.org"], {}, [("a.ics", b"x", "text/calendar")])
    sent = json.loads(provider.calls[0].request.body)
    assert (sent["To"], sent["Subject"], sent["TextBody"]) == ("wie@example.org", "Dag", "Tekst.\n")
    assert sent["TrackOpens"] is False
    assert sent["TrackLinks"] == "None"
    assert sent["Attachments"][0]["Name"] == "a.ics"


def test_an_address_that_a_provider_will_never_take_is_refused_for_good(template, provider):
    template("Dag\n\nTekst.")
    postmark(provider, 406, 422)
    with pytest.raises(Refused) as error:
        mail.send("proef", ["wie@example.org"], {})
    assert is_final(error.value)
    assert "wie@" not in why(error.value)
    assert error.value.__cause__ is None


@pytest.mark.parametrize("status", [401, 429, 500, 503])
def test_whatever_else_a_provider_says_may_be_better_later(template, provider, status):
    template("Dag\n\nTekst.")
    postmark(provider, 10, status)
    with pytest.raises(OSError) as error:
        mail.send("proef", ["wie@example.org"], {})
    assert not is_final(error.value)
    assert "wie@" not in why(error.value)


def test_a_mail_of_the_log_in_that_fails_for_any_reason_is_told_by_our_log(failing_send, caplog):
    """An error in a thread would go to standard error, with its text; a log of ours leaves that out."""
    mail.send_aside(outbox.EmailMessage("Code", "123", to=["geheim@example.org"]))
    (record,) = caplog.records
    assert record.getMessage() == "a mail of the log-in could not be sent"
    assert "geheim" not in LineWithoutPeople("%(message)s").format(record)
    assert "ValueError" in LineWithoutPeople("%(message)s").format(record)


@pytest.fixture
def failing_send(monkeypatch):
    def fail(message):
        raise ValueError(f"kan niet naar {message.to}")

    monkeypatch.setattr(outbox.EmailMessage, "send", fail)
