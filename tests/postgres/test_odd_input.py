"""What PostgreSQL cannot hold, and SQLite can: such input is no error of ours."""

import pytest
from django.test import Client

from tests.conftest import Cast
from tests.mixen.test_cookies import NULL_COOKIE

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.mark.parametrize("name", ["sessionid", "messages", "csrftoken", "mixen_tablet"])
def test_a_cookie_with_a_null_byte_is_none(cast: Cast, name: str) -> None:
    """Looking for it would fail; who sends it is somebody who is not logged in."""
    response = Client().get("/projecten/", HTTP_COOKIE=f"{name}={NULL_COOKIE}")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/account/login/")


def test_an_address_of_any_length_can_be_tried_until_it_is_locked(cast: Cast) -> None:
    """What is longer than its column is refused, also where it only counts the tries."""
    data = {"login": "x" * 300 + "@example.org", "password": "fout-wachtwoord"}
    tries = [Client().post("/account/login/", data).status_code for _time in range(7)]
    assert tries == [200] * 5 + [429] * 2
