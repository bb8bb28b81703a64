"""Let go of what is past its term; see ``participants/retention.py``."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from participants.retention import carry_out, plan_for


class Command(BaseCommand):
    """Prints a line for each deed, with numbers and no names."""

    help = "Let go of what is past its term. Run every night by beat; run twice it does nothing more."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="print what a run would do, and do nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Carry out the plan of today, or print it."""
        for line in plan_for().lines() if options["dry_run"] else carry_out():
            self.stdout.write(line)
