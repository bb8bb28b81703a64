"""The places of the booklet, to choose from when a couple notes a meeting."""

from excursions.models import Section
from matching.places import Groups, places
from projects.models import Project


@places.register(10)
def of_the_booklet(project: Project) -> Groups:
    """The strips of the newest edition, by section."""
    booklet = project.booklets.newest()
    entries = list(booklet.entries.select_related("place")) if booklet else []
    groups = [(str(one.label), [row.place.name for row in entries if row.place.section == one]) for one in Section]
    return [(title, names) for title, names in groups if names]
