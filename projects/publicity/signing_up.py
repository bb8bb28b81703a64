"""Where somebody signs up for a project; the app that registers people says so."""

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse

from projects.models import Project
from projects.registry import Registry

Address = Callable[[Project, str], str]
addresses: Registry[Address] = Registry("signing_up")


def sign_up_path(project: Project, language: str = "") -> str:
    """The path to sign up at, in ``language`` where one is given; the public page when nobody registers people."""
    for address in addresses:
        return address(project, language)
    return reverse("projects:public_project", args=[project.slug])


def sign_up_address(project: Project) -> str:
    """The whole address, as it is printed and scanned."""
    return settings.SITE_URL + sign_up_path(project)
