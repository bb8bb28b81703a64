"""Files as they come in: made here, so that each says in one line what is odd about it."""

import io
import zipfile

from openpyxl import Workbook

from participants.class_list.reading import read
from participants.class_list.rows import class_list_of

LANGUAGES = {
    "arabisch": 1, "ar": 1, "engels": 2, "en": 2, "frans": 3, "fr": 3, "perzischfarsi": 4, "fa": 4, "perzisch": 4,
    "tigrinya": 5, "ti": 5, "oekraiens": 6, "uk": 6, "turks": 7, "tr": 7, "dari": 8, "prs": 8,
    "darijamarokkaansarabisch": 9, "ary": 9, "koerdisch": 10, "ku": 10, "soranikoerdisch": 11, "ckb": 11,
}  # fmt: skip
THIS_YEAR = 2027


def text(*lines, encoding="utf-8", end="\n"):
    """A CSV file of these lines."""
    return end.join(lines).encode(encoding) + end.encode("ascii")


def workbook(*rows, title="Blad1", more=None):
    """An XLSX file with these rows; ``more`` may change the workbook before it is saved."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    if more:
        more(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def repacked(content, change=None, extra=None, compression=zipfile.ZIP_DEFLATED):
    """The same workbook with ``change`` done to its parts (name, bytes) and ``extra`` parts added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", compression) as new:
        for name in old.namelist():
            data = old.read(name)
            data = change(name, data) if change else data
            if data is not None:
                new.writestr(name, data)
        for name, data in (extra or {}).items():
            new.writestr(name, data)
    return target.getvalue()


def people(content):
    """What is read of a file: the list itself."""
    return class_list_of(read(content), languages=LANGUAGES, this_year=THIS_YEAR)
