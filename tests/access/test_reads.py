"""What is written down of who read notes of calls, concerns and numbers; and who sees what only some may see."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from matching.models import CheckIn
from mixen.accounts.models import AuditEvent
from participants.models import Concern, ConcernMail, Dish, Person, Status
from participants.trail.lines import FIELDS
from projects.actions import name_for_concerns
from projects.permissions import Permission, may
from tests.access.conftest import World
from tests.access.test_fields import events
from tests.access.walking import path_of

Kind = AuditEvent.Kind
HEEDS = "Gaat alleen met vrouwen op stap."


def fields_read(user: Any, label: str = "participants.Person") -> dict[str, set[str]]:
    """By number of the record: every field of it that ``user`` is on record as having read."""
    found: dict[str, set[str]] = {}
    for kind, number, fields in events(Kind.READ, user):
        if kind == label:
            found.setdefault(number, set()).update(fields)
    return found


@pytest.mark.parametrize("role", ["coordinator", "leader", "ambassador"])
@pytest.mark.parametrize("name", ["matching:call", "matching:call_handle"])
def test_reading_what_was_said_in_a_call_is_written_down(
    role: str, name: str, world: World, visitor: Callable[..., Any]
) -> None:
    """One's own note or another's: reading it again is reading."""
    user = world.roles[role]
    path = path_of(name, world)
    number = int(path.rstrip("/").split("/")[-1 if name == "matching:call" else -2])
    CheckIn.objects.filter(pk=number).update(note="Ze klonk verdrietig.")
    response = visitor(user)("GET", path)
    person = CheckIn.objects.get(pk=number).member.participant.person_id
    read = fields_read(user).get(str(person), set())
    assert ("call_note" in read) is (response.status_code == 200)
    assert response.status_code == (403 if (role, name) == ("ambassador", "matching:call_handle") else 200)


def test_a_call_without_a_note_is_no_reading_of_one(world: World, visitor: Callable[..., Any]) -> None:
    """What is not there was not read."""
    CheckIn.objects.filter(pk=world.own["check_in"].pk).update(note="", handled_note="")
    visitor(world.cast.leader)("GET", path_of("matching:call", world))
    assert all("call_note" not in fields for fields in fields_read(world.cast.leader).values())


def test_reading_back_ones_own_concern_is_written_down(world: World, visitor: Callable[..., Any]) -> None:
    """The page on which one reports shows what one reported before."""
    user = world.cast.ambassador
    visitor(user)("GET", path_of("participants:concern_report", world))
    own = Concern.objects.filter(project=world.own.project, reported_by=user)
    assert set(fields_read(user, "participants.Concern")) == {str(one.pk) for one in own}
    assert own.exists()


def test_a_contact_card_is_written_down_for_everybody_on_it(
    world: World, visitor: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whose number went on paper can be told of each of them."""
    monkeypatch.setattr("matching.views.mix.ready.contact_cards", lambda couples: b"%PDF")
    user = world.cast.ambassador
    visitor(user)("GET", path_of("matching:mix_contacts", world))
    rows = events(Kind.DOWNLOAD, user)
    assert len(rows) >= 2
    assert {label for label, _number, _fields in rows} == {"participants.Person"}
    assert all("phone" in fields for _label, _number, fields in rows)
    assert len({number for _label, number, _fields in rows}) == len(rows)


@pytest.mark.usefixtures("no_paper")
@pytest.mark.parametrize(
    ("name", "kept"),
    [("matching:card_pdf", "month_card"), ("matching:cards_pdf", "month_card"), ("participants:buffet", "buffet")],
)
def test_paper_with_names_is_written_down_for_everybody_on_it(
    name: str, kept: str, world: World, visitor: Callable[..., Any]
) -> None:
    """So that the trail of each of them tells who took it."""
    named = [member.participant for member in world.own["couple"].members.all()]
    if kept == "buffet":
        named = [world.own["old_1"]]
        Dish.objects.create(meeting=world.own["closing_meeting"], what="Linzensoep", participant=named[0])
    visitor(world.cast.leader)("GET", path_of(name, world))
    rows = events(Kind.DOWNLOAD, world.cast.leader)
    assert {(label, tuple(fields)) for label, _number, fields in rows} == {("participants.Person", (kept,))}
    assert {str(one.person_id) for one in named} <= {number for _label, number, _fields in rows}
    assert kept in FIELDS


@pytest.mark.usefixtures("no_paper")
@pytest.mark.parametrize(
    ("name", "label"),
    [("projects:report_draft", "projects.EndReport"), ("projects:partner_paper", "projects.Partnership")],
)
def test_a_draft_and_an_agreement_on_paper_are_written_down(
    name: str, label: str, world: World, visitor: Callable[..., Any]
) -> None:
    """What is not final yet leaves the house too."""
    visitor(world.cast.leader)("GET", path_of(name, world))
    assert [row[0] for row in events(Kind.DOWNLOAD, world.cast.leader)] == [label]


def test_the_web_admin_writes_down_which_record_was_opened(world: World, visitor: Callable[..., Any]) -> None:
    """Also of notes, messages and evaluations; looking through the list opens none."""
    user, ask = world.cast.coordinator, visitor(world.cast.coordinator)
    ask("GET", reverse("admin:matching_checkin_changelist"))
    assert events(Kind.READ, user) == []
    ask("GET", reverse("admin:matching_checkin_change", args=[world.own["check_in"].pk]))
    assert events(Kind.READ, user) == [("matching.CheckIn", str(world.own["check_in"].pk), ["record"])]


def test_a_reading_tells_in_which_project_it_was(world: World, visitor: Callable[..., Any]) -> None:
    """So that it can be found by project; a refusal tells it too."""
    visitor(world.cast.leader)("GET", path_of("participants:detail", world))
    visitor(world.cast.ambassador)("GET", path_of("projects:money", world))
    rows = AuditEvent.objects.exclude(kind=Kind.LOGIN).filter(by__in=[world.cast.leader, world.cast.ambassador])
    assert dict(rows.values_list("kind", "project_number")) == {
        Kind.READ: world.own.project.pk,
        Kind.REFUSED: world.own.project.pk,
    }


REFUSED_INSIDE = [
    ("ambassador", "projects:step_toggle", "projects.PlanStep", "edit_project"),
    ("colleague", "projects:meeting_file_remove", "projects.MeetingFile", "edit_project"),
    ("colleague", "participants:consent_withdraw", "participants.Participant", "view_private"),
    ("colleague", "participants:photo_remove", "participants.Photo", "write_report"),
    ("colleague", "participants:told_remove", "participants.Told", "manage_participants"),
    ("colleague", "matching:outing_remove", "matching.Outing", "manage_participants"),
    ("colleague", "excursions:strip_take_back", "excursions.StripUse", "manage_participants"),
    ("leader", "excursions:place", "excursions.Place", "manage_city"),
]


@pytest.mark.parametrize(("role", "name", "about", "lacked"), REFUSED_INSIDE)
def test_what_a_page_itself_refuses_is_written_down(
    role: str, name: str, about: str, lacked: str, world: World, visitor: Callable[..., Any]
) -> None:
    """Somebody else's row in a page one may open: what it was about and what was lacked, in which project."""
    type(world.own["place"]).objects.filter(pk=world.own["place"].pk).update(district=None)
    assert visitor(world.roles[role])("POST", path_of(name, world)).status_code == 403
    row = AuditEvent.objects.get(kind=Kind.REFUSED, by=world.roles[role])
    assert (row.object_type, row.detail, row.project_number) == (about, lacked, world.own.project.pk)


def test_what_the_web_admin_refuses_is_written_down(world: World, visitor: Callable[..., Any]) -> None:
    """To who may not come in, and to the coordinator where a record is only read."""
    for role, name in (("leader", "admin:login"), ("coordinator", "admin:matching_checkin_add")):
        assert visitor(world.roles[role])("GET", reverse(name)).status_code == 403
    found = AuditEvent.objects.filter(kind=Kind.REFUSED).order_by("pk").values_list("by", "detail")
    wanted = [(world.cast.leader.pk, "admin"), (world.cast.coordinator.pk, "admin matching_checkin_add")]
    assert list(found) == wanted


@pytest.mark.parametrize(
    ("role", "status", "sees"),
    [
        ("coordinator", Status.COUPLED, True),
        ("leader", Status.COUPLED, True),
        ("ambassador", Status.SIGNED_UP, True),
        ("ambassador", Status.COUPLED, False),
        ("colleague", Status.SIGNED_UP, False),
    ],
)
def test_women_only_is_seen_where_a_buddy_is_still_sought(
    role: str, status: Status, sees: bool, world: World, visitor: Callable[..., Any]
) -> None:
    """By who leads, and by her own ambassador while it matters; no other ambassador reads it on her page."""
    participant = world.own["participant"]
    Person.objects.filter(pk=participant.person_id).update(gender="woman", women_only=True)
    type(participant).objects.filter(pk=participant.pk).update(status=status)
    page = visitor(world.roles[role])("GET", path_of("participants:detail", world))
    assert (HEEDS in page.content.decode()) is sees


def test_a_leader_who_was_named_reads_and_is_told_of_concerns(world: World, visitor: Callable[..., Any]) -> None:
    """From then on, in that project alone, until the coordinator takes it back; who reports reads who will read it."""
    leader, project = world.cast.leader, world.own.project
    membership = project.memberships.get(user=leader)
    assert visitor(leader)("GET", path_of("participants:concern", world)).status_code == 403
    name_for_concerns(membership=membership, named=True, by=world.cast.coordinator)
    leader.__dict__.pop("_roles", None)
    assert may(leader, Permission.HANDLE_CONCERNS, project)
    assert not may(leader, Permission.HANDLE_CONCERNS, world.cast.foreign)
    page = visitor(world.cast.ambassador)("GET", path_of("participants:concern_report", world)).content.decode()
    assert f"en ook {leader.name}" in page
    words = {"words": "Iets is niet goed.", "where": "other"}
    visitor(world.cast.ambassador)("POST", path_of("participants:concern_report", world), words)
    assert ConcernMail.objects.filter(user=leader).exists()
    name_for_concerns(membership=membership, named=False, by=world.cast.coordinator)
    leader.__dict__.pop("_roles", None)
    assert not may(leader, Permission.HANDLE_CONCERNS, project)
