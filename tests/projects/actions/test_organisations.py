"""Organisations and what is spoken of with them: what is kept, and what is refused in words."""

from datetime import timedelta

import pytest

from mixen.errors import DomainError
from projects.actions import (
    add_partner,
    finish_contact_step,
    note_contact,
    remove_contact,
    save_contact,
    save_organisation,
)
from projects.models import ContactNote, Organisation
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def school(cast):
    return save_organisation(name="De Brug", kind="language_provider", also=["venue"], by=cast.coordinator)


def test_one_organisation_can_be_several_things(school):
    assert school.kinds == ["taalaanbieder", "buurtcentrum of zaal"]
    save_organisation(organisation=school, kind="venue", also=["venue", "library"], by=None)
    fresh = Organisation.objects.get(pk=school.pk)
    assert fresh.kinds == ["buurtcentrum of zaal", "bibliotheek"]
    assert [list(Organisation.objects.of_kind(kind)) for kind in ("venue", "library", "language_provider")] == [
        [fresh],
        [fresh],
        [],
    ]


@pytest.mark.parametrize("name", ["De Brug", "de brug"])
def test_a_name_is_given_once(school, name):
    with pytest.raises(DomainError) as refused:
        save_organisation(name=name, kind="venue", by=None)
    assert refused.value.field == "name"


def test_a_fixed_partner_of_the_whole_city_has_no_district(school, cast):
    with pytest.raises(DomainError) as refused:
        save_organisation(organisation=school, city_wide=True, district=cast.project.district, by=None)
    assert refused.value.field == "district"


def test_fixed_partners_are_proposed_until_they_take_part(school, cast):
    save_organisation(organisation=school, city_wide=True, by=None)
    assert list(Organisation.objects.to_propose_in(cast.project)) == [school]
    add_partner(project=cast.project, organisation=school, contribution="Les", by=None)
    assert list(Organisation.objects.to_propose_in(cast.project)) == []
    assert list(Organisation.objects.to_propose_in(cast.foreign)) == [school]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"next_step": "Bellen"}, "next_on"),
        ({"next_on": TODAY}, "next_step"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
    ],
)
def test_a_step_has_a_day_and_a_contact_was(school, facts, field):
    with pytest.raises(DomainError) as refused:
        note_contact(organisation=school, by=None, **{"on": TODAY, "what": "Gebeld", **facts})
    assert refused.value.field == field


def test_a_step_is_done_once_and_the_first_day_stands(school, cast, clock):
    note = note_contact(
        organisation=school, on=TODAY, what="Gebeld", next_step="Mailen", next_on=TODAY, by=cast.coordinator
    )
    assert list(ContactNote.objects.due_on(TODAY)) == [note]
    finish_contact_step(note=note, by=None)
    clock.shift(timedelta(days=2))
    assert finish_contact_step(note=note, by=None).done_on == TODAY
    assert not ContactNote.objects.due_on(TODAY).exists()
    plain = note_contact(organisation=school, on=TODAY, what="Gebeld", by=None)
    with pytest.raises(DomainError, match="geen volgende stap"):
        finish_contact_step(note=plain, by=None)


def test_who_leaves_takes_nothing_along(school, cast):
    joke = save_contact(organisation=school, name="Joke", by=None)
    note = note_contact(organisation=school, contact=joke, on=TODAY, what="Gebeld", by=None)
    partnership = add_partner(project=cast.project, organisation=school, contribution="Les", contact=joke, by=None)
    remove_contact(contact=joke, by=None)
    for row in (note, partnership):
        row.refresh_from_db()
        assert row.contact is None


def test_a_contact_of_another_is_refused(school):
    other = save_organisation(name="Krant", kind="media", by=None)
    sven = save_contact(organisation=other, name="Sven", by=None)
    with pytest.raises(DomainError) as refused:
        note_contact(organisation=school, contact=sven, on=TODAY, what="Gebeld", by=None)
    assert refused.value.field == "contact"
