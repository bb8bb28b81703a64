"""``manage.py reseal_second_factors``: after a change of ``SECRET_KEY``, before the old one is dropped."""

from typing import Any

from django.core.management.base import BaseCommand

from mixen.accounts.actions import reseal_second_factors


class Command(BaseCommand):
    """May be run as often as one likes; says whose factor no secret of ours opens any more, and what to do."""

    help = "Seal all second factors and recovery codes under the newest SECRET_KEY (docs/operations.md, Keys)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many were sealed, and who is left."""
        done, lost = reseal_second_factors(by=None)
        self.stdout.write(f"{done} sealed under the newest SECRET_KEY.")
        for address in lost:
            self.stdout.write(
                f"{address}: sealed with a key that is not in SECRET_KEY_FALLBACKS. Put it there and run this again, "
                f"or run 'manage.py wipe_second_factor {address}'."
            )
        if not lost:
            self.stdout.write("No second factor needs a key of SECRET_KEY_FALLBACKS any more.")
