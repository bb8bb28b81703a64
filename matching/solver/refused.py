"""What the core answers to input it cannot take."""

from typing import Any


class Refused(ValueError):
    """The input asks for something impossible; ``people`` are the ids it is about."""

    def __init__(self, message: str, people: list[str] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.people = people or []

    def document(self) -> dict[str, Any]:
        """The error as it is written out."""
        return {"error": self.message, "people": self.people}
