"""The demo, built through the same actions the pages call. Each app adds its steps; the chain runs in their order."""

from projects.demo import chain, money, partners, publicity
from projects.demo.story import AFTERNOON, Kind, Story, build, moment, read, steps

__all__ = ["AFTERNOON", "Kind", "Story", "build", "chain", "moment", "money", "partners", "publicity", "read", "steps"]
