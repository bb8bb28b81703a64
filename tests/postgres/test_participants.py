"""Claims and certificates asked for several times at once, on a real PostgreSQL."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from matching.actions import end_couple, form_couple
from mixen.errors import DomainError
from participants.actions import (
    ask_certificates_pdf,
    complete_by_decision,
    hand_out,
    issue_certificates,
    move_certificate,
    submit_claim,
    withhold_certificate,
)
from participants.models import Certificate, CertificateBatch, Claim, Participant, Status
from projects.actions import approve_payable, pay_payable
from projects.models import ClaimKind, Expense, Project
from tests.conftest import Cast, signed_up
from tests.postgres.threads import at_once, refusals, successes

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

TODAY = date(2027, 3, 12)
CLOSING = date(2027, 6, 12)


@pytest.mark.parametrize(("amount", "fitting"), [("2.50", 4), ("3.00", 3), ("10.00", 1)])
def test_twenty_claims_at_once_never_pass_the_cap(cast: Cast, amount: str, fitting: int) -> None:
    claim = partial(
        submit_claim,
        participant=cast.lale,
        kind=ClaimKind.EXPENSES,
        amount=Decimal(amount),
        spent_on=TODAY,
        by=cast.ambassador,
    )
    answers = at_once([claim] * 20)
    assert len(successes(answers)) == fitting
    assert all("meer dan er nog over is" in error.message for error in refusals(answers))
    assert Claim.objects.standing().total() == fitting * Decimal(amount) <= cast.project.cap_expenses


def test_claims_and_a_couple_at_once_do_not_hold_each_other_up(cast: Cast) -> None:
    deeds = [
        partial(
            submit_claim,
            participant=one,
            kind=ClaimKind.PUBLIC_TRANSPORT,
            amount=Decimal("1.00"),
            spent_on=TODAY,
            by=cast.leader,
        )
        for one in (cast.lale, cast.joop, cast.tesfay)
    ]
    couple = partial(form_couple, project=cast.project, old=cast.joop, new=[cast.tesfay, cast.lale], by=cast.leader)
    for _round in range(5):
        made = successes(at_once([*deeds, couple, *deeds]))[3]
        end_couple(couple=made, reason="mistake", by=cast.leader)
    assert Claim.objects.count() == 30


def test_a_claim_paid_by_two_people_at_once_is_one_expense(cast: Cast) -> None:
    claim = submit_claim(
        participant=cast.lale, kind=ClaimKind.EXPENSES, amount=Decimal("4.00"), spent_on=TODAY, by=cast.leader
    )
    approved = successes(at_once([partial(approve_payable, payable=claim, by=cast.leader)] * 4))
    assert len(approved) == 1
    answers = at_once([partial(pay_payable, payable=approved[0], by=cast.leader)] * 4)
    assert (len(successes(answers)), len(refusals(answers))) == (1, 3)
    assert Expense.objects.filter(kind=Expense.Kind.CLAIM).count() == 1


def test_certificates_issued_twice_at_once_are_made_once(cast: Cast) -> None:
    form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)
    form_couple(project=cast.project, old=cast.corrie, new=[cast.lale], by=cast.leader)
    complete_by_decision(participant=cast.joop, reason="hielp mee", by=cast.coordinator)
    entitled = {cast.ans.pk, cast.samira.pk, cast.corrie.pk, cast.lale.pk, cast.joop.pk}
    answers = at_once(
        [partial(issue_certificates, project=cast.project, on=CLOSING, by=cast.coordinator) for _click in range(3)]
    )
    assert sorted(len(made) for made in successes(answers)) == [0, 0, 5]
    assert set(Certificate.objects.values_list("participant", flat=True)) == entitled
    assert Certificate.objects.count() == 5


def test_certificates_while_couples_end_leave_status_and_couples_in_step(cast: Cast) -> None:
    """Done or refused, never a deadlock: a certificate is for who completed."""
    Project.objects.filter(pk=cast.project.pk).update(max_old=60, max_new=60)
    for number in range(12):
        host = signed_up(cast.project, f"Zus{number}", "old", cast.ambassador, {"gender": "woman"}, {"max_new": 3})
        new = [
            signed_up(cast.project, f"{letter}{number}", "new", cast.ambassador, {"gender": "woman"}, {})
            for letter in "AB"
        ]
        couple = form_couple(project=cast.project, old=host, new=new, by=cast.leader)
        deeds = [
            partial(end_couple, couple=couple, reason="no_time", by=cast.leader),
            partial(issue_certificates, project=cast.project, on=CLOSING, by=cast.coordinator),
        ]
        refusals(at_once(deeds))
        for one in Participant.objects.filter(pk__in=[host.pk, *(guest.pk for guest in new)]):
            has_one = Certificate.objects.filter(participant=one).exists()
            assert one.status == (Status.COMPLETED if has_one else Status.SIGNED_UP)


def test_one_print_run_however_often_it_is_asked_for(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    queued: list[int] = []
    monkeypatch.setattr("participants.actions.certificates.enqueue", lambda task, pk: queued.append(pk))
    complete_by_decision(participant=cast.joop, reason="hielp mee", by=cast.coordinator)
    issue_certificates(project=cast.project, on=CLOSING, by=cast.coordinator)
    answers = at_once([partial(ask_certificates_pdf, project=cast.project, by=cast.leader)] * 5)
    assert {batch.pk for batch in successes(answers)} == {CertificateBatch.objects.get().pk} == set(queued)
    assert len(queued) == 1


def test_nothing_to_print_is_refused(cast: Cast) -> None:
    with pytest.raises(DomainError, match="nog geen certificaten"):
        ask_certificates_pdf(project=cast.project, by=cast.leader)


def test_a_certificate_ticked_on_two_tablets_while_somebody_decides_against_it(cast: Cast) -> None:
    """Handed out once, by the first; or withheld and not handed out: never both."""
    complete_by_decision(participant=cast.joop, reason="hielp mee", by=cast.coordinator)
    (certificate,) = issue_certificates(project=cast.project, on=CLOSING, by=cast.coordinator)
    for _time in range(8):
        deeds = [partial(hand_out, certificate=certificate, fetched=True, by=cast.ambassador) for _tablet in range(2)]
        deeds.append(partial(withhold_certificate, participant=cast.joop, reason="x", by=cast.coordinator))
        refused = refusals(at_once(deeds))
        now = Certificate.objects.get(pk=certificate.pk)
        withheld = Participant.objects.get(pk=cast.joop.pk).no_certificate_reason
        assert (now.handed_out_at is None) == bool(withheld)
        assert len(refused) == (2 if withheld else 1)
        if withheld:
            complete_by_decision(participant=cast.joop, reason="toch", by=cast.coordinator)
        else:
            hand_out(certificate=certificate, fetched=False, by=cast.ambassador)


def test_certificates_moved_on_two_laptops_at_once_all_keep_a_place_of_their_own(cast: Cast) -> None:
    for somebody in (cast.joop, cast.ans, cast.samira, cast.lale):
        complete_by_decision(participant=somebody, reason="hielp mee", by=cast.coordinator)
    made = issue_certificates(project=cast.project, on=CLOSING, by=cast.coordinator)
    successes(at_once([partial(move_certificate, certificate=one, up=True, by=cast.leader) for one in made]))
    places = Certificate.objects.values_list("position", flat=True)
    assert sorted(places) == [1, 2, 3, 4]
