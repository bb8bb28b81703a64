"""The shape of what is typed about people. Each form takes the project it is about."""

from participants.forms.deeds import AmbassadorForm, ClaimForm, SignUpForm, StopForm
from participants.forms.person import ChangeForm, PersonForm, RegisterForm

__all__ = ["AmbassadorForm", "ChangeForm", "ClaimForm", "PersonForm", "RegisterForm", "SignUpForm", "StopForm"]
