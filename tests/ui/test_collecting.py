"""What the window has dropped is freed in its own thread, whatever runs beside it."""

import gc
import threading

from pytestqt.qtbot import QtBot

from planner.ui.collecting import collect_here_while


class Dropped:
    """Something in a circle, which only a collection frees; it notes the thread it is freed in."""

    def __init__(self, freed_in: set[int]) -> None:
        self._freed_in = freed_in
        self._circle = self

    def __del__(self) -> None:
        self._freed_in.add(threading.get_ident())


def test_a_thread_that_makes_much_frees_nothing_of_the_windows(qtbot: QtBot) -> None:
    freed_in: set[int] = set()
    stop = threading.Event()

    def make_much() -> None:
        while not stop.is_set():
            _ = [[number] for number in range(5_000)]

    thread = threading.Thread(target=make_much, daemon=True)
    collect_here_while(thread.is_alive)
    thread.start()
    for _ in range(500):
        Dropped(freed_in)
    qtbot.waitUntil(lambda: bool(freed_in))
    stop.set()
    thread.join()
    qtbot.waitUntil(gc.isenabled)
    assert freed_in == {threading.get_ident()}
