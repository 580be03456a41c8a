"""The wizard's first page: what happens here, and where the learner comes from."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planner.domain.roadmap import Answers, Roadmap
from planner.domain.wording import range_text
from planner.ui.fields.text import TextLabel, filled
from planner.ui.wizard.choice_cards import ChoiceCards
from planner.ui.wizard.page import WizardPage


class BackgroundPage(WizardPage):
    """Asks for the background; what the others begin with follows from it."""

    def __init__(self, roadmap: Roadmap, parent: QWidget) -> None:
        super().__init__(parent)
        self.introduce(
            self.tr("Background"),
            self.tr("Let's lay out your path"),
            self.tr(
                "A few questions become a dated plan that you can shape freely afterwards. Everything has a "
                "sensible answer already: press Enter at any time to create the plan."
            ),
        )
        self.add_section(self.tr("Where do you come from?"))
        choices = [
            (
                each.id,
                each.title,
                filled(
                    self.tr("%1 The whole path usually takes %2 months."),
                    each.about.rstrip(".") + "." if each.about else "",
                    range_text(each.window.low, each.window.high),
                ).strip(),
            )
            for each in roadmap.backgrounds
        ]
        self.cards = ChoiceCards(self.tr("Background"), choices, roadmap.default_background, self)
        self.body.addWidget(self.cards)
        self.body.addWidget(TextLabel(roadmap.source, "muted", self))
        self.body.addStretch(1)
        self.cards.chosen.connect(self.edited)

    def put_into(self, answers: Answers) -> Answers:
        """The answers with the background."""
        return replace(answers, background=self.cards.current)

    def first_field(self) -> QWidget:
        """The chosen card."""
        return self.cards.buttons[self.cards.current]
