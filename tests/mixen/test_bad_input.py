"""Whatever is sent to a page: told in Dutch at the field, what was typed stays, nothing is stored, never a 500."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from html import escape
from uuid import uuid4

import pytest
import time_machine
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from excursions.actions import plan_excursion
from matching.actions import (
    form_couple,
    make_due_check_ins,
    mark_here,
    pause_couple,
    record_call,
    set_up_board,
)
from matching.models import CheckIn, Couple
from participants.actions import keep_from_matching, note_attendance, report_concern, submit_claim
from participants.models import Tablet
from projects.actions import approve_payable, book_expense, promise_contribution, start_payment_run, start_report
from projects.models import BudgetLine, District
from tests.conftest import NOW, registered, signed_up
from tests.pictures import jpeg

CHOICE = "Kies iets uit de lijst."
REQUIRED = "Vul dit in."
CHOOSE = "Maak een keuze."
CHARACTER = "Hier staat een teken in dat niet mag."
NO_DATE = "Deze datum bestaat niet."
NO_TIME = "Deze tijd bestaat niet."
YEAR = "Vul een jaar in tussen 2000 en 2100."
TOO_LONG = "Dit is te lang."
AMOUNT = "Vul een bedrag in als 12,50."
MORE_THAN_NOTHING = "Het bedrag moet meer zijn dan 0."
TOO_HIGH = "bedrag is te hoog"
PHONE = "Vul een telefoonnummer in"
POSTCODE = "Vul een postcode in als 1012 AB"
MAIL = "Dit e-mailadres klopt niet."
BIRTH_YEAR = "Vul een geboortejaar in tussen 1917 en 2009."
BIRTH_YEAR_DIGITS = "Vul een jaar in van vier cijfers"
HUGE = "9" * 30
ENGLISH = [
    "This field",
    "Enter a",
    "Enter the",
    "Ensure this",
    "Ensure that",
    "Select a valid",
    "is not one of the available",
    "is not a valid",
    "Invalid",
    "Null characters",
    "already exists",
]


@dataclass(frozen=True)
class Sent:
    """A file of the table, made anew at each sending."""

    content: bytes
    name: str = "bon.jpg"


A_PHOTO, NO_PHOTO = Sent(jpeg()), Sent(b"<html><script>alert(1)</script>")
NO_PDF, NOTHING = Sent(b"%PDF-1.7 Bakker, 12,50", "bon.pdf"), Sent(b"")
WRONG_IBAN = "Dit rekeningnummer klopt niet."
BY_BANK = {"pay_by": "transfer", "iban": "NL91 ABNA 0417 1643 00", "account_holder": "Ans"}


@dataclass(frozen=True)
class Page:
    """A page, who uses it, and input that it would take."""

    address: str
    who: str
    good: dict[str, object] = field(default_factory=dict)


MIX = "bijeenkomsten/{mix}/mix/"
PAGES = {
    "register": Page(
        "deelnemers/aanmelden/",
        "ambassador",
        {"key": "{key}", "side": "new", "is_adult": "on", "name": "Noor Nieuw", "gender": "woman"},
    ),
    "change": Page("deelnemers/{ans}/wijzigen/", "coordinator", {"name": "Ans", "gender": "woman", "max_new": "1"}),
    "sign_up": Page(
        "deelnemers/{noor}/inschrijven/", "ambassador", {"agrees": "on", "signed_as": "Noor", "copy_by": "paper"}
    ),
    "withdraw": Page("deelnemers/{ans}/afmelden/", "coordinator", {"reason": "Ziek"}),
    "decide": Page("deelnemers/{ans}/besluit/", "coordinator", {"reason": "Ziek"}),
    "told": Page("werving/verteld/", "ambassador", {"channel": "folder", "people": "40", "on": "12-3-2027"}),
    "absent_call": Page("niet-gekomen/{oksana}/", "ambassador", {"outcome": "later", "note": "Werkt op vrijdag"}),
    "close": Page("bijeenkomsten/{mix}/afsluiten/", "ambassador", {"reason": "De tablet is kwijt"}),
    "claim": Page(
        "declaraties/indienen/",
        "ambassador",
        {"participant": "{ans}", "kind": "expenses", "amount": "5", "spent_on": "1-3-2027", "pay_by": "cash"},
    ),
    "allowance": Page(
        "geld/vergoedingen/nieuw/",
        "coordinator",
        {"membership": "{member}", "amount": "5", "spent_on": "1-3-2027", "pay_by": "cash"},
    ),
    "budget_line": Page(
        "geld/begroting/groepen/{group}/regel/",
        "coordinator",
        {"code": "9z", "name": "Bloemen", "quantity": "3", "unit_price": "2,50", "per": "once"},
    ),
    "budget_group": Page("geld/begroting/groep/", "coordinator", {"name": "Extra"}),
    "contribution": Page("geld/bijdragen/nieuw/", "coordinator", {"payer": "Fonds", "amount": "100"}),
    "received": Page("geld/bijdragen/{contribution}/ontvangen/", "coordinator", {"received_on": "1-3-2027"}),
    "receipt": Page("geld/uitgaven/{booked}/bon/", "coordinator", {"receipt": A_PHOTO}),
    "run": Page("geld/uitbetalen/{run}/", "coordinator", {"paid_on": "1-3-2027"}),
    "expense": Page(
        "geld/uitgave/", "coordinator", {"line": "{line}", "amount": "5", "spent_on": "1-3-2027", "payee": "Bakker"}
    ),
    "agree": Page("geld/afspraak/", "coordinator", {"group_{group}": "5"}),
    "meeting": Page(
        "bijeenkomsten/nieuw/",
        "coordinator",
        {"kind": "interim", "day": "1-5-2027", "begins": "14:00", "ends": "16:00"},
    ),
    "project": Page("/projecten/nieuw/", "coordinator", {"district": "{district}", "area": "De Baarsjes"}),
    "plan_step": Page(
        "stappenplan/nieuw/",
        "coordinator",
        {"name": "Taart", "phase": "closing", "due_on": "1-6-2027", "anchor": "closing", "owner_role": "coordinator"},
    ),
    "keep": Page("stappenplan/bewaren/", "coordinator", {"name": "Zo ging het"}),
    "edit": Page(
        "aanpassen/",
        "coordinator",
        {
            "starts_on": "4-1-2027", "ends_on": "30-7-2027", "min_old": "8", "target_old": "20", "max_old": "25",
            "min_new": "8", "target_new": "20", "max_new": "25", "couple_months": "3", "cap_expenses": "10",
            "cap_transport": "10", "early_call_after": "14",
        },
    ),
    "partner": Page("partners/nieuw/", "coordinator", {"organisation": "", "contribution": "Geeft de zaal"}),
    "organisation": Page("/organisaties/nieuw/", "coordinator", {"name": "De Brug", "kind": "venue"}),
    "invite": Page("team/uitnodigen/", "leader", {"name": "Rosa", "email": "rosa@example.org"}),
    "training": Page("team/training/nieuw/", "leader", {"part": "1", "on": "5-3-2027"}),
    "couple": Page("koppels/maken/", "ambassador", {"old": "{corrie}", "new": ["{samira}"]}),
    "appointment": Page(
        "koppels/{couple}/afspraak/",
        "ambassador",
        {"day": "20-3-2027", "at": "14:00", "place": "Bij de kassa", "confirmed": "on"},
    ),
    "join": Page("koppels/{couple}/erbij/", "ambassador", {"participant": "{lale}"}),
    "end": Page("koppels/{couple}/stoppen/", "coordinator", {"reason": "no_time", "on": "12-3-2027"}),
    "outing": Page("koppels/{couple}/ontmoeting/", "ambassador", {"day": "12-3-2027", "hours": "2"}),
    "call": Page("belronde/{call}/", "coordinator", {"outcome": "well"}),
    "hand_over": Page("belronde/overdragen/", "coordinator", {"of": "{user}", "to": "{other_user}"}),
    "snooze": Page("aandacht/late_steps/uitstellen/", "coordinator", {"wait": "1", "reason": "Vakantie"}),
    "handled": Page("belronde/{help_call}/opgepakt/", "coordinator", {"note": "Samen gebeld"}),
    "pause": Page(
        "koppels/{couple}/pauze/", "ambassador", {"since": "20-3-2027", "until": "27-3-2027", "reason": "Vakantie"}
    ),
    "resume": Page("koppels/{resting}/weer-op-stap/", "ambassador", {"on": "12-3-2027"}),
    "next": Page(
        "koppels/{couple}/volgende-afspraak/",
        "ambassador",
        {"day": "20-3-2027", "at": "14:00", "place": "Bij de kassa"},
    ),
    "month_card": Page(
        "koppels/{couple}/kaart/",
        "ambassador",
        {"{couple}-1-day": "12-3-2027", "{couple}-1-hours": "2", "{couple}-1-what": "Koffie"},
    ),
    "concern": Page("zorg/melden/", "ambassador", {"words": "Er was ruzie.", "where": "couple"}),
    "step": Page("zorg/{concern}/", "coordinator", {"what": "Met beiden gebeld."}),
    "concern_people": Page("zorg/{concern}/over-wie/", "coordinator", {"about": ["{ans}"]}),
    "match_again": Page("zorg/{concern}/weer-koppelen/{kept}/", "coordinator", {"why": "Het is uitgepraat."}),
    "separate": Page("koppels/uit-elkaar/{concern}/", "coordinator", {"couple": "{couple}", "caller": "me"}),
    "mood": Page("deelnemers/{willem}/hoe-gaat-het/", "coordinator", {"face": "1", "word": "Te druk"}),
    "wish": Page("deelnemers/{willem}/wil-stoppen/", "coordinator", {"word": "Te druk"}),
    "reach": Page("deelnemers/{willem}/bereiken/", "coordinator", {"phone": "06 12 34 56 78", "language": "nl"}),
    "evaluation_on_paper": Page(
        "evaluatie/papier/", "ambassador", {"participant": "{resting_old}", "again": "yes", "dutch": "3"}
    ),
    "own_outing": Page("/mijn/{token}/ontmoeting/", "coordinator", {"day": "12-3-2027", "hours": "2"}),
    "own_next": Page(
        "/mijn/{token}/afspraak/", "coordinator", {"day": "20-3-2027", "at": "14:00", "place": "Bij de kassa"}
    ),
    "own_mood": Page("/mijn/{token}/hoe-gaat-het/", "coordinator", {"face": "1", "word": "Te druk"}),
    "own_wish": Page("/mijn/{token}/stoppen/", "coordinator", {"word": "Te druk"}),
    "own_concern": Page("/mijn/{token}/zorg/", "coordinator", {"words": "Er was ruzie.", "about": ["{tesfay}"]}),
    "own_data": Page("/mijn/{token}/gegevens/", "coordinator", {"phone": "06 12 34 56 78", "language": "nl"}),
    "own_evaluation": Page("/mijn/{resting_token}/evaluatie/", "coordinator", {"again": "yes", "words": "Leuk"}),
    "excursion": Page(
        "programma/excursie/",
        "coordinator",
        {
            "name": "Rondvaart", "day": "20-4-2027", "at": "13:30", "meeting_point": "Bij de steiger",
            "capacity": "20",
        },
    ),
    "excursion_sign_up": Page("programma/excursies/{excursion}/inschrijven/", "ambassador", {"who": "p{ans}"}),
    "booklet": Page("programma/strippenboekje/", "coordinator", {"places": []}),
    "report": Page("verslag/schrijven/", "coordinator", {}),
    "set_up": Page(f"{MIX}", "ambassador", {"tables": "4", "rounds": "3", "minutes": "5"}),
    "walk_in": Page(
        f"{MIX}aanwezig/binnenloper/",
        "ambassador",
        {"key": "{key}", "name": "Greet Gast", "side": "new", "gender": "woman", "agreed": "on"},
    ),
    "helper": Page(f"{MIX}aanwezig/helper/", "ambassador", {"kind": "host", "name": "Greet Gastvrouw"}),
    "slip": Page(f"{MIX}keuzes/papier/", "ambassador", {"own": "{ans_number}", "yes": "{lale_number}"}),
    "apart": Page("koppels/niet-samen/", "ambassador", {"first": "{ans}", "second": "{lale}"}),
    "weights": Page(
        "koppels/gewichten/",
        "coordinator",
        {
            "language": "300", "postcode": "200", "dayparts": "200", "interests": "200", "age": "50",
            "children": "50",
        },
    ),
}  # fmt: skip

# Page, what is sent otherwise than good, the message; and what of it stays in the page (by default all of it that a
# text field can hold).
BAD = [
    # names and other lines
    ("register", {"name": ""}, REQUIRED),
    ("register", {"name": "   "}, REQUIRED),
    ("register", {"name": None}, REQUIRED),
    ("register", {"name": "x" * 201}, TOO_LONG),
    ("register", {"name": "12345"}, "Vul een naam in met letters."),
    ("register", {"name": '{"name": 1}<b>\u202e'}, CHARACTER),
    ("register", {"name": "Noor\x00"}, "Null-tekens"),
    ("register", {"name": "Noor\x07"}, CHARACTER),
    ("register", {"name": None, "name[]": "Noor"}, REQUIRED),
    ("register", {"name": None, "person.name": "Noor"}, REQUIRED),
    ("register", {"call_name": "x" * 101}, TOO_LONG),
    ("register", {"hopes": "x" * 501}, TOO_LONG),
    ("register", {"own_script_name": "x\u202ex"}, CHARACTER),
    ("sign_up", {"signed_as": ""}, "Zet je handtekening in het vak, of typ hier je naam."),
    ("sign_up", {"agrees": None}, "Zonder akkoord kan het niet."),
    ("withdraw", {"reason": ""}, REQUIRED),
    ("withdraw", {"reason": "x" * 301}, TOO_LONG),
    ("decide", {"reason": "   "}, REQUIRED),
    # choices
    ("register", {"side": "both"}, CHOICE),
    ("register", {"side": None}, CHOOSE),
    ("register", {"gender": None}, CHOOSE),
    ("register", {"gender": "[1]"}, CHOICE),
    ("register", {"is_adult": None}, "Meedoen kan vanaf 18 jaar."),
    ("register", {"gender": "man", "women_only": "on"}, "Dit kan alleen bij een vrouw."),
    ("sign_up", {"country_ok": "on", "country": "XX"}, CHOICE),
    ("register", {"dutch_level": "C2"}, CHOICE),
    ("register", {"max_new": "4"}, CHOICE),
    ("register", {"max_new": "2"}, "Dit is alleen voor"),
    ("register", {"dayparts": ["sat-1", "sat-9"]}, CHOICE),
    ("register", {"languages": ["abc"]}, CHOICE),
    ("register", {"languages": ["-1"]}, CHOICE),
    ("register", {"languages": [HUGE]}, CHOICE),
    ("register", {"interests": [HUGE]}, CHOICE),
    ("register", {"heard_from": HUGE}, CHOICE),
    ("register", {"key": "geen sleutel"}, "Laad deze bladzijde opnieuw"),
    # years, phones, addresses
    ("register", {"birth_year": "1850"}, BIRTH_YEAR),
    ("register", {"birth_year": "1916"}, BIRTH_YEAR),
    ("register", {"birth_year": "2010"}, BIRTH_YEAR),
    ("register", {"birth_year": "-1958"}, BIRTH_YEAR),
    ("register", {"birth_year": "58"}, BIRTH_YEAR),
    ("register", {"birth_year": "1958,5"}, BIRTH_YEAR_DIGITS),
    ("register", {"birth_year": "achtenvijftig"}, BIRTH_YEAR_DIGITS),
    ("register", {"birth_year": "9" * 5000}, BIRTH_YEAR_DIGITS),
    ("register", {"phone": "061234"}, PHONE),
    ("register", {"phone": "bel maar"}, PHONE),
    ("register", {"phone": "06\x0012345678"}, "Null-tekens"),
    ("register", {"email": "naam@"}, MAIL),
    ("register", {"email": "een twee@example.org"}, MAIL),
    ("register", {"email": "a@example.org\nBcc: b@example.org"}, MAIL),
    ("register", {"email": f"{'x' * 250}@example.org"}, "254"),
    ("register", {"postcode": "0123 AB"}, POSTCODE),
    ("register", {"postcode": "1012"}, POSTCODE),
    ("change", {"postcode": "AB 1012"}, POSTCODE),
    ("change", {"name": ""}, REQUIRED),
    ("change", {"notes": "x" * 4001}, TOO_LONG),
    ("change", {"max_new": "0"}, CHOICE),
    # money
    ("expense", {"amount": "-5"}, MORE_THAN_NOTHING),
    ("expense", {"amount": "0"}, MORE_THAN_NOTHING),
    ("expense", {"amount": "1e9"}, TOO_HIGH),
    ("expense", {"amount": "vijf euro"}, AMOUNT),
    ("expense", {"amount": "NaN"}, AMOUNT),
    ("expense", {"amount": "Infinity"}, AMOUNT),
    ("expense", {"amount": "12,345"}, "twee cijfers achter de komma"),
    ("expense", {"amount": ""}, REQUIRED),
    ("expense", {"amount": ["5", "{}"]}, AMOUNT),
    ("expense", {"line": HUGE}, CHOICE),
    ("expense", {"line": "-1"}, CHOICE),
    ("expense", {"line": "{foreign_line}"}, CHOICE),
    ("expense", {"spent_on": "13-3-2027"}, "Deze datum moet nog komen."),
    ("expense", {"spent_on": "31-02-2027"}, NO_DATE),
    ("expense", {"payee": ""}, REQUIRED),
    ("claim", {"amount": "10,01"}, "10,00"),
    ("claim", {"amount": "-5"}, MORE_THAN_NOTHING),
    ("claim", {"kind": "taxi"}, CHOICE),
    ("claim", {"participant": "{foreign_line}00"}, CHOICE),
    ("claim", {"participant": ""}, CHOOSE),
    ("claim", {"spent_on": "31-12-2027"}, "moet nog komen"),
    ("expense", {"line_2": "{line}"}, "Vul het bedrag voor deze regel in."),
    ("expense", {"amount_3": "5"}, "Kies de regel voor dit bedrag."),
    ("expense", {"line_4": "{foreign_line}", "amount_4": "5"}, CHOICE),
    ("expense", {"line_5": "{line}", "amount_5": "-1"}, MORE_THAN_NOTHING),
    ("expense", {"line_2": "{line}", "amount_2": "12,345"}, "twee cijfers achter de komma"),
    ("expense", {"receipt": NO_PHOTO}, "Dit is geen foto en geen PDF"),
    ("expense", {"receipt": NO_PDF}, "Deze PDF is niet te lezen."),
    ("expense", {"receipt": NOTHING}, "Dit bestand is leeg."),
    ("expense", {"receipt": A_PHOTO, "amount": "-1"}, "Kies de bon nog een keer."),
    ("receipt", {"receipt": NO_PHOTO}, "Dit is geen foto en geen PDF"),
    ("receipt", {"receipt": None}, REQUIRED),
    ("claim", {"pay_by": "transfer"}, "als je het geld op je rekening wilt"),
    ("claim", {**BY_BANK, "iban": ""}, "als je het geld op je rekening wilt"),
    ("claim", {**BY_BANK, "account_holder": ""}, "als je het geld op je rekening wilt"),
    ("claim", {**BY_BANK, "iban": "NL92 ABNA 0417 1643 00"}, WRONG_IBAN),
    ("claim", {**BY_BANK, "iban": "417164300"}, WRONG_IBAN),
    ("claim", {**BY_BANK, "iban": "XX91 ABNA 0417 1643 00"}, WRONG_IBAN),
    ("claim", {**BY_BANK, "iban": "<b>NL91</b>"}, WRONG_IBAN),
    ("claim", {**BY_BANK, "iban": "9" * 400}, WRONG_IBAN),
    ("claim", {**BY_BANK, "account_holder": "x" * 71}, TOO_LONG),
    ("claim", {**BY_BANK, "account_holder": "x\u202ex"}, CHARACTER),
    ("claim", {"pay_by": "bitcoin"}, CHOICE),
    ("claim", {"amount": "abc"}, AMOUNT),
    ("claim", {"amount": "1e9"}, TOO_HIGH),
    ("claim", {"amount": "1,234"}, "twee cijfers achter de komma"),
    ("allowance", {"membership": "{foreign_member}"}, CHOICE),
    ("allowance", {"membership": HUGE}, CHOICE),
    ("allowance", {"amount": "-1"}, MORE_THAN_NOTHING),
    ("allowance", {"amount": "1e9"}, TOO_HIGH),
    ("allowance", {"amount": "abc"}, AMOUNT),
    ("allowance", {"amount": "9999"}, "meer dan er nog over is"),
    ("allowance", {"spent_on": "13-3-2027"}, "moet nog komen"),
    ("allowance", {**BY_BANK, "iban": "NL92 ABNA 0417 1643 00"}, WRONG_IBAN),
    ("budget_line", {"code": "1A"}, "al een regel met deze code"),
    ("budget_line", {"code": "123456"}, TOO_LONG),
    ("budget_line", {"quantity": "-1"}, "ten minste 0"),
    ("budget_line", {"quantity": HUGE}, "ten hoogste 100000"),
    ("budget_line", {"quantity": "drie"}, "heel getal"),
    ("budget_line", {"unit_price": "-1"}, "Schrijf geen min"),
    ("budget_line", {"per": "week"}, CHOICE),
    ("budget_group", {"name": "x" * 201}, TOO_LONG),
    ("contribution", {"amount": "0"}, MORE_THAN_NOTHING),
    ("contribution", {"amount": "1e9"}, TOO_HIGH),
    ("contribution", {"promised_on": "31-02-2027"}, NO_DATE),
    ("contribution", {"payer": "x\u202ex"}, CHARACTER),
    ("received", {"received_on": "13-3-2027"}, "moet nog komen"),
    ("received", {"received_on": "morgen"}, NO_DATE),
    ("run", {"paid_on": "13-3-2027"}, "moet nog komen"),
    ("run", {"paid_on": "31-02-2027"}, NO_DATE),
    ("run", {"except_for": ["claim-0"]}, CHOICE),
    ("agree", {"group_{group}": "-1"}, "Schrijf geen min"),
    ("agree", {"group_{group}": "veel"}, AMOUNT),
    ("agree", {"group_{group}": "100000"}, TOO_HIGH),
    # days and times
    ("meeting", {"day": "31-02-2027"}, NO_DATE),
    ("meeting", {"day": "morgen"}, NO_DATE),
    ("meeting", {"day": "1-1-0001"}, YEAR),
    ("meeting", {"begins": "25:00"}, NO_TIME),
    ("meeting", {"ends": "14 uur"}, NO_TIME),
    ("meeting", {"ends": "13:00"}, "De eindtijd moet na de begintijd liggen."),
    ("meeting", {"kind": "feest"}, CHOICE),
    ("meeting", {"venue": HUGE}, CHOICE),
    ("meeting", {"kind": "mix", "day": "12-3-2027", "begins": "13:30"}, "staat er al"),
    # projects
    ("project", {"area": "x" * 101}, TOO_LONG),
    ("project", {"area": "x\u202e"}, CHARACTER),
    ("project", {"district": HUGE}, CHOICE),
    ("project", {"source": HUGE}, CHOICE),
    ("plan_step", {"due_on": "31-6-2027"}, NO_DATE),
    ("plan_step", {"due_on": "1-12-2026"}, "na het begin"),
    ("plan_step", {"anchor": "interim", "due_on": "1-6-2029"}, "dichter bij"),
    ("plan_step", {"anchor": "maan"}, CHOICE),
    ("plan_step", {"owner": HUGE}, CHOICE),
    ("plan_step", {"name": "x" * 201}, TOO_LONG),
    ("plan_step", {"note": "x" * 1001}, TOO_LONG),
    ("keep", {"name": "x" * 101}, TOO_LONG),
    ("meeting", {"step_free": "misschien"}, CHOICE),
    ("meeting", {"transit": "x" * 201}, TOO_LONG),
    ("edit", {"ends_on": "1-1-2027"}, "kan niet eindigen"),
    ("edit", {"max_old": "10"}, "oplopende volgorde"),
    ("edit", {"couple_months": "13"}, "12"),
    ("edit", {"cap_expenses": "501"}, TOO_HIGH),
    ("edit", {"target_new": "1e9"}, "heel getal"),
    ("partner", {"organisation": "abc"}, CHOICE),
    ("partner", {"contribution": "x" * 301}, TOO_LONG),
    ("partner", {"terms": "Tot \x07 snel"}, CHARACTER),
    ("organisation", {"name": "x" * 201}, TOO_LONG),
    ("organisation", {"kind": "xyz"}, CHOICE),
    ("organisation", {"also": ["xyz"]}, CHOICE),
    ("organisation", {"district": HUGE}, CHOICE),
    ("organisation", {"website": "geen adres"}, "Vul een adres in zoals www.voorbeeld.nl."),
    ("organisation", {"website": f"www.{'x' * 300}.nl"}, TOO_LONG),
    ("organisation", {"phone": "020"}, PHONE),
    ("invite", {"email": "rosa"}, MAIL),
    ("invite", {"email": f"{'x' * 300}@example.org"}, MAIL),
    ("invite", {"name": "1234"}, "letters"),
    ("training", {"on": "31-2-2027"}, NO_DATE),
    ("training", {"part": "3"}, CHOICE),
    ("training", {"followed": [HUGE]}, CHOICE),
    ("training", {"on": "12-4-2027", "followed": [""]}, CHOICE),
    # couples
    ("couple", {"old": "{lale}"}, "precies één 'oude' Amsterdammer"),
    ("couple", {"old": "{corrie}", "new": ["{ans}"]}, "precies één 'oude' Amsterdammer"),
    ("couple", {"new": ["{samira}", "{lale}", "{oksana}", "{fourth}"]}, "ten hoogste drie"),
    ("couple", {"old": "{joop}", "new": ["{lale}", "{oksana}", "{fourth}"]}, "ten hoogste 2"),
    ("couple", {"old": "{ans}", "new": ["{lale}", "{oksana}"]}, "ten hoogste 1"),
    ("couple", {"old": "{joop}"}, "alleen met vrouwen op stap"),
    ("couple", {"new": ["{tesfay}"]}, "zit al in een koppel"),
    ("couple", {"old": "{corrie}", "new": ["{corrie}"]}, "dezelfde persoon twee keer"),
    ("couple", {"new": []}, CHOOSE),
    ("couple", {"new": ["abc"]}, CHOICE),
    ("couple", {"new": ["-1"]}, CHOICE),
    ("couple", {"new": [HUGE]}, CHOICE),
    ("couple", {"old": HUGE}, CHOICE),
    ("couple", {"old": "\x00"}, "Null-tekens"),
    ("couple", {"old": "{stranger}"}, CHOICE),
    ("couple", {"meeting": HUGE}, CHOICE),
    ("join", {"participant": "{ans}"}, CHOICE),
    ("join", {"participant": ""}, CHOOSE),
    ("join", {}, "ten hoogste 1"),
    ("appointment", {"day": "31-02-2027"}, NO_DATE),
    ("appointment", {"day": "1-3-2027"}, "voor de dag waarop het koppel begon"),
    ("appointment", {"at": "25:00"}, NO_TIME),
    ("appointment", {"place": ""}, REQUIRED),
    ("appointment", {"confirmed": None}, "Lees datum, tijd en plaats voor"),
    ("end", {"reason": ""}, CHOOSE),
    ("end", {"reason": "ruzie"}, CHOICE),
    ("end", {"on": "13-3-2027"}, "Deze datum moet nog komen."),
    ("end", {"on": "1-3-2027"}, "kan niet stoppen"),
    ("end", {"on": ""}, REQUIRED),
    ("end", {"stopping": ["{ans}"]}, CHOICE),
    ("end", {"stopping": [HUGE]}, CHOICE),
    ("outing", {"hours": "25"}, "tussen 0,25 en 24"),
    ("outing", {"hours": "-1"}, "tussen 0,25 en 24"),
    ("outing", {"hours": "twee"}, "Vul het aantal uren in"),
    ("outing", {"day": "13-3-2027"}, "moet nog komen"),
    ("outing", {"day": "11-3-2027"}, "voor de dag waarop het koppel begon"),
    ("outing", {"what": "x" * 201}, TOO_LONG),
    ("edit", {"early_call_after": "2"}, "ten minste 3"),
    ("edit", {"halfway_calls_from": "1-1-2027"}, "tussen het begin en het eind"),
    ("snooze", {"wait": None}, CHOOSE),
    ("snooze", {"wait": "day"}, "Kies een dag."),
    ("snooze", {"wait": "day", "until": "31-2-2027"}, NO_DATE),
    ("snooze", {"wait": "day", "until": "1-6-2027"}, "ten hoogste 30 dagen"),
    ("snooze", {"reason": "x" * 301}, TOO_LONG),
    ("hand_over", {"of": HUGE}, CHOICE),
    ("hand_over", {"to": "{ans}"}, CHOICE),
    ("call", {"outcome": "help", "note": ""}, "Schrijf op waar hulp"),
    ("call", {"day": "31-2-2027", "at": "14:00"}, NO_DATE),
    ("call", {"day": "1-4-2027", "at": "25:00"}, NO_TIME),
    ("call", {"day": "11-3-2027", "at": "14:00"}, "al geweest"),
    ("call", {"outcome": None}, CHOOSE),
    ("call", {"outcome": "open"}, CHOICE),
    ("call", {"note": "x" * 2001}, TOO_LONG),
    ("handled", {"note": "   "}, REQUIRED),
    ("handled", {"note": "x" * 301}, TOO_LONG),
    ("handled", {"note": "x\u202ex"}, CHARACTER),
    # couples over time
    ("pause", {"since": "31-02-2027"}, NO_DATE),
    ("pause", {"since": "1-1-0001"}, YEAR),
    ("pause", {"since": "1-3-2027"}, "voor de dag waarop het koppel begon"),
    ("pause", {"until": "19-3-2027"}, "De laatste dag kan niet voor de eerste dag liggen."),
    ("pause", {"until": "31-12-2099"}, "Een pauze duurt ten hoogste een jaar."),
    ("pause", {"reason": ""}, REQUIRED),
    ("pause", {"reason": "x" * 301}, TOO_LONG),
    ("resume", {"on": ""}, REQUIRED),
    ("resume", {"on": "morgen"}, NO_DATE),
    ("resume", {"on": "31-12-2099"}, "Een pauze duurt ten hoogste een jaar."),
    ("next", {"day": "11-3-2027"}, "al geweest"),
    ("next", {"day": "31-12-2098"}, "te ver weg"),
    ("next", {"at": "25:00"}, NO_TIME),
    ("next", {"place": "x" * 5000}, TOO_LONG),
    ("next", {"place": "x\u202ex"}, CHARACTER),
    # care
    ("month_card", {"{couple}-1-day": "13-3-2027"}, "moet nog komen"),
    ("month_card", {"{couple}-1-day": "11-3-2027"}, "voor de dag waarop"),
    ("month_card", {"{couple}-1-day": "31-02-2027"}, NO_DATE),
    ("month_card", {"{couple}-1-day": ""}, "Vul de datum in."),
    ("month_card", {"{couple}-1-hours": ""}, "Vul in hoeveel uur."),
    ("month_card", {"{couple}-2-day": "12-3-2027", "{couple}-2-hours": "25"}, "tussen 0,25 en 24"),
    ("month_card", {"{couple}-1-what": "x" * 5000}, TOO_LONG),
    ("month_card", {"{couple}-1-what": "x\u202ex"}, CHARACTER),
    ("month_card", dict.fromkeys(PAGES["month_card"].good, ""), "Vul ten minste één regel in."),
    ("concern", {"words": "  "}, REQUIRED),
    ("concern", {"words": "x" * 5000}, TOO_LONG),
    ("concern", {"words": "x\u202ex"}, CHARACTER),
    ("concern", {"words": "x\x00"}, "Null-tekens"),
    ("concern", {"where": "maan"}, CHOICE),
    ("concern", {"other": "{stranger}"}, CHOICE),
    ("concern", {"other": HUGE}, CHOICE),
    ("step", {"what": ""}, REQUIRED),
    ("step", {"what": "x" * 2001}, TOO_LONG),
    ("step", {"what": "x\u202ex"}, CHARACTER),
    ("concern_people", {"about": ["{stranger}"]}, CHOICE),
    ("concern_people", {"about": [HUGE]}, CHOICE),
    ("match_again", {"why": ""}, REQUIRED),
    ("match_again", {"why": "x" * 1001}, TOO_LONG),
    ("separate", {"couple": HUGE}, CHOICE),
    ("separate", {"couple": "{resting}"}, CHOICE),
    ("separate", {"kept": ["{ans}"]}, CHOICE),
    ("separate", {"caller": "niemand"}, CHOICE),
    ("mood", {"face": "9"}, CHOICE),
    ("mood", {"word": "x" * 301}, TOO_LONG),
    ("wish", {"word": "x\u202ex"}, CHARACTER),
    ("reach", {"phone": "bel maar"}, PHONE),
    ("reach", {"email": "naam@"}, MAIL),
    ("reach", {"postcode": "1012"}, POSTCODE),
    ("reach", {"language": "xx"}, CHOICE),
    ("evaluation_on_paper", {"participant": "{ans}"}, CHOICE),
    ("evaluation_on_paper", {"participant": HUGE}, CHOICE),
    ("evaluation_on_paper", {"again": "soms"}, CHOICE),
    ("evaluation_on_paper", {"dutch": "9"}, CHOICE),
    ("evaluation_on_paper", {"again": None, "dutch": None}, "nog niets ingevuld"),
    ("evaluation_on_paper", {"words": "x" * 1001}, TOO_LONG),
    # the own page
    ("own_outing", {"day": "13-3-2027"}, "moet nog komen"),
    ("own_outing", {"day": "11-3-2027"}, "voor de dag waarop"),
    ("own_outing", {"hours": "25"}, "tussen 0,25 en 24"),
    ("own_outing", {"hours": "NaN"}, "Vul het aantal uren in"),
    ("own_outing", {"what": "x" * 5000}, TOO_LONG),
    ("own_outing", {"what": "x\u202ex"}, CHARACTER),
    ("own_next", {"day": "11-3-2027"}, "al geweest"),
    ("own_next", {"day": "31-12-2098"}, "te ver weg"),
    ("own_next", {"place": ""}, REQUIRED),
    ("own_mood", {"face": None}, CHOOSE),
    ("own_mood", {"face": "{}"}, CHOICE),
    ("own_mood", {"word": "x\x00"}, "Null-tekens"),
    ("own_wish", {"word": "x" * 301}, TOO_LONG),
    ("own_concern", {"words": ""}, REQUIRED),
    ("own_concern", {"words": "x" * 5000}, TOO_LONG),
    ("own_concern", {"about": ["{ans}"]}, CHOICE),
    ("own_data", {"phone": "061234"}, PHONE),
    ("own_data", {"phone": "", "email": "", "reach": ""}, "Vul een telefoonnummer"),
    ("own_data", {"email": "een twee@example.org"}, MAIL),
    ("own_data", {"dayparts": ["sat-9"]}, CHOICE),
    ("own_data", {"language": ""}, CHOOSE),
    ("own_evaluation", {"again": "soms"}, CHOICE),
    ("own_evaluation", {"words": "x" * 1001}, TOO_LONG),
    # recruiting
    ("told", {"channel": ""}, CHOOSE),
    ("told", {"channel": "radio"}, CHOICE),
    ("told", {"people": "0"}, "ten minste 1"),
    ("told", {"people": "-3"}, "ten minste 1"),
    ("told", {"people": "100001"}, "ten hoogste 100000"),
    ("told", {"people": HUGE}, "ten hoogste 100000"),
    ("told", {"people": "veertig"}, "heel getal"),
    ("told", {"on": "13-3-2027"}, "Deze datum moet nog komen."),
    ("told", {"on": "31-02-2027"}, NO_DATE),
    ("told", {"organisation": HUGE}, CHOICE),
    ("told", {"organisation": "abc"}, CHOICE),
    ("told", {"note": "x" * 301}, TOO_LONG),
    ("told", {"note": "x\u202ex"}, CHARACTER),
    ("absent_call", {"outcome": None}, CHOOSE),
    ("absent_call", {"outcome": "misschien"}, CHOICE),
    ("absent_call", {"note": "x" * 301}, TOO_LONG),
    ("close", {"reason": ""}, REQUIRED),
    ("close", {"reason": "x" * 301}, TOO_LONG),
    # excursions
    ("excursion", {"capacity": "0"}, "2"),
    ("excursion", {"capacity": "-1"}, "2"),
    ("excursion", {"capacity": "1000000000"}, "200"),
    ("excursion", {"capacity": "1e9"}, "Vul een aantal in"),
    ("excursion", {"capacity": "twintig"}, "Vul een aantal in"),
    ("excursion", {"capacity": ""}, REQUIRED),
    ("excursion", {"at": "25:00"}, NO_TIME),
    ("excursion", {"day": "8-13-2027"}, NO_DATE),
    ("excursion", {"guides": HUGE}, CHOICE),
    ("excursion", {"place": "-1"}, CHOICE),
    ("excursion", {"name": "123"}, "letters"),
    ("excursion_sign_up", {"who": ""}, CHOOSE),
    ("excursion_sign_up", {"who": "p{stranger}"}, CHOICE),
    ("excursion_sign_up", {"who": HUGE}, CHOICE),
    ("excursion_sign_up", {"who": "{{}}"}, CHOICE),
    ("booklet", {}, CHOOSE),
    ("booklet", {"places": [HUGE]}, CHOICE),
    ("booklet", {"places": ["abc"]}, CHOICE),
    # the afternoon of a mix meeting
    ("set_up", {"tables": "0"}, "ten minste 1"),
    ("set_up", {"tables": "61"}, "ten hoogste 60"),
    ("set_up", {"rounds": "acht"}, "heel getal"),
    ("set_up", {"minutes": "9" * 400}, "ten hoogste 60"),
    ("walk_in", {"name": "ans proefpersoon"}, "Er staat al een"),
    ("walk_in", {"name": "<b>\u202e"}, CHARACTER),
    ("walk_in", {"agreed": None}, "Zonder akkoord"),
    ("walk_in", {"gender": "man", "women_only": "on"}, "kan alleen bij een vrouw"),
    ("walk_in", {"side": "both"}, CHOICE),
    ("walk_in", {"key": "geen sleutel"}, "Laad deze bladzijde opnieuw"),
    ("helper", {"kind": "chef"}, CHOICE),
    ("helper", {"name": "x" * 201}, TOO_LONG),
    ("helper", {"organisation": HUGE}, CHOICE),
    ("slip", {"own": "999"}, "Niemand die er was heeft dit nummer."),
    ("slip", {"own": "9" * 400}, "ten hoogste 999"),
    ("slip", {"yes": "een"}, "Vul alleen nummers in"),
    ("slip", {"yes": "\u0661"}, "Vul alleen nummers in"),
    ("slip", {"yes": "99"}, "zat nummer"),
    ("slip", {"no": "{lale_number}"}, "staat er twee keer"),
    ("slip", {"yes": ""}, "ten minste één nummer"),
    ("apart", {"second": "{ans}"}, "Kies twee verschillende mensen"),
    ("apart", {"second": "{corrie}"}, "nooit in één koppel"),
    ("apart", {"first": HUGE}, CHOICE),
    ("weights", {"language": "1001"}, "ten hoogste 1000"),
    ("weights", {"age": "-1"}, "ten minste 0"),
    ("weights", {"children": "veel"}, "heel getal"),
    ("report", {"results": "x" * 20001}, TOO_LONG),
    ("report", {"lessons": "x\u202e"}, CHARACTER),
]
IS_TEXT = {
    "name", "call_name", "own_script_name", "hopes", "signed_as", "reason", "birth_year", "phone", "email",
    "postcode", "notes", "amount", "spent_on", "payee", "day", "begins", "ends", "at", "place", "starts_on",
    "due_on", "area", "transit", "ends_on", "target_old", "target_new", "max_old", "couple_months", "cap_expenses",
    "contribution", "hours", "what", "note", "capacity", "results", "lessons", "on", "people", "account_holder",
    "paid_on", "received_on", "promised_on", "payer", "code", "quantity", "unit_price", "since", "until", "words",
    "word", "why",
}  # fmt: skip


NO_TEXT = {"ruzie"}  # an answer to a choice whose name elsewhere is that of a text


@pytest.fixture(scope="module")
def rows(stage, django_db_blocker):
    """The numbers of the rows that the table speaks of, made once in the transaction of the stage."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False):
        return _rows(stage)


def _rows(stage):
    project, by = stage.project, stage.ambassador
    woman = {"gender": "woman"}
    couple = form_couple(project=project, old=stage.willem, new=[stage.tesfay], by=by)
    make_due_check_ins(by=None, on=NOW.date() + timedelta(days=60))
    worn = {side: signed_up(project, f"Rust {side}", side, by, {"gender": "man"}, {}) for side in ("old", "new")}
    resting = form_couple(project=project, old=worn["old"], new=[worn["new"]], by=by)
    pause_couple(couple=resting, since=NOW.date(), until=None, reason="vakantie", by=by)
    Couple.objects.filter(pk=resting.pk).update(planned_end=NOW.date() + timedelta(days=7))
    concern = report_concern(project=project, words="Ruzie.", where="couple", about=[stage.willem], by=by)
    kept = signed_up(project, "Weg", "new", by, woman, {})
    keep_from_matching(concern=concern, participant=kept, by=stage.coordinator)
    help_call = CheckIn.objects.first()
    record_call(check_in=help_call, outcome="help", note="x", by=by)
    excursion = plan_excursion(project=project, name="Tocht", starts_at=NOW, meeting_point="Hier", capacity=9, by=None)
    start_report(project=project, by=None)
    people = {
        "noor": registered(project, "Noor", "new", by, woman, {}),
        "fourth": signed_up(project, "Vierde", "new", by, woman, {}),
        "stranger": signed_up(stage.foreign, "Vreemd", "old", stage.foreign_ambassador, woman, {}),
        **stage.people,
    }
    lines = BudgetLine.objects.filter(code="1a")
    mix = project.meetings.get(kind="mix")
    board = set_up_board(meeting=mix, tables=4, rounds=3, minutes=5, by=by)
    note_attendance(meeting=mix, participant=people["oksana"], present=False, by=by)
    paid_back = submit_claim(participant=people["joop"], kind="expenses", amount=1, spent_on=NOW.date(), by=None)
    approve_payable(payable=paid_back, by=None)
    Tablet.objects.create(
        project=project, meeting=mix, name="Tablet", token_mark="x", pin="x", expires_at=NOW, waiting=2
    )
    numbers = {name: mark_here(board=board, participant=people[name], by=by).number for name in ("ans", "lale")}
    return {
        "mix": mix.pk,
        **{f"{name}_number": number for name, number in numbers.items()},
        **{name: somebody.pk for name, somebody in people.items()},
        "couple": couple.pk,
        "call": CheckIn.objects.last().pk,
        "help_call": help_call.pk,
        "resting": resting.pk,
        "resting_old": worn["old"].pk,
        "resting_token": worn["old"].personal_link.token,
        "token": stage.willem.personal_link.token,
        "concern": concern.pk,
        "kept": kept.pk,
        "user": stage.ambassador.pk,
        "other_user": stage.leader.pk,
        "excursion": excursion.pk,
        "line": lines.get(group__project=project).pk,
        "foreign_line": lines.get(group__project=stage.foreign).pk,
        "group": project.budget_groups.first().pk,
        "member": project.memberships.filter(role="ambassador").first().pk,
        "foreign_member": stage.foreign.memberships.filter(role="ambassador").first().pk,
        "contribution": promise_contribution(project=project, payer="x", amount=5, by=None).pk,
        "booked": book_expense(
            line=lines.get(group__project=project), amount=5, spent_on=NOW.date(), payee="x", by=None
        ).pk,
        "run": start_payment_run(project=project, pay_by="cash", by=None).pk,
        "district": District.objects.get(slug="west").pk,
        "key": uuid4(),
    }


@pytest.fixture
def numbers(rows, cast):
    return rows


def filled(value, numbers):
    if isinstance(value, Sent):
        return SimpleUploadedFile(value.name, value.content)
    if isinstance(value, list):
        return [filled(item, numbers) for item in value]
    for name, number in numbers.items():
        value = value.replace(f"{{{name}}}", str(number))
    return value


def address_of(page, cast, numbers):
    path = filled(page.address, numbers)
    return path if path.startswith("/") else f"{cast.project.get_absolute_url()}{path}"


def sent(page, changes, numbers):
    """The good input with ``changes``, as a browser sends it: with a token, without what is None."""
    data = {"csrfmiddlewaretoken": "x", **page.good, **changes}
    return {filled(name, numbers): filled(value, numbers) for name, value in data.items() if value is not None}


def counts():
    ours = ("projects", "participants", "matching", "excursions")
    return {model: model.objects.count() for app in ours for model in apps.get_app_config(app).get_models()}


def texts(changes, numbers) -> Iterator[str]:
    for name, value in changes.items():
        if (
            isinstance(value, str)
            and (name.rpartition("-")[2] in IS_TEXT or name.startswith("group_"))
            and value not in NO_TEXT
        ):
            yield filled(value, numbers)


def ids():
    return [f"{page}-{ascii(changes)[:50]}" for page, changes, _told in BAD]


@pytest.mark.parametrize(("name", "changes", "told"), BAD, ids=ids())
def test_bad_input_is_told_in_dutch_kept_in_the_page_and_stored_nowhere(cast, as_user, numbers, name, changes, told):
    page = PAGES[name]
    before = counts()
    response = as_user(getattr(cast, page.who)).post(address_of(page, cast, numbers), sent(page, changes, numbers))
    html = response.content.decode()
    assert response.status_code == 422
    assert 'id="fouten"' in html
    assert told in html or escape(told) in html
    assert [english for english in ENGLISH if english in html] == []
    for typed in texts(changes, numbers):
        assert escape(typed.strip()) in html
    assert counts() == before


@pytest.mark.parametrize("name", [name for name in PAGES if name not in {"partner", "booklet", "join"}])
def test_the_good_input_of_the_table_is_good(cast, as_user, numbers, name):
    page = PAGES[name]
    response = as_user(getattr(cast, page.who)).post(address_of(page, cast, numbers), sent(page, {}, numbers))
    assert response.status_code == 302


# Of these nothing has to be filled in, or at least one thing of many, which is told in other words.
NEEDS_NOTHING = {"project", "report", "agree", "month_card", "wish", "own_wish", "own_evaluation"}
EMPTY = [name for name in PAGES if name not in NEEDS_NOTHING]


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_form_is_told_what_is_missing(cast, as_user, numbers, name):
    page, before = PAGES[name], counts()
    answer = as_user(getattr(cast, page.who)).post(address_of(page, cast, numbers), {"csrfmiddlewaretoken": "x"})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert REQUIRED in html or CHOOSE in html
    assert counts() == before


@pytest.mark.parametrize("content_type", ["application/json", "text/plain"])
@pytest.mark.parametrize("name", ["register", "expense", "couple", "excursion", "excursion_sign_up"])
def test_what_is_no_form_at_all_is_refused(cast, as_user, numbers, name, content_type):
    page, before = PAGES[name], counts()
    answer = as_user(getattr(cast, page.who)).post(
        address_of(page, cast, numbers), '{"name": ["Noor"], "amount": 5}', content_type=content_type
    )
    assert answer.status_code == 422
    assert counts() == before


ADDRESSES = [
    ("get", "deelnemers/{}/"),
    ("get", "deelnemers/dubbel/{0}-{0}/"),
    ("post", "deelnemers/dubbel/{0}-{0}/twee/"),
    ("get", "koppels/{}/"),
    ("get", "programma/excursies/{}/"),
    ("get", "bijeenkomsten/{}/aanwezig/"),
    ("get", "bijeenkomsten/{}/wijzigen/"),
    ("get", "certificaten/afdruk/{}/"),
    ("get", "verslag/{}/pdf/"),
    ("get", "belronde/{}/"),
    ("post", "deelnemers/{}/terug/"),
    ("post", "deelnemers/{}/ambassadeur/"),
    ("post", "stappenplan/{}/"),
    ("post", "partners/{}/bevestigd/"),
    ("post", "geld/uitgaven/{}/terugboeken/"),
    ("post", "declaraties/{}/betalen/"),
    ("post", "koppels/{}/verlengen/"),
    ("post", "programma/inschrijvingen/{}/afzeggen/"),
]


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_what_is_not_there_is_not_found(cast, as_user, method, address):
    client = as_user(cast.coordinator)
    for number in ("999999", HUGE, "-1", "0", "abc", "%00", "1.5", "{}", "١"):
        path = cast.project.get_absolute_url() + address.format(number)
        assert getattr(client, method)(path).status_code == 404, path


def test_a_page_that_only_looks_takes_no_post_and_the_other_way_round(cast, as_user):
    client, base = as_user(cast.coordinator), cast.project.get_absolute_url()
    assert client.post(f"{base}deelnemers/").status_code == 405
    assert client.get(f"{base}certificaten/uitreiken/").status_code == 405


BUTTONS = [
    ("deelnemers/{ans}/terug/", {}, "message--error"),
    ("deelnemers/{ans}/ambassadeur/", {"ambassador": HUGE}, "Kies een ambassadeur uit het team."),
    ("deelnemers/{ans}/ambassadeur/", {"ambassador": "abc"}, "Kies een ambassadeur uit het team."),
    ("deelnemers/klassenlijst/toevoegen/", {}, "Deze controle is verlopen."),
    ("deelnemers/klassenlijst/toevoegen/", {"lijst": "a:b:c", "rij-2": HUGE}, "Deze controle is verlopen."),
    ("certificaten/afdrukken/", {}, "Er zijn nog geen certificaten."),
    (f"{MIX}koppels/bevestigen/", {"versie": "1"}, "Maak eerst een voorstel."),
    (f"{MIX}koppels/bevestigen/", {"versie": HUGE, "koppel": ["-", "", "a-b"]}, "Maak eerst een voorstel."),
    (f"{MIX}koppels/voorstel/terug/", {}, "Er is niets om terug te draaien."),
    (f"{MIX}koppels/{{lale}}-{{ans}}/vast/", {}, "Maak eerst een voorstel."),
    (f"{MIX}rondes/beginnen/", {"ronde": "x"}, "Plan eerst de rondes."),
    (f"{MIX}rondes/stilzetten/", {}, "Er loopt nu geen ronde."),
    (f"{MIX}aanwezig/{{corrie}}/gone/", {}, "was nog niet aangevinkt"),
    (f"{MIX}aanwezig/{{ans}}/late/", {}, "is er al"),
]


@pytest.mark.parametrize(("address", "data", "told"), BUTTONS, ids=[ascii(row)[:60] for row in BUTTONS])
def test_a_button_that_cannot_do_its_deed_says_why(cast, as_user, numbers, address, data, told):
    before = counts()
    path = cast.project.get_absolute_url() + filled(address, numbers)
    sent_data = {name: filled(value, numbers) for name, value in data.items()}
    response = as_user(cast.coordinator).post(path, sent_data, follow=True)
    html = response.content.decode()
    assert response.redirect_chain
    assert response.status_code == 200
    assert "message--error" in html
    assert told in html
    assert counts() == before


@pytest.mark.parametrize("page", ["change", "delete", "history"])
def test_an_empty_field_in_the_address_of_a_record_in_the_admin_is_no_field(cast, as_user, page):
    response = as_user(cast.coordinator).get(
        f"/beheer/projects/district/{cast.project.district_id}/{page}/?_to_field="
    )
    assert response.status_code == 200


@pytest.mark.parametrize("sent", ["é" * 80, "9" * 30, "-1", ""])
def test_what_is_no_record_is_a_wrong_choice_in_the_admin(cast, as_user, sent):
    new = {"name": "Iemand", "organisation": sent}
    response = as_user(cast.coordinator).post("/beheer/projects/contactperson/add/", new)
    assert response.status_code == 200
    assert "organisation" in response.context["adminform"].form.errors
