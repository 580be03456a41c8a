"""The actions of the edit menu: taking back, what is done to the selected items, and the settings.

Some window managers keep Alt+Shift and the arrows for themselves: what has them has Ctrl and the arrows too.
"""

from planner.ui.entries.entry import QT_TRANSLATE_NOOP, Entry

EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
PLACE = QT_TRANSLATE_NOOP("Actions", "Place in the out&line")

EDIT_ACTIONS: tuple[Entry, ...] = (
    Entry("undo", EDIT, QT_TRANSLATE_NOOP("Actions", "&Undo"), icon="undo", keys="Ctrl+Z", edits=True),
    Entry(
        "redo",
        EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        icon="redo",
        keys="Ctrl+Shift+Z Ctrl+Y",
        edits=True,
    ),
    Entry("revisions", EDIT, QT_TRANSLATE_NOOP("Actions", "Histor&y of changes…"), icon="clock"),
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
        "duplicate", EDIT, QT_TRANSLATE_NOOP("Actions", "Du&plicate"), icon="copy", keys="Ctrl+D", edits=True
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
    Entry("archived", EDIT, QT_TRANSLATE_NOOP("Actions", "Arc&hived…"), icon="archive", edits=True),
    Entry(
        "select-all",
        EDIT,
        QT_TRANSLATE_NOOP("Actions", "Select &all"),
        keys="Ctrl+A",
        on_timeline=True,
        separated=True,
    ),
    Entry(
        "move-up",
        EDIT,
        QT_TRANSLATE_NOOP("Actions", "Mo&ve up"),
        icon="arrow-up",
        keys="Alt+Shift+Up Ctrl+Up",
        edits=True,
        on_timeline=True,
        submenu=PLACE,
    ),
    Entry(
        "move-down",
        EDIT,
        QT_TRANSLATE_NOOP("Actions", "Move do&wn"),
        icon="arrow-down",
        keys="Alt+Shift+Down Ctrl+Down",
        edits=True,
        on_timeline=True,
        submenu=PLACE,
    ),
    Entry(
        "indent",
        EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Indent: into the group above"),
        icon="indent",
        keys="Ctrl+] Ctrl+M",
        edits=True,
        on_timeline=True,
        submenu=PLACE,
    ),
    Entry(
        "outdent",
        EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Outdent: out of its group"),
        icon="outdent",
        keys="Ctrl+[ Ctrl+Shift+M",
        edits=True,
        on_timeline=True,
        submenu=PLACE,
    ),
    Entry("find", EDIT, QT_TRANSLATE_NOOP("Actions", "&Find"), icon="search", keys="Ctrl+F", separated=True),
    Entry("palette", EDIT, QT_TRANSLATE_NOOP("Actions", "All &commands…"), icon="command", keys="Ctrl+K"),
    Entry(
        "settings",
        EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Settings…"),
        icon="settings",
        keys="Ctrl+,",
        separated=True,
    ),
)
