"""What travels with the page between looking and confirming: nothing is stored before somebody has seen it."""

from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from participants.class_list.table import Unreadable

SALT = "participants.class_list"
LASTS = 24 * 60 * 60
MOST_CHARACTERS = 1_500_000


def seal(content: dict[str, Any], *, project: int, user: int) -> str:
    """``content`` packed and signed, good for a day, for this project and this user alone.

    Raises Unreadable when it is more than a form can carry.
    """
    sealed = signing.dumps(content, salt=f"{SALT}:{project}:{user}", compress=True)
    if len(sealed) > MOST_CHARACTERS:
        raise Unreadable(_("Deze lijst is te groot voor één keer. Verdeel hem in twee bestanden."))
    return sealed


def unseal(sealed: str, *, project: int, user: int) -> dict[str, Any] | None:
    """What was sealed; None when it was changed, is older than a day, or belongs to somebody else."""
    try:
        content: dict[str, Any] = signing.loads(sealed, salt=f"{SALT}:{project}:{user}", max_age=LASTS)
    except signing.BadSignature:
        return None
    return content
