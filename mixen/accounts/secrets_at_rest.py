"""Keys of second factors as they lie in the database: readable with the application's own secret alone.

Whoever gets hold of a backup of the database has no key with it. When ``SECRET_KEY`` changes, the old one stands in
``SECRET_KEY_FALLBACKS`` until ``manage.py reseal_second_factors`` has sealed everybody's factors anew.
"""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext as _

from mixen.errors import DomainError

MARK = "sealed:"


class SealedOtherwise(DomainError):
    """The secret it was sealed with is not among ours any more, so nothing can be compared with it."""

    silent_variable_failure = True  # a page that counts the codes left shows none

    def __init__(self) -> None:
        super().__init__(
            _(
                "Deze code kunnen we niet meer controleren: de sleutel van de site is veranderd. Bel de coördinator: "
                "die kan je tweede stap wissen. Ben je zelf de coördinator? Vraag het aan wie de server beheert."
            )
        )


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

    Raises SealedOtherwise when none of our secrets opens it.
    """
    if not kept.startswith(MARK):
        return kept
    try:
        return _keys().decrypt(kept.removeprefix(MARK)).decode()
    except InvalidToken as error:
        raise SealedOtherwise from error
