"""The part of the world that is about partners and the team: contacts, agreements, invitations, training, wishes."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from participants.actions import answer_ambassador_wish
from projects.actions import (
    answer_agreement,
    ask_to_confirm,
    change_partner,
    change_team_member,
    invite_to_team,
    note_contact,
    note_time_away,
    save_organisation,
    save_training,
    say_different,
)
from projects.models import Organisation

if TYPE_CHECKING:
    from tests.access.world import Filled


def fill_partners(filled: "Filled", ambassador: Any, by: Any) -> None:
    """What was spoken of and agreed with the partner, and what is noted of the ambassador."""
    mark, project, rows, today = filled.mark, filled.project, filled.rows, timezone.localdate()
    organisation = rows["organisation"]
    save_organisation(organisation=organisation, also=["venue"], offers=mark, phone="+31201234568", by=by)
    third = Organisation.objects.create(name=f"{mark} derde", district=project.district)
    rows["different"] = say_different(first=organisation, second=third, by=by)
    rows["contact_note"] = note_contact(
        organisation=organisation,
        project=project,
        contact=rows["contact"],
        on=today,
        what=mark,
        next_step=f"{mark} stap",
        next_on=today,
        by=by,
    )
    changed = change_partner(
        partnership=rows["partnership"],
        contribution=mark,
        terms=f"{mark} voorwaarden",
        contact=rows["contact"],
        agreed_on=today - timedelta(days=20),
        by=by,
    )
    first = ask_to_confirm(partnership=changed, by=by)
    answer_agreement(request=first, right=False, remark=mark, by=None)
    rows["agreement_request"] = ask_to_confirm(partnership=changed, by=by)
    rows["invitation"] = invite_to_team(
        project=project, name=f"{mark} nieuwe", email=f"nieuw-{mark.lower()}@example.org", by=by
    )
    rows["membership"] = project.memberships.get(user=ambassador)
    change_team_member(membership=rows["membership"], tasks=mark, by=by)
    rows["away"] = note_time_away(membership=rows["membership"], since=today, until=today + timedelta(days=3), by=by)
    rows["training"] = save_training(
        project=project, part=1, on=today, place=mark, topics=mark, followed=[rows["membership"]], by=by
    )
    rows["ambassador_wish"] = answer_ambassador_wish(participant=rows["new_1"], wants=True, by=ambassador)
