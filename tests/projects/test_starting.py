"""A project begins in three pages; as a follow-up it takes along all but people."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from excursions.actions import make_booklet, mark_booklet_printed
from excursions.models import Place
from matching.actions import set_weights
from projects import actions
from projects.models import ContactPerson, District, Meeting, Organisation, PlanStep, Project
from projects.scheduling import Moment, propose
from projects.taking import takeables

BASIS, PEOPLE, DATES = "/projecten/nieuw/", "/projecten/nieuw/deelnemers/", "/projecten/nieuw/data/"
ALL = [one.key for one in takeables]
MIX = date(2027, 8, 31)


@pytest.fixture
def earlier(cast):
    """Nieuw-West with something of everything that can go along, and with people in it."""
    project, by = cast.project, cast.coordinator
    hall = Organisation.objects.create(name="De Meevaart", kind="venue", district=project.district, transit="tram 14")
    elsewhere = Organisation.objects.create(name="Ver weg", district=District.objects.get(slug="noord"))
    contact = ContactPerson.objects.create(organisation=hall, name="Noor Zaalbaas")
    partner = actions.add_partner(project=project, organisation=hall, contribution="De zaal", contact=contact, by=by)
    actions.confirm_partner(partnership=partner, by=by)
    actions.add_partner(project=project, organisation=elsewhere, contribution="Niets", by=by)
    actions.change_project(project=project, aim="Elkaar leren kennen", cap_expenses=Decimal(12), by=by)
    for meeting in project.meetings.all():
        actions.change_meeting(meeting=meeting, venue=hall, programme=f"Programma {meeting.kind}", by=by)
    actions.finish_step(step=project.plan_steps.first(), by=by)
    actions.add_step(
        project=project, name="Taart bestellen", phase="closing", due_on=date(2027, 6, 2), anchor="closing", by=by
    )
    places = [Place.objects.create(name=name, section="home") for name in ("Bad", "Molen")]
    ended = Place.objects.create(name="Oud", section="home", discount="1 euro", discount_until=date(2027, 3, 31))
    booklet = make_booklet(project=project, places=[*places, ended], foreword="Veel plezier", by=by)
    mark_booklet_printed(booklet=booklet, by=by)
    set_weights(project=project, weights={"language": 700}, by=by)
    return project


def sent(answer):
    """What the form on a page would send as it stands."""
    form = answer.context["form"]
    found = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in found.items() if value not in (None, False)}


def to_dates(client, earlier, **changes):
    """Through the first two pages; the third as it opens."""
    first = client.get(f"{BASIS}?vervolg={earlier.slug}") if earlier else client.get(BASIS)
    second = client.post(BASIS, {**sent(first), **changes}, follow=True)
    assert second.request["PATH_INFO"] == PEOPLE
    third = client.post(PEOPLE, {**sent(second), "contact_name": "Wim Stadsdeel", "contact_email": "wim@example.org"})
    assert third.url == DATES
    return client.get(DATES)


def begun(client, page, **changes):
    data = {**sent(page), **changes, "deed": "begin"}
    return client.post(DATES, data)


def test_a_follow_up_takes_along_everything_but_people(cast, earlier, as_user):
    client = as_user(cast.coordinator)
    answer = begun(client, to_dates(client, earlier))
    project = Project.objects.get(previous=earlier)
    assert answer.url == project.get_absolute_url()
    assert (project.name, project.district, project.aim) == ("Nieuw-West 2027 (2)", earlier.district, earlier.aim)
    assert (project.cap_expenses, project.district_contact.name) == (Decimal("12.00"), "Wim Stadsdeel")
    assert project.participants.count() == 0
    assert project.memberships.count() == earlier.memberships.count()
    partner = project.partnerships.get()  # another district's is out of reach
    assert (partner.organisation.name, partner.contact.name, partner.agreed_on) == (
        "De Meevaart",
        "Noor Zaalbaas",
        None,
    )
    assert partner.confirmed_on is None
    mix = project.meetings.get(kind="mix")
    assert (mix.venue.name, mix.programme, mix.transit_there) == ("De Meevaart", "Programma mix", "tram 14")
    assert [entry.place.name for entry in project.booklets.get().entries.all()] == ["Bad", "Molen"]
    assert (project.booklets.get().is_printed, project.matching_weights.language) == (False, 700)
    assert _money(project) == _money(earlier)
    assert project.agreed_total is None
    assert not project.budget_groups.exclude(agreed=None).exists()
    assert not project.plan_steps.exclude(done_on=None).exists()
    assert set(_names(project)) == set(_names(earlier))
    assert not project.plan_steps.filter(due_on__lt=project.starts_on).exists()
    assert all(meeting.tasks.count() >= 6 for meeting in project.meetings.all())


def _money(project):
    return [
        (group.number, group.name, *group.lines.order_by("code").values_list("code", "quantity", "unit_price"))
        for group in project.budget_groups.order_by("number")
    ]


def _names(project):
    return project.plan_steps.values_list("name", flat=True)


def test_what_is_not_ticked_stays_behind(cast, earlier, as_user):
    client = as_user(cast.coordinator)
    begun(client, to_dates(client, earlier, take=[]))
    project = Project.objects.get(previous=earlier)
    assert (project.partnerships.count(), project.memberships.count(), project.booklets.count()) == (0, 0, 0)
    assert (project.aim, project.plan_steps.count()) == ("", 26)
    assert project.budget_groups.count() == 4


def test_from_the_template_with_a_meeting_in_between(cast, as_user):
    client = as_user(cast.coordinator)
    west = District.objects.get(slug="west")
    page = to_dates(client, None, district=west.pk, area="De Baarsjes")
    answer = begun(client, page, with_interim="on", begins="19.30")
    project = Project.objects.get(name="De Baarsjes 2027")
    assert answer.url == project.get_absolute_url()
    assert [meeting.kind for meeting in project.meetings.all()] == ["information", "mix", "interim", "closing"]
    evaluation = project.plan_steps.get(name__startswith="Evalueren")
    assert evaluation.due_on == page.context["form"].initial["evaluation"]
    assert project.district_contact.organisation.name == "Stadsdeel West"
    assert (project.min_old, project.target_old, project.max_old) == (8, 20, 24)


def test_a_kept_plan_can_be_chosen(cast, as_user):
    actions.add_step(
        project=cast.project, name="Vlag ophangen", phase="closing", due_on=date(2027, 6, 2), anchor="closing", by=None
    )
    kept = actions.keep_plan(project=cast.project, name="Met vlag", by=None)
    client = as_user(cast.coordinator)
    page = to_dates(client, None, source=f"plan:{kept.pk}", district=cast.project.district_id)
    begun(client, page)
    assert PlanStep.objects.filter(name="Vlag ophangen").count() == 2


def test_the_pages_are_walked_in_order(cast, as_user):
    client = as_user(cast.coordinator)
    assert client.get(PEOPLE).url == BASIS
    assert client.get(DATES).url == BASIS
    client.post(BASIS, {"district": cast.project.district_id})
    assert client.get(DATES).url == PEOPLE
    back = client.get(f"{BASIS}?terug")
    assert back.context["form"]["district"].value() == str(cast.project.district_id)


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({}, "district", "Kies een stadsdeel"),
        ({"district": "9" * 30}, "district", "Kies iets uit de lijst"),
        ({"source": "project:99999999"}, "source", "Kies iets uit de lijst"),
        ({"source": "plan:x", "district": "{west}"}, "source", "Kies iets uit de lijst"),
        ({"district": "{west}", "take": ["deelnemers"]}, "take", "Kies iets uit de lijst"),
        ({"district": "{west}", "area": "x" * 101}, "area", "te lang"),
    ],
)
def test_a_basis_that_cannot_be(cast, as_user, typed, field, told):
    west = str(District.objects.get(slug="west").pk)
    data = {name: west if value == "{west}" else value for name, value in typed.items()}
    answer = as_user(cast.coordinator).post(BASIS, data)
    assert answer.status_code == 422
    assert told in " ".join(answer.context["form"].errors[field])


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"name": "nieuw-west 2027"}, "name", "Er is al een project"),
        ({"name": ""}, "name", "Vul dit in"),
        ({"max_old": "3"}, "max_old", "niet kleiner"),
        ({"min_new": "twee"}, "min_new", "heel getal"),
        ({"contact_email": "wim"}, "contact_email", "e-mailadres"),
        ({"contact_phone": "06 1234 5678"}, "contact_name", "ook de naam"),
    ],
)
def test_people_that_cannot_be(cast, as_user, typed, field, told):
    client = as_user(cast.coordinator)
    page = client.post(BASIS, {"district": cast.project.district_id}, follow=True)
    answer = client.post(PEOPLE, {**sent(page), **typed})
    assert answer.status_code == 422
    assert told in " ".join(answer.context["form"].errors[field])
    for name, value in typed.items():
        assert answer.context["form"][name].value() == value


def test_the_numbers_follow_from_the_ambassadors_at_one_press(cast, as_user):
    client = as_user(cast.coordinator)
    page = client.post(BASIS, {"district": cast.project.district_id}, follow=True)
    answer = client.post(PEOPLE, {**sent(page), "name": "Mijn naam", "ambassadors": "2", "reckon": "1"})
    form = answer.context["form"]
    assert [str(form[f"{one}_new"].value()) for one in ("min", "target", "max")] == ["4", "10", "12"]
    assert (form["name"].value(), answer.status_code) == ("Mijn naam", 200)
    assert "Met 2 ambassadeurs: ten minste 4" in answer.content.decode()
    silly = client.post(PEOPLE, {**sent(page), "ambassadors": "9" * 40, "reckon": "1"})
    assert silly.status_code == 200


class TestDates:
    """The third page: what speaks against a day, better ones, and no way to begin without having seen it."""

    def test_the_days_that_are_proposed_have_nothing_against_them(self, cast, earlier, as_user):
        page = to_dates(as_user(cast.coordinator), earlier)
        assert all(not row["warnings"] for row in page.context["rows"])
        assert len(page.context["mixes"]) == 3
        assert page.content.decode().count("Een goede dag:") == 6

    def test_a_start_on_21_june_is_warned_against_before_it_begins(self, cast, earlier, as_user):
        client = as_user(cast.coordinator)
        page = to_dates(client, earlier)
        data = sent(client.post(DATES, {**sent(page), "start": "2027-06-21", "anew": "start"}))
        data |= {"weighed": ""}
        first = client.post(DATES, {**data, "deed": "begin"})
        assert first.status_code == 422
        text = first.content.decode()
        assert "19 dagen later begint de zomervakantie" in text
        assert "Kijk nog even" in text
        assert not Project.objects.filter(previous=earlier).exists()
        second = client.post(DATES, {**sent(first), "deed": "begin"})
        project = Project.objects.get(previous=earlier)
        assert (second.url, project.starts_on) == (project.get_absolute_url(), date(2027, 6, 21))

    def test_one_tap_gives_a_better_day_or_all_days_anew(self, cast, earlier, as_user):
        client = as_user(cast.coordinator)
        page = to_dates(client, earlier)
        anew = client.post(DATES, {**sent(page), "pick": f"mix:{MIX}"})
        expected = propose(MIX)
        assert {each: date.fromisoformat(anew.context["form"][each].value()) for each in Moment} == expected
        other = expected[Moment.CLOSING] + timedelta(days=7)
        one = client.post(DATES, {**sent(anew), "pick": f"closing:{other}"})
        changed = {each: date.fromisoformat(one.context["form"][each].value()) for each in Moment}
        assert changed == {**expected, Moment.CLOSING: other}

    @pytest.mark.parametrize(
        "pick", ["", "mix", "mix:", "mix:morgen", "feest:2027-09-01", "mix:9999-12-31", "mix:0001-01-01"]
    )
    def test_a_button_that_is_none_changes_nothing(self, cast, earlier, as_user, pick):
        client = as_user(cast.coordinator)
        data = sent(to_dates(client, earlier))
        answer = client.post(DATES, {**data, "pick": pick})
        assert {each: str(answer.context["form"][each].value()) for each in Moment} == {
            each: str(data[each]) for each in Moment
        }

    @pytest.mark.parametrize(
        ("typed", "field", "told"),
        [
            ({"mix": "31-11-2027"}, "mix", "bestaat niet"),
            ({"closing": "2027-01-06"}, "closing", "Deze dag moet na"),
            ({"start": ""}, "start", "Vul dit in"),
            ({"begins": "25:00"}, "begins", "tijd bestaat niet"),
            ({"end": "2101-01-01"}, "end", "tussen 2000 en 2100"),
        ],
    )
    def test_dates_that_cannot_be(self, cast, earlier, as_user, typed, field, told):
        client = as_user(cast.coordinator)
        answer = begun(client, to_dates(client, earlier), **typed)
        assert answer.status_code == 422
        assert told in " ".join(answer.context["form"].errors[field])
        assert answer.context["form"][field].value() == typed[field]
        assert not Project.objects.filter(previous=earlier).exists()


def test_a_new_contact_is_not_made_twice(cast):
    district = District.objects.get(slug="west")
    first, again = (actions.note_district_contact(district=district, name=name, by=None) for name in ("Wim", "wim"))
    assert first == again
    assert Organisation.objects.get(kind="government", district=district).name == "Stadsdeel West"


def test_a_name_that_is_taken_by_another_organisation_is_no_wall(cast):
    Organisation.objects.create(name="Stadsdeel West")
    contact = actions.note_district_contact(district=District.objects.get(slug="west"), name="Wim", by=None)
    assert contact.organisation.name == "Stadsdeel West (overheid)"


def test_a_meeting_has_the_reach_of_its_hall_unless_it_has_its_own(cast):
    hall = Organisation.objects.create(name="Hal", step_free="no", transit="bus 18")
    meeting = cast.project.meetings.get(kind=Meeting.Kind.CLOSING)
    assert (meeting.step_free_there, meeting.transit_there) == ("unknown", "")
    actions.change_meeting(meeting=meeting, venue=hall, by=None)
    assert (meeting.step_free_there, meeting.transit_there) == ("no", "bus 18")
    actions.change_meeting(meeting=meeting, step_free="yes", transit="tram 2", by=None)
    assert (meeting.step_free_there, meeting.transit_there) == ("yes", "tram 2")


def test_who_registers_reads_how_to_get_there(cast):
    hall = Organisation.objects.create(name="Hal", step_free="yes", transit="bus 18")
    meeting = actions.change_meeting(meeting=cast.project.meetings.get(kind="closing"), venue=hall, by=None)
    for name in ("next_meeting.html", "next_meeting.txt"):
        said = render_to_string(f"participants/registration/{name}", {"next_meeting": meeting})
        assert "bus 18" in said
        assert "Je kunt er zonder drempel of trap naar binnen." in said
    with override("en"):
        said = render_to_string("participants/registration/next_meeting.txt", {"next_meeting": meeting})
    assert "You can get in without a step or stairs." in said
