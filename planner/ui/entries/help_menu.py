"""The actions of the help menu: help."""

from planner.ui.entries.entry import QT_TRANSLATE_NOOP, Entry

HELP = QT_TRANSLATE_NOOP("Actions", "&Help")

HELP_ACTIONS: tuple[Entry, ...] = (
    Entry("help", HELP, QT_TRANSLATE_NOOP("Actions", "&How Milepost works"), icon="help", keys="F1"),
    Entry("keys", HELP, QT_TRANSLATE_NOOP("Actions", "&Keys and gestures"), icon="command", keys="Shift+F1"),
    Entry("facts", HELP, QT_TRANSLATE_NOOP("Actions", "&Where the numbers come from"), icon="info"),
    Entry("news", HELP, QT_TRANSLATE_NOOP("Actions", "What is &new"), icon="flag"),
    Entry("about", HELP, QT_TRANSLATE_NOOP("Actions", "&About Milepost"), icon="info", separated=True),
)
