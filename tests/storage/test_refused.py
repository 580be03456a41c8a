"""A file that is no sound plan is refused with one clear sentence and stays byte for byte as it was."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.domain import edits
from planner.domain.errors import (
    FileError,
    NotAPlan,
    PlanDamaged,
    PlanNotFound,
    PlanTooNew,
)
from planner.domain.items import ActivityId
from planner.storage.database import APPLICATION_ID
from planner.storage.document import Document
from tests.faults import hostile_plans
from tests.helpers.plans import small_plan


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sound plan with some history."""
    path = tmp_path / "study.milepost"
    with Document.create(path, small_plan()) as document:
        for title in ("One", "Two"):
            document.apply("Rename", edits.rename, ActivityId("write-up"), title)
    return path


def change_by_sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def assert_refused(path: Path, error: type[FileError], match: str | None = None) -> None:
    """Both ways of opening refuse, and the folder is as it was."""
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    for read_only in (False, True):
        with pytest.raises(error, match=match) as refused:
            Document.open(path, read_only=read_only).close()
        assert str(path) in str(refused.value)
        assert "\n" not in str(refused.value)
        assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before


@pytest.mark.parametrize(
    "content",
    [b"", b"SQLite format 3\0", b"Dear diary,\n" * 100, random.Random(1).randbytes(20_000)],
    ids=["empty", "only the mark", "text", "random"],
)
def test_what_is_no_database_is_no_plan(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.milepost"
    path.write_bytes(content)
    assert_refused(path, NotAPlan, "is not a Milepost plan")


def test_a_database_of_another_program_is_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    change_by_sql(path, "CREATE TABLE photo (id INTEGER PRIMARY KEY)", "PRAGMA application_id = 42")
    assert_refused(path, NotAPlan)


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(NotAPlan):
        Document.open(tmp_path)


@pytest.mark.parametrize("name", ["missing.milepost", "no-folder/missing.milepost"])
def test_a_missing_file_is_said_to_be_missing_and_not_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(PlanNotFound, match="There is no file"):
        Document.open(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM activity; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE extra (a)",
        "CREATE INDEX i ON activity (title)",
        "ALTER TABLE activity ADD COLUMN extra",
        "ALTER TABLE activity DROP COLUMN note",
        "DROP TABLE session",
        "ANALYZE",
    ],
)
def test_a_plan_with_other_tables_than_a_plan_has_is_refused(path: Path, statement: str) -> None:
    change_by_sql(path, statement)
    assert_refused(path, PlanDamaged, "is damaged")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE activity SET share = 0",
        "UPDATE activity SET share = 'half'",
        "UPDATE activity SET share = 9e999",
        "UPDATE activity SET title = ''",
        "UPDATE activity SET title = x'ff00'",
        "UPDATE activity SET title = CAST(x'ff41' AS TEXT)",
        "UPDATE activity SET kind = 'holiday'",
        "UPDATE activity SET position = 'first'",
        "UPDATE activity SET required = 2",
        "UPDATE activity SET not_before = '20270104'",
        "UPDATE activity SET not_before = '2027-02-30'",
        "UPDATE activity SET not_before = 1767225600",
        "UPDATE activity SET effort = '{\"low\":NaN}'",
        "UPDATE activity SET effort = '[]'",
        "UPDATE activity SET steps = '" + "[" * 100_000 + "'",
        "UPDATE activity SET phase = 'nowhere'",
        "UPDATE activity SET id = 'core-proven' WHERE id = 'write-up'",
        "UPDATE dependency SET after = 'nowhere' WHERE after = 'write-up'",
        "UPDATE dependency SET after = 'regression-course' WHERE after = 'core-proven'",
        "UPDATE checklist_item SET milestone = 'nowhere'",
        "UPDATE plan SET title = ' '",
        "UPDATE plan SET week_start = 7",
        "DELETE FROM plan",
        "INSERT INTO plan SELECT number + 1, "
        + ", ".join(
            f'"{each}"'
            for each in (
                "id title start status_date most_hours_a_week reference_week_hours reference_week_reason "
                "roadmap roadmap_version background track cloud window finish paper week_start clock_times"
            ).split()
        )
        + " FROM plan",
        "DELETE FROM weekly_hours",
        "UPDATE weekly_hours SET hours = '[0,0,0,0,0,0,0]'",
        "UPDATE weekly_hours SET hours = '[1,1,1]'",
        "UPDATE journal SET changes = '{}'",
        "UPDATE journal SET changes = '[{}]'",
        "UPDATE journal SET kind = 'undo', below = 'nowhere'",
        "DELETE FROM alembic_version",
        "UPDATE alembic_version SET version_num = 'new'",
        "DELETE FROM file_info",
        "UPDATE phase SET parent = CASE id WHEN 'learning' THEN 'production' ELSE 'learning' END",
        "UPDATE phase SET parent = 'nowhere' WHERE id = 'learning'",
        "UPDATE activity SET pauses = '[7]' WHERE id = 'write-up'",
        "UPDATE plan SET clock_times = '[1140,1140]'",
        "UPDATE plan SET clock_times = '[0,0,0,0,0,0,1440]'",
        "INSERT INTO attachment (id, name, media_type, data) VALUES ('a', '../../x', '', x'00')",
        "INSERT INTO attachment (id, name, media_type, data) VALUES ('a', 'x', '', 'text')",
        "INSERT INTO attachment (id, name, media_type, data) VALUES ('a', 'x', '', zeroblob(1048577))",
        "INSERT INTO week (first_day, done, moved, why, next_step) VALUES ('2027-1-4', '', '', '', '')",
        "INSERT INTO week (first_day, goals, done, moved, why, next_step)"
        " VALUES ('2027-01-04', '[{}]', '', '', '', '')",
        "INSERT INTO week (first_day, done, moved, why, next_step, planned_minutes)"
        " VALUES ('2027-01-04', '', '', '', '', -1)",
        "INSERT INTO placement (id, activity, day, minutes, taken_from)"
        " VALUES ('a', 'write-up', '2027-01-04', 0, '2027-01-04')",
        "INSERT INTO placement (id, activity, day, minutes, taken_from, starts_at)"
        " VALUES ('a', 'write-up', '2027-01-04', 60, '2027-01-04', 1440)",
        'UPDATE checklist_item SET evidence = \'[{"kind":"file","text":"x"}]\'',
        'UPDATE checklist_item SET evidence = \'[{"kind":"note","text":"x","role":"gold"}]\'',
    ],
)
def test_a_plan_with_a_value_that_cannot_be_is_refused(path: Path, statement: str) -> None:
    change_by_sql(path, statement)
    assert_refused(path, PlanDamaged, "is damaged")


def test_a_plan_that_another_program_turned_to_a_write_ahead_log_is_refused(path: Path) -> None:
    change_by_sql(path, "PRAGMA journal_mode = WAL")
    assert_refused(path, PlanDamaged, "another program")


def test_a_newer_plan_that_this_version_cannot_read_is_refused(path: Path) -> None:
    change_by_sql(
        path,
        "CREATE TABLE mentor (id TEXT)",
        "UPDATE alembic_version SET version_num = '0900'",
        "UPDATE file_info SET oldest_reader = '0899'",
    )
    assert_refused(path, PlanTooNew, "newer Milepost .*0900.* Update Milepost")


def test_a_newer_plan_that_this_version_can_read_opens_to_look_at(path: Path) -> None:
    change_by_sql(
        path,
        "CREATE TABLE mentor (id TEXT)",
        "ALTER TABLE activity ADD COLUMN mentor TEXT",
        "UPDATE alembic_version SET version_num = '0900'",
    )
    before = path.read_bytes()
    with Document.open(path) as document:
        assert "newer Milepost" in document.read_only_reason
        assert document.newer
        assert document.plan.activity(ActivityId("write-up")).title == "Two"
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_newer_plan_with_a_trigger_is_refused_whatever_it_says(path: Path) -> None:
    change_by_sql(
        path,
        "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM activity; END",
        "UPDATE alembic_version SET version_num = '0900'",
    )
    assert_refused(path, PlanDamaged)


def cut(content: bytearray, chance: random.Random) -> bytearray:
    return content[: chance.randrange(len(content))]


def flip_a_bit(content: bytearray, chance: random.Random) -> bytearray:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return content


def blank_a_stretch(content: bytearray, chance: random.Random) -> bytearray:
    begin = chance.randrange(len(content))
    content[begin : begin + 512] = bytes(len(content[begin : begin + 512]))
    return content


@pytest.mark.parametrize(("harm", "tries"), [(cut, 30), (flip_a_bit, 140), (blank_a_stretch, 30)])
def test_harm_is_noticed_or_harmless_and_never_made_worse(
    path: Path, harm: Callable[[bytearray, random.Random], bytearray], tries: int
) -> None:
    sound = path.read_bytes()
    refused = 0
    for seed in range(tries):
        harmed = bytes(harm(bytearray(sound), random.Random(seed)))
        path.write_bytes(harmed)
        try:
            Document.open(path).close()
        except FileError:
            refused += 1
        assert path.read_bytes() == harmed
        assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert refused > 0


def test_a_journal_beside_a_damaged_plan_is_not_rolled_back(path: Path, tmp_path: Path) -> None:
    """Rolling back writes, so a hot journal is tried out on a copy first."""
    original = path.read_bytes()
    change_by_sql(path, "UPDATE activity SET share = 0")
    leave_hot_journal(path, "UPDATE activity SET note = 'half done'")
    assert_refused(path, PlanDamaged)
    assert path.read_bytes() != original


def test_what_a_crash_left_half_done_is_taken_back(path: Path) -> None:
    leave_hot_journal(path, "UPDATE activity SET note = 'half done'")
    journal = path.with_name(path.name + "-journal")
    half_done = {each.name: each.read_bytes() for each in path.parent.iterdir()}

    with Document.open(path, read_only=True) as document:
        assert all(each.note == "" for each in document.plan.activities.values())
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == half_done

    with Document.open(path) as document:
        assert all(each.note == "" for each in document.plan.activities.values())
        assert not journal.exists()
        document.undo()


def leave_hot_journal(path: Path, statement: str) -> None:
    """The state after a power cut amid a commit: pages written, the journal still there."""
    kept = path.with_name("kept")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(statement)
    connection.execute("CREATE TABLE filler AS SELECT zeroblob(200000)")
    journal = path.with_name(path.name + "-journal")
    shutil.copyfile(path, kept)
    shutil.copyfile(journal, kept.with_name("kept-journal"))
    connection.execute("ROLLBACK")
    connection.close()
    kept.replace(path)
    kept.with_name("kept-journal").replace(journal)


def test_the_mark_of_a_plan_is_in_its_header(path: Path) -> None:
    assert int.from_bytes(path.read_bytes()[68:72]) == APPLICATION_ID
    assert APPLICATION_ID.to_bytes(4) == b"MiPo"


def test_links_that_lead_in_a_circle_are_refused_in_a_sentence(tmp_path: Path) -> None:
    circle = tmp_path / "circle.milepost"
    circle.symlink_to(circle)

    with pytest.raises(FileError, match="too many levels of symbolic links"):
        Document.open(circle)


NEWER = ("UPDATE alembic_version SET version_num = '0900'",)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE more (a, b GENERATED ALWAYS AS (hex(a)))",
        "CREATE TABLE more (a CHECK (length(a) < 9))",
        "CREATE TABLE more (\"a\" CHECK (length(a) < 9), 'b')",
        "CREATE INDEX i ON session (hex(note))",
        "CREATE INDEX i ON session (note) WHERE note <> ''",
        "CREATE VIRTUAL TABLE words USING fts5(a)",
        "CREATE VIEW v AS SELECT 1",
    ],
)
def test_a_newer_plan_may_have_more_tables_but_none_that_compute(path: Path, statement: str) -> None:
    change_by_sql(path, *NEWER, statement)
    assert_refused(path, PlanDamaged, "it holds things a plan has not")


def test_the_revision_is_not_read_from_what_computes_it(path: Path) -> None:
    change_by_sql(
        path,
        "DROP TABLE alembic_version",
        "CREATE TABLE alembic_version (a, version_num AS (hex(zeroblob(400000000))))",
        "INSERT INTO alembic_version (a) VALUES (1)",
    )
    assert_refused(path, PlanDamaged, "it holds things a plan has not")


def test_an_older_plan_with_other_columns_is_damaged_and_not_unwritable(path: Path) -> None:
    change_by_sql(
        path,
        "UPDATE alembic_version SET version_num = '0002'",
        "ALTER TABLE activity RENAME COLUMN note TO remark",
    )
    assert_refused(path, PlanDamaged)


def test_a_journal_that_names_another_file_is_refused_and_the_file_is_there_afterwards(path: Path) -> None:
    """SQLite takes such a journal for a part of a change of several files, and deletes the one it names."""
    hostile_plans.journal_that_names_another_file(path)
    assert path.with_name("thesis.txt").exists()
    assert_refused(path, PlanDamaged, "names another file")


def test_a_folder_under_the_name_of_the_journal_is_refused(path: Path) -> None:
    path.with_name(path.name + "-journal").mkdir()
    with pytest.raises(PlanDamaged, match="is no file"):
        Document.open(path)


def test_text_that_cannot_be_read_is_said_without_quoting_it(path: Path) -> None:
    change_by_sql(path, "UPDATE activity SET title = CAST(x'41ff0a42' AS TEXT)")
    assert_refused(path, PlanDamaged, "some of its text cannot be read")


def test_an_edit_that_undo_could_not_say_is_found_on_opening(path: Path) -> None:
    """Edits of whole files are not read at once; the one that undo shows is."""
    change_by_sql(path, "UPDATE journal SET changes = '" + "[" * 150_000 + "]" * 150_000 + "'")
    assert_refused(path, PlanDamaged)
