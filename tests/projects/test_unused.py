"""An account that nobody uses for two years ends, a month after its owner was told; who logs in keeps it."""

from datetime import date, datetime
from email.message import EmailMessage
from io import StringIO
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mixen.accounts.models import AccessNotice, User
from mixen.accounts.notices import send_access_notices
from projects.models import DistrictOfficial, Project
from projects.unused import unused
from tests.conftest import NOW, Cast
from tests.projects.money import allowance, approved

MADE = NOW.date()
OVER = MADE + relativedelta(months=24)


def at(clock: Any, day: date) -> None:
    clock.move_to(timezone.make_aware(datetime(day.year, day.month, day.day, 12)))


def night(*options: str) -> list[str]:
    """What the nightly run says of accounts."""
    said = StringIO()
    call_command("retention", *options, stdout=said)
    return [line for line in said.getvalue().splitlines() if line.startswith("account ")]


@pytest.fixture
def old(cast: Cast) -> User:
    """Somebody with an account and nothing to do; all others logged in since, but for the official."""
    User.objects.exclude(pk__in=[cast.official.pk]).update(last_login=NOW + relativedelta(months=23))
    official: User = cast.official
    return official


def told(user: User) -> str:
    return f"account {user.pk}: told that it ends, not used since {MADE}"


def gone(user: User) -> str:
    return f"account {user.pk}: everything, not used since {MADE}"


def test_a_month_before_it_is_told_and_then_it_ends(old: User, clock: Any, mailoutbox: list[EmailMessage]) -> None:
    at(clock, OVER - relativedelta(days=31))
    assert night() == []
    at(clock, OVER - relativedelta(days=29))
    assert night("--dry-run") == night() == [told(old)]
    assert night() == [], "told once"
    send_access_notices()
    (letter,) = mailoutbox
    assert letter.to == [old.email]
    assert letter.subject == "Je account stopt over een maand"
    assert "Vanaf di 13 maart 2029" in letter.body
    at(clock, OVER)
    assert night() == []
    at(clock, OVER + relativedelta(days=1))
    assert night("--dry-run") == night() == [gone(old)]
    old.refresh_from_db()
    assert old.name == "oud-teamlid"
    assert not DistrictOfficial.objects.filter(user=old).exists()
    assert night() == []


def test_never_without_a_month_after_the_mail(old: User, clock: Any) -> None:
    """A machine that stood still for years tells first."""
    at(clock, OVER + relativedelta(months=10))
    User.objects.exclude(pk=old.pk).update(last_login=timezone.now())
    assert night() == [told(old)]
    at(clock, OVER + relativedelta(months=10, days=29))
    assert night() == []
    at(clock, OVER + relativedelta(months=10, days=30))
    assert night() == [gone(old)]


def test_who_logs_in_after_the_mail_keeps_it(old: User, clock: Any, as_user: Any) -> None:
    at(clock, OVER - relativedelta(days=20))
    assert night() == [told(old)]
    as_user(old)
    at(clock, OVER + relativedelta(days=20))
    assert night() == []
    at(clock, OVER + relativedelta(months=23))
    User.objects.exclude(pk=old.pk).update(last_login=timezone.now())
    (line,) = night()
    assert line.startswith(f"account {old.pk}: told that it ends"), "two years later it is told anew"


def test_who_logs_in_while_it_runs_keeps_it(old: User, clock: Any) -> None:
    from projects.actions import erase_unused

    at(clock, OVER - relativedelta(days=20))
    night()
    at(clock, OVER + relativedelta(days=20))
    User.objects.filter(pk=old.pk).update(last_login=timezone.now())
    assert erase_unused(user=old, by=None, today=timezone.localdate()) is None
    assert User.objects.get(pk=old.pk).email == old.email


def test_who_is_in_a_team_that_runs_is_left_alone(cast: Cast, old: User, clock: Any) -> None:
    at(clock, OVER - relativedelta(days=20))
    User.objects.filter(pk=cast.colleague.pk).update(last_login=None)
    Project.objects.filter(pk=cast.project.pk).update(ends_on=OVER)
    assert night() == [told(old)]
    Project.objects.filter(pk=cast.project.pk).update(ends_on=OVER - relativedelta(days=21))
    assert night() == [told(cast.colleague)]


def test_who_is_still_to_be_paid_is_waited_for(cast: Cast, old: User, clock: Any) -> None:
    approved(allowance(cast.project, cast.colleague))
    User.objects.filter(pk=cast.colleague.pk).update(last_login=None)
    at(clock, OVER - relativedelta(days=20))
    night()
    at(clock, OVER + relativedelta(days=20))
    assert night() == [gone(old)]


@pytest.mark.parametrize("others", [0, 1])
def test_the_last_coordinator_is_never_ended(cast: Cast, clock: Any, others: int) -> None:
    """Nor both of two who never come: one stays."""
    User.objects.exclude(pk=cast.coordinator.pk).update(last_login=NOW + relativedelta(months=24))
    for number in range(others):
        User.objects.create_user(f"c{number}@example.org", name=f"Ander {number}", is_coordinator=True)
    at(clock, OVER - relativedelta(days=20))
    night()
    at(clock, OVER + relativedelta(days=20))
    assert len(night()) == others
    assert User.objects.filter(is_coordinator=True, is_active=True).count() == 1
    assert night() == []


def test_an_account_that_is_off_gets_no_mail_and_ends_too(
    old: User, clock: Any, mailoutbox: list[EmailMessage]
) -> None:
    User.objects.filter(pk=old.pk).update(is_active=False)
    at(clock, OVER - relativedelta(days=20))
    assert night() == [told(old)]
    send_access_notices()
    assert mailoutbox == []
    at(clock, OVER + relativedelta(days=20))
    assert night() == [gone(old)]
    assert not AccessNotice.objects.exists()


def test_the_rehearsal_names_them(cast: Cast, old: User, clock: Any, as_user: Any) -> None:
    def page() -> str:
        found: str = as_user(cast.coordinator).get(reverse("participants:rehearsal")).text
        return found

    at(clock, OVER - relativedelta(days=20))
    assert "1 mens krijgt een mail dat het account over een maand stopt" in page()
    night()
    at(clock, OVER + relativedelta(days=20))
    assert "1 account is twee jaar niet gebruikt en wordt gewist: <bdi>Official</bdi>" in page()


def test_the_same_number_of_questions_for_more_accounts(cast: Cast, clock: Any) -> None:
    at(clock, OVER)
    with CaptureQueriesContext(connection) as few:
        assert unused(OVER)
    for number in range(10):
        User.objects.create_user(f"n{number}@example.org", name=f"Nog {number}", last_login=NOW)
    with CaptureQueriesContext(connection) as more:
        assert len(unused(OVER)) > 10
    assert len(few) == len(more)
