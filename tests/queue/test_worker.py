"""A real worker on the embedded queue: it makes the PDF, and a kill -9 in the middle costs time and nothing else."""

import signal
import subprocess

from pypdf import PdfReader

from tests.queue.house import House

LONG_AGO = "2026-01-01 12:00:00"
CERTIFICATES = 5


def killed_halfway(house: House, worker: "subprocess.Popen[bytes]") -> list[int]:
    """Ask until the worker is held in the middle of a batch, and kill it there; all that was asked, that one last.

    On a busy machine a batch can be ready before anybody has looked: then another one is asked.
    """
    asked: list[int] = []
    for _try in range(20):
        asked.append(house.stage("ask"))
        house.wait_for(asked[-1], lambda batch: batch.done >= 1)
        worker.send_signal(signal.SIGSTOP)
        if house.batch(asked[-1]).state == "running":
            break
        worker.send_signal(signal.SIGCONT)
    worker.send_signal(signal.SIGKILL)
    worker.wait(timeout=10)
    return asked


def test_certificates_are_printed_and_a_killed_worker_loses_and_doubles_nothing(house: House) -> None:
    first = house.stage("prepare", CERTIFICATES)
    assert house.batch(first).state == "waiting"
    worker = house.start_worker()
    made = house.wait_for(first, lambda batch: batch.state == "ready")
    assert (made.done, made.total) == (CERTIFICATES, CERTIFICATES)
    assert len(PdfReader(house.media / made.pdf).pages) == CERTIFICATES

    asked = killed_halfway(house, worker)
    second = asked[-1]
    half = house.batch(second)
    assert (half.state, half.pdf) == ("running", "")
    assert 1 <= half.done <= CERTIFICATES

    worker = house.start_worker()
    house.sql("UPDATE participants_certificatebatch SET touched_at = ? WHERE id = ?", LONG_AGO, second)
    house.stage("sweep", second)
    again = house.wait_for(second, lambda batch: batch.state == "ready")
    house.wait_for(second, lambda batch: house.messages() == [])
    worker.terminate()
    worker.wait(timeout=20)

    assert house.batch(second) == again
    assert len(PdfReader(house.media / again.pdf).pages) == CERTIFICATES
    assert len(house.pdfs()) == 1 + len(asked)
    history = "SELECT count(*) FROM participants_historicalcertificatebatch WHERE id = ? AND state = 'ready'"
    assert [house.sql(history, number) for number in (first, *asked)] == [[(1,)]] * (1 + len(asked))
