"""What a desk decides once: which rules speak, which outlets it knows; from `retold.toml` and the command line.

In: the file's text and the changes that a person types. Out: `Settings`. Always holds: an unknown name is an error that
names what there is; rules are kept in the order in which they are listed everywhere; outlets are taken whole or not.

    [rules]
    off = ["bbc-single-source"]          # all others speak
    # or: only = ["ap-bare-source", "reuters-no-source"]

    outlets = "outlets.toml"             # before the tables; own entries, beside this file
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from retold.language.outlets import LARGEST as LARGEST_OUTLETS
from retold.language.outlets import REGISTRY, OutletsError, extend
from retold.records.outlets import Registry

FILE = "retold.toml"
# A file of settings is a few lines; what is larger is something else.
LARGEST = 100_000


class SettingsError(Exception):
    """Settings that cannot be used; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`rules` are the names of the desk rules that speak, None for all of them; `outlets` all that are known."""

    rules: tuple[str, ...] | None = None
    outlets: Registry = REGISTRY

    def hears(self, rule: str) -> bool:
        """Whether a rule speaks."""
        return self.rules is None or rule in self.rules

    @property
    def names(self) -> tuple[str, ...]:
        """The rules that speak, in the order in which they are listed."""
        return tuple(rule for rule in _known() if self.hears(rule))


def _known() -> tuple[str, ...]:
    # Imported here: the engines that the rules stand beside take long to load, which --help need not wait for.
    from retold.claims.options import RULES

    return RULES


def load_settings(named: Path | None, database: Path | None) -> Settings:
    """The settings in the file that was named, else in the one beside the database, else the defaults."""
    path = named or (database.absolute().parent / FILE if database else None)
    if path is None or (named is None and not path.is_file()):
        return Settings()
    try:
        with path.open("rb") as handle:
            content = handle.read(LARGEST + 1)
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}") from error
    if len(content) > LARGEST:
        raise SettingsError(f"{path} is too large for a file of settings; name another with --config")
    try:
        read = tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path} is no TOML: {error}") from error
    return Settings(_rules_in(read, path), _outlets_in(read, path))


def _outlets_in(read: dict[str, object], path: Path) -> Registry:
    """The project's registry with the entries of the file that the settings name."""
    named = read.get("outlets")
    if named is None:
        return REGISTRY
    if not isinstance(named, str) or not named:
        raise SettingsError(f'{path}: "outlets" is the name of a file beside this one: outlets = "outlets.toml"')
    own = path.parent / named
    try:
        with own.open("rb") as handle:
            return extend(REGISTRY, handle.read(LARGEST_OUTLETS + 1), str(own))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SettingsError(f"{own} cannot be read: {reason}; {path} names it") from error
    except OutletsError as error:
        raise SettingsError(str(error)) from error


def _rules_in(read: dict[str, object], path: Path) -> tuple[str, ...] | None:
    table = read.get("rules", {})
    inside = set(table) - {"off", "only"} if isinstance(table, dict) else set()
    strange = sorted((set(read) - {"rules", "outlets"}) | inside)
    if strange or not isinstance(table, dict) or set(table) == {"off", "only"}:
        said = f"it has {strange[0]!r}" if strange else "it has no such table"
        raise SettingsError(f'{path}: "outlets" and a [rules] table with either "off" or "only" are known; {said}')
    for key, sign in (("only", "+"), ("off", "-")):
        if key in table:
            names = table[key]
            if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
                raise SettingsError(f'{path}: "{key}" must be a list of names of rules')
            start = () if key == "only" else _known()
            return _changed(start, [sign + name for name in names], str(path))
    return None


def change_rules(settings: Settings, changes: Sequence[str]) -> Settings:
    """The settings after `+name` and `-name`, one after the other; "all" and "none" begin anew."""
    steps = [step for change in changes for step in change.replace(",", " ").split()]
    return replace(settings, rules=_changed(settings.names, steps, "--rules")) if steps else settings


def _changed(rules: Iterable[str], steps: Sequence[str], source: str) -> tuple[str, ...]:
    known, on = _known(), set(rules)
    for step in steps:
        if step in ("all", "none"):
            on = set(known) if step == "all" else set()
            continue
        name = step[1:]
        if step[:1] not in ("+", "-") or name not in known:
            raise SettingsError(f"{source}: no rule {step!r}: write +name or -name; `retold rules` lists the names")
        on = on | {name} if step[0] == "+" else on - {name}
    return tuple(name for name in known if name in on)
