"""What is wrong with the environment is said at once, each thing in one sentence that says what to set."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from mixen import providers
from mixen.environment import Environment
from tests.architecture.checkers import ROOT

GOOD = {
    "MIXEN_ENV": "production",
    "SECRET_KEY": "s" * 60,
    "ALLOWED_HOSTS": "mixen.example.org",
    "SITE_URL": "https://mixen.example.org",
    "DATABASE_URL": "postgres://user:geheim@host:5432/name",
    "REDIS_URL": "redis://host:6379/0",
    "EMAIL_URL": "smtp+tls://user:geheim@host:587",
    "DEFAULT_FROM_EMAIL": "mixen@example.org",
}
S3 = {"S3_BUCKET": "mixen", "S3_ACCESS_KEY": "a", "S3_SECRET_KEY": "geheim", "S3_ENDPOINT": "https://s3.example.org"}


def environment(**variables: str) -> Environment:
    found = Environment(variables)
    found.production = True
    return found


def only(env: Environment) -> str:
    assert len(env.problems) == 1, env.problems
    return env.problems[0]


@pytest.mark.parametrize(
    ("reader", "value", "said"),
    [
        (lambda env: env.flag("X", False), "ja", "X is 'ja'; write true or false."),
        (lambda env: env.number("X", 8, 1, 99), "veel", "X is 'veel'; it must be a whole number from 1 to 99."),
        (lambda env: env.number("X", 8, 1, 99), "100", "X is '100'; it must be a whole number from 1 to 99."),
        (lambda env: env.number("X", 8, 1, 99), "٣", "X is '٣'; it must be a whole number from 1 to 99."),
        (lambda env: env.choice("X", ("een", "twee"), "een"), "drie", "X is 'drie'; it must be 'een' or 'twee'."),
        (lambda env: env.hosts("X", ""), "https://a.nl", "X has 'https://a.nl'; write host names, commas between"),
        (lambda env: env.hosts("X", ""), "a.nl/pad", "X has 'a.nl/pad'; write host names"),
        (lambda env: env.site("X", ""), "http://a.nl", "X is 'http://a.nl'; write https:// and the host"),
        (lambda env: env.site("X", ""), "https://a.nl/", "without a slash at the end"),
        (lambda env: env.database("X", "sqlite:///y"), "mysql://u:p@h/n", "X begins with none of postgres"),
        (lambda env: env.database("X", "sqlite:///y"), "postgres://u:p@h:poort/n", "X cannot be read; write it like"),
        (lambda env: env.mail_server("X"), "mail.example.org", "X begins with none of"),
        (lambda env: env.mail_server("X"), "consolemail://", "X begins with none of smtp, smtp+ssl"),
        (lambda env: env.mail_server("X"), "dummymail://", "X begins with none of smtp, smtp+ssl"),
        (lambda env: env.mail_server("X"), "smtp://u:geheim@h:25", "X has a password that would go over the network"),
        (lambda env: env.mail_server("X"), "smtp+tls://u:p@h:587/?EMAIL_USE_TLS=0", "X has a password that would"),
        (lambda env: env.hosts("X", ""), "*", "X has '*', by which anybody names our host"),
        (lambda env: env.hosts("X", ""), "a.nl, *", "X has '*', by which anybody names our host"),
        (lambda env: env.site("X", "", ["b.nl"]), "https://a.nl", "X is 'https://a.nl'; its host must be one of ALL"),
        (lambda env: env.site("X", "", [".b.nl"]), "https://b.nl.kwaad.nl", "its host must be one of ALLOWED_HOSTS."),
        (lambda env: env.secret("X", "", "zoiets"), "s" * 49, "X is short; make it at least 50 characters, such as"),
        (lambda env: env.origins("X"), "a.nl", "X has 'a.nl'; write https:// and the host"),
        (lambda env: env.origins("X"), "https://a.nl, https://b.nl/pad", "X has 'https://b.nl/pad'; write https://"),
        (lambda env: env.keys("X"), "geheim", "X cannot be read; write it like what 'manage.py new_backup_key'"),
        (lambda env: env.required("X", "", "zoiets"), "", "Set X, such as zoiets."),
        (lambda env: env.required("X", "", "zoiets"), "  ", "Set X, such as zoiets."),
        (lambda env: env.folder("X", ROOT, make=True), "/proc/nieuw", "X names /proc/nieuw, which cannot be made ("),
    ],
)
def test_each_reader_says_what_is_wrong(reader: Any, value: str, said: str) -> None:
    env = environment(X=value)
    reader(env)
    assert said in only(env)
    with pytest.raises(ImproperlyConfigured, match=re.escape("See README.md, 'Deploy'.")):
        env.finish()


def test_what_is_right_is_read() -> None:
    env = environment(A=" true ", B="12", C="een.nl, twee.nl", D="https://een.nl", E="postgres://u:p%40@h:1/n", F="")
    assert env.flag("A", False)
    assert env.number("B", 1) == 12
    assert env.hosts("C", "") == ["een.nl", "twee.nl"]
    assert env.site("D", "") == "https://een.nl"
    assert env.database("E", "sqlite:///x")["PASSWORD"] == "p@"
    assert env.text("F", "anders") == "anders"
    assert env.read == set("ABCDEF")
    env.finish()


@pytest.mark.parametrize("hosts", [["a.nl"], ["A.nl"], [".a.nl"], ["b.nl", "a.nl"], ["*"], []])
def test_a_site_at_one_of_the_hosts_is_right(hosts: list[str]) -> None:
    """A star is said already where the hosts are read, and no hosts at all too."""
    env = environment(X="https://a.nl:8443")
    assert env.site("X", "", hosts) == "https://a.nl:8443"
    env.finish()


def test_lists_lose_the_spaces_around_their_items() -> None:
    env = environment(A=" een, twee ,,", B="https://a.nl , http://b.nl:81")
    assert env.listed("A") == ["een", "twee"]
    assert env.listed("C") == []
    assert env.origins("B") == ["https://a.nl", "http://b.nl:81"]
    env.finish()


@pytest.mark.parametrize("value", ["smtp+tls://u:p@h:587", "smtp+ssl://u:p@h:465", "smtp://127.0.0.1:25"])
def test_mail_may_go_to_a_server_that_keeps_the_password_secret_or_wants_none(value: str) -> None:
    env = environment(X=value)
    assert env.mail_server("X")["EMAIL_HOST"]
    env.finish()


def test_outside_production_much_is_taken() -> None:
    env = environment(M="consolemail://", S="kort", H="*", U="http://b.nl")
    env.production = False
    assert env.mail_server("M") == {}
    assert env.secret("S", "", "zoiets") == "kort"
    assert env.site("U", "", env.hosts("H", "")) == "http://b.nl"
    assert env.site("U", "", ["a.nl"]) == "http://b.nl"
    env.finish()


def test_only_this_account_looks_into_a_folder_that_was_made(tmp_path: Path) -> None:
    env = environment(X=str(tmp_path / "diep" / "var"))
    assert env.folder("X", ROOT, make=True).stat().st_mode & 0o777 == 0o700


def test_no_secret_is_repeated() -> None:
    env = environment(DB="postgres://u:geheim@h:poort/n", MAIL="smpt://u:geheim@h", KEY="geheim", **S3)
    env.database("DB", "sqlite:///x")
    env.mail_server("MAIL")
    env.keys("KEY")
    env.variables["S3_ENDPOINT"] = "geheim://s3"
    providers.files(env)
    assert len(env.problems) == 4
    assert "geheim" not in str(env.problems)


def test_files_go_to_s3_where_a_bucket_is_named() -> None:
    env = environment(**S3)
    found = providers.files(env)
    assert found is not None
    assert found["BACKEND"] == "mixen.files.PrivateS3"
    assert not env.problems
    assert providers.files(environment()) is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"S3_BUCKET": ""}, "Set S3_BUCKET"),
        ({"S3_ACCESS_KEY": ""}, "Set S3_ACCESS_KEY"),
        ({"S3_SECRET_KEY": ""}, "Set S3_SECRET_KEY"),
        ({"S3_ENDPOINT": "s3.example.org"}, "S3_ENDPOINT begins with none of"),
        ({"S3_ENDPOINT": "http://s3.example.org"}, "S3_ENDPOINT must begin with https://"),
        ({"S3_ADDRESSING": "anders"}, "S3_ADDRESSING is 'anders'"),
    ],
)
def test_half_of_s3_is_said(changed: dict[str, str], said: str) -> None:
    env = environment(**{**S3, **changed})
    providers.files(env)
    assert said in only(env)


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({}, "Set EMAIL_URL, such as smtp+tls://user:password@host:587, or EMAIL_PROVIDER."),
        ({"EMAIL_PROVIDER": "duif"}, "EMAIL_PROVIDER is 'duif'; it must be one of brevo, mailjet"),
        ({"EMAIL_PROVIDER": "brevo"}, "Set EMAIL_KEY to the key that brevo gave."),
        ({"EMAIL_PROVIDER": "mailjet", "EMAIL_KEY": "k"}, "Set EMAIL_SECRET to what mailjet calls SECRET_KEY."),
        ({"EMAIL_PROVIDER": "brevo", "EMAIL_KEY": "k", "EMAIL_URL": "smtp://h"}, "Leave EMAIL_URL out"),
    ],
)
def test_half_of_a_provider_of_mail_is_said(variables: dict[str, str], said: str) -> None:
    env = environment(**variables)
    providers.mail(env)
    assert said in only(env)


@pytest.mark.parametrize("name", providers.MAIL_PROVIDERS)
def test_every_provider_of_mail_can_be_used(name: str, settings: Any) -> None:
    from django.core.mail import get_connection

    found = providers.mail(environment(EMAIL_PROVIDER=name, EMAIL_KEY="k", EMAIL_SECRET="s"))
    assert found is not None
    backend, settings.ANYMAIL = found
    assert get_connection(backend)
    assert settings.ANYMAIL["SEND_DEFAULTS"] == {"track_clicks": False, "track_opens": False}


def run_settings(variables: dict[str, str], then: str = "") -> subprocess.CompletedProcess[str]:
    """A start with nothing but ``variables``; ``then`` knows the settings as ``s``."""
    command = [sys.executable, "-c", f"import mixen.settings as s\n{then}"]
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(command, cwd=ROOT, env={**kept, **variables}, capture_output=True, text=True, timeout=60)


def said_by_settings(variables: dict[str, str]) -> str:
    """The last lines of what a start with nothing but ``variables`` prints."""
    return run_settings(variables).stderr.partition("ImproperlyConfigured: ")[2]


def test_a_start_in_production_says_all_that_is_missing_at_once() -> None:
    said = said_by_settings({"MIXEN_ENV": "production", "DEBUG": "true", "SMS_BACKEND": "messagebird"})
    for name in sorted({*GOOD, "SMS_KEY"} - {"MIXEN_ENV"}):
        assert f"Set {name}" in said
    assert "DEBUG cannot be on in production" in said
    assert "Traceback" not in said


def test_a_wrong_name_of_the_environment_is_no_development() -> None:
    assert "MIXEN_ENV is 'produktion'" in said_by_settings({**GOOD, "MIXEN_ENV": "produktion"})


def test_a_good_environment_starts(tmp_path: Any) -> None:
    lists = {"SECRET_KEY_FALLBACKS": "a, b", "CSRF_TRUSTED_ORIGINS": "https://a.nl, https://b.nl"}
    assert said_by_settings({**GOOD, **S3, **lists, "VAR_DIR": str(tmp_path)}) == ""


def test_what_would_be_a_hole_in_production_stops_the_start(tmp_path: Any) -> None:
    """A queue elsewhere makes no Redis for the counts, and none in a folder is taken."""
    wrong = {
        "SECRET_KEY": "x",
        "SITE_URL": "https://elders.example.org",
        "REDIS_URL": "",
        "CELERY_BROKER_URL": "filesystem://localhost",
        "EMAIL_URL": "dummymail://",
        "LOG_LEVEL": "DEBUG",
    }
    said = said_by_settings({**GOOD, **wrong, "VAR_DIR": str(tmp_path)})
    assert "SECRET_KEY is short" in said
    assert "its host must be one of ALLOWED_HOSTS" in said
    assert "Set REDIS_URL" in said
    assert "CELERY_BROKER_URL begins with none of redis, rediss" in said
    assert "EMAIL_URL begins with none of smtp" in said
    assert "LOG_LEVEL is 'DEBUG'" in said
    assert not (tmp_path / "queue").exists()


@pytest.mark.parametrize(
    ("variables", "broker"),
    [
        ({}, "redis://host:6379/0"),
        ({"CELERY_BROKER_URL": "rediss://queue:6379/1"}, "rediss://queue:6379/1"),
        ({"MIXEN_ENV": "development", "REDIS_URL": ""}, "filesystem://localhost"),
    ],
)
def test_where_the_queue_is_and_what_is_read_of_lists(variables: dict[str, str], broker: str, tmp_path: Any) -> None:
    lists = {"SECRET_KEY_FALLBACKS": "a, b", "VAR_DIR": str(tmp_path)}
    found = run_settings({**GOOD, **lists, **variables}, "print(s.CELERY_BROKER_URL, s.SECRET_KEY_FALLBACKS)")
    assert found.stdout.strip() == f"{broker} ['a', 'b']"
