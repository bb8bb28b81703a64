"""Bring the erasure list beside the database up to date; see ADR 0029."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from participants import erasure_list


class Command(BaseCommand):
    """Adds to the file what the database knows and the file does not."""

    help = "Write who was erased to a file beside the database: keys and days, no names."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", help="the file; without it ERASURE_LIST")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, and say how many lines came."""
        try:
            added = erasure_list.save(options["to"])
        except (OSError, ValueError) as error:
            raise CommandError(f"the erasure list could not be written: {error}") from error
        self.stdout.write(f"{added} added")
