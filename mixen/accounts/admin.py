from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from mixen.accounts.models import AccessNotice, AuditEvent, User
from mixen.admin import ReadOnlyAdmin


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
class UserAdmin(DjangoUserAdmin):
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
