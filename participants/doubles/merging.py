"""Two people side by side: what of each can be chosen, and which rows go along. Rules only; ``actions`` does it."""

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils.translation import gettext as _

from mixen.errors import DomainError
from participants.models import ConsentText, Participant, Person, Status

PERSON_CHOICES = (
    "name", "call_name", "own_script_name", "pronunciation", "gender", "women_only", "birth_year", "phone", "email",
    "reach", "language", "street", "postcode", "country", "has_stadspas", "has_children",
)  # fmt: skip
PART_CHOICES = (
    "side", "dutch_level", "max_new", "brings", "hopes", "whatsapp_ok", "channel", "heard_from", "teacher", "copy_by",
    "ambassador",
)  # fmt: skip
# What hangs on a participant within this app, and goes along with the one who stays.
GOES_ALONG = frozenset(
    {"Attendance", "Certificate", "Claim", "Consent", "Signature", "Parked", "PersonalLink", "CopyMail", "AbsenceCall"}
    | {"DataRequest"}
    | {"Concern", "Evaluation", "Message", "Mood", "StopWish", "AmbassadorWish", "Invitation", "Dish", "Host"}
)
# How far somebody is; who is further stays.
ORDER = [
    Status.STOPPED, Status.INTERESTED, Status.WAITING, Status.SIGNED_UP, Status.COUPLED, Status.COMPLETED,
]  # fmt: skip
BOUND = (Status.COUPLED, Status.COMPLETED)


class Order(NamedTuple):
    """Two participants of one project: the one whose row stays, and the one whose row goes."""

    stays: Participant
    goes: Participant


def relations(model: type[Model]) -> Iterator[Any]:
    """What points at ``model``, histories and tables of sets left out."""
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and not relation.many_to_many:
            other: Any = relation.related_model
            if not other._meta.auto_created and not other.__name__.startswith("Historical"):
                yield relation


def rows_elsewhere(participant: Participant) -> list[str]:
    """What other parts of the programme hold of somebody, by name: couples, tables, choices, excursions."""
    names = []
    for relation in relations(Participant):
        model = relation.related_model
        if model._meta.app_label == Participant._meta.app_label:
            continue
        if model._base_manager.filter(**{relation.field.name: participant.pk}).exists():
            names.append(str(model._meta.verbose_name_plural))
    return sorted(set(names))


def in_order(one: Participant, other: Participant) -> Order:
    """Which of two rows of one project stays: who is in a couple, else who is bound elsewhere, else who is further.

    Raises DomainError when neither row can go.
    """
    elsewhere = {one.pk: rows_elsewhere(one), other.pk: rows_elsewhere(other)}

    def weight(row: Participant) -> tuple[bool, bool, int, int]:
        status = Status(row.status)
        return status in BOUND, bool(elsewhere[row.pk]), ORDER.index(status), -row.pk

    stays, goes = sorted((one, other), key=weight, reverse=True)
    if goes.status in BOUND:
        raise DomainError(
            _("Deze twee zaten allebei in een koppel of rondden het project af. Samenvoegen kan dan niet meer.")
        )
    if elsewhere[goes.pk]:
        raise DomainError(
            _("Deze twee staan allebei al in het programma (%(what)s). Haal een van de twee daar eerst weg.")
            % {"what": ", ".join(elsewhere[goes.pk])}
        )
    if hasattr(goes, "certificate"):
        raise DomainError(_("Er is voor allebei een certificaat of koppel. Samenvoegen kan dan niet meer."))
    _refuse_withdrawn(stays, goes)
    return Order(stays, goes)


def last_withdrawals(*people: Participant) -> dict[str, Any]:
    """By kind of consent the last time one of ``people`` took it back."""
    found: dict[str, Any] = {}
    for person in people:
        for consent in person.consents.all():
            if consent.withdrawn_at:
                found[consent.kind] = max(found.get(consent.kind, consent.withdrawn_at), consent.withdrawn_at)
    return found


def _refuse_withdrawn(stays: Participant, goes: Participant) -> None:
    """Somebody's last word on taking part is not undone by a consent they gave before it."""
    taken_back = last_withdrawals(stays, goes).get(ConsentText.Kind.TAKING_PART)
    given = [consent for row in (stays, goes) for consent in row.consents.standing()]
    if taken_back and any(
        consent.kind == ConsentText.Kind.TAKING_PART and consent.given_at < taken_back for consent in given
    ):
        raise DomainError(
            _("Een van de twee trok de toestemming in, later dan de ander tekende. Meld eerst de ander ook af.")
        )


def shared_projects(first: Person, second: Person) -> list[tuple[Participant, Participant]]:
    """Their rows in every project they both take part in."""
    mine = {row.project_id: row for row in first.participations.select_related("project")}
    theirs = second.participations.select_related("project")
    return [(mine[row.project_id], row) for row in theirs if row.project_id in mine]


def stamp(first: Person, second: Person) -> str:
    """A short mark of both as they are now, so that nobody chooses between values that changed meanwhile."""
    facts: list[Any] = []
    for person in sorted((first, second), key=lambda one: one.pk):
        facts.append([person.pk, *(str(getattr(person, name)) for name in PERSON_CHOICES)])
        for row in person.participations.order_by("pk"):
            facts.append([row.pk, row.status, *(str(getattr(row, name)) for name in PART_CHOICES)])
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]
