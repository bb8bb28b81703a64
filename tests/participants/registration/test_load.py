"""A hall full of tablets that send at once to the running application: everything is stored once, nothing is lost.

``MIXEN_FULL_LOAD=1`` makes it 40 tablets with 25 registrations each, as ``make bench`` does.
"""

import os
from pathlib import Path

from tests.participants.registration.loading import Sent, Stack, sealed, send_all

TABLETS, EACH = (40, 25) if os.environ.get("MIXEN_FULL_LOAD") else (8, 10)


def faults(stack: Stack, sent: Sent) -> list[str]:
    """What is not stored exactly once."""
    rows, wanted = stack.count(), sent.registrations
    expected = {"keys": wanted, "Participant": wanted, "Person": wanted, "Signature": wanted, "PersonalLink": wanted}
    expected |= {"Consent": 2 * wanted, "Parked": 0, "spoken": 2 * wanted}
    found = [f"{name}: {rows[name]}, not {count}" for name, count in expected.items() if rows[name] != count]
    if sent.statuses.get(201) != wanted or set(sent.statuses) != {200, 201}:
        found.append(f"answers: {sent.statuses}")
    return found


def test_all_is_stored_once_and_nothing_is_lost(tmp_path: Path) -> None:
    """On SQLite; on PostgreSQL see tests/postgres/test_registering.py."""
    stack = Stack(tmp_path, tablets=TABLETS)
    try:
        sent = send_all(stack, "/tablet/ontvangen/", sealed(stack.made, EACH))
        assert sent.registrations == TABLETS * EACH
        assert faults(stack, sent) == []
    finally:
        stack.stop()
