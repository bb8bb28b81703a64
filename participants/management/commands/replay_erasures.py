"""Erase again who was erased, after an older copy of the database was put back; see ADR 0029."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from participants import erasure_list
from participants.actions.erasing import replay


class Command(BaseCommand):
    """Reads the list, erases, and says what it did; run twice it does nothing more."""

    help = "After a restore: erase again everybody on the erasure list. Run it before the site opens."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="source", help="the file; without it ERASURE_LIST")

    def handle(self, *args: Any, **options: Any) -> None:
        """Erase, and count. A file that is named and not there is a mistake; an empty default one is not."""
        source = Path(options["source"] or settings.ERASURE_LIST)
        if options["source"] and not source.exists():
            raise CommandError(f"{source} does not exist")
        try:
            done = replay(entries=erasure_list.read(source), by=None)
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{done.erased} erased again, {done.known} were erased already, {done.unknown} not here")
