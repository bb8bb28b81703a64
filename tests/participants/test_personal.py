"""Somebody's own page: who opens it and until when, and what they say on it themselves."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from mixen.errors import DomainError
from participants import actions
from participants.link_life import lasts_until
from participants.models import Concern, ConsentText, Mood, Participant, PersonalLink, StopWish
from projects.watching import attention_for
from tests.conftest import NOW, Cast, registered

TODAY = NOW.date()
DATA = {"phone": "06 8765 4321", "email": "", "language": "ar", "dayparts": ["sun-2"], "street": "Dam 1"}


@pytest.fixture(autouse=True)
def empty_cache() -> Any:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def own(cast: Cast) -> str:
    """The address of Ans's own page."""
    return address_of(cast.ans)


def address_of(somebody: Participant) -> str:
    return f"/mijn/{PersonalLink.objects.get(participant=somebody).token}/"


def read(address: str, status: int = 200) -> str:
    answer = Client().get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def lines(cast: Cast) -> list[str]:
    """What asks for attention, in words."""
    return [item.title for item in attention_for([cast.project], TODAY)]


class TestTheLink:
    """How long it works, and what it gives away: nothing."""

    def test_every_wrong_link_gets_the_same_answer_which_tells_nothing(self, cast: Cast, own: str) -> None:
        token = own.split("/")[2]
        actions.revoke_link(participant=cast.lale, by=cast.coordinator)
        wrong = [f"/mijn/{token[:-1]}x/", address_of(cast.lale), "/mijn/999999-abcdefabcdefabcdefabcdef/", "/mijn/x/"]
        answers = [Client().get(path + rest) for path in wrong for rest in ("", "zorg/", "ontmoeting/")]
        assert {answer.status_code for answer in answers} == {404}
        bodies = {answer.content for answer in answers}
        assert len(bodies) == 1
        assert "Lale" not in bodies.pop().decode()
        for answer in answers:
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert "no-store" in answer.headers["Cache-Control"]
            assert "noindex" in answer.headers["X-Robots-Tag"]

    def test_it_lasts_a_month_after_the_project(self, cast: Cast, own: str, clock: Any) -> None:
        assert lasts_until(cast.ans) == cast.project.ends_on + timedelta(days=30)
        clock.move_to(f"{cast.project.ends_on + timedelta(days=30)}T12:00:00+02:00")
        read(own)
        clock.shift(timedelta(days=1))
        read(own, 404)

    def test_who_stopped_has_a_month_more_and_who_came_back_all_the_time(
        self, cast: Cast, own: str, clock: Any
    ) -> None:
        actions.withdraw(participant=cast.ans, reason="verhuisd", by=None)
        clock.shift(timedelta(days=30))
        read(own)
        clock.shift(timedelta(days=1))
        read(own, 404)
        actions.return_to_project(participant=Participant.objects.get(pk=cast.ans.pk), by=None)
        read(own)
        actions.withdraw(participant=Participant.objects.get(pk=cast.ans.pk), reason="verhuisd", by=None)
        read(own)

    def test_renewed_the_old_one_is_gone(self, cast: Cast, own: str) -> None:
        actions.renew_link(participant=cast.ans, by=cast.coordinator)
        read(own, 404)
        read(address_of(cast.ans))
        actions.revoke_link(participant=cast.ans, by=cast.coordinator)
        read(address_of(cast.ans), 404)

    def test_who_guesses_is_stopped(self, cast: Cast) -> None:
        given = [Client().get(f"/mijn/{number}-abcdef/").status_code for number in range(402)]
        assert given == [404] * 400 + [429] * 2

    def test_the_address_of_a_button_opened_again_leads_home(self, cast: Cast, own: str) -> None:
        answer = Client().get(f"{own}intrekken/photos/")
        assert (answer.status_code, answer.url) == (302, own)

    def test_it_needs_no_cookie_and_asks_nobody_else_for_anything(self, cast: Cast, own: str) -> None:
        client = Client(enforce_csrf_checks=True)
        answer = client.post(f"{own}hoe-gaat-het/", {"face": "3"}, headers={"origin": "null"})
        assert answer.status_code == 302
        assert not client.cookies
        html = read(own)
        assert "//" not in html.replace("http://www.w3.org", "").replace("https://wa.me", "")


class TestHowItIsGoing:
    def test_a_tap_notes_a_face_and_a_word_follows(self, cast: Cast, own: str) -> None:
        answer = Client().post(f"{own}hoe-gaat-het/", {"face": "1"})
        assert answer.url == f"{own}hoe-gaat-het/?klaar=gevoel"
        html = read(answer.url)
        assert "Wil je er iets bij zeggen?" in html
        assert 'value="1" checked' in html
        Client().post(f"{own}hoe-gaat-het/", {"face": "1", "word": "we vinden geen tijd"})
        row = Mood.objects.get()
        assert (row.participant, row.face, row.word, row.noted_by) == (cast.ans, 1, "we vinden geen tijd", None)

    def test_said_again_later_it_is_another_word(self, cast: Cast, clock: Any) -> None:
        actions.note_mood(participant=cast.ans, face=1, by=None)
        actions.note_mood(participant=cast.ans, face=2, by=None)
        assert list(Mood.objects.values_list("face", flat=True)) == [2]
        actions.note_mood(participant=cast.ans, face=3, by=cast.ambassador)
        clock.shift(timedelta(minutes=11))
        actions.note_mood(participant=cast.ans, face=3, by=None)
        assert list(Mood.objects.values_list("face", flat=True)) == [3, 3, 2]

    @pytest.mark.parametrize("face", ["", "4", "0", "x", "99999999999999999999"])
    def test_there_are_three_faces(self, cast: Cast, own: str, face: str) -> None:
        assert Client().post(f"{own}hoe-gaat-het/", {"face": face, "word": "zo"}).status_code == 422
        assert not Mood.objects.exists()
        with pytest.raises(DomainError, match="drie gezichten"):
            actions.note_mood(participant=cast.ans, face=4, by=None)

    def test_a_bad_one_asks_for_attention_until_it_was_taken_up(self, cast: Cast, own: str, as_user: Any) -> None:
        actions.note_mood(participant=cast.lale, face=2, by=None)
        assert not any("niet goed" in line for line in lines(cast))
        actions.note_mood(participant=cast.ans, face=1, by=None)
        assert "Met Ans gaat het niet goed" in lines(cast)
        client = as_user(cast.ambassador)
        assert "Met hen gaat het niet goed" in client.get("/").content.decode()
        page = cast.ans.get_absolute_url()
        assert "Dit is opgepakt" in client.get(page).content.decode()
        mood = cast.ans.moods.get()
        assert as_user(cast.colleague).post(f"{page}hoe-gaat-het/{mood.pk}/opgepakt/").status_code == 404
        assert client.post(f"{page}hoe-gaat-het/{mood.pk}/opgepakt/").status_code == 302
        assert "Met Ans gaat het niet goed" not in lines(cast)
        assert "Met hen gaat het niet goed" not in client.get("/").content.decode()

    def test_an_ambassador_notes_it_for_who_has_no_phone(self, cast: Cast, as_user: Any) -> None:
        page = f"{cast.ans.get_absolute_url()}hoe-gaat-het/"
        assert as_user(cast.ambassador).post(page, {"face": "2", "word": "gaat"}).status_code == 302
        assert Mood.objects.get().noted_by == cast.ambassador


class TestAConcern:
    def test_it_reaches_the_coordinator_in_own_words(self, cast: Cast, own: str) -> None:
        html = read(f"{own}zorg/")
        assert "112" in html
        assert "Alleen de coördinator leest dit" in html
        answer = Client().post(f"{own}zorg/", {"words": "Ik voel me niet veilig."})
        assert answer.url == f"{own}?klaar=gemeld"
        assert "Alleen de coördinator leest het" in read(answer.url)
        row = Concern.objects.get()
        assert (row.reporter, row.reported_by, row.where, row.project) == (cast.ans, None, "personal", cast.project)
        assert "niet veilig" not in read(own)

    def test_about_a_stranger_it_cannot_be(self, cast: Cast, own: str) -> None:
        Client().post(f"{own}zorg/", {"words": "Over haar", "about": str(cast.lale.pk)})
        assert not Concern.objects.get().about.exists()

    def test_without_words_it_is_asked_for(self, cast: Cast, own: str) -> None:
        assert Client().post(f"{own}zorg/", {"words": " "}).status_code == 422
        assert not Concern.objects.exists()


class TestStopping:
    def test_who_is_in_no_couple_stops_at_once(self, cast: Cast, own: str) -> None:
        answer = Client().post(f"{own}stoppen/", {"word": ""})
        assert answer.url == f"{own}?klaar=gestopt"
        cast.ans.refresh_from_db()
        assert (cast.ans.status, cast.ans.stop_reason) == ("stopped", "Wilde zelf stoppen.")
        assert "Je doet niet meer mee." in read(own)
        read(f"{own}stoppen/", 404)
        assert not StopWish.objects.exists()

    def test_the_reason_is_in_dutch_whatever_they_read(self, cast: Cast, own: str) -> None:
        cast.ans.person.language = "ar"
        cast.ans.person.save()
        Client().post(f"{own}stoppen/", {"word": ""})
        assert Participant.objects.get(pk=cast.ans.pk).stop_reason == "Wilde zelf stoppen."


class TestMyData:
    def test_they_are_changed_and_what_stood_there_is_kept(self, cast: Cast, own: str) -> None:
        assert "06 12345678" in read(f"{own}gegevens/")
        answer = Client().post(f"{own}gegevens/", {**DATA, "whatsapp_ok": "on"})
        assert answer.url == f"{own}?klaar=gegevens"
        now = Participant.objects.get(pk=cast.ans.pk)
        assert (now.person.phone, now.person.language, now.person.street) == ("+31687654321", "ar", "Dam 1")
        assert (now.dayparts, now.whatsapp_ok) == (["sun-2"], True)
        assert now.person.history.filter(phone="+31612345678").exists()
        assert 'dir="rtl"' in read(own)
        assert now.person.name == cast.ans.person.name

    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ({"phone": ""}, "Anders kunnen we je niet bereiken"),
            ({"phone": "12"}, "van 10 cijfers"),
            ({"email": "x"}, "Dit e-mailadres klopt niet"),
            ({"language": "xx"}, "Kies iets uit de lijst"),
            ({"postcode": "x"}, "Vul een postcode in"),
            ({"dayparts": ["zat"]}, "Kies iets uit de lijst"),
        ],
        ids=["no-way-left", "phone", "email", "language", "postcode", "daypart"],
    )
    def test_what_cannot_be_is_told_and_not_kept(self, cast: Cast, own: str, changes: Any, told: str) -> None:
        answer = Client().post(f"{own}gegevens/", {**DATA, **changes})
        assert answer.status_code == 422
        assert told in answer.content.decode()
        cast.ans.person.refresh_from_db()
        assert cast.ans.person.phone == "+31612345678"

    def test_an_ambassador_changes_a_number_and_sees_no_street(self, cast: Cast, as_user: Any) -> None:
        cast.ans.person.street = "Geheimweg 3"
        cast.ans.person.save()
        page = f"{cast.ans.get_absolute_url()}bereiken/"
        client = as_user(cast.ambassador)
        assert "Geheimweg" not in client.get(page).content.decode()
        assert client.post(page, {"phone": "06 8765 4321", "language": "nl"}).status_code == 302
        person = Participant.objects.get(pk=cast.ans.pk).person
        assert (person.phone, person.street) == ("+31687654321", "Geheimweg 3")


class TestTheLeaderAndTheLink:
    def test_it_is_shown_and_printed_with_its_code(self, cast: Cast, as_user: Any, own: str) -> None:
        page = cast.ans.get_absolute_url()
        client = as_user(cast.leader)
        html = client.get(f"{page}link/").content.decode()
        assert own in html
        assert "viewBox" in html
        answer = client.get(f"{page}link.pdf")
        assert answer.content[:5] == b"%PDF-"
        assert client.post(f"{page}link/intrekken/").status_code == 302
        assert "geen link die werkt" in client.get(f"{page}link/").content.decode()
        assert client.get(f"{page}link.pdf").status_code == 404
        assert client.post(f"{page}link/vernieuwen/").status_code == 302
        assert address_of(cast.ans) in client.get(f"{page}link/").content.decode()
        assert address_of(cast.ans) != own

    def test_consent_is_taken_back_for_who_asks(self, cast: Cast, as_user: Any) -> None:
        page = cast.ans.get_absolute_url()
        client = as_user(cast.leader)
        assert client.post(f"{page}toestemming/alles/intrekken/").status_code == 404
        assert client.post(f"{page}toestemming/taking_part/intrekken/").status_code == 302
        cast.ans.refresh_from_db()
        assert cast.ans.status == "stopped"

    def test_the_own_ambassador_takes_it_back_without_seeing_it(self, cast: Cast, as_user: Any) -> None:
        page = cast.ans.get_absolute_url()
        actions.assign_ambassador(participant=cast.ans, ambassador=cast.ambassador, by=cast.leader)
        own, other = as_user(cast.ambassador), as_user(cast.colleague)
        assert other.post(f"{page}toestemming/taking_part/intrekken/").status_code == 403
        before = own.get(page).content.decode()
        answers = [own.post(f"{page}toestemming/{kind}/intrekken/", follow=True) for kind in ("photos", "photos")]
        assert all("De toestemming is ingetrokken." in answer.content.decode() for answer in answers)
        assert before.count("/intrekken/") == len(ConsentText.Kind.values)
        own.post(f"{page}toestemming/taking_part/intrekken/")
        cast.ans.refresh_from_db()
        assert cast.ans.status == "stopped"


@pytest.mark.parametrize("status", ["interested", "waiting"])
def test_who_does_not_take_part_yet_has_a_short_page(cast: Cast, status: str) -> None:
    somebody = registered(cast.project, "Noor", "new", None, {"gender": "woman"}, {})
    Participant.objects.filter(pk=somebody.pk).update(status=status, waiting_since=NOW)
    PersonalLink.objects.create(participant=somebody)
    html = read(address_of(somebody))
    assert "Hoe gaat het?" not in html
    assert "Ik wil stoppen" in html
    read(f"{address_of(somebody)}hoe-gaat-het/", 404)
    assert date(2027, 8, 29) == lasts_until(somebody)
