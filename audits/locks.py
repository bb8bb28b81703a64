"""The packages that the lock files name."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUN, DEVELOPMENT = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==", re.MULTILINE)


def locked(path: Path) -> set[str]:
    """The names in this lock file, those for other systems and versions of Python included."""
    return set(PINNED.findall(path.read_text()))
