"""What every form shares: refusals stand at their field, and nothing is done with input that is wrong."""

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.db import IntegrityError
from django.test import RequestFactory

from mixen.errors import DomainError
from mixen.forms import OurForm, ReasonForm, press


class SampleForm(OurForm):
    name = forms.CharField(label="Naam")
    note = forms.CharField(label="Notitie", required=False)


def refuse(**where):
    def deed():
        raise DomainError("Dat mag niet.", **where)

    return deed


def too_late():
    raise IntegrityError("UNIQUE constraint failed: a.b")


def test_a_deed_with_good_input_is_done():
    assert SampleForm({"name": "Ans"}).carry_out(lambda: "gedaan") == "gedaan"


def test_a_deed_with_bad_input_is_not_done():
    done = []
    assert SampleForm({"name": ""}).carry_out(lambda: done.append(1)) is None
    assert done == []


@pytest.mark.parametrize(
    ("deed", "where", "told"),
    [
        (refuse(field="name"), "name", "Dat mag niet."),
        (refuse(), "__all__", "Dat mag niet."),
        (refuse(field="bestaat-niet"), "__all__", "Dat mag niet."),
        (
            too_late,
            "__all__",
            "Iemand anders was net eerder. Kijk hoe het nu staat en probeer het dan nog een keer.",
        ),
    ],
)
def test_a_refusal_stands_at_its_field_or_above_the_form(deed, where, told):
    form = SampleForm({"name": "Ans"})
    assert form.carry_out(deed) is None
    assert form.errors == {where: [told]}
    assert "Ans" in str(form["name"])


def test_what_may_be_left_empty_says_so():
    form = SampleForm()
    assert form.fields["note"].label == "Notitie (mag leeg)"
    assert form.fields["name"].label == "Naam"


@pytest.mark.parametrize(
    ("typed", "good"), [("Verhuisd", True), ("", False), ("   ", False), ("x" * 301, False), ("a\u202eb", False)]
)
def test_a_reason_is_a_line_of_text(typed, good):
    assert ReasonForm({"reason": typed}).is_valid() is good


@pytest.mark.parametrize(
    ("deed", "worked", "level", "told"),
    [
        (lambda: None, True, "success", "Klaar."),
        (refuse(), False, "error", "Dat mag niet."),
        (too_late, False, "error", "Iemand anders was net eerder"),
    ],
)
def test_a_button_says_what_happened(deed, worked, level, told):
    request = RequestFactory().post("/")
    request.session = {}
    request._messages = FallbackStorage(request)
    assert press(request, deed, "Klaar.") is worked
    (message,) = get_messages(request)
    assert message.level_tag == level
    assert told in message.message
