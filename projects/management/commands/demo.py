"""``manage.py demo``: three demo projects and the demo log-ins, for development and training."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from projects.demo import build
from projects.tasks import freeze_months


class Command(BaseCommand):
    """Builds what is missing of the demo and leaves the rest as it is."""

    help = "Maakt de demo: Osdorp 2010, een lopend project en een project in voorbereiding."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("De demo hoort niet in een echte omgeving: de wachtwoorden staan in de README.")
        for project in build(timezone.localdate()):
            self.stdout.write(f"Gemaakt: {project}")
        freeze_months()  # as beat would have done, night after night
