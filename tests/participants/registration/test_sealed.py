"""What a tablet sealed is opened as it was typed; everything else, whatever it is, cannot be opened."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participants.registration import keys
from participants.registration.sealed import CannotOpen, open_sealed
from tests.participants.registration.sealing import answers, body, seal, text

KEY = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"
Record = dict[str, Any]


@pytest.fixture
def good(told: dict[str, str]) -> Record:
    return seal(answers(), told, KEY)


@pytest.mark.parametrize(
    "plain",
    [
        answers(),
        answers(name="ተስፋይ ገብረመድህን", own_script_name="سميرة", hopes="😀 \u200d \\ \" ' <b> \u202e \x00"),
        {},
        {"languages": []},
        {"name": ["\ud800"]},
        {"name": ["x" * 100_000]},
        {str(number): ["1"] * 100 for number in range(80)},
    ],
    ids=["usual", "scripts", "nothing", "no value", "half a surrogate", "as long as may be", "as many as may be"],
)
def test_what_was_sealed_is_opened_as_it_was_typed(told: dict[str, str], plain: Any) -> None:
    opened = open_sealed(body(seal(plain, told, KEY)))
    assert (opened.key, opened.answers) == (UUID(KEY), plain)


def test_a_field_more_in_the_record_does_no_harm(good: Record) -> None:
    assert open_sealed(body({**good, "since": 5, "x": {"y": []}})).answers == answers()


def flipped(code: str) -> str:
    """The same base64 with one bit of its content otherwise."""
    return ("B" if code[0] == "A" else "A") + code[1:]


TAMPERED: dict[str, Callable[[Record], Any]] = {
    "another uuid": lambda record: {**record, "key": str(uuid4())},
    "the uuid written otherwise": lambda record: {**record, "key": KEY.upper()},
    "another key pair": lambda record: {**record, "with": "0123456789abcdef"},
    "no key pair": lambda record: {**record, "with": ""},
    "a path as key pair": lambda record: {**record, "with": "../../../etc/passwd"},
    "any key pair": lambda record: {**record, "with": "*"},
    "the end of a key pair": lambda record: {**record, "with": record["with"][-4:]},
    "a key pair that is a list": lambda record: {**record, "with": [record["with"]]},
    "half a surrogate as key pair": lambda record: {**record, "with": "\ud800"},
    "half a surrogate as uuid": lambda record: {**record, "key": "\ud800"},
    "no uuid": lambda record: {**record, "key": None},
    "a number as uuid": lambda record: {**record, "key": 5},
    "another iv": lambda record: {**record, "iv": flipped(record["iv"])},
    "an empty iv": lambda record: {**record, "iv": ""},
    "a long iv": lambda record: {**record, "iv": text(b"x" * 200)},
    "other data": lambda record: {**record, "data": flipped(record["data"])},
    "no data": lambda record: {**record, "data": ""},
    "data cut off": lambda record: {**record, "data": record["data"][:8]},
    "data that is no base64": lambda record: {**record, "data": "é!"},
    "data that is a number": lambda record: {**record, "data": 5},
    "data that is a list": lambda record: {**record, "data": [record["data"]]},
    "another wrapped key": lambda record: {**record, "wrapped": flipped(record["wrapped"])},
    "a wrapped key cut off": lambda record: {**record, "wrapped": text(b"kort")},
    "no wrapped key": lambda record: {name: value for name, value in record.items() if name != "wrapped"},
    "another version": lambda record: {**record, "v": 2},
    "a version as text": lambda record: {**record, "v": "1"},
    "no version": lambda record: {name: value for name, value in record.items() if name != "v"},
    "a list around it": lambda record: [record],
    "text around it": lambda record: json.dumps(record),
}


@pytest.mark.parametrize("change", TAMPERED.values(), ids=TAMPERED.keys())
def test_a_record_that_was_changed_cannot_be_opened(good: Record, change: Callable[[Record], Any]) -> None:
    assert open_sealed(body(good)).key == UUID(KEY)
    with pytest.raises(CannotOpen):
        open_sealed(body(change(good)))


@pytest.mark.parametrize(
    "content",
    [
        b"", b" ", b"null", b"true", b"1", b"-1e999", b"NaN", b'""', b"[]", b"{}", b'{"v": 1}', b"{", b"\xff\xfe",
        b"\x00", b"\xed\xa0\x80", b'{"v": 1' + b"0" * 5000 + b"}", b"[" * 200_000, b'{"v":' * 40_000,
        b"x" * (256 * 1024 + 1), b'{"v": 1, "v": 2}', b"name=Noor&side=new", b"\xef\xbb\xbf{}",
    ],
    ids=lambda content: ascii(content[:12]),
)  # fmt: skip
def test_what_is_no_record_cannot_be_opened(own_keys: None, content: bytes) -> None:
    with pytest.raises(CannotOpen):
        open_sealed(content)


@pytest.mark.parametrize(
    "plain",
    [
        b"", b"{", b"null", b"[]", b"5", b'"x"', b"\xff", b"[" * 100_000, b'{"name": "Noor"}', b'{"name": [5]}',
        b'{"name": [null]}', b'{"name": [["x"]]}', b'{"name": {"x": 1}}', b'{"name": [true]}', b'{"name": null}',
        json.dumps({"name": ["x"] * 101}).encode(), json.dumps({"name": ["x" * 100_001]}).encode(),
        json.dumps({str(number): [] for number in range(81)}).encode(),
    ],
    ids=lambda content: ascii(content[:20]),
)  # fmt: skip
def test_a_sealed_record_of_anything_but_answers_cannot_be_opened(told: dict[str, str], plain: bytes) -> None:
    with pytest.raises(CannotOpen):
        open_sealed(body(seal(plain, told, KEY)))


@pytest.mark.parametrize("key", ["", "geen-sleutel", "1", "x" * 1000, "None"])
def test_a_record_under_no_uuid_cannot_be_opened(told: dict[str, str], key: str) -> None:
    with pytest.raises(CannotOpen):
        open_sealed(body({**seal(answers(), told, key), "key": key}))


@pytest.mark.parametrize("bound", ["", KEY, f"mixen-registration-2|{KEY}|", f"mixen-registration-1|{KEY}"])
def test_what_is_bound_to_it_must_be_uuid_and_key_pair(told: dict[str, str], bound: str) -> None:
    with pytest.raises(CannotOpen):
        open_sealed(body(seal(answers(), told, KEY, bound=bound)))


def test_what_was_sealed_for_another_server_cannot_be_opened(settings: Any, tmp_path: Path, good: Record) -> None:
    settings.REGISTRATION_KEYS_DIR = tmp_path
    with pytest.raises(CannotOpen):
        open_sealed(body(good))
    other = keys.public_key()
    assert other["name"] != good["with"]
    with pytest.raises(CannotOpen):  # nor under the name of a key pair that is here
        open_sealed(body({**good, "with": other["name"]}))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(content=st.binary(max_size=60) | JSON.map(body))
def test_any_bytes_and_any_json_cannot_be_opened(own_keys: None, content: bytes) -> None:
    with pytest.raises(CannotOpen):
        open_sealed(content)


@FUZZ
@given(name=st.sampled_from(["v", "key", "with", "wrapped", "iv", "data"]), value=JSON)
def test_any_value_in_the_place_of_another_cannot_be_opened(good: Record, name: str, value: Any) -> None:
    if name == "v" and value == 1:
        return
    with pytest.raises(CannotOpen):
        open_sealed(body({**good, name: value}))


@FUZZ
@given(plain=JSON)
def test_whatever_was_sealed_is_answers_or_cannot_be_opened(told: dict[str, str], plain: Any) -> None:
    try:
        opened = open_sealed(body(seal(plain, told, KEY)))
    except CannotOpen:
        return
    assert opened.answers == plain
