"""``manage.py new_registration_key``: a new key pair for tablets to seal registrations with."""

from typing import Any

from django.core.management.base import BaseCommand

from participants.registration.keys import make_key


class Command(BaseCommand):
    """Makes the pair and names the file; older pairs stay to open what they sealed."""

    help = "Make a new key pair with which tablets seal registrations."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Tablets seal with {make_key().name} from the next time they load the form.")
