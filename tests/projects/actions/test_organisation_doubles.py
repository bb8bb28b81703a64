"""Two organisations become one: whatever pointed at the one that goes, points at the one that stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from excursions.models import Place
from matching.actions import add_helper, set_up_board
from mixen.errors import DomainError
from participants.models import Told
from projects.actions import (
    add_partner,
    ask_to_confirm,
    confirm_partner,
    merge_organisations,
    note_contact,
    save_organisation,
    say_different,
)
from projects.models import ContactPerson, Organisation, OtherKind
from projects.organisations.pointing import references
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def both(cast):
    """The one that stays, which is partner in Nieuw-West; and the one that goes, with something of every app."""
    district = cast.project.district
    keep = Organisation.objects.create(name="De Brug", kind="language_provider", district=district)
    other = Organisation.objects.create(
        name="Stichting De Brug", kind="venue", district=district, address="Brugstraat 1", phone="+31201234567"
    )
    return keep, other


def fill(cast, other):
    project = cast.project
    ContactPerson.objects.create(organisation=other, name="Joke", email="joke@example.org")
    save_organisation(organisation=other, also=["library"], by=None)
    note_contact(organisation=other, project=project, on=TODAY, what="Gebeld", by=cast.coordinator)
    cast.ans.heard_from = other
    cast.ans.save()
    Told.objects.create(project=project, channel="school", people=9, organisation=other)
    meeting = project.meetings.get(kind="mix")
    meeting.venue = other
    meeting.save()
    board = set_up_board(meeting=meeting, tables=4, rounds=2, minutes=5, by=cast.coordinator)
    add_helper(board=board, kind="teacher", name="Docent", organisation=other, by=cast.coordinator)
    Place.objects.create(name="Lokaal", organisation=other)


def pointing_at(organisation):
    return {
        f"{relation.related_model._meta.label}.{relation.field.name}"
        for relation in references()
        if relation.related_model._default_manager.filter(**{relation.field.name: organisation}).exists()
    }


def test_everything_of_every_app_goes_along(both, cast):
    keep, other = both
    fill(cast, other)
    before = pointing_at(other)
    # What is told apart: kinds, decisions and partnerships have tests of their own.
    apart = {"projects.DifferentOrganisations.first", "projects.DifferentOrganisations.second"}
    everything = {f"{one.related_model._meta.label}.{one.field.name}" for one in references()}
    assert everything - before - apart == {"projects.Partnership.organisation"}
    merge_organisations(keep=keep, other=other, by=cast.coordinator)
    keep.refresh_from_db()
    assert not Organisation.objects.filter(pk=other.pk).exists()
    assert pointing_at(keep) == before
    assert (keep.name, keep.address, keep.phone) == ("De Brug", "Brugstraat 1", "+31201234567")
    assert sorted(keep.kinds) == ["bibliotheek", "buurtcentrum of zaal", "taalaanbieder"]
    cast.ans.refresh_from_db()
    assert cast.ans.heard_from == keep
    assert cast.ans.history.first().heard_from_id == keep.pk


def test_of_a_project_both_take_part_in_one_partnership_stays_and_is_agreed_anew(both, cast):
    keep, other = both
    mine = add_partner(project=cast.project, organisation=keep, contribution="Geeft les", by=None)
    confirm_partner(partnership=mine, by=None)
    contact = ContactPerson.objects.create(organisation=other, name="Joke", email="joke@example.org")
    theirs = add_partner(
        project=cast.project,
        organisation=other,
        contribution="Geeft een zaal",
        contact=contact,
        agreed_on=TODAY,
        by=None,
    )
    asked = ask_to_confirm(partnership=theirs, by=None)
    elsewhere = add_partner(project=cast.foreign, organisation=other, contribution="Kookt", by=None)
    merge_organisations(keep=keep, other=other, by=cast.coordinator)
    mine.refresh_from_db()
    assert (mine.contribution, mine.terms, mine.contact) == ("Geeft les", "Geeft een zaal", contact)
    assert (mine.agreed_on, mine.confirmed_on) == (TODAY, None)
    asked.refresh_from_db()
    assert asked.partnership == mine
    assert asked.withdrawn_at
    elsewhere.refresh_from_db()
    assert elsewhere.organisation == keep


def test_of_two_districts_it_is_found_from_both(both, cast):
    keep, other = both
    other.district = cast.foreign.district
    other.save()
    merged = merge_organisations(keep=keep, other=other, by=None)
    assert merged.district is None
    assert merged in Organisation.objects.within_reach_of(cast.foreign)


def test_a_decision_about_the_one_that_goes_goes_with_it(both, cast):
    keep, other = both
    third = Organisation.objects.create(name="De Brug Noord")
    for one in both:
        say_different(first=one, second=third, by=None)
    merge_organisations(keep=keep, other=other, by=None)
    assert list(third.unlike_second.values_list("first", flat=True)) in ([], [keep.pk])
    assert not OtherKind.objects.filter(organisation__isnull=True).exists()


def test_one_is_not_merged_with_itself_or_with_one_that_is_gone(both, cast):
    keep, other = both
    with pytest.raises(DomainError, match="twee verschillende"):
        merge_organisations(keep=keep, other=keep, by=None)
    merge_organisations(keep=keep, other=other, by=None)
    other.pk = 999999
    with pytest.raises(DomainError, match="intussen samengevoegd"):
        merge_organisations(keep=keep, other=other, by=None)


def test_said_again_the_first_decision_stands(both, clock):
    first = say_different(first=both[1], second=both[0], by=None)
    clock.shift(timedelta(days=1))
    again = say_different(first=both[0], second=both[1], by=None)
    assert again == first
    assert again.at < timezone.now() - timedelta(hours=1)
