"""Opening what a tablet sealed: AES-256-GCM per record, its key wrapped with RSA-OAEP (SHA-256).

A record is JSON: ``v`` (1), ``key`` (the registration's UUID), ``with`` (which key pair), ``wrapped``, ``iv`` and
``data``, the last three base64. The UUID and the name of the key pair are bound to the content as additional data, so
a record cannot be passed off under another UUID.
"""

import base64
import binascii
import json
from typing import Any, NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from participants.registration.keys import private_key

MOST_BYTES = 256 * 1024
MOST_FIELDS, MOST_VALUES, LONGEST_VALUE = 80, 100, 100_000
OAEP = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)


class CannotOpen(ValueError):
    """The record is no record, or was sealed with a key this server does not have."""


class Opened(NamedTuple):
    """A registration as it was typed: every field with the values it had, all of them text."""

    key: UUID
    answers: dict[str, list[str]]


def bound_to(key: str, name: str) -> bytes:
    """What is bound to the content beside it."""
    return f"mixen-registration-1|{key}|{name}".encode()


def open_sealed(body: bytes) -> Opened:
    """The registration in ``body``. Raises CannotOpen for everything else, whatever it is."""
    if len(body) > MOST_BYTES:
        raise CannotOpen("too large")
    record = _record(body)
    key, name = str(record.get("key")), str(record.get("with"))
    private = private_key(name)
    if private is None:
        raise CannotOpen("unknown key")
    try:
        secret = private.decrypt(_bytes(record, "wrapped"), OAEP)
        plain = AESGCM(secret).decrypt(_bytes(record, "iv"), _bytes(record, "data"), bound_to(key, name))
        return Opened(UUID(key), _answers(plain))
    except (ValueError, InvalidTag, RecursionError) as error:
        raise CannotOpen("not readable") from error


def _record(body: bytes) -> dict[str, Any]:
    try:
        record = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise CannotOpen("no JSON") from error
    if not isinstance(record, dict) or record.get("v") != 1:
        raise CannotOpen("no record of a form we know")
    return record


def _bytes(record: dict[str, Any], name: str) -> bytes:
    value = record.get(name)
    if not isinstance(value, str):
        raise CannotOpen(f"without {name}")
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise CannotOpen(f"{name} is no base64") from error


def _answers(plain: bytes) -> dict[str, list[str]]:
    found = json.loads(plain)
    if not isinstance(found, dict) or len(found) > MOST_FIELDS:
        raise CannotOpen("no answers")
    for values in found.values():
        if not isinstance(values, list) or len(values) > MOST_VALUES:
            raise CannotOpen("an answer is no list")
        if not all(isinstance(value, str) and len(value) <= LONGEST_VALUE for value in values):
            raise CannotOpen("an answer is no text")
    return found
