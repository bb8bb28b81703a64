"""A stream that is encrypted while it is written, and that says so when a byte of it was changed or its end is gone.

The file begins with a mark, the name of its key and a random salt. Then come pieces of 64 KiB, each sealed with
AES-256-GCM under a key derived from the salt, numbered, and the last one marked as the last (ADR 0031).
"""

import hashlib
import io
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MARK = b"MIXEN-1\n"
KEY_BYTES, NAME_BYTES, SALT_BYTES, TAG_BYTES = 32, 8, 16, 16
HEADER_BYTES = len(MARK) + NAME_BYTES + SALT_BYTES
PIECE = 64 * 1024


class Unreadable(Exception):
    """This is no copy of ours, it is damaged, or no key here opens it; the text says which."""


def new_key() -> str:
    """A key as it stands in ``BACKUP_KEY``."""
    return urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def read_key(text: str) -> bytes:
    """The key that ``text`` writes. Raises ValueError when it is none."""
    key = urlsafe_b64decode(text.encode("ascii"))
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, this one has {len(key)}")
    return key


def read_keys(text: str) -> list[bytes]:
    """Keys with commas between; the first seals. Raises ValueError."""
    return [read_key(one.strip()) for one in text.split(",") if one.strip()]


def name_of(key: bytes) -> bytes:
    """What a file says about the key that opens it; tells nothing about the key."""
    return hashlib.sha256(b"mixen backup key" + key).digest()[:NAME_BYTES]


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), KEY_BYTES, salt, b"mixen backup").derive(key))


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class Sealer(io.RawIOBase):
    """Writes to ``target`` what is written to it, sealed with ``key``. Only ``close`` writes the end."""

    def __init__(self, target: BinaryIO, key: bytes) -> None:
        salt = os.urandom(SALT_BYTES)
        self._target, self._cipher = target, _cipher(key, salt)
        self._header = MARK + name_of(key) + salt
        self._waiting, self._number = bytearray(), 0
        target.write(self._header)

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self._waiting += data
        # One piece always stays behind, because the last one is sealed as such.
        while len(self._waiting) > PIECE:
            self._seal(self._waiting[:PIECE], last=False)
            del self._waiting[:PIECE]
        return len(memoryview(data))

    def _seal(self, piece: bytearray, *, last: bool) -> None:
        self._target.write(self._cipher.encrypt(_nonce(self._number, last), bytes(piece), self._header))
        self._number += 1

    def finish(self) -> None:
        """Write the end; without it the file is not whole."""
        self._seal(self._waiting, last=True)
        self._waiting = bytearray()


class Opener(io.RawIOBase):
    """Reads what a Sealer wrote to ``source``, with whichever of ``keys`` it names. Raises Unreadable."""

    def __init__(self, source: BinaryIO, keys: Sequence[bytes]) -> None:
        header = source.read(HEADER_BYTES)
        if len(header) < HEADER_BYTES or not header.startswith(MARK):
            raise Unreadable("this file was not made by 'manage.py backup'")
        name = header[len(MARK) : len(MARK) + NAME_BYTES]
        key = next((key for key in keys if name_of(key) == name), None)
        if key is None:
            raise Unreadable(f"it was sealed with key {name.hex()}, which is not in BACKUP_KEY")
        self._source, self._header = source, header
        self._cipher = _cipher(key, header[-SALT_BYTES:])
        self._next, self._number = self._piece(), 0
        self._open, self._ended = b"", False

    def readable(self) -> bool:
        return True

    def _piece(self) -> bytes:
        return self._source.read(PIECE + TAG_BYTES)

    def readinto(self, buffer: Any, /) -> int:
        if not self._open and not self._ended:
            self._open_next()
        view = memoryview(buffer).cast("B")
        size = min(len(view), len(self._open))
        view[:size] = self._open[:size]
        self._open = self._open[size:]
        return size

    def _open_next(self) -> None:
        piece, self._next = self._next, self._piece()
        self._ended = not self._next
        try:
            self._open = self._cipher.decrypt(_nonce(self._number, self._ended), piece, self._header)
        except InvalidTag as error:
            raise Unreadable("it is damaged, or its end is missing") from error
        self._number += 1
