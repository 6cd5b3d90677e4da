"""Opening a database: a new one is made, an older one brought up to date, a foreign one refused."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from retold.store.contract import StoreError

T = TypeVar("T")

# "Reto" in ASCII, in SQLite's header: says that the file is ours before any table is looked at.
APPLICATION_ID = 0x5265746F
# Long enough for another reader's short write, short enough that nobody thinks the program hangs.
BUSY_SECONDS = 5.0


def open_sqlite(path: Path, *, create: bool) -> sa.Engine:
    """An engine over the SQLite file at `path`, its schema current.

    With `create` false the file must exist. Raises StoreError for a file that cannot be opened or written, is
    locked, is no SQLite database, or belongs to another program.
    """
    _check_place(path, create=create)
    fresh = not path.exists()
    engine = sa.create_engine(
        "sqlite://", creator=lambda: _connect(path), poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS}
    )
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    try:
        explained(path, lambda: _prepare(engine, path))
    except StoreError:
        if fresh:
            path.unlink(missing_ok=True)
        raise
    return engine


def explained(path: Path, action: Callable[[], T]) -> T:
    """Run `action`; a driver's error becomes a StoreError that says what to do."""
    try:
        return action()
    except (sa.exc.DBAPIError, sqlite3.Error) as error:
        raise StoreError(_explain(path, error)) from error


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file, such as {path / 'retold.db'}")
    if path.exists():
        return
    if not create:
        raise StoreError(f"there is no database at {path}; make one with: retold read PATH --db {path}")
    if not path.absolute().parent.is_dir():
        raise StoreError(f"the folder of {path} does not exist; create it first, or name another file with --db")
    if not os.access(path.absolute().parent, os.W_OK):
        raise StoreError(f"{path} cannot be created: its folder is not writable; name another file with --db")


def _connect(path: Path) -> sqlite3.Connection:
    # isolation_level None leaves BEGIN to the listener above, so that schema changes are transactional too.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _prepare(engine: sa.Engine, path: Path) -> None:
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        application = driver.execute("PRAGMA application_id").fetchone()[0]
        tables = driver.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application != APPLICATION_ID and tables:
            raise StoreError(f"{path} is another program's database; name another file with --db")
        if not tables:
            driver.execute("PRAGMA journal_mode = WAL")
            driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    # Here, since it takes a quarter of a second to import, and the pipes open no database.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("retold.store").joinpath("migrations")))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _explain(path: Path, error: Exception) -> str:
    words = str(getattr(error, "orig", None) or error)
    if "locked" in words or "busy" in words:
        return f"{path} is in use by another program; try again when that has ended"
    if "not a database" in words:
        return f"{path} is not a Retold database; name another file with --db"
    if "readonly" in words or "unable to open" in words:
        return f"{path} cannot be written: check its permissions, or name another file with --db"
    if "disk" in words and "full" in words:
        return f"{path}: the disk is full"
    if "Can't locate revision" in words:
        return f"{path} was made by a newer version of Retold; update it with: pip install --upgrade retold"
    return f"{path}: {words}"
