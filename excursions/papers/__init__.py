"""What is printed of booklet and excursions."""

from excursions.papers.booklet import LARGE, ON_SCREEN, PRINTED, booklet_pdf

__all__ = ["LARGE", "ON_SCREEN", "PRINTED", "booklet_pdf"]
