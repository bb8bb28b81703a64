"""The accounts of everybody who works with the application, and what the coordinator does for who cannot get in."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts import actions
from mixen.accounts.models import User
from mixen.accounts.requests import MemberRequest
from mixen.forms import TypedOverForm, posted, press
from projects import actions as project_actions
from projects.accounts import accounts_of, everybody, in_hand, running, unpaid_to
from projects.links import links_of_no_project
from projects.permissions import Permission, city_view

PAGE_SIZE = 50


@require_safe
@city_view(Permission.MANAGE_CITY)
def accounts(request: MemberRequest) -> HttpResponse:
    """Who has an account, what they may, and who cannot get in."""
    asked = request.GET.get("q", "").strip()[:100].replace("\x00", "")
    rows = everybody()
    if asked:
        rows = rows.filter(Q(name__icontains=asked) | Q(email__icontains=asked))
    page_obj = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    context = {
        "rows": accounts_of(list(page_obj)),
        "page_obj": page_obj,
        "asked": asked,
        "links": links_of_no_project("accounts"),
    }
    return render(request, "projects/accounts.html", context)


@require_POST
@city_view(Permission.MANAGE_CITY)
def reset_factor(request: MemberRequest, pk: int) -> HttpResponse:
    """Somebody lost the phone: they set up a second step anew."""
    user = get_object_or_404(User, pk=pk)
    press(
        request,
        lambda: actions.reset_second_factor(user=user, by=request.user),
        _("De tweede stap van %(name)s is gewist. Bij het inloggen komt er een nieuwe.") % {"name": user.name},
    )
    return redirect("projects:accounts")


@require_POST
@city_view(Permission.MANAGE_CITY)
def unlock(request: MemberRequest, pk: int) -> HttpResponse:
    """Somebody typed a wrong password too often, and may try again."""
    user = get_object_or_404(User, pk=pk)
    press(
        request,
        lambda: actions.unlock_account(user=user, by=request.user),
        _("%(name)s kan weer inloggen.") % {"name": user.name},
    )
    return redirect("projects:accounts")


@city_view(Permission.MANAGE_CITY)
def erase(request: MemberRequest, pk: int) -> HttpResponse:
    """Erase the account of somebody who left: what goes, what stays, and the name typed over."""
    user = get_object_or_404(everybody(), pk=pk)
    form = TypedOverForm([user.name], posted(request))
    if request.method == "POST" and form.carry_out(lambda: project_actions.erase_account(user=user, by=request.user)):
        messages.success(request, _("Het account is gewist. Wat deze persoon deed, staat er nog, zonder naam."))
        return redirect("projects:accounts")
    context = {
        "account": user,
        "form": form,
        "in_hand": in_hand(user),
        "unpaid": unpaid_to(user).exists(),
        "running": running(user),
    }
    return render(request, "projects/account_erase.html", context, status=422 if form.errors else 200)


@require_POST
@city_view(Permission.MANAGE_CITY)
def end_sessions(request: MemberRequest, pk: int) -> HttpResponse:
    """A laptop or phone went missing: its owner is logged out everywhere."""
    user = get_object_or_404(User, pk=pk)
    here = request.session.session_key or "" if user == request.user else ""
    press(
        request,
        lambda: actions.end_sessions(user=user, by=request.user, but=here),
        _("%(name)s is op alle apparaten uitgelogd.") % {"name": user.name},
    )
    return redirect("projects:accounts")
