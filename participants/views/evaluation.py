"""What participants thought of it: asked on their own page, on a tablet and on paper. Answers are shown to nobody.

No page is filled with answers that were given: who wants to change something answers anew.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mixen.accounts.requests import MemberRequest
from mixen.forms import posted
from mixen.languages import READING_LANGUAGES
from mixen.sheets import download
from participants import actions
from participants.evaluating import asked, is_closed, may_answer, next_opening
from participants.forms import EvaluationForm, EvaluationOnPaperForm
from participants.models import Evaluation, Participant
from participants.own_page import personal_view
from participants.papers.evaluation import evaluation_form
from participants.remarks import FEWEST, remarks_of
from projects.models import Project
from projects.permissions import Permission, project_view

Via = Evaluation.Via


@require_safe
@project_view(Permission.REGISTER)
def evaluations(request: MemberRequest, project: Project) -> HttpResponse:
    """Who has not answered yet, each a button that opens the form for them; and the form on paper."""
    people = asked(project)
    done = [one for one in people if _evaluation_of(one)]
    context = {
        "project": project,
        "tab": "participants",
        "waiting": [one for one in people if one not in done],
        "done": [(one, _evaluation_of(one)) for one in done],
        "number": len(people),
        "is_closed": is_closed(project),
        "opens": next_opening(project),
        "reading_languages": READING_LANGUAGES.values(),
    }
    return render(request, "participants/evaluations.html", context)


def _evaluation_of(participant: Participant) -> Evaluation | None:
    return getattr(participant, "evaluation", None)


@never_cache
@project_view(Permission.REGISTER)
def on_tablet(request: MemberRequest, project: Project, pk: int) -> HttpResponse:
    """The empty form for one participant, in their language; afterwards a page on which nothing is left of it."""
    participant = get_object_or_404(project.participants.select_related("person", "evaluation"), pk=pk)
    before = _evaluation_of(participant)
    if request.method != "POST" and (not may_answer(participant) or (before and before.via == Via.LINK)):
        messages.error(request, _("Dit formulier is nu niet in te vullen voor %(name)s.") % {"name": participant})
        return redirect("participants:evaluations", project.slug)
    language = participant.person.language
    with override(language):
        form = EvaluationForm(posted(request))
        if request.method == "POST" and form.carry_out(
            lambda: actions.answer_evaluation(
                participant=participant, answers=form.answers(), via=Via.TABLET, by=request.user
            )
        ):
            return redirect("participants:evaluation_thanks", project.slug, language)
        context = {
            "project": project,
            "participant": participant,
            "form": form,
            "reading": READING_LANGUAGES[language],
            "is_tablet": True,
            "before": before,
        }
        status = 422 if form.errors else 200
        return render(request, "participants/evaluation/form.html", context, status=status)


@require_safe
@never_cache
@project_view(Permission.REGISTER)
def thanks(request: MemberRequest, project: Project, language: str) -> HttpResponse:
    """Thank you; the same for everybody who reads ``language``."""
    if language not in READING_LANGUAGES:
        raise Http404
    with override(language):
        context = {"project": project, "reading": READING_LANGUAGES[language], "is_tablet": True}
        return render(request, "participants/evaluation/thanks.html", context)


@never_cache
@project_view(Permission.REGISTER)
def on_paper(request: MemberRequest, project: Project) -> HttpResponse:
    """Typing forms over, one after the other; of who handed one in already, nothing comes back."""
    people = [one for one in asked(project) if not _evaluation_of(one)]
    form = EvaluationOnPaperForm(people, posted(request))
    if request.method == "POST":
        made = form.carry_out(
            lambda: actions.answer_evaluation(
                participant=form.cleaned_data["participant"], answers=form.answers(), via=Via.PAPER, by=request.user
            )
        )
        if made:
            told = _("Het formulier van %(name)s is ingevoerd.") % {"name": made.participant.person.goes_by}
            messages.success(request, told)
            return redirect("participants:evaluation_on_paper", project.slug)
    context = {"project": project, "tab": "participants", "form": form, "waiting": len(people)}
    status = 422 if form.errors else 200
    return render(request, "participants/evaluation_on_paper.html", context, status=status)


@require_safe
@project_view(Permission.REGISTER)
def paper(request: MemberRequest, project: Project, language: str) -> HttpResponse:
    """The empty form as PDF, in Dutch with another language beside it."""
    if language not in READING_LANGUAGES:
        raise Http404
    content = evaluation_form(project, language)
    return download(content, f"evaluatie-{language}.pdf", "application/pdf", inline=True)


@require_safe
@never_cache
@project_view(Permission.WRITE_REPORT)
def remarks(request: MemberRequest, project: Project) -> HttpResponse:
    """What participants added in their own words, without names and shuffled, once there are enough of them."""
    closing = project.meetings.closing()
    context = {
        "project": project,
        "tab": "report",
        "remarks": remarks_of(project),
        "fewest": FEWEST,
        "closing": closing,
        "is_over": closing is not None and closing.day <= timezone.localdate(),
    }
    return render(request, "participants/evaluation_remarks.html", context)


@personal_view
def own(request: HttpRequest, participant: Participant) -> HttpResponse:
    """The form on somebody's own phone. When it cannot be answered (any more), that is all the page tells."""
    if request.method != "POST" and not may_answer(participant):
        return render(request, "participants/evaluation/closed.html", _own_context(participant))
    form = EvaluationForm(posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.answer_evaluation(participant=participant, answers=form.answers(), via=Via.LINK, by=None)
    ):
        return redirect("participants:personal_evaluation_thanks", participant.personal_link.token)
    context = {**_own_context(participant), "form": form, "before": _evaluation_of(participant)}
    return render(request, "participants/evaluation/form.html", context, status=422 if form.errors else 200)


@require_safe
@personal_view
def own_thanks(request: HttpRequest, participant: Participant) -> HttpResponse:
    """Thank you, and back to one's own page."""
    return render(request, "participants/evaluation/thanks.html", _own_context(participant))


def _own_context(participant: Participant) -> dict[str, Any]:
    return {
        "participant": participant,
        "token": participant.personal_link.token,
        "reading": READING_LANGUAGES[participant.person.language],
    }
