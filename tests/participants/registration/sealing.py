"""What a tablet does, in Python: filling in the form, sealing it as ``sealed.py`` says, and a person to do it for."""

import base64
import json
import os
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Answers = dict[str, list[str]]
STROKES = "[[[10,20],[30,40],[50,60]]]"
LOCKED = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)


def answers(**changes: Any) -> Answers:
    """A whole form that is right, as a browser gives it; ``None`` leaves a field out."""
    told: dict[str, Any] = {
        "page_language": "nl",
        "side": "new",
        "is_adult": "on",
        "name": "Noor Nieuw",
        "gender": "woman",
        "phone": "06 1234 5678",
        "dayparts": ["sat-1", "fri-2"],
        "agrees": "on",
        "copy_by": "paper",
        "strokes": STROKES,
        "signed_as": "",
        **changes,
    }
    return {
        name: [str(item) for item in value] if isinstance(value, list) else [str(value)]
        for name, value in told.items()
        if value is not None
    }


def public(told: dict[str, str]) -> rsa.RSAPublicKey:
    """The key of which ``keys.public_key`` tells, as a tablet reads it."""
    key = serialization.load_der_public_key(base64.b64decode(told["spki"]))
    assert isinstance(key, rsa.RSAPublicKey)
    return key


def text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def seal(plain: Any, told: dict[str, str], key: UUID | str | None = None, bound: str | None = None) -> dict[str, Any]:
    """The record of ``plain`` (bytes are taken as they are) under ``key``, sealed with the public key in ``told``.

    ``bound`` is what is bound to the content instead of what should be.
    """
    name = str(key or uuid4())
    content = plain if isinstance(plain, bytes) else json.dumps(plain).encode()
    secret, iv = AESGCM.generate_key(bit_length=256), os.urandom(12)
    beside = f"mixen-registration-1|{name}|{told['name']}" if bound is None else bound
    return {
        "v": 1,
        "key": name,
        "with": told["name"],
        "wrapped": text(public(told).encrypt(secret, LOCKED)),
        "iv": text(iv),
        "data": text(AESGCM(secret).encrypt(iv, content, beside.encode())),
    }


def body(record: Any) -> bytes:
    """What is sent."""
    return json.dumps(record).encode()
