"""What the web admin changed of somebody's access: on record, and told to whose account it is."""

from mixen.accounts.audit import record
from mixen.accounts.models import AccessNotice, AuditEvent, User
from mixen.accounts.notices import tell

What = AccessNotice.What


def note_changes(*, before: User | None, after: User, by: User) -> None:
    """Record what changed from ``before`` (None for a new account) to ``after``, each as an event; mail its owner.

    A changed address is told to the old one and the new one: who took over an account reads the new one alone.
    """
    if before is None:
        _record(after, "made", by)
    if after.is_coordinator != bool(before and before.is_coordinator):
        _note(after, What.COORDINATOR if after.is_coordinator else What.NO_COORDINATOR, by)
    if before is None:
        return
    if after.email.lower() != before.email.lower():
        _note(after, What.EMAIL, by)
        tell(after, What.EMAIL, at=before.email)
    if after.is_active and not before.is_active:
        _note(after, What.SWITCHED_ON, by)
    elif before.is_active and not after.is_active:
        _record(after, "switched_off", by)  # no mail: it would ask them to log in
    if after.password != before.password:
        _note(after, What.PASSWORD, by)


def _note(user: User, what: AccessNotice.What, by: User) -> None:
    _record(user, what.value, by)
    tell(user, what)


def _record(user: User, detail: str, by: User) -> None:
    record(by=by, kind=AuditEvent.Kind.ACCESS, about=user, detail=detail)
