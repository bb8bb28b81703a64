from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExcursionsConfig(AppConfig):
    name = "excursions"
    verbose_name = _("Excursies")
