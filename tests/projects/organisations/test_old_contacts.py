"""Who works at an organisation is forgotten two years after its last project; who is in use is not."""

from datetime import date, datetime
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from excursions.models import Place
from participants.retention import carry_out, plan_for
from projects.actions import add_partner, ask_to_confirm, note_contact, save_contact
from projects.models import ContactPerson, Organisation, Partnership, Project
from projects.old_contacts import old_contacts
from tests.conftest import NOW, Cast
from tests.everywhere import in_all_tables

MARK = "Kwiebus"
TODAY = NOW.date()
LATER = TODAY + relativedelta(months=24)


def at(clock: Any, day: date) -> None:
    clock.move_to(timezone.make_aware(datetime(day.year, day.month, day.day, 12)))


@pytest.fixture
def contact(cast: Cast) -> ContactPerson:
    """Somebody of a library that never did anything with us since they were noted."""
    library = Organisation.objects.create(name="Bibliotheek", kind="library")
    row: ContactPerson = save_contact(
        organisation=library, name=f"{MARK} Boek", phone="+31687654321", email="kwiebus@example.org", by=cast.leader
    )
    return save_contact(organisation=library, contact=row, name=f"{MARK} Lezer", by=cast.leader)


def goes(day: date) -> bool:
    return old_contacts(day).filter(name__startswith=MARK).exists()


def test_two_years_after_they_were_noted(contact: ContactPerson, clock: Any) -> None:
    assert not goes(LATER - relativedelta(days=1))
    assert goes(LATER)
    at(clock, LATER)
    line = f"contact {contact.pk}: everything, no project with organisation {contact.organisation_id} for two years"
    assert line in plan_for().lines()
    assert line in list(carry_out())
    assert not ContactPerson.objects.filter(pk=contact.pk).exists()
    assert not ContactPerson.history.filter(id=contact.pk).exists()  # type: ignore[attr-defined]
    assert Organisation.objects.filter(pk=contact.organisation_id).exists()
    assert line not in list(carry_out())


def test_counted_from_the_end_of_the_last_project_of_the_organisation(cast: Cast, contact: ContactPerson) -> None:
    """Whoever of the organisation was the contact there."""
    add_partner(project=cast.project, organisation=contact.organisation, contribution="boeken", by=cast.leader)
    end = Project.objects.get(pk=cast.project.pk).ends_on + relativedelta(months=24)
    assert not goes(end - relativedelta(days=1))
    assert goes(end)


def test_the_agreement_stays_without_a_name(cast: Cast, contact: ContactPerson, clock: Any) -> None:
    add_partner(
        project=cast.project, organisation=contact.organisation, contribution="boeken", contact=contact, by=cast.leader
    )
    row = Partnership.objects.get(organisation=contact.organisation)
    ask_to_confirm(partnership=row, by=cast.leader)
    at(clock, cast.project.ends_on + relativedelta(months=24))
    list(carry_out())
    assert in_all_tables(MARK) == []
    assert (row.requests.get().contribution, row.requests.get().addressee) == ("boeken", "–")
    assert Partnership.objects.get(organisation=contact.organisation).contact is None


def test_the_contact_of_a_district_is_in_use_as_long_as_its_project(cast: Cast, contact: ContactPerson) -> None:
    Project.objects.filter(pk=cast.project.pk).update(district_contact=contact)
    assert not goes(LATER)
    assert goes(cast.project.ends_on + relativedelta(months=24))


def test_who_was_spoken_to_since_stays(cast: Cast, contact: ContactPerson, clock: Any) -> None:
    at(clock, TODAY + relativedelta(months=12))
    note_contact(organisation=contact.organisation, on=timezone.localdate(), what="Gebeld.", by=cast.leader)
    assert not goes(LATER)
    assert goes(TODAY + relativedelta(months=36))


def test_who_is_named_at_a_place_stays(cast: Cast, contact: ContactPerson) -> None:
    place = Place.objects.create(name="Leestafel", section="home", contact=contact)
    assert not goes(LATER + relativedelta(years=5))
    place.delete()
    assert goes(LATER)


def test_the_rehearsal_names_them(cast: Cast, contact: ContactPerson, clock: Any, as_user: Any) -> None:
    at(clock, LATER)
    page = as_user(cast.coordinator).get(reverse("participants:rehearsal")).text
    assert "1 contactpersoon wordt gewist" in page
    assert f"<bdi>{MARK} Lezer</bdi>" in page
