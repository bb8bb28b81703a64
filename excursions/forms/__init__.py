"""The shape of what is typed about places, booklet and excursions."""

from excursions.forms.booklets import BookletForm
from excursions.forms.excursions import ExcursionForm, SignupForm
from excursions.forms.own import OwnVisitForm
from excursions.forms.places import ChangePlaceForm, NewPlaceForm
from excursions.forms.strips import UseStripForm
from excursions.forms.visits import ArrangeVisitForm, AskVisitForm

__all__ = [
    "ArrangeVisitForm",
    "AskVisitForm",
    "BookletForm",
    "ChangePlaceForm",
    "ExcursionForm",
    "NewPlaceForm",
    "OwnVisitForm",
    "SignupForm",
    "UseStripForm",
]
