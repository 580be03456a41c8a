"""Doing what a later start asks for: at once where nothing is open, else when it is done with."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.instance.answering import GRANTS, Answering
from planner.ui.instance.request import Request, Wish

OPEN = Request(wish=Wish.OPEN, plan=Path("/plans/two.milepost"))
NEW = Request(wish=Wish.NEW_PLAN)


class Program(QObject):
    """A program with one window, and what it was asked to do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window = window
        self.done: list[Request] = []
        self.said: list[str] = []
        self.answering = Answering(lambda: window, self.done.append, self)
        self.answering.waiting_told.connect(self.said.append)


@pytest.fixture
def program(qtbot: QtBot) -> Program:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    program = Program(window)
    program.answering.begin()
    return program


def dialog_over(window: QWidget) -> QDialog:
    dialog = QDialog(window)
    dialog.open()
    return dialog


def test_a_start_that_asks_for_nothing_raises_the_window(program: Program, qtbot: QtBot) -> None:
    program.window.showMinimized()
    program.answering.answer(Request())

    qtbot.waitUntil(lambda: not program.window.isMinimized() and program.window.isActiveWindow())
    assert (program.done, program.answering.waits) == ([], False)


def test_a_window_that_filled_the_screen_does_so_again(program: Program) -> None:
    program.window.showMaximized()
    program.window.setWindowState(program.window.windowState() | Qt.WindowState.WindowMinimized)
    program.answering.answer(Request())

    assert program.window.windowState() & Qt.WindowState.WindowMaximized
    assert not program.window.isMinimized()


@pytest.mark.parametrize("request_", [OPEN, NEW, Request(wish=Wish.PRINT_WEEK)])
def test_what_is_asked_for_is_done(program: Program, request_: Request, qtbot: QtBot) -> None:
    program.answering.answer(request_)

    qtbot.waitUntil(lambda: program.done == [request_])


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (OPEN, "two.milepost opens when you are done with the dialog."),
        (NEW, "You are asked for the new plan when you are done with the dialog."),
        (
            Request(wish=Wish.PRINT_WEEK),
            "This week is shown for printing when you are done with the dialog.",
        ),
    ],
)
def test_a_dialog_is_not_torn_but_waited_for(
    program: Program, qtbot: QtBot, request_: Request, sentence: str
) -> None:
    dialog = dialog_over(program.window)
    program.answering.answer(request_)

    qtbot.waitUntil(dialog.isActiveWindow)
    assert (program.done, program.said) == ([], [sentence])
    dialog.reject()
    qtbot.waitUntil(lambda: program.done == [request_])


def test_several_are_done_in_order_and_only_the_last_plan_opens(program: Program, qtbot: QtBot) -> None:
    dialog = dialog_over(program.window)
    other = Request(wish=Wish.OPEN, plan=Path("/plans/one.milepost"))
    for each in (NEW, other, OPEN):
        program.answering.answer(each)
    dialog.accept()

    qtbot.waitUntil(lambda: program.done == [NEW, OPEN])
    assert not program.answering.waits


def test_asking_again_for_the_dialog_that_is_open_only_raises_it(program: Program) -> None:
    dialog = dialog_over(program.window)
    dialog.setProperty(GRANTS, Wish.NEW_PLAN.value)
    program.answering.answer(NEW)

    assert (program.said, program.answering.waits) == ([], False)
    dialog.reject()


def test_a_menu_that_is_open_is_closed_first(program: Program, qtbot: QtBot) -> None:
    menu = QMenu(program.window)
    menu.addAction("Rename")
    menu.popup(program.window.mapToGlobal(program.window.rect().center()))
    program.answering.answer(OPEN)

    qtbot.waitUntil(lambda: program.done == [OPEN])
    assert not menu.isVisible()


def test_a_drag_is_waited_for(program: Program, qtbot: QtBot) -> None:
    qtbot.mousePress(program.window, Qt.MouseButton.LeftButton)
    program.answering.answer(OPEN)
    assert program.done == []

    qtbot.mouseRelease(program.window, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.done == [OPEN])


def test_while_the_program_starts_what_is_asked_for_waits(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    program = Program(window)
    program.answering.answer(OPEN)
    assert (program.done, program.answering.waits) == ([], True)

    program.answering.begin()
    qtbot.waitUntil(lambda: program.done == [OPEN])
