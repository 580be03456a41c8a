"""Bring a copy of an older plan file up to the newest revision.

Importing this imports Alembic, which takes a quarter of a second: only the opening of an old file does.
"""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from planner.domain.errors import CannotWrite, PlanDamaged
from planner.storage.database import Database, cause_in_sqlite
from planner.storage.revisions import OLDEST_READER
from planner.storage.tables import FILE_INFO

_NOT_AS_IT_SHOULD_BE = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH)
"""What SQLite says where tables or values are others than the revision has; a full disk is none of these."""

VERSIONS = Path(__file__).parent / "versions"


def upgrade(copy: Path, plan: Path, versions: Path = VERSIONS) -> None:
    """Run the revisions that a copy of a plan lacks in one transaction: all of them, or none.

    References are not watched meanwhile, as a table that is made anew is dropped once; the checks that follow
    every upgrade look at them. Raises `PlanDamaged` for a revision there never was, `CannotWrite`.
    """
    database = Database(copy, writable=True, shown_path=plan)
    try:
        database.connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        with database.writing() as connection:
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent))
            config.set_main_option("path_separator", "newline")
            config.set_main_option("version_locations", str(versions))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.execute(FILE_INFO.update().values(oldest_reader=OLDEST_READER))
    except CommandError as error:
        raise PlanDamaged(plan, "it names a revision that there never was") from error
    except CannotWrite as error:
        cause = cause_in_sqlite(error.__cause__ or error)
        if cause is not None and getattr(cause, "sqlite_errorcode", 0) & 0xFF in _NOT_AS_IT_SHOULD_BE:
            raise PlanDamaged(plan, "its tables are not those of its revision") from error
        raise
    finally:
        database.close()
