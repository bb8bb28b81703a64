"""Which column holds what, by its header, in the words schools use."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

HEADER_WITHIN = 60

_WORDS: dict[str, str] = {
    "name": (
        "naam volledigenaam cursist naamcursist cursistnaam deelnemer naamdeelnemer deelnemersnaam leerling "
        "naamleerling leerlingnaam student naamstudent studentnaam kandidaat persoon name fullname weergavenaam "
        "voorenachternaam voornaamenachternaam voornaamachternaam achternaamvoornaam achternaamenvoornaam "
        "naamvoornaam naamenvoornaam namen naamvandecursist naamvandedeelnemer"
    ),
    "first": "voornaam voornamen vnaam firstname givenname eerstenaam voornaamcursist",
    "infix": "tussenvoegsel tussenvoegsels tussenv tussen tv tvg voorvoegsel voorvoegsels infix",
    "last": "achternaam achternamen familienaam geslachtsnaam anaam lastname surname familyname achternaamcursist",
    "call_name": "roepnaam roepnamen noemnaam wordtgenoemd aanspreeknaam",
    "own_script_name": "naamineigenschrift eigenschrift naamineigentaal",
    "pronunciation": "uitspraak uitspraaknaam",
    "phone": (
        "mobiel mobielnummer mobielnr mobieltelefoonnummer mobieletelefoon mobieletelefoonnummer telefoonmobiel "
        "telefoonnummermobiel telmobiel mobieltel mob gsm gsmnummer 06 06nummer 06nr nummer06 whatsapp whatsappnummer "
        "telefoon telefoonnummer telefoonnummers telefoonnr telefoonnrs tel telnr telnummer phone phonenumber mobile "
        "contactnummer telefoon1 tel1 telefooncursist"
    ),
    "other_phone": (
        "telefoon2 tel2 telefoonthuis telefoonvast vastetelefoon vasttelefoonnummer vastenummer telthuis telvast "
        "telefoonnummer2 mobiel2 telefoonprive thuisnummer"
    ),
    "email": (
        "email emailadres emailadressen mail mailadres mailadressen emailaddress emailcursist epost emailprive "
        "priveemail"
    ),
    "gender": "geslacht sekse gender mv mvx vm vmx mvo manvrouw sex geslachtmv",
    "birth_year": (
        "geboortejaar geboortedatum geboortedag gebdatum gebdat gebjaar geboren geborenop geborenin geboorte dob "
        "dateofbirth birthdate birthyear datumgeboorte gebd"
    ),
    "postcode": "postcode postcodes pc postkode postalcode zip zipcode woonpostcode",
    "street": (
        "straat straatnaam adres adres1 woonadres straatenhuisnummer straathuisnummer straatnaamenhuisnummer "
        "straatennummer straatnummer adresregel adresregel1 address straathuisnr straatnr straatenhuisnr"
    ),
    "house": "huisnummer huisnr hnr huisnummers nummerhuis",
    "addition": "toevoeging huisnummertoevoeging toev huisletter toevhuisnr",
    "languages": (
        "talen taal moedertaal moedertalen anderetalen thuistaal thuistalen spreektaal eerstetaal taalachtergrond "
        "languages language spreekttalen talennaastnederlands spreekt contacttaal"
    ),
    "dutch_level": (
        "niveau taalniveau nederlands niveaunederlands nederlandsniveau nt2 nt2niveau niveaunt2 erk erkniveau level "
        "cefr niveauerk taalniveaunederlands huidigniveau"
    ),
}
FIELD_OF = {word: field for field, words in _WORDS.items() for word in words.split()}
NAMES = frozenset({"name", "first", "last", "call_name"})


class Column(NamedTuple):
    """One column: its place from 0, what stands above it, and which field that is; None is not taken over."""

    place: int
    header: str
    field: str | None

    @property
    def letter(self) -> str:
        """As a spreadsheet calls it: A, B, ... Z, AA."""
        number, letters = self.place + 1, ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters


class Header(NamedTuple):
    """Where the header stands, and its columns."""

    row: int
    columns: list[Column]

    def standing_in(self, field: str) -> list[int]:
        return [column.place for column in self.columns if column.field == field]

    @property
    def fields(self) -> set[str]:
        return {column.field for column in self.columns if column.field}


NO_LETTER = re.compile("[^a-z0-9]+")


def folded(text: str) -> str:
    """``text`` without accents, capitals, spaces and signs: what two ways of writing one word share."""
    if text.isascii():  # most names, and a list is compared with everybody on record
        return NO_LETTER.sub("", text.lower())
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def field_of(header: str) -> str | None:
    """The field that goes by ``header``, with or without what stands there in brackets."""
    for text in (header, re.sub(r"\(.*?\)|\[.*?\]", "", header)):
        if field := FIELD_OF.get(folded(text)):
            return field
    return None


def header_of(rows: Sequence[Sequence[str]]) -> Header | None:
    """The row that names the most fields, a name among them; the first one of those. None when there is none."""
    best, most = None, 0
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        fields = {field for cell in row if cell and (field := field_of(cell))}
        if len(fields) > most and fields & NAMES:
            best, most = number, len(fields)
    if best is None:
        return None
    width = max(len(row) for row in rows[best:])
    cells = [*rows[best], *[""] * (width - len(rows[best]))]
    columns = [Column(place, " ".join(cell.split()), field_of(cell)) for place, cell in enumerate(cells)]
    below = rows[best + 1 :]
    return Header(best, [one for one in columns if one.header or any(_filled(row, one.place) for row in below)])


def best_score(rows: Sequence[Sequence[str]]) -> int:
    """How well the header of ``rows`` is understood: the number of fields in it."""
    header = header_of(rows)
    return len(header.fields) if header else 0


def _filled(row: Sequence[str], place: int) -> bool:
    return place < len(row) and bool(row[place])
