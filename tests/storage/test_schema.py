"""The schema of a plan file: every field has its column, both ways of making it agree, old files follow."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table as SqlTable

from planner.domain import edits
from planner.domain.calendar import CalendarException, StudyCalendar, WeeklyHours
from planner.domain.changes import FACT_TYPES, KEYED_TABLES
from planner.domain.errors import InvalidValue, PlanDamaged
from planner.domain.items import ActivityId
from planner.domain.plan import Plan, PlanFacts
from planner.storage import codec
from planner.storage.checks import plain_sql, schema_digest
from planner.storage.database import APPLICATION_ID, Database
from planner.storage.document import Document
from planner.storage.migrations.upgrade import VERSIONS, upgrade
from planner.storage.revisions import (
    CALENDAR_EXCEPTION_TABLE,
    HEAD_REVISION,
    KEYED_TABLE_NAMES,
    OLDEST_READER,
    PLAN_TABLE,
    SCHEMA_DIGEST,
    WEEKLY_HOURS_TABLE,
)
from planner.storage.tables import (
    CALENDAR_EXCEPTION,
    KEYED_SQL_TABLES,
    PLAN,
    WEEKLY_HOURS,
    schema_statements,
)
from tests.helpers.plans import small_plan

REPOSITORY = Path(__file__).parents[2]

TABLE_OF_FACT: dict[type, SqlTable] = {
    PlanFacts: PLAN,
    WeeklyHours: WEEKLY_HOURS,
    CalendarException: CALENDAR_EXCEPTION,
    **{FACT_TYPES[each]: KEYED_SQL_TABLES[each] for each in KEYED_TABLES},
}


def schema_of(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return sorted(plain_sql(row[0]) for row in rows)


def test_whoever_only_reads_knows_the_schema_as_it_is() -> None:
    assert schema_digest(schema_statements()) == SCHEMA_DIGEST
    assert {key: table.name for key, table in KEYED_SQL_TABLES.items()} == KEYED_TABLE_NAMES
    names = (PLAN.name, WEEKLY_HOURS.name, CALENDAR_EXCEPTION.name)
    assert names == (PLAN_TABLE, WEEKLY_HOURS_TABLE, CALENDAR_EXCEPTION_TABLE)


def test_a_plan_is_opened_without_what_only_writing_needs(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    Document.create(path, small_plan()).close()
    script = (
        "import sys; from pathlib import Path; from planner.storage.document import Document\n"
        f"Document.open(Path({str(path)!r})).close(); print('sqlalchemy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("False\n", "")


@pytest.mark.parametrize("fact_type", TABLE_OF_FACT, ids=lambda each: each.__name__)
def test_every_field_of_a_fact_has_its_column(fact_type: type) -> None:
    columns = TABLE_OF_FACT[fact_type].columns
    fields = codec.field_types(fact_type)
    assert list(fields) == [each for each in columns.keys() if each != "number"]  # noqa: SIM118
    for name, hint in fields.items():
        assert columns[name].nullable == (type(None) in getattr(hint, "__args__", ()))


def test_the_calendar_has_no_field_beyond_its_two_tables() -> None:
    assert set(codec.field_types(StudyCalendar)) == {"weekly", "exceptions"}


def test_a_new_file_and_an_upgraded_one_have_the_same_schema(tmp_path: Path) -> None:
    upgraded = tmp_path / "upgraded"
    upgraded.touch()
    upgrade(upgraded, upgraded)
    new = tmp_path / "new.milepost"
    Document.create(new, small_plan()).close()

    assert schema_of(new) == schema_of(upgraded) == sorted(map(plain_sql, schema_statements()))


def test_the_head_revision_is_the_last_one_there_is() -> None:
    revisions = sorted(each.name[:4] for each in VERSIONS.glob("[0-9]*.py"))
    assert revisions[-1] == HEAD_REVISION
    assert OLDEST_READER in revisions


FIRST_REVISION = VERSIONS / "0001_first_schema.py"
NEW_FIELDS = {"parent", "pauses", "archived_on", "source"}
"""What facts have that the first revision had not."""


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A plan as the first revision kept it, journal and all."""
    newer, path = tmp_path / "newer.milepost", tmp_path / "older.milepost"
    with Document.create(newer, plan_with_a_holiday()) as document:
        document.apply("Rename", edits.rename, ActivityId("write-up"), "New")
    path.touch()
    upgrade(path, path, folder_of(tmp_path / "first"))
    connection = sqlite3.connect(path)
    connection.execute("ATTACH ? AS newer", (str(newer),))
    for (table,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
        names = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
        columns = ", ".join(f'"{each}"' for each in names)
        connection.execute(f"DELETE FROM main.{table}")
        connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")
    ((text,),) = connection.execute("SELECT changes FROM journal").fetchall()
    connection.execute("UPDATE journal SET changes = ?", (json.dumps(without_new_fields(json.loads(text))),))
    connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.execute("UPDATE file_info SET oldest_reader = '0001'")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.commit()
    connection.close()
    path.chmod(0o600)
    newer.unlink()
    shutil.rmtree(tmp_path / "first")
    return path


def plan_with_a_holiday() -> Plan:
    """The small plan with a row in every table of the first revision that a column was added to."""
    plan = small_plan()
    away = CalendarException(first=date(2027, 2, 1), last=date(2027, 2, 7), name="Away")
    return replace(plan, calendar=replace(plan.calendar, exceptions=(away,)))


def without_new_fields(changes: Any) -> Any:
    """A journal's changes as the first revision wrote them."""
    for each in changes:
        for side in ("before", "after"):
            each[side] = {key: value for key, value in each[side].items() if key not in NEW_FIELDS}
    return changes


def folder_of(folder: Path, body: str = "") -> Path:
    """A folder with the first revision, and, where a body is given, a second that does it."""
    folder.mkdir()
    shutil.copy(FIRST_REVISION, folder)
    if body:
        (folder / "0002_broken.py").write_text(
            "from alembic import op\n"
            'revision = "0002"\ndown_revision = "0001"\nbranch_labels = depends_on = None\n'
            "def upgrade():\n    op.execute('ALTER TABLE phase ADD COLUMN parent TEXT')\n" + body
        )
    return folder


def test_an_older_plan_is_brought_up_to_date_when_it_is_opened(older: Path) -> None:
    before = older.read_bytes()

    with Document.open(older, read_only=True) as document:
        assert document.plan.activity(ActivityId("write-up")).title == "New"
    assert older.read_bytes() == before

    with Document.open(older) as document:
        document.undo()
        assert document.plan == plan_with_a_holiday()
    with Document.open(older) as document:
        assert document.redo_text == "Rename"
    assert older.stat().st_mode & 0o777 == 0o600 or os.name == "nt"


def test_an_upgrade_that_fails_leaves_the_older_plan_as_it_was(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path / "broken", "    op.execute('INSERT INTO phase (number) VALUES (1)')\n")
    monkeypatch.setattr(upgrade, "__defaults__", (folder,))
    before = older.read_bytes()

    with pytest.raises(PlanDamaged, match=str(older)):
        Document.open(older)

    assert older.read_bytes() == before


def test_a_plan_of_a_revision_there_never_was_is_refused(older: Path) -> None:
    connection = sqlite3.connect(older)
    connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.commit()
    connection.close()
    before = older.read_bytes()
    with pytest.raises(PlanDamaged, match="never was"):
        Document.open(older)
    assert older.read_bytes() == before
    assert [each.name for each in older.parent.iterdir()] == [older.name]


def test_an_upgrade_is_one_transaction(older: Path, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "broken", "    op.execute('INSERT INTO phase (number) VALUES (1)')\n")
    before = schema_of(older)

    with pytest.raises(PlanDamaged):
        upgrade(older, older, folder)

    assert schema_of(older) == before


def test_alembic_is_not_loaded_to_create_and_open_a_plan(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from planner.storage.document import Document\n"
        "from tests.helpers.plans import small_plan\n"
        "Document.create(Path(sys.argv[1]), small_plan()).close(); Document.open(Path(sys.argv[1])).close()\n"
        "print('alembic' in sys.modules, 'sqlmodel' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "study.milepost")]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("application_id", 0x4D69506F),
    ],
)
def test_the_file_is_kept_with_the_safe_settings(tmp_path: Path, pragma: str, value: object) -> None:
    path = tmp_path / "study.milepost"
    Document.create(path, small_plan()).close()
    database = Database(path, writable=True)
    assert database.connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    database.close()


def test_dates_are_kept_as_days_in_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "study.milepost"
    Document.create(path, small_plan()).close()
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT start, typeof(start) FROM plan").fetchone()
    connection.close()
    assert found == ("2027-01-04", "text")


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), 2**63, -(2**63) - 1, "\ud800", ("\udfff",)], ids=repr
)
def test_values_no_file_can_keep_are_refused(value: object) -> None:
    with pytest.raises(InvalidValue):
        codec.to_json(value)


@pytest.mark.parametrize("text", ["NaN", "[1e999, Infinity]", "{", "[" * 200_000, "9" * 5000, None, 7])
def test_text_that_is_no_sound_json_is_refused(text: object) -> None:
    with pytest.raises(InvalidValue):
        codec.parse(text)
