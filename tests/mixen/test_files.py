"""Files in an S3-compatible store: private, by the same names as on a disk, and given out by our own views only."""

import hashlib
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from moto import mock_aws

from mixen import providers
from mixen.backup.making import stored
from mixen.environment import Environment
from projects.models import EndReport
from tests.conftest import Cast
from tests.mixen.backup.machines import KEY, copy_database, machine

REPORT = b"%PDF-1.7 een verslag"
VARIABLES = {"S3_BUCKET": "mixen", "S3_ACCESS_KEY": "a", "S3_SECRET_KEY": "b", "S3_REGION": "eu-west-1"}


@pytest.fixture
def bucket(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A store in which the site keeps its files, as the settings make it."""
    with mock_aws():
        found = boto3.resource("s3", region_name="eu-west-1").Bucket("mixen")
        found.create(CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        settings.STORAGES = {**settings.STORAGES, "default": providers.files(Environment(VARIABLES))}
        yield found


def test_a_file_is_kept_and_read_back_by_its_name(bucket: Any) -> None:
    name = default_storage.save("photos/een molen.jpg", ContentFile(b"x" * 100_000))
    assert name == "photos/een molen.jpg"
    assert [(item.key, item.size) for item in bucket.objects.all()] == [(name, 100_000)]
    with default_storage.open(name) as file:
        assert file.read() == b"x" * 100_000


def test_nothing_is_overwritten_and_nothing_is_public(bucket: Any) -> None:
    first = default_storage.save("bon.pdf", ContentFile(b"een"))
    second = default_storage.save("bon.pdf", ContentFile(b"twee"))
    assert first != second
    with default_storage.open(first) as file:
        assert file.read() == b"een"
    for item in bucket.objects.all():
        assert not [grant for grant in item.Acl().grants if "URI" in grant["Grantee"]]


def test_no_address_of_the_store_is_given_out(bucket: Any) -> None:
    with pytest.raises(NotImplementedError):
        default_storage.url("bon.pdf")


def test_a_report_is_given_out_by_our_own_view(bucket: Any, cast: Cast, as_user: Any) -> None:
    report = EndReport(project=cast.project, status="final", figures=[], finalised_at=cast.project.created_at)
    report.sha256 = hashlib.sha256(REPORT).hexdigest()
    report.pdf.save("v1.pdf", ContentFile(REPORT), save=False)
    report.save()
    address = f"/projecten/{cast.project.slug}/verslag/{report.version}/pdf/"
    answer = as_user(cast.official).get(address)
    assert answer.status_code == 200
    assert b"".join(answer) == REPORT
    assert as_user(cast.foreign_official).get(address).status_code == 404


def test_a_copy_takes_them_along_and_puts_them_back(bucket: Any, cast: Cast, settings: Any, tmp_path: Path) -> None:
    settings.BACKUP_KEYS = [KEY]
    (tmp_path / "source").mkdir()
    copy_database(tmp_path / "source" / "db.sqlite3")
    names = [default_storage.save(name, ContentFile(name.encode())) for name in ("a.txt", "b/c.txt", "b/d/e.txt")]
    with machine(tmp_path / "source", settings):
        call_command("backup", str(tmp_path / "copy"), stdout=StringIO())
    bucket.objects.all().delete()
    with machine(tmp_path / "target", settings):
        call_command("restore", str(tmp_path / "copy"), stdout=StringIO())
    assert list(stored(default_storage)) == names
    for name in names:
        with default_storage.open(name) as file:
            assert file.read() == name.encode()
