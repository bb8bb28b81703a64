"""Becoming an ambassador: said on the own page or noted, asked once, and answered by who leads."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from mixen.errors import DomainError
from participants.actions import (
    answer_ambassador_wish,
    ask_to_be_ambassador,
    invite_who_wishes,
    merge_people,
    not_now,
)
from participants.actions.status import move
from participants.models import AmbassadorWish, Participant, PersonalLink, Status
from projects.models import TeamInvitation
from projects.watching import look_at
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def samira(cast):
    """In a couple, as far as this app knows."""
    return move(cast.samira, Status.COUPLED)


def own_page(participant):
    link, _new = PersonalLink.objects.get_or_create(participant=participant)
    return f"/mijn/{link.token}/"


def waiting(cast):
    return [item for item in look_at([cast.project], TODAY).items if item.kind == "wants_to_be_ambassador"]


def test_said_on_the_own_page_it_waits_for_an_answer(samira, cast):
    browser, page = Client(enforce_csrf_checks=True), own_page(samira)
    assert "Ja, dat wil ik" in browser.get(page).content.decode()
    answer = browser.post(f"{page}ambassadeur/", {"wants": "yes"}, follow=True).content.decode()
    assert "Wat leuk!" in answer
    assert "We weten dat je ambassadeur wilt worden" in answer
    browser.post(f"{page}ambassadeur/", {"wants": "yes"})
    row = AmbassadorWish.objects.get()
    assert (row.answer, row.noted_by, row.asked_at) == ("yes", None, None)
    (item,) = waiting(cast)
    assert item.title == "Samira wil ambassadeur worden"


@pytest.mark.parametrize("data", [{}, {"wants": "misschien"}])
def test_neither_yes_nor_no_notes_nothing(samira, data):
    assert Client().post(f"{own_page(samira)}ambassadeur/", data).status_code == 302
    assert not AmbassadorWish.objects.exists()


def test_who_has_no_couple_is_not_asked(cast):
    page = own_page(cast.ans)
    assert "Ambassadeur worden" not in Client().get(page).content.decode()
    assert Client().post(f"{page}ambassadeur/", {"wants": "yes"}).status_code == 404
    with pytest.raises(DomainError, match="mixmaatje"):
        ask_to_be_ambassador(participant=cast.ans, by=cast.coordinator)


def test_asked_it_is_a_question_with_a_no_and_a_no_is_no_work_for_anybody(samira, cast, as_user):
    base = samira.get_absolute_url()
    client = as_user(cast.ambassador)
    assert "Vragen op de eigen bladzijde" in client.get(base).content.decode()
    for _time in range(2):
        client.post(f"{base}ambassadeur-worden/vragen/")
    assert AmbassadorWish.objects.count() == 1
    assert "gevraagd, nog geen antwoord" in client.get(base).content.decode()
    page = own_page(samira)
    assert "Wil jij ook ambassadeur worden?" in Client().get(page).content.decode()
    told = Client().post(f"{page}ambassadeur/", {"wants": "no"}, follow=True).content.decode()
    assert "Dank je wel voor je antwoord" in told
    assert waiting(cast) == []
    assert "liever niet" in client.get(base).content.decode()


def test_in_another_language_the_card_is_in_it(samira):
    samira.person.language = "ar"
    samira.person.save()
    text = Client().get(own_page(samira)).content.decode()
    assert "نعم، أريد ذلك" in text
    assert "Ja, dat wil ik" not in text


def test_the_coordinator_invites_and_the_line_is_gone(samira, cast, as_user):
    as_user(cast.ambassador).post(f"{samira.get_absolute_url()}ambassadeur-worden/wil-graag/")
    assert AmbassadorWish.objects.get().noted_by == cast.ambassador
    (item,) = waiting(cast)
    client = as_user(cast.coordinator)
    assert client.get(item.url).status_code == 200
    missing = client.post(item.url, {"project": str(cast.foreign.pk), "name": "Samira", "email": ""})
    assert missing.status_code == 422
    facts = {"project": str(cast.foreign.pk), "name": "Samira", "email": "samira@example.org"}
    assert client.post(item.url, facts).status_code == 302
    invitation = TeamInvitation.objects.get()
    assert (invitation.project, invitation.email, invitation.role) == (
        cast.foreign,
        "samira@example.org",
        "ambassador",
    )
    assert waiting(cast) == []
    assert client.get(item.url).status_code == 404


def test_a_leader_invites_for_the_own_projects_only(samira, cast, as_user):
    answer_ambassador_wish(participant=samira, wants=True, by=None)
    (item,) = waiting(cast)
    facts = {"project": str(cast.foreign.pk), "name": "Samira", "email": "samira@example.org"}
    assert as_user(cast.leader).post(item.url, facts).status_code == 422
    assert not TeamInvitation.objects.exists()


def test_not_now_can_be_said_again_later(samira, cast, as_user, clock):
    answer_ambassador_wish(participant=samira, wants=True, by=None)
    as_user(cast.leader).post(f"{samira.get_absolute_url()}ambassadeur-worden/nu-niet/")
    assert AmbassadorWish.objects.get().outcome == "not_now"
    assert waiting(cast) == []
    clock.shift(timedelta(days=40))
    answer_ambassador_wish(participant=samira, wants=True, by=None)
    assert len(waiting(cast)) == 1


def test_it_is_taken_up_once(samira, cast):
    wish = answer_ambassador_wish(participant=samira, wants=True, by=None)
    not_now(wish=wish, by=cast.coordinator)
    with pytest.raises(DomainError, match="al opgepakt"):
        invite_who_wishes(wish=wish, project=cast.project, name="S", email="s@example.org", by=cast.coordinator)
    assert not TeamInvitation.objects.exists()


def test_the_database_holds_one_open_wish_a_person(samira):
    answer_ambassador_wish(participant=samira, wants=True, by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        AmbassadorWish.objects.create(participant=samira, asked_at=NOW)


def test_who_was_on_record_twice_keeps_the_wish(samira, cast):
    answer_ambassador_wish(participant=samira, wants=True, by=None)
    merge_people(keep=cast.lale.person, other=samira.person, values={}, by=cast.coordinator)
    (row,) = Participant.objects.filter(project=cast.project, person=cast.lale.person)
    assert row.ambassador_wishes.get().answer == "yes"
