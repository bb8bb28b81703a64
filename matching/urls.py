from django.urls import path, register_converter

from matching.views import calls, card, couples, going_on, own
from matching.views.mix import choices, present, ready, rounds
from matching.views.mix import couples as proposal

app_name = "matching"


def one_of(*words: str) -> type:
    """A converter that takes these words only, so that another one is an address that does not exist."""

    class Words:
        regex = "|".join(words)

        def to_python(self, value: str) -> str:
            return value

        def to_url(self, value: str) -> str:
            return value

    return Words


register_converter(one_of(*present.MARKS), "mark")
register_converter(one_of(*rounds.DEEDS), "round_deed")
register_converter(one_of(*proposal.DEEDS), "proposal_deed")
register_converter(one_of(*proposal.PAIR_DEEDS), "pair_deed")
register_converter(one_of(*ready.TICKS), "couple_tick")

P = "projecten/<slug:slug>/"
M = f"{P}bijeenkomsten/<int:pk>/mix/"
K = f"{M}keuzes/<int:participant_pk>/"
MINE = "mijn/<slug:token>/"
urlpatterns = [
    path(f"{P}koppels/", couples.couples, name="list"),
    path(f"{P}koppels/maken/", couples.make, name="make"),
    path(f"{P}koppels/gewichten/", proposal.weights, name="weights"),
    path(f"{P}koppels/niet-samen/", present.apart, name="apart"),
    path(f"{P}koppels/niet-samen/<int:pk>/opheffen/", present.apart_lift, name="apart_lift"),
    path(f"{P}koppels/<int:pk>/", couples.couple, name="couple"),
    path(f"{P}deelnemers/<int:pk>/koppel/", couples.of_participant, name="of_participant"),
    path(f"{P}koppels/<int:pk>/afspraak/", couples.appointment, name="appointment"),
    path(f"{P}koppels/<int:pk>/erbij/", couples.join, name="join"),
    path(f"{P}koppels/<int:pk>/stoppen/", couples.end, name="end"),
    path(f"{P}koppels/<int:pk>/verlengen/", going_on.extend, name="extend"),
    path(f"{P}koppels/<int:pk>/wens/<int:member_pk>/", going_on.wish, name="wish"),
    path(f"{P}koppels/<int:pk>/pauze/", going_on.pause, name="pause"),
    path(f"{P}koppels/<int:pk>/weer-op-stap/", going_on.resume, name="resume"),
    path(f"{P}koppels/uit-elkaar/<int:pk>/", going_on.separate, name="separate"),
    path(f"{P}koppels/<int:pk>/ontmoeting/", couples.outing, name="outing"),
    path(f"{P}koppels/<int:pk>/ontmoeting/<int:outing_pk>/weg/", couples.remove_outing, name="outing_remove"),
    path(f"{P}koppels/<int:pk>/volgende-afspraak/", card.next_appointment, name="next_appointment"),
    path(f"{P}koppels/<int:pk>/kaart/", card.enter, name="card"),
    path(f"{P}koppels/<int:pk>/maandkaart.pdf", card.card_pdf, name="card_pdf"),
    path(f"{P}koppels/kaarten/", card.enter_all, name="cards"),
    path(f"{P}koppels/maandkaarten.pdf", card.cards_pdf, name="cards_pdf"),
    path(f"{P}belronde/", calls.calls, name="calls"),
    path(f"{P}belronde/overdragen/", calls.hand_over, name="calls_hand_over"),
    path(f"{P}belronde/<int:pk>/", calls.call, name="call"),
    path(f"{P}belronde/<int:pk>/opgepakt/", calls.handle, name="call_handle"),
    path(M, present.mix, name="mix"),
    path(f"{M}aanwezig/", present.present, name="mix_present"),
    path(f"{M}aanwezig/<int:participant_pk>/<mark:state>/", present.mark, name="mix_mark"),
    path(f"{M}aanwezig/binnenloper/", present.walk_in, name="mix_walk_in"),
    path(f"{M}aanwezig/helper/", present.helper, name="mix_helper"),
    path(f"{M}aanwezig/helper/<int:helper_pk>/weg/", present.helper_remove, name="mix_helper_remove"),
    path(f"{M}rondes/", rounds.rounds, name="mix_rounds"),
    path(f"{M}rondes/<round_deed:deed>/", rounds.round_deed, name="mix_round"),
    path(f"{M}scherm/", rounds.screen, name="screen"),
    path(f"{M}scherm/nu/", rounds.screen_now, name="screen_state"),
    path(f"{M}keuzes/", choices.choices, name="mix_choices"),
    path(f"{M}keuzes/papier/", choices.slips, name="mix_slips"),
    path(K, choices.sheet, name="mix_sheet"),
    path(f"{K}klaar/", choices.sheet_done, name="mix_sheet_done"),
    path(f"{K}opnieuw/", choices.sheet_again, name="mix_sheet_again"),
    path(f"{K}over/<int:other_pk>/", choices.choose, name="mix_choose"),
    path(f"{M}koppels/", proposal.couples, name="mix_couples"),
    path(f"{M}koppels/voorstel/<proposal_deed:deed>/", proposal.propose, name="mix_propose"),
    path(f"{M}koppels/<int:new_pk>-<int:old_pk>/<pair_deed:deed>/", proposal.pair, name="mix_pair"),
    path(f"{M}koppels/bevestigen/", proposal.confirm, name="mix_confirm"),
    path(f"{M}klaar/", ready.ready, name="mix_ready"),
    path(f"{M}klaar/<int:couple_pk>/<couple_tick:what>/", ready.tick, name="mix_tick"),
    path(f"{M}klaar/<int:couple_pk>/ambassadeur/", ready.hand, name="mix_hand"),
    path(f"{M}klaar/aanbod/<int:member_pk>/", ready.offer, name="mix_offer"),
    path(f"{M}papier/", ready.pack_pdf, name="mix_pack"),
    path(f"{M}kaartjes/", ready.cards_pdf, name="mix_cards"),
    path(f"{M}contactkaartjes/", ready.contacts_pdf, name="mix_contacts"),
    path(f"{MINE}gezien/", own.met, name="personal_met"),
    path(f"{MINE}ontmoeting/", own.outing, name="personal_outing"),
    path(f"{MINE}ontmoeting/<int:pk>/weg/", own.remove_outing, name="personal_outing_remove"),
    path(f"{MINE}afspraak/", own.appointment, name="personal_appointment"),
    path(f"{MINE}afspraak.ics", own.calendar, name="personal_calendar"),
    path(f"{MINE}doorgaan/", own.going_on, name="personal_going_on"),
]
