"""The rows about going somewhere, by subject."""

from excursions.models.booklet import Booklet, BookletEntry, Place, Section
from excursions.models.excursion import Excursion, Signup
from excursions.models.strip import StripUse
from excursions.models.visit import Visit

__all__ = ["Booklet", "BookletEntry", "Excursion", "Place", "Section", "Signup", "StripUse", "Visit"]
