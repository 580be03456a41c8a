"""In-app help and *About*: short texts that ship with Milepost."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from planner.paths import resource
from planner.ui.fields.page_text import PageText
from planner.ui.fields.text import TextLabel
from planner.ui.help_keys import KeysPage
from planner.ui.icons import application_icon
from planner.ui.screen import resize_within_screen
from planner.version import milepost_version

ABOUT_WIDTH = 440
SIZE = (820, 680)


class HelpDialog(QDialog):
    """How Milepost works, on one page, and the keys and gestures on another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How Milepost works"))
        page = PageText()
        page.show_text(resource("help/how-it-works.md").read_text(encoding="utf-8"))
        page.document().setDocumentMargin(16)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.keys = KeysPage()
        self.tabs.addTab(page, self.tr("How it works"))
        self.tabs.addTab(self.keys, self.tr("Keys and gestures"))
        _with_close_button(self, self.tabs)
        resize_within_screen(self, *SIZE)

    def show_keys(self) -> None:
        """Begin with the keys and gestures."""
        self.tabs.setCurrentWidget(self.keys)
        self.keys.field.setFocus()


class AboutDialog(QDialog):
    """The version, the licence and what Milepost stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Milepost"))
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(64, 64))
        words = TextLabel(
            self.tr(
                "Milepost {version}\n\nA study planner for the path to a first job as a machine-learning "
                "engineer.\n\nFree software under the MIT licence. It stands on Qt for Python (LGPL), "
                "SQLModel, pyqtgraph and NumPy; its letters are Inter (OFL), its icons are from Lucide (ISC)."
            ).format(version=milepost_version())
        )
        column = _with_close_button(self, picture, words)
        self.resize(ABOUT_WIDTH, column.totalHeightForWidth(ABOUT_WIDTH))


def _with_close_button(dialog: QDialog, *widgets: QWidget) -> QVBoxLayout:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 12)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    column.addWidget(buttons)
    return column
