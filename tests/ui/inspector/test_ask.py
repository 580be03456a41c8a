"""Small questions: how long they live."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.ui.inspector.ask import Question
from tests.helpers.looks import wait_until_freed


def test_a_question_that_was_run_is_still_there_when_its_answer_is_read(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    question = Question("Delete it?", "It can be undone.", "Delete", window)

    def answer() -> None:
        question.accept()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    QTimer.singleShot(0, answer)
    assert question.exec()
    assert isValid(question)


def test_a_question_that_was_opened_frees_itself(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    question = Question("Delete it?", "It can be undone.", "Delete", window)
    question.open()
    question.reject()
    wait_until_freed(qtbot, question)
