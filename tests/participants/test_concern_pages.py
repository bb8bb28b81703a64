"""The pages of concerns: quick to report from where one is, and read by the coordinator alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from matching.actions import form_couple
from participants import actions
from participants.models import Concern, Participant

WORDS = "Hij belt haar 's nachts."


@pytest.fixture
def concern(cast):
    return actions.report_concern(
        project=cast.project, words=WORDS, where="call", about=[cast.willem], by=cast.ambassador
    )


def address(cast, name, *more):
    return reverse(f"participants:{name}", args=[cast.project.slug, *more])


def test_every_page_where_people_meet_people_has_the_button(cast, as_user):
    couple = form_couple(project=cast.project, old=cast.ans, new=[cast.samira], by=cast.leader)
    meeting = cast.project.meetings.get(kind="mix")
    client, report = as_user(cast.ambassador), address(cast, "concern_report")
    for page, wanted in (
        (cast.ans.get_absolute_url(), f"waar=other&amp;over={cast.ans.pk}"),
        (couple.get_absolute_url(), f"waar=couple&amp;over={cast.ans.pk},{cast.samira.pk}"),
        (address(cast, "attendance", meeting.pk), "waar=meeting"),
    ):
        assert f"{report}?{wanted}&amp;terug={page}" in client.get(page).content.decode()


def test_reported_from_a_page_it_knows_about_whom_and_goes_back_there(cast, as_user):
    client, back = as_user(cast.ambassador), cast.samira.get_absolute_url()
    asked = f"{address(cast, 'concern_report')}?over={cast.samira.pk}&waar=call&terug={back}"
    page = client.get(asked).content.decode()
    assert "Samira Proefpersoon" in page
    typed = {"words": WORDS, "about": [cast.samira.pk], "other": cast.ans.pk, "where": "call"}
    done = client.post(asked, typed)
    assert (done.status_code, done.url) == (302, back)
    row = Concern.objects.get()
    assert (row.words, row.where, row.reported_by) == (WORDS, "call", cast.ambassador)
    assert set(row.about.all()) == {cast.samira, cast.ans}


@pytest.mark.parametrize("back", ["https://kwaad.example/", "//kwaad.example", "/projecten/noord-2027/", "/uit/", ""])
def test_nobody_is_sent_out_of_the_project(cast, as_user, back):
    asked = f"{address(cast, 'concern_report')}?terug={back}"
    done = as_user(cast.ambassador).post(asked, {"words": WORDS, "other": "", "where": "other"})
    assert done.url == cast.project.get_absolute_url()


@pytest.mark.parametrize("over", ["x", "9" * 30, "-1", "²", ",,", "\x00"])
def test_numbers_that_are_none_are_left_out(cast, as_user, over):
    answer = as_user(cast.ambassador).get(address(cast, "concern_report"), {"over": over, "waar": over})
    assert answer.status_code == 200


def test_what_was_typed_stays_when_something_is_wrong(cast, as_user):
    client = as_user(cast.ambassador)
    refused = client.post(address(cast, "concern_report"), {"words": WORDS, "where": "personal"})
    assert refused.status_code == 422
    assert "Kies iets uit de lijst." in refused.content.decode()
    assert "belt haar" in refused.content.decode()
    assert not Concern.objects.exists()


def test_who_reported_sees_their_own_and_nobody_elses(cast, as_user, concern):
    page = address(cast, "concern_report")
    assert "belt haar" in as_user(cast.ambassador).get(page).content.decode()
    for user in (cast.colleague, cast.leader, cast.coordinator):
        assert "belt haar" not in as_user(user).get(page).content.decode()


def test_the_list_shows_the_open_ones_first_and_narrows(cast, as_user, concern):
    actions.note_step(concern=concern, what="Gebeld.", by=cast.coordinator)
    actions.close_concern(concern=concern, by=cast.coordinator)
    fresh = actions.report_concern(project=cast.project, words="Iets.", where="excursion", by=None)
    client, page = as_user(cast.coordinator), address(cast, "concerns")

    def listed(**asked):
        return [row.pk for row in client.get(page, asked).context["page_obj"]]

    assert listed() == [fresh.pk, concern.pk]
    assert listed(state="open") == listed(where="excursion") == [fresh.pk]
    assert listed(state="closed") == [concern.pk]
    assert listed(state="held") == []
    actions.keep_from_matching(concern=concern, participant=cast.willem, by=cast.coordinator)
    assert listed(state="held") == [concern.pk]
    assert "Willem" not in client.get(page).content.decode()


def test_it_is_handled_on_its_own_page(cast, as_user, concern):
    client, page = as_user(cast.coordinator), address(cast, "concern", concern.pk)
    text = client.get(page).content.decode()
    assert "Willem Proefpersoon" in text
    assert "Ambassador" in text
    nothing = client.post(address(cast, "concern_close", concern.pk), follow=True).content.decode()
    assert "Schrijf eerst op" in nothing
    assert client.post(page, {"what": ""}).status_code == 422
    client.post(page, {"what": "Gebeld met Willem."})
    client.post(address(cast, "concern_keep", concern.pk, cast.willem.pk))
    assert Participant.objects.get(pk=cast.willem.pk).not_matched_since
    client.post(address(cast, "concern_again", concern.pk, cast.willem.pk), {"why": "We hebben gepraat."})
    assert Participant.objects.get(pk=cast.willem.pk).not_matched_since is None
    client.post(address(cast, "concern_people", concern.pk), {"about": [cast.ans.pk]})
    done = client.post(address(cast, "concern_close", concern.pk), follow=True).content.decode()
    for word in ("Gebeld met Willem.", "voorlopig niet gekoppeld", "We hebben gepraat.", "Ans Proefpersoon"):
        assert word in done
    assert Concern.objects.get().closed_at


def test_the_leader_does_not_see_that_somebody_is_kept(cast, as_user, concern):
    client, page = as_user(cast.leader), cast.willem.get_absolute_url()
    before = client.get(page).content.decode().count("ingeschreven")
    actions.keep_from_matching(concern=concern, participant=cast.willem, by=cast.coordinator)
    after = client.get(page).content.decode()
    assert after.count("ingeschreven") == before
    assert "niet gekoppeld" not in after


def test_the_list_asks_as_often_for_forty_as_for_five(cast, as_user, concern):
    client, counted = as_user(cast.coordinator), []
    for number in (4, 35):
        for _time in range(number):
            actions.report_concern(
                project=cast.project,
                words=WORDS,
                where="other",
                about=[cast.ans, cast.lale],
                reporter=cast.joop,
                by=None,
            )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address(cast, "concerns"))
        counted.append(len(queries))
    assert counted[0] == counted[1]
