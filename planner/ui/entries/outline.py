"""The actions of the view menu on the outline: folding, columns, order, and what is left out."""

from planner.ui.entries.entry import QT_TRANSLATE_NOOP, Entry

COLUMNS_MENU = QT_TRANSLATE_NOOP("Actions", "Colum&ns")
ONLY = QT_TRANSLATE_NOOP("Actions", "Show onl&y")


def outline_actions(menu: str) -> tuple[Entry, ...]:
    """What the outline shows, for a menu."""
    columns = tuple(
        Entry(f"column-{name}", menu, text, checkable=True, submenu=COLUMNS_MENU)
        for name, text in (
            ("start", QT_TRANSLATE_NOOP("Actions", "&Start")),
            ("finish", QT_TRANSLATE_NOOP("Actions", "&Finish")),
            ("length", QT_TRANSLATE_NOOP("Actions", "&Length")),
            ("left", QT_TRANSLATE_NOOP("Actions", "&Time left")),
            ("hours", QT_TRANSLATE_NOOP("Actions", "&Hours")),
            ("done", QT_TRANSLATE_NOOP("Actions", "&Done")),
            ("kind", QT_TRANSLATE_NOOP("Actions", "&Kind")),
            ("margin", QT_TRANSLATE_NOOP("Actions", "&Margin")),
            ("float", QT_TRANSLATE_NOOP("Actions", "Fl&oat")),
            ("waits", QT_TRANSLATE_NOOP("Actions", "&Waits for")),
        )
    )
    only = tuple(
        Entry(f"only-{name}", menu, text, checkable=True, submenu=ONLY)
        for name, text in (
            ("open", QT_TRANSLATE_NOOP("Actions", "What is still &open")),
            ("month", QT_TRANSLATE_NOOP("Actions", "What falls in this &month")),
            ("late", QT_TRANSLATE_NOOP("Actions", "What is &late")),
            ("critical", QT_TRANSLATE_NOOP("Actions", "What is &critical")),
            ("evidence", QT_TRANSLATE_NOOP("Actions", "What lacks e&vidence")),
            ("milestones", QT_TRANSLATE_NOOP("Actions", "Mile&stones")),
        )
    )
    return (
        Entry(
            "collapse-all",
            menu,
            QT_TRANSLATE_NOOP("Actions", "&Collapse all"),
            icon="chevron-right",
            separated=True,
        ),
        Entry("expand-all", menu, QT_TRANSLATE_NOOP("Actions", "E&xpand all"), icon="chevron-down"),
        *columns,
        *only,
        Entry("show-everything", menu, QT_TRANSLATE_NOOP("Actions", "Show &everything"), submenu=ONLY),
        Entry("sort-as-planned", menu, QT_TRANSLATE_NOOP("Actions", "Sort in the plan's own order")),
    )
