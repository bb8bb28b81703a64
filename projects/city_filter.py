"""How the projects of a year are narrowed down."""

import django_filters
from django.utils.translation import gettext_lazy as _

from projects.models import District, Project


class CityFilter(django_filters.FilterSet):
    """By district."""

    district = django_filters.ModelChoiceFilter(
        queryset=District.objects.all(), to_field_name="slug", label=_("Stadsdeel"), empty_label=_("Alle")
    )

    class Meta:
        model = Project
        fields: list[str] = []
