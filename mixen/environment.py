"""Reading the environment strictly: what is wrong or missing is said in one sentence each, all of them at once."""

import os
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from mixen.backup.sealing import read_keys

T = TypeVar("T")
WHERE = "README.md, 'Deploy'"
YES, NO = {"true", "on", "yes", "1"}, {"false", "off", "no", "0"}
HOST = re.compile(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9a-fA-F:]+\]|\*")
# The form of what each address may begin with, and how one looks.
DATABASES = {"postgres", "postgresql", "sqlite"}
BROKERS = {"redis", "rediss"}
MAIL_SERVERS = {"smtp", "smtps", "smtp+tls", "smtp+ssl", "consolemail", "dummymail", "memorymail"}


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
                path.mkdir(parents=True, exist_ok=True)
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
        return [host for host in found if host]

    def site(self, name: str, development: str) -> str:
        """The address people use: no path, and in production a secure one."""
        value = self.required(name, development, "https://mixen.example.org")
        parts = urlsplit(value)
        schemes = {"https"} if self.production else {"http", "https"}
        if self.text(name) and (parts.scheme not in schemes or not parts.hostname or parts.path or parts.query):
            self.complain(f"{name} is {value!r}; write https:// and the host, without a slash at the end.")
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
        """Django's settings of the mail server; none outside production, where mail goes to files."""
        example = "smtp+tls://user:password@host:587"
        value = self.address(name, self.text(name), MAIL_SERVERS, example)
        if not self.production or not value:
            return {}
        return self.parsed(name, lambda: environ.Env.email_url_config(value), example, {})

    def keys(self, name: str) -> list[bytes]:
        """Keys to seal copies with, commas between; the first seals, each of them opens."""
        none: list[bytes] = []
        return self.parsed(name, lambda: read_keys(self.text(name)), "what 'manage.py new_backup_key' prints", none)

    def finish(self) -> None:
        """Raises ImproperlyConfigured with everything that is wrong, a sentence each, and where to read more."""
        if self.problems:
            raise ImproperlyConfigured("\n".join(["the environment:", *self.problems, f"See {WHERE}."]))
