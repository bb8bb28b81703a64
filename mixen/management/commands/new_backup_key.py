"""``manage.py new_backup_key``: a key for ``BACKUP_KEY``."""

from typing import Any

from django.core.management.base import BaseCommand

from mixen.backup.sealing import new_key


class Command(BaseCommand):
    """Prints a key and keeps it nowhere."""

    help = "Print a new key for BACKUP_KEY. It is kept nowhere: put it in the environment and in a safe."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(new_key())
