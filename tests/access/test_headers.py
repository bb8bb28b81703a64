"""What goes along with every answer, and which public addresses have a brake: over all addresses, in one pass each."""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import get_resolver, path

from mixen.public_pages import WITHOUT_BRAKE
from tests.access.conftest import World
from tests.access.expected import ADDRESSES
from tests.access.walking import ask_and_forget, our_addresses, path_of

# What everybody may keep: the same for all, and nothing about anybody.
MAY_BE_KEPT = {
    "projects:public_picture",
    "projects:public_district_picture",
    "participants:tablet_worker",
    "participants:tablet_manifest",
    # The shell of the registration: the tablet keeps it on purpose, and there is no person in it.
    "participants:tablet",
    "participants:tablet_questions",
}


def faults_in(headers: Any, *, may_be_kept: bool = False) -> list[str]:
    """What is wrong with the headers of one answer."""
    policy, permissions = headers.get("Content-Security-Policy", ""), headers.get("Permissions-Policy", "")
    checks = {
        "kept": may_be_kept or "no-store" in headers.get("Cache-Control", ""),
        "policy": "default-src 'none'" in policy and "unsafe" not in policy and "*" not in policy,
        "frames": "frame-ancestors 'none'" in policy and headers.get("X-Frame-Options") == "DENY",
        "sniffed": headers.get("X-Content-Type-Options") == "nosniff",
        "referrer": headers.get("Referrer-Policy") in {"same-origin", "no-referrer"},
        "permissions": all(f"{name}=()" in permissions for name in ("camera", "microphone", "geolocation", "payment")),
        "opener": headers.get("Cross-Origin-Opener-Policy") == "same-origin",
        "resource": headers.get("Cross-Origin-Resource-Policy") == "same-origin",
    }
    return [name for name, right in checks.items() if not right]


@pytest.mark.usefixtures("no_paper")
def test_every_answer_has_all_headers(world: World, visitor: Callable[..., Any]) -> None:
    """Pages, files, redirects and refusals, behind the log-in and in front of it; downloads of every kind included."""
    wrong, kinds = [], set()
    for role in ("coordinator", "anonymous"):
        ask = visitor(world.roles[role])
        for name in ADDRESSES:
            headers = ask_and_forget(ask, "GET", path_of(name, world)).headers
            kinds.add(headers.get("Content-Type", "").partition(";")[0])
            found = faults_in(headers, may_be_kept=name in MAY_BE_KEPT)
            wrong += [f"{name} as {role}: {fault}" for fault in found]
    assert wrong == []
    assert {"application/pdf", "text/csv", "text/calendar", "image/png", "application/xml"} <= kinds


def _broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("kapot")


def _suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def _refused(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


@pytest.fixture
def broken() -> Iterator[None]:
    """A site with three views that fail, each in its own way."""
    urls: Any = ModuleType("broken_urls")
    pages = [path("kapot/", _broken), path("vreemd/", _suspicious), path("mag-niet/", _refused)]
    urls.urlpatterns = [*pages, *get_resolver().url_patterns]
    with override_settings(ROOT_URLCONF=urls):
        yield


@pytest.mark.parametrize(
    ("address", "status"),
    [("/kapot/", 500), ("/vreemd/", 400), ("/mag-niet/", 403), ("/bestaat-niet/", 404), ("/account/logout/", 302)],
)
@pytest.mark.usefixtures("broken")
def test_errors_have_them_too(world: World, as_user: Callable[[Any], Client], address: str, status: int) -> None:
    """Also where something broke: what stands in a page of errors is nobody's to keep."""
    client = as_user(world.cast.coordinator) if status != 302 else as_user(None)
    client.raise_request_exception = False
    answer = client.get(address)
    assert answer.status_code == status
    assert faults_in(answer.headers) == []


def test_a_host_that_is_not_ours_is_refused_with_all_headers(db: None) -> None:
    answer = Client(raise_request_exception=False).get("/", HTTP_HOST="elders.example.org")
    assert answer.status_code == 400
    assert faults_in(answer.headers) == []


def test_over_https_the_browser_is_told_to_stay_there(db: None) -> None:
    """As in production; over plain http nothing is promised."""
    with override_settings(
        SECURE_HSTS_SECONDS=31536000, SECURE_HSTS_INCLUDE_SUBDOMAINS=True, SECURE_SSL_REDIRECT=True
    ):
        client = Client()
        told = client.get("/account/login/", secure=True).headers["Strict-Transport-Security"]
        assert "max-age=31536000" in told
        sent_on = client.get("/account/login/")
    assert (sent_on.status_code, sent_on.url.partition(":")[0]) == (301, "https")


def test_every_public_address_has_a_brake_or_a_reason() -> None:
    """In one table; what takes something in is braked for that, and a reason is not left behind when it has one."""
    braked = {one.name: getattr(one.view, "brakes", frozenset()) for one in our_addresses()}
    public = django_settings.PUBLIC_URL_NAMES
    assert {name for name in public if not braked[name] and name not in WITHOUT_BRAKE} == set()
    assert {name for name in WITHOUT_BRAKE if name not in public or braked[name]} == set()
    takes_in = {name for name in public if braked[name] and ADDRESSES[name].post["anonymous"] not in (404, 405)}
    assert {name for name in takes_in if "POST" not in braked[name]} == set()
