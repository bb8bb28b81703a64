"""Organisations over all projects: what each brought, as the apps that know of it contribute it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from projects.models import Organisation, Project
from projects.registry import Registry


class Brought(NamedTuple):
    """One count of what an organisation brought: its label, and how many by number of the project. Never names."""

    label: Any
    counts: dict[int, int]


Counter = Callable[[Organisation, list[Project]], list[Brought]]
counters: Registry[Counter] = Registry("organisations")


def brought_by(organisation: Organisation, projects: list[Project]) -> list[Brought]:
    """All that ``organisation`` brought to ``projects``, in a constant number of queries."""
    return [brought for count in counters for brought in count(organisation, projects)]
