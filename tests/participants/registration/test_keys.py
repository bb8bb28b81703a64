"""The key pairs: made where they may be, readable for one account, the newest for sealing, all for opening."""

import stat
from pathlib import Path
from typing import Any

import pytest
import time_machine
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.management import call_command

from participants.registration import keys
from participants.registration.sealed import open_sealed
from tests.participants.registration.sealing import answers, body, public, seal


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.REGISTRATION_KEYS_DIR = tmp_path / "sleutels"
    return tmp_path / "sleutels"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_first_key_is_made_when_it_is_asked_for(folder: Path) -> None:
    told = keys.public_key()
    assert told == keys.public_key()
    (path,) = folder.iterdir()
    assert path.name.endswith(f"-{told['name']}.pem")
    assert (mode(path), mode(folder)) == (0o600, 0o700)
    assert public(told).key_size == 2048
    assert keys.name_of(public(told)) == told["name"]


def test_only_the_public_half_is_told(folder: Path) -> None:
    told = keys.public_key()
    assert set(told) == {"name", "spki"}
    assert "PRIVATE" not in str(told)


def test_production_makes_no_key_unasked(folder: Path, settings: Any) -> None:
    settings.PRODUCTION = True
    with pytest.raises(keys.NoKey, match="new_registration_key"):
        keys.public_key()
    assert not folder.exists()
    keys.make_key()
    assert keys.public_key()["name"]


def test_the_newest_key_seals_and_older_ones_still_open(folder: Path, clock: time_machine.Traveller) -> None:
    old = keys.public_key()
    sealed = body(seal(answers(name="Oud Zegel"), old))
    clock.shift(60)
    keys.make_key()
    new = keys.public_key()
    assert new["name"] != old["name"]
    assert keys.public_key() == new
    assert open_sealed(sealed).answers["name"] == ["Oud Zegel"]
    assert open_sealed(body(seal(answers(name="Nieuw Zegel"), new))).answers["name"] == ["Nieuw Zegel"]


def test_a_key_that_was_removed_opens_nothing(folder: Path, clock: time_machine.Traveller) -> None:
    name = keys.public_key()["name"]
    assert keys.private_key(name)
    clock.shift(60)
    keys.make_key()
    next(folder.glob(f"*-{name}.pem")).unlink()
    assert keys.private_key(name) is None


@pytest.mark.parametrize("name", ["", "*", "..", "../x", "-", ".pem", "a/b", "\x00", "\ud800", "0" * 10_000])
def test_a_name_that_is_none_finds_no_key(folder: Path, name: str) -> None:
    keys.public_key()
    assert keys.private_key(name) is None


def test_another_kind_of_key_is_told(folder: Path) -> None:
    folder.mkdir()
    private = ec.generate_private_key(ec.SECP256R1())
    plain = serialization.NoEncryption()
    pem = private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "20270312-abc.pem").write_bytes(pem)
    with pytest.raises(keys.NoKey, match="no RSA key"):
        keys.public_key()


def test_the_command_makes_a_key(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("new_registration_key")
    (path,) = folder.iterdir()
    assert mode(path) == 0o600
    assert "PRIVATE" not in capsys.readouterr().out
