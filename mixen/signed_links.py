"""Addresses that are a key: who has the link may open it, and what the database keeps opens nothing."""

import secrets
from typing import Any, Self

from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

LENGTH = 40


def new_nonce() -> str:
    return secrets.token_hex(8)


class SignedLink(models.Model):
    """The part of a row that makes it openable by a link; a new ``nonce`` makes every older link worthless.

    The address holds the row's number and a signature over it and the nonce, so it cannot be guessed.
    """

    nonce = models.CharField(_("kenmerk"), max_length=16, default=new_nonce, editable=False)

    class Meta:
        abstract = True

    @property
    def token(self) -> str:
        """What stands in the address: the number of the row and its signature."""
        signed = salted_hmac(self._meta.label, f"{self.pk}:{self.nonce}").hexdigest()
        return f"{self.pk}-{signed[:LENGTH]}"

    @classmethod
    def found(cls, rows: "models.QuerySet[Any]", token: str) -> Self | None:
        """The one of ``rows`` that ``token`` was given out for; None for a guessed or changed one."""
        number, _separator, _signature = token.partition("-")
        if not number.isascii() or not number.isdigit() or len(number) > 12:
            return None
        row: Self | None = rows.filter(pk=int(number)).first()
        return row if row and constant_time_compare(row.token, token) else None
