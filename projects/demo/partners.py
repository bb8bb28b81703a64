"""The running project's partners and team in full: a question without an answer, a remark, a promise, a training."""

from datetime import timedelta

from django.utils import timezone

from projects import actions
from projects.demo.story import Story, steps
from projects.models import AgreementRequest, Organisation, Partnership, TeamInvitation, Training

Kind = Organisation.Kind


def _of_kind(story: Story, kind: Organisation.Kind) -> Partnership:
    rows = Partnership.objects.filter(project=story.project, organisation__kind=kind)
    return rows.select_related("organisation", "contact")[0]


@steps.register(92)
def asked(story: Story) -> None:
    """The paper has not answered for ten days; the welfare organisation says that something is not right."""
    if story.key != "running":
        return
    waiting = actions.ask_to_confirm(partnership=_of_kind(story, Kind.MEDIA), by=story.coordinator)
    AgreementRequest.objects.filter(pk=waiting.pk).update(asked_at=timezone.now() - timedelta(days=10))
    welfare = _of_kind(story, Kind.WELFARE)
    changed = actions.change_partner(
        partnership=welfare,
        contribution=welfare.contribution,
        terms="Een medewerker komt naar de mixbijeenkomst en de slotbijeenkomst.\nHet buurthuis hangt posters op.",
        contact=welfare.contact,
        agreed_on=welfare.agreed_on,
        by=story.coordinator,
    )
    actions.answer_agreement(
        request=actions.ask_to_confirm(partnership=changed, by=story.coordinator),
        right=False,
        remark="Bij de slotbijeenkomst kunnen we niet komen, dan is iedereen vrij. De rest klopt.",
        by=None,
    )


@steps.register(93)
def spoken(story: Story) -> None:
    """A promise to the school that is due, a room the school has too, and a house that stands in the list twice."""
    if story.key != "running":
        return
    today = timezone.localdate()
    school = _of_kind(story, Kind.LANGUAGE_PROVIDER)
    actions.save_organisation(
        organisation=school.organisation,
        also=[Kind.VENUE],
        offers="Een lokaal voor 30 mensen, op woensdag en vrijdag.",
        by=story.coordinator,
    )
    actions.note_contact(
        organisation=school.organisation,
        project=story.project,
        contact=school.contact,
        on=today - timedelta(days=8),
        what="De docenten willen weten hoe het met hun leerlingen gaat. Ze komen graag op de slotbijeenkomst.",
        next_step="Bellen hoeveel docenten er komen",
        next_on=today - timedelta(days=1),
        by=story.coordinator,
    )
    venue = _of_kind(story, Kind.VENUE).organisation
    Organisation.objects.get_or_create(
        name=f"Stichting {venue.name}", defaults={"kind": Kind.VENUE, "district": venue.district}
    )


@steps.register(94)
def trained(story: Story) -> None:
    """Two half-days of training, tasks and dayparts, and somebody who was asked for the team nine days ago."""
    if story.key != "running":
        return
    members = list(story.project.memberships.order_by("pk"))
    for part, days in ((Training.Part.FIRST, 13), (Training.Part.SECOND, 20)):
        actions.save_training(
            project=story.project,
            part=part,
            on=story.starts_on + timedelta(days=days),
            place="Mozeshuis",
            topics="Werven en aanmelden\nDe mixbijeenkomst"
            if part == Training.Part.FIRST
            else "Bellen en doorvragen\nGrenzen en zorgen melden",
            followed=members,
            by=story.coordinator,
        )
    tasks = ["Inschrijftafel, bellen", "Excursies begeleiden", "Catering en muziek", "Werven op scholen"]
    for member, task in zip(members, tasks, strict=False):
        actions.change_team_member(
            membership=member, tasks=task, dayparts=["wed-1", "fri-2", "sat-2"], by=story.coordinator
        )
    invited = actions.invite_to_team(
        project=story.project, name="Rosa Molenpad", email="rosa-molenpad@example.org", by=story.coordinator
    )
    TeamInvitation.objects.filter(pk=invited.pk).update(invited_at=timezone.now() - timedelta(days=9))
