"""The bundled example: ten short articles about a bridge, a painting and a goose, all of them invented."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_FORMS = (".txt", ".html")


def example_paths() -> tuple[Path, ...]:
    """The example's articles, in order of name.

    The package is installed as plain files (a wheel is unpacked), so that a path is a path; raises
    FileNotFoundError where it was packed in another way.
    """
    folder = Path(str(files(__name__)))
    found = tuple(sorted(path for path in folder.iterdir() if path.suffix in _FORMS))
    if not found:
        raise FileNotFoundError(f"the bundled example is missing from {folder}")
    return found
