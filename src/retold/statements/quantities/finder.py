"""The quantities of a text, in order, with bounds and units.

In: a text. Out: quantities in text order that do not overlap. Holds always: nothing raises whatever the text; spans
lie within it; `low <= high` where both are told. Dates, clock times, lengths of time, scores and the numbers in names
("Flight 617", "Article 5") are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from retold.language.english_quantities import ABOUT, AT_LEAST, AT_MOST, CENTS, CURRENCY_NAMES, CURRENCY_OF, STOP_WORDS
from retold.language.english_times import MONTHS, PAST_CUES, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from retold.records.spans import Span
from retold.records.statements import Quantity, QuantityKind
from retold.statements.quantities import patterns as p
from retold.statements.quantities.counted import counted_noun
from retold.statements.quantities.numerals import Numeral, read_numeral

LOOK_BACK = 28
TIME_NAMES = frozenset({*MONTHS, *SHORT_MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS})
ORDINAL_STOPS = re.compile(
    r"[\s-](?:quarter|half|century|hand|world|degree|lady)s?\b|[-\s](?:class|rate|party|generation)\b", re.IGNORECASE
)
PRONOUN_BEFORE = re.compile(
    r"(?:^|\W)(?:no|every|each|any|this|that|another|the|which|some|only|last)[\s-]$", re.IGNORECASE
)
SCORE = re.compile(r"(?<![\w.,$€£-])\d{1,3}[-–]\d{1,3}(?![\w%-])")
YEARS = re.compile(r"(?:between\s)?(\d{4})\D{1,6}(\d{4})", re.IGNORECASE)
OPENERS = frozenset(STOP_WORDS) | {
    word
    for phrase in (*AT_LEAST, *AT_MOST, *ABOUT, "overnight", "elsewhere", "altogether", "meanwhile", "separately")
    for word in phrase.split()
}
HEDGES = ((p.LEAST, "least"), (p.MOST, "most"), (p.ABOUT, "about"))
VERB_NEXT = re.compile(
    rf"\s(?:{'|'.join(sorted({*STOP_WORDS, *PAST_CUES}))}|remain|[a-z]+ed)\b|[,.;:)]|\s?\n|$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral, or two joined into a range, on the way to a quantity."""

    span: Span
    low: float | None
    high: float | None
    form: str
    currency: str
    approximate: bool
    scale: float
    words: str = ""


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of `text`: money, percentages, measures, counts with what is counted, and ordinals."""
    numerals = _numerals(text)
    found: list[Quantity] = []
    reach, i = 0, 0
    while i < len(numerals):
        amount, used = _amount(text, numerals, i)
        i += used
        if amount.span.start < reach:
            continue
        quantity = _quantity(text, amount, found)
        if quantity is None:
            continue
        found.append(quantity)
        reach = quantity.span.end
    return tuple(found)


def _numerals(text: str) -> list[Numeral]:
    found: list[Numeral] = []
    scores = {match.start(): match.end() for match in SCORE.finditer(text)}
    reach = 0
    for token in p.START_TOKEN.finditer(text):
        start = token.start()
        if start < reach or (token.group().casefold() not in p.STARTS and not token["figure"]):
            continue
        if start > reach and text[start - 1] in "-−" and p.NUMERAL.match(text, start - 1):
            start -= 1
        match = p.NUMERAL.match(text, start)
        numeral = read_numeral(match) if match else None
        if match and numeral is not None:
            found.append(numeral)
            reach = match.end()
    return [n for n in found if not _is_score(text, n, scores)]


def _is_score(text: str, numeral: Numeral, scores: dict[int, int]) -> bool:
    """Whether a figure belongs to a score or a vote ("3-1", "52-48"): the second is not above the first, or no noun."""
    start = numeral.span.start
    if start not in scores:
        return False
    left, right = (int(part) for part in re.split("[-–]", text[start : scores[start]]))
    return right <= left


def _amount(text: str, numerals: list[Numeral], i: int) -> tuple[Amount, int]:
    """The amount that begins with numeral `i`, and how many numerals it takes up."""
    first = numerals[i]
    if i + 1 < len(numerals):
        joined = _range(text, first, numerals[i + 1])
        if joined is not None:
            return joined, 2
    words = first.span.of(text)
    return Amount(
        first.span, first.low, first.high, first.form, first.currency, first.approximate, first.scale, words
    ), 1


def _range(text: str, a: Numeral, b: Numeral) -> Amount | None:
    """Two numerals as the bounds of one amount: "10 to 15", "between 4% and 5%", "$20-30 million"."""
    gap = text[a.span.end : b.span.start]
    percent = p.PERCENT.match(gap)
    inner = gap[percent.end() :] if percent else gap
    name = p.CURRENCY.match(gap)
    if name is not None:
        inner = gap[name.end() :]
    before = text[max(0, a.span.start - LOOK_BACK) : a.span.start]
    between = p.BETWEEN.search(before)
    link = p.LINK.match(inner) if len(gap) < 30 else None
    if link is None or "ordinal" in (a.form, b.form) or not a.is_exact or not b.is_exact:
        return None
    word = inner.strip().casefold()
    is_change = word == "to" and (p.FROM.search(before) or p.CHANGE_BEFORE.search(before))
    if (word == "and") != bool(between) or is_change:
        return None
    if b.currency and a.currency and b.currency != a.currency:
        return None
    times = b.scale if a.scale == 1 and b.scale > 1 and a.low < b.low / b.scale else 1.0
    low, high = a.low * times, b.high
    if low >= high or (word == "or" and high > 3 * low):
        return None
    start = before.casefold().rindex("between") + a.span.start - len(before) if between else a.span.start
    form = "money" if "money" in (a.form, b.form) else b.form
    return Amount(Span(start, b.span.end), low, high, form, a.currency or b.currency, False, 1.0)


def _quantity(text: str, amount: Amount, found: list[Quantity]) -> Quantity | None:
    """The amount with its unit; None where it is a date, a name or a score."""
    if amount.form == "ordinal":
        return _ordinal(text, amount)
    hedged = _hedged(text, amount)
    end = amount.span.end
    if amount.form == "money" or amount.currency:
        return _make(text, hedged, QuantityKind.MONEY, amount.currency, end)
    if amount.form == "percent":
        return _make(text, hedged, QuantityKind.PERCENT, "%", end)
    for pattern, kind, unit in ((p.POINTS, QuantityKind.PERCENT, "pp"), (p.PERCENT, QuantityKind.PERCENT, "%")):
        match = pattern.match(text, end)
        if match:
            return _make(text, hedged, kind, unit, match.end())
    money = _money(text, hedged, end, found)
    if money is not None:
        return money
    if p.TIME_UNIT.match(text, end) or (amount.form != "half" and _is_date_or_name(text, amount)):
        return None
    measure = p.MEASURE.match(text, end)
    if measure:
        unit = _symbol(measure["unit"] or "°")
        return _make(text, hedged, QuantityKind.MEASURE, unit, measure.end())
    return None if amount.form == "half" else _count(text, amount, hedged)


def _ordinal(text: str, amount: Amount) -> Quantity | None:
    if ORDINAL_STOPS.match(text, amount.span.end) or p.MONTH_AFTER.match(text, amount.span.end):
        return None
    before = text[max(0, amount.span.start - LOOK_BACK) : amount.span.start]
    if p.MONTH_BEFORE.search(before) or (text[amount.span.end : amount.span.end + 1] == "-" and amount.low == 2):
        return None
    if re.search(r"(?:^|\W)(?:at|per|a|split|every|each)\s$", before, re.IGNORECASE) and amount.low in (1, 2):
        return None
    return Quantity(amount.span, QuantityKind.ORDINAL, amount.low, amount.high, "", False, "a place in an order")


def _money(text: str, amount: Amount, end: int, found: list[Quantity]) -> Quantity | None:
    name = p.CURRENCY.match(text, end)
    if name is not None and not (name["code"] is None and name["name"].casefold() in ("mark", "real", "won", "rand")
                                 and amount.scale == 1 and not name["land"]):  # fmt: skip
        code = name["code"] or _currency(name["land"], name["name"])
        if code:
            return _make(text, amount, QuantityKind.MONEY, code, name.end())
    if re.match(rf"[\s-]pounds?{p.END}", text[end : end + 9], re.IGNORECASE) and amount.scale > 1:
        return _make(text, amount, QuantityKind.MONEY, "GBP", end + len(" pounds"))
    cents = p.CENTS.match(text, end)
    if cents is None or (cents["p"] and "." in text[max(0, end - 4) : end]):
        return None
    code = "GBP" if cents["p"] else CENTS[cents["name"].casefold()]
    if code == "XXX":
        told = [q.unit for q in found if q.kind is QuantityKind.MONEY]
        code = told[-1] if told else code
    low = None if amount.low is None else amount.low / 100
    high = None if amount.high is None else amount.high / 100
    return _make(text, replace(amount, low=low, high=high), QuantityKind.MONEY, code, cents.end())


def _currency(land: str | None, name: str) -> str | None:
    folded = re.sub(r"\s+", " ", name).casefold()
    single = folded if folded in CURRENCY_NAMES else folded.removesuffix("s")
    if land:
        return CURRENCY_OF.get((re.sub(r"\s+", " ", land).casefold(), single)) or CURRENCY_NAMES.get(single)
    return CURRENCY_NAMES.get(single)


def _symbol(unit: str) -> str:
    folded = re.sub(r"\s+", " ", unit).casefold()
    return p.MEASURE_SYMBOLS.get(folded) or p.MEASURE_SYMBOLS.get(folded.removesuffix("s")) or folded


def _hedged(text: str, amount: Amount) -> Amount:
    """The amount with the bounds that the words before or behind it open."""
    if amount.low != amount.high and not amount.approximate:
        return amount
    start = amount.span.start
    before = text[max(0, start - LOOK_BACK) : start]
    found = [(match.start(), bound) for pattern, bound in HEDGES if (match := pattern.search(before))]
    if not found:
        return amount
    # The longest hedge: "no more than" holds "more than".
    first, bound = min(found)
    span = Span(start - len(before) + first, amount.span.end)
    if bound == "least":
        return replace(amount, span=span, high=None)
    if bound == "most":
        return replace(amount, span=span, low=None)
    return replace(amount, span=span, approximate=True)


def _make(text: str, amount: Amount, kind: QuantityKind, unit: str, end: int) -> Quantity:
    more = p.OR_MORE.match(text, end)
    low, high, approximate = amount.low, amount.high, amount.approximate
    if more and low == high and low is not None:
        word = more["more"].casefold()
        low, high = (low, None) if word == "more" else (None, high) if word in ("less", "fewer") else (low, high)
        approximate, end = approximate or word == "so", more.end()
    return Quantity(Span(amount.span.start, max(end, amount.span.end)), kind, low, high, unit, approximate, amount.form)


def _is_date_or_name(text: str, amount: Amount) -> bool:
    """Whether a bare figure is a year, a day, a clock time, or part of a name."""
    start, end = amount.span.start, amount.span.end
    figure = text[start:end]
    before = text[max(0, start - LOOK_BACK) : start]
    if re.search(r"\d[-–]$", before):
        return True
    years = YEARS.fullmatch(figure)
    if years and all(_is_year(year) for year in years.groups()):
        return counted_noun(text, end, one=False) is None
    if not figure.isdecimal():
        return p.NAMING.search(before) is not None and amount.scale == 1
    if p.MONTH_AFTER.match(text, end) or p.MONTH_BEFORE.search(before) or p.CLOCK.match(text, end):
        return True
    if (
        p.NAMING.search(before)
        or text[end : end + 2] in ("s ", "s,", "s.")
        or re.match(r"[-–/]\w", text[end : end + 2])
    ):
        return True
    if _is_year(figure) and not counted_noun(text, end, one=False):
        return True
    name = p.CAPITAL_BEFORE.search(before)
    if name and name.group(1) not in TIME_NAMES and _names(text, name.group(1), start - len(name.group(1)) - 1):
        return counted_noun(text, end, one=False) is None or len(figure) == 4
    return bool(
        re.match(r",\s(?:who|of|was|is|from|a|an|the|said|told|has|had|\w+ed)\b", text[end : end + 12])
    ) and bool(re.search(r"[A-Z][\w'’-]+,\s$", before))


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and "1500" <= figure < "2100"


def _names(text: str, word: str, start: int) -> bool:
    """Whether a capitalised word before a figure is a name ("Apollo 11") and not just the first of its sentence."""
    return not _opens_sentence(text, start) or word.casefold() not in OPENERS


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in '.!?:“"”\n'


def _count(text: str, plain: Amount, amount: Amount) -> Quantity | None:
    end = amount.span.end
    is_one = plain.form == "words" and plain.low == plain.high == 1
    before = text[max(0, plain.span.start - LOOK_BACK) : plain.span.start]
    if is_one and (
        PRONOUN_BEFORE.search(before)
        or re.match(r"\s(?:of|another|day|thing|side|way|hand)\b|[^\w\s]", text[end : end + 9])
    ):
        return None
    more = p.OR_MORE.match(text, end)
    noun = counted_noun(text, more.end() if more else end, is_one)
    if noun is not None:
        counted = _make(text, amount, QuantityKind.COUNT, noun[0], end)
        return replace(counted, span=Span(counted.span.start, noun[1]))
    vague = plain.approximate and not plain.words.casefold().endswith("s")
    if is_one or vague or not VERB_NEXT.match(text, end):
        return None
    return _make(text, amount, QuantityKind.COUNT, "", end)
