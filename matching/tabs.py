from django.utils.translation import gettext_lazy as _

from projects.permissions import Permission
from projects.tabs import Tab, tabs

tabs.add(30, Tab("couples", _("Koppels"), "matching:list", Permission.VIEW_PARTICIPANTS))
tabs.add(35, Tab("calls", _("Belronde"), "matching:calls", Permission.MAKE_CALLS))
