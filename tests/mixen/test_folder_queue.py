"""The queue in a folder: messages appear whole, and what is not whole stops nobody."""

import json
import logging
import os
from pathlib import Path
from queue import Empty

import pytest
from kombu import Connection
from kombu.exceptions import ChannelError

from mixen.folder_queue import Transport


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """A queue of this test alone: Kombu remembers for the whole process which queues it made."""
    return str(request.node.name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("messages", "control"):
        (tmp_path / name).mkdir()
    return tmp_path


def connect(folder, transport=Transport):
    messages = str(folder / "messages")
    options = {"data_folder_in": messages, "data_folder_out": messages, "control_folder": str(folder / "control")}
    return Connection("filesystem://localhost", transport=transport, transport_options=options)


def test_what_is_put_in_comes_out_once(folder, name):
    with connect(folder) as here, connect(folder) as there, here.SimpleQueue(name) as sender:
        sender.put({"naam": "Wíntér"})
        with there.SimpleQueue(name) as receiver:
            message = receiver.get(timeout=5)
            message.ack()
            assert message.payload == {"naam": "Wíntér"}
            with pytest.raises(Empty):
                receiver.get(timeout=0.1)
    assert list((folder / "messages").iterdir()) == []


def test_nobody_sees_a_message_or_an_exchange_before_it_is_whole(folder, name, monkeypatch):
    seen = []

    def link(aside, file):
        seen.append((Path(file).exists(), Path(aside).read_text()))
        true_link(aside, file)

    true_link = os.link
    monkeypatch.setattr("mixen.folder_queue.os.link", link)
    with connect(folder) as here, here.SimpleQueue(name) as sender:
        sender.put({"n": 1})
    assert [there for there, _text in seen] == [False, False]
    assert seen[0][1] == "[]"
    assert seen[1][1].endswith("}")


def test_a_message_that_is_not_whole_is_left_out_and_the_next_one_is_taken(folder, name, caplog):
    with connect(folder) as here, here.SimpleQueue(name) as queue:
        (folder / "messages" / f"1_broken.{name}.msg").write_text("")
        queue.put({"n": 2})
        with caplog.at_level(logging.WARNING):
            assert queue.get(timeout=5).payload == {"n": 2}
    assert "not whole" in caplog.text


def test_a_folder_that_is_gone_is_the_error_that_a_queue_gives(folder, name):
    with connect(folder) as here, here.SimpleQueue(name) as queue:
        (folder / "messages").rmdir()
        with pytest.raises(ChannelError):
            queue.put({})


def test_who_comes_second_to_a_new_exchange_uses_that_of_the_first(folder, name, monkeypatch):
    """Web server and worker start together on a bare machine."""
    true_link = os.link
    taken = []

    def link(aside, file):
        if Path(file).suffix == ".exchange":
            Path(file).write_text('[["other", "other", "other"]]')
            taken.append(file)
        true_link(aside, file)

    monkeypatch.setattr("mixen.folder_queue.os.link", link)
    with connect(folder) as here, here.SimpleQueue(name) as queue:
        queue.put({"n": 1})
        assert queue.get(timeout=5).payload == {"n": 1}
    assert len(taken) == 1
    assert ["other"] * 3 in json.loads(Path(taken[0]).read_text())
