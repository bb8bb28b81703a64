"""A new SECRET_KEY lets links in people's hands open as long as the old one is a fallback, and no longer."""

from typing import Any

import pytest
from django.test import Client

from participants.models import PersonalLink
from tests.conftest import Cast

NEW = "een-heel-nieuw-geheim-van-voldoende-lengte-en-willekeur"


@pytest.mark.parametrize(("kept", "opens"), [(True, True), (False, False)])
def test_a_link_on_paper_after_a_change_of_the_key(cast: Cast, settings: Any, kept: bool, opens: bool) -> None:
    old, token = settings.SECRET_KEY, PersonalLink.objects.get(participant=cast.ans).token
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [old] if kept else []
    link = PersonalLink.objects.get(participant=cast.ans)
    assert (PersonalLink.of_token(token) == link) is opens
    assert Client().get(f"/mijn/{token}/").status_code == (200 if opens else 404)
    assert PersonalLink.of_token(link.token) == link
    assert link.token != token, "what is given out from now on is of the new key"


def test_no_other_spelling_of_a_link_opens(cast: Cast, settings: Any) -> None:
    settings.SECRET_KEY_FALLBACKS = [NEW]
    link = PersonalLink.objects.get(participant=cast.ans)
    number, _separator, signature = link.token.partition("-")
    wrong = [f"0{link.token}", f"{number}-{signature[:-1]}", f"{number}-{signature}0", f"{number}-", number, ""]
    assert [token for token in wrong if PersonalLink.of_token(token)] == []
