"""Markdown as a page: what may be in it, what may not, and the parts that are our own."""

import pytest

from projects.knowledge.rendering import as_html, headings, on_paper, plain


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        'tekst <img src=x onerror="alert(1)">',
        "[klik](javascript:alert(1))",
        "[klik](JaVaScRiPt:alert(1))",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "![plaatje](https://elders.example/spoor.png)",
        "<https://elders.example/><b onclick=x>",
        "| a |\n| --- |\n| <svg onload=alert(1)> |",
        "[x]: javascript:alert(1)\n\n[x]",
    ],
)
def test_no_html_script_or_picture_gets_through(typed: str) -> None:
    html = as_html(typed).lower()
    assert "<script" not in html
    assert "<img" not in html
    assert "<svg" not in html
    assert "<b onclick" not in html
    assert 'href="javascript' not in html
    assert 'href="data:' not in html


def test_headings_begin_below_the_title_and_skip_no_level() -> None:
    html = as_html("# Een\n\n#### Vier\n\n## Twee\n\n### Drie")
    assert [html.count(f"<{tag} ") for tag in ("h1", "h2", "h3", "h4")] == [0, 2, 2, 0]
    assert html.index("Een</h2>") < html.index("Vier</h3>") < html.index("Twee</h2>") < html.index("Drie</h3>")


def test_the_list_of_headings_leads_to_them() -> None:
    text = "## Eerst *dit*\n\n### Klein\n\n## Dan dat"
    found = headings(text)
    assert [heading.text for heading in found] == ["Eerst dit", "Dan dat"]
    assert all(f'id="{heading.anchor}"' in as_html(text) for heading in found)


def test_a_link_to_a_page_is_its_address_on_screen_and_its_place_on_paper() -> None:
    assert 'href="/kenniscentrum/training/"' in as_html("[de training](training)")
    assert 'href="#training"' in as_html("[de training](training)", link=on_paper)
    outside = as_html("[stad](https://www.amsterdam.nl/)")
    assert 'href="https://www.amsterdam.nl/"' in outside
    assert "noopener" in outside


def test_two_pages_on_one_sheet_have_anchors_of_their_own() -> None:
    assert 'id="a-deel-1"' in as_html("## Kop", prefix="a-")
    assert 'id="b-deel-1"' in as_html("## Kop", prefix="b-")


def test_an_item_to_tick_gets_a_box() -> None:
    html = as_html("- [ ] Zaal\n- [x] Thee\n- gewoon [ ] niet")
    assert html.count('class="to-tick"') == 2
    assert "[x]" not in html
    assert "gewoon [ ] niet" in html


def test_plain_words_are_what_a_reader_reads() -> None:
    text = "## Kop\n\nEen **vet** woord\nop twee regels en [een link](training).\n\n- [ ] vakje\n\n"
    text += "| a | b |\n|---|---|\n| c | d |"
    assert plain(text) == ["Kop", "Een vet woord op twee regels en een link.", "vakje", "a", "b", "c", "d"]
