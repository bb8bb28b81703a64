from django.utils.translation import gettext_lazy as _

from projects.links import Link, links
from projects.permissions import Permission

links.add(10, Link("meeting", _("Aanwezigen aanvinken"), "participants:attendance", Permission.TICK_ATTENDANCE))
links.add(10, Link("money", _("Declaraties"), "participants:claims", Permission.VIEW_MONEY))
links.add(10, Link("report", _("Foto's"), "participants:photos", Permission.REGISTER))
links.add(
    20, Link("report", _("Opmerkingen van deelnemers"), "participants:evaluation_remarks", Permission.WRITE_REPORT)
)
links.add(15, Link("report", _("Evaluatie"), "participants:evaluations", Permission.REGISTER))
links.add(10, Link("accounts", _("Wie deed wat?"), "participants:trail", Permission.MANAGE_CITY))
