"""Who leaves the project gives the places on coming excursions to who waits."""

from django.utils import timezone

from excursions.actions import cancel_signup
from excursions.models import Signup
from mixen.accounts.models import User
from participants.leaving import followers
from participants.models import Participant


@followers.register(10)
def give_places_back(participant: Participant, by: User | None) -> None:
    """Take somebody off every excursion to come, in one order, so that two who leave do not wait on each other."""
    coming = Signup.objects.listed().filter(participant=participant, excursion__starts_at__gt=timezone.now())
    for signup in coming.filter(excursion__cancelled_at=None).order_by("excursion"):
        cancel_signup(signup=signup, by=by)
