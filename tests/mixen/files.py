"""Files as people send them: photos with a place in them, PDFs with scripts in them."""

import struct
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

MARK = "Molenwerf-1-geheim"
ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes along: the camera, how it was held, and where it was."""
    told = Image.Exif()
    told[ORIENTATION], told[MAKER] = orientation, MARK
    told.get_ifd(GPS).update({1: "N", 2: (52.0, 21.0, 33.0), 3: "E", 4: (4.0, 47.0, 12.0)})
    return told


def picture(width: int = 60, height: int = 40, mode: str = "RGB", colour: object = "teal") -> Image.Image:
    """A picture of one colour."""
    return Image.new(mode, (width, height), colour)  # type: ignore[arg-type]


def encoded(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    """``image`` as a file."""
    target = BytesIO()
    image.save(target, kind, **how)
    return target.getvalue()


def segment(kind: int, content: bytes) -> bytes:
    """A piece of a JPEG."""
    return bytes([0xFF, kind]) + struct.pack(">H", len(content) + 2) + content


def jpeg_that_tells() -> bytes:
    """A JPEG in which every corner where something can be told holds MARK, a second picture behind it included."""
    plain = encoded(picture(), exif=exif().tobytes(), comment=MARK)
    more = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + MARK.encode())
    more += (
        b"\xff" + segment(0xEB, b"JP\x00\x01" + MARK.encode()) + segment(0xED, b"Photoshop 3.0\x00" + MARK.encode())
    )
    return plain[:2] + more + plain[2:] + jpeg_tail()


def jpeg_tail() -> bytes:
    """What some phones write behind the picture: another one."""
    return encoded(picture(8, 8), exif=exif().tobytes())


def stream(content: bytes, **entries: object) -> StreamObject:
    """A stream of a PDF with ``entries`` in its dictionary."""
    made = DecodedStreamObject()
    made.set_data(content)
    made.update({NameObject(f"/{name}"): value for name, value in entries.items()})
    return made


def photo_in_pdf(content: bytes, filters: list[str]) -> StreamObject:
    """A JPEG as a picture of a PDF; ``content`` is already packed by all ``filters``."""
    image = StreamObject()
    image._data = content
    names = ArrayObject([NameObject(name) for name in filters])
    image.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(60),
            NameObject("/Height"): NumberObject(40),
            NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): names[0] if len(names) == 1 else names,
        }
    )
    return image


def xmp(writer: PdfWriter) -> object:
    """A reference to a packet of metadata that says MARK."""
    kind = {"Type": NameObject("/Metadata"), "Subtype": NameObject("/XML")}
    return writer._add_object(stream(f"<x:xmpmeta>{MARK}</x:xmpmeta>".encode(), **kind))


def empty_pdf(pages: int = 1) -> bytes:
    """A PDF of empty pages."""
    writer, target = PdfWriter(), BytesIO()
    for _page in range(pages):
        writer.add_blank_page(width=200, height=200)
    writer.write(target)
    return target.getvalue()


def locked_pdf() -> bytes:
    """A PDF that asks a password."""
    writer, target = PdfWriter(), BytesIO()
    writer.add_blank_page(width=200, height=200)
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(target)
    return target.getvalue()


def pdf_that_tells(jpeg: bytes, filters: tuple[str, ...] = ("/DCTDecode",)) -> bytes:
    """A readable receipt with a photo, and all that may hide in a PDF."""
    writer, target = PdfWriter(), BytesIO()
    page = writer.add_blank_page(width=200, height=200)
    image = photo_in_pdf(jpeg, list(filters))
    image[NameObject("/Metadata")] = xmp(writer)  # type: ignore[assignment]
    private = DictionaryObject({NameObject("/Illustrator"): TextStringObject(MARK)})
    form = stream(b"q Q", Type=NameObject("/XObject"), Subtype=NameObject("/Form"), PieceInfo=private)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    page[NameObject("/Resources")] = DictionaryObject(
        {
            NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(fonts)}),
            NameObject("/XObject"): DictionaryObject(
                {NameObject("/Im1"): writer._add_object(image), NameObject("/Fm1"): writer._add_object(form)}
            ),
        }
    )
    page[NameObject("/Contents")] = writer._add_object(
        stream(b"BT /F1 12 Tf 20 150 Td (Bakker Jansen 12,50) Tj ET q 60 0 0 40 20 20 cm /Im1 Do Q /Fm1 Do")
    )
    _what_runs(writer, page)
    writer.add_metadata({"/Author": MARK, "/Title": MARK})
    writer._root_object[NameObject("/Metadata")] = xmp(writer)  # type: ignore[assignment]
    writer.add_attachment("geheim.txt", MARK.encode())
    writer.write(target)
    return target.getvalue()


def _what_runs(writer: PdfWriter, page: DictionaryObject) -> None:
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(f"app.alert('{MARK}')")}
    )
    reference = writer._add_object(script)
    writer._root_object[NameObject("/OpenAction")] = reference
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): reference})
    note = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): reference})
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


def unpacked(content: bytes) -> bytes:
    """All that a PDF holds: its objects, and what their streams unpack to."""
    reader = PdfReader(BytesIO(content))
    found = [content]
    for number in reader.xref[0]:
        held = reader.get_object(number)
        found.append(repr(held).encode())
        if isinstance(held, StreamObject):
            found.append(held._data)
            if held.get("/Subtype") != "/Image":
                found.append(held.get_data())
    return b"\n".join(found)


def upload(content: bytes, name: str = "bon.jpg") -> SimpleUploadedFile:
    """``content`` as a browser sends it."""
    return SimpleUploadedFile(name, content, "image/jpeg")
