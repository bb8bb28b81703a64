"""``manage.py knowledge``: the programme's own texts of the knowledge centre, from their files into the database."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from projects.knowledge.texts import bring_in
from projects.models import KnowledgePage, KnowledgeVersion


class Command(BaseCommand):
    """Adds what is missing and renews what nobody wrote in; a page that somebody changed stays as it is."""

    help = "Zet de eigen teksten van het kenniscentrum in de database; wat iemand veranderde, blijft staan."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            added, renewed = bring_in(KnowledgePage, KnowledgeVersion)
        self.stdout.write(f"{added} nieuw, {renewed} vernieuwd")
