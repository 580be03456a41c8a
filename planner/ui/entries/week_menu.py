"""The actions of the week menu: the week page and its print."""

from planner.ui.entries.entry import QT_TRANSLATE_NOOP, Entry

WEEK = QT_TRANSLATE_NOOP("Actions", "&Week")

WEEK_ACTIONS: tuple[Entry, ...] = (
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
)
