"""The team of a project: who is in it and does what, who is asked for it, and who is away."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import OurForm, posted, press
from projects import actions
from projects.forms import AcceptForm, AwayForm, InviteForm, MemberForm, OwnPartForm
from projects.models import Membership, Project, TeamInvitation, TimeAway
from projects.outside import outside_view
from projects.permissions import Permission, may, project_view
from projects.team import work_in
from projects.views.form_page import form_page


@require_safe
@project_view(Permission.VIEW_PROJECT)
def team(request: MemberRequest, project: Project) -> HttpResponse:
    """Who is in the team, who does what, and who is asked to join."""
    may_edit = may(request.user, Permission.EDIT_PROJECT, project)
    today = timezone.localdate()
    members = list(project.memberships.select_related("user").order_by("role", "user__name"))
    work = work_in(project)
    coming = TimeAway.objects.filter(membership__project=project, until__gte=today)
    context = {
        "project": project,
        "tab": "team",
        "rows": [(member, [(kind.label, kind.items.get(member.user_id, [])) for kind in work]) for member in members],
        "labels": [kind.label for kind in work],
        "nobodys": [(kind.label, kind.items[None]) for kind in work if kind.items.get(None)],
        "away": coming.select_related("membership__user", "covered_by__user"),
        "away_now": set(coming.filter(since__lte=today).values_list("membership", flat=True)),
        "invitations": project.team_invitations.standing() if may_edit else [],
        "may_edit": may_edit,
        "may_name": may(request.user, Permission.MANAGE_CITY, project),
        "may_spend": may(request.user, Permission.VIEW_MONEY, project),
    }
    return render(request, "projects/team.html", context)


@project_view(Permission.EDIT_PROJECT)
def invite(request: MemberRequest, project: Project) -> HttpResponse:
    """Mail somebody a link that gives a place in the team."""
    form = InviteForm(posted(request), leaders_too=may(request.user, Permission.MANAGE_CITY))
    if request.method == "POST" and form.carry_out(
        lambda: actions.invite_to_team(project=project, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("De uitnodiging gaat naar %(email)s.") % {"email": form.cleaned_data["email"]})
        return redirect("projects:team", project.slug)
    lead = _("Je nodigt iemand uit per mail. De link werkt één keer en twee weken.")
    return _form_page(request, project, form, _("Iemand uitnodigen"), _("Uitnodigen"), lead=lead)


@require_POST
@project_view(Permission.EDIT_PROJECT)
def withdraw(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The link of an invitation opens nothing more."""
    row = get_object_or_404(project.team_invitations, pk=pk)
    press(
        request,
        lambda: actions.withdraw_invitation(invitation=row, by=request.user),
        _("De uitnodiging van %(name)s is ingetrokken.") % {"name": row.name},
    )
    return redirect("projects:team", project.slug)


@project_view(Permission.VIEW_PROJECT)
def member(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """What is noted of somebody: all of it for who leads; an ambassador says when they can, of themselves."""
    membership = _membership(request, project, pk)
    leads = may(request.user, Permission.EDIT_PROJECT, project)
    form = (MemberForm if leads else OwnPartForm)(membership, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_team_member(membership=membership, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Opgeslagen."))
        return redirect("projects:team", project.slug)
    return _form_page(request, project, form, membership.user.name, _("Opslaan"))


@require_POST
@project_view(Permission.MANAGE_CITY)
def name_for_concerns(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The coordinator names a project leader for the concerns of this project, or takes that back."""
    membership = _membership(request, project, pk)
    named = request.POST.get("aangewezen") == "ja"
    said = _("%(name)s leest en behandelt nu ook zorgen.") if named else _("%(name)s ziet geen zorgen meer.")
    press(
        request,
        lambda: actions.name_for_concerns(membership=membership, named=named, by=request.user),
        said % {"name": membership.user.name},
    )
    return redirect("projects:team", project.slug)


@project_view(Permission.VIEW_PROJECT)
def away(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Note when somebody is away, and who takes over."""
    membership = _membership(request, project, pk)
    form = AwayForm(membership, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.note_time_away(membership=membership, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Genoteerd. Draag ook de bellijst over als er mensen gebeld moeten worden."))
        return redirect("projects:team", project.slug)
    title = _("%(name)s is een tijd weg") % {"name": membership.user.name}
    lead = _("Wie het overneemt, krijgt hier nog geen mensen om te bellen. De bellijst draag je apart over.")
    return _form_page(request, project, form, title, _("Noteren"), lead=lead)


@require_POST
@project_view(Permission.VIEW_PROJECT)
def take_back_away(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Somebody is there after all."""
    row = get_object_or_404(TimeAway, membership__project=project, pk=pk)
    _membership(request, project, row.membership_id)
    press(request, lambda: actions.take_back_time_away(away=row, by=request.user), _("Weggehaald."))
    return redirect("projects:team", project.slug)


@outside_view
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody sees who is asked for the team. It is the same with and without an account."""
    row = TeamInvitation.of_token(token)
    if row is None:
        return render(request, "projects/outside/gone.html", status=404)
    form = AcceptForm(posted(request), initial={"name": row.name})
    if request.method == "POST" and form.carry_out(
        lambda: actions.accept_invitation(invitation=row, by=None, **form.cleaned_data)
    ):
        return render(request, "projects/outside/welcome.html", {"row": row, "project": row.project})
    context = {"row": row, "project": row.project, "form": form}
    return render(request, "projects/outside/invitation.html", context, status=422 if form.errors else 200)


def _membership(request: MemberRequest, project: Project, pk: int) -> Membership:
    """Somebody of the team for who leads it, oneself for an ambassador; else this page does not exist."""
    membership = get_object_or_404(project.memberships.select_related("user", "project"), pk=pk)
    if membership.user_id != request.user.pk and not may(request.user, Permission.EDIT_PROJECT, project):
        raise Http404
    return membership


def _form_page(
    request: MemberRequest, project: Project, form: OurForm, title: str, submit: str, *, lead: str = ""
) -> HttpResponse:
    back = reverse("projects:team", args=[project.slug])
    return form_page(request, project, form, title, submit, back, tab="team", lead=lead)
