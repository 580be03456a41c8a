"""Tables in a page of formatted text: as wide as the page, a fine line below each row, figures right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
)

_PADDING, _BESIDE = 6, 4
"""Pixels above and below the words of a cell, and beside them."""

_AIR = 10
"""Pixels above and below a table."""


def dress_tables(document: QTextDocument, line: QColor) -> None:
    """Give all tables of a document their look, with lines of a colour."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress(frame, line)


def _dress(table: QTextTable, line: QColor) -> None:
    shape = table.format()
    shape.setBorder(0)
    shape.setBorderCollapse(True)
    shape.setCellSpacing(0)
    shape.setCellPadding(0)
    shape.setTopMargin(_AIR)
    shape.setBottomMargin(_AIR)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            _rule(cell, line)
            if column:
                _align_right(cell)


def _rule(cell: QTextTableCell, line: QColor) -> None:
    """A line below, and air around the words."""
    shape = cell.format().toTableCellFormat()
    shape.setTopPadding(_PADDING)
    shape.setBottomPadding(_PADDING)
    shape.setLeftPadding(_BESIDE)
    shape.setRightPadding(_BESIDE)
    shape.setBottomBorder(1)
    shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBottomBorderBrush(line)
    cell.setFormat(shape)


def _align_right(cell: QTextTableCell) -> None:
    cursor = cell.firstCursorPosition()
    block = cursor.blockFormat()
    block.setAlignment(Qt.AlignmentFlag.AlignRight)
    cursor.setBlockFormat(block)
