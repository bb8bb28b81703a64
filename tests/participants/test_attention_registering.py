"""What registering leaves for somebody to do: parked registrations, full tablets, copies, consent taken back."""

from uuid import uuid4

from django.utils import timezone

from participants import actions
from participants.models import Parked, Tablet
from projects.watching import for_project


def told(cast) -> list[str]:
    return [item.title for item in for_project(cast.project, timezone.localdate())]


def test_a_parked_registration_asks_to_be_solved_until_it_is(cast):
    row = actions.park(
        project=cast.project, key=uuid4(), digest="x", answers={"name": ["Noor"]}, why="fields", faults={}, by=None
    )
    assert "1 aanmelding klopt nog niet" in told(cast)
    actions.drop_parked(parked=row, reason="Twee keer gestuurd", by=cast.leader)
    assert not [title for title in told(cast) if "klopt nog niet" in title]
    assert Parked.objects.get().answers == {}


def test_a_tablet_that_holds_registrations_is_named(cast):
    tablet = actions.open_tablet(project=cast.project, pin="4827", by=cast.ambassador).tablet
    actions.hear_from_tablet(tablet=tablet, waiting=3, sent=9, by=None)
    assert "3 aanmeldingen staan nog op een tablet" in told(cast)
    actions.hear_from_tablet(tablet=tablet, waiting=0, sent=12, by=None)
    assert not [title for title in told(cast) if "op een tablet" in title]
    assert Tablet.objects.get().sent == 12


def test_copies_wait_until_they_are_handed_out(cast):
    assert "8 deelnemers wachten op een kopie van het formulier" in told(cast)
    people = list(cast.project.participants.all())
    assert actions.hand_out_copies(participants=people, by=cast.leader) == 8
    assert actions.hand_out_copies(participants=people, by=cast.leader) == 0
    assert not [title for title in told(cast) if "kopie" in title]


def test_consent_taken_back_in_a_couple_asks_for_a_call(cast):
    actions.become_coupled(participant=cast.ans, by=None)
    actions.withdraw_consent(participant=cast.ans, kind="taking_part", by=None)
    cast.ans.refresh_from_db()
    assert cast.ans.status == "coupled"
    assert "Ans trok de toestemming in en zit nog in een koppel" in told(cast)


def test_consent_taken_back_without_a_couple_ends_taking_part(cast):
    actions.withdraw_consent(participant=cast.ans, kind="taking_part", by=None)
    cast.ans.refresh_from_db()
    assert cast.ans.status == "stopped"
    assert not [title for title in told(cast) if "trok de toestemming in" in title]
