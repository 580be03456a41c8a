"""Loading in turns of the loop."""

import gc

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from planner.ui.opening.loading import Loading, collect_garbage_again


def test_the_loop_turns_between_two_parts(qtbot: QtBot, qapp: QObject) -> None:
    done: list[str] = []
    loading = Loading(["json", "csv"], lambda: done.append("loaded"), qapp)
    loading.begin()
    QTimer.singleShot(0, lambda: done.append("clicked"))
    assert not done
    qtbot.waitUntil(lambda: "loaded" in done)
    assert done == ["clicked", "loaded"]


def test_garbage_is_collected_again_once_all_is_loaded() -> None:
    gc.disable()
    try:
        collect_garbage_again()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.enable()
