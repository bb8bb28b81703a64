"""The licence of everything we build on, as docs/licences.md: ``python -m audits.licences`` writes it."""

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any

from audits.locks import DEVELOPMENT, ROOT, RUN, locked

PAGE = ROOT / "docs" / "licences.md"
# Packages for other systems or older Pythons, which are not installed where this is written.
ELSEWHERE = {"async-timeout": "Apache-2.0", "brotlicffi": "MIT", "colorama": "BSD-3-Clause", "tomli": "MIT"}
# What a package says in words, in the names that SPDX gives them; where it says several, what it lets us choose.
IN_WORDS = {
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU General Public License (GPL)": "GPL",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Artistic License": "Artistic-1.0-Perl",
}
# Where the package's own words are none of these, looked up in its source.
BY_HAND = {"qrcode": "BSD-3-Clause", "axe-playwright-python": "MIT", "pyphen": "LGPL-2.1-or-later OR MPL-1.1"}
# With the EUPL-1.2 (whose appendix names the GPL, LGPL and MPL) all of these go together.
KNOWN = re.compile(
    r"\(?(0BSD|Apache-2\.0|Artistic-1\.0-Perl|BSD(-\d-Clause)?|CC0-1\.0|CNRI-Python|GPL(-2\.0-or-later)?|ISC"
    r"|L?GPL-[23]\.[01]-(only|or-later)|MIT(-0|-CMU)?|MPL-[12]\.[01]|PSF-2\.0|Python-2\.0|Unlicense|Zlib)\)?"
)


def licence_of(name: str) -> str:
    """Under which licence the package is, in SPDX's words. Raises ValueError where it says nothing we know."""
    if known := BY_HAND.get(name) or ELSEWHERE.get(name):
        return known
    try:
        said: Any = metadata(name)
    except PackageNotFoundError as error:
        raise ValueError(f"{name} is not installed: add its licence to ELSEWHERE") from error
    classes = [line.split(" :: ")[-1] for line in said.get_all("Classifier", []) if line.startswith("License :: ")]
    found: str = said.get("License-Expression") or " OR ".join(
        IN_WORDS.get(one, one) for one in classes if one != "OSI Approved"
    )
    if not found:
        found = IN_WORDS.get(said.get("License", ""), said.get("License", ""))
    if wrong := [one for one in re.split(r" (?:AND|OR|WITH) ", found) if not KNOWN.fullmatch(one)]:
        raise ValueError(f"{name} is under {wrong[0]!r}: look whether that goes with the EUPL-1.2, and add it")
    return found


def table(names: set[str]) -> list[str]:
    """A row a package."""
    return ["| package | licence |", "| --- | --- |", *(f"| {name} | {licence_of(name)} |" for name in sorted(names))]


def page() -> str:
    """The whole page."""
    run, development = locked(RUN), locked(DEVELOPMENT) - locked(RUN)
    vendored = [line for line in (ROOT / "static/vendor/VERSIONS.md").read_text().splitlines() if line.startswith("|")]
    return "\n".join(
        [
            "# Licences",
            "",
            "Mixen in Mokum itself is under the EUPL-1.2 (`LICENSE`). `python -m audits.licences` writes this page,",
            "and a test holds it against the lock files. *OR* means that we may choose.",
            "",
            "## Packages of the site",
            "",
            *table(run),
            "",
            "## Copies and fonts in static/",
            "",
            *vendored,
            "",
            "## Packages for development, which are not shipped",
            "",
            *table(development),
            "",
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page())
    sys.stdout.write(f"Wrote {PAGE.relative_to(ROOT)}\n")
