"""Which fields of a person somebody sees, and what is written down of who looked, exported, came in or was refused."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from matching.models import CheckIn
from mixen.accounts.models import AuditEvent
from participants.actions import assign_ambassador
from participants.models import Participant
from tests.access.conftest import World
from tests.access.expected import ADDRESSES
from tests.access.test_marker import OPEN_TO_ALL, read
from tests.access.walking import ask_and_forget, path_of
from tests.access.world import PHONES
from tests.conftest import PASSWORD

Kind = AuditEvent.Kind
PHONE, EMAIL = PHONES["nieuw-west"], "merkteken-nieuw-west@example.org"
STREET, NOTES, COUNTRY = "MERKTEKEN-NIEUW-WEST-straat", "MERKTEKEN-NIEUW-WEST notitie", "Syrië"
CALL_NOTE = "MERKTEKEN-NIEUW-WEST gesprek"


_SEEN: dict[int | None, dict[str, str]] = {}


def seen_everywhere(world: World, visitor: Callable[..., Any], user: Any) -> dict[str, str]:
    """All pages, sheets and papers of the project, as ``user`` reads them; not what only a personal link opens.

    The world is the same for every test, so with ``no_paper`` each reader goes round once.
    """
    who = user.pk if user else None
    if who not in _SEEN:
        _SEEN[who] = seen_now(world, visitor(user))
    return dict(_SEEN[who])


def seen_now(world: World, ask: Callable[..., Any]) -> dict[str, str]:
    """The same, asked now and with what is printed."""
    names = [name for name in ADDRESSES if ":" in name and not name.startswith(OPEN_TO_ALL)]
    return {name: read(ask_and_forget(ask, "GET", path_of(name, world))) for name in names}


def pages_with(pages: dict[str, str], *words: str) -> set[str]:
    """The addresses at which one of ``words`` stands; phone numbers however they are spaced."""
    spaced = re.compile(r"[\s-]+")
    return {
        name
        for name, text in pages.items()
        if any(word in text or spaced.sub("", word) in spaced.sub("", text) for word in words)
    }


@pytest.mark.usefixtures("no_paper")
def test_an_ambassador_sees_numbers_of_assigned_people_only(world: World, visitor: Callable[..., Any]) -> None:
    """Phone and e-mail stand where the own people are; for a colleague they stand nowhere."""
    own = seen_everywhere(world, visitor, world.cast.ambassador)
    assert pages_with(own, PHONE) == {
        "participants:detail",
        "participants:absent_call",
        "matching:couple",
        "matching:call",
    }
    assert pages_with(own, EMAIL) == {"participants:detail", "participants:own_data"}
    others = seen_everywhere(world, visitor, world.cast.colleague)
    assert pages_with(others, PHONE, PHONE[-8:], EMAIL) == set()


@pytest.mark.usefixtures("no_paper")
@pytest.mark.parametrize("role", ["ambassador", "colleague"])
def test_an_ambassador_never_sees_street_country_or_notes(
    role: str, world: World, visitor: Callable[..., Any]
) -> None:
    """Not even of the own people: these are for who leads the project."""
    pages = seen_everywhere(world, visitor, world.roles[role])
    # The forms in which somebody signs up offer every country of the world.
    for name in ("participants:sign_up", "participants:quick_entry"):
        del pages[name]
    assert pages_with(pages, STREET, NOTES, COUNTRY) == set()


def test_who_leads_sees_every_field(world: World, visitor: Callable[..., Any]) -> None:
    """The same words do stand on the page for who may read them, so their absence elsewhere means something."""
    text = visitor(world.cast.leader)("GET", path_of("participants:detail", world)).content.decode()
    for word in (EMAIL, STREET, NOTES, COUNTRY):
        assert word in text


def test_an_ambassador_reads_notes_of_own_calls_only(world: World, visitor: Callable[..., Any]) -> None:
    """What a participant said to one ambassador is not for another."""
    colleague = visitor(world.cast.colleague)
    for kind in ("check_in", "help_call"):
        path = reverse("matching:call", args=[world.own.project.slug, world.own[kind].pk])
        assert colleague("GET", path).status_code == 404
    assert CALL_NOTE not in colleague("GET", path_of("matching:calls", world)).content.decode()
    assert CheckIn.objects.filter(project=world.own.project, note=CALL_NOTE).exists()


CONCERN = ("MERKTEKEN-NIEUW-WEST zorg", "MERKTEKEN-NIEUW-WEST stap gezet")


@pytest.mark.usefixtures("no_paper")
def test_a_concern_is_read_by_the_coordinator_alone(world: World, visitor: Callable[..., Any]) -> None:
    """Its own page has it and no other: no list, sheet, report, history or paper. Who reported it sees it back.

    That there is one stands first on the coordinator's own page and names nobody; nobody else hears of it.
    """
    pages = {role: seen_everywhere(world, visitor, user) for role, user in world.roles.items()}
    seen = {role: pages_with(found, *CONCERN) for role, found in pages.items()}
    assert seen.pop("coordinator") == {"participants:concern"}
    assert seen.pop("ambassador") == {"participants:concern_report"}
    assert set().union(*seen.values()) == set()
    homes = {role: read(visitor(user)("GET", reverse("home"))) for role, user in world.roles.items()}
    heard = "Er is een zorg gemeld"
    assert {role for role, text in homes.items() if heard in text} == {"coordinator"}
    assert {role for role, found in pages.items() if pages_with(found, heard)} <= {"coordinator"}


def test_reading_a_concern_is_written_down(world: World, visitor: Callable[..., Any]) -> None:
    """Who opened which, each time; the list of them opens none."""
    ask, user = visitor(world.cast.coordinator), world.cast.coordinator
    ask("GET", path_of("participants:concerns", world))
    assert events(Kind.READ, user) == []
    for name in ("participants:concern", "matching:separate"):
        ask("GET", path_of(name, world))
    assert events(Kind.READ, user) == [("participants.Concern", str(world.own["concern"].pk), ["concern"])] * 2


def test_a_number_goes_with_the_assignment(world: World, visitor: Callable[..., Any]) -> None:
    """Who is no longer assigned no longer sees the number."""
    participant = world.own["participant"]
    assign_ambassador(participant=participant, ambassador=world.cast.colleague, by=world.cast.coordinator)
    path = path_of("participants:detail", world)
    assert EMAIL not in visitor(world.cast.ambassador)("GET", path).content.decode()
    assert EMAIL in visitor(world.cast.colleague)("GET", path).content.decode()


def test_an_official_never_sees_a_person(world: World, visitor: Callable[..., Any]) -> None:
    """No participant's name, number or note, anywhere: pages, refusals, PDF and XLSX of the final report."""
    pages = seen_now(world, visitor(world.cast.official))
    people = Participant.objects.filter(project=world.own.project).select_related("person")
    words = {word for one in people for word in (one.person.name, one.person.call_name)}
    assert len(words) > 20
    assert pages_with(pages, *words, PHONE, EMAIL, STREET, NOTES, COUNTRY) == set()
    for name in ("projects:district", "projects:report_pdf", "projects:report_xlsx"):
        assert "MERKTEKEN-NIEUW-WEST" in pages[name]


def events(kind: str, user: Any) -> list[tuple[str, str, list[str]]]:
    """What was written down of ``user``: about which record, and which fields."""
    rows = AuditEvent.objects.filter(kind=kind, by=user).order_by("pk")
    return list(rows.values_list("object_type", "object_id", "fields"))


@pytest.mark.parametrize("role", ["coordinator", "leader", "ambassador"])
@pytest.mark.parametrize(
    "name",
    [
        "participants:detail",
        "matching:couple",
        "matching:call",
        "participants:change",
        "participants:absent_call",
    ],
)
def test_opening_contact_data_is_written_down(role: str, name: str, world: World, visitor: Callable[..., Any]) -> None:
    """Whoever opens a page with somebody's number leaves a row: who, whose, and which fields."""
    user = world.roles[role]
    response = visitor(user)("GET", path_of(name, world))
    read_of = {person for kind, person, fields in events(Kind.READ, user) if kind == "participants.Person"}
    rows = world.own
    people = {
        "matching:couple": [rows["old_1"], rows["new_1"]],
        "matching:call": [rows["old_1"]],
        "participants:absent_call": [rows["absent"]],
    }.get(name, [rows["participant"]])
    wanted = {str(one.person_id) for one in people} if response.status_code == 200 else set()
    assert read_of == wanted


def test_what_shows_no_contact_data_writes_no_read(world: World, visitor: Callable[..., Any]) -> None:
    """Lists write no row, and neither does a page from which number and address are left out."""
    for name in (
        "participants:list",
        "participants:detail",
        "participants:absent",
        "participants:recruitment",
        "matching:list",
        "matching:couple",
    ):
        visitor(world.cast.colleague)("GET", path_of(name, world))
    assert events(Kind.READ, world.cast.colleague) == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_is_written_down(kind: str, world: World, visitor: Callable[..., Any]) -> None:
    """Who took the list along, of which project, with which columns."""
    visitor(world.cast.leader)("GET", path_of(f"participants:export_{kind}", world))
    [(label, number, fields)] = events(Kind.EXPORT, world.cast.leader)
    assert (label, number) == ("projects.Project", str(world.own.project.pk))
    assert {"Naam", "Telefoon", "E-mail"} <= set(fields)


@pytest.mark.parametrize("name", ["projects:report_pdf", "projects:report_xlsx", "participants:batch_pdf"])
def test_a_download_is_written_down(name: str, world: World, visitor: Callable[..., Any]) -> None:
    """Files that leave the house leave a row."""
    visitor(world.cast.leader)("GET", path_of(name, world))
    assert len(events(Kind.DOWNLOAD, world.cast.leader)) == 1


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("ambassador", "projects:money"),
        ("ambassador", "participants:export_csv"),
        ("official", "participants:list"),
        ("leader", "projects:new"),
    ],
)
def test_a_refusal_is_written_down(role: str, name: str, world: World, visitor: Callable[..., Any]) -> None:
    """Who tried what, once per try."""
    assert visitor(world.roles[role])("GET", path_of(name, world)).status_code == 403
    assert len(events(Kind.REFUSED, world.roles[role])) == 1


def test_logging_in_and_failing_to_are_written_down(world: World) -> None:
    """Both, with the account they were about; no password is kept."""
    client, user = Client(), world.cast.ambassador
    client.post(reverse("account_login"), {"login": user.email, "password": "verkeerd-wachtwoord"})
    failed = AuditEvent.objects.filter(kind=Kind.LOGIN_FAILED)
    assert list(failed.values_list("by", "object_id")) == [(None, str(user.pk))]
    assert events(Kind.LOGIN, user) == []
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert events(Kind.LOGIN, user) == [("accounts.User", str(user.pk), [])]
    assert not AuditEvent.objects.filter(detail__contains="wachtwoord").exists()


def test_what_is_open_without_an_account_is_a_short_list(world: World, visitor: Callable[..., Any]) -> None:
    """The list of public addresses names only what exists, and what shows nobody's data."""
    assert set(ADDRESSES) >= django_settings.PUBLIC_URL_NAMES
    check = visitor(None)("GET", path_of("participants:certificate_check", world)).content.decode()
    assert "MERKTEKEN" not in check


@pytest.mark.parametrize("state", ["inactive", "removed"])
def test_who_left_sees_nothing(state: str, world: World, visitor: Callable[..., Any]) -> None:
    """An account that was switched off, and a place in the team that was taken away, end at once."""
    user, ask = world.cast.ambassador, visitor(world.cast.ambassador)
    assert ask("GET", path_of("projects:overview", world)).status_code == 200
    if state == "inactive":
        type(user).objects.filter(pk=user.pk).update(is_active=False)
    else:
        user.memberships.all().delete()
    assert ask("GET", path_of("projects:overview", world)).status_code == (302 if state == "inactive" else 404)


def test_an_official_sees_no_practice_project(world: World, visitor: Callable[..., Any]) -> None:
    """A practice project exists for its team alone."""
    type(world.own.project).objects.filter(pk=world.own.project.pk).update(is_practice=True)
    ask = visitor(world.cast.official)
    assert ask("GET", path_of("projects:overview", world)).status_code == 404
    assert ask("GET", path_of("projects:report_pdf", world)).status_code == 404
    assert "MERKTEKEN" not in ask("GET", path_of("projects:district", world)).content.decode()


@pytest.mark.usefixtures("no_paper")
@pytest.mark.parametrize("role", ["coordinator", "ambassador"])
def test_nobody_sees_what_one_participant_thought_of_it(world: World, visitor: Callable[..., Any], role: str) -> None:
    """The words of the evaluation stand on no page while fewer than five people wrote some."""
    seen = seen_everywhere(world, visitor, getattr(world.cast, role))
    assert pages_with(seen, "MERKTEKEN-NIEUW-WEST evaluatie") == set()
