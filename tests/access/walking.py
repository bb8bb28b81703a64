"""Walking the URL resolver, and asking every address as every role."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.access.conftest import World
from tests.access.expected import ADDRESSES, LOGIN, ON, Address, Answer

EMPTY_FORM = {"csrfmiddlewaretoken": "x"}  # what a browser sends along with an empty form
OUR_APPS = ("projects", "participants", "matching", "excursions", "mixen")


@dataclass(frozen=True)
class Found:
    """One address in the resolver."""

    name: str
    route: str
    view: Callable[..., Any]

    @property
    def is_ours(self) -> bool:
        return self.view.__module__.partition(".")[0] in OUR_APPS

    @property
    def is_admin(self) -> bool:
        return self.name.startswith("admin:")


def walk(resolver: Any = None, namespace: str = "", route: str = "") -> Iterator[Found]:
    """Every address below ``resolver``, with its namespaces."""
    for pattern in (resolver or get_resolver()).url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            deeper = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern, deeper, here)
        else:
            assert isinstance(pattern, URLPattern)
            yield Found(f"{namespace}{pattern.name or ''}", here, pattern.callback)


def our_addresses() -> list[Found]:
    """All but the web admin, which goes by rules."""
    return [found for found in walk() if not found.is_admin]


def without_an_answer(found: list[Found]) -> list[str]:
    """Addresses that nobody said who may open."""
    return sorted({f"{one.name or '(no name)'} {one.route}" for one in found if one.name not in ADDRESSES})


def unguarded(found: list[Found]) -> list[str]:
    """Views of ours that do not say who may open them."""
    return [f"{one.name} {one.route}" for one in found if one.is_ours and not hasattr(one.view, "guarded_by")]


def filled_in(value: str, world: World, rows: Any) -> Any:
    """``kind`` is the number of that row, ``kind.field`` its field, ``=text`` the text itself."""
    if value.startswith("="):
        return value[1:]
    if value == "district":
        return rows.project.district.slug
    kind, _dot, name = value.partition(".")
    return getattr(rows[kind], name or "pk")


@cache
def of_a_project() -> set[str]:
    """The addresses that say which project, district or the like they are about."""
    return {found.name for found in walk() if "<slug:slug>" in found.route}


def path_of(name: str, world: World, *, rows: Any = None, slug: str = "") -> str:
    """The address called ``name`` with the keys of ``rows`` (else of the own project), under ``slug`` when given."""
    rows = rows or world.own
    kwargs = {key: filled_in(value, world, rows) for key, value in ADDRESSES[name].keys.items()}
    if name in of_a_project():
        kwargs.setdefault("slug", rows.project.slug)
        kwargs["slug"] = slug or kwargs["slug"]
    return reverse(name, kwargs=kwargs)


def answer_of(response: Any) -> Answer:
    """The status, or where one is sent."""
    if response.status_code in {301, 302, 303}:
        return LOGIN if response.url.startswith("/account/login/?next=") else ON
    return int(response.status_code)


def ask_and_forget(
    ask: Callable[..., Any], method: str, path: str, data: Any = None, look: Callable[[Any], object] | None = None
) -> Any:
    """The response, after which everything is as it was; ``look`` gets it while what it wrote is still there."""
    with transaction.atomic():
        response = ask(method, path, data)
        if look:
            look(response)
        transaction.set_rollback(True)
    return response


def expected(address: Address, method: str, role: str) -> Answer:
    """What the table says."""
    return (address.get if method == "GET" else address.post)[role]
