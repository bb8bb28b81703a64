"""What somebody told, as they would read it: each question with its answer, in the language that is switched on."""

from typing import Any

from django.utils.translation import gettext as _

from mixen.fields import readable_phone
from participants.forms.questions import DUTCH, daypart_choices, own_name
from participants.forms.registration import SIDES, RegistrationForm
from participants.models import Participant, Side
from participants.registration.questions import GROUPS, numbers

ONLY_OF = {"dutch_level": Side.NEW, "teacher": Side.NEW, "max_new": Side.OLD}


def read_back(participant: Participant) -> list[tuple[int, str, str]]:
    """Number, question and answer of everything that was answered."""
    labels, number = RegistrationForm.base_fields, numbers()
    told = []
    for group in GROUPS:
        for name in group.fields:
            answer = _answer(participant, name)
            if answer and ONLY_OF.get(name, participant.side) == participant.side:
                told.append((number[name], str(labels[name].label), answer))
    return told


def _answer(participant: Participant, name: str) -> str:
    special = _SPECIAL.get(name)
    if special:
        return special(participant)
    value = getattr(participant, name, None) or getattr(participant.person, name, None)
    return _("Ja") if value is True else str(value or "")


def _languages(participant: Participant) -> str:
    return ", ".join(own_name(language.code) or language.name for language in participant.person.languages.all())


def _dayparts(participant: Participant) -> str:
    names = dict(daypart_choices())
    return "; ".join(names[code] for code in participant.dayparts if code in names)


_SPECIAL: dict[str, Any] = {
    "side": lambda participant: str(dict(SIDES).get(participant.side, "")),
    "is_adult": lambda participant: _("Ja"),
    "gender": lambda participant: participant.person.get_gender_display() if participant.person.gender else "",
    "phone": lambda participant: readable_phone(participant.person.phone) if participant.person.phone else "",
    "dutch_level": lambda participant: str(dict(DUTCH).get(participant.dutch_level, "")),
    "languages": _languages,
    "dayparts": _dayparts,
    "interests": lambda participant: ", ".join(_(interest.name) for interest in participant.interests.all()),
    "has_children": lambda participant: {True: _("Ja"), False: _("Nee"), None: ""}[participant.person.has_children],
    "channel": lambda participant: participant.get_channel_display(),
    "heard_from": lambda participant: participant.heard_from.name if participant.heard_from else "",
}
