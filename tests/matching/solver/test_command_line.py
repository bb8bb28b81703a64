"""``python -m matching.solver``: documents in, answers out, in order, with the right exit code."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from matching.solver import plan_rounds, solve_couples

ROOT = Path(__file__).resolve().parents[3]
COUPLES: dict[str, Any] = {"seed": "1", "new": [{"id": "n1"}], "old": [{"id": "o1"}]}
ROUNDS: dict[str, Any] = COUPLES | {"tables": 1, "rounds": 2}
BAD: dict[str, Any] = COUPLES | {"locks": [["n1", "o9"]]}


def run(*arguments: str, given: bytes | str | Any) -> subprocess.CompletedProcess[bytes]:
    data = given if isinstance(given, bytes) else json.dumps(given).encode()
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "matching.solver", *arguments],
        input=data,
        cwd=ROOT,
        env={"PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        timeout=60,
    )


@pytest.mark.parametrize(("what", "document"), [("couples", COUPLES), ("rounds", ROUNDS)])
def test_a_document_is_answered(what: str, document: dict[str, Any]) -> None:
    done = run(what, given=document)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == (solve_couples if what == "couples" else plan_rounds)(document)


@pytest.mark.parametrize("what", ["couples", "rounds"])
@pytest.mark.parametrize(
    "given",
    [
        json.dumps(ROUNDS | {"vetoes": [["n1", "o9"]]}).encode(),
        b"[]",
        b"",
        b"{",
        b'{"seed": "1", "new": [], "old": []} {}',
        b'{"seed": "\xff\xfe", "new": [], "old": []}',
        b"[" * 200_000,
        b'{"seed": ' + b"[" * 100_000 + b"]" * 100_000 + b', "new": [], "old": []}',
        b'{"seed": "1", "new": [{"id": "\\ud800"}], "old": [], "tables": 1, "rounds": 1}',
        b'{"seed": "1", "new": [], "old": [], "tables": NaN, "rounds": 1, "weights": {"age": NaN}}',
        b'{"seed": "1", "new": [], "old": [], "tables": 1, "rounds": ' + b"9" * 5000 + b', "weights": {"age": -1}}',
    ],
    ids=["unknown", "list", "nothing", "half", "two", "bytes", "deep", "deep-seed", "surrogate", "nan", "long"],
)
def test_a_refused_document_gives_exit_2_and_its_error(what: str, given: bytes) -> None:
    done = run(what, given=given)
    assert (done.returncode, done.stderr) == (2, b"")
    error = json.loads(done.stdout)
    assert set(error) == {"error", "people"}
    assert error["error"].strip()
    assert isinstance(error["people"], list)


def test_the_people_of_a_refusal_are_named() -> None:
    done = run("couples", given=BAD)
    assert done.returncode == 2
    assert "o9" in json.loads(done.stdout)["people"]


def test_lines_are_answered_in_order_and_a_refused_one_does_not_stop_it() -> None:
    given = [COUPLES, BAD, COUPLES | {"seed": "2"}, COUPLES | {"old": []}]
    lines = [json.dumps(one).encode() for one in given]
    lines[3:3] = [b"{", b"\xff", b"[" * 100_000, b"[]"]
    done = run("couples", "--lines", given=b"\n".join(lines) + b"\n")
    assert (done.returncode, done.stderr) == (0, b"")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == 8
    assert [set(answer) == {"error", "people"} for answer in answers] == [False, True, False, *[True] * 4, False]
    assert [answers[number] for number in (0, 2, 7)] == [solve_couples(given[number]) for number in (0, 2, 3)]


def test_the_last_line_needs_no_end() -> None:
    done = run("rounds", "--lines", given=json.dumps(ROUNDS).encode() + b"\n" + json.dumps(ROUNDS).encode())
    assert done.returncode == 0
    assert [json.loads(line) for line in done.stdout.splitlines()] == [plan_rounds(ROUNDS)] * 2


def test_no_lines_give_no_answers() -> None:
    done = run("couples", "--lines", given=b"")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize("arguments", [[], ["tables"], ["couples", "--fast"], ["couples", "rounds"]], ids=str)
def test_what_it_does_not_know_is_not_answered(arguments: list[str]) -> None:
    done = run(*arguments, given=COUPLES)
    assert done.returncode == 2
    assert not done.stdout.startswith(b'{"couples"')


def test_the_core_runs_without_django() -> None:
    script = (
        "import sys; from matching.solver import solve_couples, plan_rounds;"
        f"solve_couples({COUPLES!r}); plan_rounds({ROUNDS!r});"
        "print(any(name.partition('.')[0] == 'django' for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], env={"PATH": ""}, cwd=ROOT, capture_output=True, text=True
    )
    assert (done.stdout.strip(), done.stderr) == ("False", "")
