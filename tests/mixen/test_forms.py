"""What every form shares: refusals stand at their field, and nothing is done with input that is wrong."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.db import IntegrityError
from django.test import RequestFactory

from mixen.errors import DomainError
from mixen.fields import DateField, MoneyField
from mixen.forms import EditForm, OurForm, ReasonForm, press


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


class ChangeForm(EditForm):
    kind = forms.ChoiceField(choices=[("tea", "Thee"), ("soup", "Soep")], required=False)
    days = forms.MultipleChoiceField(choices=[("sat", "zaterdag"), ("sun", "zondag")], required=False)
    price = MoneyField(required=False, zero=True)
    on = DateField(required=False)
    ready = forms.BooleanField(required=False)


TYPED = {"kind": "tea", "days": ["sat"], "price": "12,5", "on": "12-3-2027", "ready": "on"}
HELD = {"kind": "tea", "days": ["sat"], "price": Decimal("12.50"), "on": date(2027, 3, 12), "ready": True}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ({"kind": "soup"}, "Soep"),
        ({"kind": ""}, "niets"),
        ({"days": ["sun", "sat"]}, "zaterdag, zondag"),
        ({"price": Decimal(0)}, "0,00"),
        ({"price": None}, "niets"),
        ({"on": date(2027, 6, 8)}, "di 8 jun 2027"),
        ({"ready": False}, "Nee"),
    ],
)
def test_what_somebody_else_wrote_reads_as_on_the_page(now, told):
    seen = ChangeForm(None, HELD).stamp()
    form = ChangeForm({**TYPED, "seen": seen}, {**HELD, **now})
    assert form.carry_out(lambda: True) is None
    assert form.errors == {
        "__all__": [
            "Iemand anders heeft dit intussen veranderd. Kijk wat er nu staat, en sla het op als het goed is."
        ],
        next(iter(now)): [f"Nu staat er: {told}"],
    }
    assert form.above.startswith("Iemand anders heeft dit")
    assert ChangeForm({**TYPED, "seen": form.data["seen"]}, {**HELD, **now}).carry_out(lambda: True)


def test_what_was_typed_exactly_so_by_somebody_else_is_no_quarrel():
    seen = ChangeForm(None, {**HELD, "kind": "soup"}).stamp()
    assert ChangeForm({**TYPED, "seen": seen}, HELD).carry_out(lambda: True)
    assert ChangeForm(None, HELD).above == ""
