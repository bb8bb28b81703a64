"""Certificates are printed and a report is frozen while who does it is killed: one of each in the end, and whole."""

import hashlib
import time
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from tests.faults.town import LONG_AGO, Town

pytestmark = [pytest.mark.faults, pytest.mark.postgres, pytest.mark.redis]
CERTIFICATES = 5
SILENT = "UPDATE participants_certificatebatch SET touched_at = ? WHERE id = ? AND state = 'running'"
MOMENTS = (0.1, 0.6, 1.2, 1.8, 2.2, 2.6, 3.0, 3.6)


def test_certificates_while_worker_and_postgresql_are_killed(town: Town, noted: Callable[..., None]) -> None:
    batch = town.stage("prepare", CERTIFICATES)
    town.start("worker", "beat")
    kills = ["worker", "PostgreSQL", "Redis", "worker"]
    for name in kills:
        town.wait_until(lambda: town.batch(batch).done >= 1 or town.batch(batch).state == "ready", 60)
        town.again(name)
        town.sql(
            "UPDATE participants_certificatebatch SET touched_at = ? WHERE id = ? AND state = 'running'",
            LONG_AGO,
            batch,
        )
    town.wait_until(lambda: town.batch(batch).state == "ready", 90)
    made = town.batch(batch)
    assert len(PdfReader(town.media / made.pdf).pages) == made.done == made.total == CERTIFICATES
    finished = town.number(
        f"SELECT count(*) FROM participants_historicalcertificatebatch WHERE id = {batch} AND state = 'ready'"
    )
    noted(
        "certificates printed",
        killed="worker, Redis, PostgreSQL",
        times=len(kills),
        sent=CERTIFICATES,
        lost=CERTIFICATES - made.done,
        doubled=finished - 1,
    )


def test_a_report_is_frozen_whole_or_not_at_all(town: Town, noted: Callable[..., None]) -> None:
    town.stage("report_to_freeze")
    for moment in MOMENTS:
        process = town.begin("freeze_report")
        time.sleep(moment)
        town.kill_process(process)
        whole(town)
    town.stage("freeze_report")
    rows = whole(town)
    noted(
        "end report frozen",
        killed="who freezes it",
        times=len(MOMENTS),
        sent=len(MOMENTS) + 1,
        lost=1 - len([status for status, *_files in rows if status == "final"]),
        doubled=len(rows) - 1,
    )


def whole(town: Town) -> list[tuple[str, str, str]]:
    """Every version is a draft without files, or final with the files its mark says."""
    rows = town.sql("SELECT status, pdf, sha256 FROM projects_endreport")
    for status, pdf, mark in rows:
        if status == "final":
            assert hashlib.sha256((town.media / pdf).read_bytes()).hexdigest() == mark
        else:
            assert not pdf
    return rows  # type: ignore[return-value]
