"""Closing a meeting: what it notes, what stops it, and opening it again."""

from datetime import timedelta

import pytest

from mixen.errors import DomainError
from participants import actions
from participants.models import Attendance, Participant, Tablet
from projects.models import Meeting
from projects.watching import for_project
from tests.conftest import NOW, registered

TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.fixture
def mix(cast):
    """The mix meeting of today; everybody signed up long before."""
    Participant.objects.update(registered_on=TODAY - 30 * DAY, signed_up_on=TODAY - 20 * DAY)
    return cast.project.meetings.get(kind="mix")


def tablet(cast, name="Tablet 1", waiting=2, **facts):
    given = {"project": cast.project, "opened_at": NOW, "expires_at": NOW + DAY, "pin": "x", **facts}
    return Tablet.objects.create(name=name, waiting=waiting, token_mark=f"{name} {waiting}", **given)


def close(cast, meeting, **facts):
    return actions.close_meeting(meeting=meeting, by=cast.ambassador, **facts)


def noted(meeting):
    rows = meeting.attendances.values_list("participant__person__call_name", "present")
    return dict(rows)


def tick(meeting, somebody, present=True):
    return actions.note_attendance(meeting=meeting, participant=somebody, present=present, by=None)


def test_who_was_expected_and_has_no_tick_is_absent_from_then_on(cast, mix):
    registered(cast.project, "Noor", "new", cast.ambassador, {"gender": "woman"}, {})
    tick(mix, cast.ans)
    tick(mix, cast.lale, False)
    for somebody in (cast.willem, cast.samira):
        actions.become_coupled(participant=somebody, by=None)
    actions.withdraw(participant=cast.joop, reason="Ziek", by=None)
    Participant.objects.filter(pk=cast.corrie.pk).update(status="waiting", waiting_since=NOW)
    Participant.objects.filter(pk=cast.oksana.pk).update(signed_up_on=TODAY)
    closed = close(cast, mix)
    assert (closed.closed_at, closed.closed_by, closed.closed_despite) == (NOW, cast.ambassador, "")
    assert noted(mix) == {"Ans": True, "Lale": False, "Tesfay": False}
    assert Attendance.objects.get(participant=cast.tesfay).noted_by == cast.ambassador
    assert mix.history.first().history_user == cast.ambassador


def test_at_an_information_meeting_who_showed_interest_was_expected(cast, mix):
    information = cast.project.meetings.get(kind="information")
    noor = registered(cast.project, "Noor", "new", cast.ambassador, {"gender": "woman"}, {})
    Participant.objects.filter(pk=noor.pk).update(registered_on=information.day - DAY)
    Participant.objects.exclude(pk=noor.pk).update(registered_on=information.day)
    close(cast, information)
    assert noted(information) == {"Noor": False}


def test_a_meeting_that_has_not_begun_is_not_closed(cast, mix, clock):
    clock.move_to(mix.starts_at - timedelta(minutes=1))
    with pytest.raises(DomainError, match="moet nog komen"):
        close(cast, mix)
    clock.shift(60)
    assert close(cast, mix).closed_at


def test_nobody_closes_twice_or_opens_what_is_open(cast, mix):
    with pytest.raises(DomainError, match="niet afgesloten"):
        actions.reopen_meeting(meeting=mix, by=None)
    close(cast, mix)
    with pytest.raises(DomainError, match="al afgesloten"):
        close(cast, mix)


def test_after_closing_no_tick_is_set_until_it_is_opened_again(cast, mix):
    close(cast, mix)
    for present in (True, False):
        with pytest.raises(DomainError, match="Heropen die eerst"):
            tick(mix, cast.ans, present)
    assert noted(mix)["Ans"] is False
    opened = actions.reopen_meeting(meeting=mix, by=cast.coordinator)
    assert (opened.closed_at, opened.closed_by, opened.closed_despite) == (None, None, "")
    tick(mix, cast.ans)
    close(cast, mix)
    assert noted(mix)["Ans"] is True


@pytest.mark.parametrize(
    ("facts", "holds"),
    [
        ({"meeting": "mix"}, True),
        ({"meeting": "mix", "opened_at": NOW - 9 * DAY}, True),
        ({}, True),
        ({"opened_at": NOW - DAY}, False),
        ({"meeting": "information"}, False),
        ({"meeting": "mix", "waiting": 0}, False),
        ({"meeting": "mix", "revoked_at": NOW}, True),
        ({"meeting": "mix", "left_at": NOW}, True),
        ({"project": "foreign"}, False),
    ],
)
def test_a_tablet_that_holds_registrations_keeps_its_meeting_open(cast, mix, facts, holds):
    if "meeting" in facts:
        facts = {**facts, "meeting": cast.project.meetings.get(kind=facts["meeting"])}
    if "project" in facts:
        facts = {**facts, "project": cast.foreign}
    tablet(cast, **facts)
    if holds:
        with pytest.raises(DomainError) as refusal:
            close(cast, mix)
        assert refusal.value.field == "reason"
        assert "Tablet 1 (2 aanmeldingen)" in refusal.value.message
        assert not Meeting.objects.get(pk=mix.pk).closed_at
        assert noted(mix) == {}
    else:
        assert close(cast, mix, reason="Toch maar").closed_despite == ""


def test_each_tablet_is_named_with_how_many_it_holds(cast, mix):
    tablet(cast, "Bij de deur", 1)
    tablet(cast, "In de zaal", 12, meeting=mix)
    with pytest.raises(DomainError, match=r"Bij de deur \(1 aanmelding\), In de zaal \(12 aanmeldingen\)"):
        close(cast, mix)


def test_a_reason_closes_it_all_the_same_and_is_kept(cast, mix):
    tablet(cast, meeting=mix)
    assert close(cast, mix, reason="De tablet is kwijt").closed_despite == "De tablet is kwijt"
    assert actions.reopen_meeting(meeting=mix, by=None).closed_despite == ""


# The pages


def address(meeting, deed):
    return f"/projecten/nieuw-west-2027/bijeenkomsten/{meeting.pk}/{deed}/"


def test_the_page_says_what_will_happen_and_does_it(cast, mix, as_user):
    tick(mix, cast.ans)
    client = as_user(cast.ambassador)
    assert address(mix, "afsluiten") in client.get(address(mix, "aanwezig")).content.decode()
    text = " ".join(client.get(address(mix, "afsluiten")).content.decode().split())
    assert "1 mens was er." in text
    assert "7 mensen waren verwacht" in text
    assert "Oksana Proefpersoon" in text
    assert "Waarom sluit je toch af" not in text
    assert client.post(address(mix, "afsluiten")).status_code == 302
    text = client.get(address(mix, "aanwezig")).content.decode()
    assert "afgesloten</span>" in text
    assert "Heropenen" not in text
    assert text.count("disabled>") == 8
    assert "afgesloten" in client.get("/projecten/nieuw-west-2027/bijeenkomsten/").content.decode()


def test_the_page_asks_why_while_a_tablet_holds(cast, mix, as_user):
    tablet(cast, meeting=mix, heard_at=NOW)
    client = as_user(cast.ambassador)
    text = client.get(address(mix, "afsluiten")).content.decode()
    assert "Tablet 1" in text
    assert "Waarom sluit je toch af" in text
    assert client.post(address(mix, "afsluiten"), {"reason": ""}).status_code == 422
    assert client.post(address(mix, "afsluiten"), {"reason": "Kapot"}).status_code == 302
    assert "Kapot" in client.get(address(mix, "aanwezig")).content.decode()


def test_who_leads_opens_it_again(cast, mix, as_user):
    close(cast, mix)
    assert as_user(cast.ambassador).post(address(mix, "heropenen")).status_code == 403
    client = as_user(cast.leader)
    assert "Heropenen" in client.get(address(mix, "aanwezig")).content.decode()
    assert client.post(address(mix, "heropenen")).status_code == 302
    assert not Meeting.objects.get(pk=mix.pk).closed_at


@pytest.mark.parametrize("kind", ["mix", "closing"])
def test_what_cannot_be_closed_has_no_button(cast, mix, as_user, kind):
    meeting = cast.project.meetings.get(kind=kind)
    if kind == "mix":
        close(cast, meeting)
    client = as_user(cast.coordinator)
    assert "Bijeenkomst afsluiten</button>" not in client.get(address(meeting, "afsluiten")).content.decode()
    assert client.post(address(meeting, "afsluiten")).status_code == 422


@pytest.mark.parametrize("scripted", [True, False])
def test_a_tick_at_a_closed_meeting_is_refused_on_the_page_itself(cast, mix, as_user, scripted):
    close(cast, mix)
    client = as_user(cast.ambassador)
    headers = {"HX-Request": "true"} if scripted else {}
    answer = client.post(f"{address(mix, 'aanwezig')}{cast.ans.pk}/", {"present": "1"}, headers=headers)
    page = answer.headers["HX-Redirect"] if scripted else answer.url
    assert page.startswith(address(mix, "aanwezig"))
    assert "Heropen die eerst" in client.get(page).content.decode()
    assert noted(mix)["Ans"] is False


# The morning's list


def lines(cast, today):
    return {item.url: item for item in for_project(cast.project, today) if item.deed == "Afsluiten"}


@pytest.mark.parametrize(("days", "told"), [(0, False), (1, True), (14, True), (15, False)])
def test_a_meeting_that_was_ticked_waits_two_weeks_to_be_closed(cast, mix, days, told):
    tick(mix, cast.ans)
    assert bool(lines(cast, TODAY + days * DAY)) is told


def test_nothing_to_close_when_nobody_was_ticked_or_it_is_closed(cast, mix):
    tick(mix, cast.ans, False)
    assert lines(cast, TODAY + DAY) == {}
    tick(mix, cast.ans)
    assert list(lines(cast, TODAY + DAY)) == [address(mix, "afsluiten")]
    close(cast, mix)
    assert lines(cast, TODAY + DAY) == {}
