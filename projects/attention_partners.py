"""Partners and the team: agreements that nobody confirmed, steps that were promised, invitations nobody took up."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from mixen.templatetags.display import day
from projects.models import AgreementRequest, ContactNote, Partnership, Project, TeamInvitation
from projects.models.agreement import ANSWER_WITHIN
from projects.watching import AttentionItem, watchers

NO_ANSWER_FOR = timedelta(days=7)
_NOT_RIGHT = ngettext_lazy(
    "%(count)s partner zegt dat de afspraak niet klopt",
    "%(count)s partners zeggen dat de afspraak niet klopt",
    "count",
)
_NOT_CONFIRMED = ngettext_lazy(
    "%(count)s partner heeft de afspraak nog niet bevestigd",
    "%(count)s partners hebben de afspraak nog niet bevestigd",
    "count",
)
_STEPS = ngettext_lazy(
    "%(count)s afspraak met een organisatie is nu aan de beurt",
    "%(count)s afspraken met organisaties zijn nu aan de beurt",
    "count",
)
_INVITED = ngettext_lazy(
    "%(count)s uitnodiging voor het team wacht nog", "%(count)s uitnodigingen voor het team wachten nog", "count"
)


@watchers.register(11)
def agreements_not_right(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Partners who say that something in the agreement is not right; solved by changing it or asking again."""
    rows = AgreementRequest.objects.not_right().filter(partnership__project__in=projects)
    for row in rows.select_related("partnership__project", "partnership__organisation"):
        project = row.partnership.project
        yield AttentionItem(
            project=project,
            title=_("%(organisation)s zegt dat de afspraak niet klopt")
            % {"organisation": row.partnership.organisation},
            reason=f"{project}: {_shortened(row.remark)}",
            url=reverse("projects:partner_change", args=[project.slug, row.partnership_id]),
            deed=_("Lees en pas aan"),
            key=f"agreements_not_right:{row.pk}",
            tally=_NOT_RIGHT,
        )


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else f"{line[:119]}…"


@watchers.register(70)
def agreements_not_confirmed(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Agreements that nobody signed or confirmed: a week after the mail, or after agreeing where none was sent.

    A mail that could not be delivered is told at once.
    """
    newest = AgreementRequest.objects.filter(withdrawn_at__isnull=True, handled_at__isnull=True).order_by("-pk")
    rows = Partnership.objects.unsettled().filter(project__in=projects)
    for row in rows.select_related("project", "organisation").prefetch_related(Prefetch("requests", newest)):
        asked = next(iter(row.requests.all()), None)
        if why := _waits_too_long(row, asked, today):
            partners = reverse("projects:partners", args=[row.project.slug])
            yield AttentionItem(
                project=row.project,
                title=_("%(organisation)s heeft de afspraak nog niet bevestigd") % {"organisation": row.organisation},
                reason=f"{row.project}: {why}",
                url=f"{partners}#partner-{row.pk}",
                deed=_("Bekijk partner"),
                urgent=False,
                key=f"agreements_not_confirmed:{row.pk}",
                tally=_NOT_CONFIRMED,
                all_url=partners,
            )


def _waits_too_long(row: Partnership, asked: AgreementRequest | None, today: date) -> str:
    """Why somebody should look at it now; empty while it can wait, or is told in another line."""
    if asked is None:
        return row.contribution if row.agreed_on and row.agreed_on < today - NO_ANSWER_FOR else ""
    if asked.answer:
        return ""
    if asked.given_up:
        return _("de mail kwam niet aan (%(why)s)") % {"why": asked.given_up}
    late = asked.asked_at.date() < today - ANSWER_WITHIN
    return _("gevraagd op %(day)s, nog geen antwoord") % {"day": day(asked.asked_at)} if late else ""


@watchers.register(71)
def contact_steps_due(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """What was promised to an organisation, or was to be asked of it, on the day it is due."""
    rows = ContactNote.objects.due_on(today).filter(project__in=projects)
    for row in rows.select_related("project", "organisation").order_by("next_on", "pk"):
        assert row.project is not None
        yield AttentionItem(
            project=row.project,
            title=f"{row.organisation}: {row.next_step}",
            reason=f"{row.project}, {day(row.next_on)}",
            url=row.organisation.get_absolute_url(),
            deed=_("Bekijk organisatie"),
            urgent=False,
            key=f"contact_steps_due:{row.pk}",
            tally=_STEPS,
            all_url=reverse("projects:organisations") + "?step=open",
        )


@watchers.register(72)
def invitations_waiting(projects: list[Project], today: date) -> Iterable[AttentionItem]:
    """Who was asked for the team a week ago and did not answer, or whom the mail did not reach."""
    rows = TeamInvitation.objects.standing().filter(project__in=projects).select_related("project")
    for row in rows:
        late = row.invited_at.date() < today - NO_ANSWER_FOR
        if not late and not row.given_up:
            continue
        yield AttentionItem(
            project=row.project,
            title=_("%(name)s nam de uitnodiging voor het team nog niet aan") % {"name": row.name},
            reason=_("de mail kwam niet aan (%(why)s)") % {"why": row.given_up}
            if row.given_up
            else f"{row.project}, {day(row.invited_at)}",
            url=reverse("projects:team", args=[row.project.slug]) + "#uitnodigingen",
            deed=_("Bekijk team"),
            urgent=False,
            key=f"invitations_waiting:{row.pk}",
            tally=_INVITED,
        )
