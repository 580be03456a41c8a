"""Loading in turns of the loop."""

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from planner.ui.opening.loading import Loading


def test_the_loop_turns_between_two_parts(qtbot: QtBot, qapp: QObject) -> None:
    done: list[str] = []
    loading = Loading(["json", "csv"], lambda: done.append("loaded"), qapp)
    loading.begin()
    QTimer.singleShot(0, lambda: done.append("clicked"))
    assert not done
    qtbot.waitUntil(lambda: "loaded" in done)
    assert done == ["clicked", "loaded"]
