"""What a page asks: the fields of its forms as a browser would read them, and the names its view looks for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from random import Random
from typing import Any

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

BUTTONS = {"submit", "button", "reset", "image"}
WORDS = {
    "amount": "12,50", "price": "2,50", "hours": "2", "postcode": "1069 AB", "pin": "4827", "year": "1960",
    "iban": "NL91 ABNA 0417 1643 00", "phone": "06 1234 5678", "email": "iemand@example.org", "on": "12-3-2027",
    "day": "2027-04-01", "date": "2027-04-01", "time": "14.00", "quantity": "3", "count": "3", "people": "12",
    "strokes": "[[[10,20],[30,40],[50,60]]]", "website": "https://voorbeeld.example", "page": "1", "pk": "1",
}  # fmt: skip
BY_TYPE = {
    "date": "2027-04-01", "time": "14:00", "number": "3", "email": "iemand@example.org", "tel": "06 1234 5678",
    "url": "https://voorbeeld.example", "datetime-local": "2027-04-01T14:00", "color": "#336699", "month": "2027-04",
    "password": "een-lang-wachtwoord",
}  # fmt: skip


@dataclass
class Asked:
    """One name a form has: the kind of field, and the values it offers or holds."""

    kind: str
    values: list[str] = field(default_factory=list)

    def plausible(self, name: str, chance: Random) -> list[str]:
        """What somebody would fill in; nothing for a box that stays empty."""
        if self.kind in {"select", "radio"}:
            return [chance.choice(self.values)] if self.values else []
        if self.kind in {"checkbox", "multiple"}:
            return [value for value in self.values if chance.random() < 0.6]
        if self.values and self.values[0] and (self.kind == "hidden" or chance.random() < 0.6):
            return [self.values[0]]
        return [plausible(name, self.kind)]


def plausible(name: str, kind: str = "text") -> str:
    """A likely value for a field of which only the name and the type are known."""
    if kind in BY_TYPE:
        return BY_TYPE[kind]
    return next((value for part, value in WORDS.items() if part in name.split("_")), "Iets gewoons")


class Reader(HTMLParser):
    """Collects the fields of every form of a page, whatever its address."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, Asked] = {}
        self.select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "option" and self.select:
            self.asked[self.select].values.append(told.get("value", ""))
        name = told.get("name", "")
        if not name or name == "csrfmiddlewaretoken":
            return
        if tag == "select":
            self.select = name
            self.asked.setdefault(name, Asked("multiple" if "multiple" in told else "select"))
        elif tag in {"input", "textarea", "button"}:
            self._keep(tag, name, told)

    def _keep(self, tag: str, name: str, told: dict[str, str]) -> None:
        kind = "text" if tag == "textarea" else told.get("type", "text")
        if kind in BUTTONS or tag == "button":
            kind = "select"  # one of the buttons is pressed, as one of a list is chosen
        value = told.get("value", "on" if kind == "checkbox" else "")
        self.asked.setdefault(name, Asked(kind)).values.append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = None


def fields_of(page: str) -> dict[str, Asked]:
    """The fields of all forms of ``page`` by name."""
    reader = Reader()
    reader.feed(page)
    return reader.asked


@contextmanager
def listening() -> Iterator[set[str]]:
    """The names that are looked up in a query or a form while the block runs, whether they are there or not."""
    heard: set[str] = set()
    before = {name: getattr(MultiValueDict, name, None) for name in ("get", "getlist", "__getitem__", "__contains__")}

    def hearing(usual: Any) -> Any:
        def ask(self: Any, key: Any, *more: Any, **named: Any) -> Any:
            if isinstance(self, QueryDict) and isinstance(key, str):
                heard.add(key)
            return usual(self, key, *more, **named)

        return ask

    own = [name for name in before if name in MultiValueDict.__dict__]
    for name, usual in before.items():
        setattr(MultiValueDict, name, hearing(usual))
    try:
        yield heard
    finally:
        for name, usual in before.items():
            if name in own:
                setattr(MultiValueDict, name, usual)
            else:
                delattr(MultiValueDict, name)
