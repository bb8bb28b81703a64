"""Looking through everything that is kept, for what should be nowhere."""

from django.db import connection


def in_all_tables(word: str) -> list[str]:
    """The tables in which ``word`` stands anywhere."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            if any(word.casefold() in repr(row).casefold() for row in cursor.fetchall()):
                found.append(table)
    return sorted(found)
