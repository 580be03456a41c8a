"""The wizard's page on direction: the track of the second phase, and the cloud of the third."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planner.domain.roadmap import Answers, Roadmap
from planner.ui.wizard.choice_cards import ChoiceCards
from planner.ui.wizard.page import WizardPage


class DirectionPage(WizardPage):
    """Asks for a track and a cloud."""

    def __init__(self, roadmap: Roadmap, parent: QWidget) -> None:
        super().__init__(parent)
        self.introduce(
            self.tr("Direction"),
            self.tr("Which direction?"),
            self.tr("One track and one cloud are enough. Depth in one counts for more than a taste of each."),
        )
        self.track = ChoiceCards(
            self.tr("Track"),
            [(each.id, each.title, each.about) for each in roadmap.tracks],
            roadmap.default_track,
            self,
        )
        self.cloud = ChoiceCards(
            self.tr("Cloud"),
            [(each.id, each.title, each.about) for each in roadmap.clouds],
            roadmap.default_cloud,
            self,
        )
        self.add_section(self.tr("Track"))
        self.body.addWidget(self.track)
        self.add_section(self.tr("Cloud"))
        self.body.addWidget(self.cloud)
        self.body.addStretch(1)
        self.track.chosen.connect(self.edited)
        self.cloud.chosen.connect(self.edited)

    def put_into(self, answers: Answers) -> Answers:
        """The answers with track and cloud."""
        return replace(answers, track=self.track.current, cloud=self.cloud.current)

    def first_field(self) -> QWidget:
        """The chosen track."""
        return self.track.buttons[self.track.current]
