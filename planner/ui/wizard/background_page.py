"""The wizard's first page: what happens here, and where the learner comes from."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planner.domain.roadmap import Answers, Roadmap
from planner.domain.wording import range_text
from planner.ui.facts_dialog import FactsDialog
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.text import TextLabel, filled
from planner.ui.provenance import explained
from planner.ui.theme_controller import ThemeController
from planner.ui.wizard.choice_cards import ChoiceCards
from planner.ui.wizard.page import WizardPage


class BackgroundPage(WizardPage):
    """Asks for the background; what the others begin with follows from it."""

    def __init__(self, roadmap: Roadmap, theme_controller: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._roadmap = roadmap
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
        self.cards.explain(
            {each.id: explained(each.window) for each in roadmap.backgrounds}, theme_controller
        )
        self.origins = LinkButton(self)
        self.origins.say(self.tr("Where the numbers come from"))
        self.body.addWidget(self.cards)
        self.body.addWidget(TextLabel(roadmap.source, "muted", self))
        self.body.addWidget(self.origins)
        self.body.addStretch(1)
        self.cards.chosen.connect(self.edited)
        self.origins.clicked.connect(self._show_origins)

    def put_into(self, answers: Answers) -> Answers:
        """The answers with the background."""
        return replace(answers, background=self.cards.current)

    def first_field(self) -> QWidget:
        """The chosen card."""
        return self.cards.buttons[self.cards.current]

    def _show_origins(self) -> None:
        dialog = FactsDialog(self._roadmap, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
