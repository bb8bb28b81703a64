"""A class list: choosing the file, looking at what is in it, and adding everybody at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from mixen.accounts.requests import MemberRequest
from mixen.errors import DomainError
from mixen.forms import posted
from mixen.sheets import Sheet, xlsx_response
from participants import actions, enlisting
from participants.class_list.preview import seal, unseal
from participants.class_list.reading import read
from participants.class_list.rows import ClassList, class_list_of
from participants.enlisting import LABELS, SKIP, Checked
from participants.forms.class_list import ListForm, UploadForm
from projects.models import Project
from projects.permissions import Permission, project_view

EXAMPLE = ("first", "infix", "last", "phone", "email", "gender", "birth_year", "street", "postcode", "languages")


@project_view(Permission.REGISTER)
def class_list(request: MemberRequest, project: Project) -> HttpResponse:
    """Choose the file; what is in it comes next, and nothing is stored yet."""
    form = UploadForm(project, posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = class_list_of(
                read(form.cleaned_data["file"].read()),
                languages=enlisting.known_languages(),
                this_year=enlisting.this_year(),
            )
            rows = enlisting.from_lines(found.lines)
            return _check_page(request, project, form, rows, _about(found))
        except DomainError as error:
            form.refuse(error)
    context = {"project": project, "tab": "participants", "form": form}
    return render(request, "participants/class_list.html", context, status=422 if form.errors else 200)


@require_POST
@project_view(Permission.REGISTER)
def add(request: MemberRequest, project: Project) -> HttpResponse:
    """Add everybody on the list that was looked at."""
    content = unseal(request.POST.get("lijst", ""), project=project.pk, user=request.user.pk)
    form = ListForm(project, content["list"] if content else {})
    if content is None or not form.is_valid():
        messages.error(request, _("Deze controle is verlopen. Kies het bestand opnieuw."))
        return redirect("participants:class_list", project.slug)
    rows = enlisting.from_sealed(content["rows"], request.POST.dict())
    enlisting.check(project, rows)
    if any(row.wrong or row.asks for row in rows):
        return _check_page(request, project, form, rows, content["about"], tried=True)
    try:
        added = actions.add_class_list(
            project=project,
            side=form.cleaned_data["side"],
            part=form.part_fields(),
            rows=[row.to_add() for row in rows if row.choice != SKIP],
            by=request.user,
        )
    except DomainError as error:
        messages.error(request, error.message)
        return _check_page(request, project, form, rows, content["about"], tried=True)
    _tell(request, len(added), sum(row.choice == SKIP for row in rows))
    return redirect("participants:list", project.slug)


@require_safe
@project_view(Permission.REGISTER)
def example(request: MemberRequest, project: Project) -> HttpResponse:
    """An empty list with headers that are understood."""
    header = [str(LABELS[name]) for name in (*EXAMPLE, "dutch_level")]
    return xlsx_response("klassenlijst", [Sheet(_("Klassenlijst"), header, [])])


def _tell(request: MemberRequest, added: int, skipped: int) -> None:
    if added:
        text = ngettext("%(n)s persoon is aangemeld.", "%(n)s mensen zijn aangemeld.", added) % {"n": added}
        messages.success(request, text)
    elif not skipped:
        messages.info(request, _("Iedereen op deze lijst was al aangemeld."))
    if skipped:
        text = ngettext("%(n)s rij is overgeslagen.", "%(n)s rijen zijn overgeslagen.", skipped) % {"n": skipped}
        messages.info(request, text)


def _about(found: ClassList) -> dict[str, Any]:
    """What the page tells about the file as a whole."""
    return {
        "sheet": found.sheet,
        "taken": [column.header for column in found.taken],
        "left": [column.header or _("kolom %(letter)s") % {"letter": column.letter} for column in found.left],
        "skipped": found.skipped[:20],
    }


def _check_page(
    request: MemberRequest,
    project: Project,
    form: ListForm,
    rows: list[Checked],
    about: dict[str, Any],
    *,
    tried: bool = False,
) -> HttpResponse:
    """What is in the list. It can be confirmed once no row is wrong."""
    enlisting.check(project, rows)
    wrong = [row for row in rows if row.wrong]
    sealed = ""
    if not wrong:
        content = {"list": form.sealed(), "about": about, "rows": [row.sealed() for row in rows]}
        sealed = seal(content, project=project.pk, user=request.user.pk)
    languages = enlisting.language_names() if any(row.languages for row in rows) else {}
    context = {
        "project": project,
        "tab": "participants",
        "about": about,
        "rows": [(row, [languages[one] for one in row.languages if one in languages]) for row in rows],
        "wrong": wrong,
        "alike": [row for row in rows if row.like and not row.wrong],
        "sealed": sealed,
        "side": form.cleaned_data["side"],
        "list_form": form,
        "tried": tried,
        "again": reverse("participants:class_list", args=[project.slug]),
    }
    return render(request, "participants/class_list_check.html", context, status=422 if wrong or tried else 200)
