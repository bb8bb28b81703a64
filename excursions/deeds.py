"""What the deeds of this app are called in the trail: what comes after "Anna heeft "."""

from django.utils.translation import gettext_lazy as _

from projects.trail import deeds

deeds.add(
    40,
    {
        "excursions.note_paid": _("genoteerd dat een deelnemer betaalde"),
        "excursions.pay_the_price": _("de prijs van een excursie geboekt"),
        "excursions.book_costs": _("kosten van een excursie geboekt"),
        "excursions.ask_visit": _("een bezoek gevraagd"),
        "excursions.arrange_visit": _("een bezoek geregeld"),
        "excursions.note_visit_told": _("genoteerd dat mensen van een bezoek weten"),
        "excursions.note_visit_done": _("genoteerd dat een bezoek is geweest"),
        "excursions.call_off_visit": _("een bezoek afgezegd"),
        "excursions.use_strip": _("een strip gebruikt"),
        "excursions.take_back_strip": _("een gebruikte strip teruggenomen"),
        "excursions.make_booklet": _("een strippenboekje gemaakt"),
        "excursions.change_booklet": _("een strippenboekje gewijzigd"),
        "excursions.put_in_order": _("een strippenboekje geordend"),
        "excursions.move_strip": _("een strip verplaatst"),
        "excursions.mark_booklet_printed": _("genoteerd dat een boekje gedrukt is"),
        "excursions.add_place": _("een plek toegevoegd"),
        "excursions.change_place": _("een plek gewijzigd"),
        "excursions.plan_excursion": _("een excursie gepland"),
        "excursions.change_excursion": _("een excursie gewijzigd"),
        "excursions.cancel_excursion": _("een excursie afgelast"),
        "excursions.sign_up": _("iemand voor een excursie ingeschreven"),
        "excursions.cancel_signup": _("iemand van een excursie afgemeld"),
        "excursions.note_attendance": _("genoteerd wie bij een excursie was"),
        "excursions.note_rest_absent": _("de anderen bij een excursie afwezig gezet"),
    },
)
