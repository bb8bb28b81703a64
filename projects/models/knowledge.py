"""The knowledge centre: pages about how the programme works, and every version each of them had."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from mixen.fields import refuse_control_characters


class KnowledgeChapter(models.TextChoices):
    """Where a page stands, in the order in which a project needs it. Code says ``KnowledgePage.Chapter``."""

    BEGINNING = "1-beginning", _("Een project beginnen")
    RECRUITING = "2-recruiting", _("Mensen vinden")
    MEETINGS = "3-meetings", _("Bijeenkomsten")
    GUIDING = "4-guiding", _("Koppels begeleiden")
    TEAM = "5-team", _("Het team")
    ACCOUNTS = "6-accounts", _("Geld, privacy en verantwoording")


class KnowledgePageQuerySet(models.QuerySet["KnowledgePage"]):
    def in_order(self) -> "KnowledgePageQuerySet":
        """By chapter, as in the table of contents."""
        return self.order_by("chapter", "position", "title")


class KnowledgePage(models.Model):
    """One page as it is now. ``text`` is Markdown; ``folded`` is what a search looks in, capitals and accents gone."""

    Chapter = KnowledgeChapter

    slug = models.SlugField(_("adres op het web"), max_length=80, unique=True)
    chapter = models.CharField(_("hoofdstuk"), max_length=20, choices=KnowledgeChapter)
    position = models.PositiveSmallIntegerField(_("plaats in het hoofdstuk"), default=100)
    title = models.CharField(_("titel"), max_length=120, unique=True, validators=[refuse_control_characters])
    lead = models.CharField(
        _("waar gaat het over, in één zin"), max_length=250, validators=[refuse_control_characters]
    )
    text = models.TextField(_("tekst"))
    version = models.PositiveIntegerField(_("versie"), default=1)
    changed_at = models.DateTimeField(_("veranderd op"), default=timezone.now)
    folded = models.TextField(_("om in te zoeken"), blank=True, editable=False)

    objects = KnowledgePageQuerySet.as_manager()
    history = History(excluded_fields=["text", "folded"])  # every text is a KnowledgeVersion

    class Meta:
        verbose_name = _("bladzijde van het kenniscentrum")
        verbose_name_plural = _("bladzijden van het kenniscentrum")
        ordering = ["chapter", "position", "title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("projects:knowledge_page", args=[self.slug])


class KnowledgeVersion(models.Model):
    """What a page said from one moment on; never changed. ``made_by`` is empty for the programme's own first texts."""

    page = models.ForeignKey(
        KnowledgePage, verbose_name=_("bladzijde"), on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField(_("versie"))
    title = models.CharField(_("titel"), max_length=120)
    lead = models.CharField(_("waar gaat het over, in één zin"), max_length=250)
    text = models.TextField(_("tekst"))
    what = models.CharField(_("wat is er veranderd"), max_length=200, blank=True)
    made_at = models.DateTimeField(_("bewaard op"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("bewaard door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("versie van een bladzijde")
        verbose_name_plural = _("versies van bladzijden")
        ordering = ["page", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "number"],
                name="projects_knowledgeversion_number_once",
                violation_error_message=_("Deze versie bestaat al."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, versie {self.number}"
