"""A cookie or a request that nobody of ours made is no error of ours."""

import pytest
from django.test import Client
from django.urls import reverse

NULL_COOKIE = r'"abcdefghij\000klmnop"'  # as http.cookies writes it


def open_session(client: Client, cookie: str) -> int:
    """The status of a page behind the log-in, asked with this line of cookies."""
    return client.get("/projecten/", HTTP_COOKIE=cookie).status_code


def test_a_good_cookie_beside_it_still_counts(cast, as_user):
    client = as_user(cast.coordinator)
    good = client.cookies["sessionid"].value
    assert open_session(Client(), f"sessionid={good}; messages={NULL_COOKIE}") == 200
    assert open_session(Client(), f"sessionid={NULL_COOKIE}") == 302


@pytest.mark.parametrize(
    "path", ["/projecten/?q=a%00b", "/projecten/?%00=1", "/projecten/%00/", "/account/login/?next=%00"]
)
def test_a_null_byte_in_an_address_is_no_error_of_ours(cast, as_user, path):
    assert as_user(cast.coordinator).get(path).status_code in {200, 302, 404}


def test_what_cannot_be_read_at_all_is_told_in_dutch(cast, as_user):
    response = as_user(cast.coordinator).post("/projecten/nieuw/", {f"f{number}": "1" for number in range(1200)})
    assert response.status_code == 400
    assert "Dit kan de site niet lezen" in response.content.decode()


def test_what_a_page_tells_of_people_is_in_no_cookie(cast, as_user):
    """A message after a deed has a name in it; it waits for the next page on the server, and is shown once."""
    client = as_user(cast.coordinator)
    done = client.post(reverse("projects:account_unlock", args=[cast.leader.pk]))
    assert done.status_code == 302
    kept = [cookie.OutputString() for cookie in done.cookies.values()]
    assert not [one for one in kept if one.startswith("messages=") or cast.leader.name in one]
    first, second = (client.get(done.url) for _time in range(2))
    assert [cast.leader.name in str(message) for message in first.context["messages"]] == [True]
    assert not list(second.context["messages"])
