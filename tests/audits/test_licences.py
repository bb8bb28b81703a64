"""docs/licences.md names everything we build on and ship, and nothing we do not."""

import re
from itertools import pairwise

import pytest

from audits.licences import PAGE, licence_of, page
from audits.locks import DEVELOPMENT, RUN, locked
from tests.architecture.checkers import ROOT


def test_the_page_is_what_the_packages_say() -> None:
    assert PAGE.read_text() == page(), "write it again: python -m audits.licences"


def test_every_locked_package_is_on_it_and_no_other() -> None:
    named = set(re.findall(r"^\| ([a-z0-9._-]+) \| [^|]+ \|$", PAGE.read_text(), re.MULTILINE)) - {"package", "---"}
    assert named == locked(RUN) | locked(DEVELOPMENT)
    assert len(locked(RUN)) > 60
    assert locked(RUN) <= locked(DEVELOPMENT)


def test_every_copy_and_font_that_is_shipped_is_on_it() -> None:
    """Spelled as a folder or a file is, or as people do."""
    said = re.sub(r"[^a-z0-9]", "", PAGE.read_text().lower())
    shipped = {path.name for path in (ROOT / "static/vendor").iterdir() if path.is_dir()}
    fonts = {re.split(r"-|\.", path.name)[0] for path in (ROOT / "static/fonts").glob("*.ttf")}
    families = {name.removeprefix("NotoSans") or name for name in fonts}
    for name in shipped | families:
        assert re.sub(r"[^a-z0-9]", "", name.lower()) in said, name
    assert {"OFL-AtkinsonHyperlegible.txt", "OFL-Noto.txt"} <= {
        path.name for path in (ROOT / "static/fonts").iterdir()
    }


def test_a_package_that_is_not_there_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="not installed"):
        licence_of("een-pakket-dat-niet-bestaat")


def test_what_bandit_passes_over_has_a_day_and_a_reason() -> None:
    skips = (ROOT / "pyproject.toml").read_text().partition("[tool.bandit]")[2].partition("\n]")[0]
    listed = re.findall(r'^ {4}"B\d+", # (\d{4}-\d\d-\d\d): \S', skips, re.MULTILINE)
    assert len(listed) == skips.count('"B') > 0
    marked = [
        before
        for app in ("mixen", "projects", "participants", "matching", "excursions", "audits")
        for path in (ROOT / app).rglob("*.py")
        for before, line in pairwise(path.read_text().splitlines())
        if "# nosec" in line
    ]
    assert marked
    for before in marked:
        assert re.search(r"^ *# \d{4}-\d\d-\d\d: \S", before), before
