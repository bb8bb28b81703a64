"""Django's rules for passwords, told as we speak: with 'je'."""

from django.contrib.auth import password_validation as rules
from django.utils.translation import gettext as _


class NotLikeYou(rules.UserAttributeSimilarityValidator):
    def get_help_text(self) -> str:
        return _("Gebruik niet je naam of je e-mailadres.")


class LongEnough(rules.MinimumLengthValidator):
    def get_help_text(self) -> str:
        return _("Neem ten minste %(number)s tekens. Een paar woorden achter elkaar is goed te onthouden.") % {
            "number": self.min_length
        }


class NotCommon(rules.CommonPasswordValidator):
    def get_help_text(self) -> str:
        return _("Neem geen wachtwoord dat veel mensen gebruiken.")
