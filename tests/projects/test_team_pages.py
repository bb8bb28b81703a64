"""The team of a project as each role sees it, and the page behind an invitation."""

from datetime import timedelta

import pytest
from django.test import Client

from mixen.accounts.models import User
from projects.actions import invite_to_team, note_time_away, save_training
from projects.models import Membership, TeamInvitation, Training
from projects.watching import look_at
from tests.conftest import NOW, PASSWORD

TODAY, DAY = NOW.date(), timedelta(days=1)


def base(cast):
    return f"{cast.project.get_absolute_url()}team/"


def member(cast, user):
    return Membership.objects.get(project=cast.project, user=user)


@pytest.fixture
def invitation(cast):
    return invite_to_team(project=cast.project, name="Rosa", email="rosa@example.org", by=cast.leader)


def test_what_is_noted_of_people_is_for_who_leads(cast, as_user, invitation):
    leads = as_user(cast.leader).get(base(cast)).content.decode()
    assert all(part in leads for part in ("VOG nog niet gezien", "rosa@example.org", "Iemand uitnodigen"))
    theirs = as_user(cast.ambassador).get(base(cast)).content.decode()
    assert not any(part in theirs for part in ("VOG", "rosa@example.org", "Iemand uitnodigen"))
    assert f'href="{base(cast)}{member(cast, cast.ambassador).pk}/"' in theirs
    assert f'href="{base(cast)}{member(cast, cast.colleague).pk}/"' not in theirs


def test_an_ambassador_says_when_they_can_and_nothing_else_of_themselves(cast, as_user):
    mine = member(cast, cast.ambassador)
    client = as_user(cast.ambassador)
    answer = client.post(
        f"{base(cast)}{mine.pk}/", {"dayparts": ["sat-1"], "insured": "on", "conduct_certificate_seen_on": "1-3-2027"}
    )
    assert answer.status_code == 302
    mine.refresh_from_db()
    assert (mine.dayparts, mine.insured, mine.conduct_certificate_seen_on) == (["sat-1"], False, None)
    assert "zaterdagochtend" in client.get(base(cast)).content.decode()
    for path in (f"{member(cast, cast.colleague).pk}/", f"{member(cast, cast.colleague).pk}/weg/"):
        assert client.get(base(cast) + path).status_code == 404


def test_who_leads_notes_the_rest(cast, as_user):
    mine = member(cast, cast.ambassador)
    facts = {"tasks": "Inschrijftafel", "conduct_certificate_seen_on": "1-3-2027", "insured": "on"}
    assert as_user(cast.leader).post(f"{base(cast)}{mine.pk}/", facts).status_code == 302
    mine.refresh_from_db()
    assert (mine.tasks, mine.insured, str(mine.conduct_certificate_seen_on)) == ("Inschrijftafel", True, "2027-03-01")
    wrong = as_user(cast.leader).post(f"{base(cast)}{mine.pk}/", {**facts, "dayparts": ["xyz"], "tasks": "Koken"})
    assert (wrong.status_code, "Koken" in wrong.content.decode()) == (422, True)


def test_who_calls_whom_stands_on_one_page(cast, as_user):
    text = as_user(cast.leader).get(base(cast)).content.decode()
    assert "8 deelnemers" in text
    cast.ans.ambassador = None
    cast.ans.save()
    text = as_user(cast.leader).get(base(cast)).content.decode()
    assert "7 deelnemers" in text
    assert "Nog van niemand" in text


def test_who_is_away_is_told_to_all_and_can_take_it_back(cast, as_user):
    mine = member(cast, cast.ambassador)
    client = as_user(cast.ambassador)
    facts = {"since": "12-3-2027", "until": "20-3-2027", "covered_by": str(member(cast, cast.colleague).pk)}
    assert client.post(f"{base(cast)}{mine.pk}/weg/", facts).status_code == 302
    text = as_user(cast.colleague).get(base(cast)).content.decode()
    assert "neemt het over" in text
    assert "is weg" in text
    row = mine.times_away.get()
    assert as_user(cast.colleague).post(f"{base(cast)}weg/{row.pk}/vervalt/").status_code == 404
    client.post(f"{base(cast)}weg/{row.pk}/vervalt/")
    assert not mine.times_away.exists()


def test_an_invitation_is_sent_withdrawn_and_told_when_it_waits(cast, as_user):
    client = as_user(cast.leader)
    client.post(f"{base(cast)}uitnodigen/", {"name": "Rosa", "email": "rosa@example.org", "role": "project_leader"})
    row = TeamInvitation.objects.get()
    assert row.role == "ambassador"

    def waiting(day):
        return [item for item in look_at([cast.project], day).items if item.kind == "invitations_waiting"]

    assert waiting(TODAY + 7 * DAY) == []
    assert [item.title for item in waiting(TODAY + 8 * DAY)] == ["Rosa nam de uitnodiging voor het team nog niet aan"]
    client.post(f"{base(cast)}uitnodigingen/{row.pk}/intrekken/")
    assert waiting(TODAY + 8 * DAY) == []


def test_the_answer_to_an_invitation_is_the_same_with_and_without_an_account(cast):
    answers = {}
    for email in ("nieuw@example.org", cast.foreign_ambassador.email):
        row = invite_to_team(project=cast.project, name="Rosa", email=email, by=cast.leader)
        outside, there = Client(enforce_csrf_checks=True), f"/uitnodiging/{row.token}/"
        pages = [outside.get(there), outside.post(there, {"name": "Rosa", "password": PASSWORD})]
        told = "|".join(page.content.decode() for page in pages)
        answers[email] = (
            [page.status_code for page in pages],
            told.replace(email, "adres").replace(row.token, "token"),
        )
        assert outside.get(there).status_code == outside.post(there, {"name": "Rosa"}).status_code == 404
    first, second = answers.values()
    assert first == second
    assert first[0] == [200, 200]
    assert User.objects.get(email="nieuw@example.org").memberships.get().project == cast.project


def test_a_refused_form_keeps_the_name_and_never_the_password(invitation):
    there = f"/uitnodiging/{invitation.token}/"
    answer = Client().post(there, {"name": "Rosa Molenpad", "password": "zwakwoord"})
    text = answer.content.decode()
    assert (answer.status_code, "Rosa Molenpad" in text, "zwakwoord" in text) == (422, True, False)
    guessed = f"{there[:-2]}x/"
    assert [Client().get(guessed).status_code, Client().post(guessed, {}).status_code] == [404, 404]


def test_the_training_shows_who_followed_what_and_where_to_practise(cast, as_user):
    cast.foreign.is_practice = True
    cast.foreign.save()
    client = as_user(cast.coordinator)
    facts = {"part": "1", "on": "5-3-2027", "topics": "Werven", "followed": [str(member(cast, cast.ambassador).pk)]}
    assert client.post(f"{base(cast)}training/nieuw/", facts).status_code == 302
    text = client.get(f"{base(cast)}training/").content.decode()
    assert all(part in text for part in ("Werven", cast.foreign.name, "Eerste dagdeel"))
    row = Training.objects.get()
    refused = client.post(f"{base(cast)}training/{row.pk}/", {**facts, "on": "20-3-2027", "topics": "Anders"})
    assert (refused.status_code, "nog niet geweest" in refused.content.decode()) == (422, True)
    row.refresh_from_db()
    assert row.topics == "Werven"


def test_the_number_of_questions_does_not_grow_with_the_team(cast, as_user, django_assert_max_num_queries):
    for number in range(20):
        user = User.objects.create_user(f"x{number}@example.org", PASSWORD, name=f"X {number}")
        row = Membership.objects.create(project=cast.project, user=user, role="ambassador")
        note_time_away(membership=row, since=TODAY, until=TODAY, by=None)
        save_training(project=cast.project, part=1, on=TODAY - number * DAY, followed=[row], by=None)
        invite_to_team(project=cast.project, name="Y", email=f"y{number}@example.org", by=None)
    client = as_user(cast.coordinator)
    for path in ("", "training/"):
        with django_assert_max_num_queries(30):
            assert client.get(base(cast) + path).status_code == 200
