"""How heavily what people share weighs in the proposals of one project."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mixen.accounts.audit import History
from projects.models import Project


class Weights(models.Model):
    """How heavily what people share weighs in a project's proposals: whole numbers from 0 to 1000."""

    project = models.OneToOneField(
        Project, verbose_name=_("project"), on_delete=models.CASCADE, related_name="matching_weights"
    )
    language = models.PositiveSmallIntegerField(_("dezelfde taal"), default=300)
    postcode = models.PositiveSmallIntegerField(_("dicht bij elkaar wonen"), default=200)
    dayparts = models.PositiveSmallIntegerField(_("op dezelfde tijd kunnen"), default=200)
    interests = models.PositiveSmallIntegerField(_("van hetzelfde houden"), default=200)
    age = models.PositiveSmallIntegerField(_("ongeveer even oud zijn"), default=50)
    children = models.PositiveSmallIntegerField(_("allebei kinderen of allebei niet"), default=50)

    CRITERIA = ("language", "postcode", "dayparts", "interests", "age", "children")
    MOST = 1000

    history = History()

    class Meta:
        verbose_name = _("gewichten")
        verbose_name_plural = _("gewichten")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    language__lte=1000,
                    postcode__lte=1000,
                    dayparts__lte=1000,
                    interests__lte=1000,
                    age__lte=1000,
                    children__lte=1000,
                ),
                name="matching_weights_up_to_1000",
                violation_error_message=_("Vul een getal in van 0 tot en met 1000."),
            )
        ]

    def __str__(self) -> str:
        return str(self.project)

    def as_dict(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in self.CRITERIA}
