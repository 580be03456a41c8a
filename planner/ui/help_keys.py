"""The keys and gestures as one table that can be searched: drawn from the action table and the gestures."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from planner.ui.action_entries import ACTIONS, MENUS
from planner.ui.fields.text import TextLabel
from planner.ui.help_gestures import CHART, DAYS, ROWS, WEEK_PAGE, Gesture
from planner.ui.theme import role_font

NATIVE = QKeySequence.SequenceFormat.NativeText
HOW_LETTERS = 44
"""The first column's width, in letters."""


class KeysPage(QWidget):
    """Sections of lines: what one does, and what comes of it. Typing leaves the lines that hold the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find a key or a gesture…"))
        self.field.setAccessibleName(self.tr("Find a key or a gesture"))
        self.field.setClearButtonEnabled(True)
        self.table = QTreeWidget(self)
        self.table.setColumnCount(2)
        self.table.setHeaderLabels([self.tr("Keys or gesture"), self.tr("What it does")])
        self.table.setRootIsDecorated(False)
        self.table.setIndentation(0)
        self.table.setItemsExpandable(False)
        self.table.setWordWrap(True)
        self.table.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.table.setAccessibleName(self.tr("Keys and gestures"))
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._nothing = TextLabel(role="muted", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing)
        self._fill()
        self.field.textChanged.connect(self._filter)

    def _fill(self) -> None:
        self._section(self.tr("On the chart, with the mouse"), _words(CHART))
        self._section(self.tr("On the rows"), _words(ROWS))
        self._section(self.tr("On the week page"), _words(WEEK_PAGE))
        self._section(self.tr("Dates as one types them"), _words(DAYS))
        for menu in MENUS:
            name = self.tr("Menu {name}").format(name=_plain(menu))
            self._section(name, _keys_of(menu))
        self.table.expandAll()
        self.table.setColumnWidth(0, round(self.table.fontMetrics().horizontalAdvance("n") * HOW_LETTERS))

    def _section(self, title: str, lines: Iterable[tuple[str, str]]) -> None:
        head = QTreeWidgetItem([title])
        head.setFont(0, role_font(self.table.font(), "strong"))
        for how, does in lines:
            line = QTreeWidgetItem([how, does])
            line.setToolTip(0, how)
            head.addChild(line)
        if head.childCount():
            self.table.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)

    def _filter(self, words: str) -> None:
        any_left, wanted = False, words.casefold().split()
        for number in range(self.table.topLevelItemCount()):
            head = self.table.topLevelItem(number)
            if head is None:
                continue
            left = 0
            for place in range(head.childCount()):
                line = head.child(place)
                if line is None:
                    continue
                text = f"{line.text(0)} {line.text(1)} {head.text(0)}".casefold()
                fits = all(word in text for word in wanted)
                line.setHidden(not fits)
                left += fits
            head.setHidden(not left)
            any_left = any_left or bool(left)
        self._nothing.say("" if any_left else self.tr("Nothing fits “{words}”.").format(words=words.strip()))


def _words(gestures: Iterable[Gesture]) -> Iterator[tuple[str, str]]:
    for each in gestures:
        how, does = (QCoreApplication.translate("Gestures", text) for text in (each.how, each.does))
        yield how, does


def _keys_of(menu: str) -> Iterator[tuple[str, str]]:
    """The actions of a menu that have keys; all others are found with the palette."""
    for entry in ACTIONS:
        if entry.menu == menu and entry.keys:
            texts = [QKeySequence(each).toString(NATIVE) for each in entry.keys.split()]
            yield QCoreApplication.translate("Gestures", " or ").join(texts), _plain(entry.text)


def _plain(text: str) -> str:
    return QCoreApplication.translate("Actions", text).replace("&", "").rstrip("…")
