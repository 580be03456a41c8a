"""A link to keep and to open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.domain.errors import InvalidValue
from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.text import TextLabel
from planner.ui.links import link_from, open_link
from planner.ui.theme_controller import ThemeController


class LinkField(QWidget):
    """A line with a link. `link_given` comes with a link that is fine to keep, or an empty text."""

    link_given = Signal(str)

    def __init__(self, name: str, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._link = ""
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("https://…")
        self.line.setMaxLength(2000)
        self.open = IconButton("external-link", self.tr("Open the link"), theme_controller, self)
        self._problem = TextLabel(role="danger", parent=self)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.line, 1)
        line.addWidget(self.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(line)
        layout.addWidget(self._problem)
        self.line.editingFinished.connect(self._take)
        self.line.textEdited.connect(lambda: self._problem.say(""))
        self.open.clicked.connect(self._open)

    def show_link(self, link: str) -> None:
        """Show a kept link; what is being typed is left alone."""
        self._link = link
        self.open.setEnabled(bool(link))
        if not (self.line.hasFocus() and self.line.isModified()) and self.line.text() != link:
            self.line.setText(link)
            self.line.setCursorPosition(0)

    def show_other(self, link: str) -> None:
        """Show the link of another item, whatever stands here."""
        self._problem.say("")
        self.line.setModified(False)
        self.line.setText(link)
        self.line.setCursorPosition(0)
        self.show_link(link)

    def _take(self) -> None:
        if not self.line.isModified():
            return
        try:
            link = link_from(self.line.text()) if self.line.text().strip() else ""
        except InvalidValue as error:
            self._problem.say(str(error))
            return
        self.line.setModified(False)
        self._problem.say("")
        if link != self._link:
            self.link_given.emit(link)

    def _open(self) -> None:
        self._problem.say(open_link(self._link, self))
