"""The table of every action of the window: where it stands, its words, its icon and its keys."""

from dataclasses import dataclass


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for the translation tools, which look for this name; Qt's own is typed as any object."""
    return text


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: `menu` names where it stands, `keys` are shortcuts with spaces between them.

    `edits` says that it changes the plan. `on_timeline` keys act only while the timeline has the keyboard, so
    that they can be keys that text fields use too. `separated` puts a line above it in the menu.
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


FILE = QT_TRANSLATE_NOOP("Actions", "&File")
EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
PLAN = QT_TRANSLATE_NOOP("Actions", "&Plan")
WEEK = QT_TRANSLATE_NOOP("Actions", "&Week")
HELP = QT_TRANSLATE_NOOP("Actions", "&Help")

MENUS = (FILE, EDIT, VIEW, PLAN, WEEK, HELP)

ACTIONS: tuple[Entry, ...] = (
    Entry("new", FILE, QT_TRANSLATE_NOOP("Actions", "&New plan…"), icon="file", keys="Ctrl+N"),
    Entry("open", FILE, QT_TRANSLATE_NOOP("Actions", "&Open…"), icon="folder-open", keys="Ctrl+O"),
    Entry(
        "save-copy",
        FILE,
        QT_TRANSLATE_NOOP("Actions", "Save a &copy…"),
        icon="save",
        keys="Ctrl+Shift+S",
        separated=True,
    ),
    Entry("export-json", FILE, QT_TRANSLATE_NOOP("Actions", "&Export as JSON…"), icon="download"),
    Entry("quit", FILE, QT_TRANSLATE_NOOP("Actions", "&Quit"), keys="Ctrl+Q", separated=True),
    Entry("undo", EDIT, QT_TRANSLATE_NOOP("Actions", "&Undo"), icon="undo", keys="Ctrl+Z", edits=True),
    Entry(
        "redo",
        EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        icon="redo",
        keys="Ctrl+Shift+Z Ctrl+Y",
        edits=True,
    ),
    Entry(
        "rename",
        EDIT,
        QT_TRANSLATE_NOOP("Actions", "Re&name…"),
        icon="pencil",
        keys="F2",
        edits=True,
        separated=True,
    ),
    Entry(
        "delete",
        EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Delete"),
        icon="trash",
        keys="Del",
        edits=True,
        on_timeline=True,
    ),
    Entry("find", EDIT, QT_TRANSLATE_NOOP("Actions", "&Find"), icon="search", keys="Ctrl+F", separated=True),
    Entry(
        "timeline",
        VIEW,
        QT_TRANSLATE_NOOP("Actions", "&Timeline"),
        icon="chart-gantt",
        keys="Ctrl+1",
        checkable=True,
    ),
    Entry(
        "week", VIEW, QT_TRANSLATE_NOOP("Actions", "&Week"), icon="calendar", keys="Ctrl+2", checkable=True
    ),
    Entry(
        "zoom-in",
        VIEW,
        QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
        icon="zoom-in",
        keys="Ctrl++ Ctrl+=",
        separated=True,
    ),
    Entry("zoom-out", VIEW, QT_TRANSLATE_NOOP("Actions", "Zoom &out"), icon="zoom-out", keys="Ctrl+-"),
    Entry("fit", VIEW, QT_TRANSLATE_NOOP("Actions", "&Fit the whole path"), icon="fit", keys="Ctrl+0"),
    Entry("today", VIEW, QT_TRANSLATE_NOOP("Actions", "&Go to today"), icon="today", keys="Ctrl+T"),
    Entry(
        "inspector",
        VIEW,
        QT_TRANSLATE_NOOP("Actions", "&Details at the side"),
        icon="info",
        keys="F4",
        checkable=True,
        separated=True,
    ),
    Entry(
        "theme-system",
        VIEW,
        QT_TRANSLATE_NOOP("Actions", "Colours of the &system"),
        icon="settings",
        checkable=True,
        separated=True,
    ),
    Entry("theme-light", VIEW, QT_TRANSLATE_NOOP("Actions", "&Light colours"), icon="sun", checkable=True),
    Entry("theme-dark", VIEW, QT_TRANSLATE_NOOP("Actions", "Dar&k colours"), icon="moon", checkable=True),
    Entry(
        "add-activity",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Add an &activity…"),
        icon="plus",
        keys="Ins",
        edits=True,
        on_timeline=True,
    ),
    Entry(
        "add-milestone",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Add a &milestone…"),
        icon="flag",
        keys="Shift+Ins",
        edits=True,
        on_timeline=True,
    ),
    Entry(
        "finish",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Mark &finished today"),
        icon="check",
        keys="Ctrl+Return",
        edits=True,
    ),
    Entry(
        "nudge-earlier",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Move &earlier"),
        icon="chevron-left",
        keys="Alt+Left",
        edits=True,
        on_timeline=True,
        separated=True,
    ),
    Entry(
        "nudge-later",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Move &later"),
        icon="chevron-right",
        keys="Alt+Right",
        edits=True,
        on_timeline=True,
    ),
    Entry(
        "shorten",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Make &shorter"),
        icon="minus",
        keys="Alt+Shift+Left",
        edits=True,
        on_timeline=True,
    ),
    Entry(
        "lengthen",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Make l&onger"),
        icon="plus",
        keys="Alt+Shift+Right",
        edits=True,
        on_timeline=True,
    ),
    Entry(
        "hours",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "&Hours a week…"),
        icon="clock",
        edits=True,
        separated=True,
    ),
    Entry(
        "days-off",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "&Days off and extra days…"),
        icon="calendar",
        edits=True,
    ),
    Entry(
        "plan-settings", PLAN, QT_TRANSLATE_NOOP("Actions", "&Plan settings…"), icon="settings", edits=True
    ),
    Entry(
        "catch-up",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "&Catch up…"),
        icon="review",
        edits=True,
        separated=True,
    ),
    Entry(
        "week-earlier",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "&Week before"),
        icon="chevron-left",
        keys="Ctrl+PgUp",
    ),
    Entry("week-now", WEEK, QT_TRANSLATE_NOOP("Actions", "&This week"), icon="today", keys="Ctrl+Home"),
    Entry(
        "week-later",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "Week &after"),
        icon="chevron-right",
        keys="Ctrl+PgDown",
    ),
    Entry(
        "print-week",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "&Print this week…"),
        icon="print",
        keys="Ctrl+P",
        separated=True,
    ),
    Entry(
        "week-pdf",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "Save this week as P&DF…"),
        icon="download",
        keys="Ctrl+Shift+P",
    ),
    Entry("help", HELP, QT_TRANSLATE_NOOP("Actions", "&How Milepost works"), icon="help", keys="F1"),
    Entry("facts", HELP, QT_TRANSLATE_NOOP("Actions", "&Where the numbers come from"), icon="info"),
    Entry("about", HELP, QT_TRANSLATE_NOOP("Actions", "&About Milepost"), icon="info", separated=True),
)
