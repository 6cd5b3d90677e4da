"""Which extraction this is: a digest of all that an article's text depends on, for the log of custody.

Nothing in; 12 hexadecimal digits out, the same wherever the same code runs with the same libraries. Two extractions of
one fingerprint make the same article of the same bytes.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files

CODE = ("retold.documents", "retold.language", "retold.text")
LIBRARIES = ("charset-normalizer", "htmldate", "lxml", "trafilatura")
LENGTH = 12


@cache
def fingerprint() -> str:
    """The fingerprint of the extraction that is running."""
    whole = hashlib.sha256()
    for package in CODE:
        for module in sorted(files(package).iterdir(), key=lambda entry: entry.name):
            if module.is_file() and not module.name.endswith(".pyc"):
                # Line ends differ between systems, and say nothing.
                whole.update(f"{package}/{module.name}\0".encode())
                whole.update(module.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    for library in LIBRARIES:
        whole.update(f"{library} {version(library)}\0".encode())
    return whole.hexdigest()[:LENGTH]
