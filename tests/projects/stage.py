"""The cast, built once per module instead of once per test: each test plays with copies and its rows are undone."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings

from tests.conftest import NOW, Cast, build_cast

HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    """The cast in a transaction of its own, around those of the module's tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False), override_settings(PASSWORD_HASHERS=HASHERS):
            built = build_cast()
        with django_db_blocker.block():
            yield built
        transaction.set_rollback(True)


@pytest.fixture
def cast(stage: Cast, db: None, clock: time_machine.Traveller) -> Cast:
    """Copies, so that what a test does to a person is not seen by the next."""
    return copy.deepcopy(stage)
