"""A button that looks like a link lays the page around it out anew only when its words change."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.fields.link_button import LinkButton


class _LaidOut(QObject):
    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.LayoutRequest
        return False


def test_the_same_words_again_lay_nothing_out(qtbot: QtBot) -> None:
    page, laid_out = QWidget(), _LaidOut()
    qtbot.addWidget(page)
    link = LinkButton(page)
    QVBoxLayout(page).addWidget(link)
    link.say("Check the links…")
    page.show()
    QApplication.processEvents()
    page.installEventFilter(laid_out)
    link.say("Check the links…")
    QApplication.processEvents()
    assert laid_out.times == 0
    link.say("Move it to 4 May")
    QApplication.processEvents()
    assert laid_out.times > 0
    assert link.accessibleName() == "Move it to 4 May"


def test_without_words_it_takes_no_room(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    link = LinkButton(page)
    page.show()
    link.say("")
    assert link.isHidden()
    link.say("Open")
    assert link.isVisible()
