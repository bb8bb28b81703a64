from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from mixen.accounts.changes import note_changes
from mixen.accounts.models import AccessNotice, AuditEvent, User
from mixen.admin import ReadOnlyAdmin, TracedAdmin


class NewUserForm(forms.ModelForm):
    """A new account without a password: its owner asks for a code by e-mail or sets one."""

    class Meta:
        model = User
        fields = ["name", "email", "phone", "is_coordinator"]

    def save(self, commit: bool = True) -> User:
        self.instance.email = self.instance.email.lower()
        self.instance.set_unusable_password()
        return super().save(commit)


@admin.register(User)
class UserAdmin(TracedAdmin, DjangoUserAdmin):
    """Accounts: what changes somebody's access is on record and told to them, as it is on the other pages."""

    list_display = ["name", "email", "is_coordinator", "is_active", "last_login"]
    list_filter = ["is_coordinator", "is_active"]
    search_fields = ["name", "email"]
    ordering = ["name"]
    filter_horizontal = []
    add_form = NewUserForm
    add_fieldsets = [(None, {"fields": ["name", "email", "phone", "is_coordinator"]})]
    # Who needs a second factor follows from what somebody does here; unticking it would let them in without.
    readonly_fields = ["needs_second_factor", "leads_projects", "last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["name", "email", "phone", "password"]}),
        (_("Toegang"), {"fields": ["is_coordinator", "needs_second_factor", "leads_projects", "is_active"]}),
        (_("Datums"), {"fields": ["last_login", "date_joined"]}),
    ]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.erased_on)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        before = User.objects.filter(pk=obj.pk).first() if change else None
        super().save_model(request, obj, form, change)
        note_changes(before=before, after=obj, by=request.user)  # type: ignore[arg-type]  # staff only

    @transaction.atomic
    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        before = self.get_object(request, unquote(id))
        response = super().user_change_password(request, id, form_url)
        if before is not None:
            after = User.objects.get(pk=before.pk)
            note_changes(before=before, after=after, by=request.user)  # type: ignore[arg-type]  # staff only
        return response

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # switch an account off instead: what it did stays on record


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    read_fields = ()
    list_display = ["at", "by", "kind", "object_type", "object_id"]
    list_filter = ["kind", "object_type"]
    search_fields = ["by__name", "by__email", "object_id"]
    date_hierarchy = "at"


@admin.register(AccessNotice)
class AccessNoticeAdmin(ReadOnlyAdmin):
    list_display = ["at", "user", "what", "sent_at", "given_up"]
    list_filter = ["what"]
    search_fields = ["user__name", "user__email"]
    read_fields = ()
