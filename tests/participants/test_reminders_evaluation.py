"""Who has not answered the evaluation is asked once by message, at ten on the day after the closing meeting."""

from datetime import timedelta

import pytest

from matching.actions import form_couple
from participants.actions import answer_evaluation, change_person
from participants.messages import make_messages, send_messages
from participants.models import Message
from tests.participants.actions.test_evaluation import CLOSING, at_the_end, final_report


@pytest.fixture
def couple(cast):
    for who in (cast.ans, cast.samira, cast.lale):
        change_person(participant=who, person={"email": f"{who.person.call_name}@example.org"}, part={}, by=None)
    return form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.ambassador)


def at(clock, days, hour):
    clock.move_to(f"{CLOSING + timedelta(days=days)}T{hour:02}:00:00+02:00")


def asked():
    return list(Message.objects.filter(kind="evaluation").values_list("participant__person__call_name", flat=True))


def test_once_at_ten_the_day_after_and_nobody_without_a_buddy(cast, couple, clock, mailoutbox):
    at(clock, 1, 9)
    make_messages()
    assert asked() == []
    at(clock, 1, 10)
    for _time in range(3):
        make_messages()
        send_messages()
    assert sorted(asked()) == ["Ans", "Samira"]
    letters = [mail for mail in mailoutbox if mail.subject == "Wat vond je ervan?"]
    assert sorted(mail.to[0] for mail in letters) == ["Ans@example.org", "Samira@example.org"]
    assert f"/mijn/{cast.ans.personal_link.token}/" in str([mail.body for mail in letters])


def test_not_again_when_the_day_of_the_closing_meeting_is_changed_afterwards(cast, couple, clock):
    at(clock, 1, 10)
    make_messages()
    closing = cast.project.meetings.closing()
    moved = closing.starts_at + timedelta(days=3)
    type(closing).objects.filter(pk=closing.pk).update(starts_at=moved, ends_at=moved + timedelta(hours=2))
    at(clock, 4, 10)
    make_messages()
    assert sorted(asked()) == ["Ans", "Samira"]


def test_who_answered_and_a_report_that_is_final_ask_nothing(cast, couple, clock, mailoutbox):
    at_the_end(clock)
    answer_evaluation(participant=cast.ans, answers={"again": "yes"}, via="link", by=None)
    at(clock, 1, 10)
    make_messages()
    assert asked() == ["Samira"]
    final_report(cast.project)
    send_messages()
    assert not [mail for mail in mailoutbox if mail.subject == "Wat vond je ervan?"]


def test_days_later_it_is_too_late(cast, couple, clock):
    at(clock, 4, 10)
    make_messages()
    assert asked() == []
