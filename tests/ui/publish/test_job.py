"""Work in a thread: its news comes to the window's thread, in order, and nothing else does."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from planner.domain.errors import InvalidValue
from planner.ui.publish.job import Handle, Job
from tests.helpers.looks import wait_until_freed


@pytest.fixture
def parent() -> QObject:
    return QObject()


def test_what_the_work_returns_comes_after_how_far_it_was(parent: QObject, qtbot: QtBot) -> None:
    heard: list[object] = []

    def work(handle: Handle) -> int:
        for number in range(3):
            handle.progress(number, 2)
        return threading.get_ident()

    job = Job(work, parent)
    job.progressed.connect(lambda done, total: heard.append((done, total, threading.get_ident())))
    job.done.connect(heard.append)
    with qtbot.waitSignal(job.ended):
        job.start()
    here = threading.get_ident()
    assert heard[:3] == [(0, 2, here), (1, 2, here), (2, 2, here)]
    assert heard[3] != here


def test_what_went_wrong_comes_as_a_sentence(parent: QObject, qtbot: QtBot) -> None:
    def work(_handle: Handle) -> None:
        raise InvalidValue("It did not work.")

    job = Job(work, parent)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert told.args == ["It did not work."]


def test_a_mistake_in_the_program_is_told_and_raised_in_the_window(parent: QObject, qtbot: QtBot) -> None:
    def work(_handle: Handle) -> None:
        raise ZeroDivisionError

    job = Job(work, parent)
    with capture_exceptions() as raised, qtbot.waitSignal(job.failed) as told:
        job.start()
    assert told.args == ["Something unexpected happened."]
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_cancelling_is_heard_by_the_work(parent: QObject, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(handle: Handle) -> str:
        begun.set()
        return "cancelled" if handle._cancelled.wait(20) else "never"

    job = Job(work, parent)
    job.start()
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(job.done) as told:
        job.cancel()
    assert told.args == ["cancelled"]


def test_a_window_that_is_gone_hears_nothing_more(parent: QObject, qtbot: QtBot) -> None:
    go_on, over = threading.Event(), threading.Event()

    def work(handle: Handle) -> None:
        go_on.wait(20)
        handle.progress(1, 1)
        over.set()

    job = Job(work, parent)
    heard: list[object] = []
    job.done.connect(heard.append)
    job.start()
    job.deleteLater()
    wait_until_freed(qtbot, job)
    go_on.set()
    qtbot.waitUntil(over.is_set)
    assert heard == []
