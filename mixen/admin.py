"""The web admin: reference data is edited there; what has rules is read there and changed by its actions alone."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import record, refuse
from mixen.accounts.models import AuditEvent

ADMIN = "admin"
OUR_APPS = frozenset({"accounts", "projects", "participants", "matching", "excursions"})

LONGEST_NUMBER = 19  # digits: a longer one is no key of any database


class MixenAdminSite(admin.AdminSite):
    """Open to the coordinator's account; who is not logged in goes through the ordinary log-in."""

    site_header = _("Mixen in Mokum: beheer")
    site_title = _("Beheer")
    index_title = _("Gegevens")

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Our own models only: what libraries keep (second factors, sessions, lock-outs) is no reference data."""
        models: list[Any] = [model_or_iterable] if isinstance(model_or_iterable, type) else list(model_or_iterable)
        ours = [model for model in models if model._meta.app_label in OUR_APPS]
        if ours:
            super().register(ours, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active and getattr(request.user, "is_staff", False))

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        """As Django does; what it refuses to who may come in (a record that is only read) is written down too."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def traced(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            try:
                return inner(request, *args, **kwargs)
            except PermissionDenied:
                name = request.resolver_match.url_name if request.resolver_match else ""
                refuse(by=request.user, detail=f"{ADMIN} {name}".strip())

        return traced

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """One's own password has one page, that tells its owner; Django's would tell nobody."""
        return redirect("account_change_password")

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The ordinary log-in, with its second factor; who is logged in and may not enter is refused."""
        if request.user.is_authenticated:
            refuse(by=request.user, detail=ADMIN)
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))


class Autocomplete(AutocompleteSelect):
    """Django's, which looks for the chosen record again, and fails where what was sent is no number of any."""

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        numbers = [one for one in value if str(one).isdecimal() and len(str(one)) < LONGEST_NUMBER]
        return super().optgroups(name, numbers, attr)


class OurAdmin(admin.ModelAdmin):
    """A list whose filters were tampered with shows everything instead of failing; a record is there or it is not."""

    list_per_page = 50
    show_full_result_count = False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        try:
            return super().changelist_view(request, extra_context)
        except (OverflowError, ValueError, DataError):
            return redirect(request.path)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        return super().get_object(request, object_id, from_field or None)  # Django looks for the field named ''


class TracedAdmin(OurAdmin):
    """Who opens a record is written down: most have words about somebody in them."""

    # What the page of a record shows; empty for records about nobody.
    read_fields: tuple[str, ...] = ("record",)

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        response = super().change_view(request, object_id, form_url, extra_context)
        row = self.get_object(request, unquote(object_id)) if request.method == "GET" else None
        if row is not None and self.read_fields:
            record(by=request.user, kind=AuditEvent.Kind.READ, about=row, fields=self.read_fields, detail=ADMIN)
        return response


class ReferenceAdmin(OurAdmin):
    """For reference data: the coordinator may add, change and delete."""


class ReadOnlyAdmin(TracedAdmin):
    """For records with rules: everything can be found and read, nothing changed."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
