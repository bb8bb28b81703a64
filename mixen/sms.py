"""The one door to SMS. Which way a text goes is the setting ``SMS_BACKEND``: nowhere, to a file, or to a provider."""

import http.client
import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import phonenumbers
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.outbox import NoAnswer, Refused

TIMEOUT = 10
"""Seconds to wait for the provider."""
MOST_SEGMENTS = 2
# The letters that fit in seven bits; those in the second line take the place of two. GSM 03.38.
ONE = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
TWO = set("\f^{}\\[~]|€")
# What the provider may answer although nothing is wrong with the number: our account, or too much at once.
OURS = {401, 402, 403, 404, 408, 429}


class Segments(NamedTuple):
    """How many characters a single text holds, and each one of several."""

    single: int
    each: int


SEVEN_BITS, SIXTEEN_BITS = Segments(160, 153), Segments(70, 67)


def is_on() -> bool:
    """Whether texts go anywhere at all."""
    return settings.SMS_BACKEND != "none"


def mobile(number: str) -> str:
    """``number`` as E.164 when it is a Dutch mobile one; empty for any other."""
    try:
        parsed = phonenumbers.parse(number, "NL")
    except phonenumbers.NumberParseException:
        return ""
    kind = phonenumbers.number_type(parsed)
    if parsed.country_code != 31 or kind != phonenumbers.PhoneNumberType.MOBILE:
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def segments(text: str) -> int:
    """In how many pieces ``text`` travels, which is what it costs."""
    if set(text) <= ONE | TWO:
        length, sizes = len(text) + sum(letter in TWO for letter in text), SEVEN_BITS
    else:
        length, sizes = len(text.encode("utf-16-le")) // 2, SIXTEEN_BITS
    return 1 if length <= sizes.single else -(-length // sizes.each)


def fits(text: str) -> bool:
    """Whether ``text`` is short enough to be sent."""
    return segments(text) <= MOST_SEGMENTS


def send(number: str, text: str) -> None:
    """Send ``text`` to ``number`` (E.164, ``mobile``) at once.

    Raises Refused when the provider will never take it, and NoAnswer (an OSError) when it may later.
    """
    BACKENDS[settings.SMS_BACKEND](number, text)


def _to_nobody(number: str, text: str) -> None:
    raise Refused(_("sms staat uit"))


def _to_file(number: str, text: str) -> None:
    """For development and tests: one file a text, shown in the mailbox of development."""
    folder = Path(settings.SMS_FILE_PATH)
    folder.mkdir(parents=True, exist_ok=True)
    now = timezone.now()
    sent = {"to": number, "text": text, "at": now.isoformat()}
    name = f"{now:%Y%m%d-%H%M%S-%f}-{secrets.token_hex(4)}.json"
    (folder / name).write_text(json.dumps(sent, ensure_ascii=False))


def _to_messagebird(number: str, text: str) -> None:
    """MessageBird, now Bird: POST /messages, answers 201. The key is in the environment and never in a log."""
    body = {
        "originator": settings.SMS_SENDER,
        "recipients": [number.lstrip("+")],
        "body": text,
        "datacoding": "auto",
    }
    headers = {"Authorization": f"AccessKey {settings.SMS_KEY}", "Content-Type": "application/json"}
    status = _post(settings.SMS_URL, json.dumps(body).encode(), headers)
    if 200 <= status < 300:
        return
    reason = _("de sms-dienst zegt %(code)s") % {"code": status}
    raise Refused(reason) if 400 <= status < 500 and status not in OURS else NoAnswer(reason)


def _post(url: str, body: bytes, headers: dict[str, str]) -> int:
    """The status a server answers with; NoAnswer when it does not. Follows nothing, so the key goes nowhere else."""
    address = urlsplit(url)
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = kind(address.netloc, timeout=TIMEOUT)
    try:
        connection.request("POST", address.path, body, headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        raise NoAnswer(_("de sms-dienst antwoordt niet")) from error
    finally:
        connection.close()


BACKENDS: dict[str, Callable[[str, str], None]] = {
    "none": _to_nobody,
    "file": _to_file,
    "messagebird": _to_messagebird,
}
