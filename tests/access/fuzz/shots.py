"""One request of the crawl, made from the seed and its number alone, so that it can be made again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.utils.http import urlencode

from tests.access.fuzz.hostile import BODIES, COOKIES, HEADERS, QUERIES, SEGMENTS, VALUES, files
from tests.access.fuzz.page_forms import Asked, plausible

SEED = "mixen-2027"
READING, WRITING = ("GET", "HEAD", "OPTIONS", "TRACE"), ("POST", "PUT", "PATCH", "DELETE", "FROB")
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Target:
    """An address with the keys of a row that is there, and who asks."""

    role: str
    name: str
    path: str


@dataclass
class Learned:
    """What a page asks for: the fields of its forms, and names its view looks up."""

    fields: dict[str, Asked] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)


@dataclass
class Shot:
    """A request as it goes over the line."""

    number: int
    target: Target
    method: str
    path: str
    query: str = ""
    body: bytes = b""
    content_type: str = FORM
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    alone: bool = False  # without the cookies of who asks

    def told(self) -> str:
        """For who wants to send it again by hand."""
        line = f"{self.method} {self.path}{'?' + self.query[:300] if self.query else ''} as {self.target.role}"
        more = [f"{name}: {value[:80]!r}" for name, value in {**self.headers, **self.cookies}.items()]
        if self.method in WRITING:
            more += [self.content_type[:80], repr(self.body[:600])]
        return "\n    ".join([f"no. {self.number} ({self.target.name}): {line}", *more])


def chance_of(number: int, *more: object) -> Random:
    """The same chances every time for this number."""
    return Random(f"{SEED}/{number}/{'/'.join(map(str, more))}")


def shoot(number: int, target: Target, learned: Callable[[], Learned]) -> Shot:
    """Request ``number``, at ``target``; what its page asks is only looked up when it matters."""
    chance = chance_of(number)
    method = chance.choices([*READING, *WRITING], [40, 4, 2, 1, 44, 3, 2, 3, 1])[0]
    shot = Shot(number, target, method, target.path)
    if chance.random() < 0.25:
        shot.path = other_path(target.path, chance)
    if chance.random() < (0.75 if method in READING else 0.15):
        shot.query = query(learned(), chance)
    if method in WRITING:
        fill(shot, learned(), chance)
    if chance.random() < 0.2:
        shot.headers = chance.choice(HEADERS)
    elif chance.random() < 0.2:
        shot.headers = {"HX-Request": "true"}
    if chance.random() < 0.06:
        shot.cookies, shot.alone = chance.choice(COOKIES), chance.random() < 0.7
    return shot


def other_path(path: str, chance: Random) -> str:
    """The address with one or two of its parts changed, taken away or added."""
    parts = path.strip("/").split("/")
    for _once in range(chance.choice([1, 1, 1, 2])):
        place = chance.randrange(len(parts))
        way = chance.random()
        if way < 0.8:
            hostile = chance.choice(SEGMENTS)
            inside = [piece for piece in parts[place].replace(".", "-").split("-") if piece.isdigit()]
            parts[place] = parts[place].replace(inside[0], hostile, 1) if inside else hostile
        elif way < 0.9:
            parts.insert(place, chance.choice(SEGMENTS))
        elif len(parts) > 1:
            del parts[place]
    return f"/{'/'.join(parts)}{chance.choice(['/', '/', '/', '/', '', '//'])}"


def query(learned: Learned, chance: Random) -> str:
    """What stands behind the question mark."""
    if chance.random() < 0.25:
        return chance.choice(QUERIES)
    names = sorted({*learned.heard, *learned.fields}) or ["q", "page", "sort", "next"]
    picked = [chance.choice([*names, "page", "sort", "q"]) for _once in range(chance.choice([1, 1, 2, 3, 6]))]
    return urlencode([(name, one_value(name, learned, chance)) for name in picked], doseq=True)


def one_value(name: str, learned: Learned, chance: Random) -> str:
    """Mostly something nobody would choose."""
    offered = learned.fields[name].values if name in learned.fields else []
    if chance.random() < 0.3:
        return chance.choice(offered) if offered else plausible(name)
    return chance.choice(VALUES)


def fill(shot: Shot, learned: Learned, chance: Random) -> None:
    """Give the request a body: a form nearly right, a form all wrong, or something that is no form."""
    if chance.random() < 0.1:
        shot.content_type, shot.body = chance.choice(BODIES)
        return
    filled = filled_in(learned, chance)
    if any(asked.kind == "file" for asked in learned.fields.values()) or chance.random() < 0.1:
        shot.content_type, shot.body = MULTIPART_CONTENT, with_files(filled, learned, chance)
    else:
        shot.body = urlencode(filled, doseq=True).encode()


def filled_in(learned: Learned, chance: Random) -> dict[str, list[str]]:
    """The form of the page: as somebody would fill it in, but for as many fields as the dice say."""
    names = sorted({*learned.heard, *learned.fields})
    filled = {}
    for name in names:
        asked = learned.fields.get(name)
        if asked:
            filled[name] = asked.plausible(name, chance)
        elif chance.random() < 0.5:
            filled[name] = [plausible(name)]
    wrong = chance.choice([0, 0, 1, 1, 1, 1, 2, 3, len(names)])
    for name in chance.sample(names, min(wrong, len(names))):
        filled[name] = [chance.choice(VALUES) for _once in range(chance.choice([1, 1, 1, 1, 0, 2, 3]))]
    return filled


def with_files(filled: dict[str, list[str]], learned: Learned, chance: Random) -> bytes:
    """The same as a form with files, each of which may be anything."""
    data: dict[str, Any] = {name: [*values] for name, values in filled.items()}
    for name, asked in learned.fields.items():
        if asked.kind == "file":
            data[name] = [chance.choice(files()) for _once in range(chance.choice([1, 1, 1, 0, 2]))]
    return encode_multipart(BOUNDARY, data)


def raw_path(path: str) -> str:
    """What a server hands over as PATH_INFO: bytes, each as one character."""
    return unquote_to_bytes(quote(path, safe="/%;=:@,+$!*'()~.-_")).decode("latin-1")
