"""Who one is on which calendar server: address, user name and password, with what is wrong with them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from planner.domain.errors import InvalidValue
from planner.ui.fields.growing import grow_around
from planner.ui.fields.text import TextLabel
from planner.ui.publish.choice import Choice

_CAPTION_WIDTH = 86


class AccountFields(QWidget):
    """Three fields; `edited` tells of typing, `entered` of Enter in one of them."""

    edited = Signal()
    entered = Signal()

    def __init__(self, choice: Choice, next_step: QWidget, parent: QWidget) -> None:
        """`next_step` stands beside the password: what one does when all is typed."""
        super().__init__(parent)
        self.address = QLineEdit(choice.address, self)
        self.address.setPlaceholderText("https://cloud.example.org/remote.php/dav")
        self.user = QLineEdit(choice.user, self)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.warning = TextLabel(role="danger", parent=self)
        self._lay_out(next_step)
        for field in (self.address, self.user, self.password):
            field.setCursorPosition(0)
            field.textEdited.connect(lambda _text: self.edited.emit())
            field.returnPressed.connect(self.entered)
        # Not while it is being typed: a beginning of an address is another address.
        self.address.editingFinished.connect(self._warn)
        self.address.textEdited.connect(lambda _text: self.warning.say(""))
        self._warn()

    @property
    def whole(self) -> bool:
        """Whether there is an address and a user name."""
        return bool(self.address.text().strip() and self.user.text().strip())

    def read_into(self, choice: Choice) -> Choice:
        """The choice with this account. Raises `InvalidValue` for what is no address."""
        from planner.exchange.caldav_address import address_typed

        return replace(choice, address=address_typed(self.address.text()), user=self.user.text().strip())

    def lock(self, locked: bool, *, password_kept: bool) -> None:
        """Let only the password be changed, while the plan is published with the account."""
        for field in (self.address, self.user):
            field.setEnabled(not locked)
        self.password.setPlaceholderText(
            self.tr("As kept; type it to change it") if locked and password_kept else ""
        )

    def _lay_out(self, next_step: QWidget) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _CAPTION_WIDTH)
        grid.setColumnStretch(1, 1)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.password, 1)
        beside.addWidget(next_step)
        for row, (caption, field) in enumerate(
            (
                (self.tr("Server"), self.address),
                (self.tr("User name"), self.user),
                (self.tr("Password"), self.password),
            )
        ):
            label = TextLabel(caption, "muted", self)
            label.setBuddy(field)
            field.setAccessibleName(caption)
            grid.addWidget(label, row, 0)
            if field is not self.password:
                grid.addWidget(field, row, 1)
        grid.addLayout(beside, 2, 1)
        grid.addWidget(self.warning, 3, 1)

    def _warn(self) -> None:
        from planner.exchange.caldav_address import address_typed, is_open_to_listeners

        try:
            listened = is_open_to_listeners(address_typed(self.address.text()))
        except InvalidValue:
            listened = False
        words = self.tr(
            "This address has no encryption: everyone on the way can read your password. Use https if the "
            "server has it."
        )
        self.warning.say(words if listened else "")
        grow_around(self.warning)
