"""Organisations that may be on record twice: look, merge, or say that they are two."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.requests import MemberRequest
from mixen.errors import DomainError
from mixen.forms import press
from projects import actions
from projects.models import Organisation
from projects.organisations.likeness import pairs, traits_of, whys_of
from projects.permissions import Permission, city_view

PAGE_SIZE = 25


@require_safe
@city_view(Permission.MANAGE_CITY)
def doubles(request: MemberRequest) -> HttpResponse:
    """Every two that look alike."""
    page = Paginator(pairs(), PAGE_SIZE).get_page(request.GET.get("bladzijde"))
    return render(request, "projects/organisation_doubles.html", {"page_obj": page})


@city_view(Permission.MANAGE_CITY)
def double(request: MemberRequest, pk: int, other_pk: int) -> HttpResponse:
    """The two beside each other; which name stays is chosen by the button."""
    rows = Organisation.objects.select_related("district").prefetch_related(
        "other_kinds", "contact_people", "partnerships__project"
    )
    first, second = get_object_or_404(rows, pk=pk), get_object_or_404(rows, pk=other_pk)
    if request.method == "POST":
        keep, other = (second, first) if request.POST.get("keep") == str(second.pk) else (first, second)
        name = other.name
        try:
            actions.merge_organisations(keep=keep, other=other, by=request.user)
        except DomainError as error:
            messages.error(request, error.message)
            return redirect("projects:organisation_double", pk, other_pk)
        messages.success(request, _("%(other)s staat nu bij %(keep)s.") % {"other": name, "keep": keep.name})
        return redirect(keep)
    context = {"both": [first, second], "whys": whys_of(traits_of(first), traits_of(second))}
    return render(request, "projects/organisation_double.html", context)


@require_POST
@city_view(Permission.MANAGE_CITY)
def not_the_same(request: MemberRequest, pk: int, other_pk: int) -> HttpResponse:
    """Remember that these are two."""
    first, second = get_object_or_404(Organisation, pk=pk), get_object_or_404(Organisation, pk=other_pk)
    press(
        request,
        lambda: actions.say_different(first=first, second=second, by=request.user),
        _("Genoteerd: dit zijn twee organisaties."),
    )
    return redirect("projects:organisation_doubles")
