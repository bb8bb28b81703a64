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
from projects.forms.partners import (
    AgreementAnswerForm,
    ContactForm,
    ContactNoteForm,
    OrganisationForm,
    PartnerChangeForm,
    PartnerForm,
)
from projects.forms.paying import AllowanceForm, PaidBackForm, RunPaidForm, paid_back_row
from projects.forms.report import ReportTextForm
from projects.forms.running import MeetingForm, ProjectForm, moment
from projects.forms.team import AcceptForm, AwayForm, InviteForm, MemberForm, OwnPartForm, TrainingForm

__all__ = [
    "AcceptForm",
    "AgreedForm",
    "AgreementAnswerForm",
    "AllowanceForm",
    "AwayForm",
    "ContactForm",
    "ContactNoteForm",
    "ContributionForm",
    "ExpenseForm",
    "GroupForm",
    "GuestForm",
    "InviteForm",
    "LineForm",
    "MeetingFileForm",
    "MeetingForm",
    "MemberForm",
    "MinutesForm",
    "NewProjectForm",
    "OrganisationForm",
    "OwnPartForm",
    "PaidBackForm",
    "PartnerChangeForm",
    "PartnerForm",
    "ProjectForm",
    "ReceiptForm",
    "ReceivedForm",
    "ReportTextForm",
    "RunPaidForm",
    "SnoozeForm",
    "TrainingForm",
    "moment",
    "paid_back_row",
]
