"""``manage.py backup TARGET``: everything in one sealed file."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mixen.backup import databases
from mixen.backup.archive import FILES
from mixen.backup.making import make
from mixen.backup.sealing import Unreadable
from mixen.models import Heartbeat

NAME = "mixen-%Y%m%d-%H%M%S.backup"
PATTERN = "mixen-*.backup"


class Command(BaseCommand):
    """Makes the copy, reads it back, and says what is in it."""

    help = "Copy database, files and registration keys into one file, sealed with BACKUP_KEY (docs/operations.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        """``TARGET`` and ``--keep``."""
        parser.add_argument("target", type=Path, help="a folder, in which the file is named after the time, or a file")
        parser.add_argument("--keep", type=int, help="in a folder: remove all copies of ours but the newest so many")

    def handle(self, *args: Any, target: Path, keep: int | None, **options: Any) -> None:
        """CommandError when it cannot be made; then there is no file."""
        folder = target if target.is_dir() else None
        if not settings.BACKUP_KEYS:
            raise CommandError(
                "Set BACKUP_KEY: 'manage.py new_backup_key' makes one. Keep it elsewhere than the copies."
            )
        if keep is not None and (folder is None or keep < 1):
            raise CommandError("--keep goes with a folder, and with at least 1.")
        path = folder / timezone.localtime().strftime(NAME) if folder else target
        if path.exists():
            raise CommandError(f"{path} is there already, and is left as it is.")
        try:
            manifest = make(path)
        except (databases.Failed, OSError, Unreadable) as error:
            raise CommandError(f"No copy was made: {error}") from error
        Heartbeat.note(Heartbeat.BACKUP)
        if not manifest.revision:
            self.stderr.write(
                f"This copy does not say of which commit it is, only of release {manifest.release}: a restore needs "
                "the code of that commit. Note it beside the copy, and set MIXEN_REVISION to it before the next one."
            )
        rows, files = sum(manifest.counts.values()), len(manifest.names(FILES))
        size = path.stat().st_size / 1024 / 1024
        self.stdout.write(f"{path}: {rows} rows, {files} files, {size:.1f} MB, sealed and read back.")
        for old in sorted(folder.glob(PATTERN), reverse=True)[keep:] if folder and keep else []:
            old.unlink()
            self.stdout.write(f"Removed {old.name}.")
