"""What happens to a registration that arrives: opened, checked, and then stored, parked or refused for good."""

import hashlib
import json
from enum import IntEnum

from django.utils.datastructures import MultiValueDict
from django.utils.translation import override

from mixen.accounts.models import User
from mixen.errors import DomainError
from mixen.languages import READING_LANGUAGES, SOURCE
from participants.actions import join, park
from participants.actions.receiving import Erased, Joining, OtherContent
from participants.forms.registration import RegistrationForm
from participants.models import Parked, Participant, Status, Tablet
from participants.registration.sealed import CannotOpen, Opened, open_sealed
from projects.models import Project

LANGUAGE_FIELD = "page_language"


class Answer(IntEnum):
    """What the sender hears. On all but the last one a tablet may let its record go."""

    STORED = 201
    ALREADY_STORED = 200
    PARKED = 202
    ERASED = 410
    CANNOT_OPEN = 400


def digest_of(answers: dict[str, list[str]]) -> str:
    """The fingerprint of what was typed, whatever the order of the fields."""
    told = {name: values for name, values in answers.items() if name != "csrfmiddlewaretoken"}
    text = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def language_of(answers: dict[str, list[str]]) -> str:
    """The language of the page on which it was filled in."""
    said = (answers.get(LANGUAGE_FIELD) or [SOURCE])[-1]
    return said if said in READING_LANGUAGES else SOURCE


def form_of(project: Project, answers: dict[str, list[str]]) -> RegistrationForm:
    """What was typed, as the form everybody fills in."""
    return RegistrationForm(project, MultiValueDict(answers))


def joining_of(form: RegistrationForm, language: str, tablet: Tablet | None = None) -> Joining:
    """What a valid form says."""
    return Joining(
        side=form.cleaned_data["side"],
        person=form.person_fields(),
        part=form.part_fields(),
        also=form.also(),
        country=form.cleaned_data.get("country") or "",
        signed=form.signed(form.cleaned_data["name"], language, tablet),
    )


def receive_sealed(tablet: Tablet, body: bytes) -> tuple[Answer, str]:
    """Take in what ``tablet`` sealed; the answer, and the key of the record as text (empty when it cannot be read).

    The key is told back, so that the tablet knows that we answered, and not the wifi of the hall.
    """
    try:
        opened = open_sealed(body)
    except CannotOpen:
        return Answer.CANNOT_OPEN, ""
    return receive(tablet.project, opened, by=tablet.opened_by, tablet=tablet), str(opened.key)


def receive(project: Project, opened: Opened, *, by: User | None, tablet: Tablet | None = None) -> Answer:
    """Take in one registration. What the rules refuse is parked, so that whoever sent it may let it go."""
    with override(SOURCE):  # what is parked is read by the coordinator
        try:
            return _taken_in(project, opened, by, tablet)
        except Erased:
            return Answer.ERASED


def _is_here(project: Project, opened: Opened, digest: str) -> bool:
    """Whether just this was stored before. A bad wifi sends many twice: those are not checked and weighed again."""
    found = Participant.objects.filter(registration_key=opened.key).order_by()
    return any(
        (number, kept) == (project.pk, digest) and status != Status.INTERESTED
        for number, kept, status in found.values_list("project_id", "registration_digest", "status")
    )


def _taken_in(project: Project, opened: Opened, by: User | None, tablet: Tablet | None) -> Answer:
    digest = digest_of(opened.answers)
    if _is_here(project, opened, digest):
        return Answer.ALREADY_STORED

    def parked(why: Parked.Why, faults: dict[str, list[str]]) -> Answer:
        facts = {"project": project, "key": opened.key, "digest": digest, "answers": opened.answers}
        park(**facts, why=why, faults=faults, by=by, tablet=tablet)  # type: ignore[arg-type]
        return Answer.PARKED

    form = form_of(project, {**opened.answers, "key": [str(opened.key)]})
    if not form.is_valid():
        return parked(
            Parked.Why.FIELDS, {name: [str(error) for error in found] for name, found in form.errors.items()}
        )
    try:
        joining = joining_of(form, language_of(opened.answers), tablet)
        _participant, first = join(project=project, key=opened.key, digest=digest, joining=joining, by=by)
    except Erased:
        raise
    except OtherContent:
        return parked(Parked.Why.OTHER_CONTENT, {})
    except DomainError as error:
        return parked(Parked.Why.FIELDS, {error.field or "": [error.message]})
    return Answer.STORED if first else Answer.ALREADY_STORED
