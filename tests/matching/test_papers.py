"""The mix meeting on paper: nobody's wish is broken or told, everything fits, and it can be read in nine languages."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import permutations
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import timezone, translation
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from matching.actions import keep_apart, mark_here, plan_the_rounds, set_up_board
from matching.models import Couple
from matching.papers import cards, contact_cards, print_pack
from matching.papers.fitting import strips
from matching.papers.plans import Spare, document_for, expected, planned, spare_plan, spare_plans, stand_ins
from mixen import pdf
from mixen.languages import READING_LANGUAGES, TRANSLATED
from participants.models import Language
from tests.conftest import Cast, registered
from tests.matching.conftest import Form

Document = dict[str, Any]


@pytest.fixture
def board(cast: Cast) -> Any:
    """The afternoon of the cast: Ans 1, Corrie 2, Joop 3, Willem 4, Lale 5, Oksana 6, Samira 7, Tesfay 8."""
    meeting = cast.project.meetings.get(kind="mix")
    return set_up_board(meeting=meeting, tables=4, rounds=3, minutes=5, by=cast.coordinator)


@pytest.fixture
def as_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be printed comes as the words of its page, without making a PDF."""

    def words(template: str, context: Any) -> bytes:
        page = re.sub(r"</?(?:bdi|b|span)\b[^>]*>", "", render_to_string(template, dict(context)))
        return " ".join(re.sub(r"<[^>]+>", " ", page).split()).encode()

    monkeypatch.setattr(pdf, "render", words)


def person(key: str, woman: bool | None, women_only: bool = False) -> Document:
    return {"id": key, "woman": woman, "women_only": women_only}


def people(side: str) -> st.SearchStrategy[list[Document]]:
    kinds = st.sampled_from([(True, True), (True, False), (True, False), (False, False), (None, False)])
    return st.lists(kinds, min_size=1, max_size=6).map(
        lambda found: [person(f"{side}{number}", *kind) for number, kind in enumerate(found)]
    )


@st.composite
def documents(draw: Any) -> Document:
    """Any afternoon: people of both sides, who is kept apart, tables and rounds."""
    old, new = draw(people("o")), draw(people("n"))
    ids = [[one["id"] for one in side] for side in (new, old)]
    vetoes = draw(st.lists(st.tuples(*(st.sampled_from(side) for side in ids)).map(list), max_size=2))
    pairs = [list(pair) for pair in permutations(ids[0], 2)]
    apart = draw(st.lists(st.sampled_from(pairs), max_size=1)) if pairs else []
    size = {"tables": draw(st.integers(1, 6)), "rounds": draw(st.integers(1, 4))}
    return {"seed": "papier", "old": old, "new": new, "vetoes": vetoes, "apart": apart, "played": [], **size}


def faults(document: Document, spare: Spare, instead: dict[str, str]) -> Iterator[str]:
    """Tables where a rule is broken when everybody in ``instead`` sits where somebody else was planned."""
    known = {one["id"]: one for side in ("old", "new") for one in document[side]}
    barred = [set(pair) for pair in (*document["vetoes"], *document["apart"])]
    for sitting in spare.rounds:
        for table in sitting.tables:
            there = [instead.get(one, one) for one in (*table.old, *table.new)]
            facts = [known.get(one, person(one, False)) for one in there]
            if any(one["women_only"] for one in facts) and not all(one["woman"] is True for one in facts):
                yield f"women: {there}"
            if any(pair <= set(there) for pair in barred):
                yield f"apart: {there}"


def swaps(document: Document, spare: Spare) -> Iterator[dict[str, str]]:
    """Every way in which numbers change hands as the page says: any one missing, any two, of either side."""
    yield {}
    for side, out in spare.stand_ins.items():
        planned_for = [one["id"] for one in document[side] if one["id"] not in out]
        for count in range(1, len(out) + 1):
            for missing in permutations(planned_for, count):
                for taking in permutations(out, count):
                    yield dict(zip(missing, taking, strict=True))


@settings(max_examples=60, deadline=None)
@given(document=documents())
def test_whoever_is_missing_nobody_sits_where_they_do_not_want_to(document: Document) -> None:
    """A number that changes hands as the page says breaks no rule, whoever it was; nor does who comes along."""
    for spare in spare_plans(document):
        for instead in swaps(document, spare):
            assert not list(faults(document, spare, instead))


@settings(max_examples=40, deadline=None)
@given(document=documents())
def test_a_spare_plan_is_for_as_many_people_as_it_says(document: Document) -> None:
    for spare in spare_plans(document):
        if spare.rounds:
            seen = {key for one in spare.rounds for at in one.tables for key in (*at.old, *at.new)}
            seen |= {key for one in spare.rounds for key in one.out}
            for side, more in (("old", spare.old), ("new", spare.new)):
                out, extra = spare.stand_ins.get(side, []), spare.extra.get(side, [])
                assert len(extra) - len(out) == more
                assert set(extra) <= seen
                assert not set(out) & seen


def crowd() -> Document:
    """Enough women on either side, some of whom go out only with women."""
    sides = {side: [person(f"{side}{n}", n % 3 != 0, n in (1, 7)) for n in range(9)] for side in ("old", "new")}
    return {"seed": "papier", **sides, "vetoes": [], "apart": [], "tables": 9, "rounds": 4, "played": []}


def test_with_enough_people_every_plan_is_there() -> None:
    assert all(spare.rounds for spare in spare_plans(crowd()))


def test_the_highest_numbers_of_women_who_fit_anywhere_stand_in() -> None:
    assert stand_ins(crowd(), "new", 2) == ["new8", "new5"]


def test_who_is_kept_apart_from_somebody_does_not_stand_in() -> None:
    document = {**crowd(), "vetoes": [["new8", "old0"]]}
    assert stand_ins(document, "new", 2) == ["new5", "new4"]


def test_without_women_who_fit_anywhere_there_is_no_plan() -> None:
    """A man cannot take just any number, as long as somebody is there who goes out only with women."""
    document = {**crowd(), "new": [person("n1", False), person("n2", False), person("n3", False)]}
    assert stand_ins(document, "new", 1) == []
    assert not spare_plan(document, 0, -2).rounds
    free = {**document, "old": [person("o1", True), person("o2", False)]}
    assert stand_ins(free, "new", 2) == ["n3", "n2"]


def test_everybody_expected_is_on_the_list_without_what_is_private(cast: Cast, board: Any, as_page: None) -> None:
    words = print_pack(board).decode()
    assert all(one.person.name in words for one in cast.people.values())
    assert all(f" {number} " in words for number in (9, 10, 11, 12))
    assert not re.search(r"06 ?12345678|\+31|1069|1068|alleen met vrouwen op stap", words)


def test_who_did_not_sign_up_is_on_the_list_and_not_in_the_plan(cast: Cast, as_page: None) -> None:
    registered(cast.project, "Twijfel", "new", cast.ambassador, {"gender": "woman"}, {})
    meeting = cast.project.meetings.get(kind="mix")
    board = set_up_board(meeting=meeting, tables=4, rounds=3, minutes=5, by=cast.coordinator)
    words = print_pack(board).decode()
    assert "Twijfel Proefpersoon – nog niet ingeschreven" in words
    assert words.count("Twijfel") == 1


def test_there_is_a_slip_for_everybody_with_everybody_they_meet(cast: Cast, board: Any, as_page: None) -> None:
    words = print_pack(board).decode()
    assert words.count("Niemand anders ziet dit.") == 8 + 4
    slip = re.search(r"7 Samira Proefpersoon Wie wil je vaker zien\?.*?Niemand anders", words)
    assert slip is not None
    assert [name for name in ("1 Ans", "2 Corrie", "Joop", "Willem") if name in slip[0]] == ["1 Ans", "2 Corrie"]


def test_spare_plans_hold_numbers_and_no_names(cast: Cast, board: Any, as_page: None) -> None:
    words = print_pack(board).decode().partition("Reserveplannen")[2]
    assert "Niet in dit plan, kant N: 5, 6. Is nummer 7 er niet?" in words
    assert not any(one.person.goes_by in words for one in cast.people.values())
    assert "A = O oud, nummer" in words


def test_a_plan_that_cannot_be_made_is_said_to_be_absent(board: Any, as_page: None) -> None:
    """Ans is the only one of the old who could take any number."""
    words = print_pack(board).decode()
    assert "Kant O (oud): twee mensen minder Dit plan is er niet" in words


def test_the_plan_keeps_people_apart(cast: Cast, board: Any) -> None:
    keep_apart(first=cast.lale, second=cast.ans, by=cast.coordinator)
    keep_apart(first=cast.lale, second=cast.oksana, by=cast.coordinator)
    document = document_for(board, expected(board))
    spare = Spare(0, 0, {}, {}, planned(document))
    assert spare.rounds
    assert not list(faults(document, spare, {}))


def test_with_nobody_on_one_side_there_is_a_list_and_no_plan(cast: Cast, board: Any, as_page: None) -> None:
    board.presences.filter(participant__side="old").delete()
    words = print_pack(board).decode()
    assert "Er is nog geen plan." in words
    assert "Reserveplannen" not in words


def test_before_the_rounds_cards_hold_numbers_and_names(board: Any, as_page: None) -> None:
    words = cards(board).decode()
    assert "Tafel 4 O oud 1 Ans Proefpersoon" in words
    assert "7 Samira Proefpersoon سميرة" in words
    assert "Ronde" not in words


def test_after_planning_cards_say_who_stays_and_where_to_go(cast: Cast, board: Any, as_page: None) -> None:
    for one in cast.people.values():
        mark_here(board=board, participant=one, by=cast.ambassador)
    plan_the_rounds(board=board, by=cast.ambassador)
    words = cards(board).decode()
    at = {
        (seat.participant.person.goes_by, found.number): seat.table
        for found in board.all_rounds.all()
        for seat in found.seats.select_related("participant__person")
    }
    table = next(number for (name, _round), number in at.items() if name == "Joop")
    assert f"Tafel {table} Joop" in words
    card = re.search(r"8 Tesfay Proefpersoon ተስፋይ Ronde Tafel (.*)", words)
    assert card is not None
    for number in (1, 2, 3):
        assert f"{number} {at.get(('Tesfay', number), 'niet aan tafel')}" in card[1]


def test_wide_cards_stand_alone_and_narrow_ones_in_pairs() -> None:
    found = strips([{"wide": wide} for wide in (False, True, False, False)], lambda card: card["wide"])
    assert [[card["wide"] for card in strip] for strip in found] == [[False, False], [True], [False]]


@pytest.fixture
def couple(cast: Cast, form: Form) -> Couple:
    """Ans and Samira, with an appointment and an ambassador who can be called."""
    cast.ambassador.phone = "+31687654321"
    cast.ambassador.save()
    for one, street in ((cast.ans, "Osdorper Ban 12"), (cast.samira, "Geheimlaan 3")):
        one.person.street, one.person.pronunciation = street, f"zeg {one.person.call_name}"
        one.person.save()
    made: Couple = form("ans", "samira")
    made.first_appointment_at = timezone.make_aware(datetime(2027, 3, 20, 14, 0))
    made.first_appointment_place = "Plein 40-45"
    made.save()
    made.members.filter(participant=cast.ans).update(shares_address=True)
    return Couple.objects.get(pk=made.pk)


def own_cards(couple: Couple) -> list[str]:
    return contact_cards([couple]).decode().split("Deze kaart is van")[1:]


def test_an_address_is_told_only_of_who_offers_it(cast: Cast, couple: Couple, as_page: None) -> None:
    couple.members.filter(participant=cast.samira).update(pickup="School, bij de poort")
    of_ans, of_samira = own_cards(couple)
    assert "Osdorper Ban 12, 1069 AB" in of_samira
    assert "Geheimlaan" not in of_ans + of_samira
    assert "School, bij de poort" in of_ans
    assert "ophalen" not in of_samira


def test_a_card_says_who_when_where_and_what_now(couple: Couple, as_page: None) -> None:
    of_ans, of_samira = own_cards(couple)
    for words in ("Samira Proefpersoon سميرة", "zeg Samira", "06 12345678", "zaterdag 20 maart 2027, 14.00 uur"):
        assert words in of_ans
    for words in ("Ans Proefpersoon", "Plein 40-45", "Ambassador 06 87654321", "tot en met 12 juni 2027"):
        assert words in of_samira


def test_of_three_each_hears_of_the_other_two(form: Form, as_page: None) -> None:
    of_corrie, of_samira, of_lale = own_cards(form("corrie", "samira", "lale"))
    assert "Jouw mixmaatjes Samira Proefpersoon سميرة Telefoon" in of_corrie
    assert re.search("Corrie.*Lale", of_samira)
    assert re.search("Corrie.*Samira", of_lale)


def test_without_couples_the_page_says_so(as_page: None) -> None:
    assert "Er zijn nog geen koppels." in contact_cards([]).decode()


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_card_is_in_the_language_of_the_reader_too(cast: Cast, couple: Couple, as_page: None, code: str) -> None:
    cast.samira.person.languages.set(Language.objects.filter(code__in=[code, "zh"]))
    of_ans, of_samira = own_cards(couple)
    for dutch in ("Jouw mixmaatje", "Telefoon", "Eerste afspraak", "Wat nu?", "Geef deze gegevens niet aan anderen."):
        with translation.override(code):
            own = translation.gettext(dutch)
            assert translation.get_language_bidi() is READING_LANGUAGES[code].right_to_left
        assert dutch in of_samira
        assert own in of_samira
        assert own == dutch or own not in of_ans


def boxes_outside(document: Any) -> list[str]:
    """Words that run off the page."""
    outside = []
    for page in document.pages:
        for box in page._page_box.descendants():
            text = getattr(box, "text", "")
            fits = box.position_x >= -1 and box.position_x + (box.width or 0) <= page.width + 1
            if text.strip() and not (fits and 0 <= box.position_y <= page.height - 10):
                outside.append(text)
    return outside


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every document that is laid out."""
    found: list[Any] = []
    layout = pdf.layout

    def keep(template: str, context: Any) -> Any:
        found.append(layout(template, context))
        return found[-1]

    monkeypatch.setattr(pdf, "layout", keep)
    return found


@pytest.mark.parametrize("name", ["W" * 200, "Wolfeschlegel van " * 11, "محمد عبد الرحمن " * 12, "ኃይለማርያም " * 20])
def test_a_very_long_name_breaks_no_page(cast: Cast, form: Form, board: Any, laid_out: list[Any], name: str) -> None:
    """Of 200 letters in any script, whoever bears it."""
    for one in cast.people.values():
        one.person.name = one.person.own_script_name = name[:200].strip()
        one.person.call_name = ""
        one.person.save()
        mark_here(board=board, participant=one, by=cast.ambassador)
    plan_the_rounds(board=board, by=cast.ambassador)
    print_pack(board)
    cards(board)
    contact_cards([form("corrie", "samira", "lale", "oksana")])
    assert len(laid_out) == 3
    assert [text for document in laid_out for text in boxes_outside(document)] == []


def test_all_papers_are_tagged_and_have_a_title(couple: Couple, board: Any) -> None:
    for made in (print_pack(board), cards(board), contact_cards([couple])):
        reader = PdfReader(BytesIO(made))
        catalog = reader.trailer["/Root"]
        assert catalog["/MarkInfo"]["/Marked"]
        assert catalog["/Lang"] == "nl"
        assert "/StructTreeRoot" in catalog
        assert "pdfuaid:part" in catalog["/Metadata"].get_object().get_data().decode()
        assert (reader.metadata or {}).get("/Title")
