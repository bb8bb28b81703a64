"""The pages on which people are paid: what is shown to whom, and which buttons stand there."""

from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from mixen.accounts.models import AuditEvent
from mixen.templatetags.display import euro
from participants.models import Claim
from projects import actions
from projects.models import Expense, PayBy, PaymentRun
from projects.paying import in_run
from tests.projects import money

START = "uitbetalen/beginnen/"


@pytest.fixture
def shown(cast, as_user):
    """The text of a page about money, as ``who`` sees it."""

    def read(path, who="coordinator", status=200):
        answer = as_user(getattr(cast, who)).get(f"{cast.project.get_absolute_url()}geld/{path}")
        assert answer.status_code == status
        return answer.content.decode().replace("&nbsp;", "\xa0")

    return read


@pytest.fixture
def press(cast, as_user):
    """A button pressed by ``who``; the page it ends at."""

    def post(path, data=None, who="coordinator"):
        return as_user(getattr(cast, who)).post(
            f"{cast.project.get_absolute_url()}geld/{path}", data or {}, follow=True
        )

    return post


@pytest.fixture
def ready(cast):
    money.approved(money.claim(cast.ans, "4.00"))
    money.approved(money.allowance(cast.project, cast.ambassador, "5.50", description="Tram"))
    return money.approved(money.claim(cast.corrie, "3.33", **money.by_bank("C. Proef")))


def test_with_nothing_to_pay_the_page_says_what_to_do_first(shown):
    html = shown("uitbetalen/")
    assert html.count("Er is nu niets te betalen.") == 2
    assert START not in html


def test_what_is_ready_stands_by_means_with_its_sum(shown, ready):
    money.our_account()
    html = shown("uitbetalen/")
    assert euro(Decimal("9.50")) in html
    assert euro(Decimal("3.33")) in html
    for who in ("Ans Proefpersoon", "Ambassador", "C. Proef"):
        assert who in html
    assert html.count(START) == 2


def test_without_an_account_of_ours_the_coordinator_is_sent_to_fill_it_in(shown, ready):
    for who, link in (("coordinator", True), ("leader", False)):
        html = shown("uitbetalen/", who)
        assert "van welke rekening we betalen" in html
        assert ("payingaccount/add" in html) is link
        assert html.count(START) == 1


def test_a_run_in_cash_from_the_list_to_the_expenses(cast, shown, press, ready):
    answer = press(f"{START}cash/")
    run = PaymentRun.objects.get()
    assert answer.redirect_chain[-1][0].endswith(f"/uitbetalen/{run.pk}/")
    html = shown(f"uitbetalen/{run.pk}/")
    assert "lijst.pdf" in html
    assert "bank.xml" not in html
    assert "2 betalingen, samen" in html
    out = in_run(run)[1]
    answer = press(f"uitbetalen/{run.pk}/", {"paid_on": "12-3-2027", "except_for": [out.mark]})
    html = answer.content.decode()
    assert "De ronde is betaald en geboekt." in html
    assert "1 betaling," in html
    assert "Als betaald boeken" not in html
    assert Expense.objects.count() == 1
    assert START in shown("uitbetalen/")


def test_a_run_by_bank_offers_the_file_until_it_is_paid(shown, press, ready):
    money.our_account()
    press(f"{START}transfer/")
    run = PaymentRun.objects.get()
    html = shown(f"uitbetalen/{run.pk}/")
    assert "bank.xml" in html
    assert "lijst.pdf" not in html
    assert money.IBAN in html
    assert "<InstdAmt" in shown(f"uitbetalen/{run.pk}/bank.xml")
    event = AuditEvent.objects.get(detail="pain.001")
    assert (event.kind, event.object_id, event.fields) == (AuditEvent.Kind.EXPORT, str(run.pk), ["iban"])
    press(f"uitbetalen/{run.pk}/", {"paid_on": "12-3-2027"})
    assert "bank.xml" not in shown(f"uitbetalen/{run.pk}/")
    shown(f"uitbetalen/{run.pk}/bank.xml", status=404)


def test_a_run_in_cash_has_no_file_for_the_bank(cast, shown, ready):
    run = money.run_of(cast.project)
    shown(f"uitbetalen/{run.pk}/bank.xml", status=404)


def test_a_file_that_cannot_be_made_says_why(cast, as_user, ready):
    run = money.run_of(cast.project, PayBy.TRANSFER)
    answer = as_user(cast.coordinator).get(f"{cast.project.get_absolute_url()}geld/uitbetalen/{run.pk}/bank.xml")
    assert answer.status_code == 409
    assert "van welke rekening we betalen" in answer.content.decode()


def test_the_list_has_a_line_to_sign_for_each_and_their_sum(cast, as_user, ready):
    run = money.run_of(cast.project)
    answer = as_user(cast.leader).get(f"{cast.project.get_absolute_url()}geld/uitbetalen/{run.pk}/lijst.pdf")
    assert "no-store" in answer.headers["Cache-Control"]
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).replace("\xa0", " ")
    for told in ("Ans Proefpersoon", "Ambassador", run.reference, euro(Decimal("9.50")).replace("\xa0", " ")):
        assert told in text
    assert money.IBAN not in text


def test_a_run_that_was_cancelled_is_over(cast, shown, press, ready):
    run = money.run_of(cast.project)
    press(f"uitbetalen/{run.pk}/vervalt/")
    html = shown(f"uitbetalen/{run.pk}/")
    assert "vervallen" in html
    assert "Als betaald boeken" not in html
    assert "0 betalingen" in html


def test_a_run_or_an_allowance_of_another_project_is_not_found(cast, as_user):
    row = money.allowance(cast.foreign, cast.foreign_ambassador)
    money.approved(row)
    run, client, base = (
        money.run_of(cast.foreign),
        as_user(cast.coordinator),
        f"{cast.project.get_absolute_url()}geld/",
    )
    for path in (f"uitbetalen/{run.pk}/", f"uitbetalen/{run.pk}/lijst.pdf", f"uitbetalen/{run.pk}/bank.xml"):
        assert client.get(base + path).status_code == 404
    for path in (
        f"uitbetalen/{run.pk}/",
        f"uitbetalen/{run.pk}/vervalt/",
        f"vergoedingen/{row.pk}/goedkeuren/",
        f"vergoedingen/{row.pk}/afwijzen/",
    ):
        assert client.post(base + path, {"paid_on": "12-3-2027", "reason": "x"}).status_code == 404
    assert not Expense.objects.exists()


def test_another_means_than_there_is_is_not_found(cast, as_user):
    path = f"{cast.project.get_absolute_url()}geld/{START}bitcoin/"
    assert as_user(cast.coordinator).post(path).status_code == 404


def test_an_allowance_goes_from_asked_to_ready(cast, shown, press):
    membership = cast.project.memberships.get(user=cast.ambassador)
    form = {"membership": membership.pk, "amount": "12,50", "spent_on": "12-3-2027", "pay_by": "cash"}
    assert "staat klaar om goed te keuren" in press("vergoedingen/nieuw/", form).content.decode()
    row = membership.user.allowances.get()
    assert f"vergoedingen/{row.pk}/goedkeuren/" in shown("vergoedingen/")
    press(f"vergoedingen/{row.pk}/goedkeuren/", who="leader")
    row.refresh_from_db()
    assert (row.status, row.decided_by) == ("approved", cast.leader)
    assert f"vergoedingen/{row.pk}/goedkeuren/" not in shown("vergoedingen/")


def test_closed_books_take_every_button_away(cast, shown, ready):
    run = money.run_of(cast.project)
    actions.pay_run(run=run, by=None)
    actions.pay_payable(payable=ready, by=None)
    money.book(money.line_of(cast.project))
    actions.close_books(project=cast.project, by=None)
    for path in (
        "",
        "begroting/",
        "uitgaven/",
        "vergoedingen/",
        "uitbetalen/",
        f"uitbetalen/{run.pk}/",
        "afrekening/",
    ):
        html = shown(path)
        main = html[html.index("<main") : html.index("</main>")]
        assert 'method="post"' not in main, path
        assert "btn-primary" not in main.replace('btn-primary">Zoek<', ""), path
    assert "Boeken weer openen" in shown("afrekening/")
    assert "Boeken weer openen" not in shown("afrekening/", "leader")


def test_what_a_participant_typed_stays_text(cast, shown):
    money.approved(money.claim(cast.ans, description="<script>alert(1)</script>", **money.by_bank("<b>Ans</b>")))
    money.our_account()
    run = money.run_of(cast.project, PayBy.TRANSFER)
    for path in ("uitbetalen/", f"uitbetalen/{run.pk}/"):
        html = shown(path)
        assert "<script>alert" not in html
        assert "<b>Ans" not in html
    assert Claim.objects.count() == 1


def test_what_is_left_for_each_ambassador_stands_with_the_name(cast, shown):
    price = money.allowance_line(cast.project).unit_price
    money.allowance(cast.project, cast.ambassador, "12.50")
    html = shown("vergoedingen/nieuw/")
    assert f"Ambassador (nog {euro(price - Decimal('12.50'))})" in html
    assert f"Colleague (nog {euro(price)})" in html


def test_closed_books_offer_no_claim_to_hand_in(cast, as_user):
    path = f"{cast.project.get_absolute_url()}declaraties/"
    assert f"{path}indienen/" in as_user(cast.leader).get(path).content.decode()
    actions.close_books(project=cast.project, by=None)
    assert f"{path}indienen/" not in as_user(cast.leader).get(path).content.decode()
