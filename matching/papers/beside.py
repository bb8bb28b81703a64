"""Which language stands beside Dutch on what somebody takes home or holds in the hall."""

from mixen.languages import SOURCE, TRANSLATED
from participants.models import Person


def language_of(person: Person) -> str:
    """The language they chose to read in, else the first they speak that the papers are translated into.

    Empty when there is none: then the paper is in Dutch alone.
    """
    if person.language != SOURCE:
        return person.language
    return next((language.code for language in person.languages.all() if language.code in TRANSLATED), "")
