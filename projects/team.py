"""The team of a project at a glance: who does what, as the apps that know of it contribute it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from projects.models import Project
from projects.registry import Registry


class Item(NamedTuple):
    """One thing somebody does, and where it can be seen."""

    text: str
    url: str


class Work(NamedTuple):
    """One kind of work: its label, and what there is of it by number of the account; None is nobody's yet."""

    label: Any
    items: dict[int | None, list[Item]]


Counter = Callable[[Project], Work]
counters: Registry[Counter] = Registry("team")


def work_in(project: Project) -> list[Work]:
    """All work that is divided over the team of ``project``, in a constant number of queries."""
    return [count(project) for count in counters]
