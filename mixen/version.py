"""Which release this is, and which commit where that is known."""

import os
import subprocess
import tomllib
from functools import cache

from django.conf import settings


@cache
def release() -> str:
    """The number of the release, as pyproject.toml has it."""
    known = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())
    return str(known["project"]["version"])


@cache
def revision() -> str:
    """The commit the code is of: ``MIXEN_REVISION``, which an image has, else what git says; empty when unknown."""
    if given := os.environ.get("MIXEN_REVISION", ""):
        return given
    folder = str(settings.BASE_DIR)
    # A service runs as another account than the one that owns the code; without this, git tells it nothing.
    command = ["git", "-c", f"safe.directory={folder}", "-C", folder, "rev-parse", "HEAD"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=5)  # noqa: S603
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
