"""The pages of the afternoon: as plain forms, as fragments that keep themselves up to date, and who sees what."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from matching.actions import confirm_couples, lock_pair, propose_couples
from matching.models import Board, Choice, Couple, CoupleMember, Helper, NotTogether
from matching.proposing import standing
from participants.models import Participant
from projects.models import Meeting
from tests.conftest import Cast
from tests.matching.hall import (
    STEPS,
    TEAM,
    Log,
    address,
    both_yes,
    button,
    by_script,
    filled,
    fresh,
    guests,
    later_mix,
    opened,
    played,
    press,
    pressed,
    say,
    text,
)


@pytest.fixture
def client(cast: Cast, as_user: Log) -> Client:
    """The ambassador's tablet."""
    return as_user(cast.ambassador)


@pytest.fixture
def board(cast: Cast) -> Board:
    """Halfway the afternoon: a round is played, there is a proposal, and one couple of it was made."""
    board = played(filled(cast))
    propose_couples(board=board, by=cast.leader)
    confirm_couples(board=board, chosen={str(cast.willem.pk)}, by=cast.leader)
    return fresh(board)


class TestSteps:
    @pytest.mark.parametrize("name", STEPS)
    def test_each_is_a_page_by_itself(self, client: Client, board: Board, name: str) -> None:
        answer = client.get(address(board, name))
        assert answer.status_code == 200
        assert "<html" in text(answer)
        assert len(re.findall(r'aria-current="step"', text(answer))) == 1
        assert f'X-Board": "{board.changes}"' in text(answer)
        assert not re.search(r"\son[a-z]+=|<style|\sstyle=", text(answer))

    @pytest.mark.parametrize("name", STEPS)
    def test_unchanged_it_is_left_alone_and_changed_it_is_a_fragment(
        self, cast: Cast, client: Client, board: Board, name: str
    ) -> None:
        same = client.get(address(board, name), **by_script(board.changes))
        assert (same.status_code, same.content) == (204, b"")
        lock_pair(board=board, new=cast.samira, old=cast.ans, by=cast.colleague)
        changed = client.get(address(board, name), **by_script(board.changes))
        assert changed.status_code == 200
        assert "<html" not in text(changed)
        assert text(changed).lstrip().startswith('<div id="bord"')
        assert f'X-Board": "{fresh(board).changes}"' in text(changed)
        assert "Colleague" in text(changed)

    @pytest.mark.parametrize("name", STEPS)
    def test_none_of_them_before_it_was_set_up_or_for_another_kind_of_meeting(
        self, cast: Cast, client: Client, name: str
    ) -> None:
        for kind in (Meeting.Kind.MIX, Meeting.Kind.INFORMATION):
            place = [cast.project.slug, cast.project.meetings.get(kind=kind).pk]
            assert client.get(reverse(f"matching:{name}", args=place)).status_code == 404


class TestDeeds:
    """Each button works without script, and with it answers with what changed."""

    DEEDS: list[tuple[str, Callable[[Cast, Board], list[Any]], str, str]] = [
        ("mix_mark", lambda c, b: [c.joop.pk, "gone"], "mix_present", "Joop ging naar huis."),
        ("mix_round", lambda c, b: ["beginnen"], "mix_rounds", "Ronde 2 begint."),
        ("mix_propose", lambda c, b: ["bijwerken"], "mix_couples", "Opnieuw berekend"),
        ("mix_pair", lambda c, b: [c.samira.pk, c.ans.pk, "vast"], "mix_couples", "Ans en Samira vastgezet."),
    ]

    @pytest.mark.parametrize(("name", "rest", "step", "words"), DEEDS, ids=[row[0] for row in DEEDS])
    def test_plain_it_leads_to_the_step_and_by_script_it_is_a_fragment(
        self, cast: Cast, client: Client, board: Board, name: str, rest: Any, step: str, words: str
    ) -> None:
        where = address(board, name, *rest(cast, board))
        plain = client.post(where)
        assert plain.status_code == 302
        assert plain["Location"].partition("#")[0] == address(board, step)
        assert words in text(client.get(address(board, step)))
        answer = client.post(where, **by_script(fresh(board).changes))
        assert answer.status_code == 200
        assert "<html" not in text(answer)
        assert '<div id="bord"' in text(answer)

    def test_a_refusal_is_shown_once_where_one_looks(self, cast: Cast, client: Client, board: Board) -> None:
        where = address(board, "mix_mark", cast.ans.pk, "away")
        fragment = text(client.post(where, **by_script()))
        assert "<html" not in fragment
        page = text(client.post(where, follow=True))
        for shown in (fragment, page):
            assert shown.count("zat al aan tafel") == 1
            assert re.search(r'role="alert">\s*<p>Ans zat al aan tafel', shown)
        assert "zat al aan tafel" not in text(client.get(address(board, "mix_present")))

    def test_a_whole_afternoon_without_script(self, cast: Cast, client: Client) -> None:
        start = reverse("matching:mix", args=[cast.project.slug, cast.project.meetings.get(kind="mix").pk])
        assert client.get(start).status_code == 200
        page = text(client.post(start, {"tables": "4", "rounds": "3", "minutes": "5"}, follow=True))
        board = Board.objects.with_meeting().get()
        for one in cast.people.values():
            page = text(press(client, page, f"vink-{one.pk}"))
        page = text(press(client, text(client.get(address(board, "mix_rounds"))), "plannen"))
        for name in (
            "beginnen",
            "stil",
            "verder",
            "beginnen",
            "terug",
            "beginnen",
            "afronden",
            "beginnen",
            "afronden",
        ):
            page = text(press(client, page, name))
        assert "Alle rondes zijn gespeeld" in page
        sheet = address(board, "mix_sheet", cast.ans.pk)
        samira = address(board, "mix_choose", cast.ans.pk, cast.samira.pk)
        assert client.post(samira, {"answer": "yes"}, follow=True).redirect_chain[-1][0] == sheet
        assert pressed(text(client.get(sheet))) == ["yes"]
        page = text(press(client, text(client.get(sheet)), "Klaar met kiezen"))
        assert "Klaar met kiezen (1)" in re.sub(r"<[^>]+>", "", page)
        page = text(press(client, text(client.get(address(board, "mix_couples"))), "voorstel"))
        done = press(client, page, "bevestigen")
        assert done.redirect_chain[-1][0] == address(board, "mix_ready")
        couple = Couple.objects.active().get(members__participant=cast.ans)
        page = text(press(client, text(done), f"verteld-{couple.pk}"))
        assert button(page, f"verteld-{couple.pk}").fields["aan"] == "0"
        assert Couple.objects.get(pk=couple.pk).told

    def test_one_round_begins_when_two_tablets_begin_it(self, cast: Cast, as_user: Log) -> None:
        """Both show 'Ronde 1 beginnen'; who is second did not mean round 2."""
        board = played(filled(cast), 0)
        tablets = [as_user(cast.ambassador), as_user(cast.colleague)]
        pages = [text(client.get(address(board, "mix_rounds"))) for client in tablets]
        for client, page in zip(tablets, pages, strict=True):
            press(client, page, "beginnen")
        assert [one.number for one in board.all_rounds.begun()] == [1]


class TestSettingUp:
    def test_numbers_that_cannot_be_are_refused_at_their_field(self, cast: Cast, client: Client) -> None:
        start = reverse("matching:mix", args=[cast.project.slug, cast.project.meetings.get(kind="mix").pk])
        for sent in ({"tables": "0"}, {"rounds": "21"}, {"minutes": "vijf"}, {"tables": ""}):
            answer = client.post(start, {"tables": "4", "rounds": "3", "minutes": "5", **sent})
            assert answer.status_code == 422
        assert not Board.objects.exists()

    def test_set_up_already_it_opens_at_the_first_step_and_can_be_changed(self, client: Client, board: Board) -> None:
        start = address(board, "mix")
        assert client.get(start, follow=True).redirect_chain[-1][0] == address(board, "mix_present")
        assert 'value="20"' in text(client.get(start + "?aanpassen"))

    def test_who_registered_since_gets_a_number_by_one_button(self, cast: Cast, client: Client, board: Board) -> None:
        guests(cast, 1, 1)
        page = text(client.get(address(board, "mix_present")))
        assert "2 deelnemers hebben nog geen nummer" in page
        page = text(press(client, page, "Nummers geven"))
        assert "nog geen nummer" not in page
        assert board.presences.count() == 10

    def test_a_walk_in(self, cast: Cast, client: Client, board: Board) -> None:
        where, key = address(board, "mix_walk_in"), str(uuid4())
        sent = {"key": key, "name": "Hiwot", "side": "new", "gender": "woman", "agreed": "on"}
        assert client.post(where, {**sent, "agreed": ""}).status_code == 422
        assert not board.presences.filter(participant__person__name="Hiwot").exists()
        for _time in range(2):
            assert "Hiwot is er en heeft nummer 9" in text(client.post(where, sent, follow=True))
        assert Participant.objects.filter(person__name="Hiwot").count() == 1
        again = client.post(where, {**sent, "key": str(uuid4()), "name": "ans proefpersoon"})
        assert again.status_code == 422
        assert 'value="ans proefpersoon"' in text(again)
        assert "Er staat al een ans proefpersoon op de lijst" in text(again)

    def test_who_helps_and_who_is_kept_apart(self, cast: Cast, client: Client, board: Board) -> None:
        client.post(address(board, "mix_helper"), {"kind": "teacher", "name": "Juf Roos"})
        page = text(client.get(address(board, "mix_present")))
        assert "Juf Roos" in page
        client.post(address(board, "mix_helper_remove", Helper.objects.get().pk))
        assert not Helper.objects.exists()
        apart = reverse("matching:apart", args=[cast.project.slug])
        assert client.post(apart, {"first": cast.ans.pk, "second": cast.joop.pk}).status_code == 422
        page = text(client.post(apart, {"first": cast.ans.pk, "second": cast.lale.pk}, follow=True))
        press(client, page, "Mag weer")
        assert not NotTogether.objects.exists()


class TestInternal:
    @pytest.fixture
    def board(self, cast: Cast) -> Board:
        """Ans and Oksana chose each other, so Samira, who goes with women only, has nobody."""
        board = filled(cast, "ans", "willem", "samira", "oksana")
        both_yes(board, cast.ans, cast.oksana)
        say(board, cast.samira, (cast.ans, "maybe"))
        return board

    @pytest.mark.parametrize("who", TEAM)
    def test_what_is_internal_only_for_who_may_see_it(self, cast: Cast, board: Board, as_user: Log, who: str) -> None:
        answer = propose_couples(board=board, by=None).answer
        left = answer["left_out"]["new"] + answer["left_out"]["old"]
        internal = [
            *(one["internal"] for one in answer["couples"] + left),
            *(one["text"] for one in answer["trade_offs"]),
        ]
        internal += [f"Wat zou helpen: {one['would_help']}" for one in left]
        assert answer["trade_offs"]
        assert len(internal) == 6
        page = text(as_user(getattr(cast, who)).get(address(board, "mix_couples")))
        page = page.replace("&#x27;", "'")
        private = who in {"leader", "coordinator"}
        assert [one in page for one in internal] == [private] * 6
        assert all(one["explanation"] in page for one in answer["couples"])
        assert all(one["reason"] in page for one in left)

    def test_why_two_cannot_be_together_is_not_told_to_all(self, cast: Cast, board: Board, as_user: Log) -> None:
        propose_couples(board=board, by=None)
        for new, words in [(cast.samira, "alleen met vrouwen"), (cast.oksana, "nee")]:
            where = address(board, "mix_couples") + f"?een={cast.willem.pk}&ander={new.pk}"
            Choice.objects.filter(chooser=cast.oksana).delete()
            say(board, cast.oksana, (cast.willem, "no"))
            told = {who: text(as_user(getattr(cast, who)).get(where)) for who in ("ambassador", "leader")}
            seen = {who: re.findall(r'id="wat-als".*?</section>', page, re.DOTALL) for who, page in told.items()}
            assert words in str(seen["leader"])
            assert words not in str(seen["ambassador"])
            assert "kan niet" in str(seen["ambassador"])


class TestConfirming:
    def test_what_another_tablet_changed_is_shown_first(self, cast: Cast, client: Client, board: Board) -> None:
        page = text(client.get(address(board, "mix_couples")))
        lock_pair(board=board, new=cast.samira, old=cast.corrie, by=cast.colleague)
        answer = press(client, page, "bevestigen")
        assert answer.redirect_chain[-1][0] == address(board, "mix_couples")
        assert "intussen veranderd" in text(answer)
        assert "Corrie en Samira vastgezet" in text(answer)
        assert client.post(address(board, "mix_confirm"), follow=True).status_code == 200
        assert Couple.objects.count() == 1

    def test_who_was_first_is_said_and_the_others_are_made(self, cast: Cast, client: Client, board: Board) -> None:
        """Willem is in a couple since the leader confirmed that one; the version is the same."""
        answer = client.post(address(board, "mix_confirm"), {"versie": standing(board).number}, follow=True)
        assert re.search(r"zit al in een koppel: Willem en \w+. Dat maakte Leader", text(answer))
        assert Couple.objects.count() == len(standing(board).answer["couples"])
        assert "koppels gemaakt" in text(answer)


class TestReady:
    @pytest.fixture
    def couple(self, board: Board) -> Couple:
        return Couple.objects.get()

    def test_the_first_appointment_leads_back_to_the_step_it_was_opened_from(
        self, cast: Cast, client: Client, board: Board, couple: Couple
    ) -> None:
        page = text(client.get(address(board, "mix_ready")))
        (link,) = re.findall(r'href="([^"]+/afspraak/[^"]*)"', page)
        sent = {"day": "15-3-2027", "at": "14:00", "place": "bij de kassa", "confirmed": "on"}
        assert client.post(link, sent)["Location"] == address(board, "mix_ready") + f"#koppel-{couple.pk}"
        assert address(board, "mix_ready") in text(client.get(link))
        elsewhere = client.post(link.partition("?")[0], sent)
        assert elsewhere["Location"] == couple.get_absolute_url()

    def test_ticks_are_set_and_taken_back(self, client: Client, board: Board, couple: Couple) -> None:
        for name, field in (("verteld", "told"), ("boekje", "booklet_given")):
            for expected in (True, False):
                press(client, text(client.get(address(board, "mix_ready"))), f"{name}-{couple.pk}")
                assert getattr(Couple.objects.get(pk=couple.pk), field) is expected

    def test_another_ambassador_and_what_is_offered(
        self, cast: Cast, client: Client, board: Board, couple: Couple
    ) -> None:
        hand = address(board, "mix_hand", couple.pk)
        assert "Kies een ambassadeur" in text(
            client.post(hand, {"ambassador": cast.foreign_ambassador.pk}, follow=True)
        )
        client.post(hand, {"ambassador": cast.colleague.pk})
        assert Couple.objects.get(pk=couple.pk).ambassador == cast.colleague
        member = CoupleMember.objects.get(participant=cast.willem)
        offer = address(board, "mix_offer", member.pk)
        refused = client.post(offer, {"shares_address": "on", "pickup": "school"})
        assert (refused.status_code, 'value="school"' in text(refused)) == (422, True)
        assert "biedt iets aan" in text(client.post(offer, {"pickup": "school"}, follow=True))

    def test_a_couple_of_another_meeting_is_not_found_here(self, cast: Cast, client: Client, couple: Couple) -> None:
        other = opened(cast, later_mix(cast, date(2027, 5, 11)))
        assert client.post(address(other, "mix_tick", couple.pk, "verteld"), {"aan": "1"}).status_code == 404
