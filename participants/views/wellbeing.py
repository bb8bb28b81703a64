"""What an ambassador notes for who has no phone: how it is going, wanting to stop, other data; and taking it up."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mixen.accounts.audit import record
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, posted, press
from participants import actions
from participants.forms import MoodForm, OwnDataForm, WishForm
from participants.forms.own import PRIVATE
from participants.models import Participant
from participants.personal import may_stop
from participants.visibility import sees_contact, sees_private
from projects.models import Project
from projects.permissions import Permission, project_view


@project_view(Permission.MAKE_CALLS)
def mood(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note how somebody says it is going."""
    participant = _own(request, project, pk)
    form = MoodForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.note_mood(participant=participant, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Genoteerd hoe het gaat."))
        return redirect(participant)
    title = _("Hoe gaat het met %(name)s?") % {"name": participant.person.goes_by}
    return _page(request, participant, form, title, _("Noteren"))


@require_POST
@project_view(Permission.MAKE_CALLS)
def mood_handled(request: MemberRequest, project: Project, pk: int, mood_pk: int) -> HttpResponse:
    """Somebody took up that it is not going well."""
    participant = _own(request, project, pk)
    row = get_object_or_404(participant.moods, pk=mood_pk)
    press(request, lambda: actions.handle_mood(mood=row, by=request.user), _("Genoteerd dat dit is opgepakt."))
    return redirect(participant)


@project_view(Permission.MAKE_CALLS)
def wants_to_stop(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note that somebody wants to stop; in a couple the coordinator calls first."""
    participant = _own(request, project, pk)
    if not may_stop(participant):
        raise Http404
    form = WishForm(posted(request))
    if request.method == "POST":

        def deed() -> str:
            wish = actions.ask_to_stop(participant=participant, by=request.user, **form.cleaned_data)
            return _("Genoteerd. De coördinator belt eerst.") if wish else _("Deze deelnemer is gestopt.")

        if said := form.carry_out(deed):
            messages.success(request, said)
            return redirect(participant)
    title = _("%(name)s wil stoppen") % {"name": participant.person.goes_by}
    return _page(request, participant, form, title, _("Noteren dat iemand wil stoppen"))


@require_POST
@project_view(Permission.MANAGE_PARTICIPANTS)
def wish_handled(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The wish to stop was talked about, and the couple goes on or is ended."""
    participant = get_object_or_404(project.participants, pk=pk)
    wish = get_object_or_404(participant.stop_wishes, handled_at__isnull=True)
    press(request, lambda: actions.handle_stop_wish(wish=wish, by=request.user), _("Genoteerd dat dit is opgepakt."))
    return redirect(participant)


@project_view(Permission.MAKE_CALLS)
def own_data(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Change how somebody can be reached; an ambassador does not see what they may not see back."""
    participant = _own(request, project, pk)
    without = () if sees_private(request.user, participant) else PRIVATE
    if request.method == "GET":
        record(by=request.user, kind=AuditEvent.Kind.READ, about=participant.person, fields=["phone", "email"])
    form = OwnDataForm(participant, posted(request), without=without)
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_my_data(
            participant=participant, person=form.person_fields(), part=form.part_fields(), by=request.user
        )
    ):
        messages.success(request, _("De gegevens zijn opgeslagen."))
        return redirect(participant)
    title = _("%(name)s bereiken") % {"name": participant.person.goes_by}
    return _page(request, participant, form, title, _("Opslaan"))


def _own(request: MemberRequest, project: Project, pk: int) -> Participant:
    """Somebody whose number the user sees; for others this page does not exist."""
    participant = get_object_or_404(project.participants.with_person().select_related("project"), pk=pk)
    if not sees_contact(request.user, participant):
        raise Http404
    return participant


def _page(request: MemberRequest, participant: Participant, form: OurForm, title: str, submit: str) -> HttpResponse:
    context = {
        "project": participant.project,
        "tab": "participants",
        "form": form,
        "title": title,
        "submit": submit,
        "back": participant.get_absolute_url(),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
