"""The proposal on the board: made, changed by hand, undone, and made so."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from matching.actions.couples import form_couple
from matching.cases import candidates, couples_document, labels_of, mark_of, with_decisions
from matching.models import Board, Choice, Couple, Draft
from matching.proposing import standing
from matching.solver import Refused, solve_couples
from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from participants.models import Participant
from projects.models import Role

Pairs = list[list[str]]


@action
def propose_couples(*, board: Board, by: User | None, keep: bool = False) -> Draft:
    """Let the core make the best couples for who is here; ``keep`` changes as little as possible of what stood."""
    board = Board.objects.as_it_is_now(board)
    last = board.drafts.standing().first()
    what = _("Opnieuw berekend, met zo weinig mogelijk verschil.") if keep else _("Voorstel gemaakt.")
    return _made(board, what, last.locks if last else [], last.vetoes if last else [], last if keep else None, by)


@action
def lock_pair(*, board: Board, new: Participant, old: Participant, by: User | None) -> Draft:
    """These two go together, whatever else changes; the rest stays as much as it can."""
    board = Board.objects.as_it_is_now(board)
    last = standing(board)
    here = set(board.presences.to_be_matched().values_list("participant", flat=True))
    gone = [one.person.goes_by for one in (old, new) if one.pk not in here]
    if gone:
        raise DomainError(_("%(name)s kan nu geen koppel vormen. Werk het voorstel bij.") % {"name": gone[0]})
    pair = [str(new.pk), str(old.pk)]
    locks = [one for one in last.locks if one[0] != pair[0]]
    vetoes = [one for one in last.vetoes if one != pair]
    what = _("%(names)s vastgezet.") % {"names": _names(new, old)}
    return _made(board, what, [*locks, pair], vetoes, last, by)


@action
def loosen_pair(*, board: Board, new: Participant, old: Participant, by: User | None) -> Draft:
    """These two are not held together any more, nor kept apart; what is best decides."""
    board = Board.objects.as_it_is_now(board)
    last = standing(board)
    pair = [str(new.pk), str(old.pk)]
    locks = [one for one in last.locks if one != pair]
    vetoes = [one for one in last.vetoes if one != pair]
    return _made(board, _("%(names)s losgelaten.") % {"names": _names(new, old)}, locks, vetoes, last, by)


@action
def veto_pair(*, board: Board, new: Participant, old: Participant, by: User | None) -> Draft:
    """These two do not go together today; the rest stays as much as it can."""
    board = Board.objects.as_it_is_now(board)
    last = standing(board)
    pair = [str(new.pk), str(old.pk)]
    locks = [one for one in last.locks if one != pair]
    vetoes = [*(one for one in last.vetoes if one != pair), pair]
    return _made(board, _("%(names)s niet samen.") % {"names": _names(new, old)}, locks, vetoes, last, by)


@action
def undo_draft(*, board: Board, by: User | None) -> Draft:
    """Back to how the proposal was before the last change."""
    board = Board.objects.as_it_is_now(board)
    latest = list(board.drafts.standing()[:2])
    if len(latest) < 2:
        raise DomainError(_("Er is niets om terug te draaien."))
    latest[0].undone = True
    latest[0].save(update_fields=["undone"])
    board.tell(by, _("Teruggedraaid: %(what)s") % {"what": latest[0].what})
    return latest[1]


def _names(new: Participant, old: Participant) -> str:
    return _("%(old)s en %(new)s") % {"old": old.person.goes_by, "new": new.person.goes_by}


def _made(board: Board, what: str, locks: Pairs, vetoes: Pairs, keep: Draft | None, by: User | None) -> Draft:
    people = candidates(board)
    asked = couples_document(board, people)
    document = with_decisions(asked, locks=locks, vetoes=vetoes, keep=keep.answer["couples"] if keep else ())
    try:
        answer = solve_couples(document, labels_of(people))
    except Refused as refused:
        raise DomainError(_refusal(refused, people)) from refused
    number = (board.drafts.aggregate(last=Max("number"))["last"] or 0) + 1
    draft = Draft.objects.create(
        board=board,
        number=number,
        what=what[:300],
        locks=document["locks"],
        vetoes=vetoes,
        answer=answer,
        asked=mark_of(asked),
        made_by=by,
    )
    board.tell(by, what)
    return draft


def _refusal(refused: Refused, people: list[Participant]) -> str:
    names = labels_of(people).named(refused.people)
    return _(
        "Dit kan niet vastgezet worden: het botst met een regel of met wat al vaststaat. Het gaat om %(names)s."
    ) % {"names": names or _("deze mensen")}


@dataclass
class Confirmed:
    """What making it so came to: the couples made, and per couple that could not be made the reason."""

    made: list[Couple]
    refused: list[str]


@action
def confirm_couples(
    *, board: Board, by: User | None, seen: int | None = None, chosen: set[str] | None = None
) -> Confirmed:
    """Make the couples of the proposal real; ``chosen`` are ids of the old ones, all when None.

    Each couple stands by itself: one that cannot be made any more says why, and the others are made. ``seen`` is the
    version somebody looked at; when another tablet changed it meanwhile, nothing is made and DomainError says so.
    """
    board = Board.objects.as_it_is_now(board)
    last = standing(board)
    if seen is not None and seen != last.number:
        raise DomainError(_("Het voorstel is intussen veranderd. Kijk het nog een keer na, en bevestig dan."))
    project = board.meeting.project
    rows = project.participants.select_related("person", "ambassador").select_for_update(of=("self",))
    # All in order of number, as everywhere, so that two deeds at once cannot wait in a ring.
    people = {str(one.pk): one for one in rows.order_by("pk")}
    next_ambassador = _ambassadors(board)
    found = Confirmed([], [])
    for entry in last.answer["couples"]:
        if chosen is not None and entry["old"] not in chosen:
            continue
        members = [people[one] for one in (entry["old"], *entry["new"])]
        try:
            _check_still(board, members)
            with transaction.atomic():
                couple = form_couple(
                    project=project,
                    old=members[0],
                    new=members[1:],
                    meeting=board.meeting,
                    origin=ORIGINS[entry["why"]],
                    why=entry["explanation"][:300],
                    on=min(board.meeting.day, timezone.localdate()),
                    ambassador=next_ambassador(members),
                    by=by,
                )
        except DomainError as error:
            found.refused.append(error.message)
        else:
            found.made.append(couple)
    if found.made:
        board.tell(by, _("%(count)s koppels bevestigd.") % {"count": len(found.made)})
    return found


def _check_still(board: Board, members: list[Participant]) -> None:
    """What may have changed since the proposal was made: somebody went home, or said no. Who said it is not told."""
    gone = set(board.presences.came().filter(until_round__isnull=False).values_list("participant", flat=True))
    for one in members:
        if one.pk in gone:
            raise DomainError(_("%(name)s ging naar huis. Werk het voorstel bij.") % {"name": one.person.goes_by})
    ids = [one.pk for one in members]
    refused = Choice.objects.filter(
        meeting=board.meeting, chooser__in=ids, chosen__in=ids, answer=Choice.Answer.NO
    ).exists()
    if refused:
        names = ", ".join(one.person.goes_by for one in members)
        raise DomainError(_("Het voorstel voor %(names)s is verouderd. Werk het bij.") % {"names": names})


ORIGINS = {
    "lock": Couple.Origin.BY_HAND,
    "chosen": Couple.Origin.CHOSEN,
    "one-sided": Couple.Origin.PROPOSED,
    "score": Couple.Origin.PROPOSED,
    "only-possibility": Couple.Origin.PROPOSED,
}


def _ambassadors(board: Board) -> Callable[[list[Participant]], User | None]:
    """Who looks after a couple: the ambassador its people know, else the one of the team with fewest couples."""
    project = board.meeting.project
    team = [one.user for one in project.memberships.filter(role=Role.AMBASSADOR).select_related("user").order_by("pk")]
    load = {user.pk: project.couples.active().filter(ambassador=user).count() for user in team}

    def choose(members: list[Participant]) -> User | None:
        known = [one.ambassador for one in members if one.ambassador_id in load]
        pick = known[0] if known else min(team, key=lambda user: load[user.pk], default=None)
        if pick is not None:
            load[pick.pk] += 1
        return pick

    return choose
