"""The one door to e-mail: a template with a subject on its first line, sent after the transaction is safe."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def compose(template: str, to: Sequence[str], context: Mapping[str, Any]) -> EmailMessage:
    """The message of ``templates/emails/<template>.txt``; its first line is the subject, the rest the body.

    Line breaks are taken out of the subject, so nothing a person typed can add a header.
    """
    text = render_to_string(f"emails/{template}.txt", {**context, "site_url": settings.SITE_URL})
    subject, _, body = text.strip().partition("\n")
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
    message.send()
