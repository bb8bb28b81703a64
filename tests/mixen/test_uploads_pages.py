"""Every address that takes a file: what is no photo or PDF is refused there; of what is one, nothing else is kept."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from pypdf import PdfWriter

from excursions.actions import plan_excursion, sign_up
from excursions.actions.costs import note_paid
from excursions.models import Place, Signup
from mixen.uploads import MOST_BYTES, UploadField
from participants.models import Photo
from projects.models import BudgetLine, Meeting, MeetingFile, Receipt
from tests.architecture.test_two_people import labels, our_forms
from tests.conftest import NOW, Cast
from tests.mixen import files
from tests.mixen.test_uploads import NO_DOCUMENT, NO_PHOTO, NO_PHOTOS, bomb
from tests.projects.money import book, line_of

NAME = "../../Ans Proefpersoon <b>.html"
"""A file is called whatever somebody likes; nothing of it may be left."""


@dataclass
class Door:
    """An address that takes a file in ``field``, with what else is to be sent, and where it is given out again."""

    path: str
    field: str
    data: dict[str, Any]
    given_out: Callable[[], str]
    photo: bool = False


def url(cast: Cast, name: str, *args: Any) -> str:
    return reverse(name, args=[cast.project.slug, *args])


def closing(cast: Cast) -> Meeting:
    return Meeting.objects.get(project=cast.project, kind="closing")


def receipt_of(cast: Cast) -> str:
    return url(cast, "projects:receipt", Receipt.objects.get().pk)


def expense(cast: Cast) -> Door:
    data = {"line": line_of(cast.project).pk, "amount": "12,50", "spent_on": "12-3-2027", "payee": "Bakker"}
    return Door(url(cast, "projects:expense_new"), "receipt", data, lambda: receipt_of(cast))


def receipt_later(cast: Cast) -> Door:
    row = book(line_of(cast.project))
    return Door(url(cast, "projects:receipt_add", row.pk), "receipt", {}, lambda: receipt_of(cast))


def costs(cast: Cast) -> Door:
    facts = {"name": "Rondvaart", "starts_at": NOW + timedelta(days=21), "meeting_point": "Halte", "capacity": 4}
    trip = plan_excursion(project=cast.project, by=cast.leader, **facts)
    sign_up(excursion=trip, people=[cast.ans], by=cast.leader)
    note_paid(excursion=trip, amounts={Signup.objects.get().pk: 8}, by=cast.leader)
    line = BudgetLine.objects.filter(group__project=cast.project).order_by("pk")[0]
    data = {"amount": "8,00", "line": line.pk, "payee": "Rederij", "spent_on": "12-3-2027"}
    return Door(url(cast, "excursions:book", trip.pk), "receipt", data, lambda: receipt_of(cast))


def minutes(cast: Cast) -> Door:
    meeting = closing(cast).pk
    return Door(
        url(cast, "projects:meeting_file_new", meeting),
        "file",
        {"title": "De flap"},
        lambda: url(cast, "projects:meeting_file", meeting, MeetingFile.objects.get().pk),
    )


def photo_of_project(cast: Cast) -> Door:
    data = {"alt": "Een tafel met eten", "nobody_recognisable": "on"}
    return Door(
        url(cast, "participants:photo_new"),
        "file",
        data,
        lambda: url(cast, "participants:photo_file", Photo.objects.get().pk),
        photo=True,
    )


def photo_of_meeting(cast: Cast) -> Door:
    door = photo_of_project(cast)
    door.path = url(cast, "participants:meeting_photo_new", closing(cast).pk)
    return door


PLACE = {"name": "Molen", "section": "home", "price": "0", "stadspas_price": "0"}
PLACE |= {"picture_alt": "Een molen", "picture_rights": "Mozeshuis"}


def place(cast: Cast) -> Door:
    return Door(
        url(cast, "excursions:place_new"),
        "picture",
        PLACE,
        lambda: url(cast, "excursions:place_picture", Place.objects.get().pk),
        photo=True,
    )


def place_again(cast: Cast) -> Door:
    row = Place.objects.create(name="Molen", section="home", district=cast.project.district)
    door = place(cast)
    door.path = url(cast, "excursions:place", row.pk)
    return door


DOORS = [expense, receipt_later, costs, minutes, photo_of_project, photo_of_meeting, place, place_again]
FORMS = {
    "projects.ExpenseForm", "projects.ReceiptForm", "projects.MeetingFileForm", "excursions.BookCostsForm",
    "participants.NewPhotoForm", "excursions.PlaceForm", "excursions.NewPlaceForm", "excursions.ChangePlaceForm",
}  # fmt: skip


def pdf_bomb() -> bytes:
    """A PDF of a hundred kilobytes with a photo in it that unpacks to ninety megabytes."""
    writer, target = PdfWriter(), BytesIO()
    page = writer.add_blank_page(width=200, height=200)
    packed = zlib.compress(b"\xff\xd8" + b"\x00" * 90_000_000)
    page_photo = writer._add_object(files.photo_in_pdf(packed, ["/FlateDecode", "/DCTDecode"]))
    page[files.NameObject("/Contents")] = page_photo
    writer.write(target)
    return target.getvalue()


def png_with_a_page_behind_it() -> bytes:
    """A photo that a browser may also take for a page."""
    return files.encoded(files.picture(), "PNG") + b"<html><script>alert('" + files.MARK.encode() + b"')</script>"


REFUSED = {
    **{name: content for name, content in NO_PHOTOS.items() if name != "nothing"},
    "svg that says xml": b'<?xml version="1.0"?>' + NO_PHOTOS["svg"],
    "page that begins as a gif": b"GIF89a/*" + NO_PHOTOS["html"] + b"*/",
    "program": b"\x7fELF\x02\x01\x01" + b"\x00" * 400,
    "photo that unpacks too large": bomb(10_000, 10_000),
}
REFUSED_PDF = {"locked": files.locked_pdf(), "too long": files.empty_pdf(21), "half": files.empty_pdf()[:120]}


def sent(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(NAME, content, "image/jpeg")


def stored() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("door", DOORS, ids=lambda one: one.__name__)
def test_what_is_no_photo_or_pdf_is_refused_and_nothing_is_stored(
    door: Callable[[Cast], Door], cast: Cast, as_user: Any
) -> None:
    it, client = door(cast), as_user(cast.coordinator)
    wrong = {
        **REFUSED,
        **({"a pdf": files.empty_pdf()} if it.photo else REFUSED_PDF),
        "large": b"\xff" * (MOST_BYTES + 1),
    }
    for name, content in wrong.items():
        answer = client.post(it.path, {**it.data, it.field: sent(content)})
        html = unescape(answer.content.decode())
        assert answer.status_code == 422, name
        assert any(words in html for words in _said_of(name, photo=it.photo)), name
        assert "<b>.html" not in html
    assert stored() == []


def _said_of(name: str, *, photo: bool) -> list[str]:
    """What the page says of a file that is wrong in this way."""
    told = {"locked": "op slot", "too long": "te veel bladzijden", "half": "niet te lezen", "large": "te groot"}
    return [told.get(name, NO_PHOTO if photo else NO_DOCUMENT)]


@pytest.mark.parametrize("door", DOORS, ids=lambda one: one.__name__)
def test_of_a_photo_only_the_picture_is_kept_and_given_out_as_a_picture(
    door: Callable[[Cast], Door], cast: Cast, as_user: Any
) -> None:
    it, client = door(cast), as_user(cast.coordinator)
    assert client.post(it.path, {**it.data, it.field: sent(files.jpeg_that_tells())}).status_code == 302
    (kept,) = stored()
    assert files.MARK.encode() not in kept.read_bytes()
    assert not Image.open(BytesIO(kept.read_bytes())).getexif()
    assert kept.suffix == ".jpg"
    assert "ans" not in str(kept.relative_to(settings.MEDIA_ROOT)).lower()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert Path(settings.MEDIA_ROOT) in kept.parents
    answer = client.get(it.given_out())
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert _is_given_out_safely(answer.headers)
    assert answer.content == kept.read_bytes()
    assert client.get("/media/" + str(kept.relative_to(settings.MEDIA_ROOT))).status_code == 404


def _is_given_out_safely(headers: Any) -> bool:
    """Nobody guesses another type, the name is ours, and what would run in it has no right to anything."""
    return (
        headers["X-Content-Type-Options"] == "nosniff"
        and "filename=" in headers["Content-Disposition"]
        and "Ans" not in headers["Content-Disposition"]
        and "unsafe" not in headers["Content-Security-Policy"]
        and "no-store" in headers["Cache-Control"]
    )


@pytest.mark.parametrize("door", [expense, photo_of_project], ids=lambda one: one.__name__)
def test_a_page_behind_a_photo_is_left_behind(door: Callable[[Cast], Door], cast: Cast, as_user: Any) -> None:
    it, client = door(cast), as_user(cast.coordinator)
    assert client.post(it.path, {**it.data, it.field: sent(png_with_a_page_behind_it())}).status_code == 302
    (kept,) = stored()
    assert b"<script" not in kept.read_bytes()
    assert Image.open(BytesIO(kept.read_bytes())).format == "JPEG"


@pytest.mark.parametrize("door", DOORS[:4], ids=lambda one: one.__name__)
def test_a_pdf_loses_what_runs_and_tells(door: Callable[[Cast], Door], cast: Cast, as_user: Any) -> None:
    it, client = door(cast), as_user(cast.coordinator)
    content = files.pdf_that_tells(files.jpeg_that_tells())
    assert client.post(it.path, {**it.data, it.field: sent(content)}).status_code == 302
    (kept,) = stored()
    assert kept.suffix == ".pdf"
    everything = files.unpacked(kept.read_bytes())
    assert files.MARK.encode() not in everything
    assert b"JavaScript" not in everything
    answer = client.get(it.given_out())
    assert answer.headers["Content-Type"] == "application/pdf"
    assert _is_given_out_safely(answer.headers)


def test_a_pdf_that_unpacks_too_large_is_refused(cast: Cast, as_user: Any) -> None:
    it = minutes(cast)
    assert len(pdf_bomb()) < 200_000
    answer = as_user(cast.leader).post(it.path, {**it.data, it.field: sent(pdf_bomb())})
    assert answer.status_code == 422
    assert "niet te lezen" in answer.content.decode()
    assert stored() == []


@pytest.mark.parametrize("name", [*REFUSED, "a pdf", "a photo"])
def test_a_class_list_that_is_no_list_is_refused_and_never_kept(name: str, cast: Cast, as_user: Any) -> None:
    """The one file that is read and forgotten: a sheet or a text, never stored."""
    content = {**REFUSED, "a pdf": files.empty_pdf(), "a photo": files.encoded(files.picture())}[name]
    data = {"side": "new", "channel": "school", "everybody_agrees": "on", "file": sent(content)}
    answer = as_user(cast.leader).post(url(cast, "participants:class_list"), data)
    assert answer.status_code == 422
    assert "<b>.html" not in answer.content.decode()
    assert stored() == []


def test_a_file_that_is_lost_is_not_there(cast: Cast, as_user: Any) -> None:
    """After a restore without files: a page says 404, and nothing breaks."""
    it, client = expense(cast), as_user(cast.coordinator)
    client.post(it.path, {**it.data, it.field: sent(files.encoded(files.picture()))})
    default_storage.delete(Receipt.objects.get().file.name)
    assert client.get(it.given_out()).status_code == 404


def test_every_form_that_takes_a_file_is_tried_here() -> None:
    """A new one comes in through ``UploadField`` and stands in the list above; a class list is read, not kept."""
    takes = {each: fields for each in our_forms() if (fields := _file_fields(each))}
    assert labels(takes) == FORMS | {"participants.UploadForm"}
    others = [one for fields in takes.values() for one in fields if not isinstance(one, UploadField)]
    assert len(others) == 1


def _file_fields(form: Any) -> list[forms.FileField]:
    return [one for one in form.base_fields.values() if isinstance(one, forms.FileField)]
