"""People of organisations with which there was no project for two years: their name, phone and address go."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, Q, QuerySet

from projects.models import ContactNote, ContactPerson, Partnership, Project

GO_AFTER = relativedelta(months=24)
"""Since the last project of their organisation ended, or something was last noted of it or of them."""
DATED = (Partnership, Project, ContactNote)


def old_contacts(today: date) -> "QuerySet[ContactPerson]":
    """Who goes on ``today``, in order of number. Who is named anywhere else, as at a place, is in use and stays."""
    since = today - GO_AFTER
    theirs = {"organisation": OuterRef("organisation")}
    partner = Partnership.objects.filter(**theirs, project__ends_on__gt=since)
    district = Project.objects.filter(district_contact__organisation=OuterRef("organisation"), ends_on__gt=since)
    noted = ContactNote.objects.filter(Q(on__gt=since) | Q(next_on__gt=since), **theirs)
    past = ContactPerson.history.model.objects  # type: ignore[attr-defined]
    changed = past.filter(id=OuterRef("pk"), history_date__date__gt=since)
    rows = ContactPerson.objects.filter(~Exists(partner), ~Exists(district), ~Exists(noted), ~Exists(changed))
    for relation in ContactPerson._meta.related_objects:
        model = relation.related_model
        if model not in DATED and not model.__name__.startswith("Historical"):
            rows = rows.exclude(Exists(model._default_manager.filter(**{relation.field.name: OuterRef("pk")})))
    return rows.select_related("organisation").order_by("pk")
