"""The shape of what is typed about places, booklet and excursions."""

from excursions.forms.booklets import BookletForm
from excursions.forms.costs import BookCostsForm, PaidForm
from excursions.forms.excursions import ChangeExcursionForm, NewExcursionForm, SignupForm
from excursions.forms.places import ChangePlaceForm, NewPlaceForm

__all__ = [
    "BookCostsForm",
    "BookletForm",
    "ChangeExcursionForm",
    "ChangePlaceForm",
    "NewExcursionForm",
    "NewPlaceForm",
    "PaidForm",
    "SignupForm",
]
