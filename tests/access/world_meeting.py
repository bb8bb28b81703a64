"""The part of the world that is about a meeting: who is invited, guests, dishes, hosts, minutes with a file."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from mixen.uploads import clean_document
from participants.actions import add_dish, answer_invitation, invite, name_host
from participants.models import Invitation
from projects.actions import add_guest, add_meeting_file
from projects.models import MoveNotice
from tests.access.world_papers import small_pdf

if TYPE_CHECKING:
    from tests.access.world import Filled


def fill_meeting(filled: "Filled", ambassador: Any, by: Any) -> None:
    """Two are invited to the closing meeting, of whom one answered and one has a letter coming."""
    mark, rows, closing = filled.mark, filled.rows, filled["closing_meeting"]
    invitations = invite(meeting=closing, people=[rows["old_1"], rows["new_1"]], by=by)
    by_person = {row.participant_id: row for row in invitations}
    rows["invitation"] = by_person[rows["old_1"].pk]
    answer_invitation(invitation=by_person[rows["new_1"].pk], coming=True, children=1, by=ambassador)
    Invitation.objects.filter(pk=by_person[rows["new_1"].pk].pk).update(way="paper", given_up=mark)
    rows["guest"] = add_guest(
        meeting=closing, name=f"{mark} gast", organisation=mark, email=f"gast@{mark.lower()}.example", by=by
    )
    rows["dish"] = add_dish(meeting=closing, what=f"{mark} soep", brought_by=mark, by=by)
    rows["host"] = name_host(meeting=closing, participant=rows["new_1"], task=mark, by=by)
    file = clean_document(BytesIO(small_pdf(mark)))
    rows["meeting_file"] = add_meeting_file(meeting=rows["meeting"], title=mark, file=file, by=ambassador)
    MoveNotice.objects.create(
        move=rows["move"], starts_at=closing.starts_at, guest=rows["guest"], sent_at=timezone.now(), given_up=mark
    )
