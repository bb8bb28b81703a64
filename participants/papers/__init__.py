"""What participants get on paper: the form to fill in, a copy of it, and the inlay for the folder."""

from participants.papers.copies import copy_of
from participants.papers.form import paper_form
from participants.papers.inlay import inlay

__all__ = ["copy_of", "inlay", "paper_form"]
