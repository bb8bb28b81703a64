"""The matching core: plain Python with NumPy and SciPy. Knows no Django and reads no database."""

from matching.solver.assign import Assignment, Group, assign
from matching.solver.people import New, Old, Points, admissible, group_admissible, points

__all__ = ["Assignment", "Group", "New", "Old", "Points", "admissible", "assign", "group_admissible", "points"]
