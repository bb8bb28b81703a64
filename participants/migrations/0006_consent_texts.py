"""The texts people agree to, version 2, in nine languages: what they say is what the programme does now."""

import json
from pathlib import Path

from django.db import migrations

VERSION = 2
TEXTS = Path(__file__).resolve().parent.parent / "consent_texts.json"


def add_texts(apps, schema_editor):
    ConsentText = apps.get_model("participants", "ConsentText")
    for kind, bodies in json.loads(TEXTS.read_text()).items():
        for language, body in bodies.items():
            ConsentText.objects.get_or_create(kind=kind, version=VERSION, language=language, defaults={"body": body})


def remove_texts(apps, schema_editor):
    ConsentText = apps.get_model("participants", "ConsentText")
    ConsentText.objects.filter(version=VERSION, consents__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [("participants", "0005_not_the_same")]
    operations = [migrations.RunPython(add_texts, remove_texts)]
