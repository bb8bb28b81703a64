from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from mixen.admin import ReadOnlyAdmin, ReferenceAdmin
from projects.models import (
    AgreementRequest,
    Allowance,
    BudgetGroup,
    BudgetLine,
    ContactNote,
    ContactPerson,
    Contribution,
    DifferentOrganisations,
    District,
    DistrictOfficial,
    EndReport,
    Expense,
    Guest,
    KnowledgePage,
    KnowledgeVersion,
    Meeting,
    MeetingFile,
    MeetingMove,
    MeetingTask,
    Membership,
    MonthlyFigures,
    MoveNotice,
    Organisation,
    OtherKind,
    Partnership,
    PayingAccount,
    PaymentRun,
    PlanStep,
    PlanTemplate,
    Project,
    PublicContact,
    PublicityText,
    Receipt,
    Snooze,
    TeamInvitation,
    TemplateStep,
    TimeAway,
    Training,
    WeeklySummary,
)


@admin.register(District)
class DistrictAdmin(ReferenceAdmin):
    list_display = ["name", "slug", "is_urban_area"]
    list_filter = ["is_urban_area"]
    search_fields = ["name"]


@admin.register(DistrictOfficial)
class DistrictOfficialAdmin(ReferenceAdmin):
    list_display = ["user", "district"]
    list_filter = ["district"]
    search_fields = ["user__name", "user__email"]
    autocomplete_fields = ["user", "district"]


@admin.register(Project)
class ProjectAdmin(ReadOnlyAdmin):
    """Found and read here; made and changed on its own pages."""

    list_display = ["name", "district", "starts_on", "ends_on", "is_practice"]
    list_filter = ["district", "is_practice"]
    search_fields = ["name", "area"]
    date_hierarchy = "starts_on"


@admin.register(Membership)
class MembershipAdmin(ReferenceAdmin):
    list_display = ["user", "project", "role", "conduct_certificate_seen_on", "trained_on", "insured"]
    list_filter = ["role", "project"]
    search_fields = ["user__name", "user__email", "project__name"]
    autocomplete_fields = ["user", "project"]


@admin.register(PlanStep)
class PlanStepAdmin(ReferenceAdmin):
    list_display = ["name", "project", "phase", "due_on", "done_on"]
    list_filter = ["phase", "project"]
    search_fields = ["name", "project__name"]
    readonly_fields = ["done_on", "done_by"]


@admin.register(Meeting)
class MeetingAdmin(ReadOnlyAdmin):
    list_display = ["kind", "project", "starts_at", "venue"]
    list_filter = ["kind", "project"]
    search_fields = ["project__name", "place"]
    date_hierarchy = "starts_at"


@admin.register(MeetingMove)
class MeetingMoveAdmin(ReadOnlyAdmin):
    list_display = ["meeting", "starts_before", "starts_after", "was_announced", "moved_by", "undone_at"]
    list_filter = ["was_announced", "meeting__project"]
    search_fields = ["meeting__project__name", "reason"]
    date_hierarchy = "moved_at"


@admin.register(MeetingTask)
class MeetingTaskAdmin(ReadOnlyAdmin):
    list_display = ["name", "meeting", "done_at", "done_by"]
    list_filter = ["meeting__kind", "meeting__project"]
    search_fields = ["name", "meeting__project__name"]


@admin.register(PlanTemplate)
class PlanTemplateAdmin(ReferenceAdmin):
    list_display = ["name", "source", "made_at", "made_by"]
    search_fields = ["name", "source__name"]
    readonly_fields = ["source", "made_at", "made_by"]


@admin.register(TemplateStep)
class TemplateStepAdmin(ReferenceAdmin):
    list_display = ["name", "template", "phase", "anchor", "offset_days"]
    list_filter = ["template", "phase"]
    search_fields = ["name", "template__name"]


@admin.register(Organisation)
class OrganisationAdmin(ReferenceAdmin):
    list_display = ["name", "kind", "district", "city_wide"]
    list_filter = ["kind", "district", "city_wide"]
    search_fields = ["name", "address"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(ContactPerson)
class ContactPersonAdmin(ReferenceAdmin):
    list_display = ["name", "organisation", "job"]
    list_filter = ["organisation__kind"]
    search_fields = ["name", "organisation__name", "email"]
    autocomplete_fields = ["organisation"]


@admin.register(Partnership)
class PartnershipAdmin(ReadOnlyAdmin):
    list_display = ["organisation", "project", "agreed_on", "confirmed_on"]
    list_filter = ["project", "organisation__kind"]
    search_fields = ["organisation__name", "project__name"]


@admin.register(BudgetGroup)
class BudgetGroupAdmin(ReadOnlyAdmin):
    list_display = ["project", "number", "name", "agreed"]
    list_filter = ["project"]
    search_fields = ["name", "project__name"]


@admin.register(BudgetLine)
class BudgetLineAdmin(ReadOnlyAdmin):
    list_display = ["code", "name", "group", "quantity", "unit_price", "agreed"]
    list_filter = ["group__project", "claim_kind"]
    search_fields = ["code", "name", "group__project__name"]


@admin.register(Expense)
class ExpenseAdmin(ReadOnlyAdmin):
    list_display = ["spent_on", "payee", "line", "amount", "kind"]
    list_filter = ["kind", "line__group__project"]
    search_fields = ["payee", "description"]
    date_hierarchy = "spent_on"


@admin.register(EndReport)
class EndReportAdmin(ReadOnlyAdmin):
    list_display = ["project", "version", "status", "finalised_at"]
    list_filter = ["status", "project__district"]
    search_fields = ["project__name"]


@admin.register(Contribution)
class ContributionAdmin(ReadOnlyAdmin):
    list_display = ["payer", "project", "amount", "received_on"]
    list_filter = ["is_district", "project"]
    search_fields = ["payer", "project__name"]


@admin.register(Receipt)
class ReceiptAdmin(ReadOnlyAdmin):
    list_display = ["project", "media_type", "added_at"]
    list_filter = ["project"]
    exclude = ["file"]


@admin.register(PaymentRun)
class PaymentRunAdmin(ReadOnlyAdmin):
    list_display = ["reference", "project", "by", "state", "paid_on"]
    list_filter = ["by", "state", "project"]
    search_fields = ["reference", "project__name"]


@admin.register(Allowance)
class AllowanceAdmin(ReadOnlyAdmin):
    list_display = ["ambassador", "project", "amount", "status", "spent_on"]
    list_filter = ["status", "project"]
    search_fields = ["ambassador__name"]
    exclude = ["iban", "account_holder"]


@admin.register(PayingAccount)
class PayingAccountAdmin(ReferenceAdmin):
    list_display = ["name", "iban"]


@admin.register(MonthlyFigures)
class MonthlyFiguresAdmin(ReadOnlyAdmin):
    list_display = ["project", "month", "frozen_at"]
    list_filter = ["project"]


@admin.register(Snooze)
class SnoozeAdmin(ReadOnlyAdmin):
    list_display = ["project", "key", "until", "snoozed_by"]
    list_filter = ["project"]


@admin.register(WeeklySummary)
class WeeklySummaryAdmin(ReadOnlyAdmin):
    list_display = ["user", "week", "sent_at", "failures"]


@admin.register(Guest)
class GuestAdmin(ReadOnlyAdmin):
    list_display = ["name", "organisation", "meeting", "answer", "hands_out_certificates"]
    list_filter = ["kind", "answer", "meeting__project"]
    search_fields = ["name", "organisation"]


@admin.register(MeetingFile)
class MeetingFileAdmin(ReadOnlyAdmin):
    list_display = ["title", "meeting", "added_at"]
    list_filter = ["meeting__project"]
    exclude = ["file"]


@admin.register(MoveNotice)
class MoveNoticeAdmin(ReadOnlyAdmin):
    list_display = ["move", "user", "guest", "sent_at", "failures"]
    list_filter = ["move__meeting__project"]


@admin.register(OtherKind)
class OtherKindAdmin(ReadOnlyAdmin):
    list_display = ["organisation", "kind"]
    list_filter = ["kind"]
    search_fields = ["organisation__name"]


@admin.register(ContactNote)
class ContactNoteAdmin(ReadOnlyAdmin):
    list_display = ["organisation", "project", "on", "next_step", "next_on", "done_on"]
    list_filter = ["project"]
    search_fields = ["organisation__name"]
    date_hierarchy = "on"


@admin.register(DifferentOrganisations)
class DifferentOrganisationsAdmin(ReadOnlyAdmin):
    list_display = ["first", "second", "by", "at"]


@admin.register(AgreementRequest)
class AgreementRequestAdmin(ReadOnlyAdmin):
    list_display = ["partnership", "asked_at", "sent_at", "given_up", "answer", "answered_at", "withdrawn_at"]
    list_filter = ["answer", "partnership__project"]
    search_fields = ["partnership__organisation__name"]


@admin.register(TeamInvitation)
class TeamInvitationAdmin(ReadOnlyAdmin):
    list_display = ["name", "project", "role", "invited_at", "sent_at", "given_up", "accepted_at", "withdrawn_at"]
    list_filter = ["role", "project"]
    search_fields = ["name", "email"]


@admin.register(TimeAway)
class TimeAwayAdmin(ReadOnlyAdmin):
    """Goes along with who is taken out of the team."""

    list_display = ["membership", "since", "until", "covered_by"]
    list_filter = ["membership__project"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_active and getattr(request.user, "is_staff", False))


@admin.register(Training)
class TrainingAdmin(ReadOnlyAdmin):
    list_display = ["project", "part", "on", "place"]
    list_filter = ["part", "project"]


@admin.register(KnowledgePage)
class KnowledgePageAdmin(ReadOnlyAdmin):
    """Found and read here; written on its own page."""

    list_display = ["title", "chapter", "version", "changed_at"]
    list_filter = ["chapter"]
    search_fields = ["title"]


@admin.register(KnowledgeVersion)
class KnowledgeVersionAdmin(ReadOnlyAdmin):
    list_display = ["page", "number", "made_by", "made_at", "what"]
    list_filter = ["page"]


@admin.register(PublicContact)
class PublicContactAdmin(ReadOnlyAdmin):
    list_display = ["name", "project"]
    list_filter = ["project"]


@admin.register(PublicityText)
class PublicityTextAdmin(ReadOnlyAdmin):
    list_display = ["kind", "project", "changed_at"]
    list_filter = ["kind", "project"]
    search_fields = ["title", "project__name"]
