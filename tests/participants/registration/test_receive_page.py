"""The addresses a tablet sends to: who may, what they answer, and that no header breaks them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from participants import actions
from participants.actions.tablets import Opened
from participants.models import ErasedRegistration, Participant, Tablet
from participants.registration import keys
from participants.registration.sealed import MOST_BYTES
from tests.conftest import NOW, Cast
from tests.participants.registration.sealing import answers, body, seal

RECEIVE, STATE = "/tablet/ontvangen/", "/tablet/stand/"
Send = Callable[..., Any]
HUGE = "9" * 30
MOST_QUERIES = 28  # those that begin and end a transaction or a savepoint among them


def told_by(response: Any) -> tuple[int, dict[str, Any]]:
    return response.status_code, response.json()


def test_each_answer_has_its_own_status_and_names_the_record(cast: Cast, send: Send) -> None:
    key, erased = uuid4(), uuid4()
    ErasedRegistration.objects.create(key=erased)
    assert told_by(send(key=key, plain=answers(name=""))) == (202, {"answer": "parked", "key": str(key)})
    assert told_by(send(key=key)) == (201, {"answer": "stored", "key": str(key)})
    assert told_by(send(key=erased)) == (410, {"answer": "erased", "key": str(erased)})
    assert told_by(send(b"{}")) == (400, {"answer": "cannot_open", "key": ""})


def test_the_same_record_sent_again_is_answered_with_200(cast: Cast, send: Send, told: dict[str, str]) -> None:
    before = Participant.objects.count()
    record = body(seal(answers(), told))
    assert [send(record).status_code for _time in range(3)] == [201, 200, 200]
    assert Participant.objects.count() == before + 1


def test_the_same_answers_sealed_anew_are_the_same(cast: Cast, send: Send) -> None:
    key = uuid4()
    assert [send(key=key).status_code for _time in range(2)] == [201, 200]


@pytest.mark.parametrize(
    "header",
    ["", "Tablet", "Tablet ", "Tablet x", "Bearer {token}", "tablet {token}", "{token}", "Tablet  {token}",
     "Tablet {token}x", "Tablet {short}", "Tablet \xff", "Tablet ' OR 1=1 --", "Tablet " + "x" * 6000],
    ids=ascii,
)  # fmt: skip
@pytest.mark.parametrize("address", [RECEIVE, STATE])
def test_without_its_token_a_tablet_is_unknown(cast: Cast, opened: Opened, address: str, header: str) -> None:
    before = Participant.objects.count()
    given = header.format(token=opened.token, short=opened.token[:-1])
    sealed = body(seal(answers(), keys.public_key()))
    headers = {"Authorization": given} if header else {}
    answer = Client().post(address, sealed, content_type="application/json", headers=headers)
    assert answer.status_code == 401
    assert answer.json() == ({"answer": "unknown_tablet"} if address == RECEIVE else {"open": False})
    assert Participant.objects.count() == before


@pytest.mark.parametrize("address", [RECEIVE, STATE])
@pytest.mark.parametrize("method", ["get", "head", "put", "patch", "delete"])
def test_it_only_takes_a_post(cast: Cast, address: str, method: str) -> None:
    assert getattr(Client(), method)(address).status_code == 405


def test_the_cookie_of_a_tablet_is_no_token(cast: Cast, opened: Opened) -> None:
    client = Client()
    client.cookies["mixen_tablet"] = opened.token
    sealed = body(seal(answers(), keys.public_key()))
    assert client.post(RECEIVE, sealed, content_type="application/json").status_code == 401


def test_a_post_needs_no_cookie_of_the_site(cast: Cast, opened: Opened, told: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(
        RECEIVE,
        body(seal(answers(), told)),
        content_type="application/json",
        headers={"Authorization": f"Tablet {opened.token}"},
    )
    assert answer.status_code == 201
    assert not answer.cookies


def test_a_tablet_that_was_revoked_sends_nothing_more(cast: Cast, opened: Opened, send: Send) -> None:
    actions.revoke_tablet(tablet=opened.tablet, by=cast.coordinator)
    before = Participant.objects.count()
    assert told_by(send()) == (401, {"answer": "unknown_tablet"})
    assert Participant.objects.count() == before


def test_a_tablet_past_its_time_or_left_still_sends_what_it_holds(
    cast: Cast, opened: Opened, send: Send, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=20))
    assert send().status_code == 201
    actions.leave_tablet(tablet=opened.tablet, pin="4827", by=None)
    assert send().status_code == 201


def test_what_is_registered_is_of_the_tablets_own_project(cast: Cast, send: Send) -> None:
    key = uuid4()
    send(key=key, plain=answers(project=cast.foreign.pk, project_id=cast.foreign.pk, status="completed"))
    made = Participant.objects.get(registration_key=key)
    assert (made.project, made.status) == (cast.project, "signed_up")


def test_a_tablet_is_heard(cast: Cast, opened: Opened, send: Send) -> None:
    send(X_Waiting="3", X_Sent="12")
    tablet = Tablet.objects.get(pk=opened.tablet.pk)
    assert (tablet.waiting, tablet.sent, tablet.heard_at) == (3, 12, NOW)


@pytest.mark.parametrize(
    "hostile",
    ["-1", "1.5", "1e3", "x", " ", "", "100001", HUGE, "0" * 9 + HUGE, "0" * 9 + "9" * 5000, "9" * 5000, "²", "٣",
     "1,2", "None", "'; DROP TABLE", "\xff"],
    ids=lambda text: ascii(text[:14]),
)  # fmt: skip
@pytest.mark.parametrize("name", ["X-Waiting", "X-Sent"])
def test_a_header_that_makes_no_sense_is_passed_over(
    cast: Cast, opened: Opened, send: Send, name: str, hostile: str
) -> None:
    counts = {"X-Waiting": "1", "X-Sent": "1", name: hostile}
    assert send(**counts).status_code == 201
    tablet = Tablet.objects.get(pk=opened.tablet.pk)
    assert (tablet.waiting, tablet.sent, tablet.heard_at) == (0, 0, None)
    state = Client().post(STATE, headers={"Authorization": f"Tablet {opened.token}", **counts})
    assert state.status_code == 200


@pytest.mark.parametrize("length", [MOST_BYTES, MOST_BYTES + 1, 2 * 1024 * 1024 + 1])
def test_too_much_is_refused(cast: Cast, send: Send, length: int) -> None:
    assert send(b" " * length).status_code == 400


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"]
)
def test_the_kind_of_content_does_not_matter(cast: Cast, opened: Opened, told: dict[str, str], kind: str) -> None:
    record = body(seal(answers(), told))
    headers = {"Authorization": f"Tablet {opened.token}"}
    assert Client().post(RECEIVE, record, content_type=kind, headers=headers).status_code == 201


def test_the_state_tells_whether_it_is_open_until_when_and_the_newest_key(
    cast: Cast, opened: Opened, clock: time_machine.Traveller
) -> None:
    headers = {"Authorization": f"Tablet {opened.token}", "X-Waiting": "2", "X-Sent": "0"}
    answer = Client().post(STATE, headers=headers).json()
    assert answer == {"open": True, "expires": opened.tablet.expires_at.isoformat(), "key": keys.public_key()}
    assert Tablet.objects.get(pk=opened.tablet.pk).waiting == 2
    clock.shift(timedelta(hours=12))
    assert Client().post(STATE, headers=headers).json()["open"] is False


def test_a_registration_takes_few_queries_and_fewest_while_others_wait_for_the_project(cast: Cast, send: Send) -> None:
    whole = answers(languages=[1, 2], interests=[1, 2, 3], photos_ok="on")
    assert send(whole).status_code == 201  # what is made once is made
    with CaptureQueriesContext(connection) as asked:
        assert send({**whole, "name": ["Noor Tweede"]}).status_code == 201
    queries = [query["sql"] for query in asked.captured_queries]
    assert len(queries) <= MOST_QUERIES, "\n".join(queries)
    (locked,) = [place for place, sql in enumerate(queries) if sql.startswith('SELECT "projects_project"')]
    held = [sql for sql in queries[locked + 1 :] if "SAVEPOINT" not in sql]
    # How many there are, the status, and the one row of history that has it, with its set.
    assert len(held) == 4, "\n".join(held)


def test_what_is_sent_a_second_time_is_not_weighed_again(cast: Cast, send: Send) -> None:
    whole, key = answers(languages=[1, 2], interests=[1, 2, 3]), uuid4()
    assert send(whole, key).status_code == 201
    with CaptureQueriesContext(connection) as asked:
        assert send(whole, key).status_code == 200
    assert len(asked.captured_queries) <= 4, [query["sql"] for query in asked.captured_queries]
