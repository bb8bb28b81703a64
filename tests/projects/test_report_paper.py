"""The report on paper: whole, tagged, with its photos, and whatever somebody typed printed as it was typed."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from projects.actions import save_report_texts, start_report
from projects.report import compute
from projects.report_files import report_pdf
from tests.conftest import NOW
from tests.pictures import photo_in_report

HOSTILE = '<script>alert(1)</script> <img src="file:///etc/passwd"> url(file:///etc/passwd) {{ settings }} &amp;'


def words_of(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture
def paper(cast):
    """The pages of a report with these texts."""

    def lay_out(final_at=NOW, **texts):
        report = start_report(project=cast.project, by=None)
        report = save_report_texts(report=report, texts=texts, name_countries=False, by=None)
        return PdfReader(BytesIO(report_pdf(report, compute(cast.project), final_at)))

    return lay_out


def elements(node, found):
    """The kinds of all parts of the tag tree, with their text alternatives."""
    node = node.get_object() if hasattr(node, "get_object") else node
    for one in node if isinstance(node, list) else [node]:
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, dict):
            if "/S" in one:
                found.append((one["/S"], one.get("/Alt")))
            if "/K" in one:
                elements(one["/K"], found)
    return found


def test_it_is_tagged_with_headings_tables_heads_and_alternatives(cast, paper):
    photo_in_report(cast.project, "Samen aan tafel", by=cast.ambassador)
    reader = paper(results="Het ging goed.")
    found = elements(reader.trailer["/Root"]["/StructTreeRoot"], [])
    kinds = [kind for kind, _alt in found]
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/L", "/Link", "/Figure"} <= set(kinds)
    assert all(alt for kind, alt in found if kind == "/Figure")
    assert "Samen aan tafel foto" in [alt for kind, alt in found if kind == "/Figure"]
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()


def test_the_contents_name_pages_and_every_page_its_number(paper):
    reader = paper(results="Het ging goed.")
    contents = " ".join(reader.pages[1].extract_text().split())
    assert "Inhoud" in contents
    assert contents.count("....") >= 5
    for number, page in enumerate(reader.pages[1:], start=2):
        text = " ".join(page.extract_text().split())
        assert f"Pagina {number} van {len(reader.pages)}" in text
        assert "Eindverslag Nieuw-West 2027" in text
        assert "Versie 1" in text


def test_a_draft_says_so_on_every_page(paper):
    for page in paper(final_at=None).pages:
        assert "Concept" in page.extract_text()


def test_what_somebody_typed_is_printed_as_it_was_typed(paper):
    told = words_of(paper(background=HOSTILE))
    assert HOSTILE in told
    assert "root:" not in told


def test_a_word_without_end_stays_on_the_page(paper):
    reader = paper(lessons="W" * 20_000)
    assert words_of(reader).replace(" ", "").count("W") >= 20_000
    assert 8 < len(reader.pages) < 40


def test_a_photo_is_in_the_file_itself_with_its_caption(cast, paper):
    bare = len(paper().pages)
    photo_in_report(cast.project, "Samen aan tafel", by=cast.ambassador)
    reader = paper()
    assert "Samen aan tafel" in words_of(reader)
    assert len({image.data for page in reader.pages for image in page.images}) == 1
    assert len(reader.pages) <= bare + 1
