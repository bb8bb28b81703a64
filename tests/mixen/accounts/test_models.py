"""Users log in with an address that means the same in capitals."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from mixen.accounts.models import User


@pytest.mark.parametrize("again", ["ans@example.org", "ANS@example.org", "Ans@Example.Org"])
def test_an_address_has_one_account_however_it_is_written(db, again):
    User.objects.create_user("Ans@example.org", "x", name="Ans")
    with pytest.raises(ValidationError):
        User.objects.create_user(again, "x", name="Een ander")
    assert User.objects.count() == 1


def test_the_database_itself_refuses_a_second_account_for_an_address(db):
    User.objects.create_user("ans@example.org", "x", name="Ans")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="ANS@EXAMPLE.ORG", name="Een ander")])


def test_an_address_is_kept_in_small_letters_and_found_in_any(db):
    user = User.objects.create_user("Ans@Example.ORG", "x", name="Ans")
    assert user.email == "ans@example.org"
    assert User.objects.get_by_natural_key("ANS@example.org") == user


@pytest.mark.parametrize("address", ["", None])
def test_no_account_without_an_address(db, address):
    with pytest.raises(ValueError):
        User.objects.create_user(address, "x", name="Ans")


@pytest.mark.parametrize("address", ["ans", "ans@", "a b@example.org"])
def test_no_account_with_an_address_that_is_none(db, address):
    with pytest.raises(ValidationError):
        User.objects.create_user(address, "x", name="Ans")


@pytest.mark.parametrize(
    ("fields", "opens_the_admin"),
    [
        ({}, False),
        ({"is_superuser": True}, False),
        ({"is_coordinator": True}, True),
        ({"is_coordinator": True, "is_active": False}, False),
    ],
)
def test_only_an_active_coordinator_opens_the_web_admin(db, fields, opens_the_admin):
    assert User.objects.create_user("x@example.org", "x", name="X", **fields).is_staff is opens_the_admin


def test_a_superuser_is_a_coordinator(db):
    user = User.objects.create_superuser("baas@example.org", "x")
    assert user.is_coordinator
    assert user.name == "baas"
