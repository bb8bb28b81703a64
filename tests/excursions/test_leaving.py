"""Who leaves the project gives the places on coming excursions to who waits."""

from excursions.actions import note_attendance, sign_up
from excursions.models import Signup
from participants.actions import withdraw
from tests.conftest import Cast
from tests.excursions.conftest import Plan, Turn


def test_the_place_goes_to_who_waits(cast: Cast, plan: Plan) -> None:
    excursion = plan(2)
    for name in ("willem", "ans", "joop"):
        sign_up(excursion=excursion, people=[cast.people[name]], by=cast.ambassador)
    withdraw(participant=cast.people["willem"], reason="Verhuisd.", by=cast.coordinator)
    going = excursion.signups.going().values_list("participant", flat=True)
    assert set(going) == {cast.people["ans"].pk, cast.people["joop"].pk}
    assert excursion.signups.get(participant=cast.people["willem"]).state == Signup.State.CANCELLED


def test_where_somebody_was_stays_on_record(cast: Cast, plan: Plan, afterwards: Turn) -> None:
    excursion = plan(2)
    (signup,) = sign_up(excursion=excursion, people=[cast.people["willem"]], by=cast.ambassador)
    afterwards()
    note_attendance(signup=signup, attended=True, by=cast.ambassador)
    withdraw(participant=cast.people["willem"], reason="Verhuisd.", by=cast.coordinator)
    signup.refresh_from_db()
    assert (signup.state, signup.attended) == (Signup.State.GOING, True)
