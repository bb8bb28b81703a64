from django.utils.translation import gettext_lazy as _

from projects.links import Link, links
from projects.permissions import Permission

links.add(20, Link("couple", _("Strippen"), "excursions:strips", Permission.LOG_OUTINGS))
