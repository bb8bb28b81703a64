"""The pages of the knowledge centre, as who reads and who writes meets them."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from mixen.accounts.models import AuditEvent
from projects.models import KnowledgePage

ALL = "/kenniscentrum/"
ONE = f"{ALL}training/"
WRITE = f"{ONE}schrijven/"


def form(**changes):
    page = KnowledgePage.objects.get(slug="training")
    return {
        "title": page.title,
        "lead": page.lead,
        "text": page.text,
        "what": "iets",
        "seen_version": page.version,
        **changes,
    }


@pytest.mark.parametrize("who", ["coordinator", "leader", "ambassador", "foreign_ambassador"])
def test_the_team_of_every_project_reads(cast, as_user, who):
    client = as_user(getattr(cast, who))
    assert b"De training in twee dagdelen" in client.get(ALL).content
    page = client.get(ONE)
    assert b"Dagdeel 1" in page.content
    assert (WRITE.encode() in page.content) == (who == "coordinator")
    assert ALL.encode() in client.get("/").content  # in the menu


@pytest.mark.parametrize("who", ["official", "foreign_official"])
def test_officials_do_not_and_are_not_shown_it(cast, as_user, who):
    client = as_user(getattr(cast, who))
    assert client.get(ALL).status_code == 403
    assert client.get(ONE).status_code == 403
    assert AuditEvent.objects.filter(kind="refused", detail="read_knowledge").count() == 2
    assert ALL.encode() not in client.get("/", follow=True).content


def test_a_page_that_is_not_there_is_not_found(cast, as_user):
    client = as_user(cast.coordinator)
    for address in (
        "bestaat-niet/",
        "bestaat-niet/versies/",
        "training/versies/99/",
        "training/versies/99999999999999999999/",
    ):
        assert client.get(ALL + address).status_code == 404, address


def test_a_search_shows_the_sentence(cast, as_user):
    answer = as_user(cast.ambassador).get(ALL, {"zoek": "kinderopvang drempel"})
    assert "<mark>drempel</mark>" in answer.content.decode()
    empty = as_user(cast.ambassador).get(ALL, {"zoek": "<b>xyzzy</b>"})
    assert "Niets gevonden" in empty.content.decode()
    assert "&lt;b&gt;xyzzy" in empty.content.decode()
    assert as_user(cast.ambassador).get(ALL, {"zoek": "a\x00" * 500}).status_code == 200


def test_the_coordinator_writes_and_reads_it_back(cast, as_user):
    client = as_user(cast.coordinator)
    answer = client.post(WRITE, form(text="## Nieuw\r\n\r\nMet *nadruk*."), follow=True)
    assert "<em>nadruk</em>" in answer.content.decode()
    versions = client.get(f"{ONE}versies/").content.decode()
    assert "iets" in versions
    assert str(cast.coordinator) in versions
    assert "Dagdeel 1" in client.get(f"{ONE}versies/2/").content.decode()  # what went


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("title", ""),
        ("title", "x" * 121),
        ("title", "twee\nregels"),
        ("text", "  "),
        ("text", "x" * 40_001),
        ("what", ""),
    ],
)
def test_bad_input_is_told_and_kept(cast, as_user, field, typed):
    answer = as_user(cast.coordinator).post(WRITE, form(**{field: typed, "lead": "Mijn eigen zin."}))
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert b"Mijn eigen zin." in answer.content
    assert KnowledgePage.objects.get(slug="training").version == 1


@pytest.mark.parametrize("seen", ["", "x", "0", "-1", "9" * 30])
def test_a_tampered_version_saves_nothing(cast, as_user, seen):
    answer = as_user(cast.coordinator).post(WRITE, form(text="Van mij.", seen_version=seen))
    assert answer.status_code == 422
    assert b"Van mij." in answer.content
    assert KnowledgePage.objects.get(slug="training").version == 1


def test_two_at_once_lose_nothing(cast, as_user):
    client = as_user(cast.coordinator)
    mine = form(text="Mijn tekst.")
    client.post(WRITE, form(text="Tekst van de ander.", what="eerder"))
    answer = client.post(WRITE, mine)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Mijn tekst." in page
    assert "Tekst van de ander." in page
    assert "eerder" in page
    again = {**mine, "seen_version": answer.context["form"]["seen_version"].value()}
    assert client.post(WRITE, again).status_code == 302
    versions = KnowledgePage.objects.get(slug="training").versions
    assert [row.text for row in versions.all()][:2] == ["Mijn tekst.\n", "Tekst van de ander.\n"]


def test_looking_first_saves_nothing_and_judges_nothing(cast, as_user):
    answer = as_user(cast.coordinator).post(WRITE, form(text="**Dik**", title="", look="1"))
    assert answer.status_code == 200
    assert b"<strong>Dik</strong>" in answer.content
    assert b"error-summary" not in answer.content
    assert KnowledgePage.objects.get(slug="training").version == 1


def test_the_preview_is_the_page(cast, as_user):
    answer = as_user(cast.coordinator).post(f"{ALL}voorbeeld/", {"text": "- [ ] zaal\r\n- [ ] <script>"})
    assert answer.content.decode().count("to-tick") == 2
    assert b"<script>" not in answer.content
    assert as_user(cast.ambassador).post(f"{ALL}voorbeeld/", {"text": "x"}).status_code == 403


def test_a_new_page_stands_in_its_chapter(cast, as_user):
    client = as_user(cast.coordinator)
    data = {"chapter": "5-team", "title": "Samen eten", "lead": "Wat je kookt.", "text": "Soep."}
    answer = client.post(f"{ALL}nieuw/", data, follow=True)
    assert answer.redirect_chain == [(f"{ALL}samen-eten/", 302)]
    assert b"Samen eten" in client.get(ALL).content
    assert client.post(f"{ALL}nieuw/", {**data, "chapter": "7-x"}).status_code == 422
    assert client.post(f"{ALL}nieuw/", data).status_code == 422


def test_a_version_is_put_back_by_a_button(cast, as_user):
    client = as_user(cast.coordinator)
    before = KnowledgePage.objects.get(slug="training").text
    client.post(WRITE, form(text="Alles weg."))
    client.post(f"{ONE}versies/1/terugzetten/")
    assert KnowledgePage.objects.get(slug="training").text == before
    assert as_user(cast.leader).post(f"{ONE}versies/1/terugzetten/").status_code == 403


def test_one_page_on_paper(cast, as_user):
    answer = as_user(cast.ambassador).get(f"{ONE}bladzijde.pdf")
    assert answer["Content-Type"] == "application/pdf"
    paper = PdfReader(BytesIO(answer.content))
    assert paper.metadata.title == "De training in twee dagdelen"
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Dagdeel 2" in "".join(page.extract_text() for page in paper.pages)


def test_everything_on_paper_with_numbers_that_are_right(cast, as_user):
    answer = as_user(cast.leader).get(f"{ALL}alles.pdf")
    paper = PdfReader(BytesIO(answer.content))
    pages = [page.extract_text() for page in paper.pages]
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Kenniscentrum" in pages[0]
    contents = next(line for line in pages[1].splitlines() if "training in twee dagdelen" in line)
    number = int(contents.rsplit(" ", 1)[-1].strip(". "))
    assert "Dagdeel 1" in pages[number - 1]
    for title in KnowledgePage.objects.values_list("title", flat=True):
        assert any(title in " ".join(page.split()) for page in pages[2:]), title


def test_lists_ask_as_often_for_many_versions(cast, as_user, django_assert_max_num_queries):
    client = as_user(cast.coordinator)
    for number in range(12):
        client.post(WRITE, form(text=f"Tekst {number}."))
    for address, most in ((ALL, 6), (f"{ONE}versies/", 6), (ONE, 6)):
        with django_assert_max_num_queries(most):
            client.get(address)
