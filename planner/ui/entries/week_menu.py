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
        "go-to-week",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "G&o to a week…"),
        icon="calendar",
        keys="Ctrl+Shift+G",
    ),
    Entry(
        "timer-toggle",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "Start or pause the ti&mer…"),
        icon="play",
        keys="F8",
        edits=True,
        separated=True,
    ),
    Entry(
        "timer-stop",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "&Stop the timer and log it"),
        keys="Shift+F8",
        edits=True,
    ),
    Entry("timer-discard", WEEK, QT_TRANSLATE_NOOP("Actions", "Discard the timer"), edits=True),
    Entry(
        "log-study",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "&Log study…"),
        icon="clock",
        keys="Ctrl+Shift+L",
        edits=True,
    ),
    Entry("all-logged", WEEK, QT_TRANSLATE_NOOP("Actions", "All that was lo&gged…")),
    Entry("clock-times", WEEK, QT_TRANSLATE_NOOP("Actions", "&Clock times…"), edits=True, separated=True),
    Entry(
        "put-week-back",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "Put the week’s sessions &back"),
        icon="undo",
        edits=True,
    ),
    Entry(
        "review-week",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "Look back on th&is week…"),
        icon="review",
        separated=True,
    ),
    Entry("history", WEEK, QT_TRANSLATE_NOOP("Actions", "Past wee&ks…"), icon="search"),
    Entry("reminders", WEEK, QT_TRANSLATE_NOOP("Actions", "&Reminders…"), icon="clock"),
    Entry(
        "print-week",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "&Print this week…"),
        icon="print",
        keys="Ctrl+P",
        separated=True,
    ),
    Entry("print-next-week", WEEK, QT_TRANSLATE_NOOP("Actions", "Print ne&xt week…"), icon="print"),
    Entry(
        "week-pdf",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "Save this week as P&DF…"),
        icon="download",
        keys="Ctrl+Shift+P",
    ),
    Entry(
        "enter-from-paper",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "&Enter from paper…"),
        icon="pencil",
        keys="Ctrl+E",
        edits=True,
    ),
    Entry("copy-week-text", WEEK, QT_TRANSLATE_NOOP("Actions", "Cop&y the week as text"), icon="copy"),
    Entry(
        "copy-week-markdown", WEEK, QT_TRANSLATE_NOOP("Actions", "Copy the week as Markdow&n"), icon="copy"
    ),
    Entry(
        "publish",
        WEEK,
        QT_TRANSLATE_NOOP("Actions", "Publish to a calendar ser&ver…"),
        icon="calendar",
        separated=True,
    ),
)
