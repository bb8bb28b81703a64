"""The pages about partners and the team ask the database as often for forty rows as for five."""

import pytest

from matching.models import Couple
from mixen.accounts.models import User
from participants.models import Participant
from projects.models import (
    AgreementRequest,
    ContactNote,
    ContactPerson,
    Meeting,
    Membership,
    Organisation,
    OtherKind,
    Partnership,
    Project,
    TeamInvitation,
    TimeAway,
    Training,
)
from tests.mixen.test_query_counts import FEW, MANY, TODAY, couples, partners, projects, queries


def organisations(cast, number):
    """Partners, each with somebody to call, a second kind, a step to take and a question that waits; and doubles."""
    partners(cast, number)
    rows = list(Organisation.objects.filter(name__startswith="Partner").order_by("-pk")[:number])
    ContactPerson.objects.bulk_create(ContactPerson(organisation=one, name="Joke", phone="+31201") for one in rows)
    OtherKind.objects.bulk_create(OtherKind(organisation=one, kind="venue") for one in rows)
    ContactNote.objects.bulk_create(
        ContactNote(organisation=one, project=cast.project, what="x", next_step="Bel", next_on=TODAY) for one in rows
    )
    AgreementRequest.objects.bulk_create(
        AgreementRequest(partnership=one, email="a@example.org", addressee="A", contribution="x")
        for one in Partnership.objects.filter(organisation__in=rows)
    )


def one_organisation(cast, number):
    """A single organisation that does ever more."""
    projects(cast, number)
    one, _new = Organisation.objects.get_or_create(name="De Brug")
    ContactPerson.objects.bulk_create(ContactPerson(organisation=one, name="Joke") for _n in range(number))
    fresh = [project for project in Project.objects.all() if not one.partnerships.filter(project=project).exists()]
    Partnership.objects.bulk_create(Partnership(project=project, organisation=one) for project in fresh)
    ContactNote.objects.bulk_create(ContactNote(organisation=one, project=project, what="x") for project in fresh)
    Meeting.objects.update(venue=one)
    Participant.objects.update(heard_from=one)


def team(cast, number):
    known = User.objects.count()
    users = User.objects.bulk_create(User(email=f"t{known + n}@example.org", name="T") for n in range(number))
    rows = Membership.objects.bulk_create(
        Membership(project=cast.project, user=one, role="ambassador") for one in users
    )
    TimeAway.objects.bulk_create(TimeAway(membership=one, since=TODAY, until=TODAY) for one in rows)
    TeamInvitation.objects.bulk_create(
        TeamInvitation(project=cast.project, name="T", email=one.email) for one in users
    )
    training, _new = Training.objects.get_or_create(project=cast.project, part=1, on=TODAY)
    training.followed.add(*rows)
    for couple, user in zip(couples(cast, number), users, strict=True):
        Couple.objects.filter(pk=couple.pk).update(ambassador=user)


PAGES = [
    ("coordinator", "partners/", organisations),
    ("coordinator", "/organisaties/", organisations),
    ("leader", "/organisaties/organisaties.csv", organisations),
    ("coordinator", "/organisaties/dubbel/", organisations),
    ("coordinator", "/organisaties/{organisation}/", one_organisation),
    ("coordinator", "", organisations),
    ("coordinator", "team/", team),
    ("ambassador", "team/", team),
    ("coordinator", "team/training/", team),
]


@pytest.mark.parametrize(
    ("who", "address", "build"),
    PAGES,
    ids=[f"{who}-{path or 'overview'}-{build.__name__}" for who, path, build in PAGES],
)
def test_as_many_questions_for_forty_rows_as_for_five(cast, as_user, who, address, build):
    client = as_user(getattr(cast, who))
    build(cast, FEW)
    path = address.format(
        organisation=Organisation.objects.values_list("pk", flat=True).filter(name="De Brug").first()
    )
    path = path if path.startswith("/") else cast.project.get_absolute_url() + path
    client.get(path)
    few = queries(client, path)
    build(cast, MANY - FEW)
    many = queries(client, path)
    assert len(many) == len(few), [query for query in many if query not in few][:3]
    assert len(many) < 75
