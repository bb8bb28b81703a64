"""Messages go out while worker, beat, Redis and PostgreSQL are killed: none is lost, none doubled but in flight."""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.faults.town import Town
from tests.mailserver import MailServer

pytestmark = [pytest.mark.faults, pytest.mark.postgres, pytest.mark.redis]
PEOPLE = 40
WORKERS = ("worker", "worker 2")
LEFT = "SELECT count(*) FROM participants_message WHERE sent_at IS NULL"
KILLS = ["worker", "Redis", "beat", "PostgreSQL", "worker 2", "Redis", "PostgreSQL", "worker"]
HOLDS_A_MAIL = {"worker", "worker 2"}


def tally(post: MailServer, people: int) -> tuple[int, int]:
    """How many got nothing, and how many mails there were too many."""
    times = Counter(address for address, _text in post.taken)
    return len({f"gast{number}@example.org" for number in range(people)} - set(times)), sum(times.values()) - len(
        times
    )


def test_reminders_while_everything_is_killed(town: Town, post: MailServer, noted: Callable[..., None]) -> None:
    assert town.stage("many_messages", PEOPLE) == PEOPLE
    post.pause = 0.1
    town.start(*WORKERS, "beat")
    for number, name in enumerate(KILLS, 1):
        post.wait_for(number * PEOPLE // (len(KILLS) + 2), seconds=90)
        town.again(name)
    town.wait_patiently(lambda: town.number(LEFT) <= len(KILLS), seconds=120)
    town.forget_claims()  # of what a killed worker held; in life that takes ten minutes
    town.wait_patiently(lambda: town.number(LEFT) == 0, seconds=120)
    lost, doubled = tally(post, PEOPLE)
    # A worker that is killed may have a mail on its way; with PostgreSQL gone, each worker may have one.
    in_flight = sum(1 if name in HOLDS_A_MAIL else len(WORKERS) for name in KILLS if name not in {"Redis", "beat"})
    noted(
        "reminders by mail, two workers",
        killed="worker, beat, Redis, PostgreSQL",
        times=len(KILLS),
        sent=len(post.taken),
        lost=lost,
        doubled=max(0, doubled - in_flight),
    )


def test_two_workers_that_claim_nothing_would_send_twice(
    town: Town, post: MailServer, noted: Callable[..., None]
) -> None:
    """The control: the claim on the row is what keeps two workers apart."""
    assert town.stage("many_messages", 20) == 20
    post.pause = 0.05
    town.at_once("send_without_claims", 2)
    lost, doubled = tally(post, 20)
    assert lost == 0
    noted("control: two workers, no claim on the row", sent=len(post.taken), doubled=doubled, control=True)


def test_what_waits_only_in_redis_would_be_lost(town: Town, post: MailServer, noted: Callable[..., None]) -> None:
    """The control: twenty mails that are jobs in the queue and no rows, and Redis killed before they were done."""
    post.pause = 0.1
    town.stage("mails_in_the_queue_only", 20)
    town.start("worker")
    post.wait_for(3, seconds=60)
    town.again("Redis")
    town.kill("worker")
    town.start("worker", "beat")
    post.wait_for_quiet(3)
    lost, _doubled = tally(post, 20)
    noted(
        "control: jobs in the queue, no rows", killed="Redis", times=1, sent=len(post.taken), lost=lost, control=True
    )
