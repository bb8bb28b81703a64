from django.utils.translation import gettext_lazy as _

from projects.permissions import Permission
from projects.tabs import Tab, tabs

tabs.add(20, Tab("participants", _("Deelnemers"), "participants:list", Permission.VIEW_PARTICIPANTS))
tabs.add(65, Tab("concerns", _("Zorg"), "participants:concerns", Permission.HANDLE_CONCERNS))
tabs.add(70, Tab("certificates", _("Certificaten"), "participants:certificates", Permission.ISSUE_CERTIFICATES))
