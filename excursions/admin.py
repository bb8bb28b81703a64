from django.contrib import admin

from excursions.models import Booklet, BookletEntry, Excursion, Place, Signup, StripUse, Visit
from mixen.admin import ReadOnlyAdmin, ReferenceAdmin


@admin.register(Place)
class PlaceAdmin(ReferenceAdmin):
    list_display = ["name", "section", "district", "price", "stadspas_price", "discount"]
    list_filter = ["section", "district", "step_free", "for_children"]
    search_fields = ["name", "what", "address"]
    autocomplete_fields = ["organisation", "district"]


@admin.register(Booklet)
class BookletAdmin(ReadOnlyAdmin):
    list_display = ["project", "edition", "printed_on"]
    list_filter = ["project"]
    search_fields = ["project__name"]


@admin.register(BookletEntry)
class BookletEntryAdmin(ReadOnlyAdmin):
    list_display = ["number", "place", "booklet"]
    list_filter = ["booklet__project"]
    search_fields = ["place__name"]


@admin.register(Excursion)
class ExcursionAdmin(ReadOnlyAdmin):
    list_display = ["name", "project", "starts_at", "capacity", "cancelled_at"]
    list_filter = ["project"]
    search_fields = ["name", "project__name"]
    date_hierarchy = "starts_at"


@admin.register(Signup)
class SignupAdmin(ReadOnlyAdmin):
    list_display = ["participant", "excursion", "state", "attended"]
    list_filter = ["state", "excursion__project"]
    search_fields = ["participant__person__name", "excursion__name"]


@admin.register(StripUse)
class StripUseAdmin(ReadOnlyAdmin):
    list_display = ["entry", "couple", "used_on", "outing"]
    list_filter = ["entry__booklet__project"]
    search_fields = ["entry__place__name"]
    date_hierarchy = "used_on"


@admin.register(Visit)
class VisitAdmin(ReadOnlyAdmin):
    list_display = ["place", "project", "state", "starts_at", "asked_on"]
    list_filter = ["state", "project"]
    search_fields = ["place__name", "project__name"]
