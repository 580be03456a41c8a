"""What the table says of one action: where it stands, its words, its icon and its keys."""

from dataclasses import dataclass


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for the translation tools, which look for this name; Qt's own is typed as any object."""
    return text


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: `menu` names where it stands, `keys` are shortcuts with spaces between them.

    `edits` says that it changes the plan. `on_timeline` keys act only while the timeline has the keyboard, so
    that they can be keys that text fields use too. `separated` puts a line above it in the menu;
    with a `submenu` it stands in the menu of that name inside it, and the line above that. `also` are other
    words by which the command palette finds it.
    """

    id: str
    menu: str
    text: str
    icon: str = ""
    keys: str = ""
    edits: bool = False
    checkable: bool = False
    on_timeline: bool = False
    separated: bool = False
    submenu: str = ""
    also: str = ""
