"""Step five: what each couple takes home, and the papers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from matching import actions
from matching.afternoon import formed_at
from matching.forms import HandForm, OfferForm
from matching.models import Board, Couple, CoupleMember
from matching.papers import cards, contact_cards, print_pack
from matching.views.mix.common import address, asked_by_script, back_to, board_of, live, not_changed, unchanged
from mixen.accounts.audit import record, record_each
from mixen.accounts.models import AuditEvent
from mixen.accounts.requests import MemberRequest
from mixen.forms import posted, press
from projects.models import Project
from projects.permissions import Permission, may, project_view

TICKS: dict[str, Callable[..., Any]] = {
    "verteld": lambda couple, on, by: actions.note_told(couple=couple, told=on, by=by),
    "boekje": lambda couple, on, by: actions.note_booklet(couple=couple, given=on, by=by),
}


@require_safe
@project_view(Permission.MAKE_COUPLES)
def ready(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Each couple: told, first appointment, booklet, ambassador, contact card."""
    board = board_of(project, pk)
    return not_changed() if unchanged(request, board) else _ready(request, board)


def _ready(request: MemberRequest, board: Board) -> HttpResponse:
    rows = list(formed_at(board.meeting).with_members().order_by("pk"))
    sees_all = may(request.user, Permission.VIEW_PRIVATE, board.meeting.project)
    context = {
        "couples": rows,
        "with_cards": {row.pk for row in rows if sees_all or row.ambassador_id == request.user.pk},
        "team": board.meeting.project.memberships.select_related("user").order_by("user__name"),
        "without_appointment": sum(row.first_appointment_at is None for row in rows),
    }
    return live(request, board, "ready", context)


def _couple(board: Board, pk: int) -> Couple:
    return get_object_or_404(formed_at(board.meeting).with_members(), pk=pk)


@require_POST
@project_view(Permission.MAKE_COUPLES)
def tick(request: MemberRequest, project: Project, pk: int, couple_pk: int, what: str) -> HttpResponse:
    """Tick that a couple was told, or took the booklet; said again it is taken back."""
    board = board_of(project, pk)
    row = _couple(board, couple_pk)
    press(request, lambda: TICKS[what](row, request.POST.get("aan") == "1", request.user), None)
    if asked_by_script(request):
        return _ready(request, board_of(project, pk))
    return back_to(board, "ready", f"#koppel-{couple_pk}")


@require_POST
@project_view(Permission.MAKE_COUPLES)
def hand(request: MemberRequest, project: Project, pk: int, couple_pk: int) -> HttpResponse:
    """Another ambassador looks after the couple."""
    board = board_of(project, pk)
    row = _couple(board, couple_pk)
    form = HandForm(project, posted(request))
    if form.is_valid():
        chosen = form.cleaned_data["ambassador"]
        done = _("%(name)s houdt contact met %(couple)s.") % {"name": chosen.name, "couple": row.title}
        press(request, lambda: actions.hand_couple_to(couple=row, ambassador=chosen, by=request.user), done)
    else:
        messages.error(request, _("Kies een ambassadeur uit de lijst."))
    return back_to(board, "ready", f"#koppel-{couple_pk}")


@project_view(Permission.MAKE_COUPLES)
def offer(request: MemberRequest, project: Project, pk: int, member_pk: int) -> HttpResponse:
    """What somebody offers the other: the own address, or a place to be picked up."""
    board = board_of(project, pk)
    members = CoupleMember.objects.filter(couple__in=formed_at(board.meeting), left_on__isnull=True)
    member = get_object_or_404(members.select_related("participant__person", "couple"), pk=member_pk)
    form = OfferForm(member, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.offer_place(member=member, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Dit komt op het contactkaartje."))
        return back_to(board, "ready", f"#koppel-{member.couple_id}")
    context = {
        "project": project,
        "tab": "couples",
        "form": form,
        "title": _("Wat biedt %(name)s aan?") % {"name": member.participant.person.goes_by},
        "lead": _("Alleen wat iemand zelf aanbiedt. Leeg laten is goed."),
        "submit": _("Bewaren"),
        "back": address(board, "ready"),
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)


def _pdf(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}.pdf"'}
    )


@require_safe
@project_view(Permission.MAKE_COUPLES)
def pack_pdf(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Everything an afternoon without wifi needs, in one PDF."""
    board = board_of(project, pk)
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=board.meeting, detail="papers")
    return _pdf(print_pack(board), f"mixbijeenkomst-{board.meeting.day.isoformat()}")


@require_safe
@project_view(Permission.MAKE_COUPLES)
def cards_pdf(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Table cards and personal cards."""
    board = board_of(project, pk)
    record(by=request.user, kind=AuditEvent.Kind.EXPORT, about=board.meeting, detail="cards")
    return _pdf(cards(board), f"kaartjes-{board.meeting.day.isoformat()}")


@require_safe
@project_view(Permission.MAKE_COUPLES)
def contacts_pdf(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """Contact cards of the couples of this meeting, or of one of them with ``?koppel=``.

    They bear phone numbers, so an ambassador prints those of the own couples only.
    """
    board = board_of(project, pk)
    rows = formed_at(board.meeting).with_members().order_by("pk")
    if not may(request.user, Permission.VIEW_PRIVATE, project):
        rows = rows.filter(ambassador=request.user)
    wanted = request.GET.get("koppel", "")
    if wanted.isascii() and wanted.isdecimal() and len(wanted) < 18:
        rows = rows.filter(pk=wanted)
    found = get_list_or_404(rows)
    people = [member.participant.person for row in found for member in row.current_members]
    record_each(
        by=request.user, kind=AuditEvent.Kind.DOWNLOAD, about=people, fields=["phone", "email", "contact_card"]
    )
    return _pdf(contact_cards(found), f"contactkaartjes-{board.meeting.day.isoformat()}")
