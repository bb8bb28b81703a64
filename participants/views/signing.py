"""Signing up for good of somebody who is known already: in their own language, with their own hand."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override

from mixen.accounts.requests import MemberRequest
from mixen.forms import posted
from mixen.languages import READING_LANGUAGES
from participants import actions
from participants.forms import SignUpForm
from participants.models import Participant, Status
from participants.registration.shell import consent_texts, words
from projects.models import Project
from projects.permissions import Permission, project_view


@project_view(Permission.REGISTER)
def sign_up(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Definite sign-up, with consent. ``?taal=`` shows the texts in another language than the person's own."""
    participant = get_object_or_404(project.participants.with_person().select_related("project"), pk=pk)
    asked = request.GET.get("taal", "")
    language = asked if asked in READING_LANGUAGES else participant.person.language
    with override(language):
        form = SignUpForm(participant, posted(request))
        if request.method == "POST" and form.carry_out(lambda: _sign_up(request, participant, form, language)):
            with override("nl"):
                waits = participant.status == Status.WAITING
                text = _("%(name)s staat op de wachtlijst: er is nu geen plek.") if waits else _("%(name)s doet mee.")
                messages.success(request, text % {"name": participant.person.goes_by})
            return redirect(participant)
        context = {
            "project": project,
            "participant": participant,
            "form": form,
            "reading": READING_LANGUAGES[language],
            "languages": READING_LANGUAGES.values(),
            "words": words(),
            **consent_texts(language),
        }
        return render(request, "participants/registration/sign_up.html", context, status=422 if form.errors else 200)


def _sign_up(request: MemberRequest, participant: Participant, form: SignUpForm, language: str) -> Participant:
    return actions.sign_up(
        participant=participant,
        signed_as=participant.person.name,
        signed=form.signed(participant.person.name, language),
        also=form.also(),
        country=form.cleaned_data["country"],
        gender=form.cleaned_data.get("gender", ""),
        copy_by=form.cleaned_data["copy_by"],
        by=request.user,
    )
