"""What a partner sees behind the link, and what the team sees of it."""

from datetime import timedelta

import pytest
from django.test import Client

from projects.actions import add_partner, answer_agreement, ask_to_confirm, change_partner
from projects.models import AgreementRequest, ContactPerson, Organisation
from projects.watching import look_at
from tests.conftest import NOW

TODAY = NOW.date()
OPEN, DONE = "Dit klopt, ik bevestig de afspraak", "Je hoeft niets meer te doen"


@pytest.fixture
def asked(cast):
    school = Organisation.objects.create(name="Taalschool De Brug", district=cast.project.district)
    contact = ContactPerson.objects.create(organisation=school, name="Joke Torenlicht", email="joke@example.org")
    partnership = add_partner(
        project=cast.project,
        organisation=school,
        contribution="Geeft een lokaal",
        terms="Elke woensdag",
        contact=contact,
        agreed_on=TODAY,
        by=cast.coordinator,
    )
    return ask_to_confirm(partnership=partnership, by=cast.coordinator)


def address(row):
    return f"/afspraak/{row.token}/"


@pytest.fixture
def outside(db):
    """Somebody without an account, whose browser holds no cookie and runs no script."""
    return Client(enforce_csrf_checks=True)


def test_one_press_confirms_and_the_page_can_be_read_back(asked, outside):
    page = outside.get(address(asked))
    text = page.content.decode()
    assert all(part in text for part in ("Taalschool De Brug", "Geeft een lokaal", "Elke woensdag", OPEN))
    assert "<script" not in text
    assert (page.headers["Referrer-Policy"], page.headers["Cache-Control"]) == ("no-referrer", "no-store, private")
    answer = outside.post(address(asked), {"answer": "confirmed"})
    assert (answer.status_code, answer.url) == (302, address(asked))
    again = outside.get(address(asked)).content.decode()
    assert DONE in again
    assert OPEN not in again
    asked.partnership.refresh_from_db()
    assert asked.partnership.confirmed_on == TODAY


def test_tapped_twice_it_is_confirmed_once(asked, outside, clock):
    outside.post(address(asked), {"answer": "confirmed"})
    first = AgreementRequest.objects.get().answered_at
    clock.shift(timedelta(seconds=2))
    assert outside.post(address(asked), {"answer": "confirmed"}).status_code == 302
    outside.post(address(asked), {"answer": "not_right", "remark": "Toch niet"})
    row = AgreementRequest.objects.get()
    assert (row.answer, row.answered_at, row.remark) == ("confirmed", first, "")


def test_what_is_not_right_is_asked_for_kept_when_refused_and_told_to_the_team(asked, outside, cast):
    empty = outside.post(address(asked), {"answer": "not_right", "remark": ""})
    assert empty.status_code == 422
    assert "Schrijf op wat er niet klopt" in empty.content.decode()
    long = outside.post(address(asked), {"answer": "not_right", "remark": "Dicht. " * 200})
    assert (long.status_code, "Dicht. Dicht." in long.content.decode()) == (422, True)
    sent = outside.post(address(asked), {"answer": "not_right", "remark": "Woensdag zijn we <b>dicht</b>"})
    assert sent.status_code == 302
    assert "Woensdag zijn we &lt;b&gt;dicht" in outside.get(address(asked)).content.decode()
    items = [item for item in look_at([cast.project], TODAY).items if item.kind == "agreements_not_right"]
    (item,) = items
    assert (item.title, item.urgent) == ("Taalschool De Brug zegt dat de afspraak niet klopt", True)
    assert "Woensdag zijn we" in item.reason


@pytest.mark.parametrize("what", ["changed", "old", "guessed", "another row"])
def test_a_link_that_is_no_longer_or_never_was_one_answers_404(asked, outside, cast, clock, what):
    there = address(asked)
    if what == "changed":
        row = asked.partnership
        change_partner(
            partnership=row, contribution="Iets anders", terms="", contact=row.contact, agreed_on=None, by=None
        )
    elif what == "old":
        clock.shift(timedelta(days=31))
    elif what == "guessed":
        there = f"{there[:-2]}x/"
    else:
        other = add_partner(
            project=cast.project,
            organisation=Organisation.objects.create(name="Krant"),
            contribution="Schrijft",
            contact=None,
            by=None,
        )
        row = AgreementRequest.objects.create(partnership=other, email="k@example.org", addressee="K")
        there = f"/afspraak/{row.pk}-{asked.token.partition('-')[2]}/"
    for answer in (outside.get(there), outside.post(there, {"answer": "confirmed"})):
        assert answer.status_code == 404
        assert "Deze link werkt niet" in answer.content.decode()
        assert "Taalschool" not in answer.content.decode()
    asked.partnership.refresh_from_db()
    assert asked.partnership.confirmed_on is None


def kinds(cast, day=TODAY):
    return [item.kind for item in look_at([cast.project], day).items if item.kind.startswith("agreements")]


def test_no_answer_for_more_than_a_week_turns_up_until_there_is_one(asked, cast):
    assert kinds(cast, TODAY + timedelta(days=7)) == []
    late = TODAY + timedelta(days=8)
    assert kinds(cast, late) == ["agreements_not_confirmed"]
    answer_agreement(request=asked, right=True, by=None)
    assert kinds(cast, late) == []


def test_a_mail_that_did_not_arrive_turns_up_at_once(asked, cast):
    AgreementRequest.objects.update(given_up="de mailserver zegt 550", failures=1)
    (item,) = [item for item in look_at([cast.project], TODAY).items if item.kind == "agreements_not_confirmed"]
    assert "de mail kwam niet aan (de mailserver zegt 550)" in item.reason


def test_the_paper_to_sign_says_the_same_and_signing_is_enough(asked, cast, as_user):
    client, base = as_user(cast.leader), f"{cast.project.get_absolute_url()}partners/{asked.partnership_id}/"
    paper = client.get(f"{base}afspraak.pdf")
    assert (paper.status_code, paper.headers["Content-Type"]) == (200, "application/pdf")
    client.post(f"{base}getekend/")
    asked.partnership.refresh_from_db()
    assert asked.partnership.signed_on == TODAY
    assert kinds(cast, TODAY + timedelta(days=20)) == []


def test_the_team_asks_and_sees_that_it_was_asked(asked, cast, as_user):
    client, base = as_user(cast.leader), f"{cast.project.get_absolute_url()}partners/"
    assert "gevraagd op" in client.get(base).content.decode()
    told = client.post(f"{base}{asked.partnership_id}/vragen/", follow=True).content.decode()
    assert "De mail gaat naar Joke Torenlicht." in told
    assert AgreementRequest.objects.standing().count() == 1
    assert AgreementRequest.objects.count() == 2
