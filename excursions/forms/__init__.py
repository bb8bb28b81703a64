"""The shape of what is typed about places, booklet and excursions."""

from excursions.forms.booklets import BookletForm
from excursions.forms.costs import BookCostsForm, PaidForm
from excursions.forms.excursions import ChangeExcursionForm, NewExcursionForm, SignupForm
from excursions.forms.own import OwnVisitForm
from excursions.forms.places import ChangePlaceForm, NewPlaceForm
from excursions.forms.strips import UseStripForm
from excursions.forms.visits import ArrangeVisitForm, AskVisitForm

__all__ = [
    "ArrangeVisitForm",
    "AskVisitForm",
    "BookCostsForm",
    "BookletForm",
    "ChangeExcursionForm",
    "ChangePlaceForm",
    "NewExcursionForm",
    "NewPlaceForm",
    "OwnVisitForm",
    "PaidForm",
    "SignupForm",
    "UseStripForm",
]
