"""The menu of what lies under the pointer on the timeline: every action that applies, from the one table.

It opens by the right button, by the Menu key and by Shift+F10; by keys it stands at the selected row.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from planner.domain.items import Dependency, DependencyId, NodeId
from planner.ui.action_entries import ACTIONS
from planner.ui.actions import ActionTable
from planner.ui.chart_menu import SEEN_HERE, ChartMenu
from planner.ui.editor import Editor
from planner.ui.entries.entry import Entry
from planner.ui.entries.item_menu import ITEM
from planner.ui.timeline.hitting import Part
from planner.ui.timeline.link_words import link_sentence
from planner.ui.timeline.moves import unlink_items
from planner.ui.timeline.page import TimelinePage

ROW_EDITS = ("rename", "duplicate", "move-up", "move-down", "indent", "outdent")
"""Of the edit menu, what is done to rows; deleting stands last of all."""

ADDING = ("add-activity", "add-milestone", "add-group", "add-fixed-date")
WHERE_NOTHING_IS = (*ADDING, "select-all", "palette", *SEEN_HERE)


class ContextMenu(QObject):
    """Shows the menu; what does not apply is not in it, so that nothing in it is refused."""

    def __init__(self, editor: Editor, timeline: TimelinePage, actions: ActionTable) -> None:
        super().__init__(timeline)
        self._editor = editor
        self._timeline = timeline
        self._actions = actions
        self.chart = ChartMenu(editor, timeline.view, actions)
        timeline.installEventFilter(self)
        keys = QShortcut(QKeySequence("Shift+F10"), timeline)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._show_at_row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what neither chart nor outline had another menu for."""
        if event.type() != QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._show_at_row()
            return True
        return self._show_at(event.globalPos())

    def _show_at(self, place: QPoint) -> bool:
        """Show the menu of what lies at a point of the screen; whether there is one."""
        view, outline = self._timeline.view, self._timeline.outline
        on_chart = view.mapFromGlobal(place)
        in_outline = outline.viewport().mapFromGlobal(place)
        if view.rect().contains(on_chart):
            at = QPointF(on_chart)
            found = view.hit(at)
            link = view.link_under(at)
            if link is not None:
                view.select_link(link)
                self._popup(self._link_menu(self._editor.plan.dependencies[link]), place)
                return True
            if found is None or found.part is Part.ROW:
                self._popup(self._chart_menu(at), place)
                return True
            row = found.id
        elif outline.viewport().rect().contains(in_outline):
            index = outline.indexAt(in_outline)
            if not index.isValid():
                self._popup(self._menu(self._entries(WHERE_NOTHING_IS)), place)
                return True
            row = outline.outline_model.row_at(index).id
        else:
            return False
        view.select_link(None)
        if row not in self._timeline.selection:
            self._timeline.select(row)
        self._popup(self._row_menu(), place)
        return True

    def _show_at_row(self) -> None:
        """Show the menu of the selected rows, beside the current one; or that of the selected dependency."""
        view, outline = self._timeline.view, self._timeline.outline
        selected = self._timeline.selected
        line = next((each for each in view.laid_out.links if each.id == view.selected_link), None)
        if line is not None and view.hasFocus():
            x, y = line.points[len(line.points) // 2]
            place = view.mapToGlobal(QPoint(round(x), round(y) + view.look.header_height))
            self._popup(self._link_menu(self._editor.plan.dependencies[line.id]), place, by_keys=True)
            return
        if selected is None:
            middle = view.mapToGlobal(view.rect().center())
            self._popup(self._menu(self._entries(WHERE_NOTHING_IS)), middle, by_keys=True)
            return
        outline.scrollTo(outline.currentIndex())
        frame = outline.visualRect(outline.currentIndex())
        place = outline.viewport().mapToGlobal(QPoint(frame.left() + frame.width() // 3, frame.bottom()))
        mark = next((each for each in view.marks() if each.id == selected), None)
        if mark is not None and view.hasFocus():
            place = view.mapToGlobal(mark.rect.center() + QPoint(0, mark.rect.height() // 2))
        self._popup(self._row_menu(), place, by_keys=True)

    def _row_menu(self) -> QMenu:
        item = [entry for entry in ACTIONS if entry.menu == ITEM and entry.id not in ADDING]
        only = self._timeline.selected if len(self._timeline.selection) == 1 else None
        own = ("print-checklist",) if only in self._editor.plan.milestones else ()
        return self._menu([*item, *self._entries((*ROW_EDITS, *ADDING, "delete", *own))])

    def _chart_menu(self, at: QPointF) -> QMenu:
        """The menu of a day: the selection, which may lie elsewhere, has no part in it."""
        menu = QMenu(self._timeline)
        self.chart.fill(menu, at)
        undated = ADDING if menu.isEmpty() else ()
        if not undated:
            menu.addSeparator()
        return self._fill(menu, self._entries((*undated, *SEEN_HERE)))

    def _entries(self, ids: Iterable[str]) -> list[Entry]:
        by_id = {entry.id: entry for entry in ACTIONS}
        return [by_id[each] for each in ids if each in by_id]

    def _menu(self, entries: Iterable[Entry]) -> QMenu:
        """A menu of the actions that apply."""
        return self._fill(QMenu(self._timeline), entries)

    def _fill(self, menu: QMenu, entries: Iterable[Entry]) -> QMenu:
        """Add the actions that apply, parted where the table or the menu they come from parts them."""
        inner: dict[str, QMenu] = {}
        before: Entry | None = None
        parted = False
        for entry in entries:
            parted = parted or entry.separated or (before is not None and entry.menu != before.menu)
            before = entry
            if self._actions.why_not(entry.id):
                continue
            if parted and menu.actions():
                menu.addSeparator()
            parted = False
            if entry.submenu and entry.submenu not in inner:
                inner[entry.submenu] = menu.addMenu(QCoreApplication.translate("Actions", entry.submenu))
            inner.get(entry.submenu, menu).addAction(self._actions[entry.id])
        return menu

    def _link_menu(self, link: Dependency) -> QMenu:
        menu = QMenu(self._timeline)
        plan = self._editor.plan
        head = menu.addAction(_plain(link_sentence(plan, link.before, link.after, link.kind)))
        head.setEnabled(False)
        menu.addSeparator()
        if not self._editor.read_only:
            edit = menu.addAction(self.tr("&Edit the link…"))
            edit.triggered.connect(lambda: self._timeline.view.link_edit_requested.emit(link.id))
            remove = menu.addAction(self.tr("&Remove the link"))
            remove.triggered.connect(lambda: self._unlink(link.id))
            menu.addSeparator()
        for node in (link.before, link.after):
            title = plan.node(node).title
            go = menu.addAction(_plain(self.tr("Go to {title}").format(title=title)))
            go.triggered.connect(lambda _checked=False, row=node: self._go_to(row))
        return menu

    def _unlink(self, link: DependencyId) -> None:
        move = unlink_items(self._editor.plan, self._editor.plan.dependencies[link])
        self._editor.apply(move.text, move.verb)

    def _go_to(self, node: NodeId) -> None:
        self._timeline.select(node)

    def _popup(self, menu: QMenu, place: QPoint, *, by_keys: bool = False) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
        first = next((each for each in menu.actions() if each.isEnabled() and not each.isSeparator()), None)
        if by_keys and first is not None:
            menu.setActiveAction(first)


def _plain(text: str) -> str:
    """Words that a menu shows as they are."""
    return text.replace("&", "&&")
