"""The table of every action of the window.

Each menu has its room under `entries`; a new action is an entry there and one line in `handlers`.
"""

from planner.ui.entries.edit_menu import EDIT, EDIT_ACTIONS
from planner.ui.entries.entry import Entry
from planner.ui.entries.file_menu import FILE, FILE_ACTIONS
from planner.ui.entries.help_menu import HELP, HELP_ACTIONS
from planner.ui.entries.item_menu import ITEM, ITEM_ACTIONS
from planner.ui.entries.plan_menu import PLAN, PLAN_ACTIONS
from planner.ui.entries.view_menu import VIEW, VIEW_ACTIONS
from planner.ui.entries.week_menu import WEEK, WEEK_ACTIONS

MENUS = (FILE, EDIT, VIEW, ITEM, PLAN, WEEK, HELP)

ACTIONS: tuple[Entry, ...] = (
    *FILE_ACTIONS,
    *EDIT_ACTIONS,
    *VIEW_ACTIONS,
    *ITEM_ACTIONS,
    *PLAN_ACTIONS,
    *WEEK_ACTIONS,
    *HELP_ACTIONS,
)
