"""Files that are no list, are too large, or mean harm: a calm message, never a stumble, and nothing heavy."""

import io
import random
import struct
import time
import zipfile
from contextlib import suppress

import pytest
from openpyxl import DEFUSEDXML
from openpyxl.workbook.defined_name import DefinedName

from participants.class_list.table import Unreadable
from tests.participants.class_list.files import people, repacked, text, workbook

GOOD = workbook(["Naam", "Telefoon"], ["Yara", "0612345678"])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
SHEET = "xl/worksheets/sheet1.xml"
DOCTYPE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def with_sheet(change):
    return repacked(GOOD, lambda name, data: change(data) if name == SHEET else data)


def with_entity(doctype, use):
    def change(data):
        body = data.partition(b"?>")[2] if data.startswith(b"<?xml") else data
        return doctype + body.replace(b"<sheetData>", b"<sheetData><row r='9'><c><v>" + use + b"</v></c></row>")

    return with_sheet(change)


def lying(content):
    """The same archive, in which every size in the directory says 100 bytes."""
    data, at = bytearray(content), 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", 100)
        at += 4
    return bytes(data)


def archive(**parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), data)
    return target.getvalue()


def password(content):
    """An archive whose parts say that they are locked."""
    data = bytearray(content)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = 0
        while (at := data.find(mark, at)) >= 0:
            data[at + offset] |= 1
            at += 4
    return bytes(data)


BOMB = repacked(GOOD, extra={"xl/sharedStrings2.xml": b"<a>" + b" " * 40_000_000})
REFUSED = {
    "nothing": (b"", "Dit bestand is leeg."),
    "only separators": (b";;;\r\n;;;\r\n", "Dit bestand is leeg."),
    "nulls": (b"\x00" * 100, "Dit bestand is leeg."),
    "too large": (b"Naam\n" + b"x" * 2 * 1024 * 1024, "Dit bestand is te groot."),
    "pdf renamed": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "Dit is een PDF."),
    "old excel": (OLE, "(.xls)"),
    "with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "heeft een wachtwoord"),
    "web page called xls": (b"<html><table><tr><td>Naam</td></tr></table></html>", "Dit is een webpagina"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "Dit is een foto."),
    "photo": (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "Dit is een foto."),
    "opendocument": (archive(mimetype="application/vnd.oasis", content_xml="<x/>"), "OpenDocument"),
    "binary workbook": (archive(xl__workbook_bin="x"), "(.xlsb)"),
    "word": (archive(word__document_xml="<x/>"), "Word-bestand"),
    "some archive": (archive(a_xml="<x/>"), "kunnen we niet lezen"),
    "empty archive": (b"PK\x05\x06" + b"\x00" * 18, "kunnen we niet lezen"),
    "half an archive": (GOOD[: len(GOOD) // 2], "kunnen we niet lezen"),
    "two letters": (b"PK", "kunnen we niet lezen"),
    "locked parts": (password(GOOD), "kunnen we niet lezen"),
    "zip bomb": (BOMB, "uitgepakt te groot"),
    "zip bomb that lies of its size": (lying(BOMB), "kunnen we niet lezen"),
    "many parts": (repacked(GOOD, extra={f"xl/x{n}.xml": b"<a/>" for n in range(400)}), "uitgepakt te groot"),
    "entities that grow": (with_entity(DOCTYPE, b"&c;"), "kunnen we niet lezen"),
    "entity from outside": (with_entity(OUTSIDE, b"&a;"), "kunnen we niet lezen"),
    "broken xml": (with_sheet(lambda data: data[:-40]), "kunnen we niet lezen"),
    "no sheet": (repacked(GOOD, lambda name, data: None if name == SHEET else data), "staat niets"),
    "deep xml": (with_sheet(lambda data: b"<a>" * 200_000), "kunnen we niet lezen"),
    "a row far below": (
        with_sheet(lambda data: data.replace(b'<row r="2"', b'<row r="1048576"').replace(b'"A2"', b'"A1048576"')),
        "te veel rijen",
    ),
    "empty workbook": (workbook(), "In dit bestand staat niets."),
    "no header": (text("Yara;0612345678", "Tesfay;0687654321"), "geen rij met kopjes"),
    "header without a name": (text("Telefoon;E-mail", "0612345678;y@example.org"), "geen rij met kopjes"),
    "nobody": (text("Naam;Telefoon"), "Onder de kopjes staat niemand."),
    "binary rubbish": (bytes(range(256)) * 20, "kunnen we niet lezen"),
    "no utf-16": (b"\xff\xfeN", "kunnen we niet lezen"),
    "501 people": (text("Naam", *[f"Naam {chr(97 + n % 26)}" for n in range(501)]), "te veel rijen"),
    "a great many": (text("Naam", *["Yara"] * 5000), "te veel rijen"),
    "41 columns": (text("Naam;" + ";".join(f"k{n}" for n in range(41)), "Yara"), "te veel kolommen"),
    "one endless cell": (text("Naam", '"' + "x" * 200_000 + '"'), "veel te lang"),
    "nothing but commas": (b"," * 1_900_000 + b"\nx", "een cel is veel te lang"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_is_refused_in_plain_words(name):
    content, told = REFUSED[name]
    begin = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        people(content)
    assert told in refused.value.message
    assert refused.value.field == "file"
    assert time.monotonic() - begin < 20


def test_what_unpacks_is_counted_whatever_the_archive_says(monkeypatch):
    monkeypatch.setattr("participants.class_list.spreadsheet._pieces", lambda *_any: iter([b"x" * 65536] * 1000))
    with pytest.raises(Unreadable) as refused:
        people(GOOD)
    assert "uitgepakt te groot" in refused.value.message


def test_no_file_is_read_without_defusedxml(monkeypatch):
    assert DEFUSEDXML
    monkeypatch.setattr("participants.class_list.spreadsheet.DEFUSEDXML", False)
    with pytest.raises(RuntimeError):
        people(GOOD)


TAKEN = {
    "macros": repacked(GOOD, extra={"xl/vbaProject.bin": b"evil"}),
    "links to other files": repacked(GOOD, extra={"xl/externalLinks/externalLink1.xml": b"<not even xml"}),
    "pictures": repacked(GOOD, extra={"xl/media/image1.png": b"x" * 1000, "xl/drawings/drawing1.xml": b"<broken"}),
    "a heavy picture": repacked(GOOD, extra={"xl/media/image1.png": b"\x00" * 30_000_000}),
    "a size that is wrong": with_sheet(lambda data: data.replace(b'ref="A1:B2"', b'ref="A1"')),
    "a name for a command": workbook(
        ["Naam", "Telefoon"],
        ["Yara", "0612345678"],
        more=lambda book: book.defined_names.add(DefinedName("Auto_Open", attr_text="Blad1!$A$1")),
    ),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_else_is_in_a_workbook_is_left_alone(name):
    [line] = people(TAKEN[name]).lines
    assert (line.values["name"], line.values["phone"]) == ("Yara", "0612345678")


def test_a_formula_is_what_it_came_to():
    content = workbook(["Naam", "Telefoon"], ["Yara", '=CONCATENATE("06","12345678")'])
    [line] = people(content).lines
    assert line.values["phone"] == ""  # never worked out, so nothing is known
    content = repacked(
        content,
        lambda name, data: (
            data.replace(b"<v></v>", b"<v>0612345678</v>").replace(b"<v />", b"<v>0612345678</v>")
            if name == SHEET
            else data
        ),
    )
    [line] = people(content).lines
    assert line.values["phone"] == "0612345678"


def test_whatever_bytes_come_in_are_a_list_or_a_refusal():
    rng = random.Random(7)
    seeds = [GOOD, text("Naam;Telefoon;E-mail", "Yara;0612345678;y@example.org"), OLE, BOMB[:5000]]
    for _number in range(150):
        data = bytearray(rng.choice(seeds))
        for _change in range(rng.randint(1, 12)):
            at = rng.randrange(len(data))
            data[at : at + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 4))
        with suppress(Unreadable):
            people(bytes(data))


@pytest.mark.parametrize(
    "name",
    [
        "=CMD|' /C calc'!A0",
        "<script>alert(1)</script>",
        "Robert'); DROP TABLE",
        "\u202eYara",
        "../../etc/passwd",
        "{{ 7*7 }}",
    ],
)
def test_hostile_text_is_text(name):
    [line] = people(text("Naam", f'"{name}"')).lines
    assert line.values["name"] == name
