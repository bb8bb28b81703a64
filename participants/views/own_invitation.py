"""Saying yes or no to an invitation, on somebody's own page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from mixen.forms import posted
from participants import actions
from participants.forms.inviting import AnswerForm
from participants.models import Participant, Status
from participants.own_page import back_home, personal_view, show_form


@personal_view
def answer(request: HttpRequest, participant: Participant, pk: int) -> HttpResponse:
    """Whether I come; asked again, the last answer counts. Somebody else's invitation does not exist here."""
    rows = participant.invitations.ahead().select_related("meeting__venue")
    invitation = get_object_or_404(rows, meeting=pk)
    if participant.status == Status.STOPPED:
        raise Http404
    form = AnswerForm(invitation, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.answer_invitation(invitation=invitation, by=None, **form.answer())
    ):
        return back_home(participant, "komt" if form.answer()["coming"] else "komt-niet")
    title, submit = _("Kom je?"), _("Versturen")
    return show_form(
        request,
        participant,
        form,
        title=title,
        submit=submit,
        invitation=invitation,
        template="participants/own/invitation.html",
    )
