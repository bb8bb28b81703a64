"""The figures of the crawl, added up over its parts and told at the end."""

from collections import Counter
from typing import Any


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """How many requests of each kind were sent, and what was answered."""
    reports = [report for name in ("passed", "failed") for report in terminalreporter.stats.get(name, [])]
    parts = [value for report in reports for name, value in report.user_properties if name == "fuzz"]
    if parts:
        for line in lines(parts):
            terminalreporter.write_line(line)


def lines(parts: list[dict[str, Any]]) -> list[str]:
    """The table."""
    requests, broken = sum(part["requests"] for part in parts), sum(part["broken"] for part in parts)
    addresses = {name for part in parts for name in part["addresses"] if " after " not in name}
    seconds = sum(part["seconds"] for part in parts)
    told = [f"\nfuzz: {requests} requests to {len(addresses)} addresses in {seconds:.0f} s, {broken} broken"]
    for kind in ("methods", "statuses", "roles"):
        counted: Counter[Any] = Counter()
        for part in parts:
            counted.update({str(name): number for name, number in part[kind].items()})
        told.append(f"  {kind:<9} " + ", ".join(f"{name} {number}" for name, number in sorted(counted.items())))
    return told
