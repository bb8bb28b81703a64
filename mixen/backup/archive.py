"""What is in a copy: a sealed tar of the database, the files, the keys and the lists, and at the end what that was."""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, BinaryIO, Self, cast

from mixen.backup.sealing import Opener, Sealer, Unreadable

FORMAT = 1
DATABASE, FILES, KEYS, LISTS, MANIFEST = "database", "files", "keys", "lists", "manifest.json"


@dataclass
class Manifest:
    """What a copy holds and of what it is one; ``members`` has the hash of every member by its name."""

    made_at: str
    release: str
    revision: str
    vendor: str
    secret: str
    migrations: list[list[str]]
    counts: dict[str, int]
    members: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT

    @classmethod
    def read(cls, content: bytes) -> Self:
        """Raises Unreadable for one of another time."""
        known = json.loads(content)
        if known.get("format") != FORMAT:
            raise Unreadable(f"its form is {known.get('format')}, and this release reads form {FORMAT}")
        return cls(**known)

    def names(self, kind: str) -> list[str]:
        """The members of one kind, without it: the files, say, by the names the database knows."""
        return [name.removeprefix(f"{kind}/") for name in self.members if name.startswith(f"{kind}/")]


class Hashing(io.RawIOBase):
    """Reads from ``source``, and knows the hash of what was read."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self._hash = source, hashlib.sha256()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._source.read(size)
        self._hash.update(data)
        return data

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


class Packer:
    """Puts members into a copy at ``target``, one after the other; ``finish`` says what they were."""

    def __init__(self, target: BinaryIO, key: bytes) -> None:
        self._sealer = Sealer(target, key)
        self._tar = tarfile.open(mode="w|", fileobj=cast(Any, self._sealer), format=tarfile.PAX_FORMAT)  # noqa: SIM115
        self._hashes: dict[str, str] = {}

    def add(self, name: str, content: IO[bytes], size: int) -> None:
        """Put ``size`` bytes of ``content`` in; OSError when there are fewer."""
        entry = tarfile.TarInfo(name)
        entry.size = size
        source = Hashing(content)
        self._tar.addfile(entry, cast(Any, source))
        self._hashes[name] = source.sha256

    def add_bytes(self, name: str, content: bytes) -> None:
        self.add(name, io.BytesIO(content), len(content))

    def add_path(self, name: str, path: Path) -> None:
        with path.open("rb") as file:
            self.add(name, file, path.stat().st_size)

    def finish(self, manifest: Manifest) -> Manifest:
        """Write what the members were, and the end."""
        manifest.members = dict(self._hashes)
        self.add_bytes(MANIFEST, json.dumps(asdict(manifest), sort_keys=True).encode())
        self._tar.close()
        self._sealer.finish()
        return manifest


def members(path: Path, keys: Sequence[bytes]) -> Iterator[tuple[str, Hashing]]:
    """Each member of the copy at ``path`` with its content, to be read before the next. Raises Unreadable."""
    with path.open("rb") as file:
        opened = Opener(file, keys)
        try:
            with tarfile.open(mode="r|", fileobj=cast(Any, opened)) as tar:
                for entry in tar:
                    if content := tar.extractfile(entry):
                        yield entry.name, Hashing(content)
        except tarfile.TarError as error:
            raise Unreadable("it is damaged") from error
        while opened.read(1024 * 1024):
            pass  # its end is part of what has to be whole


def examine(path: Path, keys: Sequence[bytes]) -> Manifest:
    """Read all of the copy at ``path`` and compare every member with what the copy says it is. Raises Unreadable."""
    found: dict[str, str] = {}
    manifest = None
    for name, content in members(path, keys):
        if name == MANIFEST:
            manifest = Manifest.read(content.read())
            continue
        while content.read(1024 * 1024):
            pass
        found[name] = content.sha256
    if manifest is None:
        raise Unreadable("it does not say what it holds")
    if found != manifest.members:
        different = sorted(set(found.items()) ^ set(manifest.members.items()))
        raise Unreadable(f"{different[0][0]} is not what it was")
    return manifest
