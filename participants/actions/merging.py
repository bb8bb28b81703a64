"""Two people on record become one, or are said to be two. Decided by a person, never by itself."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.dayparts import DAYPARTS
from mixen.errors import DomainError
from participants.actions.registration import _save
from participants.actions.status import move
from participants.doubles.merging import (
    BOUND,
    ORDER,
    PART_CHOICES,
    PERSON_CHOICES,
    Order,
    in_order,
    last_withdrawals,
    rows_elsewhere,
    shared_projects,
    stamp,
)
from participants.models import Consent, ConsentText, ErasedRegistration, NotTheSame, Participant, Person, Side, Status
from projects.permissions import Permission, may


@action
def merge_people(*, keep: Person, other: Person, values: Mapping[str, int], by: User | None, seen: str = "") -> Person:
    """Make one person of two. ``keep`` stays, with of each field in ``values`` what the person of that number had.

    Languages, interests and dayparts are taken together. Of a project both take part in, one row stays and all that
    hangs on the other goes along; its registration key is kept as erased. ``seen`` is the stamp of what was chosen
    from. Raises DomainError when something changed since, when two couples or certificates would become one, for a
    project ``by`` does not manage, and for values that do not go together.
    """
    keep, other = _locked(keep, other, by)
    if seen and seen != stamp(keep, other):
        raise DomainError(_("Iemand anders heeft dit intussen veranderd. Kijk wat er nu staat en kies opnieuw."))
    chosen = {name: getattr(other if values.get(name) == other.pk else keep, name) for name in PERSON_CHOICES}
    both = set(keep.languages.all()) | set(other.languages.all())
    for mine, theirs in shared_projects(keep, other):
        _merge_rows(in_order(mine, theirs), values, keep, by)
    for row in other.participations.all():
        row.person = keep
        row.save(update_fields=["person"])
    _move_decisions(keep, other)
    _keep_from_matching(keep)
    other.delete()
    chosen["country"] = str(chosen["country"]) if _may_keep_country(keep) else ""
    _save(keep, ["languages"], {**chosen, "languages": both})
    return keep


@action
def say_not_the_same(*, first: Person, second: Person, by: User | None) -> NotTheSame:
    """Remember that these are two people. Said again, the first time counts."""
    one, other = sorted((first, second), key=lambda person: person.pk)
    if one.pk == other.pk:
        raise DomainError(_("Kies twee verschillende mensen."))
    row, _made = NotTheSame.objects.get_or_create(first=one, second=other, defaults={"by": by})
    return row


def _locked(keep: Person, other: Person, by: User | None) -> tuple[Person, Person]:
    """Both, locked with their participations, in order of number."""
    if keep.pk == other.pk:
        raise DomainError(_("Kies twee verschillende mensen."))
    wanted = [keep.pk, other.pk]
    found = {row.pk: row for row in Person.objects.select_for_update().filter(pk__in=wanted).order_by("pk")}
    if len(found) < 2:
        raise DomainError(_("Iemand anders heeft deze twee intussen samengevoegd."))
    if any(row.forgotten_on for row in found.values()):
        raise DomainError(_("Een van deze twee is intussen gewist."))
    rows = Participant.objects.select_for_update(of=("self",)).filter(person__in=wanted).order_by("pk")
    projects = {row.project_id: row.project for row in rows.select_related("project")}
    if by and not all(may(by, Permission.MANAGE_PARTICIPANTS, project) for project in projects.values()):
        raise DomainError(_("Een van de twee doet ook mee in een project van iemand anders. Vraag de coördinator."))
    if len({project.is_practice for project in projects.values()}) > 1:
        raise DomainError(_("Een van de twee staat in een oefenproject. Oefenen en echt blijven apart."))
    return found[keep.pk], found[other.pk]


def _merge_rows(order: Order, values: Mapping[str, int], keep: Person, by: User | None) -> None:
    """One participant of two in the same project. The row that goes takes nothing with it."""
    stays, goes = order
    facts = _facts_of_both(order, values)
    interests = set(stays.interests.all()) | set(goes.interests.all())
    _move_attendance(order)
    _move_consents(order)
    _move_messages(order)
    _move_invitations(order)
    _move_care(order)
    for rows in (goes.signatures, goes.absence_calls, goes.claims, goes.parked, goes.moods):
        for row in rows.all():
            row.participant = stays
            row.save(update_fields=["participant"])
    for photo in goes.photos.all():
        photo.people.add(stays)
    for name in ("personal_link", "copy_mail", "evaluation"):
        if hasattr(goes, name) and not hasattr(stays, name):
            row = getattr(goes, name)
            row.participant = stays
            row.save(update_fields=["participant"])
    ErasedRegistration.objects.get_or_create(key=goes.registration_key, defaults={"into": stays.registration_key})
    ErasedRegistration.objects.filter(into=goes.registration_key).update(into=stays.registration_key)
    gone = Status(goes.status)
    # Read anew: the row still remembers the link and the mail that just went to the other.
    Participant.objects.get(pk=goes.pk).delete()
    if ORDER.index(gone) > ORDER.index(Status(stays.status)):
        when: dict[str, Any] = {
            "signed_up_on": goes.signed_up_on,
            "waiting_since": goes.waiting_since,
            "stop_reason": "",
        }
        stays = move(stays, gone, **when)
    stays.person = keep
    _save(stays, ["interests"], {**facts, "interests": interests})


def _facts_of_both(order: Order, values: Mapping[str, int]) -> dict[str, Any]:
    """What stands in the one row afterwards: as chosen, and where nothing is to be lost, of both."""
    stays, goes = order
    facts = {name: getattr(goes if values.get(name) == goes.person_id else stays, name) for name in PART_CHOICES}
    if stays.status in BOUND or rows_elsewhere(stays):
        facts |= {"side": stays.side, "max_new": stays.max_new}  # tables and couples were made by these
    if facts["side"] == Side.NEW:
        facts["max_new"] = 1
    notes = [text for text in dict.fromkeys([stays.notes.strip(), goes.notes.strip()]) if text]
    free = {*stays.dayparts, *goes.dayparts}
    return {
        **facts,
        "notes": "\n\n".join(notes),
        "dayparts": [part for part in DAYPARTS if part in free],
        "registered_on": min(stays.registered_on, goes.registered_on),
        "copy_given_at": stays.copy_given_at or goes.copy_given_at,
        "stays_since": max(filter(None, [stays.stays_since, goes.stays_since]), default=None),
        "not_matched_since": stays.not_matched_since or goes.not_matched_since,
        "no_certificate_reason": stays.no_certificate_reason or goes.no_certificate_reason,
    }


def _move_attendance(order: Order) -> None:
    """Who was seen at a meeting under either name was there."""
    there = {row.meeting_id: row for row in order.stays.attendances.all()}
    for row in order.goes.attendances.all():
        mine = there.get(row.meeting_id)
        if mine is None:
            row.participant = order.stays
            row.save(update_fields=["participant"])
            continue
        if row.present and not mine.present:
            mine.present, mine.noted_by = True, row.noted_by
            mine.save(update_fields=["present", "noted_by"])
        row.delete()


def _move_messages(order: Order) -> None:
    """What either of the two was told is not told again."""
    mine = {(row.kind, row.about): row for row in order.stays.messages.all()}
    for row in order.goes.messages.all():
        twin = mine.get((row.kind, row.about))
        if twin and (twin.sent_at or not row.sent_at):
            continue
        if twin:
            twin.delete()
        row.participant = order.stays
        row.save(update_fields=["participant"])


def _move_invitations(order: Order) -> None:
    """One invitation to each meeting, and the last answer to it; what either brings or does there goes along."""
    mine = {row.meeting_id: row for row in order.stays.invitations.all()}
    for row in order.goes.invitations.all():
        twin = mine.get(row.meeting_id)
        if twin is None or (row.answered_at and (not twin.answered_at or row.answered_at > twin.answered_at)):
            if twin:
                twin.delete()
            row.participant = order.stays
            row.save(update_fields=["participant"])
    hosting = set(order.stays.hosting.values_list("meeting", flat=True))
    for host in order.goes.hosting.exclude(meeting__in=hosting):
        host.participant = order.stays
        host.save(update_fields=["participant"])
    for dish in order.goes.dishes.all():
        dish.participant = order.stays
        dish.save(update_fields=["participant"])


def _move_consents(order: Order) -> None:
    """One standing consent of each kind; what was taken back after it was given stays taken back."""
    taken_back = last_withdrawals(*order)
    standing = set(order.stays.consents.standing().values_list("kind", flat=True))
    for consent in order.goes.consents.all():
        if consent.withdrawn_at is None and consent.kind in standing:
            consent.delete()
            continue
        consent.participant = order.stays
        consent.save(update_fields=["participant"])
    for consent in order.stays.consents.standing():
        last = taken_back.get(consent.kind)
        if last and consent.given_at < last:
            consent.withdrawn_at = last
            consent.save(update_fields=["withdrawn_at"])


def _move_care(order: Order) -> None:
    """Concerns by and about either of the two, and the wishes to stop and to help, of each of which one is open."""
    stays, goes = order
    for concern in goes.concerns_about.all():
        concern.about.add(stays)
    asked = stays.stop_wishes.filter(handled_at__isnull=True).exists()
    for wish in goes.stop_wishes.all():
        if wish.handled_at or not asked:  # one open wish a person
            wish.participant = stays
            wish.save(update_fields=["participant"])
    waiting = stays.ambassador_wishes.open().exists()
    for told in goes.ambassador_wishes.all():
        if not waiting or told.handled_at or told.answer == told.Answer.NO:
            told.participant = stays
            told.save(update_fields=["participant"])
    for concern in goes.concerns_reported.all():
        concern.reporter = stays
        concern.save(update_fields=["reporter"])
    open_kinds = set(stays.data_requests.open().values_list("kind", flat=True))
    for request in goes.data_requests.all():
        if request.handled_at or request.kind not in open_kinds:
            request.participant = stays
            request.save(update_fields=["participant"])


def _move_decisions(keep: Person, other: Person) -> None:
    """What was said of ``other`` and a third holds for the one they became."""
    for row in NotTheSame.objects.filter(Q(first=other) | Q(second=other)):
        third = row.second if row.first_id == other.pk else row.first
        row.delete()
        if third.pk != keep.pk:
            say_not_the_same(first=keep, second=third, by=row.by)


def _keep_from_matching(keep: Person) -> None:
    """Who was kept from being matched under either name, is so under the one that stays, in every project."""
    rows = list(keep.participations.all())
    since = min((row.not_matched_since for row in rows if row.not_matched_since), default=None)
    for row in rows:
        if since and row.not_matched_since is None:
            row.not_matched_since = since
            row.save(update_fields=["not_matched_since"])


def _may_keep_country(person: Person) -> bool:
    agreed = Consent.objects.standing().filter(kind=ConsentText.Kind.COUNTRY)
    return agreed.filter(participant__person=person).exists()
