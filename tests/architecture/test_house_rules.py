"""Rules of the house that no library holds for us: actions, length of files, history, admin, names of constraints."""

import ast
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models

from tests.architecture.checkers import ROOT, files

OUR_APPS = ("accounts", "projects", "participants", "matching", "excursions")
# Questions, no deeds: they write nothing, and are public because pages and forms ask them too.
QUESTIONS = {
    "participants.actions.claims.cap_of",
    "participants.actions.claims.left_by_participant",
    "participants.actions.claims.left_to_claim",
    "matching.actions.calls.due_days",
    "projects.actions.attention.longest_for",
}
# Half of a deed: its caller, itself an action, works on the row that is moved or held.
WITHIN_ACTIONS = {
    "participants.actions.status.move",
    "participants.actions.status.refuse_forgotten",
    "projects.actions.books.hold_open_books",
    "matching.actions.calls.put_on_list",
}
WRITES = {
    "save", "create", "delete", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "set",
    "add", "remove", "clear",
}  # fmt: skip
MOST_LINES = 400
LONGER = {
    "mixen/settings.py": "the one settings file (ADR 0001), a setting a line",
    "tests/access/expected.py": "one table of who may open what, an address a line",
    "bootstrap.py": "must run before anything is installed, so it is one file that imports nothing of ours",
    "tests/mixen/test_fields.py": "one table of what people type, a row a line",
    "tests/mixen/test_bad_input.py": "one table of bad input over all forms, a row a line",
}
WITHOUT_HISTORY = {
    "accounts.User": "the web admin logs who changed an account; log-ins and refusals are in AuditEvent",
    "accounts.AuditEvent": "is itself the trace: written once, never changed",
    "participants.RegistrationDraft": "half a form that nobody sent; it is gone after a day",
    "accounts.AccessNotice": "a mail to send once; what changed is an event",
    "participants.CopyMail": "a mail to send once; that the copy was given is in the participant's history",
    "participants.ConcernMail": "a mail to send once; the row says when it went out, or why not",
    "participants.Message": "a message to send once; the row says when it went out, or why not",
    "projects.MoveNotice": "a mail to send once; the row says when it went out, or why not",
    "projects.WeeklySummary": "a mail to send once; the row says when it went out, or why not",
    "projects.KnowledgeVersion": "is itself the trace: every text a page ever had, with who and when",
    "participants.ErasedRegistration": "is itself the trace that something was erased",
    "participants.DiscardedFile": "the name of a file that is about to go; the row goes with it",
    "participants.Language": "a list of words, the same for everybody",
    "participants.Interest": "a list of words, the same for everybody",
    "matching.Seat": "who sat where is planned anew as a whole, and what was played is never changed",
    "matching.Draft": "is itself the trace: every change of a proposal is a new row",
    "matching.Slip": "typed twice by two people, who are named; what counts is the Choice, which keeps its history",
}


def our_models() -> list[type[models.Model]]:
    """Every model of ours; neither histories nor the tables between two models."""
    found = [model for app in OUR_APPS for model in apps.get_app_config(app).get_models()]
    return [model for model in found if not model.__name__.startswith("Historical")]


def action_faults(source: str, module: str) -> list[str]:
    """Public functions of an ``actions`` module that are no ``@action``, or can be called without names or actor."""
    faults = []
    for node in ast.parse(source).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        name = f"{module}.{node.name}"
        if name in QUESTIONS:
            faults += [f"{name} is called a question, but calls .{call}()" for call in _writes(node)]
        elif name not in WITHIN_ACTIONS:
            faults += _deed_faults(node, name)
    return faults


def _writes(function: ast.FunctionDef) -> list[str]:
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return [call.attr for call in calls if isinstance(call, ast.Attribute) and call.attr in WRITES]


def _deed_faults(function: ast.FunctionDef, name: str) -> list[str]:
    faults = []
    if "action" not in {getattr(decorator, "id", "") for decorator in function.decorator_list}:
        faults.append(f"{name} is not decorated with @action")
    if function.args.args or function.args.posonlyargs or function.args.vararg:
        faults.append(f"{name} takes arguments without a name")
    if "by" not in {argument.arg for argument in function.args.kwonlyargs}:
        faults.append(f"{name} does not take 'by'")
    return faults


def action_modules() -> Iterator[tuple[str, str]]:
    """The modules of ``actions.py`` and ``actions/``, with their source."""
    for module, path in files():
        if "actions" in module.split("."):
            yield module, path.read_text()


def test_what_people_do_is_an_action() -> None:
    """Every public function of ``actions`` is atomic, recorded under its name, and says who acts."""
    modules = list(action_modules())
    faults = [fault for module, source in modules for fault in action_faults(source, module)]
    assert len(modules) > 8
    assert not faults, "\n".join(faults)


def test_actions_carry_their_mark() -> None:
    """What the decorator leaves on a function is there at run time too, on all that the packages offer."""
    import excursions.actions
    import matching.actions
    import participants.actions
    import projects.actions

    packages: tuple[Any, ...] = (projects.actions, participants.actions, matching.actions)
    offered = [getattr(package, name) for package in packages for name in package.__all__]
    offered += [value for value in vars(excursions.actions).values() if getattr(value, "is_action", False)]
    assert len(offered) > 40
    assert all(getattr(deed, "is_action", False) for deed in offered)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("def deed(*, by): ...", "not decorated"),
        ("@action\ndef deed(row, *, by): ...", "without a name"),
        ("@action\ndef deed(*rows, by): ...", "without a name"),
        ("@action\ndef deed(*, row): ...", "does not take 'by'"),
    ],
)
def test_a_planted_deed_is_found(source: str, told: str) -> None:
    """Each way to write an action that is none."""
    assert told in " ".join(action_faults(source, "projects.actions.planted"))
    assert not action_faults("@action\ndef deed(*, row, by): ...\ndef _helper(row): ...", "projects.actions.planted")


def test_a_question_that_writes_is_found() -> None:
    """The list of questions cannot hide a deed."""
    assert action_faults("def cap_of(project):\n    project.save()", "participants.actions.claims")


def long_files() -> dict[str, int]:
    """Files of ours with more lines than a reader can oversee."""
    paths = [path for _module, path in files()] + sorted(ROOT.glob("*.py")) + sorted((ROOT / "tests").rglob("*.py"))
    counted = {str(path.relative_to(ROOT)): path.read_text().count("\n") for path in paths}
    return {name: lines for name, lines in counted.items() if lines > MOST_LINES}


def test_no_file_is_too_long() -> None:
    """At most 400 lines, but for those with a reason; and the list of reasons holds nothing it need not."""
    assert set(long_files()) == set(LONGER)


def test_every_model_keeps_its_history() -> None:
    """Who changed what is kept for every model, but for those with a reason."""
    without = {model._meta.label for model in our_models() if not hasattr(model, "history")}
    assert without == set(WITHOUT_HISTORY)


def test_every_model_is_in_the_admin() -> None:
    """The coordinator can find every kind of record."""
    assert [model._meta.label for model in our_models() if not admin.site.is_registered(model)] == []


def test_constraints_are_named_after_their_app() -> None:
    """A message from the database says where the rule lives."""
    wrong = [
        constraint.name
        for model in our_models()
        for constraint in [*model._meta.constraints, *model._meta.indexes]
        if not str(constraint.name).startswith(f"{model._meta.app_label}_")
    ]
    assert wrong == []


def test_constraints_say_what_is_wrong_in_dutch() -> None:
    """No rule that a form can break answers with Django's own words about a constraint."""
    ours = [constraint for model in our_models() for constraint in model._meta.constraints]
    silent = {str(c.name) for c in ours if "restrictie" in str(c.violation_error_message).lower()}
    silent |= {str(c.name) for c in ours if "constraint" in str(c.violation_error_message).lower()}
    # No form reaches these: only the task that prints, and the action that ends a couple, set their fields.
    assert silent <= {
        "participants_batch_done_within_total",
        "participants_batch_ready_has_pdf",
        "matching_member_leaves_after_joining",
    }
