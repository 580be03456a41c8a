"""The actions of the plan menu: the plan as a whole."""

from planner.ui.entries.entry import QT_TRANSLATE_NOOP, Entry

PLAN = QT_TRANSLATE_NOOP("Actions", "&Plan")

PLAN_ACTIONS: tuple[Entry, ...] = (
    Entry(
        "hours",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "&Hours a week…"),
        icon="clock",
        edits=True,
    ),
    Entry(
        "week-hours",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Hours in this &week…"),
        icon="clock",
        keys="Ctrl+Shift+H",
        edits=True,
    ),
    Entry(
        "days-off",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "&Days off and extra days…"),
        icon="calendar",
        edits=True,
    ),
    Entry(
        "holidays",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "P&ublic holidays…"),
        icon="calendar",
        edits=True,
    ),
    Entry(
        "direction",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Change &track or cloud…"),
        icon="direction",
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
        also=QT_TRANSLATE_NOOP("Actions", "fall behind, late, bring forward, ahead, status date"),
    ),
    Entry(
        "pause",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Pau&se studying…"),
        icon="pause",
        edits=True,
        also=QT_TRANSLATE_NOOP("Actions", "I was away, ill, sick, holiday, vacation, break"),
    ),
    Entry(
        "what-if",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "What &if…"),
        icon="what-if",
        keys="Ctrl+Shift+W",
        edits=True,
    ),
    Entry(
        "level",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "&Level the load…"),
        icon="level",
        edits=True,
    ),
    Entry("compare-baselines", PLAN, QT_TRANSLATE_NOOP("Actions", "Compare &baselines…"), icon="review"),
    Entry(
        "check-links",
        PLAN,
        QT_TRANSLATE_NOOP("Actions", "Check lin&ks…"),
        icon="link",
        separated=True,
    ),
)
