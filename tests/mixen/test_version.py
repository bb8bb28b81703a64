"""Which commit the code is of: a copy says so, and a restore asks for that code."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mixen.version import revision


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing remembered from before, and nothing left of this."""
    monkeypatch.delenv("MIXEN_REVISION", raising=False)
    revision.cache_clear()
    yield
    revision.cache_clear()


def git(folder: Path, *arguments: str) -> str:
    options = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(folder)]
    return subprocess.run(["git", *options, *arguments], capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def code(tmp_path: Path, settings: Any) -> Path:
    """A folder of code with one commit, in the place of ours."""
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "eerste")
    settings.BASE_DIR = tmp_path
    return tmp_path


def test_code_that_belongs_to_another_account_says_its_commit(
    code: Path, tmp_path_factory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service reads code of root's; without asking so, git calls that dubious ownership and tells nothing."""
    commit = git(code, "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    with pytest.raises(subprocess.CalledProcessError):
        git(code, "rev-parse", "HEAD")
    assert revision() == commit != ""


def test_an_image_says_what_it_was_built_of(code: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIXEN_REVISION", "a1b2c3")
    assert revision() == "a1b2c3"


def test_code_without_git_has_none(tmp_path: Path, settings: Any) -> None:
    settings.BASE_DIR = tmp_path
    assert revision() == ""
