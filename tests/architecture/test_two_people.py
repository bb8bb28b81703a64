"""No form of ours changes a row that somebody else may have changed meanwhile, without saying so (``EditForm``)."""

import pkgutil
from collections.abc import Iterable
from importlib import import_module

from django import forms

from mixen.forms import EditForm, OurForm

OUR_PACKAGES = ("mixen", "projects", "participants", "matching", "excursions")
# Shapes that others build on, and forms that ask a question: no view saves with them.
NO_FORMS_BY_THEMSELVES = {
    "excursions.ExcursionForm", "excursions.PlaceForm", "mixen.OurForm", "participants.AboutPhoto",
    "participants.Agreement", "participants.Questions", "participants.TrailForm", "projects.Agreed",
    "projects.KnowledgeForm", "projects.PaidBackForm",
}  # fmt: skip
# Each save is a row of its own: there is nothing of somebody else to write over.
MAKES_A_ROW = {
    "participants.AbsenceCallForm",
    "excursions.AskVisitForm", "excursions.NewExcursionForm", "excursions.NewPlaceForm", "excursions.OwnVisitForm",
    "excursions.SignupForm", "excursions.UseStripForm", "matching.ApartForm", "matching.CoupleForm",
    "matching.HelperForm", "matching.LineForm", "matching.OutingForm", "matching.OwnOutingForm",
    "matching.WalkInForm", "participants.ClaimForm", "participants.ConcernForm", "participants.DishForm",
    "participants.HostForm", "participants.InterestForm", "participants.InviteForm", "participants.InviteWisherForm",
    "participants.ListForm", "participants.MoodForm", "participants.NewPhotoForm", "participants.OpenTabletForm",
    "participants.OwnClaimForm", "participants.OwnConcernForm", "participants.RegistrationForm",
    "participants.ReviewForm", "participants.RowForm", "participants.StepForm", "participants.ToldForm",
    "participants.UploadForm", "participants.WishForm", "projects.AllowanceForm", "projects.AwayForm",
    "projects.BasisForm", "projects.ContactNoteForm", "projects.ContributionForm", "projects.DatesForm",
    "projects.ExpenseForm", "projects.GroupForm", "projects.InviteForm", "projects.KeepPlanForm",
    "projects.MeetingFileForm", "projects.NewKnowledgeForm", "projects.PartnerForm", "projects.PeopleForm",
    "projects.SnoozeForm", "projects.TaskForm",
}  # fmt: skip
# A step that can be taken once: the action looks at the locked row and refuses the second, who is told why.
ONE_STEP = {
    "projects.AcceptForm": "an invitation is used once",
    "projects.AgreementAnswerForm": "a request that was answered is closed",
    "excursions.BookCostsForm": "costs are booked once, and only the sum that was shown",
    "participants.CloseForm": "a meeting is closed once",
    "participants.CloseAnywayForm": "a meeting is closed once",
    "matching.EndForm": "a couple ends once",
    "participants.EraseForm": "somebody is erased once",
    "matching.HandledForm": "a call that was taken up is not taken up again",
    "matching.JoinForm": "who was coupled meanwhile is refused, and the couple has room for three",
    "participants.MatchAgainForm": "somebody is let go once",
    "matching.PauseForm": "a pause that touches another one is refused",
    "mixen.ReasonForm": "cancelling, refusing and correcting happen once",
    "mixen.TypedOverForm": "an account is erased once",
    "projects.ReceiptForm": "an expense with a receipt gets no other",
    "projects.ReceivedForm": "a contribution that came in does not come in again",
    "matching.ResumeForm": "a pause ends once",
    "projects.RunPaidForm": "a payment run is paid once",
    "matching.SeparateForm": "a couple is taken apart once",
    "participants.SignUpForm": "somebody signs up once",
    "participants.StayForm": "a question that was answered is not open any more",
    "participants.StopForm": "somebody leaves once",
}
# They change a row, and nobody's words are lost all the same.
OTHERWISE = {
    "projects.EditKnowledgeForm": "counts versions, keeps each of them, and shows the two texts side by side",
    "participants.EvaluationForm": "nobody may read answers back, so no page can show what somebody else filled in",
    "participants.EvaluationOnPaperForm": "as EvaluationForm; who is on the list has no answers yet",
    "matching.HandForm": "on the live board: another choice takes the place of the open one within two seconds",
    "matching.HandOverForm": "moves the calls that are open now from one to another, and says how many those were",
    "participants.MergeForm": "has a mark of its own, of two people at once, and shows the page anew",
    "participants.NamePeopleForm": "adds people to those who were named; it takes nobody away",
    "matching.SlipForm": "everything is typed twice, and where the two differ somebody is asked",
}


def our_forms() -> set[type[forms.BaseForm]]:
    """Every form of ours, wherever it stands."""
    for package in OUR_PACKAGES:
        for module in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
            if "forms" in module.name or ".views." in module.name:
                import_module(module.name)
    found: set[type[forms.BaseForm]] = set()
    wait: list[type[forms.BaseForm]] = [forms.BaseForm]
    while wait:
        for each in wait.pop().__subclasses__():
            wait.append(each)
            if each.__module__.split(".")[0] in OUR_PACKAGES and not each.__module__.startswith("mixen.accounts"):
                found.add(each)
    return found


def labels(of: Iterable[type[forms.BaseForm]]) -> set[str]:
    """``matching.LineForm``: two apps may have a form of one name."""
    return {f"{each.__module__.split('.')[0]}.{each.__name__}" for each in of}


def unchecked(of: Iterable[type[forms.BaseForm]]) -> set[str]:
    """Those that are neither an ``EditForm`` nor named above."""
    known = NO_FORMS_BY_THEMSELVES | MAKES_A_ROW | set(ONE_STEP) | set(OTHERWISE)
    return labels(each for each in of if not issubclass(each, EditForm)) - known


def test_what_changes_a_row_looks_whether_somebody_else_did() -> None:
    """A form either carries the check, or stands above with the reason why it need not."""
    assert unchecked(our_forms()) == set(), "derive it from EditForm, or say above why it loses nobody's words"


def test_the_lists_excuse_no_more_than_they_must() -> None:
    """Nothing is named that is not there, that has the check, or that is named already."""
    lists = [NO_FORMS_BY_THEMSELVES, MAKES_A_ROW, set(ONE_STEP), set(OTHERWISE)]
    excused = set().union(*lists)
    checked = {each for each in our_forms() if issubclass(each, EditForm)}
    assert sum(map(len, lists)) == len(excused)
    assert excused - labels(our_forms() - checked) == set()
    assert len(checked) > 30


def test_a_form_that_nobody_thought_about_is_found() -> None:
    class PlantedForm(OurForm):
        """Somebody's new form."""

    class CarefulForm(EditForm):
        """Somebody's new form, with the check."""

    assert unchecked([PlantedForm, CarefulForm]) == {"tests.PlantedForm"}
