"""The shape of what is chosen and typed around invitations, the buffet and who receives the others."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mixen.fields import ManyChoice, TextLine
from mixen.forms import EditForm, OurForm
from participants.inviting import to_invite
from participants.models import Invitation, Participant
from participants.models.invitation import MOST_CHILDREN
from projects.models import Meeting

YES, NO = "yes", "no"


class InviteForm(OurForm):
    """Who of those who may be invited is."""

    people = ManyChoice(
        Participant.objects.none(),
        label=_("Wie nodig je uit?"),
        error_messages={"required": _("Kies ten minste één mens.")},
    )

    def __init__(self, meeting: Meeting, data: Any = None) -> None:
        super().__init__(data)
        self.fields["people"].queryset = to_invite(meeting)  # type: ignore[attr-defined]


class AnswerForm(EditForm):
    """Whether somebody comes, and with how many children."""

    coming = forms.ChoiceField(
        label=_("Kom je?"),
        choices=[(YES, _("Ja, ik kom")), (NO, _("Nee, ik kan niet"))],
        widget=forms.RadioSelect,
    )
    children = forms.IntegerField(
        label=_("Hoeveel kinderen neem je mee?"), required=False, min_value=0, max_value=MOST_CHILDREN
    )

    def __init__(self, invitation: Invitation, data: Any = None) -> None:
        answered: dict[str, str] = {Invitation.Answer.COMING: YES, Invitation.Answer.NOT_COMING: NO}
        now = {"coming": answered.get(invitation.standing_answer, ""), "children": invitation.children or None}
        super().__init__(data, now, starts_empty=("coming", "children"))

    def answer(self) -> dict[str, Any]:
        """What ``answer_invitation`` needs."""
        return {
            "coming": self.cleaned_data["coming"] == YES,
            "children": self.cleaned_data.get("children") or 0,
        }


class OfParticipant(forms.ModelChoiceField):
    """A participant, by name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.person.name)


def _active(meeting: Meeting) -> Any:
    return Participant.objects.active().filter(project=meeting.project_id).select_related("person").in_order_of_name()


class DishForm(OurForm):
    """A dish and who brings it."""

    what = TextLine(label=_("Wat is het?"), help_text=_("Bijvoorbeeld: linzensoep, appeltaart."))
    participant = OfParticipant(
        Participant.objects.none(), label=_("Welke deelnemer brengt het mee?"), required=False, empty_label="—"
    )
    brought_by = TextLine(
        label=_("Of wie anders?"), required=False, help_text=_("Bijvoorbeeld een gast of een bakker uit de buurt.")
    )

    def __init__(self, meeting: Meeting, data: Any = None) -> None:
        super().__init__(data)
        self.fields["participant"].queryset = _active(meeting)  # type: ignore[attr-defined]


class HostForm(OurForm):
    """Somebody who receives the others, and what they do."""

    participant = OfParticipant(
        Participant.objects.none(), label=_("Wie ontvangt de mensen?"), empty_label=_("Kies een deelnemer")
    )
    task = TextLine(label=_("Taak"), required=False, help_text=_("Bijvoorbeeld: bij de deur, koffie schenken."))

    def __init__(self, meeting: Meeting, data: Any = None) -> None:
        super().__init__(data)
        hosts = meeting.hosts.values("participant")
        self.fields["participant"].queryset = _active(meeting).exclude(pk__in=hosts)  # type: ignore[attr-defined]
