"""What participants puts on the page of a meeting: dishes, hosts and photos, each for the team only."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from participants import actions
from participants.models import Consent, ConsentText, Dish, Host, Photo
from participants.papers.buffet import buffet_list
from projects.models import Meeting
from tests.conftest import Cast
from tests.participants.invited import ADDRESS
from tests.pictures import jpeg


def mix(cast: Cast) -> Meeting:
    found: Meeting = cast.project.meetings.get(kind="mix")
    return found


def test_a_dish_is_noted_printed_and_taken_off(cast: Cast, closing: Meeting, as_user: Any) -> None:
    client, page = as_user(cast.ambassador), f"{ADDRESS}{closing.pk}/"
    client.post(f"{page}buffet/nieuw/", {"what": "Linzensoep", "participant": cast.lale.pk})
    client.post(f"{page}buffet/nieuw/", {"what": "Brood", "brought_by": "De bakker"})
    assert "Linzensoep" in client.get(page).content.decode()
    words = PdfReader(BytesIO(buffet_list(closing))).pages[0].extract_text()
    for word in ("Linzensoep", "Lale Proefpersoon", "Brood", "De bakker"):
        assert word in words
    assert "06" not in words
    client.post(f"{page}buffet/{Dish.objects.get(what='Brood').pk}/weg/")
    assert Dish.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"what": "", "brought_by": "De bakker"}, "Vul dit in."),
        ({"what": "Soep"}, "Kies een deelnemer, of schrijf op wie het meebrengt."),
        ({"what": "Soep", "participant": "999999"}, "Kies iets uit de lijst."),
    ],
)
def test_what_is_wrong_with_a_dish_is_told(
    cast: Cast, closing: Meeting, as_user: Any, data: dict[str, str], told: str
) -> None:
    response = as_user(cast.ambassador).post(f"{ADDRESS}{closing.pk}/buffet/nieuw/", data)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not Dish.objects.exists()


def test_a_host_is_named_and_taken_off(cast: Cast, closing: Meeting, as_user: Any) -> None:
    client, page = as_user(cast.ambassador), f"{ADDRESS}{closing.pk}/"
    client.post(f"{page}ontvangst/nieuw/", {"participant": cast.lale.pk, "task": "Bij de deur"})
    text = client.get(page).content.decode()
    assert "Bij de deur" in text
    assert str(cast.lale.person) in text
    again = client.post(f"{page}ontvangst/nieuw/", {"participant": cast.lale.pk})
    assert again.status_code == 422
    client.post(f"{page}ontvangst/{Host.objects.get().pk}/weg/")
    assert not Host.objects.exists()


def test_a_photo_of_a_meeting_is_gone_when_somebody_takes_the_consent_back(cast: Cast, as_user: Any) -> None:
    text = ConsentText.objects.filter(kind="photos", language="nl").first()
    consent = Consent.objects.create(participant=cast.ans, kind="photos", text=text, signed_as="x")
    client, page = as_user(cast.ambassador), f"{ADDRESS}{mix(cast).pk}/"
    told = {"file": SimpleUploadedFile("x.jpg", jpeg(40, 30), "image/jpeg"), "alt": "Ans lacht", "people": cast.ans.pk}
    assert client.post(f"{page}fotos/toevoegen/", told).status_code == 302
    assert Photo.objects.get().meeting == mix(cast)
    assert 'alt="Ans lacht"' in client.get(page).content.decode()
    consent.withdrawn_at = timezone.now()
    consent.save()
    assert "Ans lacht" not in client.get(page).content.decode()


def test_as_many_questions_for_many_dishes_and_hosts(cast: Cast, closing: Meeting, as_user: Any) -> None:
    client, counts = as_user(cast.leader), []
    for people in ([cast.ans], [cast.joop, cast.lale, cast.tesfay, cast.willem]):
        for one in people:
            actions.add_dish(meeting=closing, what="Soep", participant=one, by=None)
            actions.name_host(meeting=closing, participant=one, by=None)
        client.get(f"{ADDRESS}{closing.pk}/")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{ADDRESS}{closing.pk}/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
