"""Buttons that are an icon, and the one that answers where a number comes from."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from planner.ui.fields.text import TextLabel
from planner.ui.fields.tips import wrapped_tip
from planner.ui.screen import screen_room
from planner.ui.theme_controller import ThemeController

_POPOVER_WIDTH = 280


class IconButton(QToolButton):
    """A quiet button with an icon that follows the theme; `name` is said by tooltip and screen reader."""

    def __init__(
        self,
        icon: str,
        name: str,
        theme_controller: ThemeController,
        parent: QWidget | None = None,
        *,
        role: str = "text_muted",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role = role
        self._look = theme_controller
        self.setProperty("role", "quiet")
        self.setIconSize(QSize(16, 16))
        self.setFixedSize(26, 26)
        self.setStyleSheet("QToolButton { padding: 0; }")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)
        self._dress()
        theme_controller.changed.connect(self._dress)

    def set_name(self, name: str) -> None:
        """Say anew what the button does."""
        # A title in it may look like markup, which Qt would follow.
        self.setToolTip(wrapped_tip(name) if "<" in name else name)
        self.setAccessibleName(name)

    def set_icon(self, icon: str, role: str = "text_muted") -> None:
        """Show another icon, in the colour of a role."""
        if (icon, role) != (self._icon, self._role):
            self._icon, self._role = icon, role
            self._dress()

    def _dress(self) -> None:
        self.setIcon(self._look.icons.icon(self._icon, self._role))


class InfoButton(IconButton):
    """Answers a question about the figure beside it, in plain words."""

    def __init__(self, name: str, theme_controller: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__("info", name, theme_controller, parent)
        self._answer = ""
        self.clicked.connect(self._explain)
        self.hide()

    def set_answer(self, answer: str) -> None:
        """Set what is explained; without an answer the button hides."""
        self._answer = answer
        self.setAccessibleDescription(answer)
        self.setVisible(bool(answer))

    def _explain(self) -> None:
        popover = Popover(self._answer, self)
        popover.show_below(self)


class Popover(QFrame):
    """A few plain sentences beside what they explain; a click elsewhere or a key closes it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setAccessibleName(text)
        label = TextLabel(text, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(label)
        self.setFixedWidth(_POPOVER_WIDTH)

    def show_below(self, widget: QWidget) -> None:
        """Show right under a widget, inside its screen."""
        self.adjustSize()
        self.resize(_POPOVER_WIDTH, self.heightForWidth(_POPOVER_WIDTH))
        area = screen_room(widget)
        place = widget.mapToGlobal(QPoint(widget.width() - _POPOVER_WIDTH, widget.height() + 4))
        place.setX(min(max(place.x(), area.left() + 4), area.right() - _POPOVER_WIDTH - 4))
        if place.y() + self.height() > area.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4)
        self.move(place)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key has read it."""
        self.close()
        event.accept()
