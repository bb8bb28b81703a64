"""The rows of a project, by subject."""

from projects.models.budget import BudgetGroup, BudgetLine, ClaimKind, Expense
from projects.models.district import District, DistrictOfficial
from projects.models.meeting import Meeting
from projects.models.partner import ContactPerson, Organisation, Partnership
from projects.models.plan import PlanStep
from projects.models.project import Membership, Project, Role
from projects.models.report import EndReport

__all__ = [
    "BudgetGroup",
    "BudgetLine",
    "ClaimKind",
    "ContactPerson",
    "District",
    "DistrictOfficial",
    "EndReport",
    "Expense",
    "Meeting",
    "Membership",
    "Organisation",
    "Partnership",
    "PlanStep",
    "Project",
    "Role",
]
