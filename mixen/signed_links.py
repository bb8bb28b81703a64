"""Addresses that are a key: who has the link may open it, and what the database keeps opens nothing."""

import secrets
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

LENGTH = 40


def new_nonce() -> str:
    return secrets.token_hex(8)


def tokens(label: str, pk: Any, nonce: str, length: int = LENGTH) -> list[str]:
    """The number of a row with the signature over it and its nonce, for an address.

    The first is given out today; the others were under an earlier ``SECRET_KEY`` that is still among the fallbacks.
    """
    known = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [f"{pk}-{salted_hmac(label, f'{pk}:{nonce}', secret=key).hexdigest()[:length]}" for key in known]


def is_one_of(token: str, known: list[str]) -> bool:
    """Whether ``token`` is one of ``known``; takes as long for every wrong one."""
    return sum(constant_time_compare(one, token) for one in known) > 0


class SignedLink(models.Model):
    """The part of a row that makes it openable by a link; a new ``nonce`` makes every older link worthless.

    The address holds the row's number and a signature over it and the nonce, so it cannot be guessed.
    """

    nonce = models.CharField(_("kenmerk"), max_length=16, default=new_nonce, editable=False)

    class Meta:
        abstract = True

    @property
    def token(self) -> str:
        """What stands in the address."""
        return self._tokens()[0]

    def _tokens(self) -> list[str]:
        return tokens(self._meta.label, self.pk, self.nonce)

    @classmethod
    def found(cls, rows: "models.QuerySet[Any]", token: str) -> Self | None:
        """The one of ``rows`` that ``token`` was given out for; None for a guessed or changed one."""
        number, _separator, _signature = token.partition("-")
        if not number.isascii() or not number.isdigit() or len(number) > 12:
            return None
        row: Self | None = rows.filter(pk=int(number)).first()
        return row if row and is_one_of(token, row._tokens()) else None
