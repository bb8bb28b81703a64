"""What the coordinator changes of accounts in the web admin: on record, in the trail, and told to the owner."""

import pytest
from django.urls import reverse

from mixen.accounts.models import AccessNotice, AuditEvent, User
from mixen.accounts.notices import send_access_notices

PAGE = "admin:accounts_user_change"


@pytest.fixture
def admin(cast, as_user):
    return as_user(cast.coordinator)


def facts(user, **changed):
    """What the form of an account sends: as it is, but for what is ``changed``; None leaves it out, as a box does."""
    sent = {"name": user.name, "email": user.email, "phone": user.phone, "is_active": "on", **changed}
    return {name: value for name, value in sent.items() if value is not None}


def change(client, user, **changed):
    response = client.post(reverse(PAGE, args=[user.pk]), facts(user, **changed))
    assert response.status_code == 302, response.context["errors"]


def noted(user):
    rows = AuditEvent.objects.filter(kind=AuditEvent.Kind.ACCESS, object_id=str(user.pk)).order_by("pk")
    return list(rows.values_list("by__name", "detail"))


def told(user):
    return [(row.what, row.address) for row in AccessNotice.objects.filter(user=user).order_by("pk")]


def test_making_a_coordinator_and_unmaking_one(cast, admin):
    change(admin, cast.ambassador, is_coordinator="on")
    change(admin, cast.ambassador)
    assert noted(cast.ambassador) == [("Coordinator", "coordinator"), ("Coordinator", "no_coordinator")]
    assert told(cast.ambassador) == [("coordinator", ""), ("no_coordinator", "")]
    page = admin.get(reverse("participants:trail"), {"wat": "access", "wie": cast.coordinator.pk})
    sentences = [line.sentence for line in page.context["lines"]]
    assert "Coordinator: coördinator geworden. Account: Ambassador." in sentences


def test_another_address_is_told_to_the_old_one_too(cast, admin, mailoutbox):
    old = cast.ambassador.email
    change(admin, cast.ambassador, email="nieuw@voorbeeld.example")
    assert noted(cast.ambassador) == [("Coordinator", "email")]
    assert told(cast.ambassador) == [("email", ""), ("email", old)]
    assert send_access_notices() == 2
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted(["nieuw@voorbeeld.example", old])
    assert "Wist je het niet?" in mailoutbox[0].body
    assert told(cast.ambassador) == [("email", ""), ("email", "")]  # it is kept no longer than it is needed
    assert send_access_notices() == 0


def test_a_password_set_by_somebody_else(cast, admin):
    path = reverse("admin:auth_user_password_change", args=[cast.ambassador.pk])
    wrong = {"usable_password": "true", "password1": "Grachten-2027-zomer", "password2": "anders"}
    assert admin.post(path, wrong).status_code == 200
    assert noted(cast.ambassador) == []
    assert admin.post(path, {**wrong, "password2": "Grachten-2027-zomer"}).status_code == 302
    assert noted(cast.ambassador) == [("Coordinator", "password")]
    assert told(cast.ambassador) == [("password", "")]


def test_switching_off_and_on_again(cast, admin):
    change(admin, cast.ambassador, is_active=None)
    change(admin, cast.ambassador)
    assert [detail for _by, detail in noted(cast.ambassador)] == ["switched_off", "switched_on"]
    assert told(cast.ambassador) == [("switched_on", "")]


def test_a_name_is_nobodys_access(cast, admin):
    change(admin, cast.ambassador, name="Anders")
    assert noted(cast.ambassador) == told(cast.ambassador) == []


def test_a_new_account(cast, admin):
    sent = {"name": "Nel", "email": "nel@voorbeeld.example", "phone": "", "is_coordinator": "on"}
    assert admin.post(reverse("admin:accounts_user_add"), sent).status_code == 302
    nel = User.objects.get(name="Nel")
    assert [detail for _by, detail in noted(nel)] == ["made", "coordinator"]
    assert told(nel) == [("coordinator", "")]


def test_opening_an_account_is_reading_it(cast, admin):
    """It has somebody's telephone number."""
    admin.get(reverse("admin:accounts_user_changelist"))
    assert not AuditEvent.objects.filter(kind=AuditEvent.Kind.READ).exists()
    admin.get(reverse(PAGE, args=[cast.ambassador.pk]))
    [row] = AuditEvent.objects.filter(kind=AuditEvent.Kind.READ)
    assert (row.by, row.object_type, row.object_id) == (cast.coordinator, "accounts.User", str(cast.ambassador.pk))


def test_ones_own_password_is_changed_where_it_is_told(admin):
    assert admin.get(reverse("admin:password_change")).url == reverse("account_change_password")
