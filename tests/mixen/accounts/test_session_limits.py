"""An official's session ends after half an hour without a request, and with the browser; nobody else's does."""

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
    del session["seen_at"]
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
