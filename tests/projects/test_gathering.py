"""The page of a meeting and its one next step; guests, minutes and the files with them."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mixen.accounts.models import AuditEvent
from participants.actions import close_meeting
from projects.actions import add_guest, change_meeting
from projects.meeting_page import next_step
from projects.models import Guest, Meeting, MeetingFile
from tests.conftest import Cast
from tests.pictures import jpeg

PAGES = "/projecten/nieuw-west-2027/bijeenkomsten/"


@pytest.fixture
def closing(cast: Cast) -> Meeting:
    meeting = cast.project.meetings.get(kind="closing")
    change_meeting(meeting=meeting, place="Het Mozeshuis", by=None)
    return meeting


def picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("flap.jpg", jpeg(40, 30), "image/jpeg")


class TestNextStep:
    """One step, the first that is not done."""

    def test_from_place_to_minutes(self, cast: Cast, clock: Any) -> None:
        closing = cast.project.meetings.get(kind="closing")
        seen = []
        seen.append(self.label(cast.leader, closing))
        change_meeting(meeting=closing, place="Zaal", by=None)
        seen.append(self.label(cast.leader, closing))
        clock.move_to(closing.starts_at - timedelta(days=40))
        seen.append(self.label(cast.leader, closing))
        clock.move_to(closing.starts_at + timedelta(minutes=10))
        seen.append(self.label(cast.leader, closing))
        clock.shift(timedelta(days=1))
        seen.append(self.label(cast.leader, closing))
        close_meeting(meeting=closing, by=None)
        seen.append(self.label(cast.leader, closing))
        change_meeting(meeting=Meeting.objects.get(pk=closing.pk), minutes="Het was mooi.", by=None)
        seen.append(self.label(cast.leader, closing))
        assert seen == [
            "Plaats invullen",
            None,  # three months ahead there is nothing to do
            "Mensen uitnodigen",
            "Aanwezigen aanvinken",
            "Bijeenkomst afsluiten",
            "Verslag schrijven",
            None,
        ]

    def test_an_ambassador_gets_a_step_of_their_own(self, cast: Cast, clock: Any) -> None:
        closing = cast.project.meetings.get(kind="closing")
        assert self.label(cast.ambassador, closing) is None
        clock.move_to(closing.starts_at)
        assert self.label(cast.ambassador, closing) == "Aanwezigen aanvinken"

    def label(self, user: Any, meeting: Meeting) -> str | None:
        step = next_step(user, Meeting.objects.select_related("project", "venue").get(pk=meeting.pk))
        return step.label if step else None


class TestGuests:
    """Noted, changed, taken off; who says no is not expected."""

    def test_from_asked_to_coming(self, cast: Cast, closing: Meeting, as_user: Any) -> None:
        client, page = as_user(cast.leader), f"{PAGES}{closing.pk}/"
        told = {"name": "Marga", "kind": "official", "organisation": "Stadsdeel", "hands_out_certificates": "on"}
        assert client.post(f"{page}gasten/nieuw/", told).status_code == 302
        guest = Guest.objects.get()
        assert (guest.meeting, guest.answer, guest.hands_out_certificates) == (closing, "", True)
        text = client.get(page).content.decode()
        for words in ("Marga", "nog niet uitgenodigd", "reikt de certificaten uit", "1 gast verwacht"):
            assert words in text
        client.post(f"{page}gasten/{guest.pk}/", {**told, "answer": "no", "invited_on": "1-3-2027"})
        assert "0 gasten verwacht" in client.get(page).content.decode()
        client.post(f"{page}gasten/{guest.pk}/weg/")
        assert not Guest.objects.exists()

    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ({"name": ""}, "Vul dit in."),
            ({"name": "123"}, "Vul een naam in met letters."),
            ({"kind": "koning"}, "Kies iets uit de lijst."),
            ({"email": "geen adres"}, "Dit e-mailadres klopt niet."),
            ({"invited_on": "31-2-2027"}, "Deze datum bestaat niet"),
            ({"organisation": "x" * 201}, "Dit is te lang."),
        ],
    )
    def test_what_is_wrong_is_told_and_kept(
        self, cast: Cast, closing: Meeting, as_user: Any, changes: dict[str, str], told: str
    ) -> None:
        data = {"name": "Marga", "kind": "media", **changes}
        response = as_user(cast.leader).post(f"{PAGES}{closing.pk}/gasten/nieuw/", data)
        text = response.content.decode()
        assert response.status_code == 422
        assert told in text
        assert "kind" in changes or next(iter(changes.values())) in text
        assert not Guest.objects.exists()

    def test_two_who_change_one_guest_see_it(self, cast: Cast, closing: Meeting, as_user: Any) -> None:
        guest = add_guest(meeting=closing, name="Marga", kind="media", by=None)
        client, page = as_user(cast.leader), f"{PAGES}{closing.pk}/gasten/{guest.pk}/"
        seen = client.get(page).context["form"].stamp()
        Guest.objects.filter(pk=guest.pk).update(organisation="De krant")
        response = client.post(page, {"seen": seen, "name": "Marga", "kind": "media"})
        assert response.status_code == 422
        assert "Nu staat er: De krant" in response.content.decode()

    def test_another_meetings_guest_is_not_here(self, cast: Cast, closing: Meeting, as_user: Any) -> None:
        other = cast.project.meetings.get(kind="mix")
        guest = add_guest(meeting=other, name="Marga", by=None)
        assert as_user(cast.leader).get(f"{PAGES}{closing.pk}/gasten/{guest.pk}/").status_code == 404


class TestMinutes:
    """Written by ambassadors too, with files that only the team opens."""

    def test_an_ambassador_writes_and_adds_a_file(self, cast: Cast, as_user: Any) -> None:
        mix, client = cast.project.meetings.get(kind="mix"), as_user(cast.ambassador)
        page = f"{PAGES}{mix.pk}/"
        assert client.post(f"{page}verslag/", {"minutes": "Er was soep."}).status_code == 302
        assert client.post(f"{page}bijlagen/nieuw/", {"title": "De flap", "file": picture()}).status_code == 302
        text = client.get(page).content.decode()
        assert "Er was soep." in text
        assert "De flap" in text
        row = MeetingFile.objects.get()
        response = client.get(f"{page}bijlagen/{row.pk}/")
        assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
        assert "no-store" in response["Cache-Control"]
        assert AuditEvent.objects.filter(kind="download", object_id=str(row.pk)).count() == 1
        assert as_user(cast.official).get(f"{page}bijlagen/{row.pk}/").status_code == 403
        assert as_user(cast.foreign_ambassador).get(f"{page}bijlagen/{row.pk}/").status_code == 404

    def test_ones_own_file_goes_from_the_store_too(
        self, cast: Cast, as_user: Any, django_capture_on_commit_callbacks: Any
    ) -> None:
        mix = cast.project.meetings.get(kind="mix")
        page = f"{PAGES}{mix.pk}/bijlagen/"
        as_user(cast.ambassador).post(f"{page}nieuw/", {"title": "De flap", "file": picture()})
        row = MeetingFile.objects.get()
        assert default_storage.exists(row.file.name)
        assert as_user(cast.colleague).post(f"{page}{row.pk}/weg/").status_code == 403
        with django_capture_on_commit_callbacks(execute=True):
            assert as_user(cast.ambassador).post(f"{page}{row.pk}/weg/").status_code == 302
        assert not default_storage.exists(row.file.name)

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            ({"title": "", "file": "good"}, "Vul dit in."),
            ({"title": "Flap"}, "Vul dit in."),
            ({"title": "Flap", "file": "bad"}, "Dit is geen foto en geen PDF"),
        ],
    )
    def test_what_is_no_file_is_refused(self, cast: Cast, as_user: Any, data: dict[str, Any], told: str) -> None:
        mix = cast.project.meetings.get(kind="mix")
        files = {"good": picture(), "bad": SimpleUploadedFile("x.exe", b"MZ\x00", "application/pdf")}
        sent = {**data, **({"file": files[data["file"]]} if "file" in data else {})}
        response = as_user(cast.ambassador).post(f"{PAGES}{mix.pk}/bijlagen/nieuw/", sent)
        assert response.status_code == 422
        assert told in response.content.decode()
        assert not MeetingFile.objects.exists()


def test_as_many_questions_for_many_guests_and_files(cast: Cast, closing: Meeting, as_user: Any, clock: Any) -> None:
    clock.move_to(closing.starts_at)
    client, counts = as_user(cast.leader), []
    for number in (2, 12):
        for one in range(number):
            add_guest(meeting=closing, name=f"Gast {chr(97 + one)}", by=None)
        MeetingFile.objects.bulk_create(
            [
                MeetingFile(meeting=closing, title=f"Bijlage {one}", media_type="image/jpeg", added_by=cast.leader)
                for one in range(number)
            ]
        )
        client.get(f"{PAGES}{closing.pk}/")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{PAGES}{closing.pk}/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
