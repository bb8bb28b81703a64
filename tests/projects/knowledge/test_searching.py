"""Finding a page by words, however they are written, and showing the sentence they stand in."""

import pytest

from projects import actions
from projects.knowledge.searching import fold, marked, search


def page(title, text, lead="Waar het over gaat."):
    return actions.add_knowledge_page(chapter="5-team", title=title, lead=lead, text=text, by=None)


@pytest.mark.parametrize("asked", ["coordinator", "COÖRDINATOR", "Coo\u0308rdinator", "coördinator"])
def test_capitals_and_accents_make_no_difference(cast, asked):
    made = page("Zebrapad", "De coördinator van de zebraclub belt.")
    hit = next(hit for hit in search(f"{asked} zebraclub") if hit.page == made)
    assert hit.sentences == ["De <mark>coördinator</mark> van de <mark>zebraclub</mark> belt."]


def test_every_word_must_occur(cast):
    page("Giraf", "Hier staat een giraffenek.")
    page("Olifant", "Hier staat een olifantenslurf.")
    assert [hit.page.title for hit in search("giraffenek")] == ["Giraf"]
    assert search("giraffenek olifantenslurf") == []


def test_a_page_that_is_about_it_comes_first(cast):
    page("Kameel", "Over dromedarissen en meer.")
    page("Over dromedarissen", "Iets anders.")
    assert [hit.page.title for hit in search("dromedarissen")] == ["Over dromedarissen", "Kameel"]


@pytest.mark.parametrize("asked", ["", "   ", "%", "_", "<b>", "\\", "' OR 1=1"])
def test_odd_questions_are_questions_too(cast, asked):
    assert isinstance(search(asked), list)


def test_a_question_of_signs_finds_signs_and_not_everything(cast):
    made = page("Procenten", "Er kwam 40 % meer.")
    assert [hit.page for hit in search("40 %")] == [made]


def test_nothing_that_was_typed_becomes_html(cast):
    assert marked("a <b> & kat", ["kat"]) == "a &lt;b&gt; &amp; <mark>kat</mark>"
    assert marked("Straße & Fluß", ["ss"]) == "Stra<mark>ß</mark>e &amp; Flu<mark>ß</mark>"
    assert marked("niets", ["iets anders"]) == "niets"


def test_of_a_long_sentence_the_part_around_the_word_is_shown(cast):
    page("Lang", "woord " * 200 + "neushoornvogel " + "woord " * 200)
    (hit,) = search("neushoornvogel")
    assert "<mark>neushoornvogel</mark>" in hit.sentences[0]
    assert len(hit.sentences[0]) < 400


def test_folding_keeps_letters_of_other_scripts():
    assert fold("Тест سلام") == "тест سلام"
