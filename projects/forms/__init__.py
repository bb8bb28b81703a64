"""The shape of what is typed about a project. Each form takes the project it is about."""

from projects.forms.attention import SnoozeForm
from projects.forms.gathering import GuestForm, MeetingFileForm, MinutesForm
from projects.forms.money import (
    AgreedForm,
    ContributionForm,
    ExpenseForm,
    GroupForm,
    LineForm,
    ReceiptForm,
    ReceivedForm,
)
from projects.forms.paying import AllowanceForm, PaidBackForm, RunPaidForm, paid_back_row
from projects.forms.report import ReportTextForm
from projects.forms.running import MeetingForm, PartnerForm, ProjectForm, moment

__all__ = [
    "AgreedForm",
    "AllowanceForm",
    "ContributionForm",
    "ExpenseForm",
    "GroupForm",
    "GuestForm",
    "LineForm",
    "MeetingFileForm",
    "MeetingForm",
    "MinutesForm",
    "PaidBackForm",
    "PartnerForm",
    "ProjectForm",
    "ReceiptForm",
    "ReceivedForm",
    "ReportTextForm",
    "RunPaidForm",
    "SnoozeForm",
    "moment",
    "paid_back_row",
]
