"""Shooting at the site as every role, and what came of it."""

import itertools
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client

from tests.access.conftest import World
from tests.access.expected import ADDRESSES, ROLES
from tests.access.fuzz.page_forms import fields_of, listening
from tests.access.fuzz.shots import WRITING, Learned, Shot, Target, chance_of, raw_path, shoot
from tests.access.test_walk import admin_addresses, admin_path
from tests.access.walking import path_of

TABLET = "tablet"  # a machine in registration mode: nobody is logged in on it
STEP = 7919  # a prime: any stretch of numbers meets all roles and addresses
ON_END = 4
GETS_IN = {200, 422, "goes on"}
_KNOWN: dict[tuple[str, bool], Learned] = {}  # the world is the same for all parts of a crawl


@dataclass
class Found:
    """What the site answered to so many requests."""

    requests: int = 0
    seconds: float = 0.0
    methods: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    addresses: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)

    def count(self, shot: Shot, status: int) -> None:
        self.requests += 1
        self.methods[shot.method] += 1
        self.statuses[status] += 1
        self.roles[shot.target.role] += 1
        self.addresses.add(shot.target.name)


class Site:
    """The site in this process, with a client for every role; each request leaves no trace."""

    def __init__(self, world: World, as_user: Callable[[Any], Client], token: str) -> None:
        self.world = world
        self.clients: dict[str, Client] = {}
        self.cookies: dict[str, dict[str, str]] = {}
        for role, user in {**world.roles, TABLET: None}.items():
            client = as_user(user)
            client.raise_request_exception = False
            self.clients[role] = client
            self.cookies[role] = {name: morsel.value for name, morsel in client.cookies.items()}
        self.cookies[TABLET] = {"mixen_tablet": token}
        self.token = token

    def targets(self) -> list[Target]:
        """Every address as every role, in a fixed order; the web admin as the coordinator and two others."""
        paths = {name: path_of(name, self.world) for name in ADDRESSES}
        found = [Target(role, name, path) for (name, path), role in itertools.product(paths.items(), ROLES)]
        found += [Target(TABLET, name, path) for name, path in paths.items() if ":tablet" in name]
        inside = {one.name: admin_path(one.name, self.world) for one in admin_addresses()}
        roles = ["coordinator", "leader"]
        return found + [Target(role, name, path) for (name, path), role in itertools.product(inside.items(), roles)]

    def send(self, shot: Shot) -> Any:
        """The response of one request, within whatever transaction is open."""
        cache.clear()  # the brake of mixen/limits.py is tested elsewhere
        cookies = {} if shot.alone else dict(self.cookies[shot.target.role])
        cookies |= shot.cookies
        client = self.clients[shot.target.role]
        client.cookies = SimpleCookie()
        headers = dict(shot.headers)
        if shot.target.role == TABLET:
            headers.setdefault("Authorization", f"Tablet {self.token}")
        return client.generic(
            shot.method,
            "/",
            shot.body,
            shot.content_type,
            headers=headers,
            PATH_INFO=raw_path(shot.path),
            QUERY_STRING=shot.query,
            HTTP_COOKIE="; ".join(f"{name}={value}" for name, value in cookies.items()),
        )

    def learned(self, target: Target) -> Learned:
        """What the page at ``target`` asks who gets in: its forms, and the names its view looks up."""
        role = target.role if target.role == TABLET else "coordinator"
        key = (target.name, role == TABLET)
        if key not in _KNOWN:
            asking = Target(role, target.name, target.path)
            fields, heard = {}, set()
            for method in ("GET", "POST"):
                with listening() as names, forgotten():
                    response = self.send(Shot(0, asking, method, target.path))
                    if "html" in response.headers.get("Content-Type", "") and not response.streaming:
                        fields |= fields_of(response.content.decode())
                heard |= names
            heard -= {"csrfmiddlewaretoken", "_method"}
            _KNOWN[key] = Learned(fields, sorted(heard))
        return _KNOWN[key]


class forgotten(transaction.Atomic):  # noqa: N801 (used as a block)
    """A block of which nothing stays."""

    def __init__(self) -> None:
        super().__init__(using=None, savepoint=True, durable=False)

    def __exit__(self, *error: Any) -> None:
        connection.needs_rollback = True
        super().__exit__(None, None, None)


def gets_in(target: Target) -> bool:
    """Whether who asks may do something there; in the web admin that is the coordinator."""
    if target.name not in ADDRESSES:
        return target.role == "coordinator"
    address = ADDRESSES[target.name]
    return target.role == TABLET or not GETS_IN.isdisjoint({address.get[target.role], address.post[target.role]})


def aimed(number: int, targets: list[Target], site: Site) -> Shot:
    """Request ``number`` of the crawl: by turns at any address, and at one where who asks gets in."""
    among = targets if number % 2 else [target for target in targets if gets_in(target)]
    target = among[number // 2 * STEP % len(among)]
    return shoot(number, target, lambda: site.learned(target))


SAYS_503 = {"readyz", "readyz_web"}
"""Whose very answer it is that something is not ready: in a test nobody keeps the clock running."""


def fire(site: Site, shot: Shot, found: Found) -> None:
    """Send it, go on where it leads, and do what would be done once it is stored."""
    with transaction.atomic():
        waiting, known = len(connection.run_on_commit), len(found.broken)
        response = answered(site, shot, found)
        if response is not None and response.status_code < 400 and shot.method in WRITING:
            for after in after_it(site, shot, response):
                answered(site, after, found)
            settle(shot, waiting, found)
        transaction.set_rollback(len(found.broken) > known)


def answered(site: Site, shot: Shot, found: Found) -> Any:
    """The response, noted when it is an error of ours."""
    try:
        response = site.send(shot)
        if response.streaming:
            b"".join(response.streaming_content)
    except Exception:  # whatever comes out of the handler itself would end a worker
        note(shot, traceback.format_exc(limit=-6), found)
        return None
    found.count(shot, response.status_code)
    if response.status_code >= 500 and shot.target.name not in SAYS_503:
        told = response.exc_info or (None, None, None)
        note(
            shot,
            "".join(traceback.format_exception(*told, limit=-6)) if told[0] else str(response.content[:200]),
            found,
        )
        return None
    return response


def after_it(site: Site, shot: Shot, response: Any) -> Iterator[Shot]:
    """Where one is sent on to, and one page on which what was stored may stand."""
    if response.status_code not in {301, 302, 303}:
        return
    where = urlsplit(response.url)
    if where.netloc or not where.path.startswith("/") or "logout" in where.path:
        return
    yield Shot(shot.number, shot.target, "GET", where.path, where.query)
    pages = sorted(name for name, address in ADDRESSES.items() if address.get["leader"] == 200)
    name = chance_of(shot.number, "after").choice(pages)
    yield Shot(
        shot.number, Target("coordinator", f"{name} after {shot.target.name}", ""), "GET", path_of(name, site.world)
    )


def settle(shot: Shot, waiting: int, found: Found) -> None:
    """What a commit would do: look at the keys between tables, and do what was to be done after it."""
    try:
        connection.check_constraints()
        for _ids, deed, _robust in connection.run_on_commit[waiting:]:
            deed()
    except Exception:
        note(shot, traceback.format_exc(limit=-6), found)


def note(shot: Shot, told: str, found: Found) -> None:
    """Keep it, the traceback without what is Django's."""
    found.broken.append(f"{shot.told()}\n{told}")


def by_cause(broken: list[str]) -> list[str]:
    """One of each kind, with how often it came."""
    kinds: dict[str, list[str]] = {}
    for one in broken:
        kinds.setdefault("\n".join(one.strip().splitlines()[-3:]), []).append(one)
    return [f"{len(found)} times, such as {found[0]}" for found in kinds.values()]


def crawl(site: Site, numbers: range) -> Found:
    """Send the requests with these numbers, a few on end in one world: what one did, the next meets."""
    found, began, targets = Found(), time.perf_counter(), site.targets()
    for first in range(numbers.start, numbers.stop, ON_END):
        shots = [aimed(number, targets, site) for number in range(first, min(first + ON_END, numbers.stop))]
        with forgotten():
            for shot in shots:
                fire(site, shot, found)
    found.seconds = time.perf_counter() - began
    return found
