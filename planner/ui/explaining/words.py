"""How reasons look and where they lead, in words: an icon by their sort, and what a click on one does."""

from PySide6.QtCore import QCoreApplication

from planner.domain.explaining.reasons import Kind, Reason, Where
from planner.domain.items import ActivityId, PhaseId
from planner.domain.plan import Plan
from planner.domain.wording import isolated
from planner.ui.fields.text import filled

ICONS = {
    Kind.AFTER: "link",
    Kind.WAITING_DAYS: "calendar",
    Kind.HELD: "pin",
    Kind.NOT_BEFORE: "pin",
    Kind.STATUS: "today",
    Kind.STARTED: "play",
    Kind.FINISHED: "check",
    Kind.REACHED: "check",
    Kind.EFFORT: "chart-gantt",
    Kind.LOGGED: "check",
    Kind.HOURS: "clock",
    Kind.DAYS_OFF: "calendar",
    Kind.PAUSE: "pause",
    Kind.ALL_WORK: "level",
    Kind.TARGET: "flag",
    Kind.MEMBER: "chart-gantt",
    Kind.NOTHING: "info",
}


def destination(plan: Plan, reason: Reason) -> str:
    """What a click on a reason does, like “Go to “Regression””."""
    where = reason.target.where
    if where is Where.ITEM:
        return filled(_tr("Go to “%1”"), _title(plan, reason.target.id))
    if where is Where.STATUS:
        first = reason.target.day == plan.facts.start
        return _tr("Go to this day on the timeline") if first else _tr("Open Catch up")
    return {
        Where.NOT_BEFORE: _tr("Go to its own start date"),
        Where.EFFORT: _tr("Go to its hours"),
        Where.SHARE: _tr("Go to its share"),
        Where.TARGET: _tr("Go to its target"),
        Where.PROGRESS: _tr("Go to its progress"),
        Where.PAUSE: _tr("Go to its pauses"),
        Where.LINK: _tr("Go to this link"),
        Where.HOURS: _tr("Open your hours a week"),
        Where.DAYS_OFF: _tr("Open your days off"),
    }[where]


def _title(plan: Plan, key: str) -> str:
    phase = plan.phases.get(PhaseId(key))
    return isolated(phase.title if phase is not None else plan.node(ActivityId(key)).title)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Explaining", text)
