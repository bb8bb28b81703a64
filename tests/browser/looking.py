"""What must hold of every page: axe finds nothing wrong, nothing scrolls sideways, targets are large enough."""

from collections.abc import Iterator, Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
WIDTHS = (320, 820, 1280)
HEIGHT = 900
SETTLED_AFTER = 700
"""Milliseconds; not a part of the two seconds in which the board asks again."""
SMALL_TARGETS = """
() => ['a.btn', 'button', 'input:not([type=hidden])', 'select', 'textarea']
  .flatMap(kind => [...document.querySelectorAll(`main ${kind}`)])
  .filter(e => e.offsetParent && !e.closest('.form-check, .tick'))
  .map(e => [e.outerHTML.slice(0, 90), (e.closest('label') || e).getBoundingClientRect()])
  .filter(([_, box]) => box.width > 0 && box.height < 43.5)
  .map(([html, box]) => `${box.height} ${html}`)
"""


def faults(page: Page, name: str, widths: Sequence[int] = WIDTHS) -> Iterator[str]:
    """What is wrong with the page that is open, at each of ``widths``; axe looks at the narrowest and the widest."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        if page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0:
            yield f"{name} scrolls sideways at {width}"
        yield from (f"{name} target too small at {width}: {target}" for target in page.evaluate(SMALL_TARGETS))
        if width in (widths[0], widths[-1]):
            found = _violations(page)
            if found:
                # A part that is just being renewed, as the board does every other second, is looked at again.
                page.wait_for_timeout(SETTLED_AFTER)
                found &= _violations(page)
            yield from (f"{name} at {width} {one}" for one in sorted(found))


def _violations(page: Page) -> set[str]:
    problems = Axe().run(page, options=RULES).response["violations"]
    return {f"{problem['id']}: {problem['nodes'][0]['html'][:120]}" for problem in problems}


def opened(page: Page, address: str) -> Page:
    """The page at ``address``, which must answer 200, opened at the narrowest width as a phone would."""
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    return page
