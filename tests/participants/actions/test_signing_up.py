"""Signing up for good: a full project, the words agreed to, the signature, and taking consent back."""

import pytest

from mixen.errors import DomainError
from mixen.languages import TRANSLATED
from participants import actions
from participants.actions.signing_up import Signed
from participants.models import Consent, ConsentText, CopyMail, Participant, Person, PersonalLink, Signature, Status
from tests.conftest import NOW, registered

KINDS = ConsentText.Kind
DRAWN = [[[10, 20], [30, 40]]]


@pytest.fixture
def noor(cast):
    return registered(cast.project, "Noor", "new", cast.ambassador, {"gender": "woman"}, {})


def room(project, new):
    project.min_new = project.target_new = project.max_new = new
    project.save()


def again(somebody):
    return Participant.objects.get(pk=somebody.pk)


def signed(somebody, by=None, **facts):
    actions.sign_up(participant=somebody, signed_as="Noor", by=by, **facts)
    return again(somebody)


def test_who_comes_when_the_side_is_full_waits_with_consent_and_signature_kept(cast, noor):
    room(cast.project, 4)
    row = signed(noor, signed=Signed("Noor", DRAWN, "ti"))
    assert (row.status, row.waiting_since, row.signed_up_on) == (Status.WAITING, NOW, None)
    assert row.consents.standing().get().text.language == "ti"
    assert row.signatures.get().strokes == DRAWN
    assert row.personal_link.token
    assert list(cast.project.participants.waiting()) == [row]


def test_the_other_side_is_not_full(cast):
    room(cast.project, 4)
    old = registered(cast.project, "Piet", "old", cast.ambassador, {"gender": "man"}, {})
    assert signed(old).status == Status.SIGNED_UP


@pytest.mark.parametrize("status", ["signed_up", "coupled", "completed"])
def test_who_takes_part_takes_a_place(cast, noor, status):
    room(cast.project, 4)
    Participant.objects.filter(pk=cast.lale.pk).update(status=status)
    assert signed(noor).status == Status.WAITING


@pytest.mark.parametrize("status", ["stopped", "interested"])
def test_who_does_not_take_part_takes_none(cast, noor, status):
    room(cast.project, 4)
    Participant.objects.filter(pk=cast.lale.pk).update(status=status)
    assert signed(noor).status == Status.SIGNED_UP


def test_even_if_full(cast, noor):
    room(cast.project, 4)
    assert signed(noor, even_if_full=True).status == Status.SIGNED_UP


def test_a_place_is_given_when_there_is_one(cast, noor):
    room(cast.project, 4)
    signed(noor)
    with pytest.raises(DomainError, match="nog geen plek vrij"):
        actions.give_place(participant=noor, by=cast.coordinator)
    assert again(noor).status == Status.WAITING
    actions.withdraw(participant=cast.lale, reason="Ziek", by=cast.coordinator)
    actions.give_place(participant=noor, by=cast.coordinator)
    row = again(noor)
    assert (row.status, row.signed_up_on, row.waiting_since) == (Status.SIGNED_UP, NOW.date(), None)
    assert row.consents.count() == 1


@pytest.mark.parametrize("status", ["interested", "signed_up", "stopped"])
def test_a_place_is_given_only_to_who_waits(cast, noor, status):
    Participant.objects.filter(pk=noor.pk).update(status=status, signed_up_on=NOW.date())
    with pytest.raises(DomainError, match="niet meer op de wachtlijst"):
        actions.give_place(participant=noor, by=None)


@pytest.mark.parametrize("language", ["nl", *TRANSLATED])
def test_the_words_agreed_to_are_those_of_the_own_language(cast, noor, language):
    row = signed(noor, also=[KINDS.PHOTOS], signed=Signed("Noor", [], language))
    assert set(row.consents.values_list("text__language", flat=True)) == {language}


def test_a_language_that_lacks_the_newest_words_gets_them_in_dutch(cast, noor):
    newest = ConsentText.objects.create(kind=KINDS.PHOTOS, version=9, language="nl", body="Nieuw")
    row = signed(noor, also=[KINDS.PHOTOS], signed=Signed("Noor", [], "tr"))
    texts = {consent.kind: consent.text for consent in row.consents.all()}
    assert texts["photos"] == newest
    assert texts["taking_part"].language == "tr"


@pytest.mark.parametrize("order", [("nl", "tr"), ("tr", "nl")])
def test_of_one_version_the_own_language_goes_first_whichever_was_made_first(cast, order):
    for language in order:
        ConsentText.objects.create(kind=KINDS.PHOTOS, version=9, language=language, body=language)
    assert ConsentText.objects.in_force("tr")["photos"].language == "tr"
    assert ConsentText.objects.in_force("fa")["photos"].language == "nl"
    assert ConsentText.objects.in_force()["photos"].language == "nl"


def test_the_texts_stand_in_the_order_of_the_form(cast):
    for language in ("nl", "ar"):
        assert list(ConsentText.objects.in_force(language)) == ["taking_part", "country", "photos"]


def test_the_signature_is_kept_as_it_was_given(cast, noor):
    row = signed(noor, by=cast.ambassador, signed=Signed("Noor Proefpersoon", DRAWN, "ar"))
    signature = row.signatures.get()
    assert (signature.strokes, signature.typed, signature.language) == (DRAWN, "", "ar")
    assert (signature.given_at, signature.helped_by, signature.path) == (NOW, cast.ambassador, "M10 20 L30 40")
    consent = row.consents.get()
    assert (consent.signed_as, consent.signature) == ("Noor Proefpersoon", signature)


def test_a_drawing_is_not_in_the_history(cast, noor):
    signature = signed(noor, signed=Signed("Noor", DRAWN)).signatures.get()
    assert "strokes" not in signature.history.values().get()


@pytest.mark.parametrize(("also", "kept"), [([], ""), ([KINDS.PHOTOS], ""), ([KINDS.COUNTRY], "SY")])
def test_a_country_is_kept_only_with_consent(cast, noor, also, kept):
    Person.objects.filter(pk=noor.person_id).update(country="SY")
    assert str(signed(noor, also=also).person.country) == kept


def test_a_copy_by_mail_is_put_ready_once(cast, noor):
    row = signed(noor, copy_by="email")
    assert CopyMail.objects.get().participant == row
    actions.withdraw(participant=row, reason="Ziek", by=None)
    signed(row)
    assert CopyMail.objects.count() == PersonalLink.objects.filter(participant=row).count() == 1


def test_who_was_refused_leaves_nothing_behind(cast, noor):
    ConsentText.objects.filter(kind=KINDS.PHOTOS).delete()
    before = Signature.objects.count(), PersonalLink.objects.count(), Consent.objects.count()
    with pytest.raises(DomainError, match="geen tekst"):
        signed(noor, also=[KINDS.PHOTOS], country="SY", copy_by="email")
    assert (Signature.objects.count(), PersonalLink.objects.count(), Consent.objects.count()) == before
    row = again(noor)
    assert (row.status, str(row.person.country), row.copy_by) == (Status.INTERESTED, "", "paper")
    assert not CopyMail.objects.exists()


def test_who_was_never_asked_for_the_gender_is_refused(cast):
    somebody = registered(cast.project, "Noor", "new", None, {}, {})
    with pytest.raises(DomainError, match="man of een vrouw"):
        signed(somebody)
    assert signed(somebody, gender="woman").person.gender == "woman"


class TestTakingConsentBack:
    """Of each kind; and what it brings about."""

    def withdraw(self, somebody, kind):
        actions.withdraw_consent(participant=somebody, kind=kind, by=None)
        return again(somebody)

    def test_without_that_for_the_country_it_is_removed_also_from_the_history(self, cast, noor):
        signed(noor, also=[KINDS.COUNTRY], country="SY")
        row = self.withdraw(noor, KINDS.COUNTRY)
        assert (str(row.person.country), row.status) == ("", Status.SIGNED_UP)
        assert set(map(str, row.person.history.values_list("country", flat=True))) == {""}
        assert set(row.consents.standing().values_list("kind", flat=True)) == {"taking_part"}

    def test_without_that_for_photos_nothing_else_changes(self, cast, noor):
        signed(noor, also=[KINDS.PHOTOS, KINDS.COUNTRY], country="SY")
        row = self.withdraw(noor, KINDS.PHOTOS)
        assert (str(row.person.country), row.status) == ("SY", Status.SIGNED_UP)

    @pytest.mark.parametrize("status", ["signed_up", "waiting"])
    def test_without_that_to_take_part_somebody_stops(self, cast, noor, status):
        signed(noor)
        Participant.objects.filter(pk=noor.pk).update(status=status, waiting_since=NOW)
        row = self.withdraw(noor, KINDS.TAKING_PART)
        assert (row.status, row.stop_reason) == (Status.STOPPED, "Trok de toestemming in.")

    @pytest.mark.parametrize("status", ["coupled", "completed"])
    def test_who_is_in_a_couple_or_done_stays_so(self, cast, status):
        Participant.objects.filter(pk=cast.lale.pk).update(status=status)
        row = self.withdraw(cast.lale, KINDS.TAKING_PART)
        assert row.status == status
        assert not row.consents.standing().exists()

    @pytest.mark.parametrize("kind", KINDS.values)
    def test_what_was_taken_back_or_never_given_is_refused(self, cast, noor, kind):
        signed(noor)
        if kind == KINDS.TAKING_PART:
            self.withdraw(noor, kind)
        with pytest.raises(DomainError, match="al ingetrokken"):
            self.withdraw(noor, kind)

    def test_it_says_when_and_by_whom(self, cast, noor):
        signed(noor)
        actions.withdraw_consent(participant=noor, kind="taking_part", by=cast.coordinator)
        consent = again(noor).consents.get()
        assert (consent.withdrawn_at, consent.history.first().history_user) == (NOW, cast.coordinator)
