"""The programme's own texts: enough of them, whole, of a readable length, and brought in once."""

import re

import pytest
from django.core.management import call_command

from projects import actions
from projects.knowledge.rendering import _all, _parser, plain
from projects.knowledge.texts import bring_in, own_texts, read
from projects.models import KnowledgePage, KnowledgeVersion

TEXTS = {text.slug: text for text in own_texts()}


def test_every_subject_of_the_method_has_a_page():
    assert len(TEXTS) >= 10
    assert {
        "stappenplan", "mixbijeenkomst", "eerste-belronde", "belronde-halverwege", "checklists",
        "werven-per-doelgroep", "training", "wat-werkt", "geld-en-afrekening", "privacy",
    } <= set(TEXTS)  # fmt: skip


@pytest.mark.parametrize("slug", TEXTS)
def test_a_page_has_substance_and_fits_its_columns(slug):
    text = TEXTS[slug]
    words = sum(len(part.split()) for part in plain(text.text))
    assert 300 <= words <= 900
    assert len(text.title) <= 120
    assert len(text.lead) <= 250
    assert text.chapter in KnowledgePage.Chapter.values


@pytest.mark.parametrize("slug", TEXTS)
def test_links_lead_to_pages_that_are_there(slug):
    tokens = _all(_parser().parse(TEXTS[slug].text))
    assert {str(token.attrGet("href")) for token in tokens if token.type == "link_open"} <= set(TEXTS)


@pytest.mark.parametrize("slug", TEXTS)
def test_words_that_the_programme_does_not_use_are_not_there(slug):
    body = " ".join([TEXTS[slug].title, TEXTS[slug].lead, TEXTS[slug].text]).lower()
    assert not re.search(r"allochto|autochto|\bu\b|\buw\b", body)


def test_the_database_begins_with_all_of_them(cast):
    assert set(TEXTS) <= set(KnowledgePage.objects.values_list("slug", flat=True))
    assert KnowledgeVersion.objects.filter(number=1, made_by__isnull=True).count() >= len(TEXTS)


def test_bringing_in_twice_adds_nothing(cast):
    call_command("knowledge", verbosity=0)
    assert bring_in(KnowledgePage, KnowledgeVersion) == (0, 0)


def test_a_new_text_takes_the_place_of_an_old_one_that_nobody_wrote_in(cast):
    KnowledgePage.objects.filter(slug="training").update(text="Oud.\n")
    assert bring_in(KnowledgePage, KnowledgeVersion) == (0, 1)
    page = KnowledgePage.objects.get(slug="training")
    assert page.text == TEXTS["training"].text
    assert page.versions.first().text == page.text
    assert page.versions.first().number == page.version == 2


def test_what_somebody_wrote_stays(cast):
    page = KnowledgePage.objects.get(slug="training")
    actions.write_knowledge_page(
        page=page, title=page.title, lead=page.lead, text="Van mij.\n", what="x", seen_version=1, by=cast.coordinator
    )
    assert bring_in(KnowledgePage, KnowledgeVersion) == (0, 0)
    page.refresh_from_db()
    assert page.text == "Van mij.\n"


def test_a_file_without_its_head_is_refused(tmp_path):
    path = tmp_path / "half.md"
    path.write_text("title: Half\n\nTekst")
    with pytest.raises(ValueError, match="half"):
        read(path)
