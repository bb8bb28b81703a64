"""The pages of certificates: who gets one and who does not, who signs, and handing them out."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from participants import actions
from participants.models import Certificate
from tests.conftest import NOW

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def near_the_end(cast):
    """The closing meeting is in a week; Ans and Samira have a certificate."""
    begin = NOW + timedelta(days=7)
    cast.project.meetings.filter(kind="closing").update(starts_at=begin, ends_at=begin + timedelta(hours=2))
    for somebody in (cast.ans, cast.samira):
        actions.become_coupled(participant=somebody, by=None)
    actions.issue_certificates(project=cast.project, by=None)


@pytest.fixture
def base(cast):
    return f"{cast.project.get_absolute_url()}certificaten/"


def of(participant):
    return Certificate.objects.get(participant=participant)


def test_the_list_says_who_gets_none_and_why(cast, as_user, base):
    actions.become_coupled(participant=cast.lale, by=None)
    actions.back_to_signed_up(participant=cast.lale, by=None)
    actions.withdraw(participant=cast.joop, reason="Verhuisd naar Assen", by=cast.leader)
    actions.withhold_certificate(participant=cast.ans, reason="Kwam nooit", by=cast.coordinator)
    page = as_user(cast.coordinator).get(base).content.decode()
    for why in (
        "Het koppel stopte vóór de slotbijeenkomst",
        "Nooit gekoppeld",
        "Gestopt: Verhuisd naar Assen",
        "Besluit van de coördinator: Kwam nooit",
    ):
        assert why in page


@pytest.mark.parametrize(("who", "address"), [("ans", "geen-certificaat"), ("lale", "besluit")])
def test_a_decision_asks_why_and_shows_it(cast, as_user, base, who, address):
    client = as_user(cast.coordinator)
    form = f"{cast.project.get_absolute_url()}deelnemers/{cast.people[who].pk}/{address}/"
    assert client.get(form).status_code == 200
    assert client.post(form, {"reason": ""}).status_code == 422
    assert client.post(form, {"reason": "Afgesproken met de school"}).headers["Location"] == base
    assert "Afgesproken met de school" in client.get(base).content.decode()


def test_buttons_move_a_certificate(cast, as_user, base):
    client, samira = as_user(cast.coordinator), of(cast.samira)
    answer = client.post(f"{base}{samira.pk}/omhoog/")
    assert answer.headers["Location"] == f"{base}#certificaat-{samira.pk}"
    page = client.get(base).content.decode()
    assert page.index("Samira Proefpersoon") < page.index("Ans Proefpersoon")
    assert client.post(f"{base}volgorde/naam/").status_code == 302
    page = client.get(base).content.decode()
    assert page.index("Ans Proefpersoon") < page.index("Samira Proefpersoon")


@pytest.mark.parametrize("address", ["volgorde/anders/", "{pk}/opzij/"])
def test_other_directions_do_not_exist(cast, as_user, base, address):
    assert as_user(cast.coordinator).post(base + address.format(pk=of(cast.ans).pk)).status_code == 404


def test_signatories_are_filled_in_and_shown(cast, as_user, base):
    client = as_user(cast.coordinator)
    sent = {"name_1": "Joke Torenlicht", "role_1": "stadsdeelvoorzitter", "name_3": "Amir Rozentuin"}
    assert client.post(f"{base}ondertekenaars/", sent).status_code == 302
    assert list(cast.project.signatories.values_list("position", "name")) == [
        (1, "Joke Torenlicht"),
        (2, "Amir Rozentuin"),
    ]
    assert "(stadsdeelvoorzitter)" in client.get(base).content.decode()
    answer = client.post(f"{base}ondertekenaars/", {"role_1": "wethouder"})
    assert answer.status_code == 422
    assert "Vul bij deze functie ook een naam in." in answer.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_ambassador_ticks_who_has_theirs_with_and_without_script(cast, as_user, base, headers):
    client, certificate = as_user(cast.ambassador), of(cast.ans)
    page = f"{base}uitdelen/"
    assert "Nog 2 moeten komen, 0 van 2 opgehaald." in client.get(page).content.decode()
    answer = client.post(f"{page}{certificate.pk}/", {"fetched": "1"}, headers=headers)
    if headers:
        assert "Nog 1 moet komen, 1 van 2 opgehaald." in answer.content.decode()
        assert 'aria-pressed="true"' in answer.content.decode()
    else:
        assert answer.headers["Location"] == f"{page}#certificaat-{certificate.pk}"
    certificate.refresh_from_db()
    assert certificate.handed_out_by == cast.ambassador
    client.post(f"{page}{certificate.pk}/", {"fetched": "0"}, headers=headers)
    assert "Nog 2 moeten komen" in client.get(page).content.decode()


def test_what_is_withheld_cannot_be_ticked(cast, as_user, base):
    client, certificate = as_user(cast.ambassador), of(cast.ans)
    actions.withhold_certificate(participant=cast.ans, reason="x", by=None)
    assert "Ans" not in client.get(f"{base}uitdelen/").content.decode()
    answer = client.post(f"{base}uitdelen/{certificate.pk}/", {"fetched": "1"}, headers=HTMX)
    assert answer.headers["HX-Redirect"] == f"{base}uitdelen/"
    assert "geen certificaat" in client.get(f"{base}uitdelen/").content.decode()


def test_another_projects_certificate_is_not_found(cast, as_user):
    other = f"{cast.foreign.get_absolute_url()}certificaten/"
    for address in (f"uitdelen/{of(cast.ans).pk}/", f"{of(cast.ans).pk}/omhoog/"):
        assert as_user(cast.coordinator).post(other + address).status_code == 404


def test_the_closing_meeting_leads_to_handing_out(cast, as_user, base):
    closing = cast.project.meetings.closing()
    page = as_user(cast.ambassador).get(f"{cast.project.get_absolute_url()}bijeenkomsten/{closing.pk}/aanwezig/")
    assert f'href="{base}uitdelen/"' in page.content.decode()


def test_a_machine_that_tries_numbers_is_stopped(cast):
    cache.clear()
    client = Client()
    answers = [client.get(f"/certificaat/MIM-{number:010}/").status_code for number in range(121)]
    assert answers == [200] * 120 + [429]
    cache.clear()
