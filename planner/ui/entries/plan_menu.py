"""The actions of the plan menu: adding, dates, progress, and the plan as a whole."""

from planner.ui.entries.entry import QT_TRANSLATE_NOOP, Entry

PLAN = QT_TRANSLATE_NOOP("Actions", "&Plan")

PLAN_ACTIONS: tuple[Entry, ...] = (
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
)
