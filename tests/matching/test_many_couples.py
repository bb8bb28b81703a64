"""A city in which many couples lose sight of each other at once: who is shown has a name, the others are counted."""

from datetime import timedelta
from typing import Any

from matching.attention import couples_not_seen
from projects.actions import snooze
from projects.watching import Attention, AttentionItem, look_at
from tests.conftest import NOW, Cast
from tests.mixen.test_query_counts import couples

TODAY = NOW.date()
# With more people than SQLite takes conditions in one question.
MANY = 520


def of_kind(found: Attention) -> list[AttentionItem]:
    return [item for item in found.items if item.kind == "couples_not_seen"]


def test_the_first_page_is_there_and_tells_how_many_more(
    cast: Cast, as_user: Any, django_assert_max_num_queries: Any
) -> None:
    many = couples(cast, MANY)
    client = as_user(cast.leader)
    with django_assert_max_num_queries(80):
        text = client.get("/").content.decode()
    assert f"Nog {MANY - 5} zoals hierboven" in text
    assert f"{MANY} koppels hebben elkaar langer dan 14 dagen niet gezien" in text
    lines = list(couples_not_seen([cast.project], TODAY))
    assert [(line.key, line.count) for line in lines] == [
        *((f"couples_not_seen:{couple.pk}", 1) for couple in many[:5]),
        ("couples_not_seen:others", MANY - 5),
    ]


def test_who_is_put_off_is_named_there_and_not_counted(cast: Cast) -> None:
    many = couples(cast, 8)
    off = [f"couples_not_seen:{couple.pk}" for couple in (many[0], many[-1])]
    for key in off:
        snooze(project=cast.project, key=key, until=TODAY + timedelta(days=2), reason="met vakantie", by=cast.leader)
    found = look_at([cast.project], TODAY)
    assert [item.key for item in of_kind(found)] == [
        *(f"couples_not_seen:{couple.pk}" for couple in many[1:6]),
        "couples_not_seen:rest",
    ]
    assert of_kind(found)[-1].count == 1
    assert {item.key for item, _snooze in found.put_off} == set(off)
