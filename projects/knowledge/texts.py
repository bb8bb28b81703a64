"""The programme's own texts, as files in this folder: read once into the database, and renewed where nobody wrote.

A file begins with ``title:``, ``lead:``, ``chapter:`` and ``position:``, then an empty line and the Markdown. Its
name is the address of the page.
"""

from pathlib import Path
from typing import Any, NamedTuple

from projects.knowledge.searching import folded

FOLDER = Path(__file__).parent


class Text(NamedTuple):
    """One file."""

    slug: str
    chapter: str
    position: int
    title: str
    lead: str
    text: str


def own_texts() -> list[Text]:
    """All files, in order of their names."""
    return [read(path) for path in sorted(FOLDER.glob("*.md"))]


def read(path: Path) -> Text:
    """ValueError for a file without its four lines at the top."""
    head, _empty, text = path.read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    if set(facts) != {"title", "lead", "chapter", "position"}:
        raise ValueError(f"{path.name} has a wrong head")
    return Text(
        slug=path.stem,
        chapter=facts["chapter"],
        position=int(facts["position"]),
        title=facts["title"],
        lead=facts["lead"],
        text=text.strip() + "\n",
    )


def bring_in(page_model: Any, version_model: Any) -> tuple[int, int]:
    """Add the pages that are missing and renew those nobody wrote in; how many were added, and renewed.

    Takes the models as they are at the moment of a migration, or as they are now.
    """
    added = renewed = 0
    for text in own_texts():
        page = page_model.objects.filter(slug=text.slug).first()
        said = {"title": text.title, "lead": text.lead, "text": text.text}
        if page is None:
            page = page_model.objects.create(
                slug=text.slug, chapter=text.chapter, position=text.position, folded=folded(*said.values()), **said
            )
            version_model.objects.create(page=page, number=1, **said)
            added += 1
        elif page.text != text.text and not version_model.objects.filter(page=page, made_by__isnull=False).exists():
            number = page.version + 1
            page_model.objects.filter(pk=page.pk).update(version=number, folded=folded(*said.values()), **said)
            version_model.objects.create(page=page, number=number, what="Nieuwe tekst van het programma", **said)
            renewed += 1
    return added, renewed
