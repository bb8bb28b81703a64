"""A key pair for all these tests, a tablet in registration mode, and a way to send with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from participants import actions
from participants.actions.tablets import Opened
from participants.registration import keys
from tests.conftest import Cast
from tests.participants.registration.sealing import Answers, answers, body, seal

RECEIVE = "/tablet/ontvangen/"


@pytest.fixture(scope="session")
def key_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(autouse=True)
def own_keys(settings: Any, key_folder: Path) -> None:
    settings.REGISTRATION_KEYS_DIR = key_folder


@pytest.fixture
def told() -> dict[str, str]:
    """The public key as a tablet gets it."""
    return keys.public_key()


@pytest.fixture
def opened(cast: Cast) -> Opened:
    """A tablet of the cast's project with its token; its PIN is 4827."""
    return actions.open_tablet(project=cast.project, pin="4827", by=cast.ambassador)


@pytest.fixture
def send(opened: Opened, told: dict[str, str]) -> Callable[..., Any]:
    """Send answers (by default good ones) or a body as the tablet does; gives the response."""
    client = Client(raise_request_exception=True)

    def sending(plain: Answers | bytes | None = None, key: Any = None, **headers: str) -> Any:
        content = plain if isinstance(plain, bytes) else body(seal(plain or answers(), told, key))
        sent = {"Authorization": f"Tablet {opened.token}", **{k.replace("_", "-"): v for k, v in headers.items()}}
        return client.post(RECEIVE, content, content_type="application/json", headers=sent)

    return sending
