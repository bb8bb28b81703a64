"""A page that is a form and nothing more, in one place for all views that show one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mixen.forms import OurForm
from projects.models import Project


def form_page(
    request: HttpRequest,
    project: Project,
    form: OurForm,
    title: str,
    submit: str,
    back: str,
    *,
    tab: str = "",
    lead: str = "",
) -> HttpResponse:
    """The page of ``form``; ``back`` is where it came from. Refused, it answers 422 with what was typed."""
    context = {
        "project": project,
        "form": form,
        "title": title,
        "submit": submit,
        "back": back,
        "tab": tab,
        "lead": lead,
    }
    return render(request, "projects/form_page.html", context, status=422 if form.errors else 200)
