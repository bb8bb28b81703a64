"""A world in which every address opens something: each project filled with a row of every kind, under its own mark.

Every text a person typed holds the mark of its district, so a text that turns up elsewhere gives itself away.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.db import models
from django.utils import timezone

from matching.actions import (
    add_helper,
    end_couple,
    form_couple,
    keep_apart,
    log_outing,
    mark_here,
    note_first_appointment,
    note_next_appointment,
    offer_place,
    plan_the_rounds,
    propose_couples,
    set_up_board,
    set_weights,
    start_next_round,
)
from matching.choosing import met_by
from matching.models import Board, CallList, CheckIn, Choice, Couple, Slip
from participants.actions import (
    ask_about_own_data,
    ask_to_stop,
    assign_ambassador,
    note_absence_call,
    note_attendance,
    note_mood,
    note_told,
    open_tablet,
    register,
    say_not_the_same,
    sign_up,
)
from participants.models import (
    ConsentText,
    CopyMail,
    DiscardedFile,
    ErasedRegistration,
    Interest,
    Language,
    LanguageReview,
    Parked,
    Participant,
    RegistrationDraft,
)
from projects.actions import add_partner, add_task, change_meeting, keep_plan, snooze
from projects.models import (
    ContactPerson,
    Meeting,
    Organisation,
    PlanTemplate,
    Project,
    WeeklySummary,
)
from projects.weekly import monday_of
from tests.access.world_care import fill_care
from tests.access.world_meeting import fill_meeting
from tests.access.world_papers import fill_money, fill_papers, fill_pictures, fill_publicity
from tests.access.world_partners import fill_partners
from tests.access.world_programme import fill_programme

MARKS = {"nieuw-west": "MERKTEKEN-NIEUW-WEST", "noord": "MERKTEKEN-NOORD", "zuid": "MERKTEKEN-ZUID"}
PHONES = {"nieuw-west": "+31612340001", "noord": "+31612340002", "zuid": "+31612340003"}
COUNTRIES = {"nieuw-west": "SY", "noord": "ER", "zuid": "PE"}


@dataclass
class Filled:
    """A project with one row of each kind by name, and the mark every text of it holds."""

    project: Project
    mark: str
    rows: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, kind: str) -> Any:
        return self.rows[kind]


def fill(project: Project, *, ambassador: Any, by: Any) -> Filled:
    """Give ``project`` rows of every kind; ``ambassador`` looks after its people."""
    filled = Filled(project, MARKS[project.district.slug])
    fill_project(filled, by)
    fill_people(filled, ambassador, by)
    fill_couples(filled, ambassador, by)
    fill_afternoon(filled, by)
    fill_programme(filled, ambassador, by)
    fill_money(filled, by)
    fill_publicity(filled, by)
    fill_papers(filled, by)
    fill_pictures(filled, ambassador, by)
    fill_registering(filled, by)
    fill_recruiting(filled, ambassador, by)
    fill_meeting(filled, ambassador, by)
    fill_care(filled, ambassador, by)
    fill_partners(filled, ambassador, by)
    return filled


def fill_project(filled: Filled, by: Any) -> None:
    """The project itself, its district's organisations, its plan and its meetings."""
    mark, project, rows = filled.mark, filled.project, filled.rows
    project.name, project.area, project.aim = f"{mark} project", mark, mark
    rows["organisation"] = Organisation.objects.create(
        name=f"{mark} organisatie",
        district=project.district,
        address=mark,
        website=f"https://{mark.lower()}.example",
        transit=mark,
    )
    rows["other_organisation"] = Organisation.objects.create(name=f"{mark} andere", district=project.district)
    for organisation in (rows["organisation"], rows["other_organisation"]):
        contact = ContactPerson.objects.create(
            organisation=organisation, name=f"{mark} contact", job=mark, email=address(mark), phone="+31201234567"
        )
        rows.setdefault("contact", contact)
    rows["partnership"] = add_partner(
        project=project,
        organisation=rows["organisation"],
        contribution=mark,
        contact=rows["contact"],
        agreed_on=timezone.localdate() - timedelta(days=20),
        by=by,
    )
    project.district_contact = rows["contact"]
    project.save()
    rows["snooze"] = snooze(
        project=project,
        key=f"agreements_not_confirmed:{rows['partnership'].pk}",
        until=timezone.localdate() + timedelta(days=9),
        reason=mark,
        by=by,
    )
    WeeklySummary.objects.get_or_create(user=by, week=monday_of(timezone.localdate()))
    rows["step"] = project.plan_steps.first()
    rows["step"].name, rows["step"].note = f"{mark} stap", mark
    rows["step"].save()
    if project.plan_steps.exists() and not PlanTemplate.objects.exists():
        keep_plan(project=project, name="Sjabloon van een project", by=by)  # of no district, so it bears no mark
    for meeting in project.meetings.all():
        meeting.venue, meeting.place, meeting.transit = rows["organisation"], mark, mark
        meeting.programme = meeting.minutes = mark
        meeting.save()
        rows[f"{meeting.kind}_meeting"] = meeting
    rows["meeting"] = rows["mix_meeting"]
    fill_moving(filled, by)


def fill_moving(filled: Filled, by: Any) -> None:
    """A line of a checklist, and a meeting that ends later than it did."""
    rows, closing = filled.rows, filled["closing_meeting"]
    rows["task"] = add_task(meeting=rows["meeting"], name=f"{filled.mark} punt", by=by)
    later = closing.ends_at + timedelta(minutes=5)
    rows["closing_meeting"] = change_meeting(meeting=closing, ends_at=later, reason=filled.mark, by=by)
    rows["move"] = closing.moves.get()


def address(mark: str) -> str:
    return f"{mark.lower()}@example.org"


def fill_people(filled: Filled, ambassador: Any, by: Any) -> None:
    """Three of each side who signed up, and somebody who is interested."""
    for side in ("old", "new"):
        for number in range(1, 4):
            somebody = _register(filled, f"{side} {number}", side, by)
            sign_up(
                participant=somebody,
                signed_as=somebody.person.name,
                also=[ConsentText.Kind.COUNTRY],
                by=by,
            )
            assign_ambassador(participant=somebody, ambassador=ambassador, by=by)
            filled.rows[f"{side}_{number}"] = somebody
    filled.rows["interested"] = _register(filled, "interested", "new", by)
    filled.rows["participant"] = filled["old_3"]
    filled.rows["attendance"] = note_attendance(
        meeting=filled["meeting"], participant=filled["old_1"], present=True, by=by
    )
    Participant.objects.filter(project=filled.project).update(stop_reason=filled.mark, completion_reason=filled.mark)
    filled.rows["consent"] = filled["old_1"].consents.first()
    filled.rows["not_the_same"] = say_not_the_same(first=filled["old_1"].person, second=filled["old_2"].person, by=by)


def _register(filled: Filled, name: str, side: str, by: Any) -> Participant:
    mark, slug = filled.mark, filled.project.district.slug
    person = {
        "name": f"{mark} {name}",
        "call_name": f"{mark} {name}",
        "own_script_name": mark,
        "pronunciation": mark,
        "gender": "woman",
        "birth_year": 1960,
        "phone": PHONES[slug],
        "email": address(mark),
        "reach": mark,
        "street": f"{mark}-straat 1",
        "postcode": "1069 AB",
        "country": COUNTRIES[slug],
        "languages": list(Language.objects.all()[:1]),
    }
    part = {
        "brings": mark,
        "hopes": mark,
        "teacher": mark,
        "notes": f"{mark} notitie",
        "max_new": 3 if side == "old" else 1,
        "dayparts": ["sat-1"],
        "interests": list(Interest.objects.all()[:1]),
        "heard_from": filled["organisation"],
    }
    return register(project=filled.project, side=side, person=person, part=part, by=by)


def fill_couples(filled: Filled, ambassador: Any, by: Any) -> None:
    """A couple that goes on, with all that belongs to it, and one that ended."""
    mark, project, rows, today = filled.mark, filled.project, filled.rows, timezone.localdate()
    ended = form_couple(project=project, old=rows["old_2"], new=[rows["new_2"]], why=mark, by=by)
    rows["ended_couple"] = end_couple(couple=ended, reason="no_time", note=mark, by=by)
    couple = form_couple(
        project=project,
        old=rows["old_1"],
        new=[rows["new_1"]],
        meeting=rows["meeting"],
        origin=Couple.Origin.PROPOSED,
        why=mark,
        ambassador=ambassador,
        by=by,
    )
    rows["couple"] = note_first_appointment(couple=couple, at=timezone.now(), place=mark, confirmed=True, by=by)
    note_next_appointment(couple=couple, at=timezone.now() + timedelta(days=7), place=mark, by=by)
    rows["outing"] = log_outing(couple=couple, day=today, hours=Decimal(2), what=mark, by=by)
    rows["choice"] = Choice.objects.create(
        meeting=rows["meeting"], chooser=rows["old_1"], chosen=rows["new_1"], answer="yes"
    )
    outcomes = {"check_in": ("early", "open", "old_1"), "help_call": ("halfway", "help", "new_1")}
    for key, (kind, outcome, who) in outcomes.items():
        rows[key] = CheckIn.objects.create(
            project=project,
            member=couple.members.get(participant=rows[who]),
            kind=kind,
            due_on=today,
            ambassador=ambassador,
            outcome=outcome,
            note=f"{mark} gesprek",
            handled_note=f"{mark} gedaan",
        )
    rows["call_list"] = CallList.objects.create(project=project, ambassador=ambassador, day=today)


def fill_afternoon(filled: Filled, by: Any) -> None:
    """The board of the mix meeting, halfway: rounds, a choice slip, a proposal, who helps and who is kept apart."""
    mark, rows = filled.mark, filled.rows
    rows["board"] = board = set_up_board(meeting=rows["meeting"], tables=4, rounds=2, minutes=5, by=by)
    for key in ("old_2", "old_3", "new_2", "new_3"):
        mark_here(board=board, participant=rows[key], by=by)
    rows["helper"] = add_helper(board=board, kind="host", name=f"{mark} gastvrouw", organisation=None, by=by)
    rows["not_together"] = keep_apart(first=rows["old_2"], second=rows["new_2"], by=by)
    plan_the_rounds(board=board, by=by)
    start_next_round(board=board, by=by)
    met = next(iter(met_by(board, rows["old_3"])))
    rows["slip"] = Slip.objects.create(board=board, participant=rows["old_3"], turn=1, answers={"1": "yes"})
    rows["other_choice"] = Choice.objects.create(
        meeting=rows["meeting"], chooser=rows["old_3"], chosen_id=met, answer="maybe"
    )
    rows["proposal"] = propose_couples(board=board, by=by)
    rows["proposal"].what = mark
    rows["proposal"].save()
    Board.objects.filter(pk=board.pk).update(change=mark)
    rows["weights"] = set_weights(project=filled.project, weights={"language": 100}, by=by)
    rows["member"] = offer_place(member=rows["couple"].members.get(slot=0), shares_address=False, pickup=mark, by=by)


def fill_recruiting(filled: Filled, ambassador: Any, by: Any) -> None:
    """Who was told, somebody who did not come and was called, and why a meeting was closed all the same."""
    mark, rows, meeting = filled.mark, filled.rows, filled["information_meeting"]
    rows["told"] = note_told(
        project=filled.project,
        channel="school",
        organisation=rows["organisation"],
        people=30,
        note=f"{mark} verteld",
        by=ambassador,
    )
    rows["absent"] = _register(filled, "absent", "new", by)
    assign_ambassador(participant=rows["absent"], ambassador=ambassador, by=by)
    note_attendance(meeting=meeting, participant=rows["absent"], present=False, by=by)
    rows["absence_call"] = note_absence_call(
        participant=rows["absent"], meeting=meeting, outcome="no_answer", note=f"{mark} telefoontje", by=ambassador
    )
    Meeting.objects.filter(project=filled.project).update(closed_despite=mark)


def fill_registering(filled: Filled, by: Any) -> None:
    """A tablet in registration mode, what it sent that somebody must look at, and a form somebody began."""
    mark, project, rows = filled.mark, filled.project, filled.rows
    rows["tablet"] = open_tablet(project=project, pin="4827", name=mark, by=by).tablet
    for key, outcome in (("parked", {}), ("solved", {"outcome": "dropped", "solved_at": timezone.now()})):
        rows[key] = Parked.objects.create(
            project=project,
            tablet=rows["tablet"],
            key=uuid4(),
            digest=f"{key} {mark}",
            answers={"name": [mark]},
            why="fields",
            reason=mark,
            **outcome,
        )
    rows["draft_form"] = RegistrationDraft.objects.create(project=project, answers={"name": [mark]})
    rows["link"] = rows["old_1"].personal_link
    fill_wellbeing(filled, by)
    CopyMail.objects.create(participant=rows["old_1"])
    rows["message"] = rows["old_1"].messages.create(
        kind="reminder_meeting",
        about=f"1 {timezone.now() + timedelta(days=1):%Y-%m-%dT%H:%M%z}",
        send_at=timezone.now(),
        claimed_at=timezone.now(),
        failures=1,
        given_up=mark,
        channel="email",
    )
    ErasedRegistration.objects.create(key=uuid4())
    DiscardedFile.objects.create(name=f"photos/{uuid4()}.jpg")
    rows["data_request"] = ask_about_own_data(participant=rows["old_1"], kind="erase", by=None)


def fill_wellbeing(filled: Filled, by: Any) -> None:
    """What two of them said, and when they meet next."""
    mark, rows = filled.mark, filled.rows
    rows["mood"] = note_mood(participant=rows["old_1"], face=1, word=mark, by=by)
    rows["wish"] = ask_to_stop(participant=rows["new_1"], word=mark, by=by)
    when = timezone.now() + timedelta(days=5)
    rows["couple"] = note_next_appointment(couple=rows["couple"], at=when, place=mark, by=by)


def reference() -> None:
    """A language, an interest and the texts people agree to, for when no migration brought them."""
    Language.objects.get_or_create(code="ar", defaults={"name": "Arabisch"})
    Interest.objects.get_or_create(key="wandelen", defaults={"name": "Wandelen"})
    LanguageReview.objects.get_or_create(language="ar", defaults={"read_by": "Iemand"})


def all_rows() -> dict[str, list[Any]]:
    """Everything our apps hold, by model, to see whether anything changed."""
    from django.apps import apps

    held: dict[str, list[Any]] = {}
    for app in ("projects", "participants", "matching", "excursions"):
        for model in apps.get_app_config(app).get_models(include_auto_created=True):
            if not model.__name__.startswith("Historical"):
                held[model._meta.label] = list(model._default_manager.order_by("pk").values_list())
    return held


def text_fields(model: type[models.Model]) -> list[str]:
    """The fields of ``model`` in which somebody types freely."""
    free = (models.CharField, models.TextField)
    return [
        one.name
        for one in model._meta.get_fields()
        if isinstance(one, free) and not one.choices and type(one).__name__ != "CountryField"
    ]
