"""Every word on screen is marked for translation: no letters stand outside tags and ``{% translate %}``."""

import re
from pathlib import Path

import pytest

from tests.architecture.checkers import ROOT

FOLDER = ROOT / "templates"
# The page for when nothing works any more: it cannot count on translations.
LEFT_OUT = {"500.html"}
# Names of the programme, of a messenger and of file formats are the same in every language.
NAMES = re.compile(r"Mixen in Mokum|WhatsApp|PDF|CSV|XLSX|&\w+;|&#\d+;")
SPOKEN_ATTRIBUTES = re.compile(r"""\b(?:alt|title|placeholder|aria-label|data-label|label)\s*=\s*(["'])(.*?)\1""")
GONE = [
    re.compile(r"{% block page_class %}.*?{% endblock %}"),  # names of CSS classes
    re.compile(r"{#.*?#}", re.DOTALL),
    re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"{% blocktranslate.*?{% endblocktranslate %}", re.DOTALL),
    re.compile(r"{%.*?%}", re.DOTALL),
    re.compile(r"{{.*?}}", re.DOTALL),
]
QUIET_ELEMENTS = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
ELEMENT = re.compile(r"<[^>]*>", re.DOTALL)


def unmarked(text: str) -> list[str]:
    """The pieces of ``text`` that somebody would read, or have read out, untranslated."""
    for pattern in GONE:
        text = pattern.sub("\x00", text)
    spoken = [found[2] for found in SPOKEN_ATTRIBUTES.finditer(text)]
    shown = re.split(r"[\x00\n]", ELEMENT.sub("\x00", QUIET_ELEMENTS.sub("\x00", text)))
    pieces = [piece.strip() for piece in [*spoken, *shown]]
    return [piece for piece in pieces if any(letter.isalpha() for letter in NAMES.sub("", piece))]


def _templates() -> list[Path]:
    found = [*FOLDER.rglob("*.html"), *FOLDER.rglob("*.txt")]
    return sorted(path for path in found if str(path.relative_to(FOLDER)) not in LEFT_OUT)


def test_every_word_in_a_template_is_marked() -> None:
    """On pages, in mail and on paper."""
    faults = [
        f"{path.relative_to(FOLDER)}: {piece!r}" for path in _templates() for piece in unmarked(path.read_text())
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "text",
    [
        "<p>Hallo</p>",
        '<img src="a.svg" alt="Een koppel">',
        "{% translate 'Naam' %} vergeten",
        '<input placeholder="Zoek">',
        "{% if x %}van{% endif %}",
    ],
)
def test_a_planted_word_is_found(text: str) -> None:
    """Each place where a word can hide."""
    assert unmarked(text)


@pytest.mark.parametrize(
    "text",
    [
        '<p class="quiet">{% translate "Hallo" %}: {{ name }} – 3 / 4</p>',
        "{% blocktranslate %}Hallo {{ name }}{% endblocktranslate %}",
        "<title>Mixen in Mokum</title> <a href='x'>PDF</a> <a href=\"{% url 'home' %}\">CSV</a>",
        "<td data-label=\"{% translate 'Kant' %}\">1</td>",
        "{# een opmerking #}",
    ],
)
def test_what_is_marked_is_let_through(text: str) -> None:
    """Marked words, names of formats and signs."""
    assert unmarked(text) == []
