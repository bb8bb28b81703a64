"""The photos of a project for the end report: those that were chosen, and whose people still agree."""

from collections.abc import Callable
from io import BytesIO

from django.urls import reverse
from django.utils.translation import gettext as _
from PIL import Image

from mixen.errors import DomainError
from participants.models import Photo
from projects.models import Project
from projects.report import Photos, ReportPhoto

PRINTED_EDGE = 1200  # pixels: sharp at half the width of a page


def album(project: Project) -> Photos:
    """What the report may show of ``project``, and how many photos are blocked."""
    chosen = Photo.objects.filter(project=project)
    shown = [
        ReportPhoto(
            reverse("participants:photo_file", args=[project.slug, photo.pk]), _reader(photo), photo.caption, photo.alt
        )
        for photo in chosen.for_report()
    ]
    return Photos(shown, chosen.blocked().count())


def _reader(photo: Photo) -> Callable[[], bytes]:
    return lambda: smaller(photo)


def smaller(photo: Photo) -> bytes:
    """The photo as a JPEG of the size it is printed at.

    Raises DomainError when its file is gone or damaged: a report without a photo that was chosen is not what somebody
    looked at and froze.
    """
    try:
        with photo.file.open("rb") as source, Image.open(source) as picture:
            picture.thumbnail((PRINTED_EDGE, PRINTED_EDGE))
            target = BytesIO()
            picture.convert("RGB").save(target, "JPEG", quality=82, optimize=True)
    except OSError as error:
        raise DomainError(
            _("De foto '%(photo)s' kan niet gelezen worden. Haal die foto weg, of zet hem opnieuw in het project.")
            % {"photo": photo.caption or photo.alt}
        ) from error
    return target.getvalue()
