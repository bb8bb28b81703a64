"""What belongs to one district turns up nowhere in another: not in a page, a sheet, a PDF, a search or a list.

Three projects are filled with a row of every kind; every text in them holds the mark of its district.
"""

import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import openpyxl
import pytest
from django.apps import apps
from django.contrib.messages import get_messages
from pypdf import PdfReader

from tests.access.conftest import World
from tests.access.expected import ADDRESSES
from tests.access.walking import EMPTY_FORM, ask_and_forget, of_a_project, path_of
from tests.access.world import MARKS, PHONES, Filled, all_rows, text_fields

OWN_ROLES = ("anonymous", "ambassador", "colleague", "official", "nobody")
FOREIGN_ROLES = ("foreign_ambassador", "foreign_official")
ASKED = (
    "q=MERKTEKEN",
    "q=merkteken-",
    "q=&sort=-naam&side=old",
    "status=signed_up&attendance=never_seen",
    "state=ended",
)
# Texts the programme itself writes, and what is the same in every district.
NOT_TYPED = {
    "accounts.User": {"email", "phone", "password"},
    "accounts.AuditEvent": {"object_type", "object_id"},
    "projects.District": {"name", "slug"},
    "projects.Project": {"slug"},
    "projects.BudgetLine": {"code"},
    "projects.EndReport": {"sha256", "pdf", "xlsx"},
    "projects.Receipt": {"file", "media_type", "sha256"},
    "projects.MeetingFile": {"file", "media_type"},
    "projects.PaymentRun": {"reference"},
    "projects.Allowance": {"iban"},
    "projects.ContactPerson": {"phone", "email"},
    "projects.PublicContact": {"phone"},
    "projects.Snooze": {"key"},
    "projects.Organisation": {"phone"},
    "projects.AgreementRequest": {"nonce", "given_up"},
    "projects.TeamInvitation": {"nonce", "given_up"},
    "projects.WeeklySummary": {"given_up"},
    "matching.CallList": {"given_up"},
    "matching.Draft": {"asked"},
    "excursions.Place": {"picture"},
    "participants.Language": {"name", "code"},
    "participants.Interest": {"name", "key"},
    "participants.ConsentText": {"body", "language"},
    "participants.Person": {"phone", "postcode", "email", "name_folded"},
    "participants.Certificate": {"number"},
    "participants.Claim": {"iban"},
    "participants.ConcernMail": {"given_up"},
    "participants.Photo": {"file"},
    "participants.Participant": {"registration_digest"},
    "participants.Tablet": {"token_mark", "pin"},
    "participants.Parked": {"digest"},
    "participants.RegistrationDraft": {"token"},
    "participants.PersonalLink": {"nonce"},
    "participants.CertificateBatch": {"pdf"},
    "participants.CopyMail": {"given_up"},
    "participants.Message": {"kind", "about"},
    "participants.DiscardedFile": {"name"},
}
WITHOUT_A_DISTRICT = {"accounts", "participants.Language", "participants.Interest", "participants.ConsentText"}
WITHOUT_A_DISTRICT |= {"participants.LanguageReview", "projects.PayingAccount", "projects.WeeklySummary"}
WITHOUT_A_DISTRICT |= {"projects.PlanTemplate", "projects.TemplateStep"}
WITHOUT_A_DISTRICT |= {"projects.KnowledgePage", "projects.KnowledgeVersion"}
# The public page of a project is for everybody, and a personal link is itself the key to one person's page.
OPEN_TO_ALL = (
    "projects:public_",
    "participants:join",
    "participants:personal",
    "matching:personal",
    "excursions:personal",
    "projects:agreement",
    "projects:invitation",
)


def test_every_text_of_every_model_bears_the_mark(world: World) -> None:
    """The proof is whole: a new model, or a new text in one, has to be filled too."""
    empty = []
    for app, filled in itertools.product(("projects", "participants", "matching", "excursions"), world.foreign):
        for model in apps.get_app_config(app).get_models():
            label = model._meta.label
            if model.__name__.startswith("Historical") or label in WITHOUT_A_DISTRICT:
                continue
            if not model._default_manager.exists():
                empty.append(f"{label} has no row")
            for name in set(text_fields(model)) - NOT_TYPED.get(label, set()):
                if not model._default_manager.filter(**{f"{name}__icontains": filled.mark}).exists():
                    empty.append(f"{label}.{name} has no {filled.mark}")
    assert sorted(empty) == []


def read(response: Any) -> str:
    """All that somebody can read in an answer: page, sheet or paper, where it leads to and what it is called."""
    around = " ".join([response.headers.get("Location", ""), response.headers.get("Content-Disposition", "")])
    kind = response.headers.get("Content-Type", "")
    if "spreadsheet" in kind:
        book = openpyxl.load_workbook(io.BytesIO(response.content))
        cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
        return " ".join([around, *book.sheetnames, *cells])
    if "pdf" in kind:
        paper = PdfReader(io.BytesIO(response.content))
        return " ".join([around, str(paper.metadata), *[page.extract_text() for page in paper.pages]])
    if "zip" in kind:
        archive = zipfile.ZipFile(io.BytesIO(response.content))
        return " ".join([around, *[archive.read(name).decode(errors="replace") for name in archive.namelist()]])
    return f"{around} {response.content.decode(errors='replace')}"


def marks_in(text: str, own: Filled) -> list[str]:
    """The marks of other districts that ``text`` holds, in whatever letters, and their phone numbers."""
    slug = own.project.district.slug
    found = [mark for other, mark in MARKS.items() if other != slug and mark.lower() in text.lower()]
    digits = re.sub(r"[\s-]", "", text)
    return found + [phone for other, phone in PHONES.items() if other != slug and phone[-8:] in digits]


def pages(world: World, rows: Filled) -> Iterator[str]:
    """Every address of ``rows``' project, and its lists with a search, a filter and an order."""
    for name in ADDRESSES:
        if name.startswith(("development_", *OPEN_TO_ALL)):
            continue  # shows all mail of the machine, on a developer's machine only
        path = path_of(name, world, rows=rows)
        yield path
        if name in {"participants:list", "participants:export_csv", "participants:export_xlsx", "matching:list"}:
            yield from (f"{path}?{asked}" for asked in ASKED)
            yield f"{path}?ambassador={world.cast.foreign_ambassador.pk}"


def leaks(world: World, ask: Callable[..., Any], own: Filled, role: str) -> list[str]:
    """Every address under the project of ``own`` at which a mark of another district turns up."""
    found = []
    for path in pages(world, own):
        response = ask_and_forget(ask, "GET", path)
        assert response.status_code != 500, path
        found += [f"{path} as {role} shows {mark}" for mark in marks_in(read(response), own)]
    return found


def test_the_leader_sees_no_mark_of_another_district(world: World, visitor: Callable[..., Any]) -> None:
    """Every address of the project, with the searches and filters, the sheets and the real PDFs."""
    assert leaks(world, visitor(world.roles["leader"]), world.own, "leader") == []


@pytest.mark.usefixtures("no_paper")
def test_the_coordinator_sees_one_project_under_its_address(world: World, visitor: Callable[..., Any]) -> None:
    """Under a project's own address stands that project alone; the pages about the whole city are for all districts.

    The PDFs are the same as the project leader's.
    """
    found = leaks(world, visitor(world.roles["coordinator"]), world.own, "coordinator")
    of_the_city = (
        "/ as",
        "/projecten/ as",
        "/projecten/nieuw/ as",
        "/stad/",
        "/organisaties/",
        "/accounts/ as",
        "/spoor/",
    )
    for_a_next_project = "/ambassadeur-worden/ as"  # who took part in one project may help in any
    assert [one for one in found if not one.startswith(of_the_city) and for_a_next_project not in one] == []


def test_nobody_else_sees_a_mark_of_another_district(world: World, visitor: Callable[..., Any]) -> None:
    """Each role over its own project, and over that of the others."""
    found = []
    for role in OWN_ROLES:
        found += leaks(world, visitor(world.roles[role]), world.own, role)
    for role in FOREIGN_ROLES:
        found += leaks(world, visitor(world.roles[role]), world.noord, role)
    assert found == []


def test_a_mark_that_leaks_is_seen(world: World, visitor: Callable[..., Any]) -> None:
    """The eye that reads pages, sheets and paper is not blind: it sees each project's own mark in all of them."""
    ask = visitor(world.roles["leader"])
    for name in ("projects:overview", "participants:export_csv", "participants:export_xlsx", "projects:report_pdf"):
        assert marks_in(read(ask("GET", path_of(name, world))), world.noord) != [], name
    assert marks_in("bel 06 12 34 00 02", world.own) == [PHONES["noord"]]


def test_the_address_of_another_project_does_not_exist(world: World, visitor: Callable[..., Any]) -> None:
    """For who has no part in it every address of a project answers 404, to read and to write, and nothing changes."""
    before, wrong = all_rows(), []
    for role in ("leader", "ambassador", "colleague", "official", "nobody"):
        ask = visitor(world.roles[role])
        for name, rows, method in itertools.product(_project_addresses(), [world.noord], ("GET", "POST")):
            response = ask(method, path_of(name, world, rows=rows), EMPTY_FORM if method == "POST" else None)
            if response.status_code not in {404, 405} or marks_in(read(response), world.own):
                wrong.append(f"{method} {name} as {role}: {response.status_code}")
    assert wrong == []
    assert all_rows() == before


def _project_addresses() -> list[str]:
    return [name for name in ADDRESSES if name in of_a_project() and not name.startswith(OPEN_TO_ALL)]


def test_an_object_of_another_project_does_not_exist(world: World, visitor: Callable[..., Any]) -> None:
    """Under the own project's address another's object answers 404: each kind, to read and to write."""
    before, wrong = all_rows(), []
    slug = world.own.project.slug
    for role in ("coordinator", "leader", "ambassador"):
        ask = visitor(world.roles[role])
        for name, rows, method in itertools.product(_addresses_of_objects(), [world.noord], ("GET", "POST")):
            path = path_of(name, world, rows=rows, slug=slug)
            status = ask(method, path, EMPTY_FORM if method == "POST" else None).status_code
            answers = ADDRESSES[name].get if method == "GET" else ADDRESSES[name].post
            refused = status == 403 == answers[role]  # whatever the number
            if status not in {404, 405} and not refused and not (status == 403 and role == "ambassador"):
                wrong.append(f"{method} {name} as {role}: {status}")
    assert wrong == []
    assert all_rows() == before


def _addresses_of_objects() -> list[str]:
    return [name for name in _project_addresses() if {"pk", "outing_pk"} & set(ADDRESSES[name].keys)]


def test_half_of_an_address_from_another_project_does_not_exist(world: World, visitor: Callable[..., Any]) -> None:
    """An own meeting with another's participant, an own couple with another's outing: neither way round."""
    before, base, ask = all_rows(), world.own.project.get_absolute_url(), visitor(world.roles["leader"])
    own, other = world.own, world.noord
    for path in (
        f"{base}bijeenkomsten/{own['meeting'].pk}/aanwezig/{other['participant'].pk}/",
        f"{base}bijeenkomsten/{other['meeting'].pk}/aanwezig/{own['participant'].pk}/",
        f"{base}koppels/{own['couple'].pk}/ontmoeting/{other['outing'].pk}/weg/",
        f"{base}koppels/{other['couple'].pk}/ontmoeting/{own['outing'].pk}/weg/",
        f"{base}koppels/{own['ended_couple'].pk}/ontmoeting/{own['outing'].pk}/weg/",
    ):
        assert ask("POST", path, {"present": "1"}).status_code == 404, path
    own_mix, other_mix = (f"{base}bijeenkomsten/{one['meeting'].pk}/mix/" for one in (own, other))
    for path in (
        f"{own_mix}aanwezig/{other['old_3'].pk}/here/",
        f"{other_mix}aanwezig/{own['old_3'].pk}/here/",
        f"{own_mix}aanwezig/helper/{other['helper'].pk}/weg/",
        f"{own_mix}keuzes/{other['old_3'].pk}/klaar/",
        f"{own_mix}keuzes/{own['old_3'].pk}/over/{other['new_3'].pk}/",
        f"{own_mix}keuzes/{other['old_3'].pk}/over/{own['new_3'].pk}/",
        f"{own_mix}koppels/{own['new_3'].pk}-{other['old_3'].pk}/vast/",
        f"{own_mix}koppels/{other['new_3'].pk}-{own['old_3'].pk}/vast/",
        f"{own_mix}koppels/{own['old_3'].pk}-{own['new_3'].pk}/vast/",  # the sides the wrong way round
        f"{own_mix}klaar/{other['couple'].pk}/verteld/",
        f"{own_mix}klaar/{own['ended_couple'].pk}/verteld/",
        f"{own_mix}klaar/aanbod/{other['member'].pk}/",
        f"{base}koppels/niet-samen/{other['not_together'].pk}/opheffen/",
        f"{base}koppels/{own['couple'].pk}/wens/{other['couple_member'].pk}/",
        f"{base}koppels/{other['couple'].pk}/wens/{own['couple_member'].pk}/",
    ):
        assert ask("POST", path, {"answer": "yes", "aan": "1"}).status_code == 404, path
    coordinator = visitor(world.roles["coordinator"])
    for deed in ("niet-koppelen", "weer-koppelen"):
        for one, somebody in ((own, other), (other, own)):
            path = f"{base}zorg/{one['concern'].pk}/{deed}/{somebody['old_1'].pk}/"
            assert coordinator("POST", path, {"why": "zomaar"}).status_code == 404, path
    assert ask("GET", f"{other_mix}keuzes/{own['old_3'].pk}/").status_code == 404
    for pair in ((own, other), (other, own)):
        path = f"{base}deelnemers/dubbel/{pair[0]['old_3'].pk}-{pair[1]['interested'].pk}/"
        assert ask("GET", path).status_code == 404, path
        assert ask("POST", path, {"one_person": "on"}).status_code == 404, path
        assert ask("POST", f"{path}twee/").status_code == 404, path
    assert all_rows() == before


def smuggled(own: Filled, other: Filled, stranger: Any) -> Iterator[tuple[str, dict[str, Any], int]]:
    """Forms of the own project with one number of another's in them; the answer that refuses it."""
    couple, today = {"old": own["old_3"].pk, "new": [own["new_3"].pk]}, "2027-03-12"
    expense = {"line": own["line"].pk, "amount": "5", "spent_on": today, "payee": "Bakker"}
    claim = {"participant": own["old_3"].pk, "kind": "expenses", "amount": "1", "spent_on": today, "pay_by": "cash"}
    trip = {"name": "Tocht", "day": "2027-04-01", "at": "10:00", "meeting_point": "Plein", "capacity": "10"}
    meeting = {"kind": "interim", "day": "2027-04-01", "begins": "10:00", "ends": "12:00", "place": "Plein"}
    partner = {"organisation": own["other_organisation"].pk, "contribution": "geeft de zaal"}
    person = {"side": "old", "name": "Piet", "gender": "man", "is_adult": "on", "key": "0" * 31 + "1", "max_new": "1"}
    yield "matching:make", {**couple, "old": other["old_3"].pk}, 422
    yield "matching:make", {**couple, "new": [other["new_3"].pk]}, 422
    yield "matching:make", {**couple, "new": [own["new_3"].pk, other["new_3"].pk]}, 422
    yield "matching:make", {**couple, "meeting": other["meeting"].pk}, 422
    yield "matching:make", {**couple, "ambassador": stranger.pk}, 422
    yield "matching:apart", {"first": own["old_3"].pk, "second": other["new_3"].pk}, 422
    yield "matching:apart", {"first": other["old_3"].pk, "second": own["new_3"].pk}, 422
    yield "matching:mix_helper", {"kind": "host", "name": "An", "organisation": other["organisation"].pk}, 422
    yield "matching:mix_hand", {"ambassador": stranger.pk}, 302
    yield "matching:mix_confirm", {"versie": "1", "koppel": other["old_3"].pk}, 302
    yield "matching:join", {"participant": other["new_3"].pk}, 422
    yield "matching:end", {"reason": "no_time", "stopping": [other["old_1"].pk], "on": today}, 422
    concern = {"words": "Er is iets.", "where": "other"}
    yield "participants:concern_report", {**concern, "other": other["old_1"].pk}, 422
    yield "participants:claim_new", {**claim, "participant": other["old_3"].pk}, 422
    yield "participants:assign", {"ambassador": stranger.pk}, 302
    yield (
        "participants:told",
        {"channel": "school", "people": "9", "on": today, "organisation": other["organisation"].pk},
        422,
    )
    yield "participants:register", {**person, "heard_from": other["organisation"].pk}, 422
    yield "excursions:sign_up", {"who": f"p{other['old_3'].pk}"}, 422
    yield "excursions:sign_up", {"who": f"c{other['couple'].pk}"}, 422
    yield "excursions:booklet_new", {"places": [own["place"].pk, other["place"].pk]}, 422
    yield "excursions:excursion_new", {**trip, "place": other["place"].pk}, 422
    yield "excursions:excursion_new", {**trip, "guides": [stranger.pk]}, 422
    yield "projects:expense_new", {**expense, "line": other["line"].pk}, 422
    yield "projects:meeting_new", {**meeting, "venue": other["organisation"].pk}, 422
    yield "projects:meeting_edit", {**meeting, "kind": "mix", "venue": other["organisation"].pk}, 422
    yield "projects:partner_new", {**partner, "organisation": other["other_organisation"].pk}, 422
    yield "projects:partner_new", {**partner, "contact": other["contact"].pk}, 422


def test_numbers_of_another_project_in_a_form_are_refused(world: World, visitor: Callable[..., Any]) -> None:
    """With a message at the form or above the page, without naming what was meant, and without any change."""
    ask, before, wrong = visitor(world.roles["leader"]), all_rows(), []
    for name, data, answer in smuggled(world.own, world.noord, world.cast.foreign_ambassador):
        response = ask("POST", path_of(name, world), data)
        if response.status_code != answer or not _is_told(response):
            wrong.append(f"{name} {data}: {response.status_code}, told: {_is_told(response)}")
        after = all_rows()
        changed = [label for label in after if after[label] != before[label]]
        wrong += [f"{name} {data} changed {changed}"] if changed else []
        before = after
    assert not wrong, "\n".join(wrong)


def _is_told(response: Any) -> bool:
    """Whether the answer says what was wrong: in a message above the next page, or in the summary of the form."""
    errors = [one for one in get_messages(response.wsgi_request) if "error" in one.tags or "danger" in one.tags]
    return bool(errors) or b'class="error-summary' in response.content


def test_the_same_forms_are_taken_with_own_numbers(world: World, visitor: Callable[..., Any]) -> None:
    """What is refused above is refused for the foreign number alone."""
    ask, own, done = visitor(world.roles["coordinator"]), world.own, {}
    for name, data, _answer in smuggled(own, own, world.cast.ambassador):
        if name not in done and name != "participants:assign":
            done[name] = ask_and_forget(ask, "POST", path_of(name, world), data).status_code
    assert set(done.values()) <= {302, 422}
    taken = {"matching:join", "participants:claim_new", "excursions:booklet_new", "excursions:excursion_new"}
    taken |= {
        "participants:told",
        "projects:expense_new",
        "projects:meeting_new",
        "matching:end",
        "participants:register",
    }
    assert {name for name in taken if done[name] != 302} == set()
