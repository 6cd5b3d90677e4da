"""Numerals: what number a stretch of words or figures stands for, before its unit is known.

In: a match of `NUMERAL`. Out: a `Numeral` with bounds, or None where the words make no number. A vague word has the
bounds of its table; "half a million" is exact.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from retold.language.english_numbers import CARDINALS, FRACTIONS, read_cardinal, read_ordinal
from retold.language.english_quantities import (
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    FRACTION_WORDS,
    SCALES,
    SHORT_SCALES,
    VAGUE,
)
from retold.records.spans import Span

SIGNS = {sign.casefold(): code for sign, code in CURRENCY_SIGNS.items()} | {c.casefold(): c for c in CURRENCY_CODES}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: `form` says which alternative matched; `currency` is the code of a sign before it."""

    span: Span
    low: float
    high: float
    form: str
    approximate: bool = False
    currency: str = ""
    scale: float = 1.0

    @property
    def is_exact(self) -> bool:
        """Whether the two bounds are one."""
        return self.low == self.high and not self.approximate


def read_numeral(match: re.Match[str]) -> Numeral | None:
    """The numeral that a match stands for."""
    span = Span(match.start(), match.end())
    form = match.lastgroup or ""
    for form in (
        "ratio",
        "halfscale",
        "quarterscale",
        "fraction",
        "vague",
        "sign",
        "dozen",
        "place",
        "halfunit",
        "number",
    ):
        if match[form] is not None:
            break
    reader = {
        "ratio": _ratio, "halfscale": _half_scale, "quarterscale": _quarter_scale, "fraction": _fraction,
        "vague": _vague, "sign": _signed, "dozen": _dozen, "halfunit": _half_unit, "place": _place, "number": _number,
    }[form]  # fmt: skip
    return reader(match, span)


def _cardinal(words: str) -> float | None:
    return read_cardinal(re.sub(r"\s+", " ", words))


def _ratio(match: re.Match[str], span: Span) -> Numeral | None:
    part, whole = _cardinal(match["part"] or match["some"]), _cardinal(match["whole"] or match["all"])
    if not part or not whole or part >= whole:
        return None
    return Numeral(span, 100 * part / whole, 100 * part / whole, "percent")


def _half_scale(match: re.Match[str], span: Span) -> Numeral | None:
    value = SCALES[match["hs"].casefold()] / 2
    return Numeral(span, value, value, "number", scale=SCALES[match["hs"].casefold()])


def _quarter_scale(match: re.Match[str], span: Span) -> Numeral | None:
    value = SCALES[match["qs"].casefold()] * (0.75 if match["qn"] else 0.25)
    return Numeral(span, value, value, "number", scale=SCALES[match["qs"].casefold()])


def _fraction(match: re.Match[str], span: Span) -> Numeral | None:
    counted = (match["fn"] or "one").casefold()
    parts = FRACTION_WORDS[match["fd"].casefold()]
    count = 1 if counted in ("a", "an") else CARDINALS[counted]
    if match["fn"] is None and parts != 2:
        return None
    if count >= parts or (count > 1) != match["fd"].casefold().endswith("s"):
        return None
    return Numeral(span, 100 * count / parts, 100 * count / parts, "percent")


def _vague(match: re.Match[str], span: Span) -> Numeral | None:
    folded = re.sub(r"\s+", " ", match["vague"]).casefold()
    scale = match["vs"]
    word = folded
    if scale:
        word = folded[: -len(scale)].strip().removesuffix(" of")
    low, high = VAGUE.get(word, (0, 0))
    if not high:
        return None
    times = math.prod(SCALES[word] for word in (scale or "").casefold().split())
    return Numeral(span, low * times, high * times, "number", approximate=True, scale=times)


def _signed(match: re.Match[str], span: Span) -> Numeral | None:
    value = _cardinal(match["signed"])
    if value is None:
        return None
    scale = (match["signedscale"] or "").casefold()
    times = SCALES.get(scale, SHORT_SCALES.get(scale, 1))
    code = SIGNS[re.sub(r"\s", "", match["sign"]).casefold()]
    return Numeral(span, value * times, value * times, "money", currency=code, scale=times)


def _dozen(match: re.Match[str], span: Span) -> Numeral | None:
    count = re.split(r"\s", match["dozen"])[0].casefold()
    times = 1.0 if count in ("a", "an") else _cardinal(count)
    if times is None:
        return None
    value = times * SCALES[match["dozens"].casefold()]
    return Numeral(span, value, value, "number")


def _half_unit(match: re.Match[str], span: Span) -> Numeral:
    return Numeral(span, 0.5, 0.5, "half")


def _place(match: re.Match[str], span: Span) -> Numeral | None:
    place = read_ordinal(match["place"])
    return Numeral(span, place, place, "ordinal") if place is not None else None


def _number(match: re.Match[str], span: Span) -> Numeral | None:
    times = 1.0
    if match["digits"]:
        value = _cardinal(match["digits"])
        scale = (match["scale"] or match["short"] or "").casefold()
        times = SCALES.get(scale, SHORT_SCALES.get(scale, 1))
        if match["half"] and value is not None:
            value += FRACTIONS[match["half"].strip()]
    else:
        half = re.search(r"\sand\sa\shalf", match["words"], re.IGNORECASE)
        words = match["words"][: half.start()] if half else match["words"]
        scale = (match["wscale"] or "").casefold()
        value = _cardinal(words)
        times = SCALES.get(scale, 1)
        if half and value is not None:
            # "one and a half million" is 1.5 million, "a million and a half" too.
            unit = next((float(SCALES[w]) for w in reversed(words.casefold().split()) if w in SCALES), 1.0)
            value += 0.5 * unit
    if value is None:
        return None
    value *= times * (-1 if match["minus"] else 1)
    return Numeral(span, value, value, "words" if match["words"] else "number", scale=times)
