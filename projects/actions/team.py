"""The team of a project: asking people for it, what is noted of them, being away, and the training."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action, fill
from mixen.accounts.models import User
from mixen.celery import enqueue
from mixen.errors import DomainError
from projects.letters import send_team_invitations
from projects.models import Membership, Project, Role, TeamInvitation, TimeAway, Training
from projects.permissions import Permission, may


@action
def invite_to_team(
    *, project: Project, name: str, email: str, by: User | None, role: Role | str = Role.AMBASSADOR
) -> TeamInvitation:
    """Mail somebody a link that gives a place in the team. An older link to the same address opens nothing more.

    Nothing tells whether the address has an account. Raises DomainError for a project leader when ``by`` is not the
    coordinator.
    """
    if role == Role.PROJECT_LEADER and by and not may(by, Permission.MANAGE_CITY):
        raise DomainError(_("Alleen de coördinator nodigt een projectleider uit."), field="role")
    address = User.objects.normalize_email(email).lower()
    for older in project.team_invitations.standing().select_for_update(of=("self",)).filter(email=address):
        _withdraw(older)
    made = TeamInvitation.objects.create(project=project, name=name, email=address, role=role, invited_by=by)
    transaction.on_commit(lambda: enqueue(send_team_invitations))
    return made


@action
def withdraw_invitation(*, invitation: TeamInvitation, by: User | None) -> TeamInvitation:
    """The link opens nothing more. Raises DomainError when it was used already."""
    row = TeamInvitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if row.accepted_at:
        raise DomainError(_("%(name)s zit al in het team.") % {"name": row.name})
    return _withdraw(row)


def _withdraw(row: TeamInvitation) -> TeamInvitation:
    row.withdrawn_at = row.withdrawn_at or timezone.now()
    row.save(update_fields=["withdrawn_at"])
    return row


@action
def accept_invitation(*, invitation: TeamInvitation, name: str, by: User | None, password: str = "") -> Membership:
    """Take the place in the team, once. Who has an account keeps it as it is; else it is made, with ``password``.

    Without a password one logs in with a code by mail. Raises DomainError for a password that is too weak, and when
    the link was used or withdrawn meanwhile.
    """
    row = TeamInvitation.objects.select_for_update(of=("self",)).select_related("project").get(pk=invitation.pk)
    if row.accepted_at or row.withdrawn_at or row.is_over:
        raise DomainError(_("Deze uitnodiging is al gebruikt of ingetrokken."))
    # Asked of everybody, so that what is refused does not tell who has an account.
    _check_password(password, User(email=row.email, name=name))
    user = User.objects.filter(email__iexact=row.email).first()
    if user is None:
        user = User.objects.create_user(row.email, password or None, name=name)
    elif not user.is_active:
        raise DomainError(_("Dat lukt nu niet. Vraag het aan wie je heeft uitgenodigd."))
    row.accepted_at = timezone.now()
    row.save(update_fields=["accepted_at"])
    member = Membership.objects.filter(project=row.project, user=user).first()
    return member or Membership.objects.create(project=row.project, user=user, role=row.role)


def _check_password(password: str, user: User) -> None:
    if not password:
        return
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise DomainError(" ".join(error.messages), field="password") from error


@action
def change_team_member(*, membership: Membership, by: User | None, **noted: Any) -> Membership:
    """Change what is noted of somebody in the team: tasks, when they can, training, conduct certificate, insurance."""
    for name, value in noted.items():
        setattr(membership, name, value)
    membership.save()
    return membership


@action
def name_for_concerns(*, membership: Membership, named: bool, by: User | None) -> Membership:
    """Let a project leader read and handle the concerns of the project beside the coordinator, or no longer.

    Raises DomainError for who is no project leader, and when ``by`` is not the coordinator.
    """
    if by and not may(by, Permission.MANAGE_CITY):
        raise DomainError(_("Alleen de coördinator wijst iemand aan voor zorgen."))
    if named and membership.role != Role.PROJECT_LEADER:
        raise DomainError(_("Alleen een projectleider kan naast de coördinator zorgen behandelen."))
    membership.handles_concerns = named
    membership.save(update_fields=["handles_concerns"])
    return membership


@action
def note_time_away(
    *, membership: Membership, since: date, until: date, by: User | None, covered_by: Membership | None = None
) -> TimeAway:
    """Note when somebody is away, and who takes over; the calls themselves are handed over apart.

    Raises DomainError when the last day comes before the first or is past, when it overlaps another time, or when
    who takes over is not in the team, is the same person or is away too.
    """
    if until < since:
        raise DomainError(_("De laatste dag kan niet voor de eerste liggen."), field="until")
    if until < timezone.localdate():
        raise DomainError(_("Deze dagen zijn al voorbij."), field="until")
    if membership.times_away.touching(since, until).exists():
        raise DomainError(_("In deze dagen is %(name)s al weg.") % {"name": membership.user.name}, field="since")
    if covered_by:
        _check_cover(membership, covered_by, since, until)
    return TimeAway.objects.create(membership=membership, since=since, until=until, covered_by=covered_by)


def _check_cover(membership: Membership, cover: Membership, since: date, until: date) -> None:
    if cover.pk == membership.pk:
        raise DomainError(_("Kies iemand anders dan degene die weg is."), field="covered_by")
    if cover.project_id != membership.project_id:
        raise DomainError(_("Kies iemand uit het team van dit project."), field="covered_by")
    if cover.times_away.touching(since, until).exists():
        raise DomainError(_("%(name)s is dan zelf ook weg.") % {"name": cover.user.name}, field="covered_by")


@action
def take_back_time_away(*, away: TimeAway, by: User | None) -> None:
    """Somebody is there after all."""
    away.delete()


@action
def save_training(
    *, project: Project, part: int, on: date, followed: Iterable[Membership], by: User | None,
    training: Training | None = None, place: str = "", topics: str = "",
) -> Training:  # fmt: skip
    """Plan a half-day of training, or note who followed it. Who followed both is trained, on the last of the two days.

    Raises DomainError when this half-day stands on that day already, or somebody followed what is still to come.
    """
    people = list(followed)
    if people and on > timezone.localdate():
        raise DomainError(_("Deze training is nog niet geweest. Vul later in wie er waren."), field="followed")
    same_day = project.trainings.filter(part=part, on=on)
    if (same_day.exclude(pk=training.pk) if training else same_day).exists():
        raise DomainError(_("Deze training staat er al."), field="on")
    row, is_new = training or Training(project=project), training is None
    before = set() if is_new else set(row.followed.all())
    row.part, row.on, row.place, row.topics = part, on, place, topics
    row.save()
    if is_new:
        fill(row, "followed", people)
    else:
        row.followed.set(people)
    for member in before | set(people):
        _note_trained(member)
    return row


def _note_trained(member: Membership) -> None:
    """The day on which somebody had followed both halves; a day noted by hand is left alone while they have not."""
    days = dict(member.trainings.order_by("-on").values_list("part", "on"))
    if len(days) == len(Training.Part) and member.trained_on is None:
        member.trained_on = max(days.values())
        member.save(update_fields=["trained_on"])
