"""A web archive package in (WACZ 1.1.1: a ZIP file of archives and their index); the pages of its archives out.

Nothing is unpacked to disk, and no name inside is taken for a path. An archive that is not what the package's own
`datapackage.json` says is told, and read all the same: its records state digests of their own.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, cast

from retold.ingest import refusals
from retold.ingest.archives import read_warc
from retold.ingest.opening import FAILURES, why_not
from retold.ingest.options import IngestOptions
from retold.ingest.paths import Found
from retold.records.documents import Capture, Notice, Refusal

ARCHIVES = "archive/"
DESCRIPTION = "datapackage.json"
LARGEST_DESCRIPTION = 20_000_000
MOST_MEMBERS = 100_000
# Archives in a package are stored as they are (WACZ 1.1.1), with gzip inside; DEFLATE on top of that gains next to
# nothing, and a ratio this high is a bomb.
MOST_EXPANSION = 100


def read_wacz(found: Found, options: IngestOptions) -> Iterator[Capture | Refusal | Notice]:
    """The pages of a package, archive by archive in order of name."""
    try:
        with zipfile.ZipFile(found.place) as package:
            names = [info for info in package.infolist()[:MOST_MEMBERS] if _is_archive(info.filename)]
            if not names:
                yield refusals.broken_package(found.path, "there is no archive in it")
                return
            stated = _stated(package)
            for info in sorted(names, key=lambda info: info.filename):
                yield from _read(package, info, stated, found, options)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        yield refusals.broken_package(found.path, " ".join(str(error).split())[:120])
    except FAILURES as error:
        yield why_not(found.path, error)


def _is_archive(name: str) -> bool:
    return name.startswith(ARCHIVES) and name.endswith((".warc", ".warc.gz"))


def _read(
    package: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    stated: Mapping[str, str],
    found: Found,
    options: IngestOptions,
) -> Iterator[Capture | Refusal | Notice]:
    address = f"{found.path}#{info.filename}"
    if info.file_size > MOST_EXPANSION * max(info.compress_size, 1):
        yield refusals.too_expanded(address)
        return
    expected = stated.get(info.filename)
    if expected is None:
        yield Notice(address, "is not named in the package's datapackage.json")
    else:
        with package.open(info) as stream:
            whole = hashlib.file_digest(cast("Any", stream), "sha256").hexdigest()
        if whole != expected:
            yield Notice(address, "is not what the package's datapackage.json says: it was altered since")
    with package.open(info) as stream:
        yield from read_warc(cast("BinaryIO", stream), address, options)


def _stated(package: zipfile.ZipFile) -> dict[str, str]:
    """What the package says that the digests of its files are: path -> SHA-256; nothing where it says nothing."""
    try:
        with package.open(DESCRIPTION) as stream:
            described = json.loads(stream.read(LARGEST_DESCRIPTION))
    except (KeyError, ValueError, RecursionError):
        return {}
    resources = described.get("resources") if isinstance(described, dict) else None
    found: dict[str, str] = {}
    for resource in resources if isinstance(resources, list) else ():
        if isinstance(resource, dict):
            path, digest = resource.get("path"), resource.get("hash")
            if isinstance(path, str) and isinstance(digest, str) and digest.startswith("sha256:"):
                found[path] = digest.removeprefix("sha256:").lower()
    return found
