"""The texts that rows propose: right in number, silent about nothing, and never put over what somebody typed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matching.actions import form_couple, log_outing
from participants.actions import note_attendance
from participants.models import Participant
from projects import actions
from projects.models import EndReport, Project
from projects.report import SECTIONS, proposals, proposed_texts
from tests.conftest import NOW

WRITE = "/projecten/nieuw-west-2027/verslag/schrijven/"


@pytest.fixture
def draft(cast):
    return actions.start_report(project=cast.project, by=cast.coordinator)


@pytest.fixture
def bare(cast):
    """A project of which nothing is known but its days."""
    return Project.objects.create(
        name="Kaal",
        slug="kaal",
        district=cast.project.district,
        starts_on=NOW.date(),
        ends_on=NOW.date() + timedelta(days=90),
    )


def test_a_project_with_nothing_yet_only_says_what_it_is(bare):
    texts = proposed_texts(bare)
    assert set(texts) == {"background"}
    assert "Dit project is in Nieuw-West" in texts["background"]


def test_every_app_proposes_in_sections_that_exist():
    found = list(proposals)
    assert {one.section for one in found} <= set(SECTIONS)
    apps = {one.function.__module__.partition(".")[0] for one in found}
    assert apps == {"projects", "participants", "matching", "excursions"}


def test_nobody_is_named(cast):
    everything = " ".join(proposed_texts(cast.project).values())
    assert "Proefpersoon" not in everything
    assert not [one for one in cast.people.values() if one.person.call_name in everything.split()]


def couple(cast, old, new):
    return form_couple(project=cast.project, old=old, new=new, by=cast.leader)


def test_one_of_each_is_singular(cast):
    made = couple(cast, cast.ans, [cast.samira])
    log_outing(couple=made, day=NOW.date(), hours=2, by=cast.ambassador)
    meeting = cast.project.meetings.get(kind="mix")
    note_attendance(meeting=meeting, participant=cast.ans, present=True, by=cast.ambassador)
    note_attendance(meeting=meeting, participant=cast.lale, present=False, by=cast.ambassador)
    Participant.objects.filter(pk=cast.samira.pk).update(status="completed")
    texts = proposed_texts(cast.project)
    assert "We vormden 1 koppel op 12 maart 2027." in texts["course"]
    assert "Er kwam 1 'oude' Amsterdammer." in texts["course"]
    assert "1 koppel ging samen op stap; we streefden naar 20." in texts["results"]
    assert "Samen hadden zij 1 ontmoeting. Dat is gemiddeld 1 keer en 2 uur per koppel." in texts["results"]
    assert "1 deelnemer rondde het project af: 1 'nieuwe' Amsterdammer." in texts["results"]
    assert "1 deelnemer kwam niet naar de mixbijeenkomst." in texts["lessons"]


def test_more_of_each_is_plural(cast):
    couple(cast, cast.ans, [cast.samira])
    couple(cast, cast.joop, [cast.tesfay, cast.lale])
    texts = proposed_texts(cast.project)
    assert "We vormden 2 koppels op 12 maart 2027." in texts["course"]
    assert "2 koppels gingen samen op stap" in texts["results"]
    assert "Daar was 1 koppel van drie personen bij." in texts["results"]
    assert "8 bewoners meldden zich aan: 4 'oude' en 4 'nieuwe' Amsterdammers." in texts["people"]
    assert "ontmoeting" not in texts["results"]


def test_the_page_shows_each_proposal_and_what_the_section_will_look_like(cast, as_user, draft):
    page = as_user(cast.leader).get(WRITE)
    html = page.content.decode()
    assert [section["key"] for section in page.context["sections"]] == list(SECTIONS)
    assert html.count('name="take"') == len(proposed_texts(cast.project))
    assert 'hx-post="/projecten/nieuw-west-2027/verslag/schrijven/results/"' in html


def test_taking_a_proposal_over_keeps_what_was_typed_and_saves_nothing(cast, as_user, draft):
    client = as_user(cast.coordinator)
    seen = client.get(WRITE).context["form"].initial["seen"]
    typed = {"seen": seen, "lessons": "Half getypt", "people": "Eigen tekst", "name_countries": "on", "take": "people"}
    page = client.post(WRITE, typed)
    form = page.context["form"]
    assert page.status_code == 200
    assert form["people"].value() == proposed_texts(cast.project)["people"]
    assert (form["lessons"].value(), form["name_countries"].value(), form["seen"].value()) == (
        "Half getypt",
        True,
        seen,
    )
    assert EndReport.objects.get().texts == draft.texts


def test_a_change_of_somebody_else_is_still_noticed_after_taking_over(cast, as_user, draft):
    client = as_user(cast.leader)
    seen = client.get(WRITE).context["form"].initial["seen"]
    actions.save_report_texts(report=draft, texts={"lessons": "Van een ander"}, name_countries=False, by=None)
    taken = client.post(WRITE, {"seen": seen, "lessons": "Van mij", "take": "people"}).context["form"]
    sent = {key: taken[key].value() or "" for key in ["seen", *SECTIONS]}
    page = client.post(WRITE, sent)
    assert page.status_code == 422
    assert "Nu staat er: Van een ander" in page.content.decode()
    assert EndReport.objects.get().texts["lessons"] == "Van een ander"


@pytest.mark.parametrize("take", ["hack", "", "seen"])
def test_a_section_that_does_not_exist_is_not_taken_over(cast, as_user, draft, take):
    response = as_user(cast.leader).post(WRITE, {"lessons": "Bel eerst.", "take": take})
    assert response.status_code == 302
    assert EndReport.objects.get().texts["lessons"] == "Bel eerst."


def test_the_preview_shows_text_literally_and_no_section_that_does_not_exist(cast, as_user, draft):
    client = as_user(cast.leader)
    html = client.post(f"{WRITE}lessons/", {"lessons": "<script>x</script>\n\n- een\n- twee"}).content.decode()
    assert "&lt;script&gt;" in html
    assert html.count("<li") == 2
    assert "Nog geen tekst." in client.post(f"{WRITE}lessons/", {}).content.decode()
    assert client.post(f"{WRITE}hack/", {}).status_code == 404


def test_a_project_that_is_over_is_told_in_the_past(bare):
    bare.starts_on, bare.ends_on = timezone.localdate() - timedelta(days=90), timezone.localdate() - timedelta(days=1)
    assert "Dit project was in Nieuw-West" in proposed_texts(bare)["background"]
