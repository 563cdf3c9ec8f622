"""The session file NAME.osp: an SQLite database with the session's lines, and a copy of the cards it is played with.

A rollback journal that is truncated, and a full flush at every commit: the only mode that lost nothing both when the
program was killed and when the power went, and whose file can be copied at any moment.

The writer always has its next transaction begun. That reserves the file: others can read it, a second writer is told
at once, and the operating system lets go of it when the process ends, however it ends.
"""

import contextlib
import errno
import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, Self
from urllib.parse import quote

from game.store.errors import Code, StoreError
from game.store.stored import KINDS, Line, Stored, crc, from_json, to_json

FORMAT = 1
"""The version of the format that this program writes. Newer ones are read if they still have what this one has."""

APPLICATION = 0x4F53505F
"""Marks the database as ours: "OSP_" in its header."""

_SCHEMA = """
CREATE TABLE about (session TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, crc BIGINT NOT NULL,
    PRIMARY KEY (session, key));
CREATE TABLE files (session TEXT NOT NULL, path TEXT NOT NULL, content BLOB NOT NULL, crc BIGINT NOT NULL,
    PRIMARY KEY (session, path));
CREATE TABLE lines (session TEXT NOT NULL, seq BIGINT NOT NULL, at TEXT NOT NULL, clock DOUBLE PRECISION NOT NULL,
    kind TEXT NOT NULL, body TEXT NOT NULL, crc BIGINT NOT NULL, PRIMARY KEY (session, seq));
CREATE TABLE settings (session TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (session, key));
"""

_LONGEST = 64_000_000
"""The longest value in bytes that is read: no card file or text of ours comes near."""

_LARGEST = 256_000_000
"""Bytes of the largest file that is opened."""

_READER_WAIT = 2000
"""Milliseconds that a writer waits for somebody who is reading the file."""

_WRITER_WAIT = 100
"""Milliseconds that a second writer waits, in case the first is just letting go."""


class SessionFile:
    """One session's file, held for writing by this process alone until `close`."""

    def __init__(self, path: Path, session: str) -> None:
        """Use `create` or `hold` instead: they say whether there is such a file and whether it is free."""
        self.path = path
        self.session = session
        self._connection: sqlite3.Connection | None = None

    @classmethod
    def create(cls, path: Path, content: Stored) -> Self:
        """A new file with this content, complete or not there at all. Never overwrites a file; raises StoreError."""
        part = path.with_name(f".{path.name}.part")
        try:
            part.unlink(missing_ok=True)
            with contextlib.closing(_connected(part, "rwc")) as connection:
                _write_all(connection, content)
            with path.open("x"):  # takes the name, or finds it taken
                pass
            part.replace(path)
            _flush_folder(path.parent)
        except (sqlite3.Error, OSError) as error:
            for left in (part, part.with_name(f"{part.name}-journal")):
                with contextlib.suppress(OSError):
                    left.unlink(missing_ok=True)
            told = in_words(error, path)
            raise (StoreError("no folder", path) if told.code in ("missing", "read only") else told) from error
        made = cls(path, content.session)
        with made._writing():
            return made

    @classmethod
    def hold(cls, path: Path) -> tuple[Self, Stored]:
        """The file at `path`, ours to write to, and what is in it. Raises StoreError, also when another has it."""
        held = cls(path, "")
        try:
            refuse_at_sight(path)
            held._connection = connection = _connected(path, "rw")
            _refuse_foreign(connection, path)
            _begin(connection)
            content = _contents(connection, path)
            if content.format > FORMAT:
                raise StoreError("newer", path)
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise StoreError("damaged", path)
            connection.execute(f"PRAGMA user_version = {FORMAT}")  # tries whether writing works, before it matters
            connection.execute("COMMIT")
            _begin(connection)
        except StoreError:
            held._let_go()
            raise
        except (sqlite3.Error, OSError) as error:
            held._let_go()
            raise in_words(error, path) from error
        held.session = content.session
        return held, content

    def append(self, lines: Sequence[Line]) -> None:
        """After this all the lines are on disk, flushed; if it raises StoreError, none of the new ones are for certain.

        Lines that are in the file already are left alone, so a failed append can be tried again. Raises the StoreError
        `parted` if others stand in their place, or if lines before them are not there.
        """
        with self._writing() as connection:
            rows = connection.execute(
                "SELECT seq, crc FROM lines WHERE session = ? AND seq >= ?", (self.session, lines[0].seq - 1)
            )
            there = {int(seq): int(checksum) for seq, checksum in rows}
            last = max(there, default=0)
            if last < lines[0].seq - 1 or any(there.get(line.seq, line.crc) != line.crc for line in lines):
                raise StoreError("parted", self.path)
            if last > lines[-1].seq:
                raise StoreError("parted", self.path)
            _insert_lines(connection, self.session, [line for line in lines if line.seq > last])

    def keep(self, key: str, value: str) -> None:
        """After this the text `value` is in the file under the name `key`; an empty one takes the name away."""
        with self._writing() as connection:
            connection.execute("DELETE FROM settings WHERE session = ? AND key = ?", (self.session, key))
            if value:
                _insert_setting(connection, self.session, key, value)

    def close(self) -> None:
        """Lets go of the file and leaves nothing beside it. The next write, if there is one, takes hold of it anew."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                _leave(self._connection)
            self._let_go()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is on disk afterwards, with the next one begun; or undone, and the file let go of."""
        try:
            connection = self._connection or self._taken()
            if not connection.in_transaction:
                _begin(connection)
            yield connection
            connection.execute("COMMIT")
        except StoreError:
            self._let_go()
            raise
        except (sqlite3.Error, OSError) as error:
            self._let_go()
            raise in_words(error, self.path, gone=True) from error
        with contextlib.suppress(sqlite3.Error):  # what was written is safe; the next write says what is wrong
            _begin(connection)

    def _taken(self) -> sqlite3.Connection:
        self._connection = connection = _connected(self.path, "rw")
        _begin(connection)
        if not connection.execute("SELECT 1 FROM about WHERE session = ?", (self.session,)).fetchone():
            raise StoreError("parted", self.path)
        return connection

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def read(path: Path) -> Stored:
    """What the file holds, read without holding it or changing it. Raises StoreError unless all of it can be read."""
    if not _journal(path):
        with _reading(path, "ro") as connection:
            return _contents(connection, path)
    try:
        # Whoever wrote it was stopped in the middle: SQLite takes the unfinished part back first.
        with _reading(path, "rw") as connection:
            return _contents(connection, path)
    except StoreError as error:
        if error.code != "read only":
            raise
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy.osp")
        try:
            shutil.copyfile(path, copy)
            shutil.copyfile(f"{path}-journal", f"{copy}-journal")
        except OSError as error:
            raise in_words(error, path) from error
        with _reading(copy, "rw") as connection:
            return _contents(connection, path)


def _journal(path: Path) -> bool:
    try:
        return os.stat(f"{path}-journal").st_size > 0
    except OSError:
        return False


def _connected(path: Path, mode: Literal["ro", "rw", "rwc"]) -> sqlite3.Connection:
    name = os.fsencode(path.absolute()).replace(os.sep.encode(), b"/")
    uri = f"file://{'' if name.startswith(b'/') else '/'}{quote(name)}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    try:
        if mode != "ro":
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")  # a draft that was taken back is not to be found any more
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin(connection: sqlite3.Connection) -> None:
    """Begins to write, or raises sqlite3.OperationalError if another is at it."""
    connection.execute(f"PRAGMA busy_timeout = {_WRITER_WAIT}")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA busy_timeout = {_READER_WAIT}")


@contextlib.contextmanager
def _reading(path: Path, mode: Literal["ro", "rw"]) -> Iterator[sqlite3.Connection]:
    """A connection to an existing file, closed afterwards. Raises StoreError for whatever SQLite has against it."""
    try:
        refuse_at_sight(path)
        with contextlib.closing(_connected(path, mode)) as connection:
            _refuse_foreign(connection, path)
            yield connection
            if mode == "rw":
                _leave(connection)
    except (sqlite3.Error, OSError) as error:
        raise in_words(error, path) from error


def _leave(connection: sqlite3.Connection) -> None:
    """Ends what is begun, and takes away the truncated journal."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    connection.execute("PRAGMA journal_mode = DELETE")


def refuse_at_sight(path: Path) -> None:
    """Raises StoreError for what is no file at all, holds nothing, or is far too large."""
    try:
        seen = path.stat()
    except OSError as error:
        raise in_words(error, path) from error
    if not stat.S_ISREG(seen.st_mode) or seen.st_size > _LARGEST:
        raise StoreError("foreign", path)
    if seen.st_size == 0:
        raise StoreError("empty", path)


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Raises StoreError for a database that is not ours, or that has been given anything that runs when it is read."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.execute("PRAGMA trusted_schema = OFF")
    active = connection.execute("SELECT 1 FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchone()
    if active or connection.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
        raise StoreError("foreign", path)


def _contents(connection: sqlite3.Connection, path: Path) -> Stored:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    try:
        about = {key: (session, value, check) for session, key, value, check in
                 connection.execute("SELECT session, key, value, crc FROM about")}  # fmt: skip
        files = connection.execute("SELECT path, content, crc FROM files ORDER BY path").fetchall()
        rows = connection.execute("SELECT seq, at, clock, kind, body, crc FROM lines ORDER BY seq").fetchall()
        settings = connection.execute("SELECT key, value FROM settings ORDER BY key").fetchall()
        lines = tuple(Line(*row[:5]) for row in rows)
        sound = (
            all(crc(value.encode()) == check for _, value, check in about.values())
            and all(crc(content) == check for _, content, check in files)
            and all(line.crc == row[5] for line, row in zip(lines, rows, strict=True))
            and all(line.seq == number for number, line in enumerate(lines, start=1))
            and all(line.kind in KINDS for line in lines)
        )
        if not sound:
            raise ValueError("a checksum or a number that does not fit")
        return Stored(
            session=about["game"][0],
            format=version,
            app=about["app"][1],
            game=about["game"][1],
            language=about["language"][1],
            created=about["created"][1],
            setup=from_json(about["setup"][1]),
            files={name: content for name, content, _ in files},
            lines=lines,
            settings=dict(settings),
        )
    except sqlite3.OperationalError as error:  # no such table or column, or text that is no UTF-8
        if _code(error, path) != "failed":
            raise
        raise StoreError("newer" if version > FORMAT else "damaged", path) from error
    except (LookupError, ValueError, TypeError, AttributeError) as error:  # a row is missing, or is of another kind
        raise StoreError("newer" if version > FORMAT else "damaged", path) from error


def _write_all(connection: sqlite3.Connection, content: Stored) -> None:
    session = content.session
    _begin(connection)
    for statement in _SCHEMA.split(";"):
        connection.execute(statement)
    about = {
        "app": content.app,
        "game": content.game,
        "language": content.language,
        "created": content.created,
        "setup": to_json(content.setup),
    }
    connection.executemany(
        "INSERT INTO about VALUES (?, ?, ?, ?)",
        [(session, key, value, crc(value.encode())) for key, value in about.items()],
    )
    connection.executemany(
        "INSERT INTO files VALUES (?, ?, ?, ?)",
        [(session, name, file, crc(file)) for name, file in sorted(content.files.items())],
    )
    _insert_lines(connection, session, content.lines)
    for key, value in sorted(content.settings.items()):
        _insert_setting(connection, session, key, value)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("COMMIT")
    _leave(connection)


def _insert_lines(connection: sqlite3.Connection, session: str, lines: Sequence[Line]) -> None:
    connection.executemany(
        "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?)", [(session, *line, line.crc) for line in lines]
    )


def _insert_setting(connection: sqlite3.Connection, session: str, key: str, value: str) -> None:
    written = value.encode("utf-8", "replace").decode()
    connection.execute("INSERT INTO settings VALUES (?, ?, ?)", (session, key, written))


def _flush_folder(folder: Path) -> None:
    """After this the names in the folder are on disk too. Windows keeps its own order there."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def in_words(error: sqlite3.Error | OSError, path: Path, gone: bool = False) -> StoreError:
    """The StoreError that says what `error` means for the file; `gone` if it was there a moment ago."""
    code = _code(error, path)
    if gone and (code == "missing" or (code in ("failed", "read only") and not path.exists())):
        code = "gone"
    return StoreError(code, path, str(error) if code == "failed" else "")


def _code(error: sqlite3.Error | OSError, path: Path) -> Code:
    if isinstance(error, OSError):
        match error.errno:
            case errno.ENOENT | errno.ENOTDIR:
                return "missing"
            case errno.EEXIST:
                return "exists"
            case errno.ENOSPC | errno.EDQUOT:
                return "full"
            case errno.EACCES | errno.EPERM | errno.EROFS:
                return "read only"
        return "failed"
    name = getattr(error, "sqlite_errorname", "")
    match name.removeprefix("SQLITE_").split("_")[0]:
        case "BUSY" | "LOCKED" | "PROTOCOL":
            return "in use"
        case "FULL":
            return "full"
        case "READONLY" | "PERM" | "AUTH":
            return "gone" if name == "SQLITE_READONLY_DBMOVED" else "read only"
        case "NOTADB":
            return "foreign"
        case "CORRUPT":
            return "damaged"
        case "CANTOPEN":
            return "read only" if path.exists() else "missing"
    return "failed"
