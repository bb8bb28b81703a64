"""The end report: computed while it is written, frozen once it is final."""

import hashlib
from datetime import timedelta
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook
from pypdf import PdfReader

from mixen.accounts.models import AuditEvent
from mixen.errors import DomainError
from participants.models import Participant
from projects import actions
from projects.models import BudgetLine, EndReport
from projects.report import SECTIONS, by_section, compute, figures, headlines, proposed_texts
from projects.report_files import FinalFiles, figures_of, prepare_final
from tests.conftest import NOW

ADDRESS = "/projecten/nieuw-west-2027/verslag/"


@pytest.fixture(autouse=True)
def after_the_closing_meeting(cast):
    cast.project.meetings.filter(kind="closing").update(starts_at=NOW, ends_at=NOW + timedelta(hours=2))


@pytest.fixture
def draft(cast):
    report = actions.start_report(project=cast.project, by=cast.coordinator)
    return actions.save_report_texts(
        report=report, texts={"results": "Het ging goed."}, name_countries=False, by=cast.coordinator
    )


@pytest.fixture
def quick(draft):
    """Files without the seconds that rendering takes."""
    return FinalFiles(NOW, compute(draft.project), b"%PDF een", b"xlsx een")


@pytest.fixture
def final(cast, draft, quick):
    return actions.finalise_report(report=draft, files=quick, by=cast.coordinator)


def value(computed, key):
    (found,) = [item["value"] for item in computed if item["key"] == key]
    return found


def test_every_figure_has_a_label_a_place_and_a_definition_in_words():
    for spec in figures:
        assert spec.section in SECTIONS
        assert str(spec.label)
        assert len(spec.definition) > 20, spec.key
    keys = [spec.key for spec in figures]
    assert len(keys) == len(set(keys))


def test_figures_are_what_json_can_hold(cast):
    import json

    computed = compute(cast.project)
    assert json.loads(json.dumps(computed)) == computed


def test_figures_follow_the_rows(cast):
    before = value(compute(cast.project), "participants.completed_old")
    Participant.objects.filter(pk=cast.ans.pk).update(status="completed")
    assert value(compute(cast.project), "participants.completed_old") == before + 1


def test_figures_of_another_project_are_its_own(cast):
    Participant.objects.filter(pk=cast.ans.pk).update(status="completed")
    assert value(compute(cast.foreign), "participants.completed_old") == 0
    assert value(compute(cast.foreign), "projects.ambassadors") == 1
    assert value(compute(cast.project), "projects.ambassadors") == 2


def test_headlines_are_the_figures_with_a_target(cast):
    found = {item["key"]: item["target"] for item in headlines(compute(cast.project))}
    assert found == {
        "matching.couples": 20,
        "participants.completed_old": 20,
        "participants.completed_new": 20,
        "excursions.excursions_number": 6,
    }


def test_every_section_is_there_in_order_with_its_text(cast):
    sections = by_section(compute(cast.project), {"lessons": "Niet voor de zomer."})
    assert [section["key"] for section in sections] == list(SECTIONS)
    assert {section["key"]: section["text"] for section in sections}["lessons"] == "Niet voor de zomer."
    assert sum(len(section["figures"]) for section in sections) == len(compute(cast.project))


def test_there_is_one_draft_at_a_time(cast, draft):
    assert actions.start_report(project=cast.project, by=None) == draft
    assert cast.project.end_reports.count() == 1


def test_a_first_draft_begins_with_the_texts_that_the_rows_propose(cast):
    actions.change_project(project=cast.foreign, by=None, aim="Elkaar leren kennen")
    texts = actions.start_report(project=cast.foreign, by=None).texts
    assert texts == proposed_texts(cast.foreign)
    assert texts["background"].startswith("Elkaar leren kennen")


def test_saving_keeps_other_sections_and_drops_unknown_ones(draft):
    saved = actions.save_report_texts(
        report=draft, texts={"lessons": "Bel eerst.", "hack": "x"}, name_countries=True, by=None
    )
    assert saved.texts["results"] == "Het ging goed."
    assert saved.texts["lessons"] == "Bel eerst."
    assert "hack" not in saved.texts


def test_a_final_report_holds_everything_and_the_hash_of_its_pdf(cast, final):
    final.refresh_from_db()
    assert final.is_final
    assert (final.finalised_by, final.finalised_at) == (cast.coordinator, NOW)
    with final.pdf.open("rb") as stored:
        assert final.sha256 == hashlib.sha256(stored.read()).hexdigest()
    with final.xlsx.open("rb") as stored:
        assert stored.read() == b"xlsx een"


def test_what_happens_later_does_not_change_a_final_report(cast, final):
    frozen = figures_of(final)
    Participant.objects.filter(project=cast.project).update(status="completed")
    line = BudgetLine.objects.get(group__project=cast.project, code="1a")
    actions.book_expense(line=line, amount=Decimal("9.99"), spent_on=NOW.date(), payee="x", by=None)
    actions.change_project(project=cast.project, by=None, target_old=21)
    final.refresh_from_db()
    assert figures_of(final) == frozen != compute(cast.project)


def test_a_draft_shows_the_figures_as_they_are_now(cast, draft):
    Participant.objects.filter(pk=cast.ans.pk).update(status="completed")
    assert value(figures_of(draft), "participants.completed_old") == 1


def test_the_page_of_the_district_shows_the_frozen_figures(cast, as_user, final):
    Participant.objects.filter(project=cast.project, side="old").update(status="completed")
    (row,) = as_user(cast.official).get("/stadsdelen/nieuw-west/").context["rows"]
    assert value(row["headlines"], "participants.completed_old") == 0


def test_a_final_report_is_changed_and_frozen_no_more(final, quick):
    for deed in (
        lambda: actions.save_report_texts(report=final, texts={"results": "x"}, name_countries=False, by=None),
        lambda: actions.finalise_report(report=final, files=quick, by=None),
    ):
        with pytest.raises(DomainError, match="vastgesteld"):
            deed()
    final.refresh_from_db()
    assert final.texts["results"] == "Het ging goed."


def test_is_not_frozen_before_the_closing_meeting(cast, draft, quick):
    later = NOW + timedelta(days=1)
    cast.project.meetings.filter(kind="closing").update(starts_at=later, ends_at=later + timedelta(hours=2))
    with pytest.raises(DomainError, match="slotbijeenkomst moet nog komen"):
        actions.finalise_report(report=draft, files=quick, by=None)
    assert not EndReport.objects.get(pk=draft.pk).is_final


@pytest.mark.parametrize("change", [{"texts": {"results": "Anders."}}, {"name_countries": True}])
def test_is_not_frozen_when_somebody_changed_the_text_meanwhile(draft, quick, change):
    changes = {"texts": {}, "name_countries": False, **change}
    actions.save_report_texts(report=EndReport.objects.get(pk=draft.pk), by=None, **changes)
    with pytest.raises(DomainError, match="net veranderd"):
        actions.finalise_report(report=draft, files=quick, by=None)
    assert not EndReport.objects.get(pk=draft.pk).is_final


def test_a_new_version_takes_over_the_texts_and_keeps_the_old(cast, final):
    second = actions.start_report(project=cast.project, by=None)
    assert (second.version, second.status, second.texts) == (2, "draft", final.texts)
    actions.save_report_texts(report=second, texts={"results": "Nog beter."}, name_countries=True, by=None)
    kept = EndReport.objects.get(pk=final.pk)
    assert (kept.texts["results"], kept.sha256, kept.is_final) == ("Het ging goed.", final.sha256, True)
    assert list(cast.project.end_reports.final()) == [kept]


def test_two_final_versions_have_files_of_their_own(cast, final):
    second = actions.start_report(project=cast.project, by=None)
    files = FinalFiles(NOW, compute(cast.project), b"%PDF twee", b"xlsx twee")
    second = actions.finalise_report(report=second, files=files, by=None)
    with final.pdf.open("rb") as one, second.pdf.open("rb") as two:
        assert (one.read(), two.read()) == (b"%PDF een", b"%PDF twee")


def test_the_real_files_say_what_the_figures_say(cast, draft):
    files = prepare_final(draft)
    reader = PdfReader(BytesIO(files.pdf))
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert reader.metadata.title == "Eindverslag Mixen in Mokum Nieuw-West 2027"
    assert "Het ging goed." in text
    assert "vastgesteld op vr 12 maart 2027" in " ".join(text.split())
    assert "Onverklaard verschil" in text
    assert "5.825,00" in text
    sheet = load_workbook(BytesIO(files.xlsx))["Cijfers"]
    told = {row[1]: row[2] for row in sheet.values}
    assert told["Ambassadeurs"] == 2
    assert told["Koppels"] == 0


def test_nobody_is_named_in_what_goes_out(cast, draft):
    files = prepare_final(draft)
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(files.pdf)).pages)
    cells = [str(value) for page in load_workbook(BytesIO(files.xlsx)) for row in page.values for value in row]
    everything = " ".join([text, *cells])
    for participant in Participant.objects.all():
        assert participant.person.name not in everything
    assert "Proefpersoon" not in everything


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 200),
        ("leader", 200),
        ("official", 200),
        ("ambassador", 403),
        ("foreign_official", 404),
        ("foreign_ambassador", 404),
    ],
)
@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_a_final_report_is_for_the_team_that_writes_it_and_for_the_district(cast, as_user, final, kind, who, status):
    response = as_user(getattr(cast, who)).get(f"{ADDRESS}1/{kind}/")
    assert response.status_code == status
    downloads = AuditEvent.objects.filter(kind=AuditEvent.Kind.DOWNLOAD)
    assert downloads.count() == (status == 200)


@pytest.mark.parametrize("address", ["1/pdf/", "2/pdf/", "99999999999999999999/pdf/"])
def test_what_is_no_final_version_cannot_be_downloaded(cast, as_user, draft, address):
    assert as_user(cast.official).get(ADDRESS + address).status_code == 404


def test_the_page_starts_writes_and_freezes(cast, as_user):
    client = as_user(cast.coordinator)
    assert client.get(f"{ADDRESS}schrijven/").status_code == 404
    client.post(f"{ADDRESS}beginnen/")
    client.post(f"{ADDRESS}schrijven/", {"results": "Tekst van de pagina", "name_countries": "on"})
    report = EndReport.objects.get()
    assert (report.texts["results"], report.name_countries) == ("Tekst van de pagina", True)
    response = client.post(f"{ADDRESS}vaststellen/", follow=True)
    assert "Het verslag is vastgesteld." in response.content.decode()
    assert EndReport.objects.get().is_final
    assert client.post(f"{ADDRESS}vaststellen/").status_code == 404


def test_a_draft_exports_as_it_is_and_says_so(cast, tmp_path):
    call_command("export_report", "nieuw-west-2027", "--to", str(tmp_path), stdout=StringIO())
    text = PdfReader(tmp_path / "eindverslag.pdf").pages[0].extract_text()
    assert "Concept" in text
    assert load_workbook(tmp_path / "eindverslag.xlsx").sheetnames[0] == "Cijfers"


def test_a_project_that_is_not_there_is_not_exported(db, tmp_path):
    with pytest.raises(CommandError, match="Er is geen project 'bestaat-niet'"):
        call_command("export_report", "bestaat-niet", "--to", str(tmp_path))
