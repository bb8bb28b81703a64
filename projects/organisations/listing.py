"""The list of organisations: what of each is shown to somebody who leads some of the projects."""

from django.db.models import Count, Min, Prefetch, Q
from django.utils.translation import gettext as _

from mixen.sheets import Sheet
from projects.models import ContactNote, Organisation, Project
from projects.models.contact import ContactNoteQuerySet
from projects.models.partner import OrganisationQuerySet


def within_reach(led: list[Project], *, everywhere: bool) -> OrganisationQuerySet:
    """The organisations of who leads ``led``; ``everywhere`` is the coordinator, who has all."""
    rows = Organisation.objects.all()
    return rows if everywhere else rows.within_reach_of_any(led)


def notes_within_reach(led: list[Project]) -> ContactNoteQuerySet:
    """What was spoken of for one of ``led``, or for no project apart."""
    return ContactNote.objects.filter(Q(project__isnull=True) | Q(project__in=led))


def for_list(rows: OrganisationQuerySet, led: list[Project]) -> OrganisationQuerySet:
    """With their kinds, whom to call, how many of ``led`` they take part in, and their next step."""
    waiting = Q(contact_notes__in=notes_within_reach(led).open())
    return (
        rows.select_related("district")
        .prefetch_related(Prefetch("other_kinds"), "contact_people")
        .annotate(
            projects_count=Count("partnerships", filter=Q(partnerships__project__in=led), distinct=True),
            next_on=Min("contact_notes__next_on", filter=waiting),
        )
        .order_by("name")
    )


def organisation_sheet(rows: OrganisationQuerySet) -> Sheet:
    """The list as a sheet, with whom to call."""
    header = [
        _("Naam"), _("Soort"), _("Stadsdeel"), _("Vaste partner"), _("Biedt"), _("Adres"), _("Website"),
        _("Telefoon"), _("Contactpersonen"), _("E-mail"), _("Aantal projecten"), _("Volgende stap op"),
    ]  # fmt: skip
    return Sheet(_("Organisaties"), header, [_line(row) for row in rows])


def _line(row: Organisation) -> list[object]:
    people = list(row.contact_people.all())
    return [
        row.name,
        ", ".join(row.kinds),
        str(row.district) if row.district else _("hele stad"),
        _("ja") if row.city_wide else "",
        row.offers,
        row.address,
        row.website,
        row.phone,
        ", ".join(f"{one.name} ({one.phone})" if one.phone else one.name for one in people),
        ", ".join(one.email for one in people if one.email),
        row.projects_count,  # type: ignore[attr-defined]
        row.next_on,  # type: ignore[attr-defined]
    ]
