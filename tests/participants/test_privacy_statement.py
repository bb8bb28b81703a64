"""The privacy statement: for everybody, in nine languages, with the terms that the house really keeps."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.translation import override
from pypdf import PdfReader

from mixen.catalogue import fingerprint
from mixen.languages import READING_LANGUAGES, TRANSLATED
from participants import terms
from participants.models import LanguageReview
from participants.privacy_statement import SECTIONS, filled

TERMS = {name: value for name, value in vars(terms).items() if name.endswith("_MONTHS")}


@pytest.mark.parametrize("language", READING_LANGUAGES)
def test_it_is_read_in_each_language_without_a_log_in(db, client, language):
    page = client.get(reverse("privacy_in", args=[language]))
    text = page.content.decode()
    assert page.status_code == 200
    assert f'lang="{language}"' in text
    with override(language):
        assert all(sentence.replace("'", "&#x27;") in text for section in filled() for sentence in section.sentences)
    assert "%(" not in text
    assert "autoriteitpersoonsgegevens.nl" in text


@pytest.mark.parametrize("language", READING_LANGUAGES)
def test_the_terms_are_those_that_the_house_keeps(language, monkeypatch):
    """No number is typed in a text: another term changes every language."""
    for number, name in enumerate(TERMS, start=171):
        monkeypatch.setattr(terms, name, number)
    with override(language):
        text = " ".join(sentence for section in filled() for sentence in section.sentences)
    assert all(str(number) in text for number in range(171, 171 + len(TERMS)))
    assert len(TERMS) == 5


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_nobody_read_says_so_until_somebody_did(db, client, language):
    def says_so():
        return "machine-note" in client.get(reverse("privacy_in", args=[language])).content.decode()

    assert says_so()
    LanguageReview.objects.create(language=language, fingerprint=fingerprint(language), read_by="Iemand")
    assert not says_so()


def test_who_to_ask_stands_in_it(db, client, settings):
    settings.PRIVACY_EMAIL, settings.PRIVACY_PHONE = "vraag@example.org", "+31201234567"
    text = client.get(reverse("privacy")).content.decode()
    assert "mailto:vraag@example.org" in text
    assert "tel:+31201234567" in text
    assert "machine-note" not in text  # Dutch is the source


def test_another_language_does_not_exist(db, client):
    for name in ("privacy_in", "privacy_pdf"):
        assert client.get(reverse(name, args=["xx"])).status_code == 404


@pytest.mark.parametrize("language", ["nl", "ti"])
def test_on_paper_it_says_the_same(db, client, language):
    answer = client.get(reverse("privacy_pdf", args=[language]))
    assert answer.headers["Content-Type"] == "application/pdf"
    with override(language):
        title = str(SECTIONS[0].title)
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert title.split()[0] in text
    assert "autoriteitpersoonsgegevens.nl" in text


def test_it_is_a_tap_away_where_people_read_and_sign(cast, client, as_user):
    """The public pages, somebody's own page, and the log-in of who works here."""
    for path in (
        reverse("participants:join", args=[cast.project.slug]),
        reverse("participants:join_form", args=[cast.project.slug, "ar"]),
        reverse("participants:personal", args=[cast.ans.personal_link.token]),
        reverse("projects:public_project", args=[cast.project.slug]),
        reverse("account_login"),
    ):
        assert 'href="/privacy/' in client.get(path).content.decode(), path


def test_a_tablet_in_registration_mode_may_open_it(cast, client):
    client.cookies["mixen_tablet"] = "een-tablet"
    assert client.get(reverse("privacy")).status_code == 200
    assert client.get(reverse("projects:list")).status_code == 302
