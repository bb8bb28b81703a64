"""Everything a participant reads, in nine languages: nothing is missing, and what nobody read through says so."""

import gettext
import re
from datetime import date
from pathlib import Path
from typing import Any

import polib
import pytest
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format

from mixen import words as words_module
from mixen.catalogue import catalogue, fingerprint
from mixen.errors import DomainError
from mixen.languages import READING_LANGUAGES, TRANSLATED
from mixen.words import words
from participants import actions
from participants.models import ConsentText, LanguageReview
from tests.conftest import NOW, Cast

PLACES = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
ADDRESS = "/vertalingen/"


def po_of(code: str) -> Any:
    return polib.pofile(str(catalogue(code).with_suffix(".po")))


def texts_of(code: str) -> dict[str, list[str]]:
    """Every key with its text, or its texts where there is a plural."""
    return {
        f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid: (
            list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        )
        for entry in po_of(code)
    }


def test_the_words_are_found_in_every_kind_of_source() -> None:
    found = words()
    assert len(found) > 150
    assert {
        "Telefoon",  # a field
        "tijd\x04H.i",  # with a context
        "%(day)s, %(time)s uur",  # with places to fill in
        "Vul een naam in met letters.",  # a refusal
        "Deze aanmelding is gewist en komt niet terug.",  # of an action
        "Stap {now} van {all}",  # of a script
        "Hoe hoorde je van ons?",
        "Jouw aanmelding bij Mixen in Mokum",  # of a mail
    } <= found


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_language_lacks_a_word(code: str) -> None:
    """Run ``manage.py words`` and translate what it added."""
    texts = texts_of(code)
    assert sorted(words() - texts.keys()) == []
    assert [key for key, found in texts.items() if not all(text.strip() for text in found)] == []
    assert [entry.msgid for entry in po_of(code) if entry.fuzzy or entry.obsolete] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_place_to_fill_in_is_kept(code: str) -> None:
    wrong = {
        key: text
        for key, found in texts_of(code).items()
        for text in found
        if sorted(PLACES.findall(text)) != sorted(PLACES.findall(key))
    }
    assert wrong == {}


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_brings_tags_of_its_own(code: str) -> None:
    tags = re.compile(r"</?\w+")
    wrong = [key for key, found in texts_of(code).items() for text in found if tags.findall(text) != tags.findall(key)]
    assert wrong == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_is_compiled_is_what_was_written(code: str) -> None:
    with catalogue(code).open("rb") as compiled:
        catalog: dict[Any, str] = gettext.GNUTranslations(compiled)._catalog  # type: ignore[attr-defined]
    read = {key: text for key, text in catalog.items() if key != ""}
    wrong = {}
    for key, found in texts_of(code).items():
        got = [read.pop(key)] if key in read else [read.pop((key, number)) for number in range(len(found))]
        if got != found:
            wrong[key] = got
    assert (wrong, read) == ({}, {})


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_machine_translation_says_so(code: str) -> None:
    text = catalogue(code).with_suffix(".po").read_text()
    assert ("Last-Translator: machine" in text) == ("MACHINE TRANSLATION: not read by a native speaker" in text)


@pytest.mark.parametrize("code", TRANSLATED)
def test_it_is_written_in_its_own_script(code: str) -> None:
    """Not one text of several words was left in Dutch."""
    same = [key for key, found in texts_of(code).items() if found == [key] and len(key.split()) > 2 and "%" not in key]
    assert same == []


@pytest.mark.parametrize(
    ("planted", "key"),
    [
        ('{% translate "Geplant één" %}', "Geplant één"),
        ('{% translate "Geplant" context "plant" %}', "plant\x04Geplant"),
        ("{% blocktranslate with n=x %}Geplant {{ n }}{% endblocktranslate %}", "Geplant %(n)s"),
        ("{% blocktranslate count n=x %}{{ n }} zaad{% plural %}{{ n }} zaden{% endblocktranslate %}", "%(n)s zaad"),
        ("<a title=\"{% translate 'Geplant twee' %}\">", "Geplant twee"),
        ('{% translate "Geplant (niet) account: zo" %} <b>', "Geplant (niet) account: zo"),
        ("{% blocktranslate %}Er zijn {{ count }} (of meer) {% endblocktranslate %}", "Er zijn %(count)s (of meer) "),
        ('{% include "x" with title=_("Geplant drie") %}', "Geplant drie"),
    ],
)
def test_a_planted_text_in_a_template_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, planted: str, key: str
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "planted.html").write_text(f"<p>{planted} </p>\n")
    monkeypatch.setattr(words_module, "TEMPLATES", ("*.html",))
    monkeypatch.setattr(words_module, "MODULES", ())
    monkeypatch.setattr(words_module, "PARTS", {})
    monkeypatch.setattr(settings, "BASE_DIR", tmp_path)
    assert words() == {key}


@pytest.mark.parametrize(
    ("planted", "key"),
    [
        ('_("Geplant")', "Geplant"),
        ('gettext_lazy("Ge" "plant")', "Geplant"),
        ('x = {"a": _("Geplant") % 5}', "Geplant"),
        ('pgettext("plant", "Geplant")', "plant\x04Geplant"),
        ('ngettext("zaad", "zaden", count)', "zaad"),
    ],
)
def test_a_planted_text_in_a_module_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, planted: str, key: str
) -> None:
    (tmp_path / "planted.py").write_text(planted)
    monkeypatch.setattr(words_module, "TEMPLATES", ())
    monkeypatch.setattr(words_module, "MODULES", ("planted.py",))
    monkeypatch.setattr(words_module, "PARTS", {})
    monkeypatch.setattr(settings, "BASE_DIR", tmp_path)
    assert words() == {key}


def test_every_source_it_names_is_there() -> None:
    for pattern in words_module.TEMPLATES:
        assert list((settings.BASE_DIR / "templates").glob(pattern)), pattern
    for name in (*words_module.MODULES, *words_module.PARTS):
        assert (settings.BASE_DIR / name).exists(), name


def test_a_template_a_participant_sees_is_read() -> None:
    """Every file beside those that are read, but for the ones only the team sees."""
    folder = settings.BASE_DIR / "templates"
    read = {path for pattern in words_module.TEMPLATES for path in folder.glob(pattern)}
    team = {"opened.html", "closed.html", "leave.html", "worker.js"}
    beside = {*folder.glob("participants/registration/*"), *folder.glob("participants/tablet/*")} - read
    unread = [path for path in beside if path.name not in team and set(words_module._of_template(path)) - words()]
    assert unread == []


def test_tigrinya_has_days_and_months_that_django_lacks() -> None:
    with translation.override("ti"):
        written = [date_format(date(2027, month, month), "l F") for month in range(1, 13)]
    assert not any(re.search("[a-z]", text) for text in written)
    assert len(set(written)) == 12


@pytest.mark.parametrize("kind", ConsentText.Kind.values)
def test_the_newest_words_of_consent_are_there_in_every_language(db: None, kind: str) -> None:
    newest = ConsentText.objects.filter(kind=kind).order_by("-version")[0].version
    found = ConsentText.objects.filter(kind=kind, version=newest)
    assert set(found.values_list("language", flat=True)) == set(READING_LANGUAGES)
    bodies = list(found.values_list("body", flat=True))
    assert all(body.strip() for body in bodies)
    assert len(set(bodies)) == len(bodies)


class TestReadingThrough:
    """Noting who read a language through, and what is told of it."""

    def note(self, cast: Cast, code: str = "ar") -> LanguageReview:
        return actions.note_review(language=code, read_by="Samira Haddad", by=cast.coordinator)

    def test_it_is_noted_with_the_words_as_they_are(self, cast: Cast) -> None:
        row = self.note(cast)
        assert (row.fingerprint, row.read_by, row.read_on) == (fingerprint("ar"), "Samira Haddad", NOW.date())
        assert len(row.fingerprint) == 64
        texts = ConsentText.objects.in_force("ar").values()
        assert {(text.was_read, text.read_by) for text in texts} == {(True, "Samira Haddad")}
        assert not any(text.was_read for text in ConsentText.objects.in_force("fa").values())

    def test_noted_again_it_stays_one_row(self, cast: Cast) -> None:
        assert self.note(cast).pk == self.note(cast).pk

    @pytest.mark.parametrize("code", ["nl", "xx", ""])
    def test_a_language_that_is_not_translated_is_refused(self, cast: Cast, code: str) -> None:
        with pytest.raises(DomainError, match="hoeft niet"):
            self.note(cast, code)

    def test_the_state_of_every_language_is_shown(self, cast: Cast, as_user: Any) -> None:
        client = as_user(cast.coordinator)
        html = client.get(ADDRESS).content.decode()
        assert html.count("machinevertaling") == html.count("nog niet nagelezen") == len(TRANSLATED)
        self.note(cast)
        html = client.get(ADDRESS).content.decode()
        assert html.count("machinevertaling") == len(TRANSLATED) - 1
        assert "Samira Haddad" in html
        LanguageReview.objects.update(fingerprint="anders")
        assert "veranderd na het nalezen" in client.get(ADDRESS).content.decode()

    def test_a_new_text_is_not_read_yet(self, cast: Cast) -> None:
        self.note(cast)
        ConsentText.objects.create(kind="photos", version=9, language="ar", body="جديد")
        assert not ConsentText.objects.in_force("ar")["photos"].was_read

    @pytest.mark.parametrize("sent", [{}, {"read_by": "Samira"}, {"sure": "on"}, {"read_by": "123", "sure": "on"}])
    def test_it_asks_who_and_whether_they_are_sure(self, cast: Cast, as_user: Any, sent: dict[str, str]) -> None:
        assert as_user(cast.coordinator).post(f"{ADDRESS}ar/", sent).status_code == 422
        assert not LanguageReview.objects.exists()

    def test_through_the_page(self, cast: Cast, as_user: Any) -> None:
        client = as_user(cast.coordinator)
        assert client.post(f"{ADDRESS}ar/", {"read_by": "Samira", "sure": "on"}).status_code == 302
        assert LanguageReview.objects.get().language == "ar"
        assert [client.get(f"{ADDRESS}{code}/").status_code for code in ("nl", "xx")] == [404, 404]
