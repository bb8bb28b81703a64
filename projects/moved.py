"""Who is to know that a meeting was moved, or moved back; each app adds whom it told of the old time."""

from collections.abc import Callable

from mixen.accounts.models import User
from projects.models import MeetingMove
from projects.registry import Registry

Teller = Callable[[MeetingMove, User | None], object]
tellers: Registry[Teller] = Registry("moving")


def meeting_moved(move: MeetingMove, by: User | None) -> None:
    """Let all know of ``move``, in the transaction that makes it; again when it is undone (``undone_at`` is set).

    Called for meetings that were not announced as well: ``move.was_announced`` tells them apart.
    """
    for tell in tellers:
        tell(move, by)
