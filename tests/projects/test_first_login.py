"""From the invitation to the first page: making the account, logging in, and for who leads the second step."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from mixen.accounts.models import User
from projects.actions import invite_to_team
from projects.letters import send_team_invitations
from projects.models import Role

PASSWORD = "drie woorden achter elkaar"


@pytest.fixture(autouse=True)
def strict(settings, db):
    settings.SECOND_FACTOR_REQUIRED = True
    cache.clear()


def invited(cast, role):
    """The path of the link in the mail that somebody new gets."""
    invite_to_team(project=cast.project, name="Noa Nieuw", email="noa@example.org", role=role, by=cast.coordinator)
    send_team_invitations()
    return re.search(r"/uitnodiging/\S+/", mail.outbox[-1].body).group(0)


@pytest.mark.parametrize(
    ("role", "first_page"), [(Role.AMBASSADOR, reverse("home")), (Role.PROJECT_LEADER, reverse("mfa_index"))]
)
def test_somebody_new_comes_in_with_a_password(cast, role, first_page):
    browser, link = Client(), invited(cast, role)
    welcome = browser.post(link, {"name": "Noa Nieuw", "password": PASSWORD})
    assert reverse("account_login") in welcome.content.decode()
    page = browser.post(reverse("account_login"), {"login": "noa@example.org", "password": PASSWORD}, follow=True)
    assert page.request["PATH_INFO"] == first_page
    assert Client().get(link).status_code == 404


def test_somebody_new_comes_in_with_a_code_by_mail(cast):
    browser = Client()
    browser.post(invited(cast, Role.AMBASSADOR), {"name": "Noa Nieuw", "password": ""})
    browser.post(reverse("account_request_login_code"), {"email": "noa@example.org"})
    code = next(line for line in mail.outbox[-1].body.splitlines() if line.isupper() and "-" in line)
    page = browser.post(reverse("account_confirm_login_code"), {"code": code}, follow=True)
    assert page.request["PATH_INFO"] == reverse("home")


def test_who_has_an_account_becomes_a_leader_and_needs_the_second_step_from_then_on(cast):
    ambassador = User.objects.get(pk=cast.ambassador.pk)
    invite_to_team(
        project=cast.foreign, name="x", email=ambassador.email, role=Role.PROJECT_LEADER, by=cast.coordinator
    )
    send_team_invitations()
    browser = Client()
    browser.post(re.search(r"/uitnodiging/\S+/", mail.outbox[-1].body).group(0), {"name": "x", "password": ""})
    browser.force_login(ambassador, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert browser.get(reverse("home")).headers["Location"] == reverse("mfa_index")
