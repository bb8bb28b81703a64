"""Which words a participant reads, found in the sources themselves: what every catalogue in ``locale/`` must hold.

Keys are as gettext keeps them: a context and a text are joined by ``\\x04``; of a plural only the singular counts.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import templatize

# Read from the first line to the last.
TEMPLATES = (
    "participant_base.html",
    "projects/public/project.html",
    "pdf/publicity_folder.html",
    "pdf/publicity_poster.html",
    "participants/registration/*.html",
    "participants/evaluation/*.html",
    "participants/own/*.html",
    "participants/privacy/*.html",
    "matching/own/*.html",
    "excursions/own/*.html",
    "pdf/link_cards.html",
    "pdf/letters.html",
    "participants/tablet/base.html",
    "participants/tablet/first.html",
    "participants/tablet/questions.html",
    "participants/tablet/words.html",
    "pdf/copy.html",
    "pdf/mix_contact_*.html",
    "emails/participant_*.txt",
    "sms/participant_*.txt",
    "pdf/mix_slips.html",
    "matching/mix/sheet.html",
    "matching/mix/sheet_row.html",
    "components/errors.html",
    "too_many.html",
)
MODULES = (
    "projects/publicity/words.py",
    "participants/forms/agreement.py",
    "participants/forms/evaluation.py",
    "participants/forms/questions.py",
    "participants/forms/registration.py",
    "participants/forms/interest.py",
    "participants/papers/evaluation.py",
    "participants/papers/slip.py",
    "participants/registration/questions.py",
    "participants/registration/shell.py",
    "participants/registration/read_back.py",
    "participants/personal.py",
    "participants/privacy_statement.py",
    "participants/forms/own.py",
    "participants/views/personal.py",
    "participants/views/own_invitation.py",
    "participants/views/own_keeping.py",
    "participants/actions/own_data.py",
    "matching/personal.py",
    "matching/forms/own.py",
    "matching/views/own.py",
    "matching/actions/appointments.py",
    "excursions/personal.py",
    "excursions/forms/own.py",
    "excursions/views/own.py",
    "matching/forms/places.py",
)
# Read only in these classes, functions and tables.
PARTS = {
    "mixen/fields.py": (
        "refuse_control_characters", "refuse_line_breaks", "refuse_names_without_letters", "TextLine", "LongText",
        "PhoneField", "PostcodeField", "MoneyField", "DateField", "TimeField", "HoursField",
    ),
    "mixen/forms.py": ("SOMEBODY_WAS_FIRST", "_speak_plainly", "_may_stay_empty", "EditForm", "_in_words"),
    "projects/actions/books.py": ("hold_open_books",),
    "projects/forms/paying.py": ("WRONG_IBAN", "PaidBackForm"),
    "projects/models/budget.py": ("ClaimKind",),
    "projects/models/payment.py": ("PayBy", "PayableStatus"),
    "projects/models/project.py": ("MeetingKind",),
    "participants/actions/claims.py": ("submit_claim",),
    "participants/actions/inviting.py": ("answer_invitation",),
    "participants/actions/keeping.py": ("say_staying", "leave_list"),
    "participants/forms/inviting.py": ("AnswerForm",),
    "participants/actions/evaluation.py": ("answer_evaluation",),
    "participants/models/evaluation.py": ("Wish", "Spoken", "Agrees"),
    "participants/forms/claims.py": ("OwnClaimForm",),
    "participants/models/participant.py": ("Channel", "CopyBy"),
    "mixen/dayparts.py": ("PART_NAMES",),
    "participants/models/person.py": ("Gender",),
    "participants/models/consent.py": ("validate_strokes",),
    "matching/reminders.py": ("appointment_event",),
    "matching/actions/going_on.py": ("say_going_on",),
    "participants/actions/wellbeing.py": ("note_mood", "ask_to_stop"),
    "participants/actions/wishing.py": ("_open_of",),
    "participants/models/wellbeing.py": ("Face",),
    "matching/actions/outings.py": ("AlreadyNoted", "log_outing"),
    "matching/models/choice.py": ("Answer",),
    "matching/papers/month.py": ("_words",),
    "excursions/actions/excursions.py": ("sign_up", "_refuse_cancelled"),
    "excursions/actions/strips.py": ("use_strip",),
    "excursions/actions/visits.py": ("ask_visit",),
    "excursions/models/booklet.py": ("Section",),
    "participants/actions/receiving.py": ("join", "_refuse_erased"),
    "participants/migrations/0002_reference.py": ("INTERESTS",),
}  # fmt: skip
MARKS = {"_", "gettext", "gettext_lazy", "pgettext", "pgettext_lazy", "ngettext", "npgettext"}
# A call as templatize writes it; its texts may hold brackets of their own.
CALL = re.compile(r"""\b(n?p?gettext|_)\(((?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[^)'"])*)\)""", re.DOTALL)


def words() -> set[str]:
    """Every key that a participant may get to read."""
    found: set[str] = set()
    for pattern in TEMPLATES:
        for path in sorted((settings.BASE_DIR / "templates").glob(pattern)):
            found |= set(_of_template(path))
    for name in MODULES:
        found |= set(_marked(ast.parse(_source(name))))
    for name, parts in PARTS.items():
        for node in ast.walk(ast.parse(_source(name))):
            if _name_of(node) in parts:
                found |= set(_marked(node)) or set(_texts(node))
    return found


def _source(name: str) -> str:
    return (Path(settings.BASE_DIR) / name).read_text()


def _of_template(path: Path) -> Iterator[str]:
    for name, arguments in CALL.findall(templatize(path.read_text(), origin=path.name)):
        yield from _marked(ast.parse(f"{name}({arguments})"))


def _name_of(node: ast.AST) -> str:
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return node.name
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return ""


def _marked(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if name in MARKS:
            said = [value.value for value in node.args if isinstance(value, ast.Constant)]  # type: ignore[attr-defined]
            if said:
                yield "\x04".join(map(str, said[: 2 if "pgettext" in name else 1]))


def _texts(tree: ast.AST) -> Iterator[str]:
    """The values of a plain table of texts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            yield from (str(value.value) for value in node.values if isinstance(value, ast.Constant))
