"""The actions of the view menu that say what the chart shows and how closely."""

from planner.ui.entries.entry import QT_TRANSLATE_NOOP, Entry

ZOOM_TO = QT_TRANSLATE_NOOP("Actions", "&Zoom")
ROWS = QT_TRANSLATE_NOOP("Actions", "Height of the ro&ws")
COLOURS = QT_TRANSLATE_NOOP("Actions", "Colo&urs of the bars")
SHOW = QT_TRANSLATE_NOOP("Actions", "On t&he timeline")


def zoom_actions(menu: str) -> tuple[Entry, ...]:
    """The zooms that have a name, and the heights rows can have, for a menu."""
    return (
        Entry(
            "zoom-days", menu, QT_TRANSLATE_NOOP("Actions", "Zoom to &days"), checkable=True, submenu=ZOOM_TO
        ),
        Entry(
            "zoom-weeks",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Zoom to &weeks"),
            checkable=True,
            submenu=ZOOM_TO,
        ),
        Entry(
            "zoom-months",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Zoom to &months"),
            checkable=True,
            submenu=ZOOM_TO,
        ),
        Entry(
            "zoom-quarters",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Zoom to &quarters"),
            checkable=True,
            submenu=ZOOM_TO,
        ),
        Entry(
            "zoom-years",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Zoom to &years"),
            checkable=True,
            submenu=ZOOM_TO,
        ),
        Entry(
            "rows-comfortable",
            menu,
            QT_TRANSLATE_NOOP("Actions", "&Comfortable"),
            checkable=True,
            submenu=ROWS,
        ),
        Entry("rows-compact", menu, QT_TRANSLATE_NOOP("Actions", "Com&pact"), checkable=True, submenu=ROWS),
        Entry(
            "rows-all",
            menu,
            QT_TRANSLATE_NOOP("Actions", "&All rows in view"),
            keys="Ctrl+Shift+0",
            checkable=True,
            submenu=ROWS,
        ),
        Entry(
            "rows-higher",
            menu,
            QT_TRANSLATE_NOOP("Actions", "&Higher rows"),
            keys="Ctrl+Shift++",
            submenu=ROWS,
            separated=True,
        ),
        Entry(
            "rows-lower", menu, QT_TRANSLATE_NOOP("Actions", "&Lower rows"), keys="Ctrl+Shift+-", submenu=ROWS
        ),
    )


def seeing_actions(menu: str) -> tuple[Entry, ...]:
    """What the colours mean and what else is drawn, for a menu."""
    return (
        Entry(
            "colour-phase",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Colour by &phase"),
            checkable=True,
            submenu=COLOURS,
            separated=True,
        ),
        Entry(
            "colour-kind",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Colour by &kind"),
            checkable=True,
            submenu=COLOURS,
        ),
        Entry(
            "colour-state",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Colour by &state"),
            checkable=True,
            submenu=COLOURS,
        ),
        Entry(
            "show-critical",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Show the &critical path"),
            keys="Ctrl+Shift+C",
            checkable=True,
            submenu=SHOW,
        ),
        Entry("show-float", menu, QT_TRANSLATE_NOOP("Actions", "Show &float"), checkable=True, submenu=SHOW),
        Entry(
            "show-links",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Show &dependencies"),
            checkable=True,
            submenu=SHOW,
        ),
        Entry(
            "show-ranges",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Show &ranges of the estimates"),
            checkable=True,
            submenu=SHOW,
        ),
        Entry(
            "show-forecast",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Show the &bands of the forecast"),
            checkable=True,
            submenu=SHOW,
        ),
        Entry(
            "show-legend",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Show the &legend"),
            checkable=True,
            submenu=SHOW,
        ),
        Entry(
            "show-overview",
            menu,
            QT_TRANSLATE_NOOP("Actions", "Show the &overview of the whole path"),
            checkable=True,
            submenu=SHOW,
        ),
        Entry("baseline", menu, QT_TRANSLATE_NOOP("Actions", "Compare with a &baseline…")),
        Entry("take-baseline", menu, QT_TRANSLATE_NOOP("Actions", "T&ake a baseline…"), edits=True),
    )
