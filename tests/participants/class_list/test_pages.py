"""From the file to people on record: the check page, choosing about doubles, confirming once and twice."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from participants.actions import register
from participants.models import ErasedRegistration, Language, Participant, Person
from tests.conftest import registered
from tests.participants.class_list.files import text, workbook

HEAD = "Voornaam;Achternaam;Mobiel;E-mail;Geslacht;Geboortedatum;Postcode;Talen;Niveau;Opmerking"
YARA = "Yara;Haddad;612345670;yara@example.org;v;12-03-1985;1069ab;Arabisch;A2;rolstoel"
TESFAY = "Tesfay;Gebre;0612345671;;m;1990;;Tigrinya, Klingon;;"
TWO = text(HEAD, YARA, TESFAY)
ALSO = {"side": "new", "channel": "school", "teacher": "Juf Anna", "everybody_agrees": "on"}


def address(cast, name="class_list"):
    return reverse(f"participants:{name}", args=[cast.project.slug])


def upload(client, cast, content=TWO, name="lijst.csv", **also):
    data = {**ALSO, "file": SimpleUploadedFile(name, content), **also}
    return client.post(address(cast), data)


def html(response):
    return unescape(response.content.decode())


def sealed(response):
    found = re.search(r'name="lijst" value="([^"]+)"', response.content.decode())
    return found[1] if found else None


def confirm(client, cast, response, **choices):
    return client.post(address(cast, "class_list_add"), {"lijst": sealed(response), **choices}, follow=True)


def counts():
    return Person.objects.count(), Participant.objects.count()


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.ambassador)


def test_the_page_asks_for_a_file_and_gives_an_example(client, cast):
    page = client.get(address(cast))
    assert 'enctype="multipart/form-data"' in html(page)
    example = client.get(address(cast, "class_list_example"))
    assert example["Content-Type"].endswith("sheet")
    filled = upload(client, cast, example.content, "leeg.xlsx")
    assert "Onder de kopjes staat niemand." in html(filled)


def test_looking_stores_nothing_and_says_what_is_taken_over(client, cast):
    before = counts()
    page = upload(client, cast)
    assert page.status_code == 200
    assert counts() == before
    shown = html(page)
    assert "2 mensen gelezen" in shown
    assert "niet overgenomen: Opmerking." in " ".join(shown.split())
    assert "rolstoel" not in shown
    assert "06 12345670" in shown
    assert "12-03" not in shown
    assert "Klingon" in shown
    assert "no-store" in page["Cache-Control"]


def test_confirming_registers_everybody_as_interested(client, cast):
    answer = confirm(client, cast, upload(client, cast))
    assert "2 mensen zijn aangemeld." in html(answer)
    yara = Participant.objects.select_related("person").get(person__name="Yara Haddad")
    assert (yara.side, yara.status, yara.channel, yara.teacher) == ("new", "interested", "school", "Juf Anna")
    assert (yara.person.phone, yara.person.email, yara.person.gender) == ("+31612345670", "yara@example.org", "woman")
    assert (yara.person.birth_year, yara.person.postcode, yara.dutch_level) == (1985, "1069 AB", "A2")
    assert [one.name for one in yara.person.languages.all()] == ["Arabisch"]
    assert not yara.consents.exists()
    assert yara.notes == ""
    made = yara.history.get()
    assert (made.history_user, made.history_change_reason) == (cast.ambassador, "participants.add_class_list")


def test_confirming_twice_adds_nobody(client, cast):
    page = upload(client, cast)
    confirm(client, cast, page)
    before = counts()
    answer = confirm(client, cast, page)
    assert "Iedereen op deze lijst was al aangemeld." in html(answer)
    assert counts() == before


def test_who_was_erased_after_confirming_does_not_come_back(client, cast):
    page = upload(client, cast)
    confirm(client, cast, page)
    gone = Participant.objects.get(person__name="Yara Haddad")
    ErasedRegistration.objects.create(key=gone.registration_key)
    gone.delete()
    confirm(client, cast, page)
    assert not Participant.objects.filter(person__name="Yara Haddad").exists()


def test_one_wrong_row_keeps_everybody_out(client, cast):
    before = counts()
    page = upload(client, cast, text(HEAD, YARA, "Tesfay;Gebre;06123;geen adres;2;2015;12;;;"))
    assert page.status_code == 422
    assert sealed(page) is None
    shown = html(page)
    for told in ("Rij 3, Telefoon", "Rij 3, E-mail", "Rij 3, Geslacht", "Rij 3, Geboortejaar", "Rij 3, Postcode"):
        assert told in " ".join(shown.split())
    assert "Schrijf man, vrouw of anders" in shown
    assert "Meedoen kan vanaf 18 jaar." in shown
    assert ">06123<" in re.sub(r"<bdi[^>]*>", ">", shown).replace("</bdi>", "<").replace(">>", ">")
    assert counts() == before


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Yara;Haddad;0612345699;;;;;;;", "zelfde naam"),
        ("ỲÁRA;haddad;;;;;;;;", "zelfde naam"),
        ("Iemand;Anders;+31 6 12345670;;;;;;;", "zelfde telefoon"),
        ("Iemand;Anders;;YARA@example.org;;;;;;", "zelfde e-mail"),
    ],
)
def test_who_may_be_there_already_is_asked_about(client, cast, row, told):
    confirm(client, cast, upload(client, cast, text(HEAD, YARA)))
    before = counts()
    page = upload(client, cast, text(HEAD, row, TESFAY))
    assert f"Yara Haddad is al aangemeld ({told})" in html(page)
    undecided = confirm(client, cast, page)
    assert undecided.status_code == 422
    assert "Maak een keuze." in html(undecided)
    assert counts() == before
    answer = confirm(client, cast, page, **{"rij-2": "skip"})
    assert "1 persoon is aangemeld." in html(answer)
    assert "1 rij is overgeslagen." in html(answer)


def test_somebody_else_with_the_same_name_is_added_when_said(client, cast):
    confirm(client, cast, upload(client, cast, text(HEAD, YARA)))
    answer = confirm(client, cast, upload(client, cast, text(HEAD, "Yara;Haddad;;;;;;;;")), **{"rij-2": "add"})
    assert "1 persoon is aangemeld." in html(answer)
    assert Participant.objects.filter(person__name="Yara Haddad").count() == 2


def test_twice_in_the_file_is_asked_about(client, cast):
    page = upload(client, cast, text(HEAD, YARA, TESFAY, YARA))
    assert "Staat ook in rij 2 (zelfde naam, zelfde telefoon, zelfde e-mail)." in html(page)
    confirm(client, cast, page, **{"rij-4": "skip"})
    assert Participant.objects.filter(person__name="Yara Haddad").count() == 1


def test_a_choice_is_kept_when_another_is_missing(client, cast):
    page = upload(client, cast, text(HEAD, YARA, YARA, YARA))
    again = confirm(client, cast, page, **{"rij-3": "skip"})
    assert re.search(r'id="sla-over-3" value="skip" checked', again.content.decode())
    answer = confirm(client, cast, again, **{"rij-3": "skip", "rij-4": "skip"})
    assert "1 persoon is aangemeld." in html(answer)


def test_who_registered_meanwhile_is_asked_about(client, cast):
    page = upload(client, cast, text(HEAD, YARA))
    register(project=cast.project, side="new", person={"name": "Yara Haddad"}, by=cast.ambassador)
    before = counts()
    answer = confirm(client, cast, page)
    assert "Yara Haddad is al aangemeld" in html(answer)
    assert counts() == before


def test_people_of_another_project_are_not_named(client, cast):
    registered(cast.foreign, "Yara Haddad", "new", cast.coordinator, {"name": "Yara Haddad"}, {})
    page = upload(client, cast, text(HEAD, "Yara;Haddad;;;;;;;;"))
    assert "al aangemeld" not in html(page)


def test_what_travels_with_the_page_is_for_this_project_this_person_and_today(client, cast, as_user, clock):
    page, before = upload(client, cast), counts()
    told = "Deze controle is verlopen. Kies het bestand opnieuw."
    assert told in html(confirm(as_user(cast.colleague), cast, page))
    other = reverse("participants:class_list_add", args=[cast.foreign.slug])
    assert told in html(as_user(cast.coordinator).post(other, {"lijst": sealed(page)}, follow=True))
    changed = sealed(page)[:-3] + "abc"
    for value in (changed, "", "x", "\x00", "é" * 500, "a:b:c"):
        answer = client.post(address(cast, "class_list_add"), {"lijst": value}, follow=True)
        assert told in html(answer)
    clock.shift(timedelta(days=1, minutes=1))
    assert told in html(confirm(as_user(cast.ambassador), cast, page))
    assert counts() == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"side": "both"}, "Kies iets uit de lijst."),
        ({"channel": "x"}, "Kies iets uit de lijst."),
        ({"heard_from": "9" * 30}, "Kies iets uit de lijst."),
        ({"teacher": "x" * 201}, "Dit is te lang."),
        ({"teacher": "a\u202eb"}, "Hier staat een teken in dat niet mag."),
        ({"everybody_agrees": ""}, "Vink dit aan."),
        ({"file": "geen bestand"}, "Kies een bestand."),
        ({"file": SimpleUploadedFile("x.xlsx", b"%PDF-1.4")}, "Dit is een PDF."),
        ({"file": SimpleUploadedFile("x.csv", b"")}, "Dit bestand is leeg."),
        ({"file": SimpleUploadedFile("x.csv", b"x" * (2 * 1024 * 1024 + 1))}, "Dit bestand is te groot."),
    ],
    ids=str,
)
def test_what_is_asked_once_is_checked(client, cast, change, told):
    before = counts()
    also = {"file": SimpleUploadedFile("lijst.csv", TWO), **ALSO, **change}
    page = client.post(address(cast), also)
    assert page.status_code == 422
    assert told in html(page)
    assert "error-summary" in html(page)
    assert counts() == before


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "\u202eYara", "{{ 7*7 }}", '"><img src=x>', "x" * 300])
def test_hostile_names_are_shown_as_text(client, cast, name):
    page = upload(client, cast, text("Naam;Mobiel", f'"{name.replace(chr(34), chr(34) * 2)}";0612345678'))
    source = page.content.decode()
    assert "<script>alert" not in source
    assert "<img src=x" not in source
    assert page.status_code in {200, 422}


def test_a_long_list_takes_as_many_questions_to_look_at_as_a_short_one(client, cast, django_assert_max_num_queries):
    Language.objects.first()
    short, long = (
        text(HEAD, YARA),
        text(HEAD, *[YARA.replace("Yara", f"Yara {chr(97 + n % 26)}{n}") for n in range(300)]),
    )
    for content in (short, long):
        with django_assert_max_num_queries(14):
            assert upload(client, cast, content).status_code == 200


def test_a_full_list_goes_in_at_once(client, cast):
    rows = [["Naam", "Mobiel", "E-mail", "Talen"]]
    names = [f"{a}{b} Achternaam" for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "abcdefghijklmnopqrst"][:500]
    rows += [[name, 610000000 + n, f"{n}@example.org", "Arabisch, Engels"] for n, name in enumerate(names)]
    page = upload(client, cast, workbook(*rows), "klas.xlsx")
    assert "500 mensen gelezen" in html(page)
    answer = confirm(client, cast, page)
    assert "500 mensen zijn aangemeld." in html(answer)
    assert Participant.objects.filter(channel="school", project=cast.project).count() == 500


def test_all_or_none_when_one_cannot_be_stored(client, cast, monkeypatch):
    page, before = upload(client, cast), counts()
    from mixen.errors import DomainError
    from participants.actions import class_list

    stored = class_list.register

    def stumbles(**facts):
        if facts["person"]["name"].startswith("Tesfay"):
            raise DomainError("Dit kan niet.")
        return stored(**facts)

    monkeypatch.setattr(class_list, "register", stumbles)
    answer = confirm(client, cast, page)
    assert "Dit kan niet." in html(answer)
    assert counts() == before
