"""Writing in the knowledge centre keeps every version, and refuses what would lose one."""

import pytest

from mixen.errors import DomainError
from projects import actions
from projects.knowledge.comparing import compare
from projects.knowledge.searching import search
from projects.models import KnowledgePage


@pytest.fixture
def leaf(cast):
    return actions.add_knowledge_page(
        chapter="5-team", title="Koffie zetten", lead="Hoe je koffie zet.", text="Met water.\n", by=cast.coordinator
    )


def write(leaf, by, text="Met thee.\n", seen=1, title="Koffie zetten", what="thee"):
    return actions.write_knowledge_page(
        page=leaf, title=title, lead="Hoe je koffie zet.", text=text, what=what, seen_version=seen, by=by
    )


def test_a_new_page_has_an_address_and_a_first_version(leaf, cast):
    assert leaf.slug == "koffie-zetten"
    (first,) = leaf.versions.all()
    assert (first.number, first.text, first.made_by) == (1, "Met water.\n", cast.coordinator)


@pytest.mark.parametrize(
    ("title", "slug"), [("Nieuw", "nieuw-2"), ("أهلا", "bladzijde"), ("Koffie; zetten!", "koffie-zetten-2")]
)
def test_an_address_is_never_that_of_another_page(leaf, title, slug):
    made = actions.add_knowledge_page(chapter="5-team", title=title, lead="x", text="x\n", by=None)
    assert made.slug == slug


def test_a_title_is_there_once(leaf, cast):
    with pytest.raises(DomainError) as refusal:
        actions.add_knowledge_page(chapter="5-team", title="KOFFIE zetten", lead="x", text="x\n", by=None)
    assert refusal.value.field == "title"
    other = KnowledgePage.objects.get(slug="training")
    with pytest.raises(DomainError):
        write(other, cast.coordinator, title="Koffie zetten")


def test_every_change_is_a_version_with_who_and_what(leaf, cast):
    changed = write(leaf, cast.coordinator)
    assert (changed.version, changed.text) == (2, "Met thee.\n")
    newest = changed.versions.first()
    assert (newest.number, newest.what, newest.made_by, newest.text) == (2, "thee", cast.coordinator, "Met thee.\n")
    assert changed.versions.last().text == "Met water.\n"
    assert [hit.page for hit in search("met thee zetten")] == [changed]
    assert search("met water koffie zetten") == []


def test_the_same_words_make_no_version(leaf, cast):
    assert write(leaf, cast.coordinator, text="Met water.\n").version == 1
    assert leaf.versions.count() == 1


def test_who_saves_after_somebody_else_is_told_and_overwrites_nothing(leaf, cast):
    write(leaf, cast.coordinator)
    with pytest.raises(DomainError):
        write(leaf, cast.leader, text="Met melk.\n", seen=1)
    leaf.refresh_from_db()
    assert leaf.text == "Met thee.\n"
    assert write(leaf, cast.leader, text="Met melk.\n", seen=2).version == 3


def test_putting_back_is_a_version_too(leaf, cast):
    write(leaf, cast.coordinator)
    actions.put_knowledge_back(version=leaf.versions.get(number=1), by=cast.coordinator)
    leaf.refresh_from_db()
    assert (leaf.version, leaf.text) == (3, "Met water.\n")
    assert [row.number for row in leaf.versions.all()] == [3, 2, 1]
    assert "1" in leaf.versions.first().what


def test_the_history_tells_who_without_keeping_the_text_twice(leaf, cast):
    write(leaf, cast.coordinator)
    newest = leaf.history.first()
    assert newest.history_user == cast.coordinator
    assert newest.history_change_reason == "projects.write_knowledge_page"
    assert not hasattr(newest, "text") or "text" not in [field.name for field in newest._meta.fields]


def test_comparing_shows_what_went_and_came():
    lines = compare("een\n\ntwee\n\ndrie\n\nvier\n\nvijf", "een\n\ntwee\n\n3\n\nvier\n\nvijf")
    assert [(line.kind, line.text) for line in lines] == [
        ("skipped", ""), ("same", "twee"), ("gone", "drie"), ("new", "3"), ("same", "vier"),
    ]  # fmt: skip
    assert compare("gelijk", "gelijk\n\n") == []
