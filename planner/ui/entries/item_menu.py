"""The actions of the item menu: adding, dates and progress of what is selected on the timeline."""

from planner.ui.entries.entry import QT_TRANSLATE_NOOP, Entry

ITEM = QT_TRANSLATE_NOOP("Actions", "&Item")

ITEM_ACTIONS: tuple[Entry, ...] = (
    Entry(
        "add-activity",
        ITEM,
        QT_TRANSLATE_NOOP("Actions", "Add an &activity…"),
        icon="plus",
        keys="Ins",
        edits=True,
        on_timeline=True,
    ),
    Entry(
        "add-milestone",
        ITEM,
        QT_TRANSLATE_NOOP("Actions", "Add a &milestone…"),
        icon="flag",
        keys="Shift+Ins",
        edits=True,
        on_timeline=True,
    ),
    Entry(
        "let-go", ITEM, QT_TRANSLATE_NOOP("Actions", "Let &go of its own date"), edits=True, separated=True
    ),
    Entry("fix-date", ITEM, QT_TRANSLATE_NOOP("Actions", "Fi&x its date"), icon="pin", edits=True),
    Entry("free-date", ITEM, QT_TRANSLATE_NOOP("Actions", "Make its date mo&vable"), edits=True),
    Entry(
        "nudge-earlier",
        ITEM,
        QT_TRANSLATE_NOOP("Actions", "Move &earlier"),
        icon="chevron-left",
        keys="Alt+Left",
        edits=True,
        on_timeline=True,
        separated=True,
    ),
    Entry(
        "nudge-later",
        ITEM,
        QT_TRANSLATE_NOOP("Actions", "Move &later"),
        icon="chevron-right",
        keys="Alt+Right",
        edits=True,
        on_timeline=True,
    ),
    Entry(
        "shorten",
        ITEM,
        QT_TRANSLATE_NOOP("Actions", "Make &shorter"),
        icon="minus",
        keys="Alt+Shift+Left",
        edits=True,
        on_timeline=True,
    ),
    Entry(
        "lengthen",
        ITEM,
        QT_TRANSLATE_NOOP("Actions", "Make l&onger"),
        icon="plus",
        keys="Alt+Shift+Right",
        edits=True,
        on_timeline=True,
    ),
    Entry(
        "start",
        ITEM,
        QT_TRANSLATE_NOOP("Actions", "Mark started &today"),
        icon="play",
        edits=True,
        separated=True,
    ),
    Entry(
        "finish",
        ITEM,
        QT_TRANSLATE_NOOP("Actions", "Mark &finished today"),
        icon="check",
        keys="Ctrl+Return",
        edits=True,
    ),
    Entry("reopen", ITEM, QT_TRANSLATE_NOOP("Actions", "&Reopen"), icon="undo", edits=True),
)
