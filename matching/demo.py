"""The demo's couples, what they did together and how the calls went."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, Q
from django.utils import timezone

from matching import actions
from matching.models import CheckIn, Couple, EndReason
from participants.demo import early_birds, people_of
from participants.models import Participant, Side
from projects.actions import note_time_away
from projects.demo import AFTERNOON, Kind, Story, moment, steps

# Fifteen meetings of four hours on average, as the report of 2010 tells: together 60 hours.
OSDORP_HOURS = [
    Decimal(hours) for hours in ["4", "3.5", "4.5", "4", "5", "3", "4", "4", "4.5", "3.5", "4", "5", "3", "4", "4"]
]
RUNNING_HOURS = [Decimal(hours) for hours in ["2", "3", "2.5", "4", "1.5", "3", "2"]]

# How the early calls went, by their place; all others went well.
RUNNING_CALLS = {
    7: (CheckIn.Outcome.HELP, "Vindt het lastig om zelf te bellen voor een afspraak."),
    10: (CheckIn.Outcome.HELP, "Weet niet goed wat ze samen kunnen doen."),
    12: (CheckIn.Outcome.NO_ANSWER, ""),
    15: (CheckIn.Outcome.STOPPED, "Heeft een baan gevonden en geen tijd meer."),
    18: (CheckIn.Outcome.ANSWERED, "Wilde niet lang praten, maar het ging."),
}
RUNNING_HANDLED = 10


def _form(story: Story, old: Participant, new: list[Participant], number: int, meeting_number: int) -> Couple:
    meeting = story.meeting(Kind.MIX, meeting_number)
    couple = actions.form_couple(
        project=story.project,
        old=old,
        new=new,
        meeting=meeting,
        origin=Couple.Origin.CHOSEN,
        on=meeting.day,
        ambassador=story.team[number % len(story.team)],
        by=story.coordinator,
    )
    return actions.note_first_appointment(
        couple=couple,
        at=moment(meeting.day + timedelta(days=4 + number % 3), AFTERNOON[0]),
        place="Bij de ingang van de bibliotheek",
        confirmed=True,
        by=story.coordinator,
    )


@steps.register(30)
def osdorp_june(story: Story) -> None:
    """29 June: six couples of two."""
    if story.key != "osdorp":
        return
    old, new = people_of(story, Side.OLD), people_of(story, Side.NEW)
    story.made["couples"] = [_form(story, old[number], [new[number]], number, 0) for number in range(6)]


@steps.register(45)
def osdorp_september(story: Story) -> None:
    """1 September: the four who waited with six newcomers, two of the couples with three people."""
    if story.key != "osdorp":
        return
    old, new = people_of(story, Side.OLD), people_of(story, Side.NEW)
    groups = [(6, [6, 7]), (7, [8, 9]), (8, [10]), (9, [11])]
    story.made["couples"] += [
        _form(story, old[one], [new[other] for other in others], one, 1) for one, others in groups
    ]
    for couple in story.made["couples"]:
        for member in couple.members.all():
            actions.say_going_on(member=member, wants=True, by=couple.ambassador)
        actions.extend_couple(couple=couple, by=story.coordinator)


@steps.register(50)
def osdorp_goes_out(story: Story) -> None:
    """Fifteen meetings per couple until the closing meeting, and the calls."""
    if story.key != "osdorp":
        return
    ideas = story.facts["outing_ideas"]
    closing = story.meeting(Kind.CLOSING).day
    for number, couple in enumerate(story.made["couples"]):
        between = (closing - couple.formed_on).days / (len(OSDORP_HOURS) + 1)
        for meeting, hours in enumerate(OSDORP_HOURS, start=1):
            actions.log_outing(
                couple=couple,
                day=couple.formed_on + timedelta(days=int(between * meeting)),
                hours=hours,
                what=ideas[(number * 7 + meeting) % len(ideas)],
                by=couple.ambassador,
            )
    _call(story, on=date(2010, 12, 1))


def _call(story: Story, on: date) -> None:
    actions.make_due_check_ins(by=None, on=on)
    calls = CheckIn.objects.filter(project=story.project)
    for call in calls:
        actions.record_call(check_in=call, outcome=CheckIn.Outcome.WELL, note="", on=call.due_on, by=call.ambassador)
    for call_list in story.project.call_lists.all():
        call_list.sent_at = moment(call_list.day, AFTERNOON[0])
        call_list.save()


@steps.register(70)
def osdorp_ends(story: Story) -> None:
    """After the closing meeting the agreed time is over."""
    if story.key != "osdorp":
        return
    for couple in Couple.objects.active().filter(project=story.project):
        actions.end_couple(
            couple=couple, reason=EndReason.COMPLETED, on=story.meeting(Kind.CLOSING).day, by=story.coordinator
        )


@steps.register(29)
def running_early_birds(story: Story) -> None:
    """Two who were made a couple by hand, eighty days ago: their time is nearly over."""
    if story.key != "running":
        return
    old, new = early_birds(story)
    couple = actions.form_couple(
        project=story.project,
        old=old,
        new=[new],
        on=timezone.localdate() - timedelta(days=80),
        ambassador=story.team[0],
        by=story.coordinator,
    )
    for week in range(11):
        actions.log_outing(
            couple=couple,
            day=couple.formed_on + timedelta(days=4 + 7 * week),
            hours=RUNNING_HOURS[week % len(RUNNING_HOURS)],
            by=couple.ambassador,
        )
    story.made["early"] = couple


@steps.register(30)
def running_couples(story: Story) -> None:
    """The proposal of the mix meeting, made so; one couple stopped since, two have not met for a while."""
    if story.key != "running":
        return
    meeting = story.meeting(Kind.MIX)
    board = actions.set_up_board(meeting=meeting, tables=12, rounds=8, minutes=5, by=story.coordinator)
    actions.propose_couples(board=board, by=story.coordinator)
    actions.confirm_couples(board=board, by=story.coordinator)
    couples = list(story.project.couples.filter(meeting=meeting).with_members())
    _running_outings(story, couples)
    actions.end_couple(
        couple=couples[-1],
        reason=EndReason.NO_TIME,
        note="Werkt nu ook op zaterdag.",
        stopping=[couples[-1].people[0]],
        on=meeting.day + timedelta(days=25),
        by=couples[-1].ambassador,
    )


@steps.register(30)
def practice_board(story: Story) -> None:
    """The board of this afternoon stands ready: twenty tables, eight rounds."""
    if story.is_practice:
        actions.set_up_board(meeting=story.meeting(Kind.MIX), tables=20, rounds=8, minutes=5, by=story.coordinator)


def _running_outings(story: Story, couples: list[Couple]) -> None:
    today = timezone.localdate()
    for number, couple in enumerate(couples):
        last = today - timedelta(days=17 if number in {2, 5} else number % 6)
        if number == len(couples) - 1:
            last = couple.formed_on + timedelta(days=20)
        for week, hours in enumerate(RUNNING_HOURS):
            day = couple.formed_on + timedelta(days=3 + 7 * week + number % 3)
            if day <= last and (number + week) % 4 != 3:
                actions.log_outing(couple=couple, day=day, hours=hours, what="", by=couple.ambassador)


@steps.register(55)
def running_calls(story: Story) -> None:
    """The early calls were made: some ask for help, one does not answer, one stops. The halfway calls are due.

    Of the couple that began before all others one was not called halfway.
    """
    if story.key != "running":
        return
    day = story.meeting(Kind.MIX).day + timedelta(days=14)
    actions.make_due_check_ins(by=None, on=day)
    forgotten = Q(member__couple=story.made["early"], kind=CheckIn.Kind.HALFWAY, member__slot=0)
    for number, call in enumerate(CheckIn.objects.filter(project=story.project).exclude(forgotten).order_by("pk")):
        outcome, note = RUNNING_CALLS.get(number, (CheckIn.Outcome.WELL, ""))
        times = CheckIn.MOST_ATTEMPTS if outcome == CheckIn.Outcome.NO_ANSWER else 1
        for attempt in range(times):
            actions.record_call(
                check_in=call, outcome=outcome, note=note, on=day + timedelta(days=attempt), by=call.ambassador
            )
        if number == RUNNING_HANDLED:
            done = "Samen de eerste afspraak gemaakt, bij de koffie in De Ringboog."
            actions.handle_check_in(check_in=call, note=done, on=day + timedelta(days=2), by=story.coordinator)
    for call_list in story.project.call_lists.all():
        call_list.sent_at = moment(call_list.day, AFTERNOON[0])
        call_list.save()
    actions.make_due_check_ins(by=None)


@steps.register(99)
def running_away(story: Story) -> None:
    """Who has the most calls to make goes away tomorrow for two weeks; a colleague takes over."""
    if story.key != "running":
        return
    today = timezone.localdate()
    callers = CheckIn.objects.open().filter(project=story.project, ambassador__isnull=False, due_on__lte=today)
    busiest = callers.order_by().values_list("ambassador").annotate(n=Count("pk")).order_by("-n", "ambassador")[0][0]
    member = story.project.memberships.get(user=busiest)
    note_time_away(
        membership=member,
        since=today + timedelta(days=1),
        until=today + timedelta(days=14),
        covered_by=story.project.memberships.filter(role=member.role).exclude(pk=member.pk).order_by("pk").last(),
        by=story.coordinator,
    )
