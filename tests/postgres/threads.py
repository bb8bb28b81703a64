"""Real threads with database connections of their own."""

from collections.abc import Callable, Sequence
from threading import Barrier, Thread
from typing import Any

from django.db import connection

from mixen.errors import DomainError

LONGEST = 30


def at_once(deeds: Sequence[Callable[[], Any]]) -> list[Any]:
    """Do all ``deeds`` at the same moment. Answers what each gave, or the error that it raised, in their order."""
    barrier = Barrier(len(deeds))
    answers: list[Any] = [TimeoutError(f"not finished in {LONGEST} seconds")] * len(deeds)

    def run(number: int) -> None:
        try:
            connection.ensure_connection()
            barrier.wait(LONGEST)
            answers[number] = deeds[number]()
        except Exception as error:
            answers[number] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=[number], daemon=True) for number in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONGEST)
    return answers


def refusals(answers: Sequence[Any]) -> list[DomainError]:
    """The refusals among ``answers``; any other error is raised."""
    for answer in answers:
        if isinstance(answer, Exception) and not isinstance(answer, DomainError):
            raise answer
    return [answer for answer in answers if isinstance(answer, DomainError)]


def successes(answers: Sequence[Any]) -> list[Any]:
    """What was not refused; an error that is no refusal is raised."""
    refusals(answers)
    return [answer for answer in answers if not isinstance(answer, DomainError)]
