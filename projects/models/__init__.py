"""The rows of a project, by subject."""

from projects.models.attention import Snooze, WeeklySummary
from projects.models.budget import BudgetGroup, BudgetLine, ClaimKind, Expense
from projects.models.contribution import Contribution
from projects.models.district import District, DistrictOfficial
from projects.models.figures import MonthlyFigures
from projects.models.knowledge import KnowledgePage, KnowledgeVersion
from projects.models.meeting import Meeting
from projects.models.partner import ContactPerson, Organisation, Partnership
from projects.models.payment import Allowance, Payable, PayableStatus, PayBy, PayingAccount, PaymentRun
from projects.models.plan import PlanStep
from projects.models.project import Membership, Project, Role
from projects.models.publicity import PublicContact, PublicityText
from projects.models.receipt import Receipt
from projects.models.report import EndReport

__all__ = [
    "Allowance",
    "BudgetGroup",
    "BudgetLine",
    "ClaimKind",
    "ContactPerson",
    "Contribution",
    "District",
    "DistrictOfficial",
    "EndReport",
    "Expense",
    "KnowledgePage",
    "KnowledgeVersion",
    "Meeting",
    "Membership",
    "MonthlyFigures",
    "Organisation",
    "Partnership",
    "PayBy",
    "Payable",
    "PayableStatus",
    "PayingAccount",
    "PaymentRun",
    "PlanStep",
    "Project",
    "PublicContact",
    "PublicityText",
    "Receipt",
    "Role",
    "Snooze",
    "WeeklySummary",
]
