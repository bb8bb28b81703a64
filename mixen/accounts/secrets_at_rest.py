"""Keys of second factors as they lie in the database: readable with the application's own secret alone.

Whoever gets hold of a backup of the database has no key with it. When ``SECRET_KEY`` changes, the old one stands in
``SECRET_KEY_FALLBACKS`` until everybody's factors were sealed anew (which any change of them does).
"""

import base64

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

MARK = "sealed:"


def _keys() -> MultiFernet:
    secrets = [str(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_derived(secret))) for secret in secrets])


def _derived(secret: str) -> bytes:
    return HKDF(hashes.SHA256(), length=32, salt=None, info=b"mixen second factor").derive(secret.encode())


def seal(text: str) -> str:
    """``text`` as it is kept."""
    return MARK + _keys().encrypt(text.encode()).decode()


def unseal(kept: str) -> str:
    """What was sealed; what was kept before there was a seal comes back as it is.

    Raises InvalidToken for a wrong key.
    """
    return _keys().decrypt(kept.removeprefix(MARK)).decode() if kept.startswith(MARK) else kept
