"""The demo, built through the same actions the pages call. Each app adds its steps; the chain runs in their order."""

from projects.demo import chain, money, publicity
from projects.demo.story import AFTERNOON, Kind, Story, build, moment, read, steps

__all__ = ["AFTERNOON", "Kind", "Story", "build", "chain", "moment", "money", "publicity", "read", "steps"]
