"""Markdown as HTML, safe whatever was typed: no HTML of its own, no pictures, and links to pages by their address."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

TODO = re.compile(r"^\[[ xX]\] ")
PAGE_NAME = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
HEADINGS = ("h2", "h3", "h4")


class Heading(NamedTuple):
    """A heading of the second level, and the anchor it can be reached at."""

    anchor: str
    text: str


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False}).disable("image")


def on_screen(slug: str) -> str:
    """Where a link to another page leads in the browser."""
    return reverse("projects:knowledge_page", args=[slug])


def on_paper(slug: str) -> str:
    """Where it leads in a PDF that holds all pages."""
    return f"#{slug}"


def as_html(text: str, *, link: Callable[[str], str] = on_screen, prefix: str = "") -> SafeString:
    """``text`` as HTML below a heading of the first level.

    ``[woorden](werven)`` links to the page called ``werven``, at what ``link`` makes of it. ``prefix`` stands before
    the anchors of headings, for when several pages stand on one sheet. An item that begins with ``[ ]`` gets a box.
    """
    parser = _parser()
    tokens = parser.parse(text)
    _lower_headings(tokens)
    _add_anchors(tokens, prefix)
    _draw_boxes(tokens)
    for token in _all(tokens):
        if token.type == "link_open":
            _lead(token, link)
    # 2026-11-28: html is off
    return mark_safe(parser.renderer.render(tokens, parser.options, {}))  # noqa: S308  # nosec B308 B703


def headings(text: str) -> list[Heading]:
    """The headings of the second level, for a list at the top of a page."""
    tokens = _parser().parse(text)
    _lower_headings(tokens)
    _add_anchors(tokens, "")
    return [
        Heading(str(token.attrGet("id")), _words(tokens[place + 1]))
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2"
    ]


def plain(text: str) -> list[str]:
    """What a reader reads of ``text``, a string for each heading, paragraph, item or cell."""
    tokens = _parser().parse(text)
    _draw_boxes(tokens)
    found = [_words(token) if token.type == "inline" else token.content.strip() for token in tokens if token.content]
    return [words for words in found if words]


def _words(token: Token) -> str:
    """The words of an inline token, without its marks."""
    parts = [
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in token.children or []
        if child.content or child.type in {"softbreak", "hardbreak"}
    ]
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or []


def _lower_headings(tokens: list[Token]) -> None:
    """The page has its title above it: headings begin at the second level and skip none."""
    level = -1
    for token in tokens:
        if token.type == "heading_open":
            level = min(max(0, int(token.tag[1]) - 2), level + 1, len(HEADINGS) - 1)
            token.tag = HEADINGS[level]
        elif token.type == "heading_close":
            token.tag = HEADINGS[level]


def _add_anchors(tokens: list[Token], prefix: str) -> None:
    number = 0
    for token in tokens:
        if token.type == "heading_open":
            number += 1
            token.attrSet("id", f"{prefix}deel-{number}")


def _draw_boxes(tokens: list[Token]) -> None:
    """``[ ]`` at the beginning of an item becomes a box to tick, drawn by the style sheet."""
    for place, token in enumerate(tokens[:-2]):
        inline = tokens[place + 2]
        if token.type != "list_item_open" or inline.type != "inline" or not inline.children:
            continue
        first = inline.children[0]
        if first.type == "text" and TODO.match(first.content):
            first.content = TODO.sub("", first.content)
            token.attrJoin("class", "to-tick")


def _lead(token: Token, link: Callable[[str], str]) -> None:
    address = str(token.attrGet("href") or "")
    if PAGE_NAME.match(address):
        token.attrSet("href", link(address))
    elif address.startswith(("http://", "https://")):
        token.attrSet("rel", "noopener noreferrer")
