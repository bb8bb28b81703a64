"""``manage.py restore SOURCE``: what ``backup`` wrote, on an empty machine."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from mixen.backup import databases
from mixen.backup.archive import FILES, examine
from mixen.backup.restoring import Refused, restore
from mixen.backup.sealing import Unreadable


class Command(BaseCommand):
    """Looks at all of the copy before it writes anything, and compares afterwards."""

    help = "Put a copy back into an empty database and an empty place for files (docs/operations.md)."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """``SOURCE`` and ``--verify``."""
        parser.add_argument("source", type=Path, help="the file that 'manage.py backup' wrote")
        parser.add_argument("--verify", action="store_true", help="only look whether it is whole; write nothing")

    def handle(self, *args: Any, source: Path, verify: bool, **options: Any) -> None:
        """CommandError, with what to do, when it cannot be put back."""
        if not settings.BACKUP_KEYS:
            raise CommandError("Set BACKUP_KEY to the key with which this copy was sealed.")
        try:
            if verify:
                manifest = examine(source, settings.BACKUP_KEYS)
                self.stdout.write(
                    f"{source} of {manifest.made_at} is whole: {sum(manifest.counts.values())} rows, "
                    f"{len(manifest.names(FILES))} files, release {manifest.release}, "
                    f"commit {manifest.revision or 'unknown'}."
                )
                return
            restore(source, self.stdout.write)
        except Unreadable as error:
            raise CommandError(f"{source} cannot be read: {error}. Nothing was written.") from error
        except (Refused, databases.Failed, OSError) as error:
            raise CommandError(f"{source} was not restored. {error}") from error
        self.stdout.write("Restored. Everybody logs in again. Start web, worker and beat.")
