"""The nine languages of everything a participant reads. Dutch is the source; who works here reads Dutch."""

from typing import NamedTuple


class ReadingLanguage(NamedTuple):
    """A language somebody can read in: its code, its name in itself, and its name in Dutch."""

    code: str
    own_name: str
    dutch_name: str
    right_to_left: bool = False

    @property
    def direction(self) -> str:
        """As HTML wants it: ``rtl`` or ``ltr``."""
        return "rtl" if self.right_to_left else "ltr"


READING_LANGUAGES = {
    language.code: language
    for language in (
        ReadingLanguage("nl", "Nederlands", "Nederlands"),
        ReadingLanguage("en", "English", "Engels"),
        ReadingLanguage("ar", "العربية", "Arabisch", right_to_left=True),
        ReadingLanguage("tr", "Türkçe", "Turks"),
        ReadingLanguage("fr", "Français", "Frans"),
        ReadingLanguage("es", "Español", "Spaans"),
        ReadingLanguage("uk", "Українська", "Oekraïens"),
        ReadingLanguage("ti", "ትግርኛ", "Tigrinya"),
        ReadingLanguage("fa", "فارسی", "Perzisch (Farsi)", right_to_left=True),
    )
}
SOURCE = "nl"
TRANSLATED = tuple(code for code in READING_LANGUAGES if code != SOURCE)
CHOICES = [(language.code, language.own_name) for language in READING_LANGUAGES.values()]
