"""PDFs are tagged, hold every script, and fetch nothing from anywhere but our own static files."""

import base64
import socket
import sys
import types
from io import BytesIO

import pytest
from pypdf import PdfReader

from mixen import pdf
from mixen.errors import DomainError

PAGE = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{{ title }}</title>'
    '<link rel="stylesheet" href="css/print.css">%s</head><body>%s</body></html>'
)


@pytest.fixture
def rendered(tmp_path, settings):
    """Renders a body, with the template engine as it is set up, to a PDF that can be read."""
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]

    def render(body, context=None, head=""):
        (tmp_path / "proef.html").write_text(PAGE % (head, body), encoding="utf-8")
        return PdfReader(BytesIO(pdf.render("proef.html", {"title": "Proef", **(context or {})})))

    return render


@pytest.fixture
def connections(monkeypatch):
    """Every address that something tries to reach; nothing gets through."""
    asked = []

    def refuse(_self, address):
        asked.append(address)
        raise OSError("no network in a test")

    def resolve(host, *_args, **_kwargs):
        asked.append(host)
        raise OSError("no network in a test")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def text_of(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


def svg_with(address):
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{address}"/></svg>'
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"


SECRET = "geheim-van-de-server"
FOREIGN = [
    "http://127.0.0.1:9/x.png",
    "https://example.org/x.png",
    "HTTP://127.0.0.1:9/x.png",
    "//example.org/x.png",
    "ftp://example.org/x.png",
    "gopher://127.0.0.1:9/x",
    "file:///etc/passwd",
    "file:/etc/passwd",
    "http://static.invalid@127.0.0.1:9/x.png",
    "https://static.invalid.example.org/x.png",
    "https://static.invalid:9/x.png",
    "../mixen/settings.py",
    "/../../mixen/settings.py",
    "..%2f..%2fmixen/settings.py",
    "css/../../mixen/settings.py",
    "%2e%2e/%2e%2e/etc/passwd",
    "/etc/passwd",
    "bestaat-niet.png",
    "",
]


EVERYWHERE = (
    '<p style="background: url({0}); list-style-image: url({0})">tekst</p><img src="{0}" alt="x">'
    '<object data="{0}"></object><embed src="{0}"><a rel="attachment" href="{0}">x</a>'
)
IN_THE_HEAD = (
    '<link rel="stylesheet" href="{0}"><link rel="attachment" href="{0}">'
    "<style>@import url({0});@font-face {{ font-family: x; src: url({0}) }} p {{ font-family: x }}</style>"
)


@pytest.mark.parametrize("address", FOREIGN, ids=ascii)
def test_nothing_is_fetched_from_elsewhere_and_the_page_is_made_all_the_same(rendered, connections, address):
    reader = rendered(EVERYWHERE.format(address), head=IN_THE_HEAD.format(address))
    assert connections == []
    assert "tekst" in text_of(reader)
    assert reader.attachments == {}


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.png", "file:///etc/passwd"])
def test_a_drawing_within_the_page_fetches_nothing_either(rendered, connections, address):
    reader = rendered('<p>tekst</p><img src="{{ drawing }}" alt="x">', {"drawing": svg_with(address)})
    assert connections == []
    assert "tekst" in text_of(reader)


def test_a_file_of_the_server_never_gets_in(rendered, tmp_path):
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="20"><text y="9">{SECRET}</text></svg>'
    (tmp_path / "geheim.svg").write_text(drawing)
    body = f'<p>tekst</p><img src="file://{tmp_path}/geheim.svg" alt="x"><img src="{tmp_path}/geheim.svg" alt="x">'
    assert SECRET not in text_of(rendered(body))


def test_our_own_static_files_are_read(rendered):
    fonts = rendered("<p>tekst</p>").pages[0]["/Resources"]["/Font"]
    assert any("Atkinson" in font.get_object()["/BaseFont"] for font in fonts.values())


@pytest.mark.parametrize("name", ["css/print.css", "/css/print.css"])
def test_a_static_name_leads_to_its_file(name):
    assert pdf.static_path(name).name == "print.css"


@pytest.mark.parametrize("name", ["../manage.py", "css/../../manage.py", "/etc/passwd", "niets.css", ""])
def test_a_name_outside_the_static_folder_leads_nowhere(name):
    with pytest.raises(pdf.ForeignAddress):
        pdf.static_path(name)


def test_a_hostile_name_is_only_a_name(rendered, connections):
    hostile = "<img src=http://127.0.0.1:9/x>"
    reader = rendered("<p>{{ who }}</p>", {"who": hostile})
    assert connections == []
    assert hostile in text_of(reader).replace("\n", "")


@pytest.mark.parametrize(
    "words", ["سميرة بنعلي", "ተስፋይ ሃይለ", "Оксана Петренко", "Łukasz Żółć", "Nguyễn Thị Hạnh", "सीता"]
)
def test_every_script_can_be_copied_out_of_the_page(rendered, words):
    found = text_of(rendered("<p><bdi>{{ words }}</bdi></p>", {"words": words}))
    assert sorted("".join(found.split())) == sorted("".join(words.split()))


def test_says_that_it_is_tagged_and_what_it_is_called_in_which_language(rendered):
    reader = rendered("<h1>Kop</h1><p>tekst</p>", {"title": "Certificaat van Ans"})
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "nl"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Certificaat van Ans"
    xmp = catalog["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid:part" in xmp
    assert "/StructTreeRoot" in catalog


def test_joins_documents_in_order(tmp_path, settings):
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]
    (tmp_path / "proef.html").write_text(PAGE % ("", "<p>{{ n }}</p>"), encoding="utf-8")
    documents = [pdf.layout("proef.html", {"n": word, "title": word}) for word in ("eerste", "tweede", "derde")]
    pages = PdfReader(BytesIO(pdf.join(documents))).pages
    assert [page.extract_text().strip() for page in pages] == ["eerste", "tweede", "derde"]


@pytest.fixture
def without_pango(monkeypatch):
    """A computer on which WeasyPrint is installed and the library it needs is not."""
    broken = types.ModuleType("weasyprint")

    def load(_name):
        raise OSError("cannot load library 'libpango-1.0-0'")

    broken.__getattr__ = load
    monkeypatch.setitem(sys.modules, "weasyprint", broken)


def test_without_pango_it_says_what_to_install(without_pango, rendered):
    with pytest.raises(DomainError) as refusal:
        rendered("<p>tekst</p>")
    assert "ontbreekt Pango" in refusal.value.message
    assert "apt-get install libpango-1.0-0" in refusal.value.message
