"""The list of erased accounts goes along in every copy, and is played back after every restore (ADR 0031)."""

from collections.abc import Sequence

from mixen.backup import lists
from mixen.errors import DomainError
from projects import erased_accounts
from projects.actions.accounts import forget_again


class ErasedAccounts:
    """The file of ``erased_accounts``, which only grows."""

    name = "erased-accounts.jsonl"

    def read(self) -> bytes:
        """What it holds on this machine."""
        place = erased_accounts.place()
        return place.read_bytes() if place.exists() else b""

    def replay(self, texts: Sequence[bytes]) -> str:
        """Erase again the accounts that stand in one of ``texts``, whatever is in their hands."""
        entries = {entry for text in texts for entry in erased_accounts.read(text.decode())}
        back, kept = erased_accounts.standing(entries), 0
        for user in back:
            try:
                forget_again(user=user, by=None)
            except DomainError:  # in that copy there was no other coordinator: somebody has to be able to get in
                kept += 1
        erased_accounts.save()
        said = f"{len(back) - kept} accounts erased again; {len(entries) - len(back)} others of the list stay erased."
        return f"{said} {kept} is the only coordinator: make another one, and erase this one." if kept else said


lists.register(ErasedAccounts())
