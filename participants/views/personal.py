"""What somebody sees and does behind their own link: all that ``participants`` knows of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mixen.forms import posted
from mixen.sheets import download
from participants import actions
from participants.concern_readers import named_readers
from participants.forms import MoodForm, OwnClaimForm, OwnConcernForm, OwnDataForm, WishForm
from participants.models import Claim, Concern, ConsentText, Participant, Status
from participants.models.participant import TAKES_PART
from participants.models.wish import MAY_WISH
from participants.own_page import SAID, back_home, personal_view, press_own, show, show_card, show_form
from participants.papers import copy_of
from participants.personal import FACES, buddies_of, cards_for, may_claim, may_stop, sentence_for


@require_safe
@personal_view
def personal(request: HttpRequest, participant: Participant) -> HttpResponse:
    """The page itself: a card for each thing there is to know or do."""
    return show(
        request,
        participant,
        "participants/own/page.html",
        cards=[show_card(participant, card) for card in cards_for(participant)],
        said=sentence_for(request.GET.get(SAID, "")),
    )


@personal_view
def claim(request: HttpRequest, participant: Participant) -> HttpResponse:
    """Ask money back. Nothing to ask any more is a page that does not exist."""
    if not may_claim(participant):
        raise Http404
    form = OwnClaimForm(participant, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.submit_claim(participant=participant, via=Claim.Via.PERSONAL, by=None, **form.cleaned_data)
    ):
        return back_home(participant, "geld")
    lead = _("Bewaar je bon of kaartje. We kijken ernaar en dan krijg je het geld.")
    title, submit = _("Geld terugvragen"), _("Versturen")
    return show_form(request, participant, form, title=title, submit=submit, lead=lead)


@personal_view
def mood(request: HttpRequest, participant: Participant) -> HttpResponse:
    """How it is going: a tap on a face notes it, after which there is room for a word."""
    if participant.status not in TAKES_PART:
        raise Http404
    last = participant.moods.filter(noted_by__isnull=True).first()
    form = MoodForm(posted(request), initial={"face": last.face if last else None})
    if request.method == "POST" and form.carry_out(
        lambda: actions.note_mood(participant=participant, by=None, **form.cleaned_data)
    ):
        if "word" in request.POST:
            return back_home(participant, "gevoel")
        return redirect(f"{request.path}?{SAID}=gevoel")
    asks = _("Wil je er iets bij zeggen?") if SAID in request.GET else ""
    return show_form(
        request,
        participant,
        form,
        title=_("Hoe gaat het?"),
        submit=_("Versturen"),
        said=sentence_for(request.GET.get(SAID, "")),
        lead=asks,
        faces=FACES,
        template="participants/own/mood.html",
    )


@personal_view
def concern(request: HttpRequest, participant: Participant) -> HttpResponse:
    """Something is not right: to the coordinator and nobody else."""
    form = OwnConcernForm(buddies_of(participant), posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.report_concern(
            project=participant.project,
            words=form.cleaned_data["words"],
            about=list(form.cleaned_data.get("about", [])),
            where=Concern.Where.PERSONAL,
            reporter=participant,
            by=None,
        )
    ):
        return back_home(participant, "gemeld")
    return show_form(
        request,
        participant,
        form,
        title=_("Er is iets niet goed"),
        submit=_("Versturen"),
        template="participants/own/concern.html",
        readers=named_readers(participant.project),
    )


@personal_view
def stop(request: HttpRequest, participant: Participant) -> HttpResponse:
    """I want to stop: at once, or with a call first for who is in a couple."""
    if not may_stop(participant):
        raise Http404
    form = WishForm(posted(request))

    def deed() -> str:
        wish = actions.ask_to_stop(participant=participant, by=None, **form.cleaned_data)
        return "stoppen" if wish else "gestopt"

    if request.method == "POST" and (said := form.carry_out(deed)):
        return back_home(participant, said)
    lead = (
        _("Je hebt een mixmaatje. Daarom belt de coördinator je eerst. Daarna stop je.")
        if participant.status == Status.COUPLED
        else _("Je doet dan niet meer mee. Wil je later toch weer? Dat mag altijd.")
    )
    title, submit = _("Stoppen met Mixen in Mokum"), _("Ik wil stoppen")
    return show_form(request, participant, form, title=title, submit=submit, lead=lead)


@personal_view
def data(request: HttpRequest, participant: Participant) -> HttpResponse:
    """Change how I can be reached, in which language I read and when I can."""
    form = OwnDataForm(participant, posted(request))
    if request.method == "POST" and form.carry_out(
        lambda: actions.change_my_data(
            participant=participant, person=form.person_fields(), part=form.part_fields(), by=None
        )
    ):
        return back_home(participant, "gegevens")
    title, submit = _("Mijn gegevens"), _("Opslaan")
    return show_form(request, participant, form, title=title, submit=submit)


@require_safe
@personal_view
def copy(request: HttpRequest, participant: Participant) -> HttpResponse:
    """My own form as PDF."""
    return download(copy_of([participant]), "mixen-in-mokum.pdf", "application/pdf", inline=True)


@personal_view
@require_POST
def withdraw(request: HttpRequest, participant: Participant, kind: str) -> HttpResponse:
    """Take one consent back; asked again, it is simply gone already."""
    if kind not in ConsentText.Kind.values:
        raise Http404

    def deed() -> None:
        if participant.consents.standing().filter(kind=kind).exists():
            actions.withdraw_consent(participant=participant, kind=kind, by=None)

    return press_own(request, participant, deed, "ingetrokken")


@require_POST
@personal_view
def ambassador(request: HttpRequest, participant: Participant) -> HttpResponse:
    """I would like to become an ambassador, or rather not."""
    if participant.status not in MAY_WISH:
        raise Http404
    wants = request.POST.get("wants")
    if wants not in {"yes", "no"}:
        return back_home(participant)
    return press_own(
        request,
        participant,
        lambda: actions.answer_ambassador_wish(participant=participant, wants=wants == "yes", by=None),
        "helpen" if wants == "yes" else "niet-helpen",
    )
