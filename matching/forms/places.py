"""Choosing a place when a meeting is noted: the same in every form that notes one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from matching.places import Groups

LONGEST = 200  # what an outing holds
NOT_CHOSEN = _("Kies uit het boekje")


def offer_places(form: forms.Form, groups: Groups, none: Any = NOT_CHOSEN) -> None:
    """Fill the field ``place`` of ``form``; where there is nothing to choose from, the field is not there.

    ``none`` stands there until something is chosen.
    """
    if not groups:
        del form.fields["place"]
        return
    form.fields["place"].choices = [  # type: ignore[attr-defined]
        ("", none),
        *((title, [(one.key, one.label) for one in group]) for title, group in groups),
    ]


def what_was_done(data: dict[str, Any], groups: Groups) -> str:
    """The name of the place that was chosen, if any, and what was told besides."""
    names = {one.key: one.name for _title, group in groups for one in group}
    return ": ".join(filter(None, [names.get(data.get("place", ""), ""), data.get("what", "")]))
