"""``manage.py export_report <slug> --to DIR``: a project's end report as files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from projects.models import EndReport, Project
from projects.report import compute
from projects.report_files import report_pdf, report_xlsx


class Command(BaseCommand):
    """Writes eindverslag.pdf and eindverslag.xlsx: the newest final version, or the draft as it is now."""

    help = "Schrijft eindverslag.pdf en eindverslag.xlsx van een project."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("project", help="het adres van het project, bijvoorbeeld osdorp-2010")
        parser.add_argument("--to", required=True, type=Path, help="de map om in te schrijven")

    def handle(self, *args: Any, **options: Any) -> None:
        project = Project.objects.filter(slug=options["project"]).first()
        if project is None:
            raise CommandError(f"Er is geen project '{options['project']}'.")
        folder: Path = options["to"]
        folder.mkdir(parents=True, exist_ok=True)
        final = project.end_reports.final().first()
        if final:
            with final.pdf.open("rb") as stored_pdf, final.xlsx.open("rb") as stored_xlsx:
                pdf, xlsx = stored_pdf.read(), stored_xlsx.read()
        else:
            draft = project.end_reports.first() or EndReport(project=project, texts={"background": project.aim})
            computed = compute(project)
            pdf, xlsx = report_pdf(draft, computed, None), report_xlsx(draft, computed)
        (folder / "eindverslag.pdf").write_bytes(pdf)
        (folder / "eindverslag.xlsx").write_bytes(xlsx)
        self.stdout.write(f"Geschreven in {folder}: eindverslag.pdf en eindverslag.xlsx")
