"""Plans that somebody made to do harm, from a sound one; and some that only look like it, which open.

What a plan's statements may say is checked before any table is read: a view, a computed column, a check or
an index may keep a program busy for ever, and a trigger may delete what is written.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.faults.foreign_files import Make, by_sql, database

FOR_EVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
BUSY = "(" + " + ".join(["length(replace(hex(zeroblob(40000000)), '00', '11'))"] * 80) + ")"
"""Minutes of work inside single steps of SQLite's machine, where nothing can interrupt it."""

BOMB = "hex(zeroblob(400000000))"
"""800 MB of text out of a few bytes."""

NEWER = ("UPDATE alembic_version SET version_num = '0900'", "UPDATE file_info SET oldest_reader = '0003'")


def with_schema(
    name: str, change: Callable[[str], str], *, type_: str = "table", then: tuple[str, ...] = ()
) -> Make:
    """A plan one of whose statements in the schema says something else, the rows beneath as they were."""

    def make(path: Path) -> None:
        with database(path) as connection:
            for statement in then:
                connection.execute(statement)
            (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(
                "UPDATE sqlite_master SET sql = ?, type = ? WHERE name = ?", (change(sql), type_, name)
            )

    return make


def with_row_in_schema(type_: str, name: str, table: str, root: int, sql: str | None, *then: str) -> Make:
    """A plan with one more row in the schema, which nothing checked when it was written."""

    def make(path: Path) -> None:
        with database(path) as connection:
            for statement in then:
                connection.execute(statement)
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(
                "INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", (type_, name, table, root, sql)
            )

    return make


def _column(more: str) -> Callable[[str], str]:
    """One more column, or one more thing that is said of all of them."""
    if more.startswith("CHECK"):
        return lambda sql: sql.rstrip().removesuffix(")") + f", {more})"
    return lambda sql: sql.replace("(", f"({more}, ", 1)


def _value(table: str, column: str, value: object) -> Make:
    def make(path: Path) -> None:
        with database(path) as connection:
            connection.execute(f"UPDATE {table} SET {column} = ?", (value,))

    return make


def _circle_in_the_journal(path: Path) -> None:
    """Edits that lie below each other, in a journal whose numbers have no end."""
    with database(path) as connection:
        connection.execute("UPDATE journal SET number = 9000000000000000000 + number WHERE kind = 'do'")
        rows = [key for (key,) in connection.execute("SELECT id FROM journal WHERE kind = 'do'")]
        for row, below in zip(rows, (*rows[1:], rows[0]), strict=True):
            connection.execute("UPDATE journal SET below = ? WHERE id = ?", (below, row))
        connection.execute(
            "UPDATE journal SET kind = 'undo', below = 'nowhere'"
            " WHERE number = (SELECT max(number) FROM journal)"
        )


def _tables_on_one_page(path: Path) -> None:
    with database(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'plan')"
            " WHERE name = 'phase'"
        )


def _a_thousand_tables(path: Path) -> None:
    with database(path) as connection:
        connection.execute("BEGIN")
        for number in range(1_000):
            connection.execute(f"CREATE TABLE more{number} (a)")
        connection.execute("COMMIT")


def _length_beyond_the_file(path: Path) -> None:
    """A title whose record says that it is two thousand million bytes long."""
    marker = "title-of-the-long-record"
    with database(path) as connection:
        connection.execute("UPDATE activity SET title = ?", (marker,))
    content = path.read_bytes()
    at = content.index(marker.encode())
    header = content.rindex((2 * len(marker) + 13).to_bytes(1), 0, at)
    path.write_bytes(content[:header] + b"\xff\xff\xff\xff\x7f" + content[header + 5 :])


def journal_that_names_another_file(path: Path) -> None:
    """A journal beside the plan, of a transaction over several files: SQLite deletes the file it names."""
    victim = path.with_name("thesis.txt")
    victim.write_text("Two years of work\n")
    magic, sector, size = bytes.fromhex("d9d505f920a163d7"), 512, path.stat().st_size // 4096
    numbers = (0, 1, size, sector, 4096)
    header = (magic + b"".join(each.to_bytes(4) for each in numbers)).ljust(sector, b"\0")
    name = str(victim).encode()
    named = b"".join(
        (
            (0x40000000 // 4096 + 1).to_bytes(4),
            name,
            len(name).to_bytes(4),
            (sum(each if each < 128 else each - 256 for each in name) % 2**32).to_bytes(4),
            magic,
        )
    )
    path.with_name(path.name + "-journal").write_bytes(header + named)


def _named_by_a_link(path: Path) -> None:
    real = path.with_name("kept elsewhere.milepost")
    path.rename(real)
    path.symlink_to(real)


def _as_another_table(sql: str) -> str:
    return sql.replace("CREATE TABLE activity", "CREATE TABLE session")


HOSTILE: Mapping[str, Make] = {
    "a trigger that deletes": by_sql(
        "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM activity; END"
    ),
    "a trigger on opening's own table": by_sql(
        "CREATE TRIGGER t AFTER UPDATE ON file_info BEGIN DELETE FROM plan; END"
    ),
    "a view": by_sql("CREATE VIEW v AS SELECT 1"),
    "a view without end": by_sql(f"CREATE VIEW v AS {FOR_EVER}"),
    "a view in place of the revision": by_sql(
        "DROP TABLE alembic_version", f"CREATE VIEW alembic_version (version_num) AS {FOR_EVER}"
    ),
    "a view in place of a table": by_sql(
        "DROP TABLE session", "CREATE VIEW session AS SELECT * FROM activity"
    ),
    "a view disguised as the revision": with_schema(
        "alembic_version", lambda _: f"CREATE VIEW alembic_version (version_num) AS {FOR_EVER}"
    ),
    "a view disguised as the file's own row": with_schema(
        "file_info", lambda _: f"CREATE VIEW file_info (number, oldest_reader, written_by) AS {FOR_EVER}"
    ),
    "a newer plan with a disguised view": with_schema(
        "session",
        lambda _: (
            f"CREATE VIEW session (number, id, activity, day, minutes, step, note, placement) AS {FOR_EVER}"
        ),
        then=NEWER,
    ),
    "a disguised trigger": with_row_in_schema(
        "table", "t", "journal", 0, "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM activity; END"
    ),
    "a newer plan with a disguised trigger": with_row_in_schema(
        "table", "t", "plan", 0, "CREATE TRIGGER t AFTER UPDATE ON plan BEGIN DELETE FROM plan; END", *NEWER
    ),
    "a computed revision": with_schema(
        "alembic_version",
        lambda _: (
            f"CREATE TABLE alembic_version "
            f"(a, version_num AS (CASE WHEN {BUSY} THEN '1' END), CONSTRAINT k PRIMARY KEY (a))"
        ),
    ),
    "a computed revision too long": with_schema(
        "alembic_version",
        lambda _: f"CREATE TABLE alembic_version (a, version_num AS ({BOMB}), CONSTRAINT k PRIMARY KEY (a))",
    ),
    "an older plan with a computed column": with_schema(
        "activity",
        _column(f"more GENERATED ALWAYS AS ({BUSY})"),
        then=("UPDATE alembic_version SET version_num = '0002'",),
    ),
    "an older plan with a check": with_schema(
        "activity", _column(f"CHECK ({BUSY} OR 1)"), then=("UPDATE alembic_version SET version_num = '0001'",)
    ),
    "a newer plan with a computed column": with_schema(
        "activity", _column(f"more GENERATED ALWAYS AS ({BUSY})"), then=NEWER
    ),
    "a newer plan with a check": with_schema("activity", _column(f"CHECK ({BUSY} OR 1)"), then=NEWER),
    "a newer plan with a bomb in a check": with_schema(
        "phase", _column(f"CHECK (length({BOMB}))"), then=NEWER
    ),
    "a newer plan with a virtual table": by_sql(*NEWER, "CREATE VIRTUAL TABLE words USING fts5(a)"),
    "a newer plan with an index of expressions": by_sql(*NEWER, f"CREATE INDEX i ON session ({BUSY})"),
    "a newer plan with a partial index": by_sql(*NEWER, f"CREATE INDEX i ON session (id) WHERE {BUSY}"),
    "a check": with_schema("activity", _column(f"CHECK ({BUSY} OR 1)")),
    "an index of expressions": by_sql("CREATE INDEX i ON activity (hex(title))"),
    "statistics": by_sql("ANALYZE"),
    "a table more": by_sql("CREATE TABLE more (a)"),
    "a thousand tables more": _a_thousand_tables,
    "a table less": by_sql("DROP TABLE session"),
    "a table that says it is another": with_schema("activity", _as_another_table),
    "a statement that is none": with_schema("activity", lambda _: "CREATE TABLE activity (((((((("),
    "an empty statement": with_schema("activity", lambda _: ""),
    "a table of two thousand columns": with_schema(
        "activity", _column(", ".join(f"c{each}" for each in range(1_900)))
    ),
    "a table's row beyond the file": with_row_in_schema("table", "x", "x", 2**31, "CREATE TABLE x (a)"),
    "two tables on one page": _tables_on_one_page,
    "another writing of text": by_sql(
        "PRAGMA writable_schema = ON", "PRAGMA encoding = 'UTF-16'", "VACUUM", "CREATE TABLE utf16 (a)"
    ),
    "a length beyond the file": _length_beyond_the_file,
    "a journal that names another file": journal_that_names_another_file,
    "edits below each other": _circle_in_the_journal,
    "a write-ahead log": by_sql("PRAGMA journal_mode = WAL"),
    "NaN as text": _value(
        "activity", "effort", '{"low":NaN,"likely":1,"high":1,"provenance":"source","reason":""}'
    ),
    "infinite hours": _value("plan", "most_hours_a_week", float("inf")),
    "no hours": _value("plan", "reference_week_hours", -1.0),
    "a number beyond SQLite": _value("activity", "steps", f'[{{"id":"s","title":"t","part":{10**400}}}]'),
    "a number of a million digits": _value("activity", "steps", f"[{'9' * 1_000_000}]"),
    "half a character": _value("activity", "steps", '[{"id":"s","title":"\\ud800","part":1}]'),
    "half a character in a title": _value("activity", "title", b"\xed\xa0\x80"),
    "bytes that are no text": by_sql("UPDATE activity SET title = CAST(x'ff41' AS TEXT)"),
    "lists in lists": _value("activity", "steps", "[" * 100_000 + "]" * 100_000),
    "tables in tables": _value("checklist_item", "evidence", '{"a":' * 100_000 + "1" + "}" * 100_000),
    "lists in lists in the journal": _value("journal", "changes", "[" * 90_000 + "]" * 90_000),
    "a title of fifty million letters": _value("activity", "title", "x" * 50_000_000),
    "a file of fifty million bytes": by_sql(
        "INSERT INTO attachment (id, name, media_type, data) VALUES ('a', 'x', '', zeroblob(50000000))"
    ),
    "a name that leads out": by_sql(
        "INSERT INTO attachment (id, name, media_type, data) VALUES ('a', '../../.bashrc', '', x'00')"
    ),
    "a day beyond the calendar": _value("activity", "not_before", "9999-12-31"),
    "a phase in itself": by_sql("UPDATE phase SET parent = id"),
    "waits in a circle": by_sql(
        "UPDATE dependency SET after = 'regression-course' WHERE after = 'core-proven'"
    ),
    "an id of another table": by_sql("UPDATE activity SET id = 'core-proven' WHERE id = 'write-up'"),
}
"""None of these opens."""

HARMLESS: Mapping[str, Make] = {
    "SQL in its titles": _value("activity", "title", "'; DROP TABLE activity; --"),
    "markup in its titles": _value("activity", "title", "<img src='file:///etc/passwd'>&amp;%s{0}\u202e"),
    "a note of many lines": _value("activity", "note", "line\n" * 20_000),
    "small pages": by_sql("PRAGMA page_size = 512", "VACUUM"),
    "large pages": by_sql("PRAGMA page_size = 65536", "VACUUM"),
    "a newer Milepost's columns": by_sql(
        *NEWER, "CREATE TABLE mentor (id TEXT)", "ALTER TABLE activity ADD COLUMN mentor TEXT"
    ),
    "a link to it": _named_by_a_link,
}
"""These open, and are as they were."""
