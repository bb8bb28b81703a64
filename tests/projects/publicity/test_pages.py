"""The texts of a project on screen and on paper."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from mixen.languages import READING_LANGUAGES
from projects import actions
from projects.models import Meeting, PublicityText
from projects.publicity import papers
from projects.publicity.facts import when_and_where
from projects.watching import look_at


def at(cast, rest=""):
    return f"{cast.project.get_absolute_url()}publiciteit/{rest}"


def kept(cast, kind="press"):
    return PublicityText.objects.get(project=cast.project, kind=kind)


def save(client, cast, kind="press", **changes):
    form = client.get(at(cast, f"{kind}/")).context["form"]
    data = {name: form[name].value() for name in ("title", "text", "seen")}
    return client.post(at(cast, f"{kind}/"), {**data, **changes})


def move_closing(cast, days=7):
    closing = cast.project.meetings.get(kind=Meeting.Kind.CLOSING)
    begin, end = (moment + timedelta(days=days) for moment in (closing.starts_at, closing.ends_at))
    return actions.change_meeting(meeting=closing, starts_at=begin, ends_at=end, by=cast.coordinator)


@pytest.mark.parametrize("kind", ["press", "volunteers", "recruiting", "vacancy"])
def test_a_text_is_filled_from_the_project(cast, as_user, kind):
    text = as_user(cast.leader).get(at(cast, f"{kind}/tekst.txt")).content.decode()
    closing = cast.project.meetings.get(kind=Meeting.Kind.CLOSING)
    assert when_and_where(closing) in text
    assert "stadsdeel Nieuw-West" in text
    assert "mixen@example.org" in text
    assert "&#x27;" not in text
    assert "\n\n\n\n" not in text


def test_who_may_write_and_who_may_only_print(cast, as_user):
    ambassador = as_user(cast.ambassador)
    page = ambassador.get(at(cast))
    assert page.status_code == 200
    assert at(cast, "press/tekst.pdf") in page.content.decode()
    assert "Aanpassen" not in page.content.decode()
    assert ambassador.get(at(cast, "press/")).status_code == 403
    assert ambassador.post(at(cast, "press/"), {"title": "x", "text": "x"}).status_code == 403


def test_writing_keeps_what_was_typed(cast, as_user):
    client = as_user(cast.leader)
    assert save(client, cast, text="Mijn eigen woorden.\r\n\r\n- een\r\n- twee").status_code == 302
    assert kept(cast).text == "Mijn eigen woorden.\n\n- een\n- twee"
    assert b"Mijn eigen woorden." in client.get(at(cast, "press/")).content
    assert "aangepast" in client.get(at(cast)).content.decode()


@pytest.mark.parametrize(
    ("kind", "field", "typed"),
    [
        ("press", "title", ""),
        ("press", "title", "a\nb"),
        ("press", "text", ""),
        ("press", "text", "x" * 6001),
        ("poster", "text", "x" * 601),
        ("press", "text", "a\u202eb"),
    ],
)
def test_bad_input_is_told_and_kept(cast, as_user, kind, field, typed):
    answer = save(as_user(cast.leader), cast, kind, **{field: typed})
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not PublicityText.objects.exists()


def test_two_at_once_see_both_texts(cast, as_user):
    client = as_user(cast.leader)
    seen = client.get(at(cast, "press/")).context["form"]["seen"].value()
    save(client, cast, text="Van de een.")
    answer = client.post(at(cast, "press/"), {"title": "t", "text": "Van de ander.", "seen": seen})
    assert answer.status_code == 422
    assert "Van de ander." in answer.content.decode()
    assert "Nu staat er: Van de een." in answer.content.decode()


def test_a_day_that_moved_is_marked_and_brought_up_to_date(cast, as_user):
    client = as_user(cast.leader)
    text = client.get(at(cast, "press/")).context["form"]["text"].value()
    save(client, cast, text=f"{text}\n\nMet soep.")
    new = when_and_where(move_closing(cast))
    assert "1 gegeven klopt niet meer" in client.get(at(cast)).content.decode()
    page = client.get(at(cast, "press/")).content.decode()
    assert "Dit klopt niet meer" in page
    assert f"<ins>{new}</ins>" in page
    answer = client.post(at(cast, "press/bijwerken/"), follow=True).content.decode()
    assert "Dit klopt niet meer" not in answer
    assert new in kept(cast).text
    assert kept(cast).text.endswith("Met soep.")


def test_a_day_typed_by_hand_that_is_not_the_project_s_is_asked_about(cast, as_user):
    client = as_user(cast.leader)
    save(client, cast, text="Kom op donderdag 12 maart 2027, of op 12 maart.")
    page = client.get(at(cast, "press/")).content.decode()
    assert "<strong>donderdag 12 maart 2027</strong>" in page
    assert "<strong>12 maart</strong>" not in page


def test_starting_over(cast, as_user):
    client = as_user(cast.leader)
    save(client, cast, text="Weg ermee.")
    client.post(at(cast, "press/opnieuw/"))
    assert not PublicityText.objects.exists()
    assert client.post(at(cast, "press/opnieuw/")).status_code == 404


@pytest.mark.parametrize("rest", ["x/", "x/tekst.pdf", "x/tekst.txt", "poster/xx.pdf", "press/ar.pdf"])
def test_what_is_not_there_is_not_found(cast, as_user, rest):
    assert as_user(cast.leader).get(at(cast, rest)).status_code == 404


def test_the_contact_stands_in_texts_and_on_the_page(cast, as_user):
    client = as_user(cast.leader)
    assert "nog niemand gekozen" in client.get(at(cast)).content.decode()
    wrong = client.post(at(cast, "contact/"), {"name": "Hedy", "email": "hedy", "phone": "12"})
    assert set(wrong.context["form"].errors) == {"email", "phone"}
    data = {"name": "Hedy Waterland", "email": "hedy@example.org", "phone": "020 123 4567"}
    assert client.post(at(cast, "contact/"), data).status_code == 302
    assert "Hedy Waterland, 020 123 4567, hedy@example.org" in client.get(at(cast, "press/tekst.txt")).content.decode()
    assert client.get(at(cast, "contact/")).context["form"]["phone"].value() == "020 123 4567"


def read(content):
    paper = PdfReader(BytesIO(content))
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return paper, " ".join(" ".join(page.extract_text() for page in paper.pages).split())


def test_a_letter_is_one_page(cast, as_user):
    answer = as_user(cast.leader).get(at(cast, "vacancy/tekst.pdf"))
    paper, text = read(answer.content)
    assert len(paper.pages) == 1
    assert "ambassadeur in stadsdeel Nieuw-West" in text


@pytest.mark.parametrize("language", ["nl", "ar", "ti"])
def test_folder_and_poster_keep_their_pages(cast, language):
    folder, _words = read(papers.folder(cast.project, language))
    poster, _words = read(papers.poster(cast.project, language))
    sizes = [[round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] for page in folder.pages]
    assert sizes == [[297, 210]] * 3
    assert [round(float(side) / 72 * 25.4) for side in poster.pages[0].mediabox[2:]] == [297, 420]
    assert len(poster.pages) == 1


def test_dutch_says_what_was_written_and_other_languages_what_was_translated(cast):
    actions.keep_publicity_text(project=cast.project, kind="poster", title="Kom erbij", text="Er is soep.", by=None)
    _paper, dutch = read(papers.poster(cast.project))
    _paper, english = read(papers.poster(cast.project, "en"))
    assert "Kom erbij" in dutch
    assert "Er is soep." in dutch
    assert "vrijdag 12 maart 2027" not in dutch  # it began already
    assert "Er is soep." not in english
    assert "Get to know Amsterdam" in english
    assert "June 12, 2027" in english


def test_the_longest_texts_still_fit(cast):
    words = "Zo kan een verhaal zijn dat net past op het papier. " * 12
    for kind in ("folder", "poster"):
        actions.keep_publicity_text(project=cast.project, kind=kind, title="Woord " * 20, text=words[:600], by=None)
    assert len(PdfReader(BytesIO(papers.folder(cast.project))).pages) == 3
    assert len(PdfReader(BytesIO(papers.poster(cast.project))).pages) == 1


def test_every_language_of_participants_is_offered(cast, as_user):
    page = as_user(cast.leader).get(at(cast)).content.decode()
    assert all(at(cast, f"poster/{code}.pdf") in page for code in READING_LANGUAGES if code != "nl")


def lines(cast):
    found = look_at([cast.project, cast.foreign], timezone.localdate()).items
    return [item for item in found if item.kind == "publicity_out_of_date"]


def test_a_text_that_is_no_longer_right_asks_for_attention(cast, as_user):
    client = as_user(cast.leader)
    save(client, cast)
    save(client, cast, "vacancy")
    assert lines(cast) == []
    move_closing(cast)
    (line,) = lines(cast)
    assert line.title == "In 2 teksten voor publiciteit klopt iets niet meer"
    assert line.url == at(cast)
    client.post(at(cast, "press/bijwerken/"))
    assert lines(cast)[0].count == 1
    cast.project.is_practice = True
    cast.project.save()
    assert lines(cast) == []


def test_looking_takes_as_many_queries_for_two_projects_as_for_one(cast):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked(projects):
        with CaptureQueriesContext(connection) as counted:
            look_at(projects, timezone.localdate())
        return len(counted)

    for project in (cast.project, cast.foreign):
        actions.keep_publicity_text(project=project, kind="press", title="x", text=project.name, by=None)
    asked([cast.project])
    assert asked([cast.project]) == asked([cast.project, cast.foreign])
