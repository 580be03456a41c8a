"""How long a plan takes from its file to the painted window while the program runs: 100 ms for 300
activities, 400 ms for 10,000. All checks of the file are among it; 1600 x 900, by the raster engine.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.main_window import MainWindow
from planner.ui.settings import Settings
from tests.bench.figures import START, measure
from tests.helpers.big_plans import study_plan
from tests.helpers.looks import dressed

pytestmark = pytest.mark.bench


@pytest.mark.parametrize(("activities", "most_ms"), [(300, 100), (10_000, 400)])
def test_open_to_painted(
    qapp: QApplication,
    qtbot: QtBot,
    benchmark: BenchmarkFixture,
    tmp_path: Path,
    activities: int,
    most_ms: float,
) -> None:
    path = tmp_path / "path.milepost"
    Document.create(path, study_plan(activities)).close()
    shown: list[MainWindow] = []

    def close_the_last() -> tuple[tuple[()], dict[str, object]]:
        for window in shown:
            window.close()
            window.editor.document.close()
        shown.clear()
        QApplication.processEvents()
        return (), {}

    def open_it() -> None:
        editor = Editor(Document.open(path), lambda: START + timedelta(days=90))
        window = MainWindow(editor, look, Settings(tmp_path / "milepost.ini"))
        window.resize(1600, 900)
        window.show()
        QApplication.processEvents()
        shown.append(window)

    with dressed(qapp, tmp_path) as look:
        open_it()
        measure(benchmark, open_it, prepare=close_the_last, rounds=12, median_ms=most_ms)
        assert shown[0].timeline.view.marks()
        close_the_last()
