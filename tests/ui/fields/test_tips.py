"""Tooltips show words from anywhere, and obey none of them."""

from pytestqt.qtbot import QtBot

from planner.ui.fields.icon_button import IconButton
from planner.ui.fields.link_button import LinkButton
from planner.ui.fields.tips import wrapped_tip
from planner.ui.theme_controller import ThemeController

HOSTILE = "<img src=file:///etc/hostname> & more"
SHOWN = "<p>&lt;img src=file:///etc/hostname&gt; &amp; more</p>"


def test_markup_is_shown_line_by_line_and_not_obeyed() -> None:
    assert wrapped_tip(HOSTILE) == SHOWN
    assert wrapped_tip("one\ntwo") == "<p>one<br>two</p>"
    assert wrapped_tip("") == ""


def test_buttons_called_after_what_came_from_elsewhere_obey_none_of_it(
    qtbot: QtBot, look: ThemeController
) -> None:
    icon = IconButton("pencil", HOSTILE, look)
    qtbot.addWidget(icon)
    link = LinkButton(icon)
    link.say(HOSTILE)

    assert (icon.toolTip(), link.toolTip()) == (SHOWN, SHOWN)
