"""Charts as files: asks where to, writes PNG, SVG or CSV whole or not at all, and says so."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.errors import MilepostError
from planner.exchange.table_csv import table_csv
from planner.files import replace_file
from planner.ui.editor import Editor
from planner.ui.fields.text import filled
from planner.ui.folders import begin_in
from planner.ui.progress.chart import Chart
from planner.ui.progress.words import translate
from planner.ui.save_dialog import ask_where


class Format(StrEnum):
    """What a chart is saved as."""

    PNG = "png"
    SVG = "svg"
    CSV = "csv"


class ChartFiles(QObject):
    """Writes the charts of one plan."""

    message = Signal(str)
    """One sentence for the status bar."""

    failed = Signal(str)
    """One sentence; nothing was written."""

    def __init__(self, editor: Editor, page: QWidget) -> None:
        super().__init__(page)
        self._editor = editor
        self._page = page

    def save(self, chart: Chart, kind: Format) -> None:
        """Ask for a name, and write the chart."""
        kinds = {
            Format.PNG: translate("PNG pictures (*.png)"),
            Format.SVG: translate("SVG pictures (*.svg)"),
            Format.CSV: translate("Tables (*.csv)"),
        }
        name = f"{self._editor.document.path.stem} {chart.id}.{kind}"
        path = ask_where(
            self._page,
            filled(translate("Save “%1”"), chart.title),
            begin_in(self._page) / name,
            {kinds[kind]: f".{kind}"},
        )
        if path is not None:
            self._write(path, lambda: chart_file(chart, kind))

    def _write(self, path: Path, data: Callable[[], bytes]) -> None:
        try:
            replace_file(path, data())
        except MilepostError as error:
            self.failed.emit(str(error))
        else:
            self.message.emit(self.tr("Written: {path}").format(path=path))


def chart_file(chart: Chart, kind: Format) -> bytes:
    """What such a file holds. Raises `MilepostError`."""
    if kind is Format.CSV:
        return table_csv(chart.table.columns, chart.table.rows)
    from planner.ui.progress.picture import chart_png, chart_svg

    return chart_png(chart) if kind is Format.PNG else chart_svg(chart)
