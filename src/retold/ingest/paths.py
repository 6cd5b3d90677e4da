"""Paths as people give them in; the files behind them out, or a refusal each.

A file, a folder (walked in order of name, hidden entries left out), or a pattern that no shell has expanded. Each
file carries its name relative to what was pointed at, with `/` between the parts on every system. Links are
followed; one that leads back to a folder on the way to itself is refused, so that the walk always ends.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from retold.ingest import refusals
from retold.ingest.kinds import is_address
from retold.ingest.options import IngestOptions
from retold.records.documents import Refusal, Wanted

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: `path` as asked for, `name` relative to what the user pointed at.

    `copy` is where the bytes lie, where that is not at `path`: standard input, kept in a temporary file.
    """

    path: str
    name: str
    copy: str | None = None

    @property
    def place(self) -> str:
        """The file to open."""
        return self.copy or self.path


def find(paths: Sequence[str], options: IngestOptions) -> Iterator[Found | Wanted | Refusal]:
    """The files behind `paths`, each path once, in the order of the arguments and by name within each.

    An address of the web is still to be fetched; `-`, standard input, is found under that path.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _behind(path, options):
            if isinstance(found, Found):
                place = os.path.abspath(found.path)  # noqa: PTH100 - Path.resolve would follow links
                if place in seen:
                    continue
                seen.add(place)
            yield found


def _behind(path: str, options: IngestOptions) -> Iterator[Found | Wanted | Refusal]:
    if path == STANDARD_INPUT:
        yield Found(path, path)
        return
    if is_address(path):
        yield Wanted(path)
        return
    if "\0" in path or not path:
        yield refusals.missing(path.replace("\0", "�"))
        return
    if os.path.lexists(path):
        yield from _entry(path, _name(path), options, above=())
        return
    if not glob.has_magic(path):
        yield refusals.missing(path)
        return
    base = _fixed_part(path)
    matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - patterns may be absolute
    if not matches:
        yield refusals.missing(path)
    for match in matches:
        name = Path(os.path.relpath(match, base)).as_posix()
        if Path(match).is_dir() and "**" in path:
            continue  # a recursive pattern names the files inside by itself
        yield from _entry(match, name, options, above=())


def _name(path: str) -> str:
    return PurePath(os.path.normpath(path)).name or path


def _fixed_part(pattern: str) -> str:
    """The folder above the first part of `pattern` that holds a wildcard."""
    fixed: list[str] = []
    for part in PurePath(pattern).parts:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return str(PurePath(*fixed)) if fixed else os.curdir


def _entry(path: str, name: str, options: IngestOptions, above: tuple[str, ...]) -> Iterator[Found | Refusal]:
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        gone = bool(above) and isinstance(error, FileNotFoundError) and not Path(path).is_symlink()
        yield refusals.vanished(path) if gone else _why_not(path, error)
        return
    except ValueError:
        yield refusals.missing(path)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, "" if not above else name, options, above)
    elif stat.S_ISREG(mode):
        yield Found(path, name)
    else:
        yield refusals.not_a_file(path)


def _why_not(path: str, error: OSError) -> Refusal:
    if isinstance(error, FileNotFoundError):
        return refusals.missing(path)
    if "loop" in (error.strerror or "").lower() or "symbolic" in (error.strerror or "").lower():
        return refusals.looping(path)
    return refusals.unreadable(path, error)


def _is_trimming(name: str, beside: set[str]) -> bool:
    """Whether this is the folder of scripts and pictures that a browser saved along with a page."""
    page = name.removesuffix("_files")
    return page != name and any(f"{page}{suffix}" in beside for suffix in (".html", ".htm"))


def _folder(path: str, name: str, options: IngestOptions, above: tuple[str, ...]) -> Iterator[Found | Refusal]:
    place = os.path.realpath(path)
    if place in above:
        yield refusals.looping(path)
        return
    if len(above) > options.deepest:
        yield refusals.too_deep(path, options.deepest)
        return
    try:
        names = {entry.name for entry in Path(path).iterdir() if not entry.name.startswith(".")}
    except OSError as error:
        yield refusals.unreadable(path, error)
        return
    nothing = True
    for entry in sorted(name for name in names if not _is_trimming(name, names)):
        inner = f"{name}/{entry}" if name else entry
        for found in _entry(str(Path(path) / entry), inner, options, (*above, place)):
            nothing = False
            yield found
    if nothing and not above:
        yield refusals.without_files(path)
