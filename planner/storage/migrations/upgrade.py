"""Bring a copy of an older plan file up to the newest revision.

Importing this imports Alembic, which takes a quarter of a second: only the opening of an old file does.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config

from planner.storage.database import Database
from planner.storage.tables import FILE_INFO, OLDEST_READER

VERSIONS = Path(__file__).parent / "versions"


def upgrade(copy: Path, versions: Path = VERSIONS, target: str = "head") -> None:
    """Run the revisions that a file lacks in one transaction: all of them, or none.

    References are not watched meanwhile, as a table that is made anew is dropped once; the checks that follow
    every upgrade look at them.
    """
    database = Database(copy, writable=True)
    try:
        database.connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        with database.writing() as connection:
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent))
            config.set_main_option("path_separator", "newline")
            config.set_main_option("version_locations", str(versions))
            config.attributes["connection"] = connection
            command.upgrade(config, target)
            connection.execute(FILE_INFO.update().values(oldest_reader=OLDEST_READER))
    finally:
        database.close()
