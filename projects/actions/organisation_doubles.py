"""Two organisations on record become one, or are said to be two. Decided by a person, never by itself."""

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.actions.agreements import _take_up, _withdraw
from projects.models import DifferentOrganisations, Organisation, OtherKind, Partnership
from projects.organisations.pointing import references

FILLED_IN = ("address", "website", "phone", "offers")


@action
def merge_organisations(*, keep: Organisation, other: Organisation, by: User | None) -> Organisation:
    """Make one organisation of two: whatever points at ``other`` points at ``keep`` from now on, and ``other`` goes.

    What ``keep`` says of itself stays; what it leaves open is filled in from ``other``, and the kinds are taken
    together. Of a project both take part in, one partnership stays. Raises DomainError when one of the two is gone.
    """
    keep, other = _both(keep, other)
    _fill_in(keep, other)
    _merge_partnerships(keep, other)
    for rows in (other.unlike_first, other.unlike_second):
        for row in rows.all():
            row.delete()
    for relation in references():
        for row in relation.related_model._default_manager.filter(**{relation.field.name: other}):
            _repoint(row, relation.field.name, keep)
    other.delete()
    return keep


@action
def say_different(*, first: Organisation, second: Organisation, by: User | None) -> DifferentOrganisations:
    """Remember that these are two organisations. Said again, the first time counts."""
    one, two = sorted((first, second), key=lambda row: row.pk)
    if one.pk == two.pk:
        raise DomainError(_("Kies twee verschillende organisaties."))
    row, _made = DifferentOrganisations.objects.get_or_create(first=one, second=two, defaults={"by": by})
    return row


def _both(keep: Organisation, other: Organisation) -> tuple[Organisation, Organisation]:
    """Both, locked in order of number."""
    if keep.pk == other.pk:
        raise DomainError(_("Kies twee verschillende organisaties."))
    rows = Organisation.objects.select_for_update(of=("self",)).filter(pk__in=[keep.pk, other.pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    if len(found) < 2:
        raise DomainError(_("Iemand anders heeft deze twee intussen samengevoegd."))
    return found[keep.pk], found[other.pk]


def _fill_in(keep: Organisation, other: Organisation) -> None:
    for name in FILLED_IN:
        if not getattr(keep, name):
            setattr(keep, name, getattr(other, name))
    if keep.district_id != other.district_id:
        keep.district = None  # of two districts, or of one and the whole city: found from both
    keep.city_wide = (keep.city_wide or other.city_wide) and keep.district is None
    keep.save()
    has = {keep.kind, *(row.kind for row in keep.other_kinds.all())}
    for kind in {other.kind, *(row.kind for row in other.other_kinds.all())} - has:
        if kind != Organisation.Kind.OTHER:
            OtherKind.objects.create(organisation=keep, kind=kind)
    for row in other.other_kinds.all():
        row.delete()


def _merge_partnerships(keep: Organisation, other: Organisation) -> None:
    """Of a project both take part in the row of ``keep`` stays, with what the other one added to it."""
    mine = {row.project_id: row for row in Partnership.objects.select_for_update().filter(organisation=keep)}
    for theirs in Partnership.objects.select_for_update().filter(organisation=other, project__in=mine):
        stays = mine[theirs.project_id]
        _withdraw(theirs)
        _take_up(theirs)
        added = [text for text in (theirs.contribution, theirs.terms) if text and text != stays.contribution]
        if added:
            _withdraw(stays)
            stays.terms = "\n".join([*filter(None, [stays.terms]), *added])
            stays.signed_on = stays.confirmed_on = None
        stays.contact = stays.contact or theirs.contact
        stays.agreed_on = stays.agreed_on or theirs.agreed_on
        stays.save()
        for request in theirs.requests.all():
            request.partnership = stays
            request.save(update_fields=["partnership"])
        theirs.delete()


def _repoint(row: models.Model, name: str, keep: Organisation) -> None:
    setattr(row, name, keep)
    try:
        with transaction.atomic():
            row.save(update_fields=[name])
    except IntegrityError as error:
        raise DomainError(
            _("Bij beide organisaties staat hetzelfde: %(what)s. Verander dat eerst bij een van de twee.")
            % {"what": row}
        ) from error
