"""The demo's used strips, and a visit by appointment in each state."""

from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from excursions import actions
from excursions.models import BookletEntry, Place, Visit
from matching.models import Couple
from projects.demo import Story, moment, steps
from projects.models import ContactPerson, Organisation

RECEIVES = 2  # so many places of the neighbourhood receive by appointment
USED = 9  # strips a couple at most


@steps.register(60)
def strips(story: Story) -> None:
    """Every couple used some, by hand or told on the own page, the one more than the other."""
    if story.key != "running":
        return
    entries = list(_entries(story))
    today = timezone.localdate()
    for turn, couple in enumerate(story.project.couples.active().with_members()):
        days = (today - couple.formed_on).days
        for step in range(min(turn * 2 % USED, days // 5)):
            told: dict[str, Any] = {"told_by": couple.people[0]} if step % 2 else {}
            actions.use_strip(
                entry=entries[(turn * 3 + step * 5) % len(entries)],
                couple=couple,
                on=couple.formed_on + timedelta(days=5 * step + 2),
                by=None if told else couple.ambassador,
                **told,
            )


@steps.register(61)
def visits(story: Story) -> None:
    """Asked long ago and just now, arranged, told, of which the date is over, done and called off."""
    if story.key != "running":
        return
    places, couples = _places(story), list(story.project.couples.active().with_members())
    plan = [("open", -11), ("open", -1), ("arranged", 8), ("told", 4), ("told", -2), ("done", -9), ("off", 6)]
    for turn, (state, days) in enumerate(plan):
        _visit(story, places[turn % len(places)], couples[2 * turn % len(couples)], state, days)


def _entries(story: Story) -> Any:
    """The strips of the project's booklet; a demo project has one edition."""
    return BookletEntry.objects.filter(booklet__project=story.project).select_related("booklet", "place")


def _places(story: Story) -> list[Place]:
    """Places of the booklet that receive by appointment, with whom to call."""
    found = [entry.place for entry in _entries(story).filter(place__section="neighbourhood")[:RECEIVES]]
    for place in found:
        host = place.organisation or Organisation.objects.get_or_create(name=place.name)[0]
        place.contact, _new = ContactPerson.objects.get_or_create(
            organisation=host, name="Meryem de Graaf", defaults={"phone": "+31201234567", "email": "m@example.org"}
        )
        place.by_appointment = True
        place.save()
    return found


def _visit(story: Story, place: Place, couple: Couple, state: str, days: int) -> None:
    today = timezone.localdate()
    visit = actions.ask_visit(
        project=story.project,
        place=place,
        couples=[couple],
        wished="Liefst op dinsdag of donderdag, na drie uur.",
        told_by=couple.people[0],
        by=None,
    )
    asked = today + timedelta(days=min(days, 0) - 3) if state != Visit.State.OPEN else today + timedelta(days=days)
    Visit.objects.filter(pk=visit.pk).update(asked_on=asked)
    if state == Visit.State.OPEN:
        return
    # A date that is over was once to come: it is arranged as such, and put back.
    begins = moment(today + timedelta(days=abs(days)), time(14))
    visit = actions.arrange_visit(visit=visit, at=begins, meeting_point="Bij de hoofdingang", by=couple.ambassador)
    if days < 0:
        past = moment(today + timedelta(days=days), time(14))
        Visit.objects.filter(pk=visit.pk).update(starts_at=past, arranged_on=asked + timedelta(days=1))
    if state in {Visit.State.TOLD, Visit.State.DONE}:
        visit = actions.note_visit_told(visit=visit, by=couple.ambassador)
    if state == Visit.State.DONE:
        actions.note_visit_done(visit=visit, by=couple.ambassador)
    if state == Visit.State.OFF:
        actions.call_off_visit(visit=visit, reason="De gids is ziek.", by=couple.ambassador)
