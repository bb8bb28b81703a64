"""Photos for tests: small, of one colour, and of nobody unless said so."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from PIL import Image

from mixen.uploads import CleanFile
from participants.actions import add_photo, choose_photo
from participants.models import Photo


def jpeg(width: int = 8, height: int = 6, colour: str = "white") -> bytes:
    """A photo of one colour."""
    drawn = BytesIO()
    Image.new("RGB", (width, height), colour).save(drawn, "JPEG")
    return drawn.getvalue()


def photo_in_report(project: Any, mark: str, *, by: Any, people: Iterable[Any] = ()) -> Photo:
    """A photo chosen for the report, with ``mark`` as its texts; without ``people`` nobody can be recognised."""
    shown = list(people)
    photo = add_photo(
        project=project,
        file=CleanFile(jpeg(), "image/jpeg", "jpg"),
        alt=f"{mark} foto",
        caption=mark,
        people=shown,
        nobody_recognisable=not shown,
        by=by,
    )
    return choose_photo(photo=photo, in_report=True, by=by)
