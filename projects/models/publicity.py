"""What a project tells the world: whom people can ask, and the texts that are made of its data."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters
from projects.models.project import Project


class PublicityKind(models.TextChoices):
    """The texts of a project. Code says ``PublicityText.Kind``."""

    PRESS = "press", _("Persbericht")
    FOLDER = "folder", _("Folder")
    POSTER = "poster", _("Poster")
    VOLUNTEERS = "volunteers", _("Tekst voor de vrijwilligerscentrale")
    RECRUITING = "recruiting", _("Wervingstekst voor ambassadeurs")
    VACANCY = "vacancy", _("Vacature ambassadeur")


class PublicContact(models.Model):
    """Whom people outside can call or mail about a project; stands in its texts and on its public page."""

    project = models.OneToOneField(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="public_contact"
    )
    name = models.CharField(_("naam"), max_length=100, validators=[refuse_control_characters])
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)

    history = History()

    class Meta:
        verbose_name = _("contact voor het publiek")
        verbose_name_plural = _("contacten voor het publiek")
        ordering = ["project"]

    def __str__(self) -> str:
        return self.name


class PublicityText(models.Model):
    """A text of a project as somebody keeps it.

    ``filled`` tells what the project's data said in it, by the name of the fact: with that, a date that has moved can
    be found in the text, and replaced while all else stays as it was typed.
    """

    Kind = PublicityKind

    project = models.ForeignKey(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="publicity_texts"
    )
    kind = models.CharField(_("soort"), max_length=20, choices=PublicityKind)
    title = models.CharField(_("kop"), max_length=120)
    text = models.TextField(_("tekst"))
    filled = models.JSONField(_("ingevuld uit het project"), default=dict, blank=True)
    changed_at = models.DateTimeField(_("veranderd op"), auto_now=True)

    history = History()

    class Meta:
        verbose_name = _("tekst voor publiciteit")
        verbose_name_plural = _("teksten voor publiciteit")
        ordering = ["project", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "kind"],
                name="projects_publicitytext_kind_once",
                violation_error_message=_("Deze tekst is er al."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.project}"
