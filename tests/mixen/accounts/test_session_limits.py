"""Sessions end after a time away that goes with the role and the device, and never last longer than a working day."""

from datetime import timedelta

import pytest

from tests.conftest import NOW, PASSWORD

PAGE = "/stadsdelen/nieuw-west/"


def is_logged_out(response):
    return response.status_code == 302 and response.url.startswith("/account/login/")


def test_half_an_hour_away_is_logged_out(cast, as_user, clock):
    client = as_user(cast.official)
    clock.shift(timedelta(minutes=30))
    assert client.get(PAGE).status_code == 200
    clock.shift(timedelta(minutes=30, seconds=1))
    answer = client.get("/projecten/nieuw-west-2027/verslag/1/pdf/")
    assert is_logged_out(answer)
    assert answer.url.endswith("verslag/1/pdf/")
    assert is_logged_out(client.get(PAGE))


def test_who_keeps_reading_stays(cast, as_user, clock):
    client = as_user(cast.official)
    for _time in range(6):
        clock.shift(timedelta(minutes=20))
        assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize("who", ["coordinator", "leader", "ambassador"])
def test_others_stay_through_an_afternoon(cast, as_user, clock, who):
    client = as_user(getattr(cast, who))
    clock.shift(timedelta(hours=4))
    assert client.get("/").status_code == 200


def test_a_coordinator_who_has_a_second_factor_is_no_official(cast, as_user, clock):
    cast.coordinator.needs_second_factor = True
    cast.coordinator.save()
    client = as_user(cast.coordinator)
    clock.shift(timedelta(hours=4))
    assert client.get("/").status_code == 200


def test_the_cookie_goes_with_the_browser(cast, client):
    """Through the page of log-in itself."""
    client.post("/account/login/", {"login": cast.official.email, "password": PASSWORD})
    assert client.session.get_expire_at_browser_close()
    assert client.cookies["sessionid"]["max-age"] == ""
    assert client.get(PAGE).status_code == 200


def test_a_session_of_before_this_rule_is_ended(cast, as_user):
    client = as_user(cast.official)
    session = client.session
    del session["began_at"]
    session.save()
    assert is_logged_out(client.get(PAGE))


def test_reading_on_writes_no_session_at_every_request(cast, as_user, clock):
    client = as_user(cast.official)
    clock.shift(timedelta(seconds=59))
    client.get(PAGE)
    assert client.session["seen_at"] == NOW.timestamp()
    clock.shift(timedelta(seconds=2))
    client.get(PAGE)
    assert client.session["seen_at"] == NOW.timestamp() + 61


def test_nobody_stays_longer_than_a_working_day_however_busy(cast, as_user, clock):
    client = as_user(cast.ambassador)
    for _hours in range(6):
        clock.shift(timedelta(hours=2))
        assert client.get("/").status_code == 200
    clock.shift(timedelta(seconds=1))
    assert is_logged_out(client.get("/"))


@pytest.mark.parametrize(("who", "hours"), [("coordinator", 4), ("leader", 4), ("ambassador", 6)])
def test_who_was_away_too_long_logs_in_again(cast, as_user, clock, who, hours):
    client = as_user(getattr(cast, who))
    clock.shift(timedelta(hours=hours, seconds=1))
    assert is_logged_out(client.get("/"))


@pytest.mark.parametrize("shared", [True, False])
def test_a_shared_device_forgets_an_ambassador_after_half_an_hour(cast, client, clock, shared):
    """As was said at the log-in; the cookie goes with the browser then."""
    data = {"login": cast.ambassador.email, "password": PASSWORD, **({"shared": "on"} if shared else {})}
    client.post("/account/login/", data)
    assert client.session.get_expire_at_browser_close() or not shared
    clock.shift(timedelta(minutes=31))
    assert is_logged_out(client.get("/")) is shared


def test_a_shared_device_is_remembered_through_the_code_by_mail(cast, client, clock, mailoutbox):
    client.post("/account/login/code/", {"email": cast.ambassador.email, "shared": "on"})
    code = next(line for line in mailoutbox[0].body.splitlines() if line.isupper() and "-" in line)
    assert client.post("/account/login/code/confirm/", {"code": code}).status_code == 302
    assert client.get("/").status_code == 200
    clock.shift(timedelta(minutes=31))
    assert is_logged_out(client.get("/"))
