"""Where a person mends what a server did not like."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.errors import MilepostError


def go_to_fault(
    error: MilepostError | None,
    *,
    password: QWidget,
    address: QWidget,
    calendar: QWidget,
    stop: QWidget,
    again: Iterable[QWidget],
) -> None:
    """Give the keyboard to the field at fault, or to the first of `again` that can be pressed."""
    from planner.exchange.caldav_errors import CalendarGone, CannotBeWritten, WrongAddress, WrongPassword

    at_fault: tuple[tuple[type[MilepostError], QWidget], ...] = (
        (WrongPassword, password),
        (WrongAddress, address),
        (CannotBeWritten, calendar),
        (CalendarGone, stop),
    )
    reason = getattr(error, "reason", error)
    places = [place for kind, place in at_fault if isinstance(reason, kind)]
    for place in (*places, *again):
        if place.isEnabled() and not place.isHidden():
            place.setFocus()
            if isinstance(place, QLineEdit):
                place.selectAll()
            return
