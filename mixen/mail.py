"""The one door to e-mail: a template with a subject on its first line, sent after the transaction is safe."""

import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from mixen.outbox import Refused

logger = logging.getLogger(__name__)
A_MOMENT = 0.5
"""Seconds that a page waits for the mail server; one that is well is done by then."""


def compose(template: str, to: Sequence[str], context: Mapping[str, Any]) -> EmailMessage:
    """The message of ``templates/emails/<template>.txt``; its first line is the subject, the rest the body.

    Line breaks are taken out of the subject, so nothing a person typed can add a header.
    """
    text = render_to_string(f"emails/{template}.txt", {**context, "site_url": settings.SITE_URL})
    subject, _separator, body = text.strip().partition("\n")
    return EmailMessage(" ".join(subject.split()), body.strip() + "\n", to=list(to))


def send(
    template: str, to: Sequence[str], context: Mapping[str, Any], attachments: Sequence[tuple[str, bytes, str]] = ()
) -> None:
    """Compose and send at once; errors of the mail server reach the caller, who decides about trying again.

    ``attachments`` are a file name, the content and its type.
    """
    message = compose(template, to, context)
    for name, content, kind in attachments:
        message.attach(name, content, kind)
    with refused_for_good():
        message.send()


@contextmanager
def refused_for_good() -> Iterator[None]:
    """Turn what a provider says of an address that it will never take into ``Refused``.

    A mail server says so in errors of smtplib, which the outbox knows. Whatever else a provider answers may be better
    later.
    """
    if not settings.EMAIL_PROVIDER:
        yield
        return
    from anymail.exceptions import AnymailInvalidAddress, AnymailRecipientsRefused

    try:
        yield
    except (AnymailRecipientsRefused, AnymailInvalidAddress):
        # Without the provider's own words, which hold the address and the mail.
        raise Refused(_("de mailprovider weigert dit adres")) from None


def send_aside(message: EmailMessage) -> None:
    """Send what is of use only now, such as a code to log in; a mail server that is down holds no page up.

    There is no row behind it: when it fails the log says so, and the person asks again.
    """

    def attempt() -> None:
        try:
            with refused_for_good():
                message.send()
        except (OSError, Refused) as error:  # smtplib's errors are OSErrors too; their text may hold the address
            logger.warning("a mail of the log-in could not be sent (%s)", type(error).__name__)
        except Exception:  # of ours, then: Python itself would put its text, and in that an address, on standard error
            logger.exception("a mail of the log-in could not be sent")

    thread = threading.Thread(target=attempt, name="mail aside", daemon=True)
    thread.start()
    thread.join(A_MOMENT)
