"""The shape of what is told about a photo: what is on it, and who."""

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import ManyChoice, TextLine
from mixen.forms import EditForm, OurForm
from mixen.uploads import UploadField
from participants.models import Participant, Photo
from participants.models.photo import who_agreed_to_photos
from projects.models import Project

WHO_OR_NOBODY = _("Kies wie er op de foto staan, of kruis aan dat niemand te herkennen is.")


class People(ManyChoice):
    """Participants by name; only who agreed to photos is offered."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.person.name)


class AboutPhoto(OurForm):
    """What is on a photo, and who: either people by name, or nobody who can be recognised."""

    alt = TextLine(
        label=_("Wat is er te zien?"),
        help_text=_("Voor wie de foto niet kan zien. Bijvoorbeeld: vier mensen aan een lange tafel met eten."),
    )
    caption = TextLine(label=_("Bijschrift in het verslag"), required=False)
    people = People(
        Participant.objects.none(),
        label=_("Wie staan erop?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Alleen wie toestemming gaf voor foto's staat in deze lijst."),
    )
    nobody_recognisable = forms.BooleanField(label=_("Niemand op de foto is te herkennen"), required=False)

    def offer(self, project: Project) -> None:
        """Offer the participants of ``project`` who agreed to photos."""
        found = who_agreed_to_photos(project).select_related("person").in_order_of_name()  # type: ignore[attr-defined]
        self.fields["people"].queryset = found  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if "people" in data and bool(data["people"]) == bool(data.get("nobody_recognisable")):
            self.add_error("people", WHO_OR_NOBODY)
        return data

    def layout(self) -> Layout:
        first = [name for name in ("seen", "file") if name in self.fields]
        return Layout(*first, "alt", "caption", Div("people", css_class="choices--scroll mb-3"), "nobody_recognisable")


class NewPhotoForm(AboutPhoto):
    """A photo from a phone or a camera."""

    file = UploadField(photo=True, label=_("Foto"), help_text=_("JPG, PNG of WebP, ten hoogste 10 MB."))

    def __init__(self, project: Project, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.offer(project)


class ChangePhotoForm(AboutPhoto, EditForm):
    """What is told about a photo that is there."""

    def __init__(self, photo: Photo, data: Any = None) -> None:
        current = {name: getattr(photo, name) for name in ("alt", "caption", "nobody_recognisable")}
        super().__init__(data, {**current, "people": list(photo.people.select_related("person"))})
        self.offer(photo.project)
