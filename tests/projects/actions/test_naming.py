"""What only the coordinator decides: who else reads concerns, and naming the countries of a few people."""

import pytest

from mixen.errors import DomainError
from projects.actions import name_for_concerns, save_report_texts, start_report


def test_a_leader_names_nobody_for_concerns(cast):
    membership = cast.project.memberships.get(user=cast.leader)
    with pytest.raises(DomainError, match="Alleen de coördinator"):
        name_for_concerns(membership=membership, named=True, by=cast.leader)
    assert not cast.project.memberships.filter(handles_concerns=True).exists()


def test_an_ambassador_cannot_be_named_for_concerns(cast):
    membership = cast.project.memberships.get(user=cast.ambassador)
    with pytest.raises(DomainError, match="Alleen een projectleider"):
        name_for_concerns(membership=membership, named=True, by=cast.coordinator)


def test_the_coordinator_alone_names_all_countries(cast, as_user):
    draft = start_report(project=cast.project, by=cast.coordinator)
    with pytest.raises(DomainError, match="Alleen de coördinator"):
        save_report_texts(report=draft, texts={}, name_countries=True, by=cast.leader)
    client, path = as_user(cast.leader), f"{cast.project.get_absolute_url()}verslag/schrijven/"
    page = client.get(path)
    seen = page.context["form"]["seen"].value()
    client.post(path, {"seen": seen, "name_countries": "on"})
    draft.refresh_from_db()
    assert not draft.name_countries
    draft = save_report_texts(report=draft, texts={}, name_countries=True, by=cast.coordinator)
    # What was decided stays when a leader goes on writing.
    client.post(path, {"seen": client.get(path).context["form"]["seen"].value()})
    draft.refresh_from_db()
    assert draft.name_countries
