"""No table about people is forgotten when people are: each is in a list of ``privacy.py``, or is named here."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from mixen.outbox import Outgoing
from participants.forgetting import PERSON
from participants.held import Held, holdings, of_projects
from participants.models import NotTheSame, Participant, Person
from tests.access.marking import free_fields, ours

NO_PERSON = {
    "accounts.AuditEvent": "numbers and names of fields; gone after two years",
    "accounts.User": "somebody of the team; erased by the coordinator, or when it is not used for two years",
    "accounts.AccessNotice": "a mail to somebody with an account about their own log-in",
    "participants.ConcernMail": "which coordinator was told of a concern, and when; nothing of what it says",
    "participants.ConsentText": "the text, the same for everybody",
    "participants.DiscardedFile": "the name of a file that is on its way out",
    "participants.Interest": "a list of words, the same for everybody",
    "participants.Language": "a list of words, the same for everybody",
    "participants.LanguageReview": "who of the team or their helpers read a translation",
    "participants.Signatory": "who signs certificates, in that role; stands on paper that was handed out",
    "participants.Tablet": "a name for a tablet, and the marks of its secret",
    "matching.CallList": "a mail to an ambassador; whom it names is read when it is sent",
    "projects.AgreementRequest": "a partner's contact, in that role",
    "projects.Allowance": "somebody of the team; the account number goes when the books are closed",
    "projects.BudgetGroup": "what money is for",
    "projects.BudgetLine": "what money is for",
    "projects.ContactNote": "what was agreed with an organisation",
    "projects.ContactPerson": "somebody of an organisation, in that role; gone two years after its last project",
    "projects.Contribution": "who pays, an organisation",
    "projects.District": "a part of the city",
    "projects.EndReport": "final reports stay as they are; they name organisations, no participants",
    "projects.Expense": "the books, which hold no name of a participant (``name_in_the_books``)",
    "projects.KnowledgePage": "how a project is done",
    "projects.KnowledgeVersion": "how a project is done",
    "projects.MeetingMove": "why a meeting was moved",
    "projects.MeetingTask": "a point of a checklist",
    "projects.Membership": "somebody of the team",
    "projects.MonthlyFigures": "figures, nothing personal",
    "projects.MoveNotice": "a mail to who runs a meeting, or to a guest; whom it names is read when it is sent",
    "projects.Organisation": "an organisation",
    "projects.Partnership": "what an organisation does in a project",
    "projects.PayingAccount": "the programme's own account",
    "projects.PaymentRun": "a number of the bank",
    "projects.PlanStep": "what is to be done",
    "projects.PlanTemplate": "what is to be done",
    "projects.Project": "the project",
    "projects.PublicContact": "whom the world may ask, in that role",
    "projects.PublicityText": "what the world is told",
    "projects.Receipt": "the books: seven years by law",
    "projects.TemplateStep": "what is to be done",
    "projects.Training": "what the team learned",
    "projects.WeeklySummary": "a mail to who runs a project; it names nobody",
    "excursions.Booklet": "what a district has to offer",
    "excursions.Excursion": "where a group goes",
    "excursions.Place": "what a district has to offer",
}
"""Tables with words, files, mails to send, or a way to a person, that hold nothing of a participant."""
OWN_WAY = {Person: "``PERSON`` in ``forgetting.py``", NotTheSame: "removed there with the person"}


def about_people(models_: Iterable[type[models.Model]]) -> set[type[models.Model]]:
    """Which of ``models_`` have a way to a person: by keys that point there, however many, or through a set."""
    known, found = list(models_), {Person}
    while True:
        more = {model for model in known if model not in found and any(one in found for one in _points_to(model))}
        # A row that stands between somebody and something is of both: who is in a couple says what a couple is.
        more |= {one for model in found | more if model.__name__.endswith("Member") for one in _points_to(model)}
        more -= found
        if not more:
            return found
        found |= more


def _points_to(model: type[models.Model]) -> set[Any]:
    return {one.related_model for one in model._meta.get_fields() if one.is_relation and one.concrete} | {
        one.related_model for one in model._meta.many_to_many
    }


def left_out(models_: Iterable[type[models.Model]]) -> list[str]:
    """Those of ``models_`` that may hold something of a person, and are in no list."""
    known = list(models_)
    listed = {held.model for held in holdings} | {held.model for held in of_projects} | set(OWN_WAY)
    people = about_people(known)
    suspect = [one for one in known if one in people or free_fields(one) or issubclass(one, Outgoing)]
    return [one._meta.label for one in suspect if one not in listed and one._meta.label not in NO_PERSON]


def test_every_table_about_people_is_told_and_forgotten() -> None:
    """A new table with a way to a person, with words, files or mails, is in ``privacy.py`` or named with a reason."""
    assert left_out(ours()) == []


def test_what_is_about_a_participant_is_held_and_not_excused() -> None:
    """A reason is for what has no participant in it: what points to one directly is always in the list."""
    direct = {one for one in ours() if Participant in _points_to(one)}
    assert len(direct) > 20
    assert {one._meta.label for one in direct} & set(NO_PERSON) == set()
    assert direct - {held.model for held in holdings} == set()


def test_reasons_are_given_for_tables_that_exist_and_need_one() -> None:
    """The list of reasons holds nothing it need not."""
    people = about_people(ours())
    need = {one._meta.label for one in ours() if one in people or free_fields(one) or issubclass(one, Outgoing)}
    assert set(NO_PERSON) - need == set()
    assert set(NO_PERSON) & {held.model._meta.label for held in holdings} == set()


def words_left(held: Held) -> list[str]:
    """The words, lists and files of a row that stays, of which nothing says what becomes of them."""
    if held.goes:
        return []
    dealt = {*held.values, *held.dashed, *held.kept}
    return [f"{held.model._meta.label}.{one.name}" for one in free_fields(held.model) if one.name not in dealt]


def test_every_word_of_a_row_that_stays_is_dealt_with() -> None:
    """A new text on such a table goes, becomes a dash, or is kept for a reason."""
    assert [one for held in holdings for one in words_left(held)] == []
    assert [one.name for one in free_fields(Person) if one.name not in PERSON] == []


def test_the_lists_name_fields_that_exist() -> None:
    """A field that was renamed is not silently passed over."""
    wrong = []
    for held in [*holdings, *of_projects]:
        names = {one.name for one in held.model._meta.get_fields()}
        named = {*held.values, *held.dashed, *held.sets}
        if isinstance(held, Held):
            named |= {*held.notes, *held.kept}
            held.rows([1])  # a way that leads nowhere raises
        else:
            held.model._default_manager.filter(**{f"{held.way}__in": [1]})
        wrong += [f"{held.model._meta.label}.{name}" for name in named - names]
    assert wrong == []


@pytest.mark.parametrize("base", [Participant, "matching.CoupleMember"])
def test_a_planted_table_is_found(base: Any) -> None:
    """A table somebody adds and forgets to list, with a key to somebody and not a word in it."""
    planted = _planted(base)
    assert "planted" in left_out([*ours(), planted])[0].lower()


def _planted(base: Any) -> type[models.Model]:
    target = apps.get_model(base) if isinstance(base, str) else base
    with isolate_apps("participants"):

        class Planted(models.Model):  # noqa: DJ008
            who = models.ForeignKey(target, on_delete=models.CASCADE, related_name="+")

            class Meta:
                app_label = "participants"

    return Planted


def test_a_planted_word_is_found() -> None:
    """A text on a row that stays, with nothing said about it; of a row that goes there is nothing to say."""
    assert "participants.Participant.notes" in words_left(Held(Participant))
    assert words_left(Held(Participant, goes=True)) == []
