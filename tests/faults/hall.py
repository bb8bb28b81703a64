"""Tablets that go on sending while things break: as the real ones, each until its record is answered."""

import threading
import time
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from uuid import UUID, uuid4

from tests.faults.town import Town
from tests.participants.registration.loading import ask, plain
from tests.participants.registration.sealing import body, seal

RECEIVE = "/tablet/ontvangen/"
LET_GO = {200, 201, 202}
GIVES_UP_AFTER = 150


@dataclass
class Hall:
    """``tablets`` with ``each`` registrations, a fifth of which every tablet sends twice."""

    town: Town
    tablets: int
    each: int
    answered: set[UUID] = field(default_factory=set)
    requests: int = 0
    stopped: bool = False

    def __post_init__(self) -> None:
        self.made: dict[str, Any] = self.town.rows("make", self.tablets)
        self.lock = threading.Lock()
        self.threads = [
            threading.Thread(target=self._send, args=(number, token), daemon=True)
            for number, token in enumerate(self.made["tokens"])
        ]

    @property
    def registrations(self) -> int:
        return self.tablets * self.each

    def open(self) -> None:
        for thread in self.threads:
            thread.start()

    def wait_for(self, share: float) -> None:
        """Until so great a part of all registrations was answered."""
        until = time.monotonic() + GIVES_UP_AFTER
        while len(self.answered) < share * self.registrations and time.monotonic() < until:
            time.sleep(0.01)
        assert len(self.answered) >= share * self.registrations, f"{len(self.answered)} answered:\n{self.town.log()}"

    def close(self) -> None:
        self.stopped = True
        for thread in self.threads:
            thread.join(timeout=60)

    def wait(self) -> None:
        """Until every tablet has sent everything."""
        self.wait_for(1.0)
        for thread in self.threads:
            thread.join(timeout=60)

    def _send(self, number: int, token: str) -> None:
        keys = [uuid4() for _item in range(self.each)]
        records = [body(seal(plain(f"Noor {number} {item}"), self.made["key"], key)) for item, key in enumerate(keys)]
        pairs = list(zip(keys, records, strict=True))
        servers = cycle(sorted(self.town.ports) if number % 2 else sorted(self.town.ports, reverse=True))
        for key, record in pairs + pairs[: round(self.each / 5)]:
            while not self.stopped and not self._once(next(servers), token, key, record):
                time.sleep(0.1)

    def _once(self, server: str, token: str, key: UUID, record: bytes) -> bool:
        """Whether the record may go; only what was stored counts as answered."""
        connection = self.town.connect(server)
        status = ask(connection, "POST", RECEIVE, record, token)
        connection.close()
        with self.lock:
            self.requests += 1
            if status in {200, 201}:
                self.answered.add(key)
        return status in LET_GO

    # What came of it ------------------------------------------------------------------------------------------------
    def stored(self) -> list[UUID]:
        return [key for (key,) in self.town.sql("SELECT registration_key FROM participants_participant")]

    def lost(self) -> int:
        """Registrations that were answered and are not there."""
        return len(self.answered - set(self.stored()))

    def doubled(self) -> int:
        """Rows too many, of registrations or of what belongs to one."""
        stored = len(self.stored())
        beside = sum(
            self.town.number(f"SELECT count(*) FROM participants_{table}") - stored
            for table in ("person", "signature", "personallink")
        )
        return stored - len(set(self.stored())) + beside
