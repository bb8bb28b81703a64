"""``manage.py words``: bring the catalogues in line with what participants read, and compile them."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import override

from mixen.languages import TRANSLATED
from mixen.words import words


class Command(BaseCommand):
    """Adds what is missing (empty, so that a test fails until it is translated), drops what nobody reads any more."""

    help = "Update locale/*/django.po with what participants read, and compile them. Needs polib (requirements-dev)."

    def handle(self, *args: Any, **options: Any) -> None:
        import polib

        keys, dates = words(), _dates()
        for language in TRANSLATED:
            path = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"
            file = polib.pofile(str(path), wrapwidth=110)
            known = {_key(entry): entry for entry in file}
            for key in sorted(keys - known.keys()):
                context, _separator, text = key.rpartition("\x04")
                file.append(polib.POEntry(msgid=text, msgctxt=context or None, msgstr=""))
            for key, entry in known.items():
                if key not in keys and entry.msgid not in dates:
                    file.remove(entry)
            file.save()
            file.save_as_mofile(str(path.with_suffix(".mo")))
            missing = sum(not entry.msgstr for entry in file)
            self.stdout.write(f"{language}: {len(file)} texts, {missing} not translated")


def _key(entry: Any) -> str:
    return f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else str(entry.msgid)


def _dates() -> set[str]:
    """Django's own names of days and months, which stand in the catalogue of a language it has none of."""
    with override(None):
        return {str(name) for name in (*WEEKDAYS.values(), *MONTHS.values())}
