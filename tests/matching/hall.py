"""A hall full of people: what the tests of a mix meeting need to set the scene, and to look at what came of it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from matching.actions import choose, mark_here, plan_the_rounds, set_up_board, start_next_round
from matching.afternoon import rounds_of
from matching.models import Board, Draft
from participants.models import Participant
from projects.actions import plan_meeting
from projects.models import Meeting
from tests.conftest import Cast, signed_up

STEPS = ("mix_present", "mix_rounds", "mix_choices", "mix_couples", "mix_ready")
TEAM = ("ambassador", "colleague", "leader", "coordinator")
Tables = dict[int, set[str]]
Log = Callable[[Any], Client]


def mix_of(cast: Cast) -> Meeting:
    """The mix meeting of this afternoon."""
    return cast.project.meetings.filter(kind=Meeting.Kind.MIX).earliest("starts_at")


def later_mix(cast: Cast, day: date, hour: int = 19) -> Meeting:
    """Another mix meeting of the same project, in the evening."""
    begins = timezone.make_aware(datetime.combine(day, time(hour)))
    ends = timezone.make_aware(datetime.combine(day, time(hour + 2)))
    return plan_meeting(
        project=cast.project, kind=Meeting.Kind.MIX, starts_at=begins, ends_at=ends, by=cast.coordinator
    )


def opened(cast: Cast, meeting: Meeting | None = None, tables: int = 20, rounds: int = 8) -> Board:
    """The board of a meeting, with nobody ticked yet."""
    return set_up_board(meeting=meeting or mix_of(cast), tables=tables, rounds=rounds, minutes=5, by=cast.coordinator)


def come(board: Board, *people: Participant, by: Any = None) -> Board:
    """These people are in the hall."""
    for one in people:
        mark_here(board=board, participant=one, by=by)
    return fresh(board)


def filled(cast: Cast, *names: str, tables: int = 20, rounds: int = 8) -> Board:
    """The board with people of the cast in the hall; all of them without names."""
    people = [cast.people[name] for name in names] or cast.people.values()
    return come(opened(cast, tables=tables, rounds=rounds), *people, by=cast.ambassador)


def guests(cast: Cast, old: int, new: int) -> list[Participant]:
    """So many more women of both sides, called Oud1, Nieuw1 and on."""
    made = []
    for side, label, number in (("old", "Oud", old), ("new", "Nieuw", new)):
        known = sum(name.startswith(label.lower()) for name in cast.people)
        for place in range(known + 1, known + number + 1):
            one = signed_up(cast.project, f"{label}{place}", side, cast.ambassador, {"gender": "woman"}, {})
            cast.people[f"{label.lower()}{place}"] = one
            made.append(one)
    return made


def played(board: Board, number: int = 1) -> Board:
    """The rounds planned and so many of them begun; the last one runs."""
    plan_the_rounds(board=board, by=None)
    for _round in range(number):
        start_next_round(board=board, by=None)
    return fresh(board)


def fresh(board: Board) -> Board:
    """The board as the database has it now."""
    return Board.objects.with_meeting().get(pk=board.pk)


def seats(board: Board) -> dict[int, Tables]:
    """Per round and table who sits there, by first name."""
    return {
        one.round.number: {table.number: {row.name for row in (*table.old, *table.new)} for table in one.tables}
        for one in rounds_of(board)
    }


def sitting(tables: Tables) -> list[str]:
    """Everybody at a table, as often as they sit there."""
    return sorted(name for names in tables.values() for name in names)


def say(board: Board, chooser: Participant, *about: tuple[Participant, str]) -> None:
    """What somebody answers about others."""
    for other, answer in about:
        choose(board=board, chooser=chooser, chosen=other, answer=answer, by=None)


def both_yes(board: Board, one: Participant, other: Participant) -> None:
    say(board, one, (other, "yes"))
    say(board, other, (one, "yes"))


def named(cast: Cast, draft: Draft) -> dict[str, list[str]]:
    """The couples of a proposal by first name."""
    called = {str(one.pk): one.person.goes_by for one in cast.people.values()}
    return {called[one["old"]]: sorted(called[new] for new in one["new"]) for one in draft.answer["couples"]}


def without(cast: Cast, draft: Draft) -> dict[str, dict[str, Any]]:
    """Who has no couple in a proposal, by first name."""
    called = {str(one.pk): one.person.goes_by for one in cast.people.values()}
    return {called[one["id"]]: one for side in ("old", "new") for one in draft.answer["left_out"][side]}


def address(board: Board, name: str, *rest: Any) -> str:
    """The address of a page of the afternoon: ``address(board, "mix_sheet", pk)``."""
    return reverse(f"matching:{name}", args=[board.meeting.project.slug, board.meeting_id, *rest])


@dataclass
class Form:
    """A form of a page: where it goes, what it carries, and what its buttons are called."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: set[str] = field(default_factory=set)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.inside = self.in_button = False

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(said.get("action", "")))
            self.inside = True
        elif self.inside and tag == "input" and said.get("type") not in {"checkbox", "radio"}:
            self.found[-1].fields[said.get("name", "")] = said.get("value", "")
        elif self.inside and tag == "button":
            self.in_button = True
            self.found[-1].buttons.add(said.get("id", ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"
        self.in_button = self.in_button and tag != "button"

    def handle_data(self, data: str) -> None:
        if self.in_button and data.strip():
            self.found[-1].buttons.add(data.strip())


def forms(page: str) -> list[Form]:
    reader = _Forms()
    reader.feed(page)
    return reader.found


def button(page: str, name: str) -> Form:
    """The one form with a button of that name or id."""
    (found,) = [one for one in forms(page) if name in one.buttons]
    return found


def press(client: Client, page: str, name: str, **also: Any) -> Any:
    """Press a button of a page as a browser without script would, and follow where it leads."""
    form = button(page, name)
    return client.post(form.action, {**form.fields, **also}, follow=True)


def text(answer: Any) -> str:
    return str(answer.content.decode())


def pressed(page: str) -> list[str]:
    """The answers a sheet shows as given."""
    return re.findall(r'value="(\w+)" aria-pressed="true"', page)


def still(page: str) -> str:
    """A page without what differs from one look to the next."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|X-Board": "\d+"|nonce="[^"]+"', "", page)
    return re.sub(r'<p class="board-change.*?</p>', "", page)


def by_script(version: int | None = None) -> dict[str, Any]:
    """The headers of a page that asks whether it is up to date."""
    return {"headers": {"HX-Request": "true", **({"X-Board": str(version)} if version is not None else {})}}
