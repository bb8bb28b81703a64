"""The cast on a real PostgreSQL."""

import pytest
import time_machine

from tests.conftest import Cast
from tests.postgres.photograph import put_back


@pytest.fixture
def cast(db: None, clock: time_machine.Traveller) -> Cast:
    """The cast of all tests, from its photograph."""
    return put_back()
