"""What reads the code and says where it points the wrong way; each checker takes source text, so faults can be fed."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("projects", "participants", "matching", "excursions")  # from low to high
# These stand above all apps. Everything else in ``mixen`` stands below them and knows none.
TOP = ("mixen.urls", "mixen.home", "mixen.mailbox")
# Settings name apps, addresses and tasks as text, and import none of them.
NAMES_ONLY = ("mixen.settings", "mixen.public_pages")
MODEL_NAME = re.compile(r"^(?P<app>accounts|projects|participants|matching|excursions)\.[A-Z]\w*$")
URL_NAME = re.compile(r"^(?P<app>projects|participants|matching|excursions):[a-z_]+$")
MODULE_NAME = re.compile(r"^(?P<app>projects|participants|matching|excursions)(\.[a-z_]+)+(\.[A-Z]\w*)?$")
TEMPLATE_NAME = re.compile(r"^(?P<app>projects|participants|matching|excursions)/\w+\.(html|txt)$")
LOOKUP = re.compile(r"^[-+]?[a-z_]+$")
TEMPLATE_TAG = re.compile(r"{[%{](.*?)[%}]}", re.DOTALL)
# Methods and expressions that take names of fields, as keywords or as text.
BY_KEYWORD = {"filter", "exclude", "get", "Q", "get_or_create", "update_or_create", "When", "create"}
BY_TEXT = {
    "select_related", "prefetch_related", "values", "values_list", "order_by", "only", "defer", "distinct", "F",
    "Count", "Sum", "Max", "Min", "Avg", "Prefetch", "OuterRef", "annotate", "aggregate", "StringAgg", "dates",
    "get_object_or_404", "getattr", "hasattr", "attrgetter",
}  # fmt: skip


def files() -> Iterator[tuple[str, Path]]:
    """Every module of ours with its dotted name; no tests, no migrations."""
    for top in ("mixen", *APPS):
        for path in sorted((ROOT / top).rglob("*.py")):
            if "migrations" not in path.parts:
                yield module_name(path), path


def module_name(path: Path) -> str:
    """``projects/models/plan.py`` is ``projects.models.plan``."""
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def under(module: str, *names: str) -> bool:
    """Whether ``module`` is one of ``names`` or lies inside one."""
    return any(module == name or module.startswith(f"{name}.") for name in names)


def allowed_apps(module: str) -> tuple[str, ...]:
    """The apps that ``module`` may know: its own and the lower ones; all of them at the top, none in ``mixen``."""
    if under(module, "matching.solver"):
        return ()
    if under(module, *TOP):
        return APPS
    app = module.partition(".")[0]
    return APPS[: APPS.index(app) + 1] if app in APPS else ()


def imported(tree: ast.AST, module: str, *, package: bool = False) -> Iterator[tuple[int, str]]:
    """Every module that is imported, wherever in the file, with its line; relative ones made whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = module.split(".")
                kept = parts[: len(parts) - node.level + package]
                base = ".".join([*kept, base]).strip(".")
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"}:
            yield from ((node.lineno, text.value) for text in node.args[:1] if _is_text(text))


def import_faults(source: str, module: str, *, package: bool = False) -> list[str]:
    """Imports of an app that ``module`` may not know, and of what stands above all apps."""
    faults = []
    may = allowed_apps(module)
    for line, name in imported(ast.parse(source), module, package=package):
        app = name.partition(".")[0]
        if app in APPS and app not in may and not under(module, "matching.solver"):
            faults.append(f"{module}:{line} imports {name}")
        elif under(name, *TOP) and not under(module, *TOP):
            faults.append(f"{module}:{line} imports {name}, which stands above it")
    return faults


def solver_faults(source: str, module: str) -> list[str]:
    """The matching core imports neither Django nor an app nor ``mixen``."""
    tree = ast.parse(source)
    return [
        f"{module}:{line} imports {name}"
        for line, name in imported(tree, module)
        if under(name, "django", "mixen", *APPS) and not under(name, "matching.solver")
    ]


def string_faults(source: str, module: str) -> list[str]:
    """Texts that name a model, address, module or template of an app that ``module`` may not know."""
    may = {*allowed_apps(module), "accounts"}
    if under(module, *NAMES_ONLY):
        return []
    faults = []
    for node in ast.walk(ast.parse(source)):
        if _is_text(node):
            for pattern in (MODEL_NAME, URL_NAME, MODULE_NAME, TEMPLATE_NAME):
                found = pattern.match(node.value)
                if found and found["app"] not in may:
                    faults.append(f"{module}:{node.lineno} names {node.value!r}")
                    break
    return faults


def reverse_faults(source: str, module: str, names: set[str]) -> list[str]:
    """Uses of ``names``, the relations that higher apps put on lower models: as attribute, keyword or text."""
    faults = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in names and not _is_enumeration(node):
            faults.append(f"{module}:{node.lineno} uses .{node.attr}")
        elif isinstance(node, ast.Call):
            faults += [f"{module}:{node.lineno} looks up {text!r}" for text in looked_up(node) if _meets(text, names)]
    return faults


def looked_up(call: ast.Call) -> Iterator[str]:
    """The names of fields that a call to the ORM holds."""
    name = _called(call)
    for keyword in call.keywords:
        if keyword.arg and ("__" in keyword.arg or name in BY_KEYWORD):
            yield keyword.arg
    if name in BY_TEXT:
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        yield from (text.value for text in values if _is_text(text) and LOOKUP.match(text.value))


def _meets(lookup: str, names: set[str]) -> bool:
    return bool(names & set(lookup.lstrip("-+").split("__")))


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_enumeration(node: ast.Attribute) -> bool:
    """``Meeting.Kind.choices`` is a list of options, not the relation of that name."""
    owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
    return node.attr == "choices" and owner[:1].isupper()


def template_rule(name: str) -> tuple[str, ...]:
    """The apps that a template may know: those of its folder; shared parts none; the frame and home pages all."""
    folder, _slash, _file = name.partition("/")
    if folder in APPS:
        return APPS[: APPS.index(folder) + 1]
    return APPS if "/" not in name and (name == "base.html" or name.startswith("home_")) else ()


def template_faults(text: str, name: str, libraries: dict[str, str], names: set[str]) -> list[str]:
    """Addresses, included templates, loaded tags and relations of apps that template ``name`` may not know.

    ``libraries`` tells which app a library of tags belongs to; ``names`` are the relations of higher apps.
    """
    may = template_rule(name)
    faults = []
    for tag in TEMPLATE_TAG.finditer(text):
        line = text.count("\n", 0, tag.start()) + 1
        where = f"templates/{name}:{line}"
        for quoted in re.findall(r"""["']([\w:./]+)["']""", tag[1]):
            found = URL_NAME.match(quoted) or TEMPLATE_NAME.match(quoted)
            if found and found["app"] not in may:
                faults.append(f"{where} names {quoted!r}")
        if tag[1].split()[:1] == ["load"]:
            loaded = [word for word in tag[1].split()[1:] if libraries.get(word, APPS[0]) not in (*may, APPS[0])]
            faults += [f"{where} loads {word!r}" for word in loaded]
        used = set(re.findall(r"\.([a-z_]+)", re.sub(r"""(["']).*?\1""", "", tag[1])))
        faults += [f"{where} uses .{word}" for word in sorted(used & names)]
    return faults
