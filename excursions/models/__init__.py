"""The rows about going somewhere, by subject."""

from excursions.models.booklet import Booklet, BookletEntry, Place, Section
from excursions.models.excursion import Excursion, Signup

__all__ = ["Booklet", "BookletEntry", "Excursion", "Place", "Section", "Signup"]
