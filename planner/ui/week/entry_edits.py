"""What is done to one logged entry, each as one edit with its own name."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from planner.domain.items import Session
from planner.domain.logged_entries import drop_entries, keep_entries
from planner.domain.plan import Plan
from planner.domain.proof import change_session, remove_session
from planner.domain.wording import minutes_text
from planner.ui.editor import Editor
from planner.ui.fields.text import filled


def change_minutes(editor: Editor, entry: Session, minutes: int) -> bool:
    """Correct an entry's minutes, where 0 removes it; False when it was refused, and said."""
    if not minutes:
        return remove_entry(editor, entry)
    text = filled(_tr("Log %1 of %2"), minutes_text(minutes), _title(editor, entry))
    return editor.apply(text, change_session, entry.id, entry.day, minutes)


def remove_entry(editor: Editor, entry: Session) -> bool:
    """Take an entry back; False when it was refused, and said."""
    text = filled(_tr("Take back hours of %1"), _title(editor, entry))
    return editor.apply(text, remove_session, entry.id)


def remove_entries(editor: Editor, entries: Sequence[Session]) -> bool:
    """Take several entries back as one edit; False when it was refused, and said."""
    if len(entries) == 1:
        return remove_entry(editor, entries[0])
    text = filled(_tr("Take back %1 entries"), str(len(entries)))
    return editor.apply(text, drop_entries, [each.id for each in entries])


def keep_entry(editor: Editor, entry: Session) -> bool:
    """Log an entry, or correct all that is said in it; False when it was refused, and said."""
    form = _tr("Change an entry of %1") if entry.id in editor.plan.sessions else _tr("Log %2 of %1")
    text = filled(form, _title(editor, entry), minutes_text(entry.minutes))
    return editor.apply(text, keep_entries, (entry,))


def entry_title(plan: Plan, entry: Session) -> str:
    """What was studied: the activity, and its step where one is named and still there."""
    activity = plan.activity(entry.activity)
    step = next((each.title for each in activity.steps if each.id == entry.step), "")
    return f"{activity.title} · {step}" if step else activity.title


def _title(editor: Editor, entry: Session) -> str:
    return editor.plan.activity(entry.activity).title


def _tr(text: str) -> str:
    return QCoreApplication.translate("EntryEdits", text)
