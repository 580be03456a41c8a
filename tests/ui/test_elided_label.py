"""A line without room for all its words."""

from pytestqt.qtbot import QtBot

from planner.ui.elided_label import ElidedLabel, elided


def test_words_are_left_out_between_others_and_never_cut(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    metrics = label.fontMetrics()
    text = "Move Endpoint live to 1 Dec 2026 · lands 8 months late · even 20 h a week are too few"
    assert elided(text, metrics, metrics.horizontalAdvance(text)) == text
    for room in range(60, metrics.horizontalAdvance(text), 37):
        shown = elided(text, metrics, room)
        assert metrics.horizontalAdvance(shown) <= room
        begin, end = (each.strip() for each in shown.split("…"))
        assert f"{text} ".startswith(f"{begin} ")
        assert not end or text.endswith(f" {end}")
    assert elided("Antidisestablishmentarianism", metrics, 60).endswith("…")
