"""One table of lists as schools send them: what is meant is found, whatever it looks like."""
# ruff: noqa: E501, one list a row

from datetime import date, datetime

import pytest

from tests.participants.class_list.files import people, text, workbook

HEAD = "Naam;Telefoon;E-mail"
BOM = "\ufeff"


def only(**values):
    """One person with these values."""
    return [values]


def hide_first(book):
    book.active.sheet_state = "hidden"
    second = book.create_sheet("Groep 2")
    second.append(["Naam"])
    second.append(["Yara"])
    book.active = 1


def second_sheet_is_the_list(book):
    second = book.create_sheet("Cursisten")
    second.append(["Voornaam", "Achternaam", "Mobiel"])
    second.append(["Yara", "Haddad", 612345678])


def merged_title(book):
    book.active.insert_rows(1)
    book.active["A1"] = "Klassenlijst A2 ochtend"
    book.active.merge_cells("A1:C1")


LISTS = {
    # separators, line ends, encodings
    "semicolon": (text(HEAD, "Yara Haddad;0612345678;yara@example.org"), only(name="Yara Haddad", phone="0612345678", email="yara@example.org")),
    "comma": (text("Naam,Telefoon", "Yara,0612345678"), only(name="Yara", phone="0612345678")),
    "tab": (text("Naam\tTelefoon", "Yara\t0612345678"), only(name="Yara", phone="0612345678")),
    "bar": (text("Naam|Telefoon", "Yara|0612345678"), only(name="Yara", phone="0612345678")),
    "one column": (text("Naam", "Yara", "Tesfay"), [{"name": "Yara"}, {"name": "Tesfay"}]),
    "excel says sep=": (text("sep=,", "Naam,Telefoon", "Yara,0612345678"), only(name="Yara", phone="0612345678")),
    "bom": (text(BOM + HEAD, "Yara;;"), only(name="Yara")),
    "crlf": (text(HEAD, "Yara;0612345678;", end="\r\n"), only(name="Yara", phone="0612345678", email="")),
    "old mac": (text(HEAD, "Yara;0612345678;", end="\r"), only(name="Yara", phone="0612345678")),
    "no line end at all": (b"Naam;Telefoon\nYara;0612345678", only(name="Yara", phone="0612345678")),
    "cp1252": (text(HEAD, "Zoë Çelik;;", encoding="cp1252"), only(name="Zoë Çelik")),
    "cp1252 euro and quotes": (text("Naam;Straat", "Zoë;’s-Gravenstraat 1", encoding="cp1252"), only(name="Zoë", street="’s-Gravenstraat 1")),
    "utf-16 as excel saves unicode text": ((BOM + "Naam\tMobiel\r\nيارا حداد\t0612345678\r\n").encode("utf-16-le"), only(name="يارا حداد", phone="0612345678")),
    "utf-16 big endian": ((BOM + "Naam\tMobiel\nYara\t0612345678\n").encode("utf-16-be"), only(name="Yara")),
    "comma in a semicolon file": (text("Naam;Straat", "Yara;Plein 1, hoog"), only(name="Yara", street="Plein 1, hoog")),
    "quoted separator": (text('Naam;Straat', 'Yara;"Plein 1; hoog"'), only(street="Plein 1; hoog")),
    "quoted line break": (text('Naam;Straat', '"Yara\nHaddad";Plein 1', "Tesfay;"), [{"name": "Yara Haddad"}, {"name": "Tesfay"}]),
    "doubled quotes": (text('Naam;Straat', '"Yara ""Yaya"" Haddad";Plein 1'), only(name='Yara "Yaya" Haddad')),
    "a quotation mark that is never closed": (text('Naam;Telefoon', 'Yara;"0612345678', "Tesfay;0687654321"), [{"name": "Yara"}, {"name": "Tesfay", "phone": "0687654321"}]),
    "null at the end of an old editor": (text(HEAD, "Yara;;") + b"\x1a", only(name="Yara")),
    # where the header is
    "titles above": (text("Taalhuis Osdorp;;", "Groep A2, docent: Jansen;;", ";;", HEAD, "Yara;0612345678;"), only(name="Yara", phone="0612345678")),
    "title that looks like a header": (text("Naam:;Groep 3;", HEAD, "Yara;0612345678;"), only(name="Yara", phone="0612345678")),
    "empty rows between": (text(HEAD, ";;", "Yara;;", "", ";;", "Tesfay;;", ";;"), [{"name": "Yara"}, {"name": "Tesfay"}]),
    "header again on every page": (text(HEAD, "Yara;;", HEAD, "Tesfay;;"), [{"name": "Yara"}, {"name": "Tesfay"}]),
    "numbers filled in beforehand": (text("Nr;Naam;Telefoon", "1;Yara;0612345678", "2;;", "3;;"), only(name="Yara")),
    "total below": (text(HEAD, "Yara;;", "Totaal: 1 cursist;;"), only(name="Yara")),
    "any order": (text("E-mail;Postcode;Achternaam;Voornaam", "y@example.org;1069ab;Haddad;Yara"), only(name="Yara Haddad", postcode="1069 ab", email="y@example.org")),
    "columns we do not know": (text("Nr;Naam;BSN;Opmerking", "1;Yara;123;rolstoel"), only(name="Yara")),
    "accents, capitals and signs in the header": (text("NAAM *; é-mail: ; Tel. nr.", "Yara;y@example.org;0612345678"), only(name="Yara", phone="0612345678", email="y@example.org")),
    "brackets in the header": (text("Naam (voor- en achternaam);Telefoon (mobiel)", "Yara;0612345678"), only(name="Yara", phone="0612345678")),
    "line break in the header": (text('"Naam\ncursist";Tel', "Yara;0612345678"), only(name="Yara", phone="0612345678")),
    "short rows": (text(HEAD, "Yara", "Tesfay;0612345678"), [{"name": "Yara", "phone": ""}, {"name": "Tesfay"}]),
    "long rows": (text(HEAD, "Yara;;;;;;;extra"), only(name="Yara")),
    # names
    "first, infix and last": (text("Voornaam;Tussenvoegsel;Achternaam", "Jan;de;Vries"), only(name="Jan de Vries")),
    "naam is the surname beside voornaam": (text("Voornaam;Naam", "Yara;Haddad"), only(name="Yara Haddad")),
    "naam holds the first name already": (text("Naam;Voornaam", "Yara Haddad;Yara"), only(name="Yara Haddad")),
    "surname, first name": (text("Naam;Tel", '"Vries, Jan de";'), only(name="Jan de Vries")),
    "roepnaam beside the full name": (text("Naam;Roepnaam", "Fatima Zahra El Idrissi;Fatima"), only(name="Fatima Zahra El Idrissi", call_name="Fatima")),
    "roepnaam and achternaam": (text("Roepnaam;Achternaam", "Yara;Haddad"), only(name="Yara Haddad", call_name="Yara")),
    "many scripts": (text("Naam", "سميرة العلي", "ተስፋይ ገብረ", "Оксана Шевченко", "李小龙", "ประยุทธ์", "द्रौपदी", "Nguyễn Thị Ánh"), [{"name": one} for one in ("سميرة العلي", "ተስፋይ ገብረ", "Оксана Шевченко", "李小龙", "ประยุทธ์", "द्रौपदी", "Nguyễn Thị Ánh")]),
    "spaces without width and hard spaces": (text("Naam;Telefoon", "Yara\u00a0\u200bHaddad\ufeff;\u200e06\u00a012345678"), only(name="Yara Haddad", phone="06 12345678")),
    "accent as its own character": (text("Naam", "Zoe\u0308"), only(name="Zoë")),
    # phones
    "excel took the phone for a number": (workbook(["Naam", "Telefoon"], ["Yara", 612345678]), only(phone="0612345678")),
    "and +31 too": (workbook(["Naam", "Telefoon"], ["Yara", 31612345678]), only(phone="+31612345678")),
    "as a number with a point": (workbook(["Naam", "Telefoon"], ["Yara", 612345678.0]), only(phone="0612345678")),
    "the same in text": (text("Naam;Tel", "Yara;612345678"), only(phone="0612345678")),
    "0031": (text("Naam;Tel", "Yara;0031 6 12345678"), only(phone="0031 6 12345678")),
    "two numbers": (text("Naam;Tel", "Yara;06-12345678 / 020-1234567"), only(phone="06-12345678")),
    "two columns for a phone": (text("Naam;Mobiel;Telefoon thuis", "Yara;;0201234567"), only(phone="0201234567")),
    "whose phone it is": (text("Naam;Tel", "Yara;06 12345678 (zus)"), only(phone="06 12345678")),
    "tel. before it": (text("Naam;Telefoon", "Yara;tel. 0612345678"), only(phone="0612345678")),
    "arabic digits": (text("Naam;Telefoon", "Yara;٠٦١٢٣٤٥٦٧٨"), only(phone="0612345678")),
    "no phone": (text("Naam;Telefoon;E-mail", "Yara;n.v.t.;-", "Tesfay;geen;onbekend"), [{"phone": "", "email": ""}, {"phone": "", "email": ""}]),
    "an apostrophe against excel": (text("Naam;Telefoon", "Yara;'0612345678"), only(phone="0612345678")),
    "excel rounded it off": (text("Naam;Telefoon", "Yara;6,12E+08"), only(phone="6,12E+08")),
    # e-mail
    "mailto": (text("Naam;E-mail", "Yara;mailto:yara@example.org"), only(email="yara@example.org")),
    "name and address": (text("Naam;E-mail", "Yara;Yara Haddad <yara@example.org>"), only(email="yara@example.org")),
    "two addresses": (text("Naam,E-mail", 'Yara,"yara@example.org; y@example.org"'), only(email="yara@example.org")),
    "address with a space stays as it is": (text("Naam;E-mail", "Yara;yara haddad@example.org"), only(email="yara haddad@example.org")),
    # gender
    "m/v": (text("Naam;M/V", "A;m", "B;V", "C;vrouw", "D;Dhr.", "E;x", "F;", "G;?"), [{"gender": one} for one in ("man", "woman", "woman", "man", "other", "", "")]),
    "gender nobody knows": (text("Naam;Geslacht", "Yara;2"), only(gender="2")),
    # birth
    "date in the birth column": (workbook(["Naam", "Geboortedatum"], ["Yara", datetime(1985, 3, 12)]), only(birth_year="1985")),
    "date without a time": (workbook(["Naam", "Geboren"], ["Yara", date(1985, 3, 12)]), only(birth_year="1985")),
    "dates in text": (text("Naam;Geboortedatum", "A;12-03-1985", "B;12/3/85", "C;1985-03-12", "D;12 maart 1985", "E;00-00-1985", "F;19850312", "G;12031985", "H;12-3-07"), [{"birth_year": one} for one in ("1985",) * 7 + ("2007",)]),
    "excel's own count of days": (text("Naam;Geboortedatum", "Yara;31118"), only(birth_year="1985")),
    "a year as a number": (workbook(["Naam", "Geboortejaar"], ["Yara", 1985.0]), only(birth_year="1985")),
    "a year in other digits": (text("Naam;Geboortejaar", "Yara;١٩٨٥"), only(birth_year="1985")),
    "an age is no year": (text("Naam;Geboortejaar", "Yara;42"), only(birth_year="42")),
    # where people live
    "postcode and town": (text("Naam;Postcode", "Yara;1069ab Amsterdam"), only(postcode="1069 ab")),
    "street, number and addition": (text("Naam;Straat;Huisnr;Toev", "Yara;Osdorpplein;12;hs"), only(street="Osdorpplein 12 hs")),
    "address in one cell": (text("Naam,Adres", 'Yara,"Osdorpplein 12, 1068 EH Amsterdam"'), only(street="Osdorpplein 12", postcode="1068 EH")),
    "number of a house as a number": (workbook(["Naam", "Straat", "Huisnummer"], ["Yara", "Osdorpplein", 12.0]), only(street="Osdorpplein 12")),
    # level
    "levels": (text("Naam;Niveau", "A;A2", "B;a1-a2", "C;ERK B1+", "D;C1", "E;", "F;Alfa B"), [{"dutch_level": one} for one in ("A2", "A1", "B1", "B2", "", "")]),
    # spreadsheets
    "plain workbook": (workbook(["Naam", "Telefoon"], ["Yara", "0612345678"]), only(name="Yara", phone="0612345678")),
    "merged title": (workbook(["Naam", "Telefoon"], ["Yara", "0612345678"], more=merged_title), only(name="Yara")),
    "hidden sheet": (workbook(["Naam"], ["Geheim"], more=hide_first), only(name="Yara")),
    "the list is on the second sheet": (workbook(["Uitleg"], ["Vul in"], more=second_sheet_is_the_list), only(name="Yara Haddad", phone="0612345678")),
    "list in the middle of the sheet": (workbook([], [], [None, None, "Naam", "Mobiel"], [None, None, "Yara", 612345678]), only(name="Yara", phone="0612345678")),
    "true and false": (workbook(["Naam", "Betaald"], ["Yara", True]), only(name="Yara")),
    "an error of excel": (workbook(["Naam", "Telefoon"], ["Yara", "#REF!"]), only(name="Yara", phone="#REF!")),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_messy_list_is_understood(name):
    content, wanted = LISTS[name]
    found = people(content).lines
    assert [{key: line.values[key] for key in one} for line, one in zip(found, wanted, strict=True)] == wanted


def test_the_table_is_a_table():
    assert len(LISTS) >= 60


def test_rows_are_numbered_as_in_the_spreadsheet():
    content = text("Klas 3;;", ";;", HEAD, ";;", '"Yara\nHaddad";;', "Tesfay;;")
    assert [line.number for line in people(content).lines] == [5, 6]
    content = workbook(["Klas 3"], [], ["Naam", "Tel"], [], ["Yara", ""], [], ["Tesfay", ""])
    assert [line.number for line in people(content).lines] == [5, 7]


def test_languages_are_found_by_their_names():
    content = text(
        "Naam,Talen", 'A,"Arabisch, Engels en Frans"', "B,farsi/dari", "C,Nederlands", "D,Klingon", 'E,"AR; ar"'
    )
    lines = people(content).lines
    assert [line.languages for line in lines] == [[1, 2, 3], [4, 8], [], [], [1]]
    assert [bool(line.remarks) for line in lines] == [False, False, False, True, False]
    assert "Klingon" in lines[3].remarks[0]


def test_what_is_not_taken_over_is_named():
    found = people(text("Nr;Naam;Opmerking;;Tel", "1;Yara;rolstoel;los;", ";;;alleen dit;"))
    assert [column.header for column in found.left] == ["Nr", "Opmerking", ""]
    assert found.left[-1].letter == "D"
    assert [column.header for column in found.taken] == ["Naam", "Tel"]
    assert found.skipped == [3]


def test_a_second_phone_and_an_unknown_level_are_told():
    [line] = people(text("Naam;Mobiel;Tel thuis;Niveau", "Yara;0612345678;0201234567;Alfa B")).lines
    assert "0201234567" in line.remarks[0]
    assert "Alfa B" in line.remarks[1]


def test_only_the_year_of_a_date_of_birth_is_kept():
    [line] = people(text("Naam;Geboortedatum", "Yara;12-03-1985")).lines
    assert line.values["birth_year"] == "1985"
    assert "12-03" not in str(line.values)
