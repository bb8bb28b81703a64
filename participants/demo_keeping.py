"""The demo asks about what is kept: somebody wants all of it, and somebody waits so long that they must choose."""

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from participants import actions
from participants.models import DataRequest, Participant, Person, Status
from participants.staying import WAITS, stays_of
from projects.demo import Story, steps


@steps.register(99)
def questions_about_keeping(story: Story) -> None:
    """One in a couple asks for everything; one without a buddy cannot be asked by message whether to stay."""
    if story.key != "running":
        return
    people = Participant.objects.filter(project=story.project).order_by("pk")
    asks = people.filter(status=Status.COUPLED)[2]
    actions.ask_about_own_data(participant=asks, kind=DataRequest.Kind.COPY, by=None)
    never = [stay.participant for stay in stays_of(people.filter(status__in=WAITS)) if not stay.is_matched]
    # Not who signed up: of them the demo shows other lines.
    waits = people.filter(pk__in=never).exclude(status=Status.SIGNED_UP).last()
    if waits is None:
        return
    since = timezone.localdate() - relativedelta(months=7)
    Participant.objects.filter(pk=waits.pk).update(registered_on=since, signed_up_on=since)
    Person.objects.filter(pk=waits.person_id).update(email="", phone="", reach="Via de balie van het buurthuis")
