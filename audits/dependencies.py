"""Ask the service of advisories whether a locked package has a known hole: ``python -m audits.dependencies``.

Exit code 0: all were asked about, and none has a hole that is not excused. 1: one has. NOT_ASKED: about some or all
the service could not be asked, so nothing is known of them; pip-audit itself calls that a success.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from audits.locks import DEVELOPMENT, ROOT, locked

NOT_ASKED = 75  # EX_TEMPFAIL of sysexits.h: try again later
EXCEPTIONS = ROOT / "audits" / "exceptions.toml"


@dataclass
class Answer:
    """What became of asking: names asked about, holes as lines, and names nobody could be asked about."""

    asked: set[str]
    holes: list[str]
    silent: set[str]


def ask(requirements: Path = DEVELOPMENT) -> Answer:
    """What the service says of all in ``requirements``; the lock for development has all of production in it."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(requirements), "--disable-pip"]
    options = ["--require-hashes", "--progress-spinner", "off", "--timeout", "10", "--format", "json"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False, cwd=ROOT)
    try:
        known = json.loads(done.stdout)
    except json.JSONDecodeError:
        print(done.stderr[-1000:], file=sys.stderr)
        return Answer(set(), [], locked(requirements))
    return read(known, excused(date.today()))


def read(known: dict[str, Any], excuses: set[str]) -> Answer:
    """pip-audit's own answer, told apart."""
    answer = Answer(set(), [], set())
    for package in known["dependencies"]:
        if "skip_reason" in package:
            answer.silent.add(package["name"])
            continue
        answer.asked.add(package["name"])
        for hole in package["vulns"]:
            if not {hole["id"], *hole.get("aliases", ())} & excuses:
                mended = ", ".join(hole["fix_versions"]) or "no version yet"
                answer.holes.append(f"{package['name']} {package['version']}: {hole['id']}, mended in {mended}")
    return answer


def excused(today: date, text: str | None = None) -> set[str]:
    """The holes we live with today; one whose day has passed is one no more."""
    known = tomllib.loads(EXCEPTIONS.read_text() if text is None else text).get("advisory", [])
    for one in known:
        if not one.get("reason") or not isinstance(one.get("until"), date):
            raise ValueError(f"{one.get('id')} has no reason or no day in {EXCEPTIONS.name}")
    return {one["id"] for one in known if one["until"] >= today}


def verdict(answer: Answer) -> tuple[int, list[str]]:
    """The exit code, and what to say."""
    if answer.holes:
        return 1, [
            *answer.holes,
            "Update these (CONTRIBUTING.md, 'A package').",
        ]
    if answer.silent:
        missed, all_of_them = len(answer.silent), len(answer.silent | answer.asked)
        return NOT_ASKED, [
            f"*** NOT ASKED: nothing is known of {missed} of {all_of_them} packages. ***",
            "*** The service of advisories did not answer here. This is no pass: run it where there is a network. ***",
        ]
    return 0, [f"{len(answer.asked)} packages asked about, no known holes."]


def main(arguments: Sequence[str]) -> int:
    """Ask, say, and give the exit code."""
    code, lines = verdict(ask())
    print("\n".join(lines))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
