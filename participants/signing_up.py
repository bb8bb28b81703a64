from django.urls import reverse

from projects.models import Project
from projects.publicity.signing_up import addresses


@addresses.register(10)
def join(project: Project, language: str) -> str:
    """The page where somebody reads what it is and signs up, in a language or to choose one first."""
    if language:
        return reverse("participants:join_language", args=[project.slug, language])
    return reverse("participants:join", args=[project.slug])
