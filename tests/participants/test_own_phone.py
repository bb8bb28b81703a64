"""Signing up on one's own phone: interest, the whole form, what was begun, and the page of one's own afterwards."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from mixen.languages import READING_LANGUAGES
from participants import actions, tasks
from participants.models import ErasedRegistration, Participant, PersonalLink, RegistrationDraft, Status
from participants.views.joining import DRAFT_COOKIE
from tests.conftest import NOW, Cast, registered
from tests.participants.registration.sealing import answers


@pytest.fixture(autouse=True)
def no_brake() -> None:
    cache.clear()


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=True)


def address(cast: Cast, rest: str = "nl/aanmelden/") -> str:
    return f"/meedoen/{cast.project.slug}/{rest}"


def filled(key: Any = None, **changes: Any) -> dict[str, list[str]]:
    return {**answers(**changes), "key": [str(key or uuid4())]}


def interest(**changes: Any) -> dict[str, str]:
    return {"key": str(uuid4()), "name": "Noor Nieuw", "side": "new", "phone": "0612345678", **changes}


@pytest.mark.parametrize("code", READING_LANGUAGES)
@pytest.mark.parametrize("rest", ["", "aanmelden/", "dank/"])
def test_every_page_opens_in_every_language_and_names_nobody(cast: Cast, client: Client, code: str, rest: str) -> None:
    answer = client.get(address(cast, f"{code}/{rest}"))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'lang="{code}"' in html
    assert ('dir="rtl"' in html) == READING_LANGUAGES[code].right_to_left
    assert "Proefpersoon" not in html


def test_a_project_that_is_over_is_not_found(cast: Cast, client: Client, clock: Any) -> None:
    assert client.get(address(cast, "")).status_code == 200
    clock.shift(timedelta(days=800))
    for rest in ("", "nl/", "nl/aanmelden/"):
        assert client.get(address(cast, rest)).status_code == 404


@pytest.mark.parametrize("rest", ["xx/", "NL/aanmelden/", "nl-nl/"])
def test_an_unknown_language_is_not_found(cast: Cast, client: Client, rest: str) -> None:
    assert client.get(address(cast, rest)).status_code == 404


def test_interest_is_noted_once(cast: Cast, client: Client) -> None:
    sent = interest()
    for _time in range(3):
        assert client.post(address(cast, "tr/"), sent).headers["Location"] == address(cast, "tr/dank/")
    made = Participant.objects.get(registration_key=sent["key"])
    assert (made.status, made.channel, made.person.language) == (Status.INTERESTED, "website", "tr")
    assert not made.consents.exists()


@pytest.mark.parametrize("changes", [{"name": ""}, {"phone": ""}, {"side": ""}, {"email": "x"}, {"key": "x"}])
def test_interest_that_is_wrong_is_told(cast: Cast, client: Client, changes: dict[str, str]) -> None:
    before = Participant.objects.count()
    assert client.post(address(cast, "nl/"), interest(**changes)).status_code == 422
    assert Participant.objects.count() == before


def test_a_machine_is_thanked_and_not_stored(cast: Cast, client: Client) -> None:
    before = Participant.objects.count()
    assert client.post(address(cast, "nl/"), interest(website="http://spam")).status_code == 302
    assert Participant.objects.count() == before


def test_the_whole_form_ends_at_the_own_page(cast: Cast, client: Client) -> None:
    key = uuid4()
    answer = client.post(address(cast, "ar/aanmelden/"), filled(key, page_language="nl"))
    made = Participant.objects.get(registration_key=key)
    assert answer.headers["Location"] == f"/mijn/{made.personal_link.token}/"
    assert (made.status, made.person.language, made.signatures.get().helped_by) == (Status.SIGNED_UP, "ar", None)
    assert client.get(answer.headers["Location"]).status_code == 200


def test_sent_twice_it_is_stored_once_and_other_answers_are_refused(cast: Cast, client: Client) -> None:
    key = uuid4()
    before = Participant.objects.count()
    first, again = (client.post(address(cast), filled(key)) for _time in range(2))
    assert first.headers["Location"] == again.headers["Location"]
    other = client.post(address(cast), filled(key, name="Iemand Anders"))
    assert other.status_code == 422
    assert "met andere gegevens" in other.content.decode()
    assert Participant.objects.count() == before + 1


def test_the_own_page_of_another_is_not_told_to_who_knows_only_the_key(cast: Cast, client: Client) -> None:
    key = uuid4()
    client.post(address(cast), filled(key))
    answer = Client().post(address(cast), filled(key, name="Iemand Anders"))
    assert "/mijn/" not in answer.content.decode()


def test_what_was_erased_is_refused(cast: Cast, client: Client) -> None:
    row = ErasedRegistration.objects.create(key=uuid4())
    answer = client.post(address(cast), filled(row.key))
    assert (answer.status_code, "gewist" in answer.content.decode()) == (422, True)


def test_what_is_wrong_is_told_in_the_own_language_and_stays(cast: Cast, client: Client) -> None:
    answer = client.post(address(cast, "en/aanmelden/"), filled(name="", hopes="<b>Oefenen"))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Vul dit in." not in html
    assert "&lt;b&gt;Oefenen" in html


class TestWhatWasBegun:
    """A form that was not sent waits a day."""

    def begin(self, cast: Cast, client: Client, **changes: Any) -> Any:
        return client.post(address(cast, "nl/bewaren/"), filled(**changes))

    def test_it_is_kept_without_signature_agreement_and_key(self, cast: Cast, client: Client) -> None:
        answer = self.begin(cast, client, signed_as="Noor")
        assert answer.status_code == 204
        assert (answer.cookies[DRAFT_COOKIE]["httponly"], answer.cookies[DRAFT_COOKIE]["samesite"]) == (True, "Strict")
        kept = RegistrationDraft.objects.get().answers
        assert kept["name"] == ["Noor Nieuw"]
        assert not {"strokes", "signed_as", "agrees", "key", "csrfmiddlewaretoken"} & set(kept)
        assert 'value="Noor Nieuw"' in client.get(address(cast)).content.decode()
        assert "Noor Nieuw" not in Client().get(address(cast)).content.decode()

    def test_kept_again_it_stays_one_and_goes_when_it_is_sent(self, cast: Cast, client: Client) -> None:
        for name in ("Noor", "Noor Nieuw"):
            self.begin(cast, client, name=name)
        assert RegistrationDraft.objects.get().answers["name"] == ["Noor Nieuw"]
        client.post(address(cast), filled())
        assert not RegistrationDraft.objects.exists()

    def test_after_a_day_it_is_forgotten(self, cast: Cast, client: Client, clock: Any) -> None:
        self.begin(cast, client)
        clock.shift(timedelta(days=1))
        assert tasks.forget_drafts() == 0
        clock.shift(1)
        assert "Noor Nieuw" not in client.get(address(cast)).content.decode()
        assert tasks.forget_drafts() == 1
        assert not RegistrationDraft.objects.exists()

    def test_that_of_another_project_is_not_shown(self, cast: Cast, client: Client) -> None:
        self.begin(cast, client)
        answer = client.get(f"/meedoen/{cast.foreign.slug}/nl/aanmelden/")
        assert "Noor Nieuw" not in answer.content.decode()

    def test_too_much_is_refused(self, cast: Cast, client: Client) -> None:
        assert self.begin(cast, client, hopes="x" * 50_001).status_code == 413
        assert not RegistrationDraft.objects.exists()

    @pytest.mark.parametrize("typed", ["\x00", "<b>", "\u202e", "😀"], ids=ascii)
    def test_whatever_was_typed_can_be_kept_and_shown(self, cast: Cast, client: Client, typed: str) -> None:
        sent = filled(hopes=typed, languages=[typed], heard_from=typed, birth_year=typed, onbekend=typed)
        assert client.post(address(cast, "nl/bewaren/"), sent).status_code == 204
        assert client.get(address(cast)).status_code == 200
        assert "\x00" not in str(RegistrationDraft.objects.get().answers["hopes"])

    @pytest.mark.parametrize("token", ["x", '"\\000"', "x" * 4000])
    def test_a_guessed_cookie_finds_nothing(self, cast: Cast, client: Client, token: str) -> None:
        self.begin(cast, client)
        other = Client(headers={"cookie": f"{DRAFT_COOKIE}={token}"})
        assert "Noor Nieuw" not in other.get(address(cast)).content.decode()
        assert other.post(address(cast), filled()).status_code == 302


class TestTheOwnPage:
    """Behind a link that cannot be guessed."""

    def page(self, somebody: Participant, rest: str = "") -> str:
        return f"/mijn/{somebody.personal_link.token}/{rest}"

    def test_it_shows_what_was_agreed_to_and_is_kept_nowhere(self, cast: Cast, client: Client) -> None:
        answer = client.get(self.page(cast.ans))
        assert answer.status_code == 200
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert cast.ans.consents.get().text.body.split("\n")[0][:30] in answer.content.decode()
        assert "Lale" not in answer.content.decode()

    def test_a_changed_or_revoked_link_is_not_found(self, cast: Cast, client: Client) -> None:
        token = cast.ans.personal_link.token
        number, _dash, signature = token.partition("-")
        other = cast.lale.personal_link.token.partition("-")[2]
        wrong = [f"{number}-{other}", f"{number}-", number, f"0{token}x", f"{'9' * 30}-{signature}", f"٣-{signature}"]
        for text in (*wrong, f"{number}-{signature[:-1]}", "x", "-1-x"):
            for rest in ("", "kopie.pdf"):
                assert client.get(f"/mijn/{text}/{rest}").status_code == 404
        PersonalLink.objects.filter(participant=cast.ans).update(revoked_at=NOW)
        assert client.get(self.page(cast.ans)).status_code == 404

    @pytest.mark.parametrize("kind", ["taking_part", "photos", "country"])
    def test_each_consent_can_be_taken_back_and_asked_again_nothing_happens(
        self, cast: Cast, client: Client, kind: str
    ) -> None:
        somebody = registered(cast.project, "Noor", "new", None, {"gender": "woman"}, {})
        also = [] if kind == "taking_part" else [kind]
        actions.sign_up(participant=somebody, signed_as="Noor", also=also, country="SY", by=None)
        for _time in range(2):
            answer = client.post(self.page(somebody, f"intrekken/{kind}/"))
            assert answer.headers["Location"] == self.page(somebody, "?klaar=ingetrokken")
        assert not somebody.consents.standing().filter(kind=kind).exists()
        assert client.get(self.page(somebody)).status_code == 200

    def test_it_is_taken_back_with_a_post_and_only_what_there_is(self, cast: Cast, client: Client) -> None:
        assert client.get(self.page(cast.ans, "intrekken/taking_part/")).headers["Location"] == self.page(cast.ans)
        assert client.post(self.page(cast.ans, "intrekken/alles/")).status_code == 404
        assert cast.ans.consents.standing().count() == 1

    def test_the_copy_is_a_pdf(self, cast: Cast, client: Client) -> None:
        answer = client.get(self.page(cast.ans, "kopie.pdf"))
        assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")


def test_a_place_sends_so_many_forms_and_not_more(cast: Cast, client: Client) -> None:
    given = [client.post(address(cast, "nl/"), {}).status_code for _time in range(62)]
    assert given == [422] * 60 + [429] * 2
