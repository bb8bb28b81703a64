"""What a coordinator may change of an account in the web admin, and what follows from what somebody does."""

import pytest
from django.urls import reverse

from mixen.accounts.models import User


@pytest.mark.parametrize(
    ("who", "mark"),
    [("official", "needs_second_factor"), ("coordinator", "needs_second_factor"), ("leader", "leads_projects")],
)
def test_nobody_is_let_off_the_second_factor_there(cast, as_user, who, mark):
    user = getattr(cast, who)
    User.objects.filter(pk=user.pk).update(**{mark: True})
    there = reverse("admin:accounts_user_change", args=[user.pk])
    kept = {"name": "Een andere naam", "email": user.email, "phone": user.phone, "is_active": "on"}
    if user.is_coordinator:
        kept["is_coordinator"] = "on"
    client = as_user(cast.coordinator)
    assert client.post(there, {**kept, mark: ""}).status_code == 302
    user.refresh_from_db()
    assert user.name == "Een andere naam"
    assert getattr(user, mark)
    assert f'name="{mark}"' not in client.get(there).content.decode()
