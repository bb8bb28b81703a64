"""The one door to WeasyPrint: autoescaped templates in, a tagged PDF out, and nothing fetched from elsewhere."""

import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from mixen.errors import DomainError

if TYPE_CHECKING:
    from weasyprint import Document

STATIC_BASE = "https://static.invalid/"  # ".invalid" can never be a real host; relative addresses resolve against it
VARIANT = "pdf/ua-1"
MISSING_PANGO = _(
    "PDF's maken lukt niet: op deze computer ontbreekt Pango. Debian/Ubuntu: apt-get install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0. Fedora: dnf install pango. macOS: brew install pango."
)


class ForeignAddress(ValueError):
    """A document asked for something that is not one of our own static files."""


@contextmanager
def pango_needed() -> Iterator[None]:
    """Turn the loader's OSError into a message that says what to install."""
    try:
        yield
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise
        raise DomainError(MISSING_PANGO) from error


@cache
def _fetcher() -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnStaticFilesOnly(URLFetcher):
        """Reads our own static files and inline ``data:`` images; refuses every other address."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if not url.startswith(STATIC_BASE):
                raise ForeignAddress(f"refused: {urlsplit(url).scheme}:")
            path = static_path(unquote(urlsplit(url).path))
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, body=path.read_bytes(), headers={"Content-Type": kind})

    return OwnStaticFilesOnly()


def static_path(name: str) -> Path:
    """The file behind a static name; ForeignAddress when it would leave the static folder or does not exist."""
    root = (settings.BASE_DIR / "static").resolve()
    try:
        found = finders.find(name.lstrip("/")) if name.strip("/") else None
    except SuspiciousFileOperation as error:
        raise ForeignAddress(f"refused: {name}") from error
    path = Path(found).resolve() if found else None
    if path is None or not path.is_file() or not path.is_relative_to(root):
        raise ForeignAddress(f"refused: {name}")
    return path


def layout(template: str, context: Mapping[str, Any]) -> "Document":
    """Lay ``template`` out to pages; several documents can be joined with ``join``."""
    html = render_to_string(template, dict(context))
    with pango_needed():
        from weasyprint import HTML

        return HTML(string=html, base_url=STATIC_BASE, url_fetcher=_fetcher()).render(pdf_variant=VARIANT)


def join(documents: list["Document"], title: str = "") -> bytes:
    """One PDF holding the pages of all ``documents``, in order, under ``title`` or the title of the first."""
    pages = [page for document in documents for page in document.pages]
    with pango_needed():
        if title:
            documents[0].metadata.title = title
        return documents[0].copy(pages).write_pdf(pdf_variant=VARIANT) or b""


def render(template: str, context: Mapping[str, Any]) -> bytes:
    """A tagged PDF (PDF/UA-1) of ``template``.

    Raises DomainError when Pango is missing. Addresses in the template are names of static files, such as
    ``css/print.css``.
    """
    return join([layout(template, context)])


class Press:
    """Lays out many documents for the printer: ``stylesheet`` and the fonts it names are read once, nothing is tagged.

    Raises DomainError when Pango is missing. The templates name no stylesheet themselves.
    """

    def __init__(self, stylesheet: str) -> None:
        with pango_needed():
            from weasyprint import CSS
            from weasyprint.text.fonts import FontConfiguration

            self._fonts = FontConfiguration()
            self._style = CSS(url=STATIC_BASE + stylesheet, url_fetcher=_fetcher(), font_config=self._fonts)
            self._images: dict[str, Any] = {}

    def lay_out(self, template: str, context: Mapping[str, Any]) -> "Document":
        """The pages of ``template``; write them with ``write_pdf``."""
        from weasyprint import HTML

        html = HTML(string=render_to_string(template, dict(context)), base_url=STATIC_BASE, url_fetcher=_fetcher())
        return html.render(font_config=self._fonts, stylesheets=[self._style], cache=self._images)


def join_files(paths: Iterable[Path], title: str) -> bytes:
    """One PDF of the pages of all files, in order, under ``title``."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for path in paths:
        writer.append(path, import_outline=False)
    writer.add_metadata({"/Title": title})
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
