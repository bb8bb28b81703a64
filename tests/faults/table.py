"""What ``make faults`` prints at the end: what was killed, how often, what was sent, lost and doubled."""

from typing import Any

COLUMNS = ("fault", "killed", "times", "sent", "lost", "doubled", "seconds")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The table, over all tests that noted something."""
    reports = [report for name in ("passed", "failed") for report in terminalreporter.stats.get(name, [])]
    rows = [
        {**value, "seconds": f"{report.duration:.0f}"}
        for report in reports
        for name, value in report.user_properties
        if name == "fault" and report.when == "call"
    ]
    if rows:
        terminalreporter.write_line("\n" + "\n".join(lines(rows)))


def lines(rows: list[dict[str, Any]]) -> list[str]:
    """A row a line, the columns under each other; those that show that the fault can happen come last."""
    ordered = sorted(rows, key=lambda row: bool(row["control"]))
    told = [COLUMNS, *(tuple(str(row.get(name, "")) for name in COLUMNS) for row in ordered)]
    widths = [max(len(line[column]) for line in told) for column in range(len(COLUMNS))]
    return ["  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in told]
