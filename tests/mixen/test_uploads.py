"""Of what somebody sends, only the picture or the pages are kept; anything else is told in words, never a 500."""

import struct
import tracemalloc
import zlib
from io import BytesIO

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from mixen.uploads import LONGEST_EDGE, MOST_BYTES, UploadField, clean_document, clean_pdf, clean_photo
from tests.mixen import files

NO_PHOTO, NO_DOCUMENT = "Dit is geen foto die we kunnen lezen", "geen foto en geen PDF"


def opened(content):
    return Image.open(BytesIO(content))


def refused(cleaner, content):
    with pytest.raises(ValidationError) as refusal:
        cleaner(BytesIO(content))
    return " ".join(refusal.value.messages)


# Photos


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_of_a_photo_only_the_picture_is_kept(kind):
    content = files.encoded(files.picture(), kind, exif=files.exif().tobytes())
    assert dict(opened(content).getexif().get_ifd(files.GPS)), "or this test shows nothing"
    kept = clean_photo(BytesIO(content))
    assert (kept.media_type, kept.ending) == ("image/jpeg", "jpg")
    assert opened(kept.content).format == "JPEG"
    assert not opened(kept.content).getexif()
    assert files.MARK.encode() not in kept.content
    assert opened(kept.content).convert("RGB").getpixel((30, 20)) == pytest.approx((0, 128, 128), abs=4)


def test_every_corner_of_a_jpeg_is_left_behind():
    content = files.jpeg_that_tells()
    assert content.count(files.MARK.encode()) >= 5
    kept = clean_photo(BytesIO(content))
    assert files.MARK.encode() not in kept.content
    assert kept.sha256 != clean_photo(BytesIO(files.encoded(files.picture(colour="red")))).sha256


@pytest.mark.parametrize(("orientation", "corner"), [(1, (0, 0)), (3, (59, 39)), (6, (39, 0)), (8, (0, 59))])
def test_a_photo_is_upright(orientation, corner):
    image = files.picture(colour="white")
    image.paste("black", (0, 0, 12, 12))
    kept = opened(clean_photo(BytesIO(files.encoded(image, exif=files.exif(orientation).tobytes()))).content)
    assert kept.size == ((40, 60) if orientation > 4 else (60, 40))
    x, y = (min(max(place, 4), edge - 5) for place, edge in zip(corner, kept.size, strict=True))
    assert max(kept.getpixel((x, y))) < 40


@pytest.mark.parametrize(
    ("kind", "mode", "colour"),
    [
        ("PNG", "RGBA", (255, 0, 0, 0)),
        ("WEBP", "RGBA", (255, 0, 0, 0)),
        ("PNG", "LA", (0, 0)),
    ],
)
def test_what_is_transparent_becomes_white(kind, mode, colour):
    content = files.encoded(
        files.picture(mode=mode, colour=colour), kind, **({"exact": True} if kind == "WEBP" else {})
    )
    assert min(opened(clean_photo(BytesIO(content)).content).getpixel((5, 5))) > 250


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "P"), ("PNG", "1"), ("PNG", "L"), ("JPEG", "CMYK"), ("JPEG", "L")])
def test_every_usual_way_to_store_colours_is_read(kind, mode):
    kept = opened(clean_photo(BytesIO(files.encoded(files.picture().convert(mode), kind))).content)
    assert (kept.mode, kept.size) == ("RGB", (60, 40))


def test_a_large_photo_is_made_smaller_and_keeps_its_shape():
    kept = opened(clean_photo(BytesIO(files.encoded(files.picture(6000, 3000)))).content)
    assert kept.size == (LONGEST_EDGE, LONGEST_EDGE // 2)


def bomb(width, height):
    """A PNG that says it is very large; its pixels are not even there."""

    def chunk(kind, content):
        packed = kind + content
        return struct.pack(">I", len(content)) + packed + struct.pack(">I", zlib.crc32(packed))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00" * 99)) + chunk(b"IEND", b"")
    )


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("size", [(8000, 8000), (10_000, 10_000), (100_000, 100_000)])
def test_a_photo_that_would_unpack_too_large_is_refused_before_it_is_unpacked(size):
    tracemalloc.start()
    assert NO_PHOTO in refused(clean_photo, bomb(*size))
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


NO_PHOTOS = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "html": b"<!doctype html><script>alert(1)</script>",
    "gif": files.encoded(files.picture().convert("P"), "GIF"),
    "tiff": files.encoded(files.picture(), "TIFF"),
    "bmp": files.encoded(files.picture(), "BMP"),
    "zip": b"PK\x03\x04" + b"\x00" * 200,
    "text": b"Bakker, taart, 12,50",
    "one byte": b"\xff",
    "nothing": b"",
}


@pytest.mark.parametrize("name", NO_PHOTOS)
def test_what_is_no_photo_is_told_whatever_it_is_called(name):
    assert NO_PHOTO in refused(clean_photo, NO_PHOTOS[name])
    assert NO_DOCUMENT in refused(clean_document, NO_PHOTOS[name])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_that_did_not_arrive_whole_is_refused(kind):
    import weasyprint  # noqa: F401 - which lets half a photo pass in the whole process

    content = files.encoded(Image.effect_noise((200, 200), 60), kind)
    assert NO_PHOTO in refused(clean_photo, content[: len(content) // 2])


def test_where_a_photo_is_asked_a_pdf_is_none():
    assert NO_PHOTO in refused(clean_photo, files.empty_pdf())


# PDFs


@pytest.mark.parametrize("packed", [False, True])
def test_a_pdf_keeps_its_pages_and_nothing_that_runs_or_tells(packed):
    jpeg = files.jpeg_that_tells()
    image, filters = (zlib.compress(jpeg), ("/FlateDecode", "/DCTDecode")) if packed else (jpeg, ("/DCTDecode",))
    content = files.pdf_that_tells(image, filters)
    assert files.unpacked(content).count(files.MARK.encode()) >= 6
    kept = clean_document(BytesIO(content))
    assert (kept.media_type, kept.ending) == ("application/pdf", "pdf")
    inside = files.unpacked(kept.content)
    for gone in (files.MARK, "/JavaScript", "/JS", "/OpenAction", "/EmbeddedFile", "/AA", "/Annots", "/Metadata"):
        assert gone.encode() not in inside, gone
    reader = PdfReader(BytesIO(kept.content))
    assert not reader.metadata
    assert not reader.attachments
    assert "Bakker Jansen 12,50" in reader.pages[0].extract_text()
    assert reader.pages[0].images[0].image.getpixel((30, 20)) == pytest.approx((0, 128, 128), abs=4)


def test_a_pdf_of_twenty_pages_is_kept_and_of_one_more_is_not():
    assert len(PdfReader(BytesIO(clean_pdf(BytesIO(files.empty_pdf(20))).content)).pages) == 20
    assert "ten hoogste 20" in refused(clean_document, files.empty_pdf(21))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (files.locked_pdf(), "op slot met een wachtwoord"),
        (files.empty_pdf()[:200], "niet te lezen"),
        (b"%PDF-1.7\nBakker, taart, 12,50", "niet te lezen"),
        (b"%PDF-" + b"\x00" * 3000, "niet te lezen"),
        (files.pdf_that_tells(b"geen JPEG"), "niet te lezen"),
    ],
    ids=["locked", "half", "text", "empty", "no JPEG inside"],
)
def test_a_pdf_that_cannot_be_read_is_told(content, told):
    assert told in refused(clean_document, content)


def test_a_text_that_is_called_pdf_is_none():
    assert NO_DOCUMENT in refused(clean_document, b"Bakker, taart, 12,50")


# Whatever bytes


def never_more_than_a_refusal(content):
    for cleaner in (clean_document, clean_photo, clean_pdf):
        try:
            kept = cleaner(BytesIO(content))
        except ValidationError:
            continue
        assert kept.content
        assert files.MARK.encode() not in kept.content


@settings(max_examples=80, deadline=None)
@given(content=st.binary(max_size=400))
@example(b"%PDF-")
@example(b"\xff\xd8\xff")
@example(b"\x89PNG\r\n\x1a\n")
def test_bytes_of_any_kind_are_kept_or_refused(content):
    never_more_than_a_refusal(content)


SEEDS = [
    files.encoded(Image.effect_noise((60, 40), 60), "JPEG", exif=files.exif().tobytes()),
    files.encoded(Image.effect_noise((60, 40), 60), "PNG"),
    files.encoded(files.picture(mode="RGBA"), "WEBP"),
    files.pdf_that_tells(files.jpeg_that_tells()),
]
damage = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=8)), min_size=1, max_size=6)


@pytest.mark.filterwarnings("ignore")  # what a decoder warns about in a broken file is not ours to mend
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.sampled_from(SEEDS), damage=damage)
def test_a_damaged_file_is_kept_or_refused(seed, damage):
    for where, cut, instead in damage:
        place = int(where * len(seed))
        seed = seed[:place] + instead + seed[place + cut :]
    for cleaner in (clean_document, clean_photo, clean_pdf):
        try:
            cleaner(BytesIO(seed))
        except ValidationError:
            continue


# The field of a form


class BonForm(forms.Form):
    bon = UploadField(required=False)
    foto = UploadField(photo=True, required=False)


def form_with(**sent):
    return BonForm({}, sent)


def test_a_field_gives_the_cleaned_file_or_nothing():
    form = form_with(bon=files.upload(files.jpeg_that_tells()))
    assert form.is_valid()
    assert form.cleaned_data["foto"] is None
    assert files.MARK.encode() not in form.cleaned_data["bon"].content


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("bon", b"", "Dit bestand is leeg."),
        ("bon", NO_PHOTOS["html"], NO_DOCUMENT),
        ("foto", files.empty_pdf(), NO_PHOTO),
    ],
)
def test_a_field_tells_what_is_wrong(name, content, told):
    form = form_with(**{name: files.upload(content)})
    assert told in str(form.errors[name])


def test_a_file_of_forty_megabytes_is_refused_unread(tmp_path):
    megabytes = 40 * 1024 * 1024
    sent = TemporaryUploadedFile("bon.jpg", "image/jpeg", megabytes, None)
    sent.file.truncate(megabytes)
    tracemalloc.start()
    form = form_with(bon=sent)
    message = str(form.errors["bon"])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "te groot" in message
    assert "40" in message
    assert "10" in message
    assert most < 4_000_000
    assert sent.file.tell() == 0
    sent.close()


def test_the_largest_file_that_may_be_sent_is_looked_into():
    form = form_with(bon=files.upload(b"\x00" * MOST_BYTES))
    assert NO_DOCUMENT in str(form.errors["bon"])


def test_a_field_says_which_files_it_takes():
    fields = BonForm().fields
    assert "application/pdf" in fields["bon"].widget.attrs["accept"]
    assert "application/pdf" not in fields["foto"].widget.attrs["accept"]
