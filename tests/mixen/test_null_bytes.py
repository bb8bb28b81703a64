"""A null byte reaches no page and no database, wherever in a request it stands."""

import pytest
from django.test import Client

NULL_COOKIE = r'"abcdefghij\000klmnop"'  # as http.cookies writes it


def open_session(client: Client, cookie: str) -> int:
    """The status of a page behind the log-in, asked with this line of cookies."""
    return client.get("/projecten/", HTTP_COOKIE=cookie).status_code


@pytest.mark.postgres
@pytest.mark.parametrize("name", ["sessionid", "messages", "csrftoken", "mixen_tablet"])
def test_a_cookie_with_a_null_byte_is_none(cast, name):
    """On PostgreSQL looking for it would fail; who sends it is somebody who is not logged in."""
    response = Client().get("/projecten/", HTTP_COOKIE=f"{name}={NULL_COOKIE}")
    assert response.status_code == 302
    assert response.url.startswith("/account/login/")


def test_a_good_cookie_beside_it_still_counts(cast, as_user):
    client = as_user(cast.coordinator)
    good = client.cookies["sessionid"].value
    assert open_session(Client(), f"sessionid={good}; messages={NULL_COOKIE}") == 200
    assert open_session(Client(), f"sessionid={NULL_COOKIE}") == 302


@pytest.mark.parametrize(
    "path",
    ["/projecten/%00/", "/projecten/?q=a%00b", "/projecten/?%00=1", "/mijn/%00/", "/account/login/?next=%00"],
)
def test_an_address_with_a_null_byte_is_refused(cast, as_user, path):
    response = as_user(cast.coordinator).get(path)
    assert response.status_code == 400
    assert "Dit kan de site niet lezen" in response.content.decode()


def test_the_same_addresses_without_it_are_answered(cast, as_user):
    assert as_user(cast.coordinator).get("/projecten/?q=ab").status_code == 200
