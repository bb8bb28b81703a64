"""The places of the booklet, to choose from when a couple notes a meeting."""

from excursions.models import Section
from matching.places import Groups, PlaceToGo, places
from projects.models import Project


@places.register(10)
def of_the_booklet(project: Project) -> Groups:
    """The strips of the edition that couples have, by section."""
    booklet = project.booklets.in_use()
    entries = list(booklet.entries.select_related("place")) if booklet else []
    groups = [
        (
            str(one.label),
            [
                PlaceToGo(str(row.place_id), row.place.name, f"{row.number}. {row.place.name}")
                for row in entries
                if row.place.section == one
            ],
        )
        for one in Section
    ]
    return [(title, rows) for title, rows in groups if rows]
