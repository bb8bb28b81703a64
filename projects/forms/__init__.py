"""The shape of what is typed about a project. Each form takes the project it is about."""

from projects.forms.money import AgreedForm, ExpenseForm
from projects.forms.report import ReportTextForm
from projects.forms.running import MeetingForm, NewProjectForm, PartnerForm, ProjectForm, moment

__all__ = [
    "AgreedForm",
    "ExpenseForm",
    "MeetingForm",
    "NewProjectForm",
    "PartnerForm",
    "ProjectForm",
    "ReportTextForm",
    "moment",
]
