"""The actions of the view menu: pages, zoom and ways to see."""

from planner.ui.entries.entry import QT_TRANSLATE_NOOP, Entry
from planner.ui.entries.outline import outline_actions
from planner.ui.entries.seeing import seeing_actions, zoom_actions

VIEW = QT_TRANSLATE_NOOP("Actions", "&View")

VIEW_ACTIONS: tuple[Entry, ...] = (
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
        "progress",
        VIEW,
        QT_TRANSLATE_NOOP("Actions", "&Progress"),
        icon="chart-line",
        keys="Ctrl+3",
        checkable=True,
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
    *zoom_actions(VIEW),
    Entry("today", VIEW, QT_TRANSLATE_NOOP("Actions", "&Go to today"), icon="today", keys="Ctrl+T"),
    *outline_actions(VIEW),
    *seeing_actions(VIEW),
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
    Entry("theme-dark", VIEW, QT_TRANSLATE_NOOP("Actions", "Dark colours"), icon="moon", checkable=True),
)
