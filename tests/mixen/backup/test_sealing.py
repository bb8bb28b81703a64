"""A sealed file gives back what went in, or says that it does not."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mixen.backup.sealing import (
    HEADER_BYTES,
    PIECE,
    TAG_BYTES,
    Opener,
    Sealer,
    Unreadable,
    new_key,
    read_key,
    read_keys,
)

KEY, OTHER = read_key(new_key()), read_key(new_key())
SEALED_PIECE = PIECE + TAG_BYTES


def sealed(content: bytes, key: bytes = KEY) -> bytes:
    target = BytesIO()
    sealer = Sealer(target, key)
    for begin in range(0, len(content), 50_000):
        assert sealer.write(content[begin : begin + 50_000]) == len(content[begin : begin + 50_000])
    sealer.finish()
    return target.getvalue()


def opened(file: bytes, *keys: bytes) -> bytes:
    return Opener(BytesIO(file), keys or [KEY]).readall()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_goes_in_comes_out(size: int) -> None:
    content = bytes(number % 251 for number in range(size))
    assert opened(sealed(content)) == content


def test_nothing_of_it_can_be_read_and_no_two_are_alike() -> None:
    content = b"Samira Proefpersoon" * 100
    one, other = sealed(content), sealed(content)
    assert b"Samira" not in one
    assert one[HEADER_BYTES : HEADER_BYTES + 40] != other[HEADER_BYTES : HEADER_BYTES + 40]


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_changed_byte_is_noticed(data: st.DataObject) -> None:
    file = bytearray(sealed(b"x" * (PIECE + 10)))
    file[data.draw(st.integers(0, len(file) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Unreadable):
        opened(bytes(file))


@pytest.mark.parametrize("pieces", [0, 1, 2])
def test_an_end_that_is_missing_is_noticed(pieces: int) -> None:
    """Also where it is cut exactly between two pieces."""
    file = sealed(b"x" * (3 * PIECE))
    with pytest.raises(Unreadable, match="end is missing"):
        opened(file[: HEADER_BYTES + pieces * SEALED_PIECE])


def test_pieces_in_another_order_or_with_something_behind_them_are_noticed() -> None:
    file = sealed(b"x" * (3 * PIECE))
    header, first, second = file[:HEADER_BYTES], file[HEADER_BYTES:][:SEALED_PIECE], file[HEADER_BYTES:][SEALED_PIECE:]
    turned = header + second[:SEALED_PIECE] + first + second[SEALED_PIECE:]
    for wrong in (turned, file + b"x", file + file[HEADER_BYTES:]):
        with pytest.raises(Unreadable, match="damaged"):
            opened(wrong)


def test_any_of_the_keys_opens_and_another_is_named_as_missing() -> None:
    file = sealed(b"x", OTHER)
    assert opened(file, KEY, OTHER) == b"x"
    with pytest.raises(Unreadable, match="not in BACKUP_KEY"):
        opened(file, KEY)


@pytest.mark.parametrize("file", [b"", b"MIXEN", b"PK\x03\x04" + b"x" * 100])
def test_a_file_of_somebody_else_is_told_apart(file: bytes) -> None:
    with pytest.raises(Unreadable, match="not made by"):
        opened(file)


def test_keys_are_read_strictly() -> None:
    one, other = new_key(), new_key()
    assert read_keys(f"{one}, {other}") == [read_key(one), read_key(other)]
    assert read_keys("") == []
    for wrong in ("kort", one[:-8], "ë" * 44):
        with pytest.raises(ValueError):
            read_keys(wrong)
