from django.utils.translation import gettext_lazy as _

from projects.permissions import Permission
from projects.tabs import Tab, tabs

tabs.add(50, Tab("programme", _("Programma"), "excursions:programme", Permission.VIEW_PARTICIPANTS))
