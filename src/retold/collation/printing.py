"""Whether two readings print the same thing in two ways: spelling, capitals, initials, digits or words.

In: the units of two readings. Out: in words, how they differ in print only, or None when they differ in more.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.collation.units import Tag, Unit
from retold.language.english_numbers import read_cardinal
from retold.language.house_style import INITIALS, SCALES
from retold.language.spelling import is_slip, is_transliteration

FIGURES = Tag.NUMBER | Tag.MEASURE


def same_print(a: Sequence[Unit], b: Sequence[Unit]) -> str | None:
    """How two readings print one thing: "capitals", "spelling", "house style" …; None where they do not."""
    if not a or not b:
        return None
    if "".join(unit.key for unit in a) == "".join(unit.key for unit in b):
        return _manner(a, b)
    if len(a) == len(b) == 1:
        return _one_word(a[0], b[0])
    if sorted(unit.key for unit in a) == sorted(unit.key for unit in b) and _is_figure(a):
        return "house style: order"
    if _are_initials(a, b) or _are_initials(b, a):
        return "initials"
    one, two = amount(a), amount(b)
    if one is not None and one == two and _measures(a) == _measures(b):
        return "house style: number"
    return None


def prints_alike(a: Unit, b: Unit) -> bool:
    """Whether two units print the same, but for a capital that only opens a sentence."""
    if a.surface == b.surface:
        return True
    return (a.opening or b.opening) and a.surface.lower() == b.surface.lower()


def sounds_alike(manner: str) -> bool:
    """Whether two readings that differ in this manner would be read aloud in the same words."""
    return manner not in ("house style", "initials")


def _manner(a: Sequence[Unit], b: Sequence[Unit]) -> str:
    one, two = (" ".join(unit.surface for unit in side) for side in (a, b))
    if one.casefold() == two.casefold():
        return "capitals"
    if any(unit.tag & Tag.DATE and ":" in unit.key for unit in a):
        return "house style: time"
    if any(unit.tag & FIGURES for unit in a):
        return "house style: number"
    if one.replace(".", "") == two.replace(".", ""):
        return "house style: full stops"
    if any(unit.tag & Tag.DATE for unit in a):
        return "house style: date"
    if "n't" in one + two:
        return "house style"
    if len(a) == len(b) == 1:
        # A short form ("Gov.") is read aloud in full; initials and contractions are not.
        phrase = " " in one + two or a[0].key in INITIALS.values()
        return "house style" if phrase else "spelling"
    return "spelling: one word or two"


def _one_word(a: Unit, b: Unit) -> str | None:
    if a.tag & b.tag & Tag.NAME and is_transliteration(_bare(a), _bare(b)) and _possessive(a) == _possessive(b):
        return "transliteration"
    if a.base != b.base and is_slip(a.key, b.key):
        return "spelling: letters doubled or swapped"
    return None


def _bare(unit: Unit) -> str:
    return unit.surface.removesuffix("'s")


def _possessive(unit: Unit) -> bool:
    return unit.surface.endswith("'s")


def _are_initials(short: Sequence[Unit], long: Sequence[Unit]) -> bool:
    if len(short) != 1 or len(long) < 2:
        return False
    letters = short[0].surface.replace(".", "").removesuffix("'s")
    if len(letters) < 2 or not letters.isupper():
        return False
    names = [unit for unit in long if not unit.tag & Tag.FUNCTION]
    return "".join(unit.surface[0] for unit in names).upper() == letters and all(u.surface[0].isupper() for u in names)


def _is_figure(units: Sequence[Unit]) -> bool:
    return any(unit.tag & (FIGURES | Tag.DATE) for unit in units)


def _measures(units: Sequence[Unit]) -> list[str]:
    return sorted(unit.key for unit in units if unit.tag & Tag.MEASURE)


def amount(units: Sequence[Unit]) -> float | None:
    """The value of a run of number words, digits and scales; None where the run holds anything else."""
    parts: list[str] = []
    for unit in units:
        if unit.tag & Tag.MEASURE or unit.key in ("and", "a"):
            continue
        if not unit.tag & Tag.NUMBER:
            return None
        digits, _, scale = unit.key.partition("_")
        parts += [digits, scale] if scale in SCALES.values() else [unit.key]
    return read_cardinal(" ".join(parts)) if parts else None
