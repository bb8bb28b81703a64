"""The demo's closing meeting: people invited, some answers, letters on the pile, guests, dishes and hosts."""

from datetime import timedelta

from django.utils import timezone

from participants import actions
from participants.inviting import Way, to_invite
from participants.models import Invitation, Side
from projects import actions as gatherings
from projects.demo import Kind, Story, steps
from projects.models import Guest, Meeting

LANGUAGES = ("ar", "nl", "tr", "en", "ti", "uk", "nl", "fa")
LANDLINES = 3  # people without e-mail and mobile, who get a letter
DISHES = ("Linzensoep", "Stamppot boerenkool", "Injera met groente", "Appeltaart", "Baklava")
LATE = 3  # people who came in after the invitations were sent


@steps.register(97)
def running_invites(story: Story) -> None:
    """Everybody but a few is invited to the closing meeting; half of them answered, the letters wait."""
    if story.key != "running":
        return
    closing = story.meeting(Kind.CLOSING)
    people = list(to_invite(closing))
    for number, one in enumerate([one for one in people if one.side == Side.NEW]):
        person = {"language": LANGUAGES[number % len(LANGUAGES)]}
        actions.change_person(participant=one, person=person, part={}, by=story.coordinator)
    for number, one in enumerate([one for one in people[:-LATE] if not one.person.email][:LANDLINES]):
        person = {"phone": f"+3120555010{number}"}
        actions.change_person(participant=one, person=person, part={}, by=story.coordinator)
    people = list(to_invite(closing))
    invited = actions.invite(meeting=closing, people=people[:-LATE], by=story.coordinator)
    now = timezone.now()
    Invitation.objects.filter(pk__in=[row.pk for row in invited]).exclude(way=Way.PAPER).update(
        sent_at=now - timedelta(days=4), told_of=closing.starts_at, invited_at=now - timedelta(days=4)
    )
    for number, row in enumerate(row for row in invited if row.way != Way.PAPER):
        if number % 2 == 0:
            children = number % 3 if row.participant.person.has_children else 0
            actions.answer_invitation(invitation=row, coming=number % 8 != 6, children=children, by=None)
    _guests(story, closing)
    _buffet(story, closing)


def _guests(story: Story, closing: Meeting) -> None:
    asked = closing.day - timedelta(days=60)
    guests: list[dict[str, object]] = [
        {"name": "Marga Zeeburg", "kind": Guest.Kind.OFFICIAL, "organisation": "Stadsdeel Oost", "answer": "yes"},
        {"name": "Ruben Indische", "kind": Guest.Kind.CELEBRITY, "organisation": "", "answer": ""},
        {"name": "Joke Watergraaf", "kind": Guest.Kind.MEDIA, "organisation": "De Buurtbode", "answer": "no"},
    ]
    for number, facts in enumerate(guests):
        gatherings.add_guest(
            meeting=closing,
            by=story.coordinator,
            email=f"gast{number}@example.org",
            invited_on=asked,
            hands_out_certificates=number == 0,
            **facts,
        )


def _buffet(story: Story, closing: Meeting) -> None:
    coming = [row.participant for row in closing.invitations.filter(answer="coming").with_people()]
    for dish, one in zip(DISHES, coming, strict=False):
        actions.add_dish(meeting=closing, what=dish, participant=one, by=story.coordinator)
    actions.add_dish(meeting=closing, what="Brood", brought_by="Bakkerij De Korenaar", by=story.coordinator)
    newcomers = [one for one in coming if one.side == Side.NEW]
    for one, task in zip(newcomers, ("Bij de deur", "Koffie en thee"), strict=False):
        actions.name_host(meeting=closing, participant=one, task=task, by=story.coordinator)
