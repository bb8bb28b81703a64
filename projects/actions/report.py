"""Writing the end report and freezing it."""

import hashlib

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext as _

from mixen.accounts.audit import action
from mixen.accounts.models import User
from mixen.errors import DomainError
from projects.models import EndReport, Project
from projects.permissions import Permission, may
from projects.report import SECTIONS, proposed_texts
from projects.report_files import FinalFiles


@action
def start_report(*, project: Project, by: User | None) -> EndReport:
    """The draft to write in: the one there is, or a new version that takes over the newest texts.

    The first version begins with the texts that the project's own rows propose.
    """
    Project.objects.select_for_update().get(pk=project.pk)
    newest = project.end_reports.order_by("-version").first()
    if newest and not newest.is_final:
        return newest
    texts = newest.texts if newest else proposed_texts(project)
    return EndReport.objects.create(
        project=project,
        version=newest.version + 1 if newest else 1,
        texts=texts,
        name_countries=newest.name_countries if newest else False,
    )


@action
def save_report_texts(*, report: EndReport, texts: dict[str, str], name_countries: bool, by: User | None) -> EndReport:
    """Keep the texts of a draft; sections that are not given keep theirs.

    Raises DomainError when somebody else than the coordinator wants to name the countries that few people come from.
    """
    report = _draft(report)
    if name_countries and not report.name_countries and by and not may(by, Permission.MANAGE_CITY):
        raise DomainError(_("Alleen de coördinator besluit om alle landen te noemen."), field="name_countries")
    report.texts = {**report.texts, **{key: text for key, text in texts.items() if key in SECTIONS}}
    report.name_countries = name_countries
    report.save()
    return report


@action
def finalise_report(*, report: EndReport, files: FinalFiles, by: User | None) -> EndReport:
    """Freeze ``files``, as ``prepare_final`` made them, with the texts they were made of.

    A final report never changes; a later wish is a new version. Raises DomainError when the texts were changed after
    the files were made.
    """
    locked = _draft(report)
    if (locked.texts, locked.name_countries) != (report.texts, report.name_countries):
        raise DomainError(_("Iemand heeft de tekst net veranderd. Lees het verslag nog eens en stel het dan vast."))
    closing = locked.project.meetings.closing()
    if closing is None or closing.day > timezone.localdate():
        raise DomainError(_("De slotbijeenkomst moet nog komen. Stel het verslag daarna vast."))
    locked.status = EndReport.Status.FINAL
    locked.figures = files.figures
    locked.finalised_at = files.made_at
    locked.finalised_by = by
    locked.sha256 = hashlib.sha256(files.pdf).hexdigest()
    name = f"{locked.project.slug}-v{locked.version}"
    locked.pdf.save(f"{name}.pdf", ContentFile(files.pdf), save=False)
    locked.xlsx.save(f"{name}.xlsx", ContentFile(files.xlsx), save=False)
    locked.save()
    return locked


def _draft(report: EndReport) -> EndReport:
    """The report as it is now, locked; DomainError when it is final."""
    locked = EndReport.objects.select_for_update().select_related("project__district").get(pk=report.pk)
    if locked.is_final:
        raise DomainError(_("Dit verslag is vastgesteld. Maak een nieuwe versie om iets te veranderen."))
    return locked
