"""The brake on public addresses: per place and per page, for as long as it says, and never on looking."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from mixen.limits import at_most


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def page(request: HttpRequest, **_found: Any) -> HttpResponse:
    return HttpResponse("goed")


def other_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ook goed")


def asked(view: Any, method: str = "post", place: str = "10.0.0.1") -> HttpResponse:
    request = getattr(RequestFactory(), method)("/", REMOTE_ADDR=place)
    request.user = None
    return view(request)


def statuses(view: Any, times: int, **how: Any) -> list[int]:
    return [asked(view, **how).status_code for _time in range(times)]


def test_so_many_go_through_and_then_it_waits() -> None:
    view = at_most(3, seconds=60)(page)
    assert statuses(view, 5) == [200] * 3 + [429] * 2
    answer = asked(view)
    assert answer.headers["Retry-After"] == "60"
    assert "<html" in answer.content.decode()


def test_after_its_time_it_goes_on(clock: time_machine.Traveller) -> None:
    view = at_most(2, seconds=60)(page)
    assert statuses(view, 3) == [200, 200, 429]
    clock.shift(59)
    assert statuses(view, 1) == [429]
    clock.shift(2)
    assert statuses(view, 3) == [200, 200, 429]


def test_each_place_has_its_own_count() -> None:
    view = at_most(1, seconds=60)(page)
    assert statuses(view, 2) == [200, 429]
    assert statuses(view, 2, place="10.0.0.2") == [200, 429]


def test_behind_a_proxy_the_place_is_the_one_it_wrote_down_last(settings: Any) -> None:
    view = at_most(1, seconds=60)(page)

    def told(addresses: str) -> int:
        request = RequestFactory().post("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=addresses)
        request.user = None
        return view(request).status_code

    settings.BEHIND_PROXY = True
    assert [told("198.51.100.1"), told("198.51.100.2"), told("203.0.113.9, 198.51.100.2")] == [200, 200, 429]
    settings.BEHIND_PROXY = False
    assert [told("198.51.100.3"), told("198.51.100.4")] == [200, 429]


def test_each_page_has_its_own_count() -> None:
    assert statuses(at_most(1, seconds=60)(page), 2) == [200, 429]
    assert statuses(at_most(1, seconds=60)(other_page), 2) == [200, 429]


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_looking_is_not_counted(method: str) -> None:
    view = at_most(1, seconds=60)(page)
    assert statuses(view, 4, method=method) == [200] * 4
    assert statuses(view, 1) == [200]


def test_where_looking_counts_a_head_is_looking_too() -> None:
    view = at_most(2, seconds=60, methods=("GET", "POST"))(page)
    assert [asked(view, method).status_code for method in ("get", "head", "post", "head")] == [200, 200, 429, 429]


def test_no_address_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    add = cache.add
    monkeypatch.setattr(cache, "add", lambda key, *rest, **how: kept.append(key) or add(key, *rest, **how))
    asked(at_most(1, seconds=60)(page), place="198.51.100.7")
    assert kept
    assert "198.51.100.7" not in str(kept)


def test_a_count_that_ran_out_between_two_steps_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "add", lambda *_args, **_how: True)
    assert statuses(at_most(1, seconds=60)(page), 2) == [200, 429]


def test_a_refusal_keeps_what_the_page_is_called() -> None:
    assert at_most(1, seconds=60)(page).__name__ == "page"
