"""Every address, asked by every role with GET and with POST, answers as the table in ``expected.py`` says."""

import itertools
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import get_resolver, path, resolve, reverse

from mixen.admin import ReadOnlyAdmin
from projects.permissions import Permission
from tests.access.conftest import World
from tests.access.expected import (
    ADDRESSES,
    ADMIN_SITE,
    ON,
    READ_ONLY_ADMIN,
    REFERENCE_ADMIN,
    ROLES,
    Answer,
)
from tests.access.traces import UNWRITTEN, Traces
from tests.access.walking import (
    EMPTY_FORM,
    Found,
    answer_of,
    ask_and_forget,
    expected,
    our_addresses,
    path_of,
    unguarded,
    walk,
    without_an_answer,
)
from tests.conftest import PASSWORD

METHODS = ("GET", "POST")
# Pages of allauth and Django that everybody with an account may use for that account itself.
OPEN_BY_HAND = {
    "account_email",
    "account_own",
    "account_end_others",
    "account_end_session",
    "usersessions_list",
    "mfa_generate_recovery_codes",  # guarded within: a log-in, and its second step
    "home",
    "healthz",
    "readyz",
    "readyz_web",
    "metrics",
    "privacy",
    "privacy_in",
    "privacy_pdf",
    "projects:list",
    "participants:certificate_check",
    # What a project tells the world.
    "projects:public_city",
    "projects:public_district",
    "projects:public_district_picture",
    "projects:public_project",
    "projects:public_project_in",
    "projects:public_picture",
    "projects:public_vacancy",
    # A tablet in registration mode knows itself by its own token.
    "participants:tablet",
    "participants:tablet_questions",
    "participants:tablet_leave",
    "participants:tablet_worker",
    "participants:tablet_manifest",
    "participants:tablet_receive",
    "participants:tablet_state",
    # A partner, and who is asked for the team, with their own link.
    "projects:agreement",
    "projects:invitation",
    # The public page of a project, and what somebody opens with their own link.
    "participants:join",
    "participants:join_language",
    "participants:join_form",
    "participants:join_draft",
    "participants:join_done",
    "participants:personal",
    "participants:personal_claim",
    "participants:personal_invitation",
    "participants:personal_copy",
    "participants:personal_mood",
    "participants:personal_ambassador",
    "participants:personal_concern",
    "participants:personal_stop",
    "participants:personal_stay",
    "participants:personal_ask",
    "participants:personal_data",
    "matching:personal_met",
    "matching:personal_outing",
    "matching:personal_outing_remove",
    "matching:personal_appointment",
    "matching:personal_calendar",
    "matching:personal_going_on",
    "excursions:personal_go",
    "excursions:personal_strip",
    "excursions:personal_strip_back",
    "excursions:personal_visit",
    "excursions:personal_cancel",
    "participants:personal_withdraw",
    "participants:personal_evaluation",
    "participants:personal_evaluation_thanks",
    "development_mailbox",
    "development_message",
}


def test_every_address_has_an_expected_answer() -> None:
    """A new page cannot be forgotten in the table, nor a page that went stay in it."""
    found = our_addresses()
    assert without_an_answer(found) == []
    assert sorted(set(ADDRESSES) - {one.name for one in found}) == []


def test_every_address_leads_to_its_own_view(world: World) -> None:
    """None is caught by one that stands before it."""
    ours = [name for name in ADDRESSES if ":" in name]
    assert [name for name in ours if resolve(path_of(name, world)).view_name != name] == []


def test_the_table_answers_every_role() -> None:
    """No role is left to chance."""
    for name, address in ADDRESSES.items():
        assert set(address.get) == set(address.post) == set(ROLES), name


@pytest.mark.usefixtures("no_paper")
def test_every_address_answers_as_expected(world: World, visitor: Callable[..., Any]) -> None:
    """Every role, all addresses of ours and of allauth, both methods; each refusal and file is written down."""
    wrong, traces = [], Traces()
    for role, name, method in itertools.product(ROLES, ADDRESSES, METHODS):
        user, asked = world.roles[role], f"{method} {name} as {role}"
        data = EMPTY_FORM if method == "POST" else None
        look = traces.of(user, asked, name)
        response = ask_and_forget(visitor(user), method, path_of(name, world), data, look)
        got, wanted = answer_of(response), expected(ADDRESSES[name], method, role)
        if got != wanted:
            wrong.append(f"{asked}: {got}, expected {wanted}")
    assert not wrong + traces.missing, "\n".join(wrong + traces.missing)
    assert traces.refused > 1000
    assert set(UNWRITTEN) <= traces.files, sorted(set(UNWRITTEN) - traces.files)
    assert len(traces.files - set(UNWRITTEN)) > 30


def test_every_view_of_ours_says_who_may_open_it() -> None:
    """No view is open by neglect; what is open to all is on a list made by hand."""
    ours = [one for one in our_addresses() if one.is_ours]
    assert len(ours) > 70
    assert unguarded(ours) == []
    assert {one.name for one in ours if one.view.guarded_by is None} == OPEN_BY_HAND  # type: ignore[attr-defined]
    assert all(isinstance(one.view.guarded_by, Permission | None) for one in ours)  # type: ignore[attr-defined]


def forgotten(request: HttpRequest) -> HttpResponse:
    """A view nobody guarded."""
    return HttpResponse("open")


@pytest.fixture
def planted() -> Iterator[list[Found]]:
    """The addresses of a site with one view that nobody thought of."""
    urls: Any = ModuleType("planted_urls")
    urls.urlpatterns = [*get_resolver().url_patterns, path("vergeten/", forgotten, name="forgotten")]
    forgotten.__module__ = "projects.views"
    with override_settings(ROOT_URLCONF=urls):
        yield our_addresses()


def test_a_planted_view_is_found(planted: list[Found]) -> None:
    """The check of the decoration and the walk both name it."""
    assert unguarded(planted) == ["forgotten vergeten/"]
    assert without_an_answer(planted) == ["forgotten vergeten/"]


def admin_addresses() -> list[Found]:
    """The pages of the web admin, without the two that only send on."""
    return [one for one in walk() if one.is_admin and one.name != "admin:"]


def admin_page(name: str) -> tuple[Any, str]:
    """The model and the kind of page of ``admin:projects_project_change``; no model for a page of the site."""
    short = name.removeprefix("admin:")
    for model in admin.site._registry:
        prefix = f"{model._meta.app_label}_{model._meta.model_name}_"
        if short.startswith(prefix):
            return model, short.removeprefix(prefix)
    return None, short


def admin_expected(name: str) -> tuple[Answer, Answer]:
    """What the coordinator gets for GET and POST; KeyError for a kind of page that has no rule."""
    model, kind = admin_page(name)
    if model is None:
        return ADMIN_SITE[kind]
    if isinstance(admin.site._registry[model], ReadOnlyAdmin):
        return ADMIN_EXCEPTIONS.get((model._meta.label, kind), READ_ONLY_ADMIN[kind])
    return ADMIN_EXCEPTIONS.get((model._meta.label, kind), REFERENCE_ADMIN[kind])


ADMIN_EXCEPTIONS: dict[tuple[str, str], tuple[Answer, Answer]] = {
    ("accounts.User", "delete"): (403, 403),  # an account is switched off; what it did stays on record
    ("participants.ConsentText", "change"): (200, 403),  # somebody agreed to it
    ("participants.ConsentText", "delete"): (403, 403),
    ("participants.Language", "delete"): (403, 403),  # what people chose stays
    ("participants.Interest", "delete"): (403, 403),
    ("projects.TimeAway", "delete"): (200, ON),  # goes along with who is taken out of the team
    # What others hang on is not deleted: the page says so instead of doing it.
    ("projects.District", "delete"): (200, 200),
    ("projects.Organisation", "delete"): (200, 200),
    ("excursions.Place", "delete"): (200, 200),
}


def admin_path(name: str, world: World) -> str:
    """The address of an admin page about a row of its model."""
    model, _kind = admin_page(name)
    short = name.removeprefix("admin:")
    if short == "app_list":
        return reverse(name, args=["projects"])
    if short == "view_on_site":
        return reverse(name, args=[999999, 1])
    if short == "auth_user_password_change":
        return reverse(name, args=[world.roles["nobody"].pk])
    if model is None or short.endswith(("_changelist", "_add")):
        return reverse(name)
    return reverse(name, args=[_row(model, world).pk])


def _row(model: Any, world: World) -> Any:
    """A row of ``model``: for accounts one without a role, for texts one that was used, else the first."""
    if model._meta.label == "accounts.User":
        return world.roles["nobody"]
    if model._meta.label == "participants.ConsentText":
        return world.own["consent"].text
    if model._meta.label in {"projects.District", "projects.Organisation", "excursions.Place"}:
        return {"District": world.own.project.district, "Organisation": world.own["organisation"]}.get(
            model.__name__, world.own["place"]
        )
    return model._default_manager.first()


def test_every_admin_page_has_a_rule() -> None:
    """A new kind of page in the web admin is noticed by name."""
    unknown = []
    for one in admin_addresses():
        try:
            admin_expected(one.name)
        except KeyError:
            unknown.append(one.name)
    assert unknown == []


@pytest.mark.usefixtures("no_paper")
def test_the_coordinator_opens_the_admin(world: World, visitor: Callable[..., Any]) -> None:
    """Reference data can be edited there; what has rules is read there, and trying to change it is written down."""
    user = world.roles["coordinator"]
    wrong, traces, ask = [], Traces(), visitor(user)
    for one in admin_addresses():
        for method, wanted in zip(METHODS, admin_expected(one.name), strict=True):
            data = {"post": "yes"} if one.name.endswith("_delete") and method == "POST" else None
            data = data or (EMPTY_FORM if method == "POST" else None)
            look = traces.of(user, f"{method} {one.name}", one.name)
            got = answer_of(ask_and_forget(ask, method, admin_path(one.name, world), data, look))
            if got != wanted:
                wrong.append(f"{method} {one.name}: {got}, expected {wanted}")
    assert not wrong + traces.missing, "\n".join(wrong + traces.missing)
    assert traces.refused > 100


def test_nobody_else_opens_the_admin(world: World, visitor: Callable[..., Any]) -> None:
    """All others are refused or sent away, whatever the page."""
    opened, traces = [], Traces()
    paths = {one.name: admin_path(one.name, world) for one in admin_addresses()}
    others = [role for role in ROLES if role != "coordinator"]
    for role, (name, path_), method in itertools.product(others, paths.items(), METHODS):
        user, data = world.roles[role], EMPTY_FORM if method == "POST" else None
        look = traces.of(user, f"{method} {name} as {role}", name)
        response = ask_and_forget(visitor(user), method, path_, data, look)
        if not (_is_refused(response) or _is_logged_out(name, response)):
            opened.append(f"{method} {name} as {role}: {response.status_code}")
    assert not opened + traces.missing, "\n".join(opened + traces.missing)


def _is_refused(response: Any) -> bool:
    sent_away = response.status_code == 302 and response.url.startswith(("/account/login/", "/beheer/login/"))
    return sent_away or response.status_code == 403


def _is_logged_out(name: str, response: Any) -> bool:
    """Logging out is for everybody, with the button only; who has no business in the admin is sent to its front."""
    sent_on = response.status_code == 302 and response.url == reverse("admin:index")
    return name == "admin:logout" and (sent_on or response.status_code in {200, 405})


def test_the_log_in_of_the_admin_asks_for_the_second_factor(
    world: World, as_user: Callable[[Any], Client], settings: Any
) -> None:
    """Nobody becomes coordinator with a password alone: there is one door, the one that asks for the second factor."""
    settings.SECOND_FACTOR_REQUIRED, cast = True, world.cast
    TOTP.activate(cast.coordinator, generate_totp_secret())
    client = as_user(cast.ambassador)
    client.post(reverse("admin:login"), {"username": cast.coordinator.email, "password": PASSWORD, "next": "/beheer/"})
    assert client.session.get("_auth_user_id") != str(cast.coordinator.pk)
    assert client.get(reverse("admin:index")).status_code != 200


def test_autocomplete_is_the_coordinators(world: World, visitor: Callable[..., Any]) -> None:
    """Searching by name in the admin's fields gives the coordinator a list, and nobody else anything."""
    fields = [("projects", "membership", "project"), ("excursions", "place", "organisation")]
    for (app, model, field), (role, user) in itertools.product(fields, world.roles.items()):
        data = {"app_label": app, "model_name": model, "field_name": field, "term": "MERKTEKEN"}
        response = visitor(user)("GET", reverse("admin:autocomplete"), data)
        if role == "coordinator":
            assert response.json()["results"]
        else:
            assert _is_refused(response)
            assert b"MERKTEKEN" not in response.content
