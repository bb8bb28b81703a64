"""The print of all certificates: made once, whatever happens to who makes it."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from mixen import pdf
from mixen.errors import DomainError
from participants import actions, certificate_files
from participants.models import Certificate, CertificateBatch
from participants.tasks import render_batch, resume_batches
from tests.conftest import NOW

MINUTE = timedelta(minutes=1)


@pytest.fixture
def batch(cast, monkeypatch):
    monkeypatch.setattr("participants.actions.certificates.enqueue", lambda task, *args: None)
    cast.project.meetings.filter(kind="closing").update(starts_at=NOW, ends_at=NOW + 60 * MINUTE)
    for somebody in (cast.ans, cast.samira, cast.tesfay):
        actions.become_coupled(participant=somebody, by=None)
    actions.issue_certificates(project=cast.project, by=None)
    return actions.ask_certificates_pdf(project=cast.project, by=cast.coordinator)


def put(batch, **fields):
    CertificateBatch.objects.filter(pk=batch.pk).update(**fields)


def pages_of(batch):
    batch.refresh_from_db()
    with batch.pdf.open("rb") as stored:
        return PdfReader(BytesIO(stored.read())).pages


@pytest.fixture
def cheap(monkeypatch):
    """Instead of seconds of rendering, one PDF per call; tells how often."""
    made = []

    def certificates(project, progress):
        made.append(project)
        progress(3)
        return b"%PDF"

    monkeypatch.setattr("participants.tasks.certificates_pdf", certificates)
    return made


def test_one_pdf_holds_a_page_for_everybody_in_the_order_of_the_programme(batch, cast):
    samira = Certificate.objects.get(participant=cast.samira)
    actions.move_certificate(certificate=samira, up=True, by=None)
    render_batch(batch.pk)
    pages = pages_of(batch)
    assert (batch.state, batch.done, batch.total) == ("ready", 3, 3)
    texts = [page.extract_text() for page in pages]
    assert [name in text for name, text in zip(("Samira", "Ans", "Tesfay"), texts, strict=True)] == [True] * 3
    assert all("certificaat" in text.lower() and cast.project.name in text for text in texts)


def test_every_certificate_carries_its_own_number(batch):
    render_batch(batch.pk)
    everything = "".join("".join(page.extract_text().split()) for page in pages_of(batch))
    for participant in batch.project.participants.filter(certificate__isnull=False):
        assert participant.certificate.number in everything


def test_progress_is_told_for_each_part(batch, monkeypatch):
    monkeypatch.setattr(certificate_files, "AT_ONCE", 2)
    told = []
    lay_out = pdf.Press.lay_out

    def spy(*args):
        told.append(CertificateBatch.objects.get(pk=batch.pk).done)
        return lay_out(*args)

    monkeypatch.setattr(pdf.Press, "lay_out", spy)
    render_batch(batch.pk)
    assert told == [0, 2]
    assert len(pages_of(batch)) == 3
    assert (batch.done, batch.total) == (3, 3)


def test_the_fonts_are_read_once_for_all_parts(batch, monkeypatch):
    monkeypatch.setattr(certificate_files, "AT_ONCE", 1)
    asked = []
    found = pdf.static_path

    def spy(name):
        asked.append(name)
        return found(name)

    monkeypatch.setattr(pdf, "static_path", spy)
    render_batch(batch.pk)
    assert len(asked) == len(set(asked)) > 5


def test_what_is_withheld_after_asking_is_not_printed(batch, cast):
    actions.withhold_certificate(participant=cast.samira, reason="x", by=None)
    render_batch(batch.pk)
    assert len(pages_of(batch)) == 2
    assert (batch.state, batch.done, batch.total) == ("ready", 2, 2)


def test_when_all_are_withheld_after_asking_it_says_so(batch, cast):
    for somebody in (cast.ans, cast.samira, cast.tesfay):
        actions.withhold_certificate(participant=somebody, reason="x", by=None)
    render_batch(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.error) == ("failed", "Er zijn geen certificaten meer om af te drukken.")


def test_a_worker_that_was_thought_dead_leaves_the_batch_to_the_other(batch, monkeypatch):
    def taken_over(_project, progress):
        progress(1)
        put(batch, touched_at=NOW + 5 * MINUTE)  # another one claimed it
        progress(2)
        return b"%PDF"

    monkeypatch.setattr("participants.tasks.certificates_pdf", taken_over)
    render_batch(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.done) == ("running", 1)
    assert not batch.pdf


def test_a_run_that_was_killed_is_done_over(batch, cheap):
    put(batch, state="running", done=2, touched_at=NOW - 3 * MINUTE)
    render_batch(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.done) == ("ready", 3)
    assert len(cheap) == 1


def test_a_run_that_is_alive_is_left_alone(batch, cheap):
    put(batch, state="running", done=2, touched_at=NOW - MINUTE)
    render_batch(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.done) == ("running", 2)
    assert cheap == []


@pytest.mark.parametrize("state", ["ready", "failed"])
def test_a_run_that_ended_is_not_done_again(batch, cheap, state):
    render_batch(batch.pk)
    put(batch, state=state, touched_at=NOW - 60 * MINUTE)
    render_batch(batch.pk)
    assert len(cheap) == 1


def test_a_job_without_a_row_does_nothing(db, cheap):
    render_batch(123456789)
    assert cheap == []


def test_what_cannot_be_made_fails_with_its_reason(batch, monkeypatch, as_user, cast):
    def refuse(_project, _progress):
        raise DomainError("Pango ontbreekt. " * 40)

    monkeypatch.setattr("participants.tasks.certificates_pdf", refuse)
    render_batch(batch.pk)
    batch.refresh_from_db()
    assert batch.state == "failed"
    assert batch.error.startswith("Pango ontbreekt.")
    assert not batch.pdf
    page = as_user(cast.coordinator).get(f"{cast.project.get_absolute_url()}certificaten/").content.decode()
    assert "Pango ontbreekt." in page


def test_certificates_that_were_added_meanwhile_are_in_it(batch, cast):
    actions.become_coupled(participant=cast.lale, by=None)
    actions.issue_certificates(project=cast.project, by=None)
    render_batch(batch.pk)
    assert len(pages_of(batch)) == 4
    assert (batch.state, batch.done, batch.total) == ("ready", 4, 4)


@pytest.mark.parametrize(
    ("state", "age", "picked_up"),
    [
        ("waiting", timedelta(seconds=10), False),
        ("waiting", MINUTE, True),
        ("running", MINUTE, False),
        ("running", 3 * MINUTE, True),
        ("failed", 60 * MINUTE, False),
    ],
)
def test_the_sweep_picks_up_what_nobody_works_on(batch, cheap, state, age, picked_up):
    put(batch, state=state, asked_at=NOW - age, touched_at=NOW - age)
    resume_batches()
    assert len(cheap) == picked_up
    batch.refresh_from_db()
    assert (batch.state == "ready") is picked_up


@pytest.mark.parametrize(
    ("who", "status"), [("coordinator", 200), ("leader", 200), ("ambassador", 403), ("official", 403)]
)
def test_the_pdf_is_for_who_issues_certificates(batch, cast, cheap, as_user, who, status):
    render_batch(batch.pk)
    address = f"{cast.project.get_absolute_url()}certificaten/afdruk/{batch.pk}/pdf/"
    assert as_user(getattr(cast, who)).get(address).status_code == status


def test_a_pdf_that_is_not_ready_is_not_found(batch, cast, as_user):
    address = f"{cast.project.get_absolute_url()}certificaten/afdruk/{batch.pk}/"
    assert as_user(cast.coordinator).get(f"{address}pdf/").status_code == 404
    client = as_user(cast.coordinator)
    assert "van 3" in client.get(address, headers={"HX-Request": "true"}).content.decode()


def test_without_script_the_progress_is_on_the_page_with_a_link_to_look_again(batch, cast, as_user):
    client, page = as_user(cast.coordinator), f"{cast.project.get_absolute_url()}certificaten/"
    put(batch, state="running", done=2)
    answer = client.get(f"{page}afdruk/{batch.pk}/")
    assert answer.headers["Location"] == page
    shown = client.get(page).content.decode()
    assert "2 van 3 certificaten" in shown
    assert f'<a href="{page}">Kijk opnieuw</a>' in shown
