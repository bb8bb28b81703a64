"""The key pairs with which tablets seal registrations. Only the server holds the private halves.

They are files named ``<day>-<fingerprint>.pem`` in ``REGISTRATION_KEYS_DIR``. New records are sealed with the newest;
older ones still open what was sealed with them, so a key is rotated by making a new one (``manage.py
new_registration_key``) and removed when no tablet can hold a record of it any more.
"""

import base64
import hashlib
import os
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.utils import timezone

KEY_SIZE = 2048
PublicFormat, Encoding = serialization.PublicFormat, serialization.Encoding


class NoKey(RuntimeError):
    """Production has no key to seal registrations with."""


def folder() -> Path:
    return Path(settings.REGISTRATION_KEYS_DIR)


def name_of(key: rsa.RSAPublicKey) -> str:
    """A key's fingerprint: what a record says it was sealed with."""
    return hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()[:16]


def make_key() -> Path:
    """Write a new key pair, readable for this account alone; from now on tablets seal with it."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=KEY_SIZE)
    pem = private.private_bytes(Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = timezone.now().strftime("%Y%m%d%H%M%S")
    path = folder() / f"{stamp}-{name_of(private.public_key())}.pem"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
    return path


def _paths() -> list[Path]:
    return sorted(folder().glob("*.pem"))


@lru_cache(maxsize=16)
def _load(path: Path) -> rsa.RSAPrivateKey:
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise NoKey(f"{path.name} is no RSA key")
    return key


def private_key(name: str) -> rsa.RSAPrivateKey | None:
    """The private half of the key called ``name``; None when there is none."""
    found = [path for path in _paths() if path.stem.endswith(f"-{name}")] if name.isalnum() else []
    return _load(found[-1]) if found else None


def public_key() -> dict[str, str]:
    """What a tablet needs to seal: ``name`` and ``spki``, the newest public key as base64.

    Outside production the first key is made when it is first asked for. Raises NoKey in production without one.
    """
    paths = _paths()
    if not paths:
        if settings.PRODUCTION:
            raise NoKey(
                "No key to seal registrations with: run 'manage.py new_registration_key' (docs/operations.md)."
            )
        paths = [make_key()]
    public = _load(paths[-1]).public_key()
    der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return {"name": name_of(public), "spki": base64.b64encode(der).decode()}
