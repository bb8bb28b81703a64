"""Two people open one page and both save: the second sees what the first wrote, loses nothing, and may still save."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from excursions.actions import make_booklet, plan_excursion, sign_up
from excursions.models import Place, Signup
from matching.actions import form_couple, make_due_check_ins, set_up_board
from matching.models import Board, CheckIn, Couple, CoupleMember, Weights
from mixen.forms import EditForm
from participants.actions import answer_invitation, invite
from participants.models import Participant
from projects.actions import change_meeting, save_training
from projects.models import BudgetLine, Meeting, Training
from tests.conftest import NOW, Cast

NOT_TYPED = ("weighed", "outcome")  # of the page itself, and a button
CHANGED = "Iemand anders heeft dit intussen veranderd."


@dataclass
class Page:
    """A page that two people open. ``theirs`` is saved first, ``mine`` after it."""

    path: str
    theirs: dict[str, Any]
    mine: dict[str, Any]
    shown: str
    """What the second is told of what the first wrote."""
    now: Callable[[], Any]
    """What the record holds; first ``values[0]``, in the end ``values[1]``."""
    values: tuple[Any, Any]


def url(cast: Cast, name: str, *args: Any) -> str:
    return reverse(name, args=[cast.project.slug, *args])


def mix(cast: Cast) -> Meeting:
    return Meeting.objects.get(project=cast.project, kind="mix")


def couple_of(cast: Cast, **also: Any) -> Couple:
    facts = {"project": cast.project, "old": cast.ans, "new": [cast.samira], "ambassador": cast.ambassador}
    return form_couple(**facts, by=cast.leader, **also)


def meeting(cast: Cast) -> Page:
    row = Meeting.objects.get(project=cast.project, kind="closing")
    typed = {"kind": "closing", "day": "12-6-2027", "begins": "13:30", "ends": "15:30", "step_free": "unknown"}
    return Page(
        url(cast, "projects:meeting_edit", row.pk),
        {**typed, "place": "De Meervaart"},
        {**typed, "place": "Het Badhuis"},
        "De Meervaart",
        lambda: Meeting.objects.get(pk=row.pk).place,
        ("De Meervaart", "Het Badhuis"),
    )


def moved(cast: Cast) -> Page:
    row = Meeting.objects.get(project=cast.project, kind="closing")
    typed = {"deed": "move", "begins": "13:30", "ends": "15:30", "reason": "De zaal is bezet."}
    return Page(
        url(cast, "projects:meeting_move", row.pk),
        {**typed, "day": "15-6-2027", "weighed": "2027-06-15"},
        {**typed, "day": "16-6-2027", "weighed": "2027-06-16"},
        "di 15 jun 2027",
        lambda: Meeting.objects.get(pk=row.pk).day,
        (date(2027, 6, 15), date(2027, 6, 16)),
    )


def agreed(cast: Cast) -> Page:
    line = BudgetLine.objects.filter(group__project=cast.project).order_by("pk")[0]
    name = f"line_{line.pk}"
    return Page(
        url(cast, "projects:agree"),
        {name: "120"},
        {name: "75,50"},
        "120,00",
        lambda: BudgetLine.objects.get(pk=line.pk).agreed,
        (Decimal(120), Decimal("75.50")),
    )


def training(cast: Cast) -> Page:
    row = save_training(project=cast.project, part=1, on=NOW.date(), followed=[], by=cast.leader)
    people = [cast.project.memberships.get(user=one) for one in (cast.ambassador, cast.colleague)]
    typed = {"part": "1", "on": "12-3-2027"}
    return Page(
        url(cast, "projects:training", row.pk),
        {**typed, "followed": [people[0].pk]},
        {**typed, "followed": [people[1].pk]},
        "Ambassador",
        lambda: [one.user for one in Training.objects.get(pk=row.pk).followed.all()],
        ([cast.ambassador], [cast.colleague]),
    )


def appointment(cast: Cast) -> Page:
    row = couple_of(cast)
    typed = {"day": "20-3-2027", "at": "14:00", "confirmed": "on"}
    return Page(
        url(cast, "matching:appointment", row.pk),
        {**typed, "place": "bij de kassa"},
        {**typed, "place": "op het perron"},
        "bij de kassa",
        lambda: Couple.objects.get(pk=row.pk).first_appointment_place,
        ("bij de kassa", "op het perron"),
    )


def offer(cast: Cast) -> Page:
    set_up_board(meeting=mix(cast), tables=4, rounds=4, minutes=5, by=cast.leader)
    member = couple_of(cast, meeting=mix(cast)).members.order_by("pk")[0]
    return Page(
        url(cast, "matching:mix_offer", mix(cast).pk, member.pk),
        {"pickup": "bij de taalles"},
        {"pickup": "thuis"},
        "bij de taalles",
        lambda: CoupleMember.objects.get(pk=member.pk).pickup,
        ("bij de taalles", "thuis"),
    )


def board(cast: Cast) -> Page:
    set_up_board(meeting=mix(cast), tables=4, rounds=4, minutes=5, by=cast.leader)
    typed = {"rounds": "4", "minutes": "5"}
    return Page(
        url(cast, "matching:mix", mix(cast).pk) + "?aanpassen",
        {**typed, "tables": "7"},
        {**typed, "tables": "9"},
        "7",
        lambda: Board.objects.get(meeting=mix(cast)).tables,
        (7, 9),
    )


def weights(cast: Cast) -> Page:
    typed = {**dict.fromkeys(Weights.CRITERIA, 10), "postcode": 20}
    return Page(
        url(cast, "matching:weights"),
        {**typed, "language": 311},
        {**typed, "language": 77},
        "311",
        lambda: Weights.objects.get(project=cast.project).language,
        (311, 77),
    )


def called(cast: Cast) -> Page:
    couple_of(cast)
    with time_machine.travel(NOW + timedelta(days=14), tick=False):
        make_due_check_ins(by=None)
    row = CheckIn.objects.get(member__participant=cast.ans)
    return Page(
        url(cast, "matching:call", row.pk),
        {"attempts": "0", "outcome": "help", "note": "De afspraak is kwijt."},
        {"attempts": "0", "outcome": "well", "note": "Alles gaat goed."},
        "De afspraak is kwijt.",
        lambda: CheckIn.objects.get(pk=row.pk).note,
        ("De afspraak is kwijt.", "Alles gaat goed."),
    )


def paid(cast: Cast) -> Page:
    trip = plan_excursion(
        project=cast.project,
        name="Rondvaart",
        starts_at=NOW + timedelta(days=21),
        meeting_point="Halte Osdorpplein",
        capacity=4,
        by=cast.leader,
    )
    sign_up(excursion=trip, people=[cast.ans], by=cast.leader)
    row = Signup.objects.get(excursion=trip)
    return Page(
        url(cast, "excursions:costs", trip.pk),
        {f"paid_{row.pk}": "8,50"},
        {f"paid_{row.pk}": "2,25"},
        "8,50",
        lambda: Signup.objects.get(pk=row.pk).paid,
        (Decimal("8.50"), Decimal("2.25")),
    )


def booklet(cast: Cast) -> Page:
    places = [Place.objects.create(name=name, section="home") for name in ("Molen", "Kas", "Fort")]
    made = make_booklet(project=cast.project, places=places, foreword="", by=cast.leader)
    return Page(
        url(cast, "excursions:booklet_new"),
        {"places": [places[0].pk, places[1].pk]},
        {"places": [places[0].pk, places[2].pk]},
        "Rond eigen huis en haard: Kas, Rond eigen huis en haard: Molen",
        lambda: sorted(made.entries.values_list("place__name", flat=True)),
        (["Kas", "Molen"], ["Fort", "Molen"]),
    )


PAGES = [meeting, moved, agreed, training, appointment, offer, board, weights, called, paid, booklet]


def seen_in(html: str) -> str:
    """The mark that the page sends along."""
    found = re.search(r'name="seen" value="(\w{16})"', html)
    assert found, "the page does not say which version it shows"
    return found[1]


@pytest.mark.parametrize("scene", PAGES, ids=lambda one: one.__name__)
@pytest.mark.faults
def test_the_second_sees_both_versions_and_may_save(
    scene: Callable[[Cast], Page], cast: Cast, as_user: Any, noted: Callable[..., None]
) -> None:
    it = scene(cast)
    first, second = as_user(cast.coordinator), as_user(cast.leader)
    opened = [seen_in(client.get(it.path).content.decode()) for client in (first, second)]
    assert first.post(it.path, {**it.theirs, "seen": opened[0]}).status_code == 302
    assert it.now() == it.values[0]

    answer = second.post(it.path, {**it.mine, "seen": opened[1]})
    html = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert html.count(CHANGED) == 1
    assert f"Nu staat er: {it.shown}" in html, re.findall("Nu staat er[^<]*", html)
    assert it.now() == it.values[0]
    form = answer.context["paid" if "paid" in answer.context else "form"]
    kept = [name for name in it.mine if name in form.fields and name not in NOT_TYPED]
    assert kept
    assert all(_same(form[name].value(), it.mine[name]) for name in kept)

    assert second.post(it.path, {**it.mine, "seen": seen_in(html)}).status_code == 302
    assert it.now() == it.values[1]
    noted(f"two people save one record: {scene.__name__}", sent=2, lost=int(CHANGED not in html))


@pytest.mark.faults
def test_without_the_mark_the_first_would_be_lost(
    cast: Cast, as_user: Any, noted: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: where the page does not know which version it showed, the last one wins without a word."""
    monkeypatch.setattr(EditForm, "stamp", lambda form: "0123456789abcdef")
    it = meeting(cast)
    first, second = as_user(cast.coordinator), as_user(cast.leader)
    opened = [seen_in(client.get(it.path).content.decode()) for client in (first, second)]
    first.post(it.path, {**it.theirs, "seen": opened[0]})
    answer = second.post(it.path, {**it.mine, "seen": opened[1]})
    lost = int(answer.status_code == 302 and it.now() == it.values[1])
    noted("control: a page without its version", sent=2, lost=lost, control=True)


def _same(kept: Any, typed: Any) -> bool:
    if isinstance(typed, list):
        return [str(one) for one in kept] == [str(one) for one in typed]
    return kept is True if typed == "on" else str(kept) == str(typed)


@pytest.mark.parametrize("scene", [agreed, called], ids=lambda one: one.__name__)
def test_who_types_the_same_is_not_stopped(scene: Callable[[Cast], Page], cast: Cast, as_user: Any) -> None:
    """A button that was pressed twice is no quarrel."""
    it = scene(cast)
    client = as_user(cast.leader)
    opened = seen_in(client.get(it.path).content.decode())
    answers = [client.post(it.path, {**it.theirs, "seen": opened}).status_code for _twice in range(2)]
    assert answers == [302, 302]
    assert it.now() == it.values[0]


def told(answer: Any) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def test_another_ambassador_chosen_meanwhile_is_said(cast: Cast, as_user: Any) -> None:
    page, send = cast.ans.get_absolute_url(), url(cast, "participants:assign", cast.ans.pk)
    first, second = as_user(cast.coordinator), as_user(cast.leader)
    opened = [seen_in(client.get(page).content.decode()) for client in (first, second)]
    first.post(send, {"ambassador": cast.colleague.pk, "seen": opened[0]})
    answer = second.post(send, {"ambassador": "", "seen": opened[1]})
    assert CHANGED in told(answer)
    assert Participant.objects.get(pk=cast.ans.pk).ambassador == cast.colleague
    second.post(send, {"ambassador": "", "seen": seen_in(second.get(page).content.decode())})
    assert Participant.objects.get(pk=cast.ans.pk).ambassador is None


class TestAnswers:
    """An answer is given on one's own page or on the phone, and noted by either of two people."""

    @pytest.fixture
    def row(self, cast: Cast) -> Any:
        closing = Meeting.objects.get(project=cast.project, kind="closing")
        change_meeting(meeting=closing, place="De Meervaart", by=cast.leader)
        couple_of(cast)
        return invite(meeting=closing, people=[cast.ans], by=cast.leader)[0]

    def test_by_the_team(self, cast: Cast, row: Any, as_user: Any) -> None:
        page = url(cast, "participants:invitations", row.meeting_id)
        send = url(cast, "participants:invitation_answer", row.meeting_id, row.pk)
        first, second = as_user(cast.coordinator), as_user(cast.leader)
        opened = [seen_in(client.get(page).content.decode()) for client in (first, second)]
        first.post(send, {"coming": "yes", "children": "2", "seen": opened[0]})
        answer = second.post(send, {"coming": "no", "children": "0", "seen": opened[1]})
        row.refresh_from_db()
        assert (CHANGED in told(answer), row.answer, row.children) == (True, "coming", 2)
        second.post(send, {"coming": "no", "seen": seen_in(second.get(page).content.decode())})
        row.refresh_from_db()
        assert row.answer == "not_coming"

    def test_on_the_own_page(self, cast: Cast, row: Any) -> None:
        client = Client()
        page = f"/mijn/{row.participant.personal_link.token}/bijeenkomst/{row.meeting_id}/"
        opened = seen_in(client.get(page).content.decode())
        answer_invitation(invitation=row, coming=True, children=2, by=cast.leader)
        answer = client.post(page, {"coming": "no", "seen": opened})
        html = unescape(answer.content.decode())
        assert answer.status_code == 422
        assert "Nu staat er: Ja, ik kom" in html
        assert client.post(page, {"coming": "no", "seen": seen_in(html)}).status_code == 302
        row.refresh_from_db()
        assert row.answer == "not_coming"
