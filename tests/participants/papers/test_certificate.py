"""What stands on a certificate, whatever somebody is called, on one page."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from participants import actions
from participants.certificate_files import certificate_pdf, certificates_pdf, fit
from participants.models import Certificate, Person
from tests.conftest import NOW

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x> url(https://example.org/x.png)",
    "</style><link rel=stylesheet href=//example.org/x.css>",
    "{{ project.name }}{% now %}",
    "&lt;b&gt; &amp;",
]
LONG = ["W" * 200, "Maria " * 33, "n" * 200, "Ünal-" * 40]
SCRIPTS = {
    "سميرة العمراني": "Arabic",
    "ተስፋይ ገብረመድህን": "Ethiopic",
    "Оксана Коваленко": "NotoSans",
    "सीता शर्मा": "Devanagari",
}


@pytest.fixture
def certificate(cast):
    begin = NOW + timedelta(days=7)
    cast.project.meetings.filter(kind="closing").update(starts_at=begin, ends_at=begin + timedelta(hours=2))
    actions.become_coupled(participant=cast.ans, by=None)
    actions.issue_certificates(project=cast.project, by=None)
    return Certificate.objects.select_related("participant__person", "participant__project__district").get()


def squeezed(text):
    return "".join(text.split())


def printed(certificate):
    """Both ways of printing: by itself, and with all."""
    for content in (certificate_pdf(certificate), certificates_pdf(certificate.participant.project, lambda _n: None)):
        yield PdfReader(BytesIO(content))


def rename(certificate, **names):
    Person.objects.filter(pk=certificate.participant.person_id).update(**names)
    return Certificate.objects.select_related("participant__person", "participant__project__district").get()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_printed_as_it_was_typed(certificate, name):
    certificate = rename(certificate, name=name, own_script_name=name)
    actions.name_signatories(project=certificate.participant.project, signatories=[(name, name)], by=None)
    for reader in printed(certificate):
        assert len(reader.pages) == 1
        assert squeezed(reader.pages[0].extract_text()).count(squeezed(name)) == 4


@pytest.mark.parametrize("name", LONG)
def test_the_longest_name_stays_on_one_page(certificate, name):
    certificate = rename(certificate, name=name, own_script_name="ተስፋይ" * 40)
    signed = [("N" * 100, "functie " * 12)] * 3
    actions.name_signatories(project=certificate.participant.project, signatories=signed, by=None)
    for reader in printed(certificate):
        assert len(reader.pages) == 1
        text = squeezed(reader.pages[0].extract_text())
        assert squeezed(name) in text
        assert certificate.number in text


@pytest.mark.parametrize(("name", "font"), SCRIPTS.items())
def test_every_script_is_printed_with_glyphs_of_its_own(certificate, name, font):
    certificate = rename(certificate, own_script_name=name)
    for reader in printed(certificate):
        fonts = reader.pages[0]["/Resources"]["/Font"].values()
        assert any(font in squeezed(str(one.get_object()["/BaseFont"])).replace("-", "") for one in fonts)


def test_it_tells_the_programme_its_dates_and_where_to_check(certificate, settings):
    text = " ".join(PdfReader(BytesIO(certificate_pdf(certificate))).pages[0].extract_text().split())
    assert "van 26 februari 2027 tot en met 19 maart 2027" in text
    assert "Nieuw-West" in text
    assert "Amsterdam, 12 maart 2027" in text
    assert certificate.number in text


def test_without_signatories_there_are_lines_to_sign_by_hand(certificate):
    text = PdfReader(BytesIO(certificate_pdf(certificate))).pages[0].extract_text()
    assert "Namens het stadsdeel" in text
    actions.name_signatories(
        project=certificate.participant.project, signatories=[("Joke Torenlicht", "stadsdeelvoorzitter")], by=None
    )
    text = PdfReader(BytesIO(certificate_pdf(certificate))).pages[0].extract_text()
    assert "Joke Torenlicht" in text
    assert "stadsdeelvoorzitter" in text
    assert "Namens" not in text


def test_one_by_itself_is_tagged_and_the_batch_is_not(certificate):
    alone, all_of_them = printed(certificate)
    assert "/StructTreeRoot" in alone.trailer["/Root"]
    assert "/StructTreeRoot" not in all_of_them.trailer["/Root"]


def test_longer_names_are_never_printed_larger():
    for letter in "iaWሰس":
        steps = [fit(letter * count) for count in range(1, 201)]
        assert steps == sorted(steps)
        assert steps[0] == 1
