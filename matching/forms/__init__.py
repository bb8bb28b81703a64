"""The shape of what is typed about couples and the mix meeting. Each form takes the project it is about."""

from matching.forms.calls import CallForm, HandledForm, HandOverForm
from matching.forms.card import LineForm
from matching.forms.couples import AppointmentForm, CoupleForm, EndForm, JoinForm, OutingForm
from matching.forms.going_on import PauseForm, ResumeForm, SeparateForm
from matching.forms.mix import (
    ApartForm,
    HandForm,
    HelperForm,
    OfferForm,
    SetUpForm,
    SlipForm,
    WalkInForm,
    WeightsForm,
)
from matching.forms.own import NextForm, OwnOutingForm

__all__ = [
    "ApartForm",
    "AppointmentForm",
    "CallForm",
    "CoupleForm",
    "EndForm",
    "HandForm",
    "HandOverForm",
    "HandledForm",
    "HelperForm",
    "JoinForm",
    "LineForm",
    "NextForm",
    "OfferForm",
    "OutingForm",
    "OwnOutingForm",
    "PauseForm",
    "ResumeForm",
    "SeparateForm",
    "SetUpForm",
    "SlipForm",
    "WalkInForm",
    "WeightsForm",
]
