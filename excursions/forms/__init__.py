"""The shape of what is typed about places, booklet and excursions."""

from excursions.forms.booklets import BookletForm
from excursions.forms.excursions import ExcursionForm, SignupForm
from excursions.forms.places import ChangePlaceForm, NewPlaceForm

__all__ = ["BookletForm", "ChangePlaceForm", "ExcursionForm", "NewPlaceForm", "SignupForm"]
