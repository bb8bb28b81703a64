"""The shape of what is typed about people. Each form takes the project it is about."""

from participants.forms.certificates import SignatoriesForm
from participants.forms.claims import ClaimForm, OwnClaimForm
from participants.forms.concerns import ConcernForm, MatchAgainForm, NamePeopleForm, StepForm
from participants.forms.deeds import AmbassadorForm, SignUpForm, StopForm
from participants.forms.evaluation import EvaluationForm
from participants.forms.evaluation_on_paper import EvaluationOnPaperForm
from participants.forms.own import MoodForm, OwnConcernForm, OwnDataForm, WishForm
from participants.forms.person import ChangeForm, PersonForm, RegisterForm
from participants.forms.photos import ChangePhotoForm, NewPhotoForm
from participants.forms.recruiting import AbsenceCallForm, CloseAnywayForm, CloseForm, ToldForm

__all__ = [
    "AbsenceCallForm",
    "AmbassadorForm",
    "ChangeForm",
    "ChangePhotoForm",
    "ClaimForm",
    "CloseAnywayForm",
    "CloseForm",
    "ConcernForm",
    "EvaluationForm",
    "EvaluationOnPaperForm",
    "MatchAgainForm",
    "MoodForm",
    "NamePeopleForm",
    "NewPhotoForm",
    "OwnClaimForm",
    "OwnConcernForm",
    "OwnDataForm",
    "PersonForm",
    "RegisterForm",
    "SignUpForm",
    "SignatoriesForm",
    "StepForm",
    "StopForm",
    "ToldForm",
    "WishForm",
]
