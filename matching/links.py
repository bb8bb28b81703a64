from django.utils.translation import gettext_lazy as _

from projects.links import Link, links
from projects.permissions import Permission

links.add(10, Link("concern", _("Koppel uit elkaar halen"), "matching:separate", Permission.HANDLE_CONCERNS))
links.add(10, Link("participant", _("Bekijk het koppel"), "matching:of_participant", Permission.VIEW_PARTICIPANTS))
links.add(10, Link("mix", _("Naar de middag"), "matching:mix", Permission.TICK_ATTENDANCE))
links.add(10, Link("team", _("Bellijst overdragen"), "matching:calls_hand_over", Permission.MAKE_CALLS))
