"""Searching the pages: every word of the question must occur, whatever its capitals and accents."""

import re
import unicodedata
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from projects.knowledge.rendering import plain
from projects.models import KnowledgePage

MOST_SENTENCES = 3
LONGEST_SENTENCE = 300
MOST_WORDS = 8
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class Hit(NamedTuple):
    """A page, and the sentences in which the words stand, marked."""

    page: KnowledgePage
    sentences: list[SafeString]


def fold(text: str) -> str:
    """``text`` without capitals and accents: 'Coördinator' and 'coordinator' are the same."""
    return "".join(_fold_letter(letter) for letter in text)


def _fold_letter(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in apart if not unicodedata.combining(part)).casefold()


def folded(title: str, lead: str, text: str) -> str:
    """What a search looks in."""
    return fold("\n".join([title, lead, *plain(text)]))


def search(question: str) -> list[Hit]:
    """The pages with every word of ``question``; those with a word in their title come first."""
    words = fold(question).split()[:MOST_WORDS]
    pages = KnowledgePage.objects.in_order()
    for word in words:
        pages = pages.filter(folded__contains=word)
    hits = [Hit(page, _sentences(page, words)) for page in pages] if words else []
    return sorted(hits, key=lambda hit: not any(word in fold(hit.page.title) for word in words))


def _sentences(page: KnowledgePage, words: list[str]) -> list[SafeString]:
    """The first sentences that hold most of ``words``."""
    parts = [sentence for part in [page.lead, *plain(page.text)] for sentence in SENTENCE_END.split(part)]
    counted = [(sum(word in fold(part) for word in words), part) for part in parts]
    best = sorted((row for row in counted if row[0]), key=lambda row: -row[0])
    return [marked(_shortened(part, words), words) for _number, part in best[:MOST_SENTENCES]]


def _shortened(sentence: str, words: list[str]) -> str:
    """A very long sentence around the first of ``words``."""
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    low = fold(sentence)
    first = min((low.find(word) for word in words if word in low), default=0)
    begin = max(0, first - LONGEST_SENTENCE // 3)
    return f"{'…' if begin else ''}{sentence[begin : begin + LONGEST_SENTENCE]}…"


def marked(sentence: str, words: list[str]) -> SafeString:
    """``sentence`` with each of ``words`` in a ``<mark>``; the words are folded, the sentence is as it was typed."""
    low, places = "", []
    for place, letter in enumerate(sentence):
        piece = _fold_letter(letter)
        low += piece
        places += [place] * len(piece)
    places.append(len(sentence))
    pieces, end = [], 0
    for found in re.finditer("|".join(map(re.escape, sorted(words, key=len, reverse=True))), low):
        begin, stop = places[found.start()], places[found.end() - 1] + 1
        if begin >= end:
            pieces.append(format_html("{}<mark>{}</mark>", sentence[end:begin], sentence[begin:stop]))
            end = stop
    return format_html("{}{}", format_html_join("", "{}", ((piece,) for piece in pieces)), sentence[end:])
