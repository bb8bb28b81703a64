"""The addresses of the yardstick of registering."""

from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils import timezone

from benchmarks.bare import FIELDS, LISTS, columns_of
from participants.models import Consent, ConsentText, Participant, Person, PersonalLink, Signature
from projects.models import Project


class Row(models.Model):
    """One plain row, as wide as a registration."""

    key = models.UUIDField(unique=True)

    class Meta:
        app_label = "benchmarks"

    def __str__(self) -> str:
        return str(self.key)


for name in FIELDS:
    Row.add_to_class(name, models.TextField(blank=True))
for name in LISTS:
    Row.add_to_class(name, models.JSONField(default=list))


def row(request: HttpRequest) -> HttpResponse:
    """One row."""
    try:
        Row.objects.create(**columns_of(request.body))
    except IntegrityError:
        return JsonResponse({"answer": "already"}, status=200)
    return JsonResponse({"answer": "stored"}, status=201)


def rows(request: HttpRequest) -> HttpResponse:
    """The rows of a registration."""
    told = columns_of(request.body)
    try:
        with transaction.atomic():
            _rows(told)
    except IntegrityError:
        return JsonResponse({"answer": "already"}, status=200)
    return JsonResponse({"answer": "stored"}, status=201)


def _rows(told: dict) -> None:
    now = timezone.now()
    person = Person(
        name=told["name"], gender=told["gender"], phone=told["phone"], birth_year=int(told["birth_year"]),
        postcode=told["postcode"], street=told["street"], language=told["page_language"],
    )  # fmt: skip
    Person.objects.bulk_create([person])  # as bulk_create no signal is sent, so no history is written
    spoken = Person.languages.through
    spoken.objects.bulk_create([spoken(person=person, language_id=int(one)) for one in told["languages"]])
    somebody = Participant(
        project=Project.objects.get(slug="drukte"), person=person, side=told["side"], status="signed_up",
        signed_up_on=now.date(), registration_key=UUID(told["key"]), dutch_level=told["dutch_level"],
        hopes=told["hopes"], channel=told["channel"], dayparts=told["dayparts"], copy_by=told["copy_by"],
    )  # fmt: skip
    Participant.objects.bulk_create([somebody])
    liked = Participant.interests.through
    liked.objects.bulk_create([liked(participant=somebody, interest_id=int(one)) for one in told["interests"]])
    signature = Signature(participant=somebody, strokes=[[[10, 20], [30, 40]]])
    Signature.objects.bulk_create([signature])
    texts = ConsentText.objects.in_force(told["page_language"])
    Consent.objects.bulk_create(
        [
            Consent(participant=somebody, kind=kind, text=texts[kind], signed_as=told["name"], signature=signature)
            for kind in ("taking_part", "photos")
        ]
    )
    PersonalLink.objects.bulk_create([PersonalLink(participant=somebody)])


urlpatterns = [path("row/", row), path("rows/", rows)]
