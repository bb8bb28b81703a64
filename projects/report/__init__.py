"""The end report: the apps contribute, and this package works out what page, PDF and workbook show."""

from projects.report import money, own
from projects.report.computing import by_section, compute, headlines, proposed_texts
from projects.report.registry import (
    SECTIONS,
    FigureSpec,
    Photos,
    ReportPhoto,
    Row,
    figure,
    figures,
    photo_albums,
    photos_of,
    proposal,
    proposals,
)

__all__ = [
    "SECTIONS",
    "FigureSpec",
    "Photos",
    "ReportPhoto",
    "Row",
    "by_section",
    "compute",
    "figure",
    "figures",
    "headlines",
    "money",
    "own",
    "photo_albums",
    "photos_of",
    "proposal",
    "proposals",
    "proposed_texts",
]
