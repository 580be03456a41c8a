"""Change the track or the cloud of a plan: choose, see what it would do, and do it as one undo step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.domain.direction import DirectionChange, change_direction, in_direction
from planner.domain.errors import PlanError
from planner.domain.roadmap import Choice, Roadmap
from planner.ui.direction.preview import DirectionPreview
from planner.ui.editor import Editor
from planner.ui.fields.check_row import CheckRow
from planner.ui.fields.text import TextLabel, filled
from planner.ui.screen import resize_within_screen
from planner.ui.wizard.choice_cards import ChoiceCards

_WIDTH, _HEIGHT = 920, 660
_CARDS_WIDTH, _PREVIEW_WIDTH = 270, 330


class DirectionDialog(QDialog):
    """Previews each choice; its button takes it. Raises `PlanError` for a plan from another roadmap."""

    def __init__(self, editor: Editor, roadmap: Roadmap, parent: QWidget | None = None) -> None:
        facts = editor.plan.facts
        # Where this is refused there is no dialog at all, so it comes first.
        change = change_direction(editor.plan, roadmap, facts.track, facts.cloud, editor.today)
        super().__init__(parent)
        self._editor = editor
        self._roadmap = roadmap
        self.change: DirectionChange = change
        self.setWindowTitle(self.tr("Change track or cloud"))
        self.track = self._cards(self.tr("Track"), roadmap.tracks, facts.track)
        self.cloud = self._cards(self.tr("Cloud"), roadmap.clouds, facts.cloud)
        self.again = CheckRow(
            self.tr("Bring in the new direction's version of what I have finished. What is finished stays."),
            self,
        )
        self.again.box.show_checked(True)
        self.preview = DirectionPreview(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = self.buttons.addButton(
            self.tr("Change direction"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.accept_button.setDefault(True)
        self._lay_out()
        for cards in (self.track, self.cloud):
            cards.chosen.connect(self._look_ahead)
        self.again.clicked.connect(self._look_ahead)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._look_ahead()
        self.track.buttons[self.track.current].setFocus()

    def accept(self) -> None:
        """Take what is previewed."""
        if not self.change.changes_anything:
            return
        if self._editor.apply(
            self._undo_text(),
            in_direction,
            self._roadmap,
            self.track.current,
            self.cloud.current,
            self._editor.today,
            self.again.box.isChecked(),
        ):
            super().accept()

    def _cards(self, name: str, choices: tuple[Choice, ...], current: str) -> ChoiceCards:
        return ChoiceCards(name, [(each.id, each.title, each.about) for each in choices], current, self)

    def _lay_out(self) -> None:
        choices = QWidget(self)
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for heading, cards in ((self.tr("Track"), self.track), (self.tr("Cloud"), self.cloud)):
            column.addWidget(TextLabel(heading, "section", choices))
            column.addWidget(cards)
            column.addSpacing(6)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumWidth(_CARDS_WIDTH)
        scroll.setWidget(choices)
        self.preview.setMinimumWidth(_PREVIEW_WIDTH)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.again)
        right.addWidget(self.preview, 1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(scroll, 2)
        both.addLayout(right, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(TextLabel(self.windowTitle(), "title", self))
        whole.addWidget(TextLabel(self._lead(), parent=self))
        whole.addLayout(both, 1)
        whole.addWidget(self.buttons)
        resize_within_screen(self, _WIDTH, _HEIGHT)

    def _lead(self) -> str:
        return self.tr(
            "What you have done stays. What has not begun is replaced in its place, and what has begun goes "
            "to the archive with its hours. You can undo it, or change back later."
        )

    def _look_ahead(self) -> None:
        """Preview the choice as it stands."""
        plan = self._editor.plan
        try:
            self.change = change_direction(
                plan,
                self._roadmap,
                self.track.current,
                self.cloud.current,
                self._editor.today,
                again=self.again.box.isChecked(),
            )
        except PlanError as error:
            self.again.hide()
            self.accept_button.setEnabled(False)
            self.preview.show_nothing(str(error))
            return
        self.again.setVisible(self.change.asks_again)
        self.accept_button.setEnabled(self.change.changes_anything)
        if self.change.changes_anything:
            self.preview.show_change(plan, self.change)
        else:
            self.preview.show_nothing(
                self.tr("This is the direction your plan has. Choose another one to see what would change.")
            )

    def _undo_text(self) -> str:
        """What is changed, by name."""
        facts = self._editor.plan.facts
        track = _title(self._roadmap.tracks, self.track.current)
        cloud = _title(self._roadmap.clouds, self.cloud.current)
        if self.cloud.current == facts.cloud:
            return filled(self.tr("Change the track to %1"), track)
        if self.track.current == facts.track:
            return filled(self.tr("Change the cloud to %1"), cloud)
        return filled(self.tr("Change the direction to %1 and %2"), track, cloud)


def _title(choices: tuple[Choice, ...], chosen: str) -> str:
    return next(each.title for each in choices if each.id == chosen)
