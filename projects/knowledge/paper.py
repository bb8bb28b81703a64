"""The knowledge centre on paper: one page, or all of it with a cover and a table of contents."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.utils import timezone

from mixen import pdf
from projects.knowledge.rendering import as_html, on_paper
from projects.models import KnowledgePage


def page_pdf(page: KnowledgePage) -> bytes:
    """One page. Raises DomainError when Pango is missing."""
    return pdf.render(
        "pdf/knowledge_page.html", {"page": page, "html": as_html(page.text), "day": timezone.localdate()}
    )


def book_pdf(pages: Iterable[KnowledgePage]) -> bytes:
    """All ``pages``, given in order. Raises DomainError when Pango is missing."""
    chapters = [
        {"title": KnowledgePage.Chapter(key).label, "pages": [_printed(page) for page in group]}
        for key, group in groupby(pages, key=lambda page: page.chapter)
    ]
    return pdf.render("pdf/knowledge_book.html", {"chapters": chapters, "day": timezone.localdate()})


def _printed(page: KnowledgePage) -> dict[str, Any]:
    return {"page": page, "html": as_html(page.text, link=on_paper, prefix=f"{page.slug}-")}
