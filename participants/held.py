"""What is held of somebody, table by table: what is told to them, and what becomes of it when they are forgotten.

Each app says so of its own tables in ``privacy.py``. Export, erasure and retention read nothing else.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Q

from mixen.accounts.audit import history_of
from mixen.accounts.wiping import DASH, numbers_in_history, remove, still_say, wipe
from participants.models import Participant
from projects.models import Project
from projects.registry import Registry


@dataclass(frozen=True)
class Held:
    """One table with something about participants.

    ``ways`` are the look-ups from a row to the participant; ``told`` those by which a row is shown to that
    participant, where that is not all of them. A row ``goes``, or stays with other ``values`` in its fields; of
    ``dashed`` fields it counts that they were filled, and ``sets`` are emptied. ``notes`` are the fields that the team
    wrote: they go earlier. ``kept`` names each text that stays, with the reason. ``quiet`` says that it is shown only
    when who makes the export decides so.
    """

    model: type[models.Model]
    ways: tuple[str, ...] = ("participant",)
    told: tuple[str, ...] | None = None
    goes: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)
    dashed: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    notes: frozenset[str] = frozenset()
    kept: Mapping[str, str] = field(default_factory=dict)
    quiet: bool = False

    def rows(self, people: Collection[int], ways: Iterable[str] | None = None) -> "models.QuerySet[Any]":
        """The rows about the participants with these numbers."""
        found = Q(pk__in=[])
        for way in self.ways if ways is None else ways:
            found |= Q(**{f"{way}__in": people})
        # By number: a row reached by two ways, or over a set, is one row.
        return self.model._default_manager.filter(
            pk__in=self.model._default_manager.order_by().filter(found).values("pk")
        )

    def told_rows(self, people: Collection[int]) -> "models.QuerySet[Any]":
        """The rows that are theirs to read."""
        return self.rows(people, self.told)

    def numbers(self, people: Collection[int]) -> set[int]:
        """The numbers of the rows about them, those included that are gone and of which only history is left."""
        found = set(self.rows(people).values_list("pk", flat=True))
        for way in self.ways:
            first, _separator, rest = way.partition("__")
            many = self.model._meta.get_field(first)
            if not many.concrete and not many.many_to_many:
                continue  # over a row that points here: history does not know who did
            wanted: Any = people
            if rest:
                between: Any = many.related_model
                wanted = set(
                    between._default_manager.order_by().filter(**{f"{rest}__in": people}).values_list("pk", flat=True)
                )
            found |= numbers_in_history(self.model, first, wanted)
        return found

    def forget(self, people: Collection[int]) -> list[str]:
        """Let go of all of it; the names of the files that belong to nothing any more."""
        numbers = self.numbers(people)
        if self.goes:
            return remove(self.model, numbers)
        wipe(self.model, numbers, values=self.values, dashed=self.dashed, sets=self.sets)
        return []

    def forget_notes(self, people: Collection[int]) -> None:
        """Let go of what the team wrote, and of nothing else."""
        if not self.notes:
            return
        values = {name: value for name, value in self.note_values.items() if name not in self.dashed}
        wipe(self.model, self.numbers(people), values=values, dashed=[one for one in self.dashed if one in self.notes])

    @property
    def note_values(self) -> dict[str, Any]:
        """What notes become; of a row that goes in the end too."""
        return {name: self.values.get(name, "") for name in self.notes if name not in self.dashed}

    def with_notes(self, people: "models.QuerySet[Participant]") -> "models.QuerySet[Any]":
        """The rows about ``people`` that have a note, now or in their history."""
        dashed = [one for one in self.dashed if one in self.notes]
        found = still_say(self.model, self.note_values, dashed)
        if past := history_of(self.model):
            found |= Q(pk__in=past._default_manager.filter(still_say(past, self.note_values, dashed)).values("id"))
        rows = self.rows(people.values("pk"))  # type: ignore[arg-type]
        return rows.filter(found)


@dataclass(frozen=True)
class HeldByProject:
    """One table with words about people that nothing ties to a participant; ``way`` leads from a row to its project.

    Forgotten when the term of the project is over. ``only`` narrows it to some rows.
    """

    model: type[models.Model]
    way: str = "project"
    goes: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)
    dashed: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    only: Q = field(default_factory=Q)

    def left(self, projects: Iterable[Project]) -> "models.QuerySet[Any]":
        """The rows of ``projects`` in which something is still to be forgotten."""
        rows = self.model._default_manager.filter(self.only, **{f"{self.way}__in": projects})
        if self.goes:
            return rows
        found = still_say(self.model, self.values, self.dashed)
        for name in self.sets:
            found |= Q(**{f"{name}__isnull": False})
        if past := history_of(self.model):
            found |= Q(pk__in=past._default_manager.filter(still_say(past, self.values, self.dashed)).values("id"))
        return rows.filter(pk__in=rows.order_by().filter(found).values("pk"))

    def forget(self, project: Project) -> list[str]:
        """Let go of it; the names of files that belong to nothing any more."""
        numbers = set(self.left([project]).values_list("pk", flat=True))
        if self.goes:
            first, _separator, rest = self.way.partition("__")
            if not rest:
                numbers |= numbers_in_history(self.model, first, [project.pk])
            return remove(self.model, numbers)
        wipe(self.model, numbers, values=self.values, dashed=self.dashed, sets=self.sets)
        return []


holdings: Registry[Held] = Registry("privacy")
of_projects: Registry[HeldByProject] = Registry("privacy")
# What no list of fields can say; called with the participants' numbers, gone ones of a double included.
Forgetter = Callable[[Collection[int]], None]
forgetters: Registry[Forgetter] = Registry("privacy")

__all__ = ["DASH", "Held", "HeldByProject", "forgetters", "holdings", "of_projects"]
