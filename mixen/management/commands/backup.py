"""``manage.py backup TARGET``: everything in one sealed file."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mixen.backup import databases
from mixen.backup.archive import FILES
from mixen.backup.making import UNFINISHED, make
from mixen.backup.sealing import Unreadable
from mixen.models import Heartbeat

SUFFIX = ".backup"
NAME = f"mixen-%Y%m%d-%H%M%S{SUFFIX}"


class Command(BaseCommand):
    """Makes the copy, reads it back, and says what is in it."""

    help = "Copy database, files and registration keys into one file, sealed with BACKUP_KEY (docs/operations.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        """``TARGET`` and ``--keep``."""
        parser.add_argument("target", type=Path, help="a folder, in which the file is named after the time, or a file")
        parser.add_argument(
            "--keep", type=int, help="in a folder: at most so many copies of ours, and none that is so many days old"
        )

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
        for old in too_old(path, keep) if keep else []:
            old.unlink()
            self.stdout.write(f"Removed {old.name}.")


def too_old(newest: Path, keep: int) -> Iterator[Path]:
    """What goes beside ``newest``, a copy that is whole: all but ``keep`` copies, and each of ``keep`` days or older.

    A copy is as old as its name says: carried to and fro, its file is younger. What was broken off goes after a day.
    """
    now = timezone.localtime().replace(tzinfo=None)
    made = {path: day for path in newest.parent.iterdir() if (day := made_on(path.name))}
    ours = sorted(made, key=lambda path: (made[path], path.name), reverse=True)
    whole = [path for path in ours if path.suffix == SUFFIX]
    yield from (path for path in whole[keep:] if path != newest)
    yield from (path for path in whole[:keep] if path != newest and now - made[path] >= timedelta(days=keep))
    yield from (path for path in ours if path.suffix != SUFFIX and now - made[path] >= timedelta(days=1))


def made_on(name: str) -> datetime | None:
    """When the copy of this name was begun, on the clock of Amsterdam; None for what is no copy of ours."""
    try:
        return datetime.strptime(name.removesuffix(UNFINISHED), NAME)
    except ValueError:
        return None
