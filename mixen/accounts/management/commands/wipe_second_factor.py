"""``manage.py wipe_second_factor``: for the only coordinator, who lost phone and recovery codes both."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from mixen.accounts.actions import reset_second_factor
from mixen.accounts.models import User
from mixen.errors import DomainError


class Command(BaseCommand):
    """Whoever may run commands on the server could change the database too; it is on record as done by the system."""

    help = "Take away every second factor of one account; at the next log-in its owner sets up a new one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the address of the account")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError("There is no account with this address.")
        try:
            reset_second_factor(user=user, by=None)
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{user.email} sets up a second factor at the next log-in, and gets a mail about it.")
