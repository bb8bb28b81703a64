"""The shape of what is typed about places, booklet and excursions."""

from excursions.forms.booklets import BookletForm
from excursions.forms.excursions import ExcursionForm, SignupForm
from excursions.forms.places import ChangePlaceForm, NewPlaceForm
from excursions.forms.strips import UseStripForm

__all__ = ["BookletForm", "ChangePlaceForm", "ExcursionForm", "NewPlaceForm", "SignupForm", "UseStripForm"]
