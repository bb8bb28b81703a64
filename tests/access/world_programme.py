"""The part of the world that is about going somewhere: places, the booklet, visits and excursions."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.utils import timezone

from excursions.actions import (
    arrange_visit,
    ask_visit,
    cancel_excursion,
    make_booklet,
    plan_excursion,
    use_strip,
)
from excursions.actions import sign_up as sign_up_for_excursion
from excursions.models import Place, Visit
from tests.pictures import jpeg

if TYPE_CHECKING:
    from tests.access.world import Filled


def fill_programme(filled: "Filled", ambassador: Any, by: Any) -> None:
    """A booklet with a place of the district, and an excursion with people."""
    mark, project, rows = filled.mark, filled.project, filled.rows
    rows["place"] = Place.objects.create(
        name=f"{mark} plek",
        section="home",
        what=mark,
        district=project.district,
        address=mark,
        organisation=rows["organisation"],
        discount=mark,
        opening=mark,
        spoken=mark,
        picture=ContentFile(jpeg(), "plek.jpg"),
        picture_alt=mark,
        picture_rights=mark,
        by_appointment=True,
    )
    rows["booklet"] = make_booklet(project=project, places=[rows["place"]], foreword=mark, by=by)
    rows["strip"] = rows["booklet"].entries.get()
    rows["excursion"] = plan_excursion(
        project=project,
        name=f"{mark} excursie",
        starts_at=timezone.now() + timedelta(days=3),
        meeting_point=mark,
        capacity=10,
        place=rows["place"],
        guides=[ambassador],
        by=by,
    )
    rows["strip_use"] = use_strip(entry=rows["strip"], couple=rows["couple"], on=timezone.localdate(), by=ambassador)
    rows["visit"] = ask_visit(
        project=project, place=rows["place"], couples=[rows["couple"]], wished=mark, by=ambassador
    )
    rows["visit"] = arrange_visit(
        visit=rows["visit"], at=timezone.now() + timedelta(days=4), meeting_point=mark, by=ambassador
    )
    Visit.objects.create(project=project, place=rows["place"], state="off", reason=mark).couples.add(rows["couple"])
    off = plan_excursion(
        project=project,
        name=f"{mark} vervallen",
        starts_at=timezone.now() + timedelta(days=9),
        meeting_point=mark,
        capacity=10,
        by=by,
    )
    rows["cancelled_excursion"] = cancel_excursion(excursion=off, reason=mark, by=by)
    rows["signup"] = sign_up_for_excursion(excursion=rows["excursion"], people=[rows["old_2"]], by=by)[0]
