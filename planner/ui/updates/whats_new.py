"""What changed in Milepost by versions: in a dialog when asked for, below the pages after an update."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.exchange.changelog import Section, as_markdown, news
from planner.paths import changelog
from planner.ui.announcing import announce
from planner.ui.fields.page_text import PageText
from planner.ui.fields.text import TextLabel, filled
from planner.ui.links import open_link
from planner.ui.screen import resize_within_screen
from planner.version import Version

SIZE = (720, 620)
PAGE_HEIGHT = 210
LEAST_PAGE_HEIGHT = 90
LEFT_TO_PAGES = 120
"""Pixels that the pages keep besides the least they need."""

LIST_INDENT = 22
WIDEST = 880


def news_since(after: Version | None, own: Version) -> tuple[Section, ...]:
    """What this version brought since another; nothing where the installation lacks the changelog."""
    try:
        text = changelog().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ()
    return news(text, after, own)


class WhatsNewDialog(QDialog):
    """What each version brought, up to the one that runs."""

    def __init__(self, own: Version | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What is new"))
        told = news_since(None, own) if own is not None else ()
        self.page = _page(self, told)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.page)
        column.addWidget(buttons)
        resize_within_screen(self, *SIZE)


class WhatsNewPanel(QFrame):
    """What an update brought, below the pages until it is closed; it never takes the keyboard by itself.

    A window with little room says one line, and a button shows the rest in a dialog.
    """

    def __init__(self, own: Version, told: Sequence[Section], parent: QWidget) -> None:
        super().__init__(parent)
        self._own = own
        words = filled(self.tr("What is new in Milepost %1"), str(own))
        self.setAccessibleName(words)
        self.heading = TextLabel(words, "strong", self)
        self.page = _page(self, tuple(told))
        self.page.setProperty("role", "page")
        self.page.setMinimumHeight(LEAST_PAGE_HEIGHT)
        self.page.setMaximumHeight(PAGE_HEIGHT)
        self.read_button = self._button(self.tr("Read it…"), self._read)
        self.close_button = self._button(self.tr("Close"), self._close)
        self.close_button.setProperty("role", "quiet")
        line = QFrame(self)
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 8, 6)
        head.addWidget(self.heading, 1)
        head.addWidget(self.read_button)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(head)
        column.addWidget(self.page)
        window = parent.window()
        spare = window.height() - window.minimumSizeHint().height() - self.sizeHint().height()
        roomy = spare >= LEFT_TO_PAGES
        self.page.setVisible(roomy)
        self.read_button.setVisible(not roomy)
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it, where it was given the keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _button(self, words: str, pressed: Callable[[], object]) -> QPushButton:
        """A button that a click gives no keyboard, which may be in the midst of a word elsewhere."""
        button = QPushButton(words, self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(pressed)
        return button

    def _read(self) -> None:
        dialog = WhatsNewDialog(self._own, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _close(self) -> None:
        self.hide()
        self.deleteLater()


class _Page(PageText):
    """Shows Markdown without HTML in it; a link is opened only after asking."""

    def __init__(self, markdown: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What is new"))
        features = QTextDocument.MarkdownFeature
        self.document().setMarkdown(markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        self.document().setDocumentMargin(16)
        self.document().setIndentWidth(LIST_INDENT)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.anchorClicked.connect(lambda link: open_link(link.toString(), self.window()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short enough to be read."""
        self.setViewportMargins(0, 0, max(0, self.width() - WIDEST), 0)
        super().resizeEvent(event)


def _page(parent: QWidget, told: tuple[Section, ...]) -> _Page:
    nothing = QCoreApplication.translate("WhatsNew", "This Milepost came without its list of what changed.")
    return _Page(as_markdown(told) if told else nothing, parent)
