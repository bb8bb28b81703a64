"""What ``participants`` and ``projects`` hold of people, for export, erasure and retention."""

from collections.abc import Collection
from typing import Any

from mixen.accounts.wiping import remove
from participants.forgetting import discard
from participants.held import Held, HeldByProject, forgetters, holdings, of_projects
from participants.models import (
    AbsenceCall,
    AmbassadorWish,
    Attendance,
    Certificate,
    CertificateBatch,
    Claim,
    Concern,
    ConcernStep,
    Consent,
    CopyMail,
    DataRequest,
    Dish,
    Evaluation,
    Host,
    Invitation,
    Message,
    Mood,
    Parked,
    Participant,
    Person,
    PersonalLink,
    Photo,
    RegistrationDraft,
    Signature,
    StopWish,
    Told,
)
from projects.models import Guest, MeetingFile, Project, Snooze, TeamInvitation
from projects.models import Meeting as Gathering

PART = {
    "registration_digest": "",
    "dutch_level": "",
    "dayparts": [],
    "brings": "",
    "hopes": "",
    "whatsapp_ok": False,
    "teacher": "",
    "ambassador": None,
    "notes": "",
}
REASONS = ("stop_reason", "completion_reason", "no_certificate_reason")
holdings.add(
    10,
    Held(
        Participant,
        ways=("id",),
        values=PART,
        dashed=REASONS,
        sets=("interests",),
        notes=frozenset({"notes", *REASONS}),
        kept={"registration_key": "replaced by another when the person is forgotten; the old one is the erasure list"},
    ),
)
holdings.add(12, Held(Signature, goes=True))
holdings.add(13, Held(Consent, goes=True))
holdings.add(14, Held(PersonalLink, goes=True))
holdings.add(15, Held(CopyMail, goes=True))
holdings.add(16, Held(Message, goes=True))
holdings.add(17, Held(DataRequest, goes=True))
holdings.add(18, Held(Parked, goes=True))
holdings.add(20, Held(Attendance))
holdings.add(21, Held(Invitation, values={"children": 0, "given_up": ""}))
holdings.add(22, Held(Dish, goes=True))
holdings.add(23, Held(Host, goes=True))
holdings.add(24, Held(Photo, ways=("people",), goes=True))
holdings.add(25, Held(AbsenceCall, values={"note": ""}, notes=frozenset({"note"})))
holdings.add(26, Held(Mood, goes=True, notes=frozenset({"word"})))
holdings.add(27, Held(StopWish, goes=True, notes=frozenset({"word"})))
holdings.add(28, Held(AmbassadorWish, goes=True))
holdings.add(29, Held(Evaluation, values={"words": ""}))
holdings.add(
    30,
    Held(
        Claim,
        values={"description": "", "iban": "", "account_holder": ""},
        dashed=("reason",),
        notes=frozenset({"reason"}),
    ),
)
holdings.add(31, Held(Certificate, kept={"number": "says no name to who checks it, and stays valid on the wall"}))
holdings.add(
    32,
    Held(
        ConcernStep,
        ways=("concern__about", "concern__reporter"),
        dashed=("what",),
        notes=frozenset({"what"}),
        quiet=True,
    ),
)
holdings.add(
    33,
    Held(
        Concern,
        ways=("about", "reporter"),
        dashed=("words",),
        notes=frozenset({"words"}),
        quiet=True,
    ),
)

of_projects.add(10, HeldByProject(Told, values={"note": ""}))
of_projects.add(11, HeldByProject(Dish, way="meeting__project", goes=True))
of_projects.add(12, HeldByProject(Parked, goes=True))
of_projects.add(13, HeldByProject(RegistrationDraft, goes=True))
of_projects.add(14, HeldByProject(CertificateBatch, goes=True))
of_projects.add(15, HeldByProject(ConcernStep, way="concern__project", dashed=("what",)))
of_projects.add(16, HeldByProject(Concern, dashed=("words",)))
of_projects.add(20, HeldByProject(Gathering, values={"minutes": ""}, dashed=("closed_despite",)))
of_projects.add(21, HeldByProject(MeetingFile, way="meeting__project", goes=True))
of_projects.add(22, HeldByProject(Guest, way="meeting__project", values={"email": ""}, dashed=("name",)))
of_projects.add(23, HeldByProject(Snooze, goes=True))
of_projects.add(24, HeldByProject(TeamInvitation, goes=True))


@forgetters.register(10)
def printed_certificates(people: Collection[int]) -> None:
    """The print of all certificates has everybody's name in it; who is left is printed again in a minute."""
    projects = Project.objects.filter(participants__in=people, participants__certificate__isnull=False)
    for project in projects.distinct():
        discard(HeldByProject(CertificateBatch, goes=True).forget(project))


@forgetters.register(20)
def registrations_that_wait(people: Collection[int]) -> None:
    """What a tablet sent and nobody solved yet, and half a form on a phone, when they are of the same person."""
    for part in Participant.objects.filter(pk__in=people).select_related("person"):
        for model in (Parked, RegistrationDraft):
            rows: Any = model._default_manager.filter(project=part.project_id)
            found = {row.pk for row in rows if _is_of(row.answers, part.person)}
            if model is Parked:
                found |= set(rows.filter(key=part.registration_key).values_list("pk", flat=True))
            remove(model, found)


def _is_of(answers: dict[str, Any], person: Person) -> bool:
    """The same name, and nothing that says it is somebody else who is called so."""
    said = {name: _plain(answers.get(name)) for name in ("name", "phone", "email")}
    ways = [(said["phone"][-9:], _plain(person.phone)[-9:]), (said["email"], _plain(person.email))]
    known = [typed == kept for typed, kept in ways if typed and kept]
    return said["name"] == _plain(person.name) and (any(known) or not known)


def _plain(value: Any) -> str:
    text = str(value[-1] if isinstance(value, list) and value else value or "")
    return "".join(text.casefold().split())
