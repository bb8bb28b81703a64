"""Noting who read a translation through in their mother tongue."""

from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.catalogue import fingerprint
from mixen.errors import DomainError
from mixen.languages import TRANSLATED
from participants.models import ConsentText, LanguageReview


@action
def note_review(*, language: str, read_by: str, by: User | None) -> LanguageReview:
    """Somebody read every word in ``language`` through as it is now, the texts of consent among them."""
    if language not in TRANSLATED:
        raise DomainError(_("Deze taal hoeft niet te worden nagelezen."))
    today = timezone.localdate()
    facts = {"fingerprint": fingerprint(language), "read_by": read_by, "read_on": today}
    row, _made = LanguageReview.objects.update_or_create(language=language, defaults=facts)
    for text in ConsentText.objects.in_force(language).values():
        if text.language == language and not text.was_read:
            text.read_by, text.read_on = read_by, today
            text.save(update_fields=["read_by", "read_on"])
    return row
