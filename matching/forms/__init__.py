"""The shape of what is typed about couples and the mix meeting. Each form takes the project it is about."""

from matching.forms.card import LineForm
from matching.forms.couples import AppointmentForm, CallForm, CoupleForm, EndForm, JoinForm, OutingForm
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
    "HelperForm",
    "JoinForm",
    "LineForm",
    "NextForm",
    "OfferForm",
    "OutingForm",
    "OwnOutingForm",
    "SetUpForm",
    "SlipForm",
    "WalkInForm",
    "WeightsForm",
]
