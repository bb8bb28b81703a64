"""Arrows run one way: accounts, pdf, mail <- projects <- participants <- matching <- excursions <- urls, home.

Every module of ours is read; imports, texts that name models and addresses, and relations put on lower models count.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from tests.architecture.checkers import (
    APPS,
    ROOT,
    TOP,
    allowed_apps,
    files,
    import_faults,
    module_name,
    reverse_faults,
    solver_faults,
    string_faults,
    template_faults,
    template_rule,
    under,
)

MODULES = dict(files())
TEMPLATES = {str(path.relative_to(ROOT / "templates")): path for path in sorted((ROOT / "templates").rglob("*.*"))}
# No relations in a template: the options of a form field, and the sum ``settlement.spent_by_kind.claim``.
NOT_IN_TEMPLATES = {"choices", "claim"}


def put_by(higher: tuple[str, ...], on: tuple[str, ...]) -> set[str]:
    """The names under which models of ``higher`` can be reached from models of ``on``: explicit and default ones."""
    names: set[str] = set()
    for app in on:
        for model in apps.get_app_config(app).get_models():
            for relation in model._meta.related_objects:
                if relation.related_model._meta.app_label in higher and not relation.hidden:
                    names |= {relation.get_accessor_name(), relation.name}
    return names


def forbidden_names(may: tuple[str, ...]) -> set[str]:
    """The relations that code which may know ``may`` has to leave alone."""
    higher = tuple(app for app in APPS if app not in may)
    return put_by(higher, ("accounts", *may)) - _own_names(may)


def _own_names(may: tuple[str, ...]) -> set[str]:
    """Fields and relations that bear the same name within what may be known."""
    known = ("accounts", *may)
    fields = {
        field.name
        for app in known
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if not field.auto_created
    }
    return fields | put_by(known, known)


def libraries() -> dict[str, str]:
    """The app of each library of template tags."""
    return {path.stem: path.parent.parent.name for app in APPS for path in (ROOT / app / "templatetags").glob("*.py")}


def _sources() -> Iterator[tuple[str, Path, str]]:
    for module, path in MODULES.items():
        yield module, path, path.read_text()


def test_all_modules_are_read() -> None:
    """The walk finds every app, and names modules as Python does."""
    assert {module.partition(".")[0] for module in MODULES} == {"mixen", *APPS}
    assert module_name(ROOT / "projects/models/__init__.py") == "projects.models"
    assert len(MODULES) > 100


def test_imports_follow_the_table() -> None:
    """No module imports an app above it, nor what stands above all apps."""
    faults = [
        fault
        for module, path, source in _sources()
        for fault in import_faults(source, module, package=path.name == "__init__.py")
    ]
    assert not faults, "\n".join(faults)


def test_the_matching_core_is_plain() -> None:
    """``matching.solver`` knows no Django, no app and no ``mixen``."""
    core = [(module, source) for module, _path, source in _sources() if under(module, "matching.solver")]
    faults = [fault for module, source in core for fault in solver_faults(source, module)]
    assert core
    assert not faults, "\n".join(faults)


def test_texts_follow_the_table() -> None:
    """No text names a model, address, module or template of an app above it."""
    faults = [fault for module, _path, source in _sources() for fault in string_faults(source, module)]
    assert not faults, "\n".join(faults)


def test_relations_of_higher_apps_are_left_alone() -> None:
    """A lower app does not walk back along a relation that a higher one made."""
    faults = [
        fault
        for module, _path, source in _sources()
        if not under(module, *TOP)
        for fault in reverse_faults(source, module, forbidden_names(allowed_apps(module)))
    ]
    assert not faults, "\n".join(faults)


def test_templates_follow_the_table() -> None:
    """A template of an app links to, includes and walks to its own and lower apps only; shared parts know none."""
    known = libraries()
    faults = [
        fault
        for name, path in TEMPLATES.items()
        if path.suffix in {".html", ".txt"} and not name.startswith(("pdf/", "emails/"))
        for fault in template_faults(
            path.read_text(), name, known, forbidden_names(template_rule(name)) - NOT_IN_TEMPLATES
        )
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("projects.views", "from participants.models import Participant"),
        ("projects.views", "import matching"),
        ("participants.tasks", "def later():\n    from excursions.models import Place"),
        ("matching.views.calls", "import excursions.models as e"),
        ("mixen.accounts.models", "from projects.models import Project"),
        ("mixen.management.commands.start", "import projects.demo"),
        ("mixen.pdf", "from participants import models"),
        ("excursions.views", "from mixen.home import home"),
        ("excursions.views", "from mixen import mailbox"),
        ("projects.registry", "from importlib import import_module\nimport_module('matching.report')"),
        ("mixen.forms", "from .home import navigation"),
    ],
)
def test_a_planted_import_is_found(module: str, source: str) -> None:
    """Each kind of wrong import is named."""
    assert len(import_faults(source, module)) == 1


def test_right_imports_are_let_through() -> None:
    """What the table allows is no fault."""
    assert not import_faults("from matching.models import Couple\nfrom mixen import mail", "excursions.views")
    assert not import_faults("from excursions import views\nfrom mixen import home", "mixen.urls")
    assert not import_faults("from .models import Project", "projects.views")


@pytest.mark.parametrize(
    "source",
    [
        "from django.db import models",
        "from mixen.errors import DomainError",
        "from participants.models import Participant",
        "from matching.models import Couple",
    ],
)
def test_a_planted_import_in_the_core_is_found(source: str) -> None:
    """The core gives itself away at once."""
    assert solver_faults(source, "matching.solver.assign")
    assert not solver_faults("import numpy\nfrom matching.solver import people", "matching.solver.assign")


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("projects.models", "participants.Participant"),
        ("projects.views", "matching:list"),
        ("participants.tabs", "excursions:programme"),
        ("mixen.mail", "projects:overview"),
        ("projects.apps", "matching.tasks.send_due_call_lists"),
        ("participants.overview", "matching/panel_couples.html"),
    ],
)
def test_a_planted_text_is_found(module: str, text: str) -> None:
    """Each kind of wrong name in a text is told."""
    assert string_faults(f"x = f({text!r})", module)
    assert not string_faults(f"x = f({text!r})", "excursions.views")


@pytest.mark.parametrize(
    "source",
    [
        "project.participants.count()",
        "Project.objects.filter(participants__status='coupled')",
        "Project.objects.exclude(participants=None)",
        "Project.objects.values_list('participants')",
        "Project.objects.order_by('-participants__pk')",
        "Q(meetings__attendances__present=True)",
        "Meeting.objects.prefetch_related('attendances')",
        "meeting.choices.all()",
        "Sum('claim__amount')",
        "user.assigned_participants",
    ],
)
def test_a_planted_relation_is_found(source: str) -> None:
    """Each way to walk back along a higher app's relation is told."""
    names = forbidden_names(allowed_apps("projects.views"))
    assert reverse_faults(source, "projects.views", names)


def test_what_looks_like_a_relation_is_let_through() -> None:
    """Options of an enumeration, and relations the module may use."""
    assert not reverse_faults("Meeting.Kind.choices", "projects.forms", forbidden_names(("projects",)))
    assert not reverse_faults("project.participants", "participants.views", forbidden_names(("projects", APPS[1])))
    assert "couples" in forbidden_names(("projects", "participants"))
    assert "memberships" in forbidden_names(())


@pytest.mark.parametrize(
    "text",
    [
        "{% url 'participants:claims' project.slug %}",
        '{% include "matching/state.html" %}',
        "{% load people %}",
        "{{ project.participants.count }}",
        "{% for one in project.couples.all %}",
    ],
)
def test_a_planted_link_in_a_template_is_found(text: str) -> None:
    """A template of the lowest app cannot point up."""
    known = {**libraries(), "people": "participants"}
    assert template_faults(text, "projects/money.html", known, forbidden_names(("projects",)))
    assert not template_faults(text, "excursions/programme.html", libraries(), forbidden_names(APPS))
