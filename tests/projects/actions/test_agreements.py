"""What is agreed with a partner: asked about once, answered once, and asked anew when the text changes."""

import smtplib
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage

from mixen.errors import DomainError
from projects.actions import (
    add_partner,
    answer_agreement,
    ask_to_confirm,
    change_partner,
    confirm_partner,
    note_signed,
)
from projects.letters import send_agreement_requests
from projects.models import AgreementRequest, ContactPerson, Organisation
from projects.watching import look_at
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def partnership(cast):
    school = Organisation.objects.create(name="Taalschool De Brug", district=cast.project.district)
    contact = ContactPerson.objects.create(organisation=school, name="Joke Torenlicht", email="joke@example.org")
    return add_partner(
        project=cast.project,
        organisation=school,
        contribution="Geeft een lokaal",
        terms="Elke woensdag",
        contact=contact,
        agreed_on=TODAY,
        by=cast.coordinator,
    )


def ask(partnership, cast):
    return ask_to_confirm(partnership=partnership, by=cast.coordinator)


def change(partnership, cast, **changes):
    names = ("contribution", "terms", "contact", "agreed_on")
    facts = {name: getattr(partnership, name) for name in names}
    return change_partner(partnership=partnership, by=cast.coordinator, **{**facts, **changes})


def test_the_mail_says_what_was_agreed_and_names_no_participant(
    partnership, cast, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks, monkeypatch
):
    queued = []
    monkeypatch.setattr("projects.actions.agreements.enqueue", lambda task: queued.append(task.name))
    with django_capture_on_commit_callbacks(execute=True):
        row = ask(partnership, cast)
    assert queued == ["projects.tasks.send_agreement_requests"]
    assert (send_agreement_requests(), send_agreement_requests()) == (1, 0)
    (message,) = mailoutbox
    assert message.to == ["joke@example.org"]
    assert row.token in message.body
    for text in ("Joke Torenlicht", "Geeft een lokaal", "Elke woensdag", "11 april 2027"):
        assert text in message.body
    names = [name for one in cast.people.values() for name in (one.person.name, one.person.call_name)]
    assert [name for name in names if name in message.body + message.subject] == []


def test_a_mail_server_that_is_down_loses_no_question(partnership, cast, clock, mailoutbox, monkeypatch):
    ask(partnership, cast)

    def silent(*_args, **_kwargs):
        raise smtplib.SMTPServerDisconnected("weg")

    with monkeypatch.context() as down:
        down.setattr("mixen.mail.send", silent)
        assert send_agreement_requests() == 0
    clock.shift(timedelta(minutes=11))
    assert (send_agreement_requests(), len(mailoutbox)) == (1, 1)


@pytest.mark.parametrize("asked_twice", [False, True])
def test_what_was_withdrawn_before_it_was_sent_is_not_sent(partnership, cast, mailoutbox, asked_twice):
    first = ask(partnership, cast)
    if asked_twice:
        second = ask(partnership, cast)
        assert send_agreement_requests() == 1
        assert second.token in mailoutbox[0].body
    else:
        change(partnership, cast, terms="Elke vrijdag")
        assert (send_agreement_requests(), mailoutbox) == (0, [])
    first.refresh_from_db()
    assert first.withdrawn_at
    assert first.given_up == "de afspraak was al veranderd of bevestigd"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"contact": None}, "Kies eerst een contactpersoon"),
        ({"contribution": ""}, "Schrijf eerst op"),
    ],
)
def test_it_is_not_asked_without_a_text_or_somebody_to_ask(partnership, cast, changes, told):
    change(partnership, cast, **changes)
    with pytest.raises(DomainError, match=told):
        ask(partnership, cast)


def test_who_has_no_address_is_not_asked(partnership, cast):
    ContactPerson.objects.update(email="")
    with pytest.raises(DomainError, match="e-mailadres"):
        ask(partnership, cast)


def test_confirming_counts_once_and_the_first_answer_stands(partnership, cast):
    row = ask(partnership, cast)
    answer_agreement(request=row, right=True, by=None)
    partnership.refresh_from_db()
    assert partnership.confirmed_on == TODAY
    again = answer_agreement(request=row, right=False, remark="Toch niet", by=None)
    assert (again.answer, again.remark) == ("confirmed", "")
    with pytest.raises(DomainError, match="al bevestigd"):
        ask(partnership, cast)


def test_what_is_not_right_has_to_be_said_and_waits_until_somebody_does_something(partnership, cast):
    row = ask(partnership, cast)
    with pytest.raises(DomainError) as refused:
        answer_agreement(request=row, right=False, by=None)
    assert refused.value.field == "remark"
    answer_agreement(request=row, right=False, remark="Woensdag zijn we dicht", by=None)
    assert AgreementRequest.objects.not_right().get() == row
    change(partnership, cast, terms="Elke vrijdag")
    assert not AgreementRequest.objects.not_right().exists()
    partnership.refresh_from_db()
    assert not partnership.is_settled


def test_another_text_has_to_be_confirmed_anew_but_another_day_has_not(partnership, cast):
    answer_agreement(request=ask(partnership, cast), right=True, by=None)
    note_signed(partnership=partnership, by=cast.coordinator)
    same = change(partnership, cast, agreed_on=TODAY - timedelta(days=3))
    assert (same.confirmed_on, same.signed_on) == (TODAY, TODAY)
    other = change(partnership, cast, contribution="Geeft twee lokalen")
    assert (other.confirmed_on, other.signed_on) == (None, None)


def test_what_was_confirmed_before_the_text_changed_is_told_when_nobody_asks_anew(partnership, cast):
    row = ask(partnership, cast)
    answer_agreement(request=row, right=True, by=None)
    change(partnership, cast, terms="Elke vrijdag")
    assert AgreementRequest.of_token(row.token) is None
    items = look_at([cast.project], TODAY + timedelta(days=8)).items
    assert "agreements_not_confirmed" in [item.kind for item in items]
    row.refresh_from_db()
    assert (row.answer, row.terms) == ("confirmed", "Elke woensdag")


def test_another_contact_takes_the_link_from_the_first(partnership, cast):
    row = ask(partnership, cast)
    other = ContactPerson.objects.create(organisation=partnership.organisation, name="Amir", email="amir@example.org")
    change(partnership, cast, contact=other)
    assert AgreementRequest.of_token(row.token) is None
    with pytest.raises(DomainError, match="intussen veranderd"):
        answer_agreement(request=row, right=True, by=None)


def test_a_contact_of_another_organisation_is_refused(partnership, cast):
    elsewhere = Organisation.objects.create(name="De krant")
    other = ContactPerson.objects.create(organisation=elsewhere, name="Sven")
    with pytest.raises(DomainError, match="andere organisatie"):
        change(partnership, cast, contact=other)


def test_confirmed_by_hand_the_link_is_of_no_use_any_more(partnership, cast):
    row = ask(partnership, cast)
    confirm_partner(partnership=partnership, by=cast.coordinator)
    assert AgreementRequest.of_token(row.token) is None
    partnership.refresh_from_db()
    assert partnership.confirmed_on == TODAY


def test_a_token_is_no_other_rows_and_works_until_the_end_of_the_thirtieth_day(partnership, cast, clock):
    row = ask(partnership, cast)
    number, _dash, signature = row.token.partition("-")
    wrong = [f"{number}-{signature[:-1]}0x", f"{int(number) + 1}-{signature}", number, "", "x-y", "9" * 40 + "-a"]
    assert [token for token in wrong if AgreementRequest.of_token(token)] == []
    assert AgreementRequest.of_token(row.token) == row
    clock.shift(timedelta(days=30, hours=8))
    assert AgreementRequest.of_token(row.token) == row
    clock.shift(timedelta(hours=1))
    assert AgreementRequest.of_token(row.token) is None
