"""Photos: only of who agreed, cleaned, left out at once when somebody takes consent back."""

from html import unescape
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from mixen.errors import DomainError
from participants import actions
from participants.models import Consent, ConsentText, Photo
from participants.report_photos import PRINTED_EDGE, smaller
from projects.report import photos_of
from tests.pictures import jpeg, photo_in_report

PHOTOS = "/projecten/nieuw-west-2027/verslag/fotos/"


def agree(participant):
    text = ConsentText.objects.filter(kind="photos", language="nl").first()
    return Consent.objects.create(participant=participant, kind="photos", text=text, signed_as="x")


def withdraw(consent):
    consent.withdrawn_at = timezone.now()
    consent.save()


@pytest.fixture
def of_ans(cast):
    consent = agree(cast.ans)
    return photo_in_report(cast.project, "Ans lacht", by=cast.ambassador, people=[cast.ans]), consent


def upload(name="foto.jpg", content=None):
    return SimpleUploadedFile(name, content or jpeg(40, 30), "image/jpeg")


def test_an_ambassador_adds_a_photo_and_the_leader_chooses_it(cast, as_user):
    client = as_user(cast.ambassador)
    told = {"file": upload(), "alt": "Een lange tafel", "caption": "Het buffet", "nobody_recognisable": "on"}
    assert client.post(f"{PHOTOS}toevoegen/", told).status_code == 302
    photo = Photo.objects.get()
    assert (photo.width, photo.height, photo.in_report, photo.added_by) == (40, 30, False, cast.ambassador)
    assert client.post(f"{PHOTOS}{photo.pk}/kiezen/").status_code == 403
    as_user(cast.leader).post(f"{PHOTOS}{photo.pk}/kiezen/")
    (shown,) = photos_of(cast.project).shown
    assert (shown.caption, shown.alt) == ("Het buffet", "Een lange tafel")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"alt": ""}, "Vul dit in."),
        ({"nobody_recognisable": ""}, "Kies wie er op de foto staan"),
        ({"people": "ans"}, "Kies wie er op de foto staan"),
        ({"people": "willem", "nobody_recognisable": ""}, "Kies iets uit de lijst."),
        ({"people": "9" * 30, "nobody_recognisable": ""}, "Kies iets uit de lijst."),
        ({"file": "pdf"}, "Dit is geen foto die we kunnen lezen"),
        ({"file": ""}, "Vul dit in."),
        ({"caption": "a\u202eb"}, "Hier staat een teken in dat niet mag."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(cast, as_user, changes, told):
    agree(cast.ans)
    files = {"pdf": upload("x.jpg", b"%PDF-1.7 geen foto"), "": ""}
    data = {"file": upload(), "alt": "Een tafel", "caption": "", "nobody_recognisable": "on", **changes}
    data["file"] = files[changes["file"]] if "file" in changes else upload()
    if "people" in changes:
        who = changes["people"]
        data["people"] = getattr(cast, who).pk if not who.isdigit() else who
    response = as_user(cast.ambassador).post(f"{PHOTOS}toevoegen/", data)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not Photo.objects.exists()


def test_only_who_agreed_is_offered(cast, as_user, of_ans):
    offered = as_user(cast.ambassador).get(f"{PHOTOS}toevoegen/").context["form"].fields["people"].queryset
    assert list(offered) == [cast.ans]
    with pytest.raises(DomainError, match="gaf geen toestemming"):
        photo_in_report(cast.project, "x", by=None, people=[cast.willem])


def test_who_takes_consent_back_is_out_of_the_draft_at_once(cast, as_user, of_ans):
    photo, consent = of_ans
    client = as_user(cast.leader)
    assert len(photos_of(cast.project).shown) == 1
    assert client.get(f"{PHOTOS}{photo.pk}/foto.jpg").status_code == 200
    withdraw(consent)
    assert photos_of(cast.project) == ([], 1)
    assert client.get(f"{PHOTOS}{photo.pk}/foto.jpg").status_code == 404
    assert client.get(f"{PHOTOS}{photo.pk}/").status_code == 404
    page = client.get(PHOTOS)
    assert page.context["blocked"] == [photo]
    assert "geblokkeerd" in page.content.decode()
    client.post("/projecten/nieuw-west-2027/verslag/beginnen/")
    report = client.get("/projecten/nieuw-west-2027/verslag/").content.decode()
    assert "1 foto is uit het verslag gegaan" in report


def test_a_blocked_photo_cannot_be_made_to_forget_who_is_on_it(cast, of_ans):
    photo, consent = of_ans
    withdraw(consent)
    with pytest.raises(DomainError, match="wil er niet meer op staan"):
        actions.change_photo(photo=photo, alt="x", caption="", people=[], nobody_recognisable=True, by=None)
    with pytest.raises(DomainError, match="wil er niet meer op staan"):
        actions.choose_photo(photo=photo, in_report=True, by=None)
    assert list(photo.people.all()) == [cast.ans]


def test_a_photo_is_changed_by_who_writes_the_report(cast, as_user, of_ans):
    photo, _consent = of_ans
    told = {"alt": "Iemand bij de molen", "caption": "", "people": cast.ans.pk}
    assert as_user(cast.ambassador).post(f"{PHOTOS}{photo.pk}/", told).status_code == 403
    assert as_user(cast.leader).post(f"{PHOTOS}{photo.pk}/", told).status_code == 302
    photo.refresh_from_db()
    assert (photo.alt, photo.caption, photo.in_report) == ("Iemand bij de molen", "", True)


def test_removing_takes_the_file_along(cast, as_user, of_ans, django_capture_on_commit_callbacks):
    photo, _consent = of_ans
    assert as_user(cast.colleague).post(f"{PHOTOS}{photo.pk}/weghalen/").status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        assert as_user(cast.ambassador).post(f"{PHOTOS}{photo.pk}/weghalen/").status_code == 302
    assert not Photo.objects.exists()
    assert not default_storage.exists(photo.file.name)


def test_a_picture_is_kept_by_no_browser_and_belongs_to_its_project(cast, as_user, of_ans):
    photo, _consent = of_ans
    response = as_user(cast.ambassador).get(f"{PHOTOS}{photo.pk}/foto.jpg")
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["Cache-Control"] == "no-store, private"
    foreign = f"/projecten/noord-2027/verslag/fotos/{photo.pk}/foto.jpg"
    assert as_user(cast.foreign_ambassador).get(foreign).status_code == 404
    assert as_user(cast.official).get(f"{PHOTOS}{photo.pk}/foto.jpg").status_code == 403


def test_on_paper_a_photo_is_no_larger_than_it_is_printed(cast):
    photo = photo_in_report(cast.project, "x", by=None)
    with photo.file.open("wb") as target:
        target.write(jpeg(2400, 1200))
    with Image.open(BytesIO(smaller(photo))) as printed:
        assert printed.size == (PRINTED_EDGE, PRINTED_EDGE // 2)


def test_a_photo_whose_file_is_gone_is_named_and_nothing_is_frozen(cast, as_user, of_ans):
    photo, _consent = of_ans
    client = as_user(cast.leader)
    client.post("/projecten/nieuw-west-2027/verslag/beginnen/")
    default_storage.delete(photo.file.name)
    for response in (
        client.get("/projecten/nieuw-west-2027/verslag/concept.pdf"),
        client.post("/projecten/nieuw-west-2027/verslag/vaststellen/", follow=True),
    ):
        assert response.status_code in {200, 409}
        assert f"De foto '{photo.caption or photo.alt}' kan niet gelezen worden" in unescape(response.content.decode())
    assert not cast.project.end_reports.final().exists()
    assert client.get(f"{PHOTOS}{photo.pk}/foto.jpg").status_code == 404
