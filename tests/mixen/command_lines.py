"""What a program itself says against a command line that we wrote down; lines of deploy/ and of the pages."""

import argparse
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import yaml
from celery.bin.celery import celery
from click.testing import CliRunner
from django.core.management import CommandError, get_commands, load_command_class

from tests.architecture.checkers import ROOT

COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())
UNITS = {path.name for path in (ROOT / "deploy" / "systemd").iterdir()}
SHELL = set("();<>|&")
MENTIONED = "a command that a sentence names without its words"
# Options of `docker compose` that the pages may use, as its manual has them; True for those that take a word.
OPTIONS: dict[str, dict[str, bool]] = {
    "run": {"--rm": False, "--no-deps": False, "-T": False, "-e": True, "--env": True, "--volume": True},
    "exec": {"-T": False, "-e": True, "--env": True},
    "up": {"--detach": False, "--no-deps": False},
    "build": {"--build-arg": True},
    "logs": {"--follow": False, "--since": True, "--tail": True},
    "stop": {},
    "restart": {},
}


class Refused(Exception):
    """A line that would not run; the text says why."""


class Parser(argparse.ArgumentParser):
    """Raises in the place of ending the tests."""

    def error(self, message: str) -> NoReturn:
        raise Refused(message)


def fault_of(line: Sequence[str]) -> str:
    """What is wrong with this line of ours; nothing when it would run, or when its program is not one we know."""
    try:
        _look_at(list(line))
    except Refused as refusal:
        return str(refusal) or "refused"
    return ""


def _look_at(line: list[str]) -> None:
    if line[:2] == ["docker", "compose"]:
        _look_at_compose(line[2:])
    elif line[0] in {"systemctl", "journalctl"}:
        _look_at_units(line[1:])
    elif line[0] == "mixen":  # the function that docs/operations.md makes for a machine without containers
        _look_at_manage(line[1:])
    elif line[0] == MENTIONED:
        _look_for_command(line[1])
    elif line[0] == "celery":
        _look_at_celery(line[1:])
    elif line[0] == "gunicorn":
        _look_at_gunicorn(tuple(line[1:]))
    elif place := next((number for number, word in enumerate(line) if word.endswith("manage.py")), None):
        _look_at_manage(line[place + 1 :])
    elif line[0] == "manage.py":
        _look_at_manage(line[1:])


def _look_at_manage(arguments: list[str]) -> None:
    if arguments in ([], ["$@"]):  # only the program is named, or somebody's own words follow
        return
    name = arguments[0]
    _look_for_command(name)
    try:
        load_command_class(get_commands()[name], name).create_parser("manage.py", name).parse_args(arguments[1:])
    except CommandError as error:
        raise Refused(str(error)) from error


def _look_for_command(name: str) -> None:
    if name not in get_commands():
        raise Refused(f"there is no {name}")


def _look_at_celery(arguments: list[str]) -> None:
    outcome = CliRunner().invoke(celery, [*arguments, "--help"])
    if outcome.exit_code:
        raise Refused(outcome.output)


@cache
def _look_at_gunicorn(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "gunicorn", *arguments, "--check-config"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    if done.returncode:
        raise Refused(done.stderr)


def _look_at_units(words: list[str]) -> None:
    for word in words:
        if word.startswith("mixen-") and word not in UNITS and f"{word}.service" not in UNITS:
            raise Refused(f"there is no unit {word}")


@cache
def _compose() -> Parser:
    parser = Parser(prog="docker compose", allow_abbrev=False, add_help=False)
    parser.add_argument("--file", required=True, type=Path)
    verbs = parser.add_subparsers(dest="verb", required=True, parser_class=Parser)
    for verb, options in OPTIONS.items():
        one = verbs.add_parser(verb, allow_abbrev=False, add_help=False)
        for option, takes_a_word in options.items():
            kind: dict[str, Any] = {"action": "append"} if takes_a_word else {"action": "store_true"}
            one.add_argument(option, **kind)
        if verb in {"run", "exec"}:
            one.add_argument("service")
            one.add_argument("inside", nargs=argparse.REMAINDER)
        else:
            one.add_argument("services", nargs="*")
    return parser


def _look_at_compose(arguments: list[str]) -> None:
    given = _compose().parse_args(arguments)
    if not (ROOT / given.file).is_file():
        raise Refused(f"there is no {given.file}")
    named = [given.service] if "service" in given else given.services
    for name in named:
        if name not in COMPOSE["services"]:
            raise Refused(f"there is no service {name}")
    if "service" in given and given.inside:
        _look_inside(given.service, given.inside)


def _look_inside(name: str, inside: list[str]) -> None:
    """The folders that a command in a container is about are there, and the command itself is right."""
    mounted = {mount.split(":")[1] for mount in COMPOSE["services"][name].get("volumes", [])}
    for folder in re.findall(r"(?<![\w/])/(?:backups|data)\b", " ".join(inside)):
        if folder not in mounted:
            raise Refused(f"{name} has no {folder}")
    _look_at(inside)


def lines_of(text: str) -> Iterator[list[str]]:
    """The commands in a page of Markdown: of its blocks of code, and of the code within its sentences."""
    blocks = re.findall(r"^ *```\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)
    within = re.findall(r"`([^`\n]+)`", re.sub(r"^ *```\n.*?^ *```", "", text, flags=re.DOTALL | re.MULTILINE))
    written = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    mentioned = {line: match[1] for line in within if (match := re.fullmatch(r"(?:python )?manage\.py (\w+)", line))}
    yield from ([MENTIONED, name] for name in mentioned.values())
    for line in [*written, *(line for line in within if line not in mentioned)]:
        if re.search(r"(?:^|&&)\s*mixen |manage\.py|docker compose|systemctl|journalctl", line):
            yield from _commands_of(line.translate({ord("["): None, ord("]"): None}))


def _commands_of(line: str) -> Iterator[list[str]]:
    words = shlex.shlex(line, posix=True, punctuation_chars=True)
    words.whitespace_split = True
    command: list[str] = []
    for word in [*words, ";"]:
        if not set(word) <= SHELL:
            command.append(word)
        elif command:
            yield command
            command = []
