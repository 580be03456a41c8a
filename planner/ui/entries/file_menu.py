"""The actions of the file menu: plans and files."""

from planner.ui.entries.entry import QT_TRANSLATE_NOOP, Entry

FILE = QT_TRANSLATE_NOOP("Actions", "&File")

FILE_ACTIONS: tuple[Entry, ...] = (
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
    Entry("restore-backup", FILE, QT_TRANSLATE_NOOP("Actions", "Restore from &backup…"), icon="clock"),
    Entry("export-json", FILE, QT_TRANSLATE_NOOP("Actions", "&Export as JSON…"), icon="download"),
    Entry("export-ics", FILE, QT_TRANSLATE_NOOP("Actions", "Export to a ca&lendar (ICS)…"), icon="calendar"),
    Entry(
        "print-timeline",
        FILE,
        QT_TRANSLATE_NOOP("Actions", "&Print or save the timeline…"),
        icon="print",
        keys="Ctrl+Alt+P",
        separated=True,
    ),
    Entry("print-checklist", FILE, QT_TRANSLATE_NOOP("Actions", "Print chec&klists…"), icon="print"),
    Entry("quit", FILE, QT_TRANSLATE_NOOP("Actions", "&Quit"), keys="Ctrl+Q", separated=True),
)
