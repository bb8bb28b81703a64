"""Who gets a certificate, and how all of a project are asked for at once."""

from datetime import timedelta

import pytest
from django.test import Client

from mixen.errors import DomainError
from participants import actions
from participants import report as figures
from participants.models import Certificate, CertificateBatch, Participant
from participants.models.certificate import NUMBER_ALPHABET
from tests.conftest import NOW


@pytest.fixture(autouse=True)
def near_the_end(cast):
    """The closing meeting is in a week."""
    begin = NOW + timedelta(days=7)
    cast.project.meetings.filter(kind="closing").update(starts_at=begin, ends_at=begin + timedelta(hours=2))


def couple(*people):
    for somebody in people:
        actions.become_coupled(participant=somebody, by=None)


@pytest.fixture
def sent(monkeypatch):
    """What was put on the queue."""
    jobs = []
    monkeypatch.setattr(
        "participants.actions.certificates.enqueue", lambda task, *args: jobs.append((task.name, args))
    )
    return jobs


def test_who_is_in_a_couple_gets_one_and_has_completed(cast):
    couple(cast.ans, cast.samira)
    made = actions.issue_certificates(project=cast.project, by=cast.coordinator)
    assert {certificate.participant.person.call_name for certificate in made} == {"Ans", "Samira"}
    assert {certificate.issued_on for certificate in made} == {NOW.date()}
    assert set(Participant.objects.filter(status="completed").values_list("pk", flat=True)) == {
        cast.ans.pk,
        cast.samira.pk,
    }


@pytest.mark.parametrize(("days", "early"), [(14, False), (15, True), (92, True), (-30, False)])
def test_certificates_are_issued_from_two_weeks_before_the_closing_meeting(cast, days, early):
    begin = NOW + timedelta(days=days)
    cast.project.meetings.filter(kind="closing").update(starts_at=begin, ends_at=begin + timedelta(hours=2))
    couple(cast.ans)
    if early:
        with pytest.raises(DomainError, match="twee weken voor de slotbijeenkomst"):
            actions.issue_certificates(project=cast.project, by=None)
    else:
        assert len(actions.issue_certificates(project=cast.project, by=None)) == 1
    assert Certificate.objects.exists() is not early


@pytest.mark.parametrize("status", ["interested", "signed_up", "stopped"])
def test_nobody_else_gets_one(cast, status):
    Participant.objects.filter(pk=cast.ans.pk).update(status=status)
    assert actions.issue_certificates(project=cast.project, by=None) == []
    assert not Certificate.objects.exists()


def test_issued_again_everybody_keeps_the_one_they_had(cast):
    couple(cast.ans)
    (first,) = actions.issue_certificates(project=cast.project, by=None)
    couple(cast.samira)
    (second,) = actions.issue_certificates(project=cast.project, by=None)
    assert second.participant == cast.samira
    assert Certificate.objects.get(participant=cast.ans).number == first.number


def test_the_coordinator_may_decide_otherwise_with_a_reason(cast):
    actions.complete_by_decision(participant=cast.lale, reason="Maatje verhuisde in mei", by=cast.coordinator)
    row = Participant.objects.get(pk=cast.lale.pk)
    assert (row.status, row.completion_reason) == ("completed", "Maatje verhuisde in mei")
    (certificate,) = actions.issue_certificates(project=cast.project, by=None)
    assert certificate.participant == row


def test_a_decision_without_a_reason_is_none(cast):
    with pytest.raises(DomainError, match="Schrijf op waarom") as refusal:
        actions.complete_by_decision(participant=cast.lale, reason="", by=None)
    assert refusal.value.field == "reason"


@pytest.mark.parametrize("status", ["interested", "completed"])
def test_a_decision_is_about_who_signed_up(cast, status):
    Participant.objects.filter(pk=cast.lale.pk).update(status=status)
    with pytest.raises(DomainError):
        actions.complete_by_decision(participant=cast.lale, reason="x", by=None)


def test_who_stopped_may_get_one_by_decision(cast):
    actions.withdraw(participant=cast.lale, reason="Baby gekregen", by=cast.leader)
    actions.complete_by_decision(participant=cast.lale, reason="Deed vijf maanden mee", by=cast.coordinator)
    row = Participant.objects.get(pk=cast.lale.pk)
    assert (row.status, row.stop_reason) == ("completed", "Baby gekregen")


def test_who_stopped_before_signing_up_gets_none(cast):
    Participant.objects.filter(pk=cast.lale.pk).update(status="stopped", signed_up_on=None)
    with pytest.raises(DomainError, match="wie zich heeft ingeschreven"):
        actions.complete_by_decision(participant=cast.lale, reason="x", by=None)


def test_who_took_the_consent_back_gets_none(cast):
    actions.withdraw_consent(participant=cast.lale, kind="taking_part", by=None)
    with pytest.raises(DomainError, match="trok de toestemming in"):
        actions.complete_by_decision(participant=cast.lale, reason="x", by=cast.coordinator)


def test_somebody_decided_against_gets_none_and_that_can_be_taken_back(cast):
    couple(cast.ans, cast.samira)
    actions.withhold_certificate(participant=cast.ans, reason="Kwam nooit opdagen", by=cast.coordinator)
    assert [made.participant for made in actions.issue_certificates(project=cast.project, by=None)] == [cast.samira]
    (why,) = cast.project.participants.filter(pk=cast.ans.pk).without_certificate().with_reason_why_not()
    assert "Kwam nooit opdagen" in why.why_no_certificate
    actions.complete_by_decision(participant=cast.ans, reason="Was ziek", by=cast.coordinator)
    row = Participant.objects.get(pk=cast.ans.pk)
    assert (row.status, row.no_certificate_reason, row.completion_reason) == ("coupled", "", "Was ziek")
    assert [made.participant for made in actions.issue_certificates(project=cast.project, by=None)] == [cast.ans]


def test_who_was_decided_against_and_lost_the_couple_can_still_get_one(cast):
    couple(cast.ans)
    actions.withhold_certificate(participant=cast.ans, reason="x", by=None)
    actions.back_to_signed_up(participant=cast.ans, by=None)
    actions.complete_by_decision(participant=cast.ans, reason="Toch wel", by=None)
    row = Participant.objects.get(pk=cast.ans.pk)
    assert (row.status, row.no_certificate_reason) == ("completed", "")


@pytest.mark.parametrize(("reason", "status"), [("", "coupled"), ("x", "signed_up"), ("x", "stopped")])
def test_a_decision_against_needs_a_reason_and_somebody_who_would_get_one(cast, reason, status):
    Participant.objects.filter(pk=cast.ans.pk).update(status=status)
    with pytest.raises(DomainError):
        actions.withhold_certificate(participant=cast.ans, reason=reason, by=None)


def test_deciding_against_twice_is_refused(cast):
    couple(cast.ans)
    actions.withhold_certificate(participant=cast.ans, reason="x", by=None)
    with pytest.raises(DomainError, match="krijgt al geen"):
        actions.withhold_certificate(participant=cast.ans, reason="y", by=None)


def test_a_certificate_that_was_handed_out_is_not_withheld(cast):
    couple(cast.ans)
    (certificate,) = actions.issue_certificates(project=cast.project, by=None)
    actions.hand_out(certificate=certificate, fetched=True, by=cast.ambassador)
    with pytest.raises(DomainError, match="al opgehaald"):
        actions.withhold_certificate(participant=cast.ans, reason="x", by=None)
    actions.hand_out(certificate=certificate, fetched=False, by=cast.ambassador)
    actions.withhold_certificate(participant=cast.ans, reason="x", by=None)
    with pytest.raises(DomainError, match="geen certificaat"):
        actions.hand_out(certificate=certificate, fetched=True, by=cast.ambassador)


def test_a_certificate_that_is_withheld_is_not_valid_not_printed_and_not_counted(cast, sent):
    couple(cast.ans)
    (certificate,) = actions.issue_certificates(project=cast.project, by=None)
    actions.withhold_certificate(participant=cast.ans, reason="x", by=None)
    address = f"/certificaat/{certificate.number}/"
    assert "niet geldig" in Client().get(address).content.decode()
    assert figures.certificates(cast.project) == 0
    with pytest.raises(DomainError, match="nog geen certificaten"):
        actions.ask_certificates_pdf(project=cast.project, by=None)
    actions.complete_by_decision(participant=cast.ans, reason="y", by=None)
    assert ">geldig<" in Client().get(address).content.decode()


def test_handing_out_keeps_the_first_time_and_person(cast, clock):
    couple(cast.ans)
    (certificate,) = actions.issue_certificates(project=cast.project, by=None)
    actions.hand_out(certificate=certificate, fetched=True, by=cast.ambassador)
    clock.shift(60)
    actions.hand_out(certificate=certificate, fetched=True, by=cast.colleague)
    certificate.refresh_from_db()
    assert (certificate.handed_out_at, certificate.handed_out_by) == (NOW, cast.ambassador)
    actions.hand_out(certificate=certificate, fetched=False, by=cast.colleague)
    actions.hand_out(certificate=certificate, fetched=False, by=cast.colleague)
    certificate.refresh_from_db()
    assert (certificate.handed_out_at, certificate.handed_out_by) == (None, None)
    assert certificate.history.count() == 3


def test_up_to_three_people_sign(cast):
    signed = [("Joke Jansen", "stadsdeelvoorzitter"), ("Amir Bakker", "")]
    actions.name_signatories(project=cast.project, signatories=signed, by=cast.coordinator)
    assert list(cast.project.signatories.values_list("name", "role")) == signed
    actions.name_signatories(project=cast.project, signatories=signed[1:], by=cast.coordinator)
    assert list(cast.project.signatories.values_list("position", "name")) == [(1, "Amir Bakker")]
    actions.name_signatories(project=cast.project, signatories=[], by=cast.coordinator)
    assert not cast.project.signatories.exists()


@pytest.mark.parametrize(
    ("signatories", "told"), [([("A", "")] * 4, "passen drie"), ([("", "wethouder")], "ook een naam")]
)
def test_a_fourth_signatory_or_one_without_a_name_is_refused(cast, signatories, told):
    with pytest.raises(DomainError, match=told):
        actions.name_signatories(project=cast.project, signatories=signatories, by=None)


def test_numbers_cannot_be_guessed_nor_misread(cast):
    couple(cast.ans, cast.samira, cast.lale)
    numbers = {row.number for row in actions.issue_certificates(project=cast.project, by=None)}
    assert len(numbers) == 3
    for number in numbers:
        assert number.startswith("MIM-")
        assert len(number) == 14
        assert set(number[4:]) <= set(NUMBER_ALPHABET)
    assert not set("01IO") & set(NUMBER_ALPHABET)


def test_asking_for_all_is_a_row_and_a_job(cast, sent, django_capture_on_commit_callbacks):
    couple(cast.ans, cast.samira)
    actions.issue_certificates(project=cast.project, by=None)
    with django_capture_on_commit_callbacks(execute=True):
        batch = actions.ask_certificates_pdf(project=cast.project, by=cast.coordinator)
        assert sent == []
    assert (batch.state, batch.total, batch.done, batch.asked_by) == ("waiting", 2, 0, cast.coordinator)
    assert sent == [("participants.tasks.render_batch", (batch.pk,))]


@pytest.mark.parametrize("state", ["waiting", "running"])
def test_asking_again_while_one_is_made_answers_that_one(cast, sent, state):
    couple(cast.ans)
    actions.issue_certificates(project=cast.project, by=None)
    batch = actions.ask_certificates_pdf(project=cast.project, by=None)
    CertificateBatch.objects.filter(pk=batch.pk).update(state=state)
    assert actions.ask_certificates_pdf(project=cast.project, by=None) == batch
    assert CertificateBatch.objects.count() == 1


def test_asking_after_one_failed_makes_a_new_one(cast, sent):
    couple(cast.ans)
    actions.issue_certificates(project=cast.project, by=None)
    batch = actions.ask_certificates_pdf(project=cast.project, by=None)
    CertificateBatch.objects.filter(pk=batch.pk).update(state="failed")
    assert actions.ask_certificates_pdf(project=cast.project, by=None) != batch


def test_without_certificates_there_is_nothing_to_print(cast, sent):
    with pytest.raises(DomainError, match="nog geen certificaten"):
        actions.ask_certificates_pdf(project=cast.project, by=None)
    assert not CertificateBatch.objects.exists()


@pytest.mark.parametrize("written", [str, str.lower])
def test_anybody_can_check_a_number_and_learns_no_name(cast, written):
    couple(cast.ans)
    (certificate,) = actions.issue_certificates(project=cast.project, by=None)
    page = Client().get(f"/certificaat/{written(certificate.number)}/").content.decode()
    assert ">geldig<" in page
    for told in ("Ans", "Proefpersoon", cast.project.name):
        assert told not in page


@pytest.mark.parametrize("number", ["MIM-2222222222", "1", "x" * 300, "MIM-ANS"])
def test_a_number_of_no_certificate_is_not_valid(cast, number):
    page = Client().get(f"/certificaat/{number}/").content.decode()
    assert "niet geldig" in page
    assert "x" * 30 not in page


@pytest.mark.parametrize("number", ["a.b", "%00", "<script>", "سميرة"])
def test_what_is_no_number_at_all_is_not_found(db, number):
    assert Client().get(f"/certificaat/{number}/").status_code == 404
