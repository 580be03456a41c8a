"""Every way in which the window writes a file, to be tried on a full disk; see `writings.py`.

What the person would be told is what the window's own signals and lines say.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from planner.domain.attachments import Attachment
from planner.domain.edits import rename, set_note
from planner.domain.items import AttachmentId
from planner.paths import data_folder, settings_file
from planner.storage.document import Document
from planner.ui.editor import Editor
from planner.ui.inspector.file_copy import save_file_of
from planner.ui.opening.first_frame import PICTURE, PLAN, FirstFrame
from planner.ui.plan_files import PlanFiles
from planner.ui.printing.timeline_files import PRINTED
from planner.ui.printing.timeline_preview import Shown, TimelinePreview
from planner.ui.publish.export_dialog import ExportCalendarDialog
from planner.ui.settings import Settings
from planner.ui.theme import built_in_theme
from planner.ui.theme_controller import ThemeController
from planner.ui.timeline.options import PLAIN
from planner.ui.timeline.rows import RowChoice, rows_of
from tests.faults.writings import LONG_NOTE, OLD, WRITE_UP, Maker, Writing
from tests.helpers.plans import START, small_plan

TODAY = date(2027, 1, 11)
PDF_ENDS, ICS_ENDS, JSON_ENDS, PNG_ENDS = b"%%EOF", b"END:VCALENDAR", b"}", b"IEND\xaeB`\x82"


def edit(folder: Path) -> Iterator[Writing]:
    """An edit: told by the editor, which the window's banner shows."""
    with _editing(folder) as editor:
        before = editor.plan

        def kept() -> str | None:
            with Document.open(editor.document.path, read_only=True) as document:
                return document.plan.activity(WRITE_UP).note if document.plan == editor.plan else None

        yield Writing(
            editor.document.path,
            _told_by(editor.failed, lambda: editor.apply("Note", set_note, WRITE_UP, LONG_NOTE)),
            lambda: kept() == LONG_NOTE,
            same=lambda: editor.plan == before and kept() == before.activity(WRITE_UP).note,
        )


def copy(folder: Path) -> Iterator[Writing]:
    """File › Save a copy."""
    target = folder / "copy.milepost"
    with _editing(folder) as editor, _files(editor) as files:

        def whole() -> bool:
            with Document.open(target, read_only=True) as document:
                return document.plan == editor.plan

        yield Writing(target, _told_by(files.failed, _named(target, files.save_copy)), whole)


def json(folder: Path) -> Iterator[Writing]:
    """File › Export as JSON."""
    with _editing(folder) as editor, _files(editor) as files:
        yield _over_an_older(folder / "out.json", JSON_ENDS, files.failed, files.export_json)


def week_pdf(folder: Path) -> Iterator[Writing]:
    """File › Save the week as PDF."""
    with _editing(folder) as editor, _files(editor) as files:
        yield _over_an_older(folder / "out.pdf", PDF_ENDS, files.failed, lambda: files.save_week_pdf(START))


def calendar(folder: Path) -> Iterator[Writing]:
    """File › Export to a calendar, whose dialog writes."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    themes = ThemeController(application, Settings(folder / "look.ini"))
    with _editing(folder) as editor:
        window = QWidget()
        dialog = ExportCalendarDialog(editor, themes, window)
        yield _over_an_older(folder / "out.ics", ICS_ENDS, dialog.failed, dialog.accept)
        window.deleteLater()
    themes.put_away()
    themes.deleteLater()


def evidence(folder: Path) -> Iterator[Writing]:
    """A file that is kept as evidence, saved elsewhere."""
    file = Attachment(id=AttachmentId("a"), name="proof.bin", media_type="", data=OLD * 100)
    window = QWidget()
    target = folder / "proof.bin"
    target.write_bytes(OLD)
    save = _named(target, lambda: save_file_of(file, window))

    def write() -> str:
        save()
        return ""

    yield Writing(target, write, lambda: target.read_bytes() == file.data)
    window.deleteLater()


def pages(folder: Path) -> Iterator[Writing]:
    """The preview's button that saves pages as a PDF."""
    yield from _by_preview(folder, PDF_ENDS, TimelinePreview.save_pdf)


def picture(folder: Path) -> Iterator[Writing]:
    """The preview's button that saves the timeline as a picture."""
    yield from _by_preview(folder, PNG_ENDS, TimelinePreview.save_picture)


def settings(folder: Path) -> Iterator[Writing]:
    """What the person chose, saved as it changes: as it was, or as it is, and never by halves."""
    kept = Settings(settings_file())
    kept.theme = "dark"
    assert kept.save()
    kept.set_value("long", "x" * 40_000)

    def write() -> str:
        return "" if kept.save() else "not saved"

    def whole() -> bool:
        return Settings(settings_file()).value("long", "") == "x" * 40_000

    yield Writing(settings_file(), write, whole)


def first_picture(folder: Path) -> Iterator[Writing]:
    """The picture of the window for its next start, which does without one."""
    target = data_folder() / PICTURE
    target.parent.mkdir(parents=True, exist_ok=True)
    window = QWidget()
    window.resize(900, 600)
    frame, theme = FirstFrame(target), built_in_theme(dark=False)
    frame.keep(window, folder / "older.milepost", theme)

    def write() -> str:
        frame.keep(window, folder / "study.milepost", theme)
        return ""

    def whole() -> bool:
        return _ends(target, PNG_ENDS) and QImage(str(target)).text(PLAN) == str(folder / "study.milepost")

    yield Writing(target, write, whole, kept_quietly=True)
    window.deleteLater()


WINDOW_WRITINGS: dict[str, Maker] = {
    "window: edit": edit,
    "window: save a copy": copy,
    "window: json": json,
    "window: week pdf": week_pdf,
    "window: calendar": calendar,
    "window: evidence": evidence,
    "window: pages": pages,
    "window: picture": picture,
    "window: settings": settings,
    "window: first picture": first_picture,
}
"""The ways to write, by their names. A QApplication must be there when one is tried."""


@contextmanager
def _editing(folder: Path) -> Iterator[Editor]:
    with Document.create(folder / "study.milepost", small_plan()) as document:
        document.apply("Rename", rename, WRITE_UP, "Renamed")
        editor = Editor(document, lambda: TODAY)
        yield editor
        editor.deleteLater()


@contextmanager
def _files(editor: Editor) -> Iterator[PlanFiles]:
    window = QWidget()
    yield PlanFiles(editor, Settings(settings_file()), window)
    window.deleteLater()


def _named(path: Path, write: Callable[[], object]) -> Callable[[], object]:
    """A command with the file named that the system's dialog would ask for."""

    def named() -> object:
        with patch.object(QFileDialog, "getSaveFileName", lambda *_asked, **_options: (str(path), "")):
            return write()

    return named


def _told_by(signal: SignalInstance, write: Callable[[], object]) -> Callable[[], str]:
    """A command; what it returns is what the window would show."""

    def told() -> str:
        said: list[str] = []
        signal.connect(said.append)
        write()
        signal.disconnect(said.append)
        return " ".join(said)

    return told


def _over_an_older(target: Path, ends: bytes, signal: SignalInstance, write: Callable[[], object]) -> Writing:
    target.write_bytes(OLD)
    return Writing(target, _told_by(signal, _named(target, write)), lambda: _ends(target, ends))


def _by_preview(
    folder: Path, ends: bytes, save: Callable[[TimelinePreview, Path], bool]
) -> Iterator[Writing]:
    target = folder / "out.png"
    target.write_bytes(OLD)
    with _editing(folder) as editor:
        shown = Shown(rows_of(editor.plan, RowChoice()), PRINTED, PLAIN, (START, TODAY))
        preview = TimelinePreview(editor, shown)

        def write() -> str:
            if save(preview, target):
                return ""
            return " ".join(each.text() for each in preview.findChildren(QLabel))

        yield Writing(target, write, lambda: _ends(target, ends))
        preview.deleteLater()


def _ends(path: Path, ends: bytes) -> bool:
    return path.read_bytes().rstrip().endswith(ends)
