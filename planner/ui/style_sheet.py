"""The style sheet of the program: `resources/themes/style.qss` in the colours of a theme.

What a widget may set on itself, with `setProperty`:

- `role`: "title", "section", "muted", "strong", "warning" or "danger" on a label; "primary", "quiet",
  "link" or "disclosure" on a button; "card", "line", "mark", "tools", "toolbar" or "segments" on a frame;
  "compact" on a line edit; "step" on a check box; "page" on a text to be read inside a frame
- `segment`: True on each button of a segmented control, in a frame of role "segments"
- `chosen`: True on a card that stands for the choice taken
- `banner`: "danger" or "info" on a frame or label
- `wrong`: True on the label of a tip that says what is wrong, and on a line edit that holds it
- `state`: "done" on a progress bar or label
"""

import re
from pathlib import Path

from planner.paths import resource
from planner.ui.icons import svg
from planner.ui.theme import Theme

MARKS = {
    "check": ("check", "accent_text"),
    "check-disabled": ("check", "text_faint"),
    "tick": ("check", "text"),
    "dash": ("minus", "accent_text"),
    "dot": ("dot", "accent_text"),
    "down": ("chevron-down", "text_muted"),
    "up": ("chevron-up", "text_muted"),
    "more": ("plus", "text_muted"),
    "more-off": ("plus", "ghost"),
    "less": ("minus", "text_muted"),
    "less-off": ("minus", "ghost"),
    "right": ("chevron-right", "text_muted"),
}
"""The small drawings inside widgets: file name -> icon and role. A style sheet takes them from files only."""


def write_marks(theme: Theme, folder: Path) -> None:
    """Write the small drawings that `style_sheet` refers to into `folder`."""
    for file_name, (icon, role) in MARKS.items():
        drawing = svg(icon, theme.colour(role))
        if file_name in ("check", "check-disabled", "dash"):
            # At 14 pixels Lucide's own stroke is too thin to be seen at a glance.
            drawing = drawing.replace(b'stroke-width="2"', b'stroke-width="3.4"')
        (folder / f"{file_name}.svg").write_bytes(drawing)


def style_sheet(theme: Theme, marks: Path, font_points: float) -> str:
    """The style sheet in the colours of `theme`.

    `marks` is the folder `write_marks` wrote to, `font_points` the size of the program's font.
    Raises KeyError for a role that the theme has not.
    """
    template = resource("themes/style.qss").read_text(encoding="utf-8")

    def value(found: re.Match[str]) -> str:
        kind, name = found["kind"], found["name"]
        if kind == "size":
            return f"{font_points * int(name) / 100:.2f}pt"
        if kind == "mark":
            return f'url("{(marks / name).as_posix()}.svg")'
        return theme.colour(name).name()

    template = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    return re.sub(r"@(?:(?P<kind>size|mark):)?(?P<name>[\w-]+)", value, template)
