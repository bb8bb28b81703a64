"""Couples of the cast."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction

from matching.actions import extend_couple, form_couple, say_going_on
from tests.conftest import Cast

Form = Callable[..., Any]


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is taken back, so that many cases can share one cast."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def form(cast: Cast) -> Form:
    """Make a couple of people named: ``form("ans", "samira")``, the old one first."""

    def make(old: str, *new: str, **also: Any) -> Any:
        people = [cast.people[name] for name in new]
        also = {"by": cast.ambassador, "ambassador": cast.ambassador, "project": cast.project, **also}
        return form_couple(old=cast.people[old], new=people, **also)

    return make


@pytest.fixture
def couple(form: Form) -> Any:
    """Ans and Samira, since today."""
    return form("ans", "samira")


def everybody_goes_on(couple: Any, by: Any) -> Any:
    """All of a couple say that they want to go on, and it is extended."""
    for member in couple.members.filter(left_on__isnull=True):
        say_going_on(member=member, wants=True, by=by)
    return extend_couple(couple=couple, by=by)
