"""Who left the team is erased: nothing names them, nothing lets them in, and what they did is still there."""

import json
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from axes.models import AccessAttempt, AccessLog
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from mixen.accounts.models import AccessNotice, AuditEvent, User
from mixen.accounts.notices import tell
from mixen.errors import DomainError
from projects import erased_accounts
from projects.actions import (
    add_team_member,
    change_team_member,
    erase_account,
    invite_to_team,
    note_time_away,
    save_training,
)
from projects.models import DistrictOfficial, Membership, Project, Role, TeamInvitation, TimeAway
from projects.restoring import ErasedAccounts
from tests.conftest import NOW, PASSWORD, Cast
from tests.everywhere import in_all_tables
from tests.projects.money import allowance, approved

MARK = "Kwiebus"
ADDRESS = "kwiebus@example.org"
TODAY = NOW.date()


@pytest.fixture
def left(cast: Cast) -> User:
    """Somebody who did a lot: in a team that runs and one that ended, official, with everything that names them."""
    user = User.objects.create_user(ADDRESS, PASSWORD, name=f"{MARK} Weg", phone="+31687654321")
    AccessLog.objects.create(username=ADDRESS)
    AccessAttempt.objects.create(username=ADDRESS.title(), failures_since_start=1)
    EmailAddress.objects.create(user=user, email=ADDRESS, verified=True, primary=True)
    TOTP.activate(user, generate_totp_secret())
    tell(user, AccessNotice.What.ADDED)
    kind = ContentType.objects.get_for_model(User)
    LogEntry.objects.create(
        user=cast.coordinator, content_type=kind, object_id=str(user.pk), object_repr=user.name, action_flag=CHANGE
    )
    DistrictOfficial.objects.create(user=user, district=cast.project.district)
    invite_to_team(project=cast.project, name=user.name, email=ADDRESS, by=cast.coordinator)
    for project in (cast.project, cast.foreign):
        member = add_team_member(project=project, user=user, role=Role.AMBASSADOR, by=cast.coordinator)
        change_team_member(membership=member, tasks=f"{MARK} doet de soep", insured=True, by=cast.coordinator)
        change_team_member(membership=member, tasks="De koffie", trained_on=TODAY, by=cast.coordinator)
        note_time_away(membership=member, since=TODAY, until=TODAY, by=user)
    save_training(project=cast.foreign, part=1, on=TODAY, followed=[member], by=user)
    Project.objects.filter(pk=cast.foreign.pk).update(ends_on=TODAY - timedelta(days=1))
    return user


def test_nothing_names_them_any_more(cast: Cast, left: User) -> None:
    assert len(in_all_tables(MARK)) > 7, "or this test shows nothing"
    erase_account(user=left, by=cast.coordinator)
    assert in_all_tables(MARK) == []
    assert in_all_tables("+31687654321") == []
    left.refresh_from_db()
    assert (left.name, left.is_active, left.erased_on) == ("oud-teamlid", False, TODAY)
    assert left.email.endswith(".invalid")


def test_they_are_logged_out_everywhere_and_cannot_come_in(cast: Cast, left: User, as_user: Any) -> None:
    devices = [as_user(left), as_user(left)]
    assert [one.get("/").status_code for one in devices] == [200, 200]
    erase_account(user=left, by=cast.coordinator)
    assert {one.get("/").headers["Location"].split("?")[0] for one in devices} == {"/account/login/"}
    Client().post("/account/login/", {"login": ADDRESS, "password": PASSWORD})
    assert not AuditEvent.objects.filter(kind="login", at__gt=NOW, by=left).exists()
    assert not User.objects.get(pk=left.pk).has_usable_password()


def test_they_leave_the_team_that_runs_and_were_in_the_one_that_ended(cast: Cast, left: User) -> None:
    erase_account(user=left, by=cast.coordinator)
    (stays,) = Membership.objects.filter(user=left)
    assert (stays.project, stays.role) == (cast.foreign, Role.AMBASSADOR)
    assert (stays.tasks, stays.insured, stays.trained_on) == ("", False, None)
    assert not any(row.tasks or row.insured for row in Membership.history.filter(user=left.pk))  # type: ignore[attr-defined]
    assert not TimeAway.objects.exists()
    assert not TeamInvitation.objects.exists()
    assert not DistrictOfficial.objects.filter(user=left).exists()


def test_what_they_did_stays_by_somebody_without_a_name(cast: Cast, left: User, as_user: Any) -> None:
    before = cast.foreign.trainings.get().history.get().history_user_id
    erase_account(user=left, by=cast.coordinator)
    assert before == cast.foreign.trainings.get().history.get().history_user_id == left.pk
    (event,) = AuditEvent.objects.filter(detail="erased")
    assert (event.by, event.object_id) == (cast.coordinator, str(left.pk))
    page = as_user(cast.coordinator).get(reverse("participants:trail"), {"wie": left.pk}).content.decode()
    assert "oud-teamlid" in page.lower()


class TestRefused:
    def test_oneself(self, cast: Cast) -> None:
        User.objects.filter(pk=cast.leader.pk).update(is_coordinator=True)
        with pytest.raises(DomainError, match="Je eigen account"):
            erase_account(user=cast.coordinator, by=cast.coordinator)

    @pytest.mark.parametrize("off", [True, False])
    def test_the_last_coordinator(self, cast: Cast, off: bool) -> None:
        """One whose account is off does not count."""
        User.objects.create_user("tweede@example.org", name="Tweede", is_coordinator=True, is_active=not off)
        if off:
            with pytest.raises(DomainError, match="enige coördinator"):
                erase_account(user=cast.coordinator, by=None)
            assert User.objects.get(pk=cast.coordinator.pk).name == "Coordinator"
        else:
            assert erase_account(user=cast.coordinator, by=None).erased_on == TODAY

    def test_while_somebody_looks_after_people(self, cast: Cast) -> None:
        with pytest.raises(DomainError, match="nog werk in Nieuw-West 2027: 8 deelnemers"):
            erase_account(user=cast.ambassador, by=cast.coordinator)
        assert Membership.objects.filter(user=cast.ambassador).exists()

    def test_while_something_is_to_be_paid(self, cast: Cast) -> None:
        approved(allowance(cast.project, cast.colleague))
        with pytest.raises(DomainError, match="krijgt nog een vergoeding"):
            erase_account(user=cast.colleague, by=cast.coordinator)

    def test_twice(self, cast: Cast) -> None:
        erase_account(user=cast.colleague, by=cast.coordinator)
        with pytest.raises(DomainError, match="al gewist"):
            erase_account(user=cast.colleague, by=cast.coordinator)


class TestPage:
    def path(self, user: User) -> str:
        return f"/accounts/{user.pk}/wissen/"

    def test_the_name_is_typed_over(self, cast: Cast, left: User, as_user: Any) -> None:
        client = as_user(cast.coordinator)
        assert f'href="{self.path(left)}"' in client.get("/accounts/").content.decode()
        page = client.get(self.path(left)).content.decode()
        assert "de plek in het team van Nieuw-West 2027" in page
        wrong = client.post(self.path(left), {"name": "Iemand anders"})
        assert wrong.status_code == 422
        assert "Iemand anders" in wrong.content.decode()
        assert client.post(self.path(left), {"name": f" {MARK.upper()} weg"}).status_code == 302
        assert MARK not in client.get("/accounts/").content.decode()
        assert client.get(self.path(left)).status_code == 404

    def test_what_is_in_their_hands_is_said_beforehand(self, cast: Cast, as_user: Any) -> None:
        client = as_user(cast.coordinator)
        page = client.get(self.path(cast.ambassador)).content.decode()
        assert "8 deelnemers" in page
        assert "Typ de naam over" not in page
        answer = client.post(self.path(cast.ambassador), {"name": cast.ambassador.name})
        assert answer.status_code == 422
        assert "Geef dat eerst aan iemand anders." in answer.content.decode()

    def test_the_web_admin_does_not_bring_them_back(self, cast: Cast, left: User, as_user: Any) -> None:
        erase_account(user=left, by=cast.coordinator)
        page = f"/beheer/accounts/user/{left.pk}/change/"
        as_user(cast.coordinator).post(page, {"name": MARK, "email": ADDRESS, "is_active": "on"})
        assert User.objects.get(pk=left.pk).name == "oud-teamlid"


class TestRestored:
    """A copy that is put back does not bring anybody back."""

    @pytest.fixture
    def text(self, cast: Cast, left: User, django_capture_on_commit_callbacks: Any) -> bytes:
        self.made = left.date_joined
        with django_capture_on_commit_callbacks(execute=True):
            erase_account(user=left, by=cast.coordinator)
        return ErasedAccounts().read()

    def test_the_list_names_nobody_and_grows_once(self, left: User, text: bytes) -> None:
        (line,) = text.decode().splitlines()
        assert json.loads(line) == {"account": left.pk, "made": self.made.isoformat()}
        assert erased_accounts.save() == 0

    def test_who_is_back_goes_again_and_an_account_of_the_same_number_stays(self, left: User, text: bytes) -> None:
        User.objects.filter(pk=left.pk).update(name=MARK, email=ADDRESS, erased_on=None, is_active=True)
        assert ErasedAccounts().replay([text, text]).startswith("1 accounts erased again; 0 others")
        assert in_all_tables(MARK) == []
        later = self.made + timedelta(seconds=1)
        User.objects.filter(pk=left.pk).update(name=MARK, erased_on=None, date_joined=later)
        assert ErasedAccounts().replay([text]).startswith("0 accounts erased again; 1 others")
        assert User.objects.get(pk=left.pk).name == MARK

    def test_the_only_coordinator_is_left_for_somebody_to_get_in(self, cast: Cast) -> None:
        line = json.dumps({"account": cast.coordinator.pk, "made": cast.coordinator.date_joined.isoformat()})
        assert "1 is the only coordinator" in ErasedAccounts().replay([f"{line}\n".encode()])
        assert User.objects.get(pk=cast.coordinator.pk).is_active

    @pytest.mark.parametrize("line", ["x", "{}", '{"account": "a", "made": "b"}', "[]"])
    def test_a_line_that_cannot_be_read_stops_it(self, db: None, line: str) -> None:
        with pytest.raises(ValueError, match="cannot be read"):
            ErasedAccounts().replay([f"{line}\n".encode()])
