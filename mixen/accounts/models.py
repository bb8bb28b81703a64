"""Users with e-mail login, and the rows that tell who looked at, exported or was refused what."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.outbox import Outgoing


class UserManager(BaseUserManager["User"]):
    """Makes users; an e-mail address means the same in capitals."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user who may do nothing yet. Raises ValueError without an address."""
        if not email:
            raise ValueError("a user needs an e-mail address")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A coordinator who also sees what Django itself keeps; ``name`` falls back to the address."""
        fields.setdefault("name", email.partition("@")[0])
        return self.create_user(email, password, is_superuser=True, is_coordinator=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who logs in. Roles in a project and in a district are kept by ``projects``."""

    email = models.EmailField(_("e-mail"), max_length=254, unique=True)
    name = models.CharField(_("naam"), max_length=200)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    is_coordinator = models.BooleanField(
        _("coördinator"), default=False, help_text=_("Ziet en bestuurt alle projecten in de stad.")
    )
    needs_second_factor = models.BooleanField(
        _("tweede stap bij inloggen verplicht"),
        default=False,
        help_text=_("Staat vanzelf aan voor wie voor een stadsdeel werkt."),
    )
    leads_projects = models.BooleanField(
        _("leidt een project"),
        default=False,
        editable=False,
        help_text=_("Staat vanzelf aan voor een projectleider; ook die heeft een tweede stap nodig."),
    )
    is_active = models.BooleanField(_("actief"), default=True)
    date_joined = models.DateTimeField(_("aangemaakt op"), default=timezone.now, editable=False)
    erased_on = models.DateField(
        _("gewist op"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Van wie weg is blijft een regel zonder naam, want wat die persoon deed blijft staan."),
    )

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_one_per_email",
                violation_error_message=_("Er is al een account met dit e-mailadres."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_staff(self) -> bool:
        """May open the web admin: the coordinator, whose accounts a superuser's are too."""
        return self.is_active and self.is_coordinator

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Within the web admin the coordinator may do what the admin class of a model allows."""
        return self.is_staff or super().has_perm(perm, obj)

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff or super().has_module_perms(app_label)


class AuditEvent(models.Model):
    """One login, refusal, export or read of somebody's personal data. Writes are in each record's own history."""

    class Kind(models.TextChoices):
        LOGIN = "login", _("ingelogd")
        LOGIN_FAILED = "login_failed", _("inloggen mislukt")
        REFUSED = "refused", _("geweigerd")
        EXPORT = "export", _("geëxporteerd")
        READ = "read", _("gelezen")
        DOWNLOAD = "download", _("gedownload")
        ACCESS = "access", _("toegang gewijzigd")

    at = models.DateTimeField(_("wanneer"), default=timezone.now, editable=False, db_index=True)
    by = models.ForeignKey(
        User, verbose_name=_("wie"), null=True, blank=True, on_delete=models.SET_NULL, related_name="audit_events"
    )
    kind = models.CharField(_("wat"), max_length=20, choices=Kind)
    object_type = models.CharField(_("soort gegeven"), max_length=100, blank=True)
    object_id = models.CharField(_("nummer"), max_length=64, blank=True)
    # A number and no key: this app knows no project, and the trace outlives it.
    project_number = models.PositiveBigIntegerField(_("project"), null=True, blank=True, db_index=True)
    fields = models.JSONField(_("velden"), default=list, blank=True)
    detail = models.CharField(_("uitleg"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["object_type", "object_id"], name="accounts_event_object")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.object_type} {self.object_id}".strip()


class AccessNotice(Outgoing):
    """The mail that tells somebody that their access was changed. The row comes first."""

    class What(models.TextChoices):
        ADDED = "factor_added", _("tweede stap toegevoegd")
        REMOVED = "factor_removed", _("tweede stap weggehaald")
        NEW_CODES = "new_codes", _("nieuwe herstelcodes")
        RESET = "factor_reset", _("tweede stap gewist door de coördinator")
        PASSWORD = "password", _("wachtwoord gewijzigd")
        ENDS = "ends", _("account stopt over een maand")
        COORDINATOR = "coordinator", _("coördinator geworden")
        NO_COORDINATOR = "no_coordinator", _("geen coördinator meer")
        EMAIL = "email", _("e-mailadres gewijzigd")
        SWITCHED_ON = "switched_on", _("account weer aangezet")

    user = models.ForeignKey(User, verbose_name=_("account"), on_delete=models.CASCADE, related_name="access_notices")
    what = models.CharField(_("wat"), max_length=20, choices=What)
    at = models.DateTimeField(_("wanneer"), default=timezone.now)
    address = models.EmailField(
        _("naar een ander adres"),
        max_length=254,
        blank=True,
        default="",
        db_default="",
        help_text=_("Het adres van voor de wijziging. Is de mail weg, dan is het leeg."),
    )

    waits_since = "at"

    class Meta:
        verbose_name = _("mail over toegang")
        verbose_name_plural = _("mails over toegang")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.user}"
