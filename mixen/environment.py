"""Reading the environment strictly: what is wrong or missing is said in one sentence each, all of them at once."""

import os
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.http import is_same_domain

from mixen.backup.sealing import read_keys

T = TypeVar("T")
WHERE = "README.md, 'Deploy'"
YES, NO = {"true", "on", "yes", "1"}, {"false", "off", "no", "0"}
HOST = re.compile(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9a-fA-F:]+\]|\*")
# The form of what each address may begin with, and how one looks.
DATABASES = {"postgres", "postgresql", "sqlite"}
BROKERS = {"redis", "rediss"}
MAIL_SERVERS = {"smtp", "smtps", "smtp+tls", "smtp+ssl"}
MAIL_THAT_GOES_NOWHERE = {"consolemail", "dummymail", "memorymail"}
SHORTEST_SECRET = 50  # characters, as Django's own check asks


class Environment:
    """What was read, by which names, and what is wrong with it; ``finish`` raises when anything is.

    Each reader gives a value that can be worked with, also where the variable is wrong, so that all of it is looked
    at before the first word of complaint.
    """

    def __init__(self, variables: dict[str, str] | None = None) -> None:
        self.variables = dict(os.environ if variables is None else variables)
        self.read: set[str] = set()
        self.problems: list[str] = []
        self.production = False

    def complain(self, sentence: str) -> None:
        """Have ``finish`` say this."""
        self.problems.append(sentence)

    def text(self, name: str, default: str = "") -> str:
        """The variable without spaces around it; an empty one is one that is not set."""
        self.read.add(name)
        return self.variables.get(name, "").strip() or default

    def required(self, name: str, development: str, example: str) -> str:
        """A variable that production must set itself; ``development`` is what a laptop gets without asking."""
        value = self.text(name)
        if not value and self.production:
            self.complain(f"Set {name}, such as {example}.")
        return value or development

    def secret(self, name: str, development: str, example: str) -> str:
        """A required variable that signs and seals: in production too long to guess."""
        value = self.required(name, development, example)
        if self.production and self.text(name) and len(value) < SHORTEST_SECRET:
            self.complain(f"{name} is short; make it at least {SHORTEST_SECRET} characters, such as {example}.")
        return value

    def listed(self, name: str) -> list[str]:
        """What stands between commas, without spaces around it."""
        return [item.strip() for item in self.text(name).split(",") if item.strip()]

    def choice(self, name: str, choices: Collection[str], default: str) -> str:
        """One of ``choices``."""
        value = self.text(name, default)
        if value in choices:
            return value
        self.complain(f"{name} is {value!r}; it must be {' or '.join(repr(choice) for choice in choices)}.")
        return default

    def flag(self, name: str, default: bool) -> bool:
        """Yes or no."""
        value = self.text(name, str(default)).lower()
        if value not in YES | NO:
            self.complain(f"{name} is {value!r}; write true or false.")
        return value in YES if value in YES | NO else default

    def number(self, name: str, default: int, least: int = 0, most: int = 2**31) -> int:
        """A whole number within bounds."""
        value = self.text(name, str(default))
        if value.isascii() and value.isdecimal() and least <= int(value) <= most:
            return int(value)
        self.complain(f"{name} is {value!r}; it must be a whole number from {least} to {most}.")
        return default

    def folder(self, name: str, default: Path, *, make: bool = False) -> Path:
        """A folder; with ``make`` it is there afterwards, and only this account can look into a new one."""
        path = Path(self.text(name, str(default)))
        if make:
            try:
                path.mkdir(parents=True, exist_ok=True, mode=0o700)
            except OSError as error:
                self.complain(
                    f"{name} names {path}, which cannot be made ({error.strerror}); name a folder we may write."
                )
        return path

    def hosts(self, name: str, development: str) -> list[str]:
        """Host names, separated by commas."""
        found = [host.strip() for host in self.required(name, development, "mixen.example.org").split(",")]
        wrong = [host for host in found if host and not HOST.fullmatch(host)]
        if wrong:
            self.complain(f"{name} has {wrong[0]!r}; write host names, commas between, without https:// or a path.")
        if self.production and "*" in found:
            self.complain(f"{name} has '*', by which anybody names our host in a mail of ours: write the host names.")
        return [host for host in found if host]

    def origins(self, name: str) -> list[str]:
        """Schemes with a host, separated by commas."""
        found = self.listed(name)
        if wrong := [origin for origin in found if not re.fullmatch(r"https?://[^/?#\s]+", origin)]:
            self.complain(f"{name} has {wrong[0]!r}; write https:// and the host, commas between, without a path.")
        return found

    def site(self, name: str, development: str, hosts: Collection[str] = ()) -> str:
        """The address people use: no path, and in production a secure one, at one of ``hosts`` if any are given."""
        value = self.required(name, development, "https://mixen.example.org")
        parts = urlsplit(value)
        schemes = {"https"} if self.production else {"http", "https"}
        if self.text(name) and (parts.scheme not in schemes or not parts.hostname or parts.path or parts.query):
            self.complain(f"{name} is {value!r}; write https:// and the host, without a slash at the end.")
        elif self.production and self.text(name) and not _at_one_of(parts.hostname or "", hosts):
            self.complain(f"{name} is {value!r}; its host must be one of ALLOWED_HOSTS.")
        return value

    def address(self, name: str, value: str, schemes: set[str], example: str) -> str:
        """``value``, or nothing when it does not begin with one of ``schemes``.

        What it is stays unsaid, as it may hold a password.
        """
        if not value or urlsplit(value).scheme in schemes:
            return value
        self.complain(f"{name} begins with none of {', '.join(sorted(schemes))}; write it like {example}.")
        return ""

    def parsed(self, name: str, parse: Callable[[], T], example: str, otherwise: T) -> T:
        """What ``parse`` makes of it, or ``otherwise``; what is wrong may be a password, so it stays unsaid."""
        try:
            return parse()
        except (ValueError, KeyError, TypeError, ImproperlyConfigured):
            self.complain(f"{name} cannot be read; write it like {example}.")
            return otherwise

    def database(self, name: str, development: str) -> dict[str, Any]:
        """How Django is to reach the database."""
        example = "postgres://user:password@host:5432/name (a sign such as @ or / in the password as %40 or %2F)"
        value = self.address(name, self.required(name, development, example), DATABASES, example)
        known = environ.Env.db_url_config
        return self.parsed(name, lambda: known(value or development), example, known(development))

    def mail_server(self, name: str) -> dict[str, Any]:
        """Django's settings of the mail server; none outside production, where mail goes to files.

        In production mail goes out, and no password goes over a network that can be listened to.
        """
        example = "smtp+tls://user:password@host:587"
        known = MAIL_SERVERS if self.production else MAIL_SERVERS | MAIL_THAT_GOES_NOWHERE
        value = self.address(name, self.text(name), known, example)
        if not self.production or not value:
            return {}
        none: dict[str, Any] = {}
        found = self.parsed(name, lambda: environ.Env.email_url_config(value), example, none)
        sealed = found.get("EMAIL_USE_TLS") or found.get("EMAIL_USE_SSL")
        if found.get("EMAIL_HOST_PASSWORD") and not sealed:
            self.complain(f"{name} has a password that would go over the network as it is; write it like {example}.")
        return found

    def keys(self, name: str) -> list[bytes]:
        """Keys to seal copies with, commas between; the first seals, each of them opens."""
        none: list[bytes] = []
        return self.parsed(name, lambda: read_keys(self.text(name)), "what 'manage.py new_backup_key' prints", none)

    def finish(self) -> None:
        """Raises ImproperlyConfigured with everything that is wrong, a sentence each, and where to read more."""
        if self.problems:
            raise ImproperlyConfigured("\n".join(["the environment:", *self.problems, f"See {WHERE}."]))


def _at_one_of(host: str, hosts: Collection[str]) -> bool:
    """Whether ``host`` is one of ``hosts``, or none is asked: what is wrong with those is said where they are read."""
    return not hosts or "*" in hosts or any(is_same_domain(host, known.lower()) for known in hosts)
