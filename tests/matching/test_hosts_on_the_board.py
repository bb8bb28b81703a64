"""Who was named as host for a mix meeting is seen by who runs the afternoon."""

from typing import Any

from matching.actions import set_up_board
from participants.actions import name_host
from tests.conftest import Cast


def test_hosts_stand_with_who_helps(cast: Cast, as_user: Any) -> None:
    meeting = cast.project.meetings.get(kind="mix")
    set_up_board(meeting=meeting, tables=4, rounds=2, minutes=5, by=None)
    name_host(meeting=meeting, participant=cast.lale, task="Bij de deur", by=None)
    page = f"/projecten/nieuw-west-2027/bijeenkomsten/{meeting.pk}/mix/aanwezig/"
    text = as_user(cast.ambassador).get(page).content.decode()
    helpers = text.partition('id="helpers"')[2]
    assert str(cast.lale.person) in helpers
    assert "Bij de deur" in helpers
