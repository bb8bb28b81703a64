"""What participants added to the evaluation in their own words: never published by itself, and never with a name."""

from django.utils import timezone
from django.utils.crypto import salted_hmac

from participants.models import Evaluation
from projects.models import Project
from projects.small_numbers import FEWEST

__all__ = ["FEWEST", "remarks_of"]


def remarks_of(project: Project) -> list[str] | None:
    """All remarks, shuffled; None until the closing meeting was held and there are ``FEWEST`` of them.

    Before that, who looks every day would see who wrote the new one. The order is always the same, so that it tells
    nothing about when something came in, and follows from a secret, so that nobody can work it back.
    """
    closing = project.meetings.closing()
    if closing is None or closing.day > timezone.localdate():
        return None
    rows = Evaluation.objects.filter(participant__project=project).exclude(words="").values_list("pk", "words")
    if len(rows) < FEWEST:
        return None
    return [words for _place, words in sorted((_place_of(pk), words) for pk, words in rows)]


def _place_of(pk: int) -> str:
    return salted_hmac("participants.remarks", str(pk)).hexdigest()
