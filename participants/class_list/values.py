"""What somebody meant by a cell: phone numbers Excel counted with, dates of birth, M and V, languages.

Nothing is judged here: what cannot be understood comes back as it was typed, and the form field says what is wrong.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta

import phonenumbers

from participants.class_list.columns import folded

EXCEL_BEGINS = date(1899, 12, 30)
NOTHING = frozenset(
    {"", "geen", "nvt", "onbekend", "weetniet", "weetikniet", "leeg", "none", "null", "nee", "na", "nb", "nog", "x"}
)
GENDERS = {
    "man": "man", "m": "man", "mannelijk": "man", "male": "man", "dhr": "man", "heer": "man", "meneer": "man",
    "deheer": "man", "mnr": "man", "jongen": "man",
    "vrouw": "woman", "v": "woman", "vrouwelijk": "woman", "f": "woman", "female": "woman", "mevr": "woman",
    "mevrouw": "woman", "mw": "woman", "mvr": "woman", "woman": "woman", "w": "woman", "meisje": "woman",
    "x": "other", "anders": "other", "overig": "other", "nonbinair": "other", "other": "other",
    "genderneutraal": "other",
    "zegiklieverniet": "unsaid", "lieverniet": "unsaid", "wilnietzeggen": "unsaid",
}  # fmt: skip
# What languages are called too; the code is ISO 639, as in the list of languages.
OTHER_NAMES = {
    "farsi": "fa", "perzisch": "fa", "iraans": "fa", "darija": "ary", "marokkaans": "ary", "marokkaansarabisch": "ary",
    "syrisch": "ar", "syrischarabisch": "ar", "egyptisch": "ar", "arabic": "ar", "english": "en", "french": "fr",
    "turkish": "tr", "spanish": "es", "portuguese": "pt", "russian": "ru", "ukrainian": "uk", "oekraiens": "uk",
    "tigrinja": "ti", "tigrigna": "ti", "tigrynia": "ti", "eritrees": "ti", "amharic": "am", "amharisch": "am",
    "ethiopisch": "am", "pashto": "ps", "pasjto": "ps", "pashtu": "ps", "afghaans": "prs", "sorani": "ckb",
    "kurmanji": "ku", "kurmandji": "ku", "kurdish": "ku", "somali": "so", "braziliaans": "pt", "chinese": "zh",
    "mandarijn": "zh", "kantonees": "zh", "papiamentu": "pap", "surinaams": "srn", "sranan": "srn", "tamazigt": "zgh",
    "riffijns": "ber", "rif": "ber", "tarifit": "ber", "berber": "ber", "urdu": "ur", "polish": "pl", "thai": "th",
    "filipijns": "tl", "indonesian": "id", "bahasaindonesia": "id", "bengali": "bn", "nepali": "ne",
}  # fmt: skip
DUTCH = frozenset({"nederlands", "nl", "dutch", "ned"})


def one_line(text: str) -> str:
    """``text`` with every stretch of spaces and line ends as one space."""
    return " ".join(text.split())


def is_nothing(text: str) -> bool:
    """Whether somebody wrote that there is nothing: a dash, ``n.v.t.``, ``geen``."""
    return folded(text) in NOTHING


def plain_digits(text: str) -> str:
    """Digits of other scripts as the ones of ours."""
    return "".join(
        str(unicodedata.digit(one)) if not one.isascii() and unicodedata.category(one) == "Nd" else one for one in text
    )


def name(text: str) -> str:
    """A name on one line; ``Vries, Jan de`` the other way round."""
    parts = [one_line(part) for part in text.split(",")]
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and all(parts) else one_line(text)


def phones(text: str) -> list[str]:
    """The numbers in a cell, as the phone field can read them. What is no number stays as it is, when it is all."""
    found = [_phone(part) for part in _split(text, r"[\n;,|]|\s/\s|\bof\b|\ben\b|(?<=\d{6})/")]
    valid = [number for number in found if _is_valid(number)]
    if not valid:
        return [one_line(text)] if found and not is_nothing(text) else []
    return valid + [one for one in found if one not in valid and sum(sign.isdigit() for sign in one) > 3]


def _phone(text: str) -> str:
    text = one_line(plain_digits(re.sub(r"(?i)^\W*(tel|telefoon|mob|mobiel|gsm|whatsapp)\b[.:\s]*", "", text)))
    text = re.sub(r"\s*\([^()\d]*\)\s*|^'|'$", "", text)
    digits = re.sub(r"[\s.\-]", "", text)
    if re.fullmatch(r"[1-9]\d{8}", digits):
        return f"0{digits}"  # Excel took 0612345678 for a number
    if re.fullmatch(r"31[1-9]\d{8}", digits):
        return f"+{digits}"  # and +31612345678 too
    return text


def _is_valid(text: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text, "NL"))
    except phonenumbers.NumberParseException:
        return False


def email(text: str) -> str:
    """The first address in a cell, without ``mailto:`` and what stands around it."""
    if is_nothing(text):
        return ""
    inside = re.search(r"<([^<>\s]+@[^<>\s]+)>", text)
    text = inside[1] if inside else re.sub(r"(?i)^\s*(mailto|e-?mail)\s*:\s*", "", text)
    parts = _split(text, r"[;,\n]|\s/\s|\s+")
    with_at = [part for part in parts if "@" in part]
    return with_at[0].strip("'\"()<>.") if with_at and len(parts) == len(with_at) else one_line(text)


def gender(text: str) -> str:
    """``woman``, ``man``, ``other``, ``unsaid`` or nothing; what is not known comes back as it was."""
    key = folded(text)
    return GENDERS.get(key) or ("" if key in NOTHING else one_line(text))


def birth_year(text: str, this_year: int) -> str:
    """The year of a year or a date in any spelling, Excel's own count of days included. Day and month are dropped."""
    text = plain_digits(one_line(text))
    if is_nothing(text):
        return ""
    years = re.findall(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)", text)
    if len(set(years)) == 1:
        return str(years[0])
    for order in ("%Y%m%d", "%d%m%Y"):
        if re.fullmatch(r"\d{8}", text) and (day := _day(text, order)) and 1900 <= day.year <= this_year:
            return str(day.year)
    if re.fullmatch(r"\d{5}(\.\d+)?", text) and 10_000 <= float(text) <= 60_000:
        return str((EXCEL_BEGINS + timedelta(days=int(float(text)))).year)
    short = re.fullmatch(r"\d{1,2}[-/. ]\d{1,2}[-/. ](\d\d)", text)
    if short:
        grown = [year for year in (1900 + int(short[1]), 2000 + int(short[1])) if 18 <= this_year - year <= 110]
        return str(grown[0]) if len(grown) == 1 else text
    return text


def _day(text: str, order: str) -> datetime | None:
    try:
        return datetime.strptime(text, order)
    except ValueError:
        return None


def postcode(text: str) -> str:
    """``1069 ab Amsterdam`` as 1069 ab."""
    if is_nothing(text):
        return ""
    found = re.match(r"\s*(\d{4})\s*([A-Za-z]{2})\b", text)
    return f"{found[1]} {found[2]}" if found else one_line(text)


def street(text: str) -> tuple[str, str]:
    """The street, and the postcode that may stand behind it."""
    text = "" if is_nothing(text) else text
    found = re.search(r"[\s,]+(\d{4}\s?[A-Z]{2})\b[\s,]*[A-Za-z' -]*$", one_line(text))
    return (one_line(text)[: found.start()], found[1]) if found else (one_line(text).rstrip(","), "")


def dutch_level(text: str) -> str:
    """``A2`` from ``A2+`` or ``ERK A2``; of two levels the lower one. Nothing when none is named."""
    found = sorted(re.findall(r"(?<![A-Z])[ABC][12](?!\d)", text.upper()))
    return "B2" if found and found[0].startswith("C") else (found[0] if found else "")


def languages(text: str, known: Mapping[str, int]) -> tuple[list[int], list[str]]:
    """The numbers of the languages named, each once, and the names nobody knows. Dutch is not counted.

    ``known`` gives the number of a language by its folded name, and by its code.
    """
    found, unknown = [], []
    for part in _split(text, r"[,;/+&|\n]|\ben\b|\band\b|\s-\s"):
        key = folded(part)
        if key in DUTCH or key in NOTHING:
            continue
        number = known.get(key) or known.get(OTHER_NAMES.get(key, ""))
        if number is None:
            number = known.get(folded(re.sub(r"\(.*?\)", "", part)))
        if number is None:
            unknown.append(one_line(part))
        elif number not in found:
            found.append(number)
    return found, unknown


def _split(text: str, at: str) -> list[str]:
    return [part.strip() for part in re.split(at, text) if part and part.strip()]
