"""The words on the printed week, in the program's language."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """Every fixed text of the sheet; names in braces are filled in."""

    goals: str
    rest: str
    actual: str
    again: str
    carried: str
    carried_before: str
    carried_more: str
    feeds: str
    nothing: str
    feeds_none: str
    finished: str
    catch_up: str
    catch_up_hint: str
    notes: str
    end: str
    boxes: tuple[str, str, str, str]
    studied: str
    of_hours: str
    hint: str
    page: str
    program: str
    printed: str


def sheet_words() -> SheetWords:
    """The sheet's texts in the language in use."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("WeekSheet", text)

    return SheetWords(
        goals=tr("This week’s goals"),
        rest=tr("rest"),
        actual=tr("actual"),
        again=tr("{title} · continued"),
        carried=tr("Still open from last week: {what}"),
        carried_before=tr("From before: {what}"),
        carried_more=tr("and {count} more: {amount}"),
        feeds=tr("What it feeds"),
        nothing=tr("Nothing is planned this week."),
        feeds_none=tr("No milestone waits for this week."),
        finished=tr("Your path is finished by then."),
        catch_up=tr("Catch-up block"),
        catch_up_hint=tr("leave it empty unless something slipped"),
        notes=tr("Notes and questions"),
        end=tr("End of the week"),
        boxes=(tr("Done"), tr("Moved"), tr("Why"), tr("Next week’s first step")),
        studied=tr("Hours studied"),
        of_hours=tr("of {hours}"),
        hint=tr("type the actual minutes back with Week › Enter from paper"),
        page=tr("page {page} of {pages}"),
        program="Milepost",
        printed=tr("printed {day} · plan rev. {revision}"),
    )
