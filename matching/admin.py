from django.contrib import admin

from matching.models import (
    Board,
    CallList,
    CheckIn,
    Choice,
    Couple,
    CoupleMember,
    Draft,
    GoingOn,
    Helper,
    NotTogether,
    Outing,
    Pause,
    Presence,
    Round,
    Seat,
    Slip,
    Weights,
)
from mixen.admin import ReadOnlyAdmin


@admin.register(Choice)
class ChoiceAdmin(ReadOnlyAdmin):
    """Who answered is shown, the answer itself is not: choices are private."""

    list_display = ["meeting", "chooser"]
    list_filter = ["meeting__project"]
    search_fields = ["chooser__person__name"]
    fields = ["meeting", "chooser"]


class CoupleMemberInline(admin.TabularInline):
    model = CoupleMember
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None):  # type: ignore[no-untyped-def]
        return False

    def has_change_permission(self, request, obj=None):  # type: ignore[no-untyped-def]
        return False


@admin.register(Couple)
class CoupleAdmin(ReadOnlyAdmin):
    list_display = ["title", "project", "formed_on", "ended_on", "ambassador"]
    list_filter = ["project", "origin", "end_reason"]
    search_fields = ["members__participant__person__name", "project__name"]
    inlines = [CoupleMemberInline]

    def get_queryset(self, request):  # type: ignore[no-untyped-def]
        return Couple.objects.with_members()


@admin.register(CoupleMember)
class CoupleMemberAdmin(ReadOnlyAdmin):
    list_display = ["participant", "couple", "joined_on", "left_on"]
    list_filter = ["couple__project"]
    search_fields = ["participant__person__name"]

    def get_queryset(self, request):  # type: ignore[no-untyped-def]
        rows = super().get_queryset(request).select_related("participant__person", "couple")
        return rows.prefetch_related("couple__members__participant__person")


@admin.register(Outing)
class OutingAdmin(ReadOnlyAdmin):
    list_display = ["day", "what", "hours", "logged_by"]
    list_filter = ["couple__project"]
    search_fields = ["what"]
    date_hierarchy = "day"


@admin.register(CheckIn)
class CheckInAdmin(ReadOnlyAdmin):
    list_display = ["member", "kind", "due_on", "outcome", "ambassador"]
    list_filter = ["kind", "outcome", "project"]
    search_fields = ["member__participant__person__name"]


@admin.register(CallList)
class CallListAdmin(ReadOnlyAdmin):
    list_display = ["ambassador", "project", "day", "sent_at", "failures"]
    list_filter = ["project"]
    search_fields = ["ambassador__name"]


@admin.register(Board)
class BoardAdmin(ReadOnlyAdmin):
    list_display = ["meeting", "tables", "rounds", "minutes"]
    list_filter = ["meeting__project"]
    fields = ["meeting", "tables", "rounds", "minutes"]


@admin.register(Presence)
class PresenceAdmin(ReadOnlyAdmin):
    list_display = ["board", "number", "participant", "from_round", "until_round"]
    list_filter = ["board"]
    search_fields = ["participant__person__name"]


@admin.register(Helper)
class HelperAdmin(ReadOnlyAdmin):
    list_display = ["name", "kind", "board", "organisation"]
    list_filter = ["kind"]
    search_fields = ["name"]


@admin.register(NotTogether)
class NotTogetherAdmin(ReadOnlyAdmin):
    list_display = ["first", "second"]
    search_fields = ["first__person__name", "second__person__name"]


@admin.register(Round)
class RoundAdmin(ReadOnlyAdmin):
    list_display = ["board", "number", "started_at", "ended_at"]
    list_filter = ["board"]


@admin.register(Seat)
class SeatAdmin(ReadOnlyAdmin):
    list_display = ["round", "table", "participant"]
    list_filter = ["round__board"]


@admin.register(Slip)
class SlipAdmin(ReadOnlyAdmin):
    """Who typed what is shown, the answers are not: choices are private."""

    list_display = ["board", "participant", "turn", "typed_by"]
    fields = ["board", "participant", "turn", "typed_by"]


@admin.register(Draft)
class DraftAdmin(ReadOnlyAdmin):
    """What was changed by whom; the proposal itself tells of choices and stays on its own page."""

    list_display = ["board", "number", "what", "made_by", "made_at", "undone"]
    fields = ["board", "number", "what", "made_by", "made_at", "undone"]


@admin.register(Weights)
class WeightsAdmin(ReadOnlyAdmin):
    list_display = ["project", "language", "postcode", "dayparts", "interests", "age", "children"]


@admin.register(Pause)
class PauseAdmin(ReadOnlyAdmin):
    list_display = ["couple", "since", "until"]
    list_filter = ["couple__project"]


@admin.register(GoingOn)
class GoingOnAdmin(ReadOnlyAdmin):
    list_display = ["member", "wants", "said_at"]
    list_filter = ["wants"]
