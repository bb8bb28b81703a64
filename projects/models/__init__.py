"""The rows of a project, by subject."""

from projects.models.agreement import AgreementRequest
from projects.models.attention import Snooze, WeeklySummary
from projects.models.budget import BudgetGroup, BudgetLine, ClaimKind, Expense
from projects.models.checklist import MeetingTask
from projects.models.contact import ContactNote, DifferentOrganisations
from projects.models.contribution import Contribution
from projects.models.district import District, DistrictOfficial
from projects.models.figures import MonthlyFigures
from projects.models.gathering import Guest, MeetingFile
from projects.models.knowledge import KnowledgePage, KnowledgeVersion
from projects.models.meeting import Meeting
from projects.models.moving import MeetingMove
from projects.models.partner import ContactPerson, Organisation, OtherKind, Partnership
from projects.models.payment import Allowance, Payable, PayableStatus, PayBy, PayingAccount, PaymentRun
from projects.models.plan import PlanStep, PlanTemplate, TemplateStep
from projects.models.project import Membership, Project, Role
from projects.models.publicity import PublicContact, PublicityText
from projects.models.reach import StepFree
from projects.models.receipt import Receipt
from projects.models.report import EndReport
from projects.models.team import TeamInvitation, TimeAway, Training
from projects.models.telling import MoveNotice

__all__ = [
    "AgreementRequest",
    "Allowance",
    "BudgetGroup",
    "BudgetLine",
    "ClaimKind",
    "ContactNote",
    "ContactPerson",
    "Contribution",
    "DifferentOrganisations",
    "District",
    "DistrictOfficial",
    "EndReport",
    "Expense",
    "Guest",
    "KnowledgePage",
    "KnowledgeVersion",
    "Meeting",
    "MeetingFile",
    "MeetingMove",
    "MeetingTask",
    "Membership",
    "MonthlyFigures",
    "MoveNotice",
    "Organisation",
    "OtherKind",
    "Partnership",
    "PayBy",
    "Payable",
    "PayableStatus",
    "PayingAccount",
    "PaymentRun",
    "PlanStep",
    "PlanTemplate",
    "Project",
    "PublicContact",
    "PublicityText",
    "Receipt",
    "Role",
    "Snooze",
    "StepFree",
    "TeamInvitation",
    "TemplateStep",
    "TimeAway",
    "Training",
    "WeeklySummary",
]
