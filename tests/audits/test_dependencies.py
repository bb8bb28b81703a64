"""A package nobody could be asked about is no pass; a hole fails until it is excused, and from that day on."""

from datetime import date
from typing import Any

import pytest

import bootstrap
from audits.dependencies import NOT_ASKED, Answer, excused, read, verdict

HOLE = {"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["2.0"]}
CLEAN = {"name": "een", "version": "1.0", "vulns": []}
HOLED = {"name": "twee", "version": "1.0", "vulns": [HOLE]}
SILENT = {"name": "drie", "skip_reason": "Dependency not found and could not be audited: drie (1.0)"}
EXCUSE = '[[advisory]]\nid = "CVE-1"\nreason = "wij lezen geen XML"\nuntil = 2027-01-31\n'


def verdict_of(*packages: dict[str, Any], excuses: set[str] = frozenset()) -> tuple[int, str]:  # type: ignore[assignment]
    code, lines = verdict(read({"dependencies": list(packages)}, excuses))
    return code, "\n".join(lines)


def test_all_asked_and_no_hole_is_a_pass() -> None:
    assert verdict_of(CLEAN) == (0, "1 packages asked about, no known holes.")


def test_one_that_could_not_be_asked_about_is_no_pass() -> None:
    code, said = verdict_of(CLEAN, SILENT)
    assert code == NOT_ASKED
    assert "*** NOT ASKED: nothing is known of 1 of 2 packages. ***" in said
    assert "no pass" in said


def test_a_hole_fails_also_where_others_were_not_asked_about() -> None:
    for packages in ([HOLED], [HOLED, SILENT], [CLEAN, HOLED]):
        code, said = verdict_of(*packages)
        assert code == 1
        assert "twee 1.0: PYSEC-1, mended in 2.0" in said


def test_a_service_that_says_nothing_at_all_is_no_pass() -> None:
    assert verdict(Answer(set(), [], {"een", "twee"}))[0] == NOT_ASKED


def test_an_excuse_holds_until_its_day_and_by_any_name() -> None:
    assert verdict_of(HOLED, excuses=excused(date(2027, 1, 31), EXCUSE))[0] == 0
    assert verdict_of(HOLED, excuses=excused(date(2027, 2, 1), EXCUSE))[0] == 1


@pytest.mark.parametrize("line", ['reason = "wij lezen geen XML"\n', "until = 2027-01-31\n"])
def test_an_excuse_without_a_reason_or_a_day_is_none(line: str) -> None:
    with pytest.raises(ValueError, match="no reason or no day"):
        excused(date(2027, 1, 1), EXCUSE.replace(line, ""))


def test_make_check_says_it_and_fails_only_where_an_answer_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bootstrap.NOT_ASKED == NOT_ASKED
    assert "NOT ASKED" in bootstrap.summary([("known holes", NOT_ASKED, 1.0)])
    assert "passed" not in bootstrap.summary([("known holes", NOT_ASKED, 1.0)])
    steps = [bootstrap.Step("holes", ["-c", f"raise SystemExit({NOT_ASKED})"])]
    monkeypatch.delenv("AUDIT_REQUIRED", raising=False)
    assert bootstrap.run_steps(steps) == 0
    monkeypatch.setenv("AUDIT_REQUIRED", "1")
    assert bootstrap.run_steps(steps) == 1
