"""The rows of the trail: events and histories as one list, newest first, in one query for all models."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import models
from django.db.models import BigIntegerField, CharField, Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils import timezone

from mixen.accounts.models import AuditEvent
from participants.models import Certificate, CertificateBatch, Participant, Person
from participants.trail.paths import kept_models, members, way_to_person, way_to_project
from projects.models import Meeting, PaymentRun, Project

COLUMNS = ("at", "who", "kind", "what", "label", "number", "person", "project", "fields")
CHANGED = "changed"
Kind = AuditEvent.Kind
TAKEN = (Kind.EXPORT, Kind.DOWNLOAD)
# The page of a payment run shows the numbers of the accounts; that of another record shows nobody's.
READ_WHOLE = {PaymentRun._meta.label: (*TAKEN, Kind.READ)}
NO_NUMBER = Cast(Value(None), BigIntegerField())


@dataclass(frozen=True)
class Asked:
    """What is looked for: between two days, by whom, about which people, in which project, of which kinds.

    ``people`` is None where nobody was asked for, and empty where nobody was found.
    """

    since: date
    until: date
    who: int | None = None
    people: list[int] | None = None
    project: Project | None = None
    kinds: frozenset[str] = field(default_factory=frozenset)

    @property
    def between(self) -> tuple[datetime, datetime]:
        begin, end = (timezone.make_aware(datetime.combine(day, time())) for day in (self.since, self.until))
        return begin, end + timedelta(days=1)


def trail(asked: Asked) -> "QuerySet[Any, tuple[Any, ...]]":
    """The rows that were ``asked`` for, with the values of ``COLUMNS``, the newest first."""
    parts = []
    if not asked.kinds or asked.kinds - {CHANGED}:
        parts.append(_events(asked))
    if not asked.kinds or CHANGED in asked.kinds:
        parts += [part for model in kept_models() if (part := _changes(model, asked)) is not None]
    first, *others = parts
    return first.union(*others, all=True).order_by(
        "-trail_at", "trail_what", "trail_person", "trail_label", "-trail_number"
    )


def _events(asked: Asked) -> "QuerySet[Any, Any]":
    rows = AuditEvent.objects.order_by().filter(at__range=asked.between)
    if asked.kinds:
        rows = rows.filter(kind__in=asked.kinds)
    if asked.who:
        rows = rows.filter(by=asked.who)
    if asked.project:
        own = Q(object_type=Project._meta.label, object_id=str(asked.project.pk))
        rows = rows.filter(Q(project_number=asked.project.pk) | own)
    if asked.people is not None:
        rows = rows.filter(events_about(asked.people))
    person = models.Case(
        models.When(object_type=Person._meta.label, then=Cast("object_id", BigIntegerField())),
        default=NO_NUMBER,
    )
    return _columns(
        rows, at=F("at"), who=F("by_id"), kind=F("kind"), what=F("detail"), label=F("object_type"),
        number=F("object_id"), person=person, project=F("project_number"), fields=Cast("fields", TextField()),
    )  # fmt: skip


def events_about(people: list[int]) -> Q:
    """Events about one of ``people``: themselves, a record of theirs of whatever model, or a list they were on."""
    found = Q(object_type=Person._meta.label, object_id__in=[str(number) for number in people])
    found |= _lists_with(people)
    for model in kept_models():
        way = way_to_person(model)
        if way and model is not Person:
            own = model._default_manager.filter(**{f"{way}__in": people}).annotate(
                trail_number=Cast("pk", CharField())
            )
            found |= Q(object_type=model._meta.label, object_id__in=own.order_by().values("trail_number"))
    return found


def _lists_with(people: list[int]) -> Q:
    """Lists and papers that were taken along with one of ``people`` on them by then.

    Of a project and its meetings: who took part in it. Of all certificates: who had one. Of an excursion, a payment
    run and the like: who was in it.
    """
    here = {"participant__project": OuterRef("project_number"), "participant__person__in": people}
    parts = Participant.objects.filter(
        person__in=people, project=OuterRef("project_number"), registered_on__lte=OuterRef("at__date")
    )
    handed = Certificate.objects.filter(**here, issued_on__lte=OuterRef("at__date"))
    whole = Q(kind=Kind.EXPORT, object_type__in=[Project._meta.label, Meeting._meta.label])
    found = whole & Q(Exists(parts)) | Q(object_type=CertificateBatch._meta.label) & Q(Exists(handed))
    for member in members():
        history: Any = member.model.history.model  # type: ignore[attr-defined]  # it knows who was in it and left, too
        inside = (
            history.objects.order_by()
            .annotate(trail_whole=Cast(member.key, CharField()))
            .filter(
                **{f"{member.way}__in": people}, trail_whole=OuterRef("object_id"), history_date__lte=OuterRef("at")
            )
        )
        kinds = READ_WHOLE.get(member.label, TAKEN)
        found |= Q(kind__in=kinds, object_type=member.label) & Q(Exists(inside))
    return found


def _changes(model: type[models.Model], asked: Asked) -> "QuerySet[Any, Any] | None":
    """The history of ``model``; None where it has nothing to do with what was asked."""
    history: Any = model.history.model  # type: ignore[attr-defined]
    key = model._meta.pk.attname
    person, project = (key if way == "pk" else way for way in (way_to_person(model), way_to_project(model)))
    rows = history.objects.order_by().filter(history_date__range=asked.between)
    if asked.who:
        rows = rows.filter(history_user=asked.who)
    if asked.people is not None:
        if person is None:
            return None
        rows = rows.filter(**{f"{person}__in": asked.people})
    if asked.project:
        if project is None and model is not Person:
            return None
        mine = Participant.objects.filter(project=asked.project).values("person")
        rows = rows.filter(**({project: asked.project.pk} if project else {f"{key}__in": mine}))
    return _columns(
        rows, at=F("history_date"), who=F("history_user_id"), kind=Value(CHANGED, CharField()),
        what=F("history_change_reason"), label=Value(model._meta.label, CharField()),
        number=Cast(key, CharField()), person=Cast(person, BigIntegerField()) if person else NO_NUMBER,
        project=Cast(project, BigIntegerField()) if project else NO_NUMBER, fields=Cast("history_type", TextField()),
    )  # fmt: skip


def _columns(rows: Any, **columns: Any) -> "QuerySet[Any, Any]":
    """``rows`` with ``columns`` under names that no model has, in one order: so they can stand below each other."""
    named = {f"trail_{name}": columns[name] for name in COLUMNS}
    return rows.annotate(**named).values_list(*named)  # type: ignore[no-any-return]
