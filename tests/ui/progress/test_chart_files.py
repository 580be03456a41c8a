"""Charts as files, chosen in the card's menu: real pictures and tables."""

import csv
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from planner.domain.edits import rename
from planner.domain.items import ActivityId, MilestoneId
from planner.domain.proof import log_session
from planner.ui.editor import Editor
from planner.ui.progress.chart_files import Format
from planner.ui.progress.page import ProgressPage
from planner.ui.theme_controller import ThemeController
from tests.ui.progress.conftest import card_of


@pytest.fixture
def page(editor: Editor, look: ThemeController, qtbot: QtBot) -> ProgressPage:
    """The page by itself, on show."""
    made = ProgressPage(editor, look)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    return made


Save = Callable[[ProgressPage, str, Format, Path], None]


@pytest.fixture
def save(monkeypatch: pytest.MonkeyPatch) -> Save:
    """Choose a format in a chart's menu, and a name in the dialog that opens."""

    def choose(page: ProgressPage, chart: str, kind: Format, path: Path) -> None:
        def answer(
            _parent: object, title: str, offered: str, kinds: str, **_words: object
        ) -> tuple[str, str]:
            assert Path(offered).name == f"path {chart}.{kind}"
            return str(path), kinds

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        actions = card_of(page, chart).save.menu().actions()
        next(each for each in actions if each.data() == kind).trigger()

    return choose


def test_a_png_is_twice_as_wide_as_it_is_drawn_and_light(
    page: ProgressPage, save: Save, tmp_path: Path
) -> None:
    save(page, "hours", Format.PNG, tmp_path / "hours.png")
    image = QImage(str(tmp_path / "hours.png"))
    assert image.width() == 1920
    assert image.pixelColor(2, 2).name() == "#ffffff"
    inks = {image.pixelColor(x, y).name() for x in range(0, 1920, 3) for y in range(0, image.height(), 3)}
    assert len(inks) > 20


def test_an_svg_is_vectors_with_the_sentence_in_it(
    page: ProgressPage, editor: Editor, save: Save, tmp_path: Path
) -> None:
    editor.apply("Log", log_session, ActivityId("regression-course"), date(2027, 1, 11), 390)
    path = tmp_path / "milestones.svg"
    save(page, "milestones", Format.SVG, path)
    root = ET.parse(path).getroot()
    names = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert "text" in names
    assert "image" not in names
    written = " ".join(each.text or "" for each in root.iter() if each.tag.endswith("}text"))
    assert "2 milestones lie ahead." in written
    assert "Core proven" in written
    assert QSvgRenderer(str(path)).isValid()


def test_a_csv_has_every_row_and_no_formulas(
    page: ProgressPage, editor: Editor, save: Save, tmp_path: Path
) -> None:
    editor.apply("Rename", rename, MilestoneId("core-proven"), '=HYPERLINK("http://x")')
    save(page, "milestones", Format.CSV, tmp_path / "milestones.csv")
    with (tmp_path / "milestones.csv").open(encoding="utf-8-sig", newline="") as file:
        head, core, endpoint = csv.reader(file)
    assert head[:3] == ["Milestone", "Your target", "Lands"]
    assert core[0] == '\'=HYPERLINK("http://x")'
    assert core[1:3] == ["", "2027-02-06"]
    assert endpoint[0] == "Endpoint live"


def test_what_is_written_is_said(page: ProgressPage, save: Save, tmp_path: Path) -> None:
    messages: list[str] = []
    page.message.connect(messages.append)
    save(page, "weeks", Format.CSV, tmp_path / "weeks.csv")
    assert messages == [f"Written: {tmp_path / 'weeks.csv'}"]
    assert (tmp_path / "weeks.csv").read_text(encoding="utf-8-sig").count("\n") == 8


def test_a_place_that_cannot_be_written_to_is_told(page: ProgressPage, save: Save, tmp_path: Path) -> None:
    told: list[str] = []
    page.failed.connect(told.append)
    save(page, "weeks", Format.CSV, tmp_path / "nowhere" / "weeks.csv")
    assert len(told) == 1
    assert "weeks.csv" in told[0]


def test_a_plan_is_never_written_over(page: ProgressPage, editor: Editor, save: Save) -> None:
    before = editor.document.path.read_bytes()
    save(page, "weeks", Format.PNG, editor.document.path)
    assert editor.document.path.read_bytes() == before
