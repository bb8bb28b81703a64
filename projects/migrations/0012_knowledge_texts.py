"""The first texts of the knowledge centre, from the files beside the code."""

from django.db import migrations

from projects.knowledge.texts import bring_in


def add_texts(apps, schema_editor):
    bring_in(apps.get_model("projects", "KnowledgePage"), apps.get_model("projects", "KnowledgeVersion"))


class Migration(migrations.Migration):
    dependencies = [("projects", "0011_knowledge_and_publicity")]
    operations = [migrations.RunPython(add_texts, migrations.RunPython.noop)]
