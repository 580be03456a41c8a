"""Tables for spreadsheets: what they hold, and what they must not do."""

import csv
from datetime import date
from io import StringIO

import pytest

from planner.exchange.table_csv import table_csv


def read(data: bytes) -> list[list[str]]:
    """The cells as a spreadsheet would see them."""
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_days_numbers_texts_and_nothing() -> None:
    data = table_csv(
        ("Day", "Hours", "Words", "None"), [(date(2027, 1, 4), 1.5, 'He said "no", twice', None)]
    )
    assert data.startswith(b"\xef\xbb\xbfDay,Hours")
    assert data.endswith(b"\r\n")
    assert read(data)[1] == ["2027-01-04", "1.5", 'He said "no", twice', ""]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "  =1", "＝1+1"])
def test_a_text_is_never_a_formula(text: str) -> None:
    assert read(table_csv((text,), [(text,)])) == [[f"'{text}"], [f"'{text}"]]


def test_numbers_below_zero_stay_numbers() -> None:
    assert read(table_csv(("Days",), [(-3.0,), (12.0,), (0.25,)]))[1:] == [["-3"], ["12"], ["0.25"]]
