"""The evaluation on one's own phone, on a tablet and from paper: what is kept, and that nobody sees it again."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader

from matching.actions import form_couple
from mixen.languages import READING_LANGUAGES
from participants.actions import answer_evaluation
from participants.models import Evaluation, PersonalLink
from participants.papers.evaluation import evaluation_form
from participants.personal import evaluation as card
from participants.remarks import remarks_of
from tests.participants.actions.test_evaluation import at_the_end, final_report

GOOD = {"again": "yes", "go_on": "", "dutch": "4", "locals": "2", "words": "Heel gezellig.\r\nTot ziens!"}


@pytest.fixture
def couple(cast):
    return form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.ambassador)


@pytest.fixture
def ending(couple, clock):
    at_the_end(clock)


@pytest.fixture
def own(cast):
    link, _made = PersonalLink.objects.get_or_create(participant=cast.samira)
    return f"/mijn/{link.token}/evaluatie/"


@pytest.fixture
def list_page(cast):
    return f"/projecten/{cast.project.slug}/evaluatie/"


def stored():
    row = Evaluation.objects.get()
    return row.participant, row.again, row.go_on, row.dutch, row.locals, row.institutions, row.words, row.via


class TestOwnPage:
    def test_what_is_sent_is_kept_and_not_shown_again(self, cast, ending, own):
        html = Client().get(own).content.decode()
        assert "checked" not in html
        answer = Client().post(own, GOOD)
        assert answer.url == f"{own}dank/"
        assert "Dank je wel" in Client().get(answer.url).content.decode()
        assert stored() == (cast.samira, "yes", "", 4, 2, None, "Heel gezellig.\nTot ziens!", "link")
        again = Client().get(own)
        assert "checked" not in again.content.decode()
        assert "gezellig" not in again.content.decode()
        assert "al een keer ingevuld" in again.content.decode()
        assert "no-store" in again.headers["Cache-Control"]

    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ({"again": "perhaps"}, "Kies iets uit de lijst."),
            ({"dutch": "5"}, "Kies iets uit de lijst."),
            ({"dutch": "vier"}, "Kies iets uit de lijst."),
            ({"words": "x" * 1001}, "ten hoogste 1000 tekens"),
            ({"words": "a\u202eb"}, "teken in dat niet mag"),
        ],
    )
    def test_what_is_wrong_is_told_and_the_rest_stays(self, ending, own, changes, told):
        answer = Client().post(own, {**GOOD, **changes})
        html = answer.content.decode()
        assert answer.status_code == 422
        assert told in html
        assert 'value="2" id="id_locals_1" checked' in html
        assert not Evaluation.objects.exists()

    def test_an_empty_form_says_what_to_do(self, ending, own):
        answer = Client().post(own, {})
        assert answer.status_code == 422
        assert "Je hebt nog niets ingevuld" in answer.content.decode()

    def test_before_it_opens_and_after_the_report_the_page_says_so(self, cast, couple, clock, own):
        assert "nu niet invullen" in Client().get(own).content.decode()
        at_the_end(clock)
        final_report(cast.project)
        assert "nu niet invullen" in Client().get(own).content.decode()
        answer = Client().post(own, GOOD)
        assert answer.status_code == 422
        assert "gesloten" in answer.content.decode()

    @pytest.mark.parametrize("language", ["ar", "ti"])
    def test_it_is_in_the_readers_language(self, cast, ending, own, language):
        cast.samira.person.language = language
        cast.samira.person.save()
        html = Client().get(own).content.decode()
        assert f'<html lang="{language}" dir="{READING_LANGUAGES[language].direction}">' in html
        assert "Zou je nog een keer" not in html

    def test_the_card_is_there_from_two_weeks_before_the_end(self, cast, couple, clock):
        assert card(cast.samira) is None
        at_the_end(clock, before=14)
        assert card(cast.samira).context == {"is_answered": False}
        answer_evaluation(participant=cast.samira, answers={"again": "yes"}, via="link", by=None)
        cast.samira.refresh_from_db()
        assert card(cast.samira).context == {"is_answered": True}
        assert card(cast.lale) is None
        final_report(cast.project)
        assert card(cast.samira) is None


class TestTablet:
    def test_who_has_not_answered_is_a_button_and_moves_on_afterwards(self, cast, ending, as_user, list_page):
        client = as_user(cast.ambassador)
        before = client.get(list_page)
        assert [one.pk for one in before.context["waiting"]] == [cast.ans.pk, cast.samira.pk]
        answer = client.post(f"{list_page}{cast.samira.pk}/", GOOD)
        assert answer.url == f"{list_page}dank/nl/"
        thanks = client.get(answer.url).content.decode()
        assert "Geef de tablet terug." in thanks
        assert "Samira" not in thanks
        after = client.get(list_page)
        assert [one.pk for one in after.context["waiting"]] == [cast.ans.pk]
        assert stored()[-1] == "tablet"
        assert Evaluation.objects.get().entered_by == cast.ambassador

    def test_opened_again_it_is_empty_and_kept_nowhere(self, cast, ending, as_user, list_page):
        client = as_user(cast.ambassador)
        client.post(f"{list_page}{cast.samira.pk}/", GOOD)
        again = client.get(f"{list_page}{cast.samira.pk}/")
        html = again.content.decode()
        assert "al een keer ingevuld" in html
        assert "checked" not in html
        assert "gezellig" not in html
        assert "no-store" in again.headers["Cache-Control"]
        assert "no-store" in client.get(f"{list_page}dank/ar/").headers["Cache-Control"]

    def test_it_is_in_the_language_of_the_participant_and_thanks_in_it_too(self, cast, ending, as_user, list_page):
        cast.samira.person.language = "ar"
        cast.samira.person.save()
        client = as_user(cast.ambassador)
        assert 'lang="ar" dir="rtl"' in client.get(f"{list_page}{cast.samira.pk}/").content.decode()
        answer = client.post(f"{list_page}{cast.samira.pk}/", GOOD)
        assert answer.url.endswith("/dank/ar/")
        assert client.get(f"{list_page}dank/xx/").status_code == 404

    def test_who_cannot_answer_or_did_so_at_home_is_not_opened(self, cast, ending, as_user, list_page):
        answer_evaluation(participant=cast.samira, answers={"again": "yes"}, via="link", by=None)
        client = as_user(cast.ambassador)
        for somebody in (cast.samira, cast.lale):
            assert client.get(f"{list_page}{somebody.pk}/").url == list_page
            assert client.post(f"{list_page}{somebody.pk}/", GOOD).status_code == 422
        assert Evaluation.objects.get().via == "link"

    def test_somebody_of_another_project_does_not_exist(self, cast, ending, as_user, list_page):
        stranger = form_couple(project=cast.project, old=cast.joop, new=[cast.tesfay], by=cast.ambassador).people[0]
        other = f"/projecten/{cast.foreign.slug}/evaluatie/{stranger.pk}/"
        assert as_user(cast.coordinator).get(other).status_code == 404

    def test_before_it_opens_the_page_says_from_when(self, cast, couple, as_user, list_page):
        html = as_user(cast.ambassador).get(list_page).content.decode()
        assert "Vanaf za 29 mei 2027" in html


class TestPaper:
    def test_forms_are_typed_over_one_after_the_other(self, cast, ending, as_user, list_page):
        client, page = as_user(cast.ambassador), f"{list_page}papier/"
        answer = client.post(page, {**GOOD, "participant": cast.ans.pk}, follow=True)
        assert answer.redirect_chain == [(page, 302)]
        html = answer.content.decode()
        assert "Het formulier van Ans is ingevoerd." in html
        assert "gezellig" not in html
        assert "checked" not in html
        assert stored()[-1] == "paper"
        assert list(answer.context["form"].fields["participant"].queryset) == [cast.samira]

    def test_without_a_name_what_was_typed_stays(self, ending, cast, as_user, list_page):
        answer = as_user(cast.ambassador).post(f"{list_page}papier/", GOOD)
        assert answer.status_code == 422
        html = answer.content.decode()
        assert "Heel gezellig." in html
        assert 'value="4" id="id_dutch_3" checked' in html
        assert (
            as_user(cast.ambassador).post(f"{list_page}papier/", {**GOOD, "participant": cast.lale.pk}).status_code
            == 422
        )

    @pytest.mark.parametrize("language", list(READING_LANGUAGES))
    def test_the_form_is_one_sheet(self, cast, language):
        pages = PdfReader(BytesIO(evaluation_form(cast.project, language))).pages
        assert len(pages) == 1
        text = pages[0].extract_text()
        assert "Wat vond je ervan?" in text
        assert "Ik weet bij welke instantie ik moet zijn" in text

    def test_a_language_nobody_reads_has_no_form(self, cast, as_user, list_page):
        assert as_user(cast.ambassador).get(f"{list_page}formulier-xx.pdf").status_code == 404


class TestRemarks:
    @pytest.fixture
    def five(self, cast, couple):
        pairs = [(cast.joop, cast.tesfay), (cast.corrie, cast.lale)]
        for old, new in pairs:
            form_couple(project=cast.project, old=old, new=[new], by=cast.ambassador)
        return [cast.ans, cast.samira, cast.joop, cast.tesfay, cast.corrie]

    def write(self, people):
        for number, somebody in enumerate(people):
            words = f"opmerking {number}"
            answer_evaluation(participant=somebody, answers={"words": words}, via="link", by=None)

    def test_they_are_read_from_five_on_without_names(self, cast, five, clock, as_user):
        at_the_end(clock)
        page = f"/projecten/{cast.project.slug}/verslag/opmerkingen/"
        self.write(five[:4])
        assert remarks_of(cast.project) is None
        assert "opmerking 1" not in as_user(cast.leader).get(page).content.decode()
        self.write(five)
        html = as_user(cast.leader).get(page).content.decode()
        assert all(f"opmerking {number}" in html for number in range(5))
        assert not any(one.person.goes_by in html for one in five)
        assert sorted(remarks_of(cast.project)) == [f"opmerking {number}" for number in range(5)]
        assert remarks_of(cast.project) == remarks_of(cast.project)

    def test_they_are_not_read_before_the_closing_meeting(self, cast, five, clock):
        at_the_end(clock, before=1)
        self.write(five)
        assert remarks_of(cast.project) is None
        clock.shift(timedelta(days=1))
        assert len(remarks_of(cast.project)) == 5

    def test_they_stand_in_no_figure(self, cast, five, clock):
        from projects.report import compute

        at_the_end(clock)
        self.write(five)
        assert "opmerking" not in str(compute(cast.project))
