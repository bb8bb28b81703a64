"""The cast, and a meeting of which people are to be told."""

import pytest

from projects.actions import change_meeting
from projects.models import Meeting
from tests.conftest import Cast
from tests.participants.telling import mail
from tests.projects.stage import cast, stage

__all__ = ["cast", "closing", "stage"]


@pytest.fixture
def closing(cast: Cast) -> Meeting:
    """The closing meeting of 12 June, with a place; Ans and Samira have an e-mail address, the others a mobile."""
    meeting = cast.project.meetings.get(kind="closing")
    change_meeting(meeting=meeting, place="Het Mozeshuis", by=cast.coordinator)
    for name in ("ans", "samira"):
        mail(cast.people[name], f"{name}@example.org")
    return meeting
