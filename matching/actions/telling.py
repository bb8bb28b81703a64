"""Making it so: what each couple takes home from the afternoon."""

from django.utils.translation import gettext as _

from matching.models import Board, Couple, CoupleMember
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions import assign_ambassador


@action
def note_told(*, couple: Couple, told: bool, by: User | None) -> Couple:
    """Whether the couple heard who they are with."""
    _tell(couple, _("%(couple)s: uitslag verteld.") if told else _("%(couple)s: uitslag nog niet verteld."), by)
    couple.told = told
    couple.save(update_fields=["told"])
    return couple


@action
def note_booklet(*, couple: Couple, given: bool, by: User | None) -> Couple:
    """Whether the couple took the booklet home."""
    _tell(couple, _("%(couple)s: boekje mee.") if given else _("%(couple)s: nog geen boekje."), by)
    couple.booklet_given = given
    couple.save(update_fields=["booklet_given"])
    return couple


@action
def hand_couple_to(*, couple: Couple, ambassador: User, by: User | None) -> Couple:
    """Which ambassador looks after the couple and calls its people."""
    if not couple.project.memberships.filter(user=ambassador).exists():
        raise DomainError(_("Deze ambassadeur zit niet in het team van dit project."), field="ambassador")
    _tell(couple, _("%(couple)s: andere ambassadeur."), by)
    couple.ambassador = ambassador
    couple.save(update_fields=["ambassador"])
    for member in couple.members.filter(left_on__isnull=True).select_related("participant"):
        assign_ambassador(participant=member.participant, ambassador=ambassador, by=by)
    return couple


@action
def offer_place(*, member: CoupleMember, shares_address: bool, pickup: str, by: User | None) -> CoupleMember:
    """What somebody offers the other: their own address, or a place where they can be picked up. Nothing is fine."""
    if shares_address and not member.participant.person.street:
        raise DomainError(_("Er is geen adres bekend. Vul het eerst in bij de deelnemer."), field="shares_address")
    _tell(member.couple, _("%(couple)s: er is iets afgesproken over ophalen of adres."), by)
    member.shares_address, member.pickup = shares_address, pickup
    member.save(update_fields=["shares_address", "pickup"])
    return member


def _tell(couple: Couple, what: str, by: User | None) -> None:
    """On the board of the meeting the couple came from, when it has one."""
    Board.objects.filter(meeting=couple.meeting_id).tell(by, what % {"couple": couple.title})
