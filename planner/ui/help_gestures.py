"""What mouse and plain keys do on the timeline and the week page, for the help; menus have their table."""

from dataclasses import dataclass

from planner.ui.entries.entry import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Gesture:
    """One line: what one does, and what comes of it."""

    how: str
    does: str


CHART = (
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag the middle of a bar"),
        QT_TRANSLATE_NOOP("Gestures", "Start it later or earlier; what follows moves along"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag the right edge of a bar"),
        QT_TRANSLATE_NOOP("Gestures", "Change its hours"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag the left edge of a bar"),
        QT_TRANSLATE_NOOP("Gestures", "Change its start and its hours; the finish stays"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag the end of the pale tail"),
        QT_TRANSLATE_NOOP("Gestures", "Change the high estimate"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag a diamond"),
        QT_TRANSLATE_NOOP("Gestures", "Set your own date: later holds what follows, earlier is a deadline"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag a group, or one of several selected items"),
        QT_TRANSLATE_NOOP("Gestures", "Move all of them"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag from the dot at a bar's end to another bar"),
        QT_TRANSLATE_NOOP("Gestures", "Link them: the ends joined say which waits for what"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Click a dependency, then Del or Enter"),
        QT_TRANSLATE_NOOP("Gestures", "Remove or edit the link"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Shift during a drag"),
        QT_TRANSLATE_NOOP("Gestures", "To the day, without snapping to weeks or months"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Esc during a drag"),
        QT_TRANSLATE_NOOP("Gestures", "Never mind: everything back"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag the empty chart"),
        QT_TRANSLATE_NOOP("Gestures", "Go along the path"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Shift and drag on the empty chart"),
        QT_TRANSLATE_NOOP("Gestures", "Select what the frame touches; with Ctrl besides what is selected"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Click, Ctrl+click, Shift+click"),
        QT_TRANSLATE_NOOP("Gestures", "Select one, add or take away one, extend"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Double click, or Enter"),
        QT_TRANSLATE_NOOP("Gestures", "Edit it at the side"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Right click, Menu key, Shift+F10"),
        QT_TRANSLATE_NOOP("Gestures", "Everything that can be done with it; on the empty chart, on that day"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Wheel; with Shift; with Ctrl"),
        QT_TRANSLATE_NOOP("Gestures", "Up and down; sideways; zoom at the pointer"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Ctrl+Shift and the wheel"),
        QT_TRANSLATE_NOOP("Gestures", "Higher or lower rows"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Pinch on a touch pad"),
        QT_TRANSLATE_NOOP("Gestures", "Zoom at the fingers"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag the limit line below a week"),
        QT_TRANSLATE_NOOP("Gestures", "Change that week's hours; with Ctrl from that week on"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag the frame of the whole path, or its ends"),
        QT_TRANSLATE_NOOP("Gestures", "Go along the path, or zoom"),
    ),
)

ROWS = (
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Up, Down; with Shift"),
        QT_TRANSLATE_NOOP("Gestures", "Select the next row; extend"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Ctrl+Space"),
        QT_TRANSLATE_NOOP("Gestures", "Add the row, or take it away"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Left, Right; with Shift"),
        QT_TRANSLATE_NOOP("Gestures", "Fold and unfold the group; all groups"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Home; + and -"), QT_TRANSLATE_NOOP("Gestures", "Go to today; zoom")
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag rows up or down"),
        QT_TRANSLATE_NOOP("Gestures", "Another place, or another group"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Double click a date or hours"),
        QT_TRANSLATE_NOOP("Gestures", "Type another: dates like +2w or next Monday"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Click a column's name; drag it; right click it"),
        QT_TRANSLATE_NOOP("Gestures", "Sort by it; another place; choose columns"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Esc"),
        QT_TRANSLATE_NOOP("Gestures", "Show all rows again after finding; else select nothing"),
    ),
)

WEEK_PAGE = (
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag a session to another day, or onto the arrows"),
        QT_TRANSLATE_NOOP(
            "Gestures", "Put it there, or in the week before or after; no date of the plan moves"
        ),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag the lower edge of a session"),
        QT_TRANSLATE_NOOP("Gestures", "Make it longer or shorter, in steps of five minutes"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Right click, Menu key, Shift+F10 on a session"),
        QT_TRANSLATE_NOOP("Gestures", "Everything that can be done with it, next week included"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Arrows"),
        QT_TRANSLATE_NOOP("Gestures", "Go to the next session, day or goal"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Ctrl+Left, Ctrl+Right on a session"),
        QT_TRANSLATE_NOOP("Gestures", "A day earlier or later"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "+ and - on a session; F2"),
        QT_TRANSLATE_NOOP("Gestures", "Plan five minutes more or fewer; type them"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Space; Enter on a session"),
        QT_TRANSLATE_NOOP("Gestures", "Tick it; type the minutes it really took"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Del on a session"),
        QT_TRANSLATE_NOOP("Gestures", "Put it back where the plan has it"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Click a goal, F2 or Enter"),
        QT_TRANSLATE_NOOP("Gestures", "Write it"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "Drag a goal; Alt+Up, Alt+Down; Del"),
        QT_TRANSLATE_NOOP("Gestures", "Another place; remove it"),
    ),
)

DAYS = (
    Gesture(
        "+2w, -3d, +1m", QT_TRANSLATE_NOOP("Gestures", "So much later or earlier than the day it has now")
    ),
    Gesture("16 Jan, 16 Jan 2028, 16.1.", QT_TRANSLATE_NOOP("Gestures", "That day")),
    Gesture(
        QT_TRANSLATE_NOOP("Gestures", "tomorrow, next Monday, in 3 weeks, end of March"),
        QT_TRANSLATE_NOOP("Gestures", "As one says it, counted from today"),
    ),
)
