"""The pages of the plan, the checklists and moving: what they show, keep, and refuse."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects import actions
from projects.models import Meeting, MeetingMove, MeetingTask, PlanStep, PlanTemplate
from projects.views.plan import groups_of

HERE = "/projecten/nieuw-west-2027/"
TODAY = date(2027, 3, 12)
DAY = timedelta(days=1)
STEP = {"name": "Taart", "phase": "closing", "due_on": "2-6-2027", "anchor": "closing", "owner_role": "ambassador"}


@pytest.fixture
def closing(cast):
    return cast.project.meetings.get(kind=Meeting.Kind.CLOSING)


@pytest.mark.parametrize(
    ("due_on", "key"),
    [
        (TODAY - DAY, "late"),
        (TODAY, "today"),
        (TODAY + DAY, "week"),
        (TODAY + 6 * DAY, "week"),
        (TODAY + 7 * DAY, "later"),
    ],
)
def test_a_step_stands_where_its_day_puts_it(due_on, key):
    assert [group.key for group in groups_of([PlanStep(due_on=due_on)], TODAY)] == [key]
    done = PlanStep(due_on=due_on, done_on=TODAY)
    assert [group.key for group in groups_of([done], TODAY)] == ["done"]


def test_the_plan_is_read_by_the_team_and_changed_by_who_leads(cast, as_user):
    ambassador, leader = as_user(cast.ambassador), as_user(cast.leader)
    assert "Stap toevoegen" not in ambassador.get(f"{HERE}stappenplan/").content.decode()
    page = leader.get(f"{HERE}stappenplan/").content.decode()
    assert "Stap toevoegen" in page
    assert "Bewaren als sjabloon" not in page
    assert "Bewaren als sjabloon" in as_user(cast.coordinator).get(f"{HERE}stappenplan/").content.decode()


def test_an_ambassador_ticks_what_is_theirs_and_no_other(cast, as_user):
    steps = cast.project.plan_steps
    own, theirs = steps.filter(owner_role="ambassador").first(), steps.filter(owner_role="coordinator").first()
    client = as_user(cast.ambassador)
    base = f"/projecten/{cast.project.slug}/stappenplan/"
    assert [client.post(f"{base}{step.pk}/").status_code for step in (own, theirs)] == [302, 403]
    own.refresh_from_db()
    assert (own.done_by, theirs.done_on) == (cast.ambassador, None)
    html = client.get(base).content.decode()
    assert f"{base}{own.pk}/" in html
    assert f"{base}{theirs.pk}/" not in html
    own.owner, own.done_on = cast.leader, None
    own.save()
    assert client.post(f"{base}{own.pk}/").status_code == 403


def test_a_step_is_added_changed_and_taken_out(cast, as_user):
    client = as_user(cast.leader)
    client.post(f"{HERE}stappenplan/nieuw/", {**STEP, "owner": cast.colleague.pk, "note": "Bij Oost"})
    step = PlanStep.objects.get(name="Taart")
    assert (step.offset_days, step.owner, step.note) == (-10, cast.colleague, "Bij Oost")
    assert f"{cast.colleague.name} · Afronding" in client.get(f"{HERE}stappenplan/").content.decode()
    client.post(f"{HERE}stappenplan/{step.pk}/aanpassen/", {**STEP, "due_on": "3-6-2027"})
    step.refresh_from_db()
    assert (step.offset_days, step.owner) == (-9, None)
    client.post(f"{HERE}stappenplan/{step.pk}/weg/")
    assert not PlanStep.objects.filter(pk=step.pk).exists()


def test_somebody_outside_the_team_owns_no_step(cast, as_user):
    answer = as_user(cast.leader).post(f"{HERE}stappenplan/nieuw/", {**STEP, "owner": cast.foreign_ambassador.pk})
    assert answer.status_code == 422
    assert not PlanStep.objects.filter(name="Taart").exists()


def test_a_plan_is_kept_by_the_coordinator(cast, as_user):
    as_user(cast.coordinator).post(f"{HERE}stappenplan/bewaren/", {"name": "Zo ging het"})
    assert PlanTemplate.objects.get().steps.count() == cast.project.plan_steps.count()
    assert as_user(cast.leader).post(f"{HERE}stappenplan/bewaren/", {"name": "Ook"}).status_code == 403


def test_an_ambassador_ticks_the_checklist_and_who_leads_changes_it(cast, as_user, closing):
    address = f"{HERE}bijeenkomsten/{closing.pk}/checklist/"
    task, client = closing.tasks.first(), as_user(cast.ambassador)
    client.post(f"{address}{task.pk}/")
    task.refresh_from_db()
    assert task.done_by == cast.ambassador
    assert f"Klaar, door {cast.ambassador.name}" in client.get(address).content.decode()
    client.post(f"{address}{task.pk}/")
    assert not MeetingTask.objects.get(pk=task.pk).is_done
    assert client.post(address, {"name": "Beamer"}).status_code == 403
    leader = as_user(cast.leader)
    leader.post(address, {"name": "Beamer"})
    again = leader.post(address, {"name": "beamer"})
    assert again.status_code == 422
    assert "al op de checklist" in again.content.decode()
    leader.post(f"{address}{task.pk}/weg/")
    assert not closing.tasks.filter(pk=task.pk).exists()
    other = cast.project.meetings.get(kind="mix")
    assert leader.post(f"{HERE}bijeenkomsten/{other.pk}/checklist/{closing.tasks.first().pk}/").status_code == 404


class TestMoving:
    """Look first, then move, and back."""

    def move(self, client, meeting, **typed):
        data = {"day": "2027-06-05", "begins": "13:30", "ends": "15:30", "deed": "look", **typed}
        return client.post(f"{HERE}bijeenkomsten/{meeting.pk}/verzetten/", data)

    def test_looking_shows_what_moves_along_and_moves_nothing(self, cast, as_user, closing):
        done = cast.project.plan_steps.filter(anchor="closing").first()
        actions.finish_step(step=done, by=None)
        answer = self.move(as_user(cast.leader), closing, day="2027-07-01")
        text = answer.content.decode()
        assert "9 dagen later begint de zomervakantie" in text
        assert "open stappen schuiven mee" in text
        assert "1 stap die klaar is, blijft staan" in text
        assert answer.context["better"]
        assert not MeetingMove.objects.exists()

    def test_a_better_day_is_one_tap(self, cast, as_user, closing):
        answer = self.move(as_user(cast.leader), closing, day="2027-07-01", pick="2027-06-17", reason="Zo")
        assert answer.status_code == 200
        form = answer.context["form"]
        assert (form["day"].value(), form["reason"].value()) == ("2027-06-17", "Zo")

    def test_a_day_with_something_against_it_is_shown_before_it_is_taken(self, cast, as_user, closing):
        client = as_user(cast.leader)
        first = self.move(client, closing, day="2027-07-01", deed="move")
        assert first.status_code == 422
        assert not MeetingMove.objects.exists()
        self.move(client, closing, day="2027-07-01", deed="move", weighed=first.context["form"]["weighed"].value())
        assert MeetingMove.objects.get().day_after == date(2027, 7, 1)

    def test_a_known_date_moves_with_a_reason_and_back_in_one_press(self, cast, as_user, closing):
        client = as_user(cast.leader)
        client.post(f"{HERE}bijeenkomsten/bekendmaken/")
        refused = self.move(client, closing, deed="move")
        assert refused.status_code == 422
        assert refused.context["form"].errors["reason"] == ["Vul dit in."]
        self.move(client, closing, deed="move", reason="Zaal dicht")
        page = client.get(f"{HERE}bijeenkomsten/").content.decode()
        assert "Omdat: Zaal dicht" in page
        move = MeetingMove.objects.get()
        assert as_user(cast.ambassador).post(f"{HERE}bijeenkomsten/verzet/{move.pk}/terug/").status_code == 403
        client.post(f"{HERE}bijeenkomsten/verzet/{move.pk}/terug/")
        assert Meeting.objects.get(pk=closing.pk).starts_at == closing.starts_at
        assert "Terugdraaien" not in client.get(f"{HERE}bijeenkomsten/").content.decode()

    def test_the_order_of_the_meetings_and_the_end_of_the_project_are_told(self, cast, as_user, closing):
        client = as_user(cast.leader)
        assert "niet meer op volgorde" in self.move(client, closing, day="2027-03-01").content.decode()
        assert "valt buiten het project" in self.move(client, closing, day="2027-09-01").content.decode()

    def test_what_is_no_day_is_told(self, cast, as_user, closing):
        answer = self.move(as_user(cast.leader), closing, day="31-6-2027", deed="move")
        assert answer.status_code == 422
        assert answer.context["form"]["day"].value() == "31-6-2027"
        assert self.move(as_user(cast.leader), closing, day="ooit").status_code == 200

    def test_the_page_of_the_meeting_itself_asks_the_reason_too(self, cast, as_user, closing):
        client = as_user(cast.leader)
        actions.announce_meetings(project=cast.project, by=None)
        data = {"kind": "closing", "day": "2027-06-05", "begins": "13:30", "ends": "15:30", "place": "Zaal 2"}
        refused = client.post(f"{HERE}bijeenkomsten/{closing.pk}/wijzigen/", data)
        assert refused.status_code == 422
        assert "al bekendgemaakt" in refused.content.decode()
        client.post(f"{HERE}bijeenkomsten/{closing.pk}/wijzigen/", {**data, "reason": "Zaal dicht"})
        assert MeetingMove.objects.get().reason == "Zaal dicht"


def fuller(cast, days):
    """One more meeting, that moved, and one more step that is done."""
    mix = cast.project.meetings.filter(kind="mix").first()
    times = {name: getattr(mix, name) + days * DAY for name in ("starts_at", "ends_at")}
    meeting = actions.plan_meeting(project=cast.project, kind="mix", by=None, **times)
    actions.change_meeting(meeting=meeting, ends_at=meeting.ends_at + timedelta(minutes=5), by=cast.leader)
    actions.finish_step(step=cast.project.plan_steps.open().first(), by=cast.leader)


@pytest.mark.parametrize("path", ["stappenplan/", "bijeenkomsten/"])
def test_a_longer_list_asks_no_more(cast, as_user, path, django_assert_num_queries):
    client = as_user(cast.leader)
    fuller(cast, 7)
    client.get(HERE + path)
    with CaptureQueriesContext(connection) as before:
        client.get(HERE + path)
    for days in (14, 21, 28):
        fuller(cast, days)
    with django_assert_num_queries(len(before)):
        client.get(HERE + path)
