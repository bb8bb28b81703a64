"""The one door for files that somebody sends: what they are is read from the content, and only what we need is kept.

A photo is drawn anew, which leaves behind everything but the picture: the place, the camera, a hidden second file. A
PDF is copied page by page, without scripts, attachments and metadata, and the photos in it lose theirs.
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import Any, BinaryIO, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, NameObject, StreamObject

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 60_000_000
MOST_PAGES = 20
LONGEST_EDGE = 2400  # pixels: enough for half a page of print, and for the small letters of a receipt
PHOTO_KINDS = ("JPEG", "PNG", "WEBP")  # a JPEG that holds more pictures (MPO) is one too; its first is kept
# What a page needs to be seen. All else it may hold runs, is sent along, or tells who made it.
OF_A_PAGE = {
    "/Type", "/Parent", "/Resources", "/Contents", "/Rotate", "/UserUnit", "/Group", "/MediaBox", "/CropBox",
    "/BleedBox", "/TrimBox", "/ArtBox",
}  # fmt: skip
NOT_COPIED = (
    "/JS", "/JavaScript", "/OpenAction", "/AA", "/EmbeddedFiles", "/AF", "/Metadata", "/PieceInfo", "/LastModified",
)  # fmt: skip
# What a decoder may stumble over in bytes that somebody broke, by accident or on purpose.
UNREADABLE = (
    PyPdfError, UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError, TypeError,
    AttributeError, LookupError, ArithmeticError, AssertionError, RuntimeError, EOFError, struct.error, zlib.error,
)  # fmt: skip
APP0, APP2, APP14 = 0xE0, 0xE2, 0xEE  # what a decoder needs of the segments for applications: size, colours
START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
SEGMENT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # among pixels: anything but a byte 255 or a point to start anew
TOO_LARGE = _("Dit bestand is te groot: %(size)s. Het mag ten hoogste %(most)s zijn. Maak een kleinere foto of scan.")
NOT_A_PHOTO = _("Dit is geen foto die we kunnen lezen. Kies een foto (JPG, PNG of WebP).")
NOT_A_DOCUMENT = _("Dit is geen foto en geen PDF die we kunnen lezen. Kies een foto (JPG, PNG of WebP) of een PDF.")
BROKEN_PDF = _("Deze PDF is niet te lezen. Maak er een foto van, of sla de PDF opnieuw op.")
LOCKED_PDF = _("Deze PDF zit op slot met een wachtwoord. Kies een PDF zonder wachtwoord.")
TOO_MANY_PAGES = _("Deze PDF heeft te veel bladzijden: ten hoogste %(most)s.")


class CleanFile(NamedTuple):
    """What is kept of a file: its content, what it is, and the ending its name gets. Its own name is forgotten."""

    content: bytes
    media_type: str
    ending: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def clean_photo(source: BinaryIO) -> CleanFile:
    """The picture in ``source`` and nothing else, upright, as JPEG of at most 2400 pixels.

    Raises ValidationError for what is no photo (JPEG, PNG, WebP), is broken or would unpack too large.
    """
    # WeasyPrint switches this on for the whole process when it is imported: half a photo would pass as one.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(source, formats=PHOTO_KINDS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(NOT_A_PHOTO, code="photo")
            picture.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
            drawn = _on_white(upright)
    except UNREADABLE as error:
        raise ValidationError(NOT_A_PHOTO, code="photo") from error
    target = BytesIO()
    drawn.save(target, "JPEG", quality=85, optimize=True)
    return CleanFile(target.getvalue(), "image/jpeg", "jpg")


def _on_white(picture: Image.Image) -> Image.Image:
    """The bare pixels of ``picture``; what is transparent becomes white."""
    with_alpha = picture.convert("RGBA")
    page = Image.new("RGB", with_alpha.size, "white")
    page.paste(with_alpha, mask=with_alpha.getchannel("A"))
    return page


def clean_document(source: BinaryIO) -> CleanFile:
    """A photo or a PDF, cleaned. Raises ValidationError, in Dutch, for anything else."""
    source.seek(0)
    start = source.read(1024)
    source.seek(0)
    if b"%PDF-" in start:
        return clean_pdf(source)
    try:
        return clean_photo(source)
    except ValidationError as error:
        raise ValidationError(NOT_A_DOCUMENT, code="document") from error


def clean_pdf(source: BinaryIO) -> CleanFile:
    """The pages of a PDF, without scripts, forms, attachments and metadata. Raises ValidationError when it cannot."""
    try:
        reader = PdfReader(source)
        if reader.is_encrypted:
            raise ValidationError(LOCKED_PDF, code="locked")
        if not 0 < len(reader.pages) <= MOST_PAGES:
            raise ValidationError(TOO_MANY_PAGES, code="pages", params={"most": MOST_PAGES})
        cleaned = _copy(reader.pages)
        _clean_objects(cleaned)
        kept, target = _copy(cleaned.pages), BytesIO()  # once more: what nothing points at any more stays behind
        kept.metadata = None
        kept.write(target)
    except UNREADABLE as error:
        raise ValidationError(BROKEN_PDF, code="pdf") from error
    return CleanFile(target.getvalue(), "application/pdf", "pdf")


def _copy(pages: Iterable[PageObject]) -> PdfWriter:
    """A new PDF with ``pages``, what can be seen of them, and what that points at."""
    writer = PdfWriter()
    for page in pages:
        for key in set(page) - OF_A_PAGE:
            page.pop(NameObject(key))
        writer.add_page(page)
    return writer


def _clean_objects(writer: PdfWriter) -> None:
    """Take what runs and what tells too much out of everything the pages brought along."""
    for number in range(1, len(writer._objects) + 1):
        held = writer.get_object(number)
        if not isinstance(held, DictionaryObject):
            continue
        for key in NOT_COPIED:
            held.pop(NameObject(key), None)
        if isinstance(held, StreamObject):
            _clean_photo_in_pdf(held)


def _clean_photo_in_pdf(held: StreamObject) -> None:
    """A JPEG in a PDF loses what it tells, also when it was packed once more."""
    filters: Any = held["/Filter"] if "/Filter" in held else []  # noqa: SIM401 - get() would give a reference
    names = [str(name) for name in filters] if isinstance(filters, list) else [str(filters)]
    if names[-1:] != ["/DCTDecode"]:
        return
    if len(names) > 1:
        content = held.get_data()
        held.pop(NameObject("/DecodeParms"), None)
        held[NameObject("/Filter")] = NameObject("/DCTDecode")
    else:
        content = held._data
    held._data = without_exif(content)


def without_exif(jpeg: bytes) -> bytes:
    """A JPEG without what it tells beside the picture: EXIF, XMP, comments, what stands behind it.

    The pixels stay as they are. Raises ValueError for what is no JPEG.
    """
    if jpeg[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    kept, place = bytearray(jpeg[:2]), 2
    while place + 4 <= len(jpeg):
        kind = jpeg[place + 1]
        if jpeg[place] != 0xFF or kind == END_OF_IMAGE:
            break
        if kind == 0xFF:  # a segment may begin with more than one of these
            place += 1
            continue
        end = place + 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
        if kind == START_OF_SCAN:
            end = _end_of_scan(jpeg, end)
        if kind in (APP0, APP2, APP14) or not (0xE0 <= kind <= 0xEF or kind == 0xFE):
            kept += jpeg[place:end]
        place = end
    return bytes(kept) + b"\xff\xd9"


def _end_of_scan(jpeg: bytes, place: int) -> int:
    """Where the next segment begins after the pixels that begin at ``place``."""
    found = SEGMENT.search(jpeg, place)
    return found.start() if found else len(jpeg)


class UploadField(forms.FileField):
    """A file somebody chooses; its cleaned value is a ``CleanFile``, or None. ``photo`` takes no PDF."""

    def __init__(self, *, photo: bool = False, **kwargs: Any) -> None:
        self.cleaner = clean_photo if photo else clean_document
        accepted = "image/jpeg,image/png,image/webp" + ("" if photo else ",application/pdf")
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": accepted}))
        super().__init__(**kwargs)
        self.error_messages |= {
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
            "missing": _("Er is geen bestand aangekomen. Kies het nog een keer."),
            "invalid": _("Er is geen bestand aangekomen. Kies het nog een keer."),
        }

    def clean(self, data: Any, initial: Any = None) -> CleanFile | None:
        sent = super().clean(data, initial)
        if not sent:
            return None
        if sent.size > MOST_BYTES:
            sizes = {"size": filesizeformat(sent.size), "most": filesizeformat(MOST_BYTES)}
            raise ValidationError(TOO_LARGE, code="size", params=sizes)
        return self.cleaner(sent.file)
