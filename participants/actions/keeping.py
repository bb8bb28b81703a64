"""Letting go of what is past its term, and what people themselves say and ask about what is kept of them."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.actions.erasing import erase_person
from participants.forgetting import forget_project, numbers_of
from participants.held import holdings
from participants.models import DataRequest, Participant, Person
from participants.staying import by_person, is_asked, stays_of
from projects.models import Project


@action
def erase_when_due(*, person: Person, today: date, by: User | None) -> bool:
    """Erase ``person`` if all of their terms are over on ``today``; whether they were."""
    Person.objects.select_for_update().get(pk=person.pk)
    parts = by_person(stays_of(Participant.objects.remembered().filter(person=person))).get(person.pk)
    if not parts or not parts[-1].is_over(today):
        return False
    erase_person(person=person, why=parts[-1].why, by=by)
    return True


@action
def forget_notes(*, participant: Participant, by: User | None) -> None:
    """Let go of what the team wrote about somebody in this project; all else stays."""
    numbers = numbers_of([participant])
    for held in holdings:
        held.forget_notes(numbers)


@action
def forget_words(*, project: Project, by: User | None) -> None:
    """Let go of the words about people that belong to no participant: minutes, guests, proposals."""
    forget_project(project)


@action
def say_staying(*, participant: Participant, by: User | None) -> Participant:
    """Somebody without a buddy stays on the list: their year begins anew. Raises DomainError when nobody asked."""
    locked = Participant.objects.select_for_update().get(pk=participant.pk)
    if locked.stays_since == timezone.localdate():
        return locked
    if not is_asked(locked):
        raise DomainError(_("Deze vraag is niet meer open."))
    locked.stays_since = timezone.localdate()
    locked.save(update_fields=["stays_since"])
    return locked


@action
def leave_list(*, participant: Participant, by: User | None) -> None:
    """Somebody without a buddy who was asked whether to stay says no, and is erased at once.

    Raises DomainError for who was not asked: with a buddy, or money to come, a person looks at it first.
    """
    if not is_asked(participant):
        raise DomainError(_("Deze vraag is niet meer open."))
    erase_person(person=participant.person, by=by)


@action
def ask_about_own_data(*, participant: Participant, kind: DataRequest.Kind | str, by: User | None) -> DataRequest:
    """Somebody asks for everything that is kept, or to be erased; asked twice it is one request."""
    if kind not in DataRequest.Kind.values:
        raise DomainError(_("Kies wat je wilt vragen."))
    open_ones = DataRequest.objects.open().filter(participant=participant, kind=kind)
    if found := open_ones.first():
        return found
    try:
        with transaction.atomic():
            return DataRequest.objects.create(participant=participant, kind=kind)
    except IntegrityError:  # pressed twice at the same moment
        return open_ones.get()


@action
def handle_data_request(*, participant: Participant, kind: DataRequest.Kind | str, by: User | None) -> int:
    """What ``participant`` asked was done, or answered in another way; how many requests that ends."""
    rows = DataRequest.objects.select_for_update().open().filter(participant__person=participant.person_id, kind=kind)
    done = list(rows)
    for row in done:
        row.handled_at, row.handled_by = timezone.now(), by
        row.save()
    return len(done)
