"""The list of an excursion to sign on the day."""

from excursions.models import Excursion, Signup
from mixen import pdf

OPEN_LINES = 3
"""Lines for who comes along although they are not on the list."""


def sign_in_list(excursion: Excursion) -> bytes:
    """A4: who goes, with whom, who has a Stadspas, and room to sign; whom to call; who waits. No phone of anybody."""
    people = excursion.signups.select_related("participant__person")
    going = list(people.going().order_by("participant__person__name", "pk"))
    return pdf.render(
        "pdf/sign_in.html",
        {
            "excursion": excursion,
            "guides": excursion.guides.all(),
            "rows": [{"person": one.participant.person, "others": _others(one, going)} for one in going],
            "waiting": [one.participant.person for one in people.in_line()],
            "open_lines": range(len(going) + 1, len(going) + 1 + OPEN_LINES),
        },
    )


def _others(signup: Signup, going: list[Signup]) -> str:
    """First names of those who go with somebody as a couple."""
    if signup.couple_id is None:
        return ""
    together = [one for one in going if one.couple_id == signup.couple_id and one != signup]
    return ", ".join(one.participant.person.goes_by for one in together)
