from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class MixenConfig(AppConfig):
    """Holds what is nobody's own: template tags and the command that starts everything."""

    name = "mixen"
    verbose_name = "Mixen in Mokum"


class MixenAdminConfig(AdminConfig):
    """Django's admin, with our site in place of the default one."""

    default_site = "mixen.admin.MixenAdminSite"
