"""What a view behind the log-in gets."""

from django.http import HttpRequest

from mixen.accounts.models import User


class MemberRequest(HttpRequest):
    """A request of somebody who is logged in; the middleware lets no other through. For type checks only."""

    user: User
