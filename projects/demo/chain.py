"""From the first day to the end report: project, team, partners, report."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from mixen.accounts.models import User
from projects import actions
from projects.demo.story import AFTERNOON, FOLDER, Kind, Story, moment, read, steps
from projects.models import BudgetLine, ContactPerson, District, Meeting, Organisation, Role, StepFree
from projects.report_files import prepare_final


@steps.register(10)
def start(story: Story) -> None:
    """Project, meetings, plan, budget."""
    meetings: dict[Kind, tuple[datetime, datetime]] = {}
    later = []
    for kind, day in story.days:
        begin, end = (moment(day, at) for at in AFTERNOON)
        if kind in meetings:
            later.append((kind, begin, end))
        else:
            meetings[kind] = (begin, end)
    story.project = actions.start_project(
        name=story.name,
        slug=story.slug,
        district=District.objects.get(slug=story.district),
        area=story.area,
        aim=story.facts["aim"],
        starts_on=story.starts_on,
        ends_on=story.ends_on,
        meetings=meetings,
        is_practice=story.is_practice,
        by=story.coordinator,
    )
    for kind, begin, end in later:
        actions.plan_meeting(project=story.project, kind=kind, starts_at=begin, ends_at=end, by=story.coordinator)
    _finish_past_steps(story)


def _finish_past_steps(story: Story) -> None:
    """What was due is done, except the last two steps of a project that still runs."""
    due = story.project.plan_steps.late_on(timezone.localdate())
    done = list(due) if story.finished else list(due)[:-2]
    for step in done:
        actions.finish_step(step=step, on=step.due_on, by=story.coordinator)


@steps.register(11)
def team(story: Story) -> None:
    """Ambassadors with invented names; the demo log-ins have a place in the projects that run."""
    people = read("demo_people.json", FOLDER.parent / "participants")["ambassadors"]
    members = [(name, Role.AMBASSADOR) for name in people.get(story.key, [])]
    users = [
        (User.objects.get_or_create(email=f"{story.key}-{number}@example.org", defaults={"name": name})[0], role)
        for number, (name, role) in enumerate(members, start=1)
    ]
    if story.key in {"running", "practice"}:
        users.insert(0, (User.objects.get(email="ambassadeur@example.org"), Role.AMBASSADOR))
    if story.key != "osdorp":
        users.append((User.objects.get(email="projectleider@example.org"), Role.PROJECT_LEADER))
    for user, role in users:
        actions.add_team_member(
            project=story.project,
            user=user,
            role=role,
            by=story.coordinator,
            trained_on=story.starts_on + timedelta(days=20),
            conduct_certificate_seen_on=story.starts_on + timedelta(days=14),
            insured=True,
        )


CONTACTS = ["Joke Torenlicht", "Amir Rozentuin", "Ellen Kadeweg", "Sven Brugwachter", "Fadila Zonnehof"]


@steps.register(12)
def partners(story: Story) -> None:
    """Organisations, what each does, and the venue of the meetings."""
    district = story.project.district
    venue = None
    for facts in story.facts["organisations"]:
        organisation, _new = Organisation.objects.get_or_create(
            name=facts["name"],
            defaults={
                "kind": facts["kind"],
                "city_wide": facts["city_wide"],
                "district": district if facts["in_district"] else None,
            },
        )
        agreed_on = story.starts_on + timedelta(days=7)
        name = CONTACTS[len(organisation.name) % len(CONTACTS)]
        contact = organisation.contact_people.first() or ContactPerson.objects.create(
            organisation=organisation, name=name, email=f"contact-{organisation.pk}@example.org"
        )
        partnership = actions.add_partner(
            project=story.project,
            organisation=organisation,
            contribution=facts["contribution"],
            contact=contact,
            agreed_on=agreed_on,
            by=story.coordinator,
        )
        if story.key != "running" or facts["kind"] != Organisation.Kind.MEDIA:
            actions.confirm_partner(partnership=partnership, on=agreed_on + timedelta(days=3), by=story.coordinator)
        if facts["kind"] == Organisation.Kind.GOVERNMENT:
            actions.change_project(project=story.project, district_contact=contact, by=story.coordinator)
        if venue is None and facts["kind"] == Organisation.Kind.VENUE:
            venue = organisation
    for meeting in story.meetings:
        actions.change_meeting(meeting=meeting, by=story.coordinator, **_place(story, meeting, venue))


def _place(story: Story, meeting: Meeting, venue: Organisation | None) -> dict[str, Any]:
    """Osdorp's own places: the second mix meeting was in a school, the interim meeting in another centre."""
    if story.key == "osdorp" and meeting.day == date(2010, 9, 1):
        return {"venue": Organisation.objects.get(name="ROCvA"), "place": "ROC-school"}
    if story.key == "osdorp" and meeting.kind == Kind.INTERIM:
        return {"venue": Organisation.objects.get(name="Buurtcentrum RoSco")}
    return {"venue": venue}


@steps.register(14)
def next_meeting(story: Story) -> None:
    """The meeting in between is in five days; where is still to be found."""
    if story.key == "running":
        begin, end = (moment(timezone.localdate() + timedelta(days=5), at) for at in AFTERNOON)
        actions.plan_meeting(
            project=story.project, kind=Kind.INTERIM, starts_at=begin, ends_at=end, by=story.coordinator
        )


TRANSIT = {
    "osdorp": "tram 17, halte Osdorpplein",
    "running": "tram 19, halte Pontanusstraat",
    "preparing": "bus 34, halte Mosplein",
}


@steps.register(15)
def prepared(story: Story) -> None:
    """The dates are known, the halls can be reached, and what was needed for past meetings was ready."""
    halls = Organisation.objects.filter(meetings_hosted__project=story.project)
    for hall in halls.filter(transit="").distinct():
        hall.step_free, hall.transit = StepFree.YES, TRANSIT.get(story.key, "")
        hall.save()
    for meeting in story.meetings:
        ready = list(meeting.tasks.all()) if meeting.has_begun else list(meeting.tasks.all())[:2]
        for task in ready:
            actions.tick_task(task=task, by=story.coordinator)
    if story.project.meetings.upcoming().exists():
        actions.announce_meetings(project=story.project, by=story.coordinator)


@steps.register(97)
def put_off(story: Story) -> None:
    """One of the budget lines that are nearly used up may wait."""
    line = BudgetLine.objects.filter(group__project=story.project, code="4b").first()
    if story.key == "running" and line:
        actions.snooze(
            project=story.project,
            key=f"budget_nearly_used:{line.pk}",
            until=timezone.localdate() + timedelta(days=21),
            reason="Met het stadsdeel besproken: hier komt niets meer bij.",
            by=story.coordinator,
        )


@steps.register(90)
def report(story: Story) -> None:
    """The end report of a finished project, final; of one that runs, a draft."""
    if not story.has_happened:
        return
    draft = actions.start_report(project=story.project, by=story.coordinator)
    draft = actions.save_report_texts(
        report=draft,
        texts=_report_texts(story),
        name_countries=story.finished,
        by=story.coordinator,
    )
    if story.finished:
        actions.finalise_report(report=draft, files=prepare_final(draft), by=story.coordinator)


def _report_texts(story: Story) -> dict[str, str]:
    texts = dict(story.facts["texts"])
    texts.setdefault("background", story.facts["aim"])
    lessons = "\n".join(f"- {lesson}" for lesson in story.facts.get("lessons", []))
    texts["lessons"] = "\n\n".join(filter(None, [texts.get("lessons", ""), lessons]))
    return texts
