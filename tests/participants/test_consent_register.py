"""The register of consents: which words, in which language, when, with whose help, and what was withdrawn."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from mixen.accounts.models import AuditEvent
from participants.actions import withdraw_consent
from participants.models import Consent


@pytest.fixture
def page(cast):
    return reverse("participants:consents", args=[cast.project.slug])


def test_it_tells_of_everybody_what_was_agreed_to(cast, as_user, page):
    found = as_user(cast.leader).get(page)
    rows = [consent for consent, _how in found.context["rows"]]
    assert {row.participant for row in rows} == set(cast.people.values())
    text = found.content.decode()
    assert f"versie {rows[0].text.version}" in text
    assert cast.ambassador.name in text


def test_what_was_withdrawn_stays_with_its_day(cast, as_user, page):
    withdraw_consent(participant=cast.ans, kind="taking_part", by=cast.coordinator)
    client = as_user(cast.leader)
    withdrawn = client.get(page, {"state": "withdrawn"}).context["rows"]
    assert [consent.participant for consent, _how in withdrawn] == [cast.ans]
    assert withdrawn[0][0].withdrawn_at is not None
    standing = client.get(page, {"state": "standing"}).context["rows"]
    assert cast.ans not in [consent.participant for consent, _how in standing]


@pytest.mark.parametrize(("asked", "number"), [("ans", 1), ("proefpersoon", 8), ("سميرة", 1), ("\x00", 8), ("zzz", 0)])
def test_it_is_searched_by_name(cast, as_user, page, asked, number):
    assert len(as_user(cast.leader).get(page, {"q": asked}).context["rows"]) == number


def test_who_takes_part_without_consent_is_named(cast, as_user, page):
    Consent.objects.filter(participant=cast.joop).delete()
    found = as_user(cast.leader).get(page)
    assert list(found.context["without"]) == [cast.joop]


def test_it_is_taken_along_as_a_sheet_and_that_is_written_down(cast, as_user):
    answer = as_user(cast.leader).get(reverse("participants:consents_csv", args=[cast.project.slug]), {"q": "ans"})
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:4] == ["Naam", "Waarvoor", "Versie van de tekst", "Taal"]
    assert rows[1][0] == cast.ans.person.name
    assert AuditEvent.objects.filter(kind=AuditEvent.Kind.EXPORT, by=cast.leader, fields=["consents"]).exists()


def test_every_version_of_every_text_can_be_read(cast, as_user):
    page = as_user(cast.leader).get(reverse("participants:consent_texts"))
    kinds = {texts[0].kind for _label, _version, texts in page.context["groups"]}
    assert kinds == {"taking_part", "country", "photos"}
    newest: dict[str, list] = {}
    for _label, _version, texts in page.context["groups"]:
        newest.setdefault(texts[0].kind, texts)
    assert {kind: len(texts) for kind, texts in newest.items()} == {"taking_part": 9, "country": 9, "photos": 9}
    assert 'dir="rtl"' in page.content.decode()


def test_more_people_ask_no_more_queries(cast, as_user, page, django_assert_max_num_queries):
    client = as_user(cast.leader)
    client.get(page)
    with django_assert_max_num_queries(14):
        client.get(page)
