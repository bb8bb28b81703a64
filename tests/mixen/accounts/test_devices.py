"""Where somebody is logged in: seen, and ended one by one or all at once; and what the coordinator does about it."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mixen.accounts.devices import name_of
from mixen.accounts.models import AuditEvent
from mixen.celery import app as celery
from tests.conftest import PASSWORD

TABLET = "Mozilla/5.0 (Linux; Android 14; Tab) AppleWebKit/537.36 Chrome/130.0 Safari/537.36"


@pytest.fixture(autouse=True)
def fresh(db):
    cache.clear()


def entered(user, agent=TABLET):
    client = Client(HTTP_USER_AGENT=agent)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert "_auth_user_id" in client.session
    return client


def is_in(client):
    return client.get(reverse("account_own")).status_code == 200


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (TABLET, "Chrome op Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit Version/18.0 Mobile Safari/604.1", "Safari op iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/130 Safari/537.36 Edg/130", "Edge op Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox op Linux"),
        ("curl/8", "Onbekend apparaat"),
        ("", "Onbekend apparaat"),
    ],
)
def test_a_device_has_a_name_people_know(agent, name):
    assert name_of(agent) == name


def test_one_sees_where_one_is_logged_in_and_ends_one(cast):
    here, there, another = (
        entered(cast.ambassador, "Firefox Windows"),
        entered(cast.ambassador),
        entered(cast.colleague),
    )
    page = here.get(reverse("account_own"))
    names = [(device.name, device.is_this) for device in page.context["devices"]]
    assert names == [("Firefox op Windows", True), ("Chrome op Android", False)]
    number = page.context["devices"][1].session.pk
    here.post(reverse("account_end_session", args=[number]))
    assert (is_in(here), is_in(there), is_in(another)) == (True, False, True)
    assert [device.is_this for device in here.get(reverse("account_own")).context["devices"]] == [True]


def test_who_ends_the_session_they_are_in_is_logged_out(cast):
    """The page has no button for it, but the address is there."""
    here = entered(cast.ambassador)
    number = here.get(reverse("account_own")).context["devices"][0].session.pk
    answer = here.post(reverse("account_end_session", args=[number]))
    assert answer.status_code == 302
    assert not is_in(here)


def test_nobody_ends_anothers(cast):
    mine, theirs = entered(cast.ambassador), entered(cast.colleague)
    number = theirs.get(reverse("account_own")).context["devices"][0].session.pk
    assert mine.post(reverse("account_end_session", args=[number])).status_code == 404
    assert is_in(theirs)


def test_everywhere_but_here(cast):
    here, *others = (entered(cast.ambassador) for _each in range(3))
    here.post(reverse("account_end_others"))
    assert is_in(here)
    assert not any(is_in(other) for other in others)
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.ACCESS)
    assert (event.by, event.detail) == (cast.ambassador, "sessions_ended")


def test_another_password_logs_out_elsewhere(cast):
    here, there = entered(cast.ambassador), entered(cast.ambassador)
    new = "nog-een-heel-lang-wachtwoord"
    here.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert (is_in(here), is_in(there)) == (True, False)


def test_the_coordinator_sees_who_is_locked_and_unlocks(cast, as_user):
    for _time in range(7):
        Client().post(reverse("account_login"), {"login": cast.ambassador.email, "password": "fout"})
    coordinator, page = as_user(cast.coordinator), reverse("projects:accounts")
    assert "op slot tot 14.15" in coordinator.get(page).content.decode()
    coordinator.post(reverse("projects:account_unlock", args=[cast.ambassador.pk]))
    assert "op slot tot" not in coordinator.get(page).content.decode()
    assert not AccessAttempt.objects.filter(username=cast.ambassador.email).exists()
    entered(cast.ambassador)


def test_the_coordinator_logs_out_whose_laptop_is_gone(cast, as_user):
    gone = entered(cast.leader)
    as_user(cast.coordinator).post(reverse("projects:account_log_out", args=[cast.leader.pk]))
    assert not is_in(gone)


@pytest.mark.parametrize("asked", ["", "ambass", "\x00", "zzz", "a" * 300])
def test_accounts_are_found_by_name_or_address_in_a_constant_number_of_queries(
    cast, as_user, asked, django_assert_max_num_queries
):
    client = as_user(cast.coordinator)
    client.get(reverse("projects:accounts"))
    with django_assert_max_num_queries(10):
        page = client.get(reverse("projects:accounts"), {"q": asked})
    assert page.status_code == 200
    assert (cast.ambassador.email in page.content.decode()) is (asked in {"", "ambass", "\x00"})


def test_at_night_sessions_that_are_over_go_with_their_devices(cast, settings):
    """Also those of who never opens the own page again: the row has the address of the device."""
    here, over, elsewhere = entered(cast.ambassador), entered(cast.ambassador), entered(cast.colleague)
    past = timezone.now() - timedelta(seconds=1)
    Session.objects.filter(session_key=over.session.session_key).update(expire_date=past)
    Session.objects.filter(session_key=elsewhere.session.session_key).delete()  # logged out, or after a restore
    Session.objects.create(session_key="van-een-bezoeker", session_data="", expire_date=past)
    assert UserSession.objects.count() == 3
    celery.loader.import_default_modules()  # as a worker does
    celery.tasks[settings.CELERY_BEAT_SCHEDULE["forget-sessions"]["task"]]()
    kept = [here.session.session_key]
    assert list(Session.objects.values_list("session_key", flat=True)) == kept
    assert list(UserSession.objects.values_list("session_key", flat=True)) == kept
    assert is_in(here)
