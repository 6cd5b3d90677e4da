"""House styles: how an outlet prints numbers, dates, spellings and quotation marks.

In: a leaf of a tree, the style and the publication date. Out: the printed words. A style never changes what a
leaf means. Only typographic choices live here; which words a story is told in is chosen by the composer.
"""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass

from retold.planted.kinds import words
from retold.planted.trees import Leaf, LeafKind, When

_ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = words("- - twenty thirty forty fifty sixty seventy eighty ninety")
MONTHS = words("January February March April May June July August September October November December")
WEEKDAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
# The Associated Press shortens these months before a day; March to July stay whole.
_SHORT = {"January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct."} | {
    "November": "Nov.",
    "December": "Dec.",
}

BRITISH = {
    "organization": "organisation", "organizations": "organisations", "organized": "organised",
    "organizers": "organisers", "center": "centre", "centers": "centres", "defense": "defence",
    "labor": "labour", "harbor": "harbour", "neighbor": "neighbour", "neighbors": "neighbours",
    "neighboring": "neighbouring", "color": "colour", "favor": "favour", "honor": "honour", "rumors": "rumours",
    "program": "programme", "programs": "programmes", "canceled": "cancelled", "traveled": "travelled",
    "traveling": "travelling", "license": "licence", "meters": "metres", "meter": "metre",
    "kilometers": "kilometres", "kilometer": "kilometre", "liters": "litres", "tons": "tonnes",
    "recognized": "recognised", "recognize": "recognise", "apologized": "apologised", "apologize": "apologise",
    "criticized": "criticised", "emphasized": "emphasised", "authorized": "authorised",
    "authorities": "authorities", "paralyzed": "paralysed", "analyzed": "analysed", "gray": "grey", "plow": "plough",
    "theater": "theatre", "behavior": "behaviour", "endeavor": "endeavour", "fiber": "fibre",
    "skeptical": "sceptical", "toward": "towards", "percent": "per cent", "signaled": "signalled",
    "signaling": "signalling", "fulfill": "fulfil", "jewelry": "jewellery", "maneuver": "manoeuvre",
    "millimeters": "millimetres", "aluminum": "aluminium", "gasoline": "petrol", "mold": "mould",
    "catalog": "catalogue",
    "prioritized": "prioritised", "mobilized": "mobilised", "finalized": "finalised", "minimized": "minimised",
    "stabilized": "stabilised", "hospitalized": "hospitalised", "realized": "realised", "armor": "armour",
    "counseling": "counselling", "labeled": "labelled", "leveled": "levelled", "modeling": "modelling",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One outlet's rules. `numbers` is the largest whole number that is spelled out."""

    name: str
    british: bool
    curly: bool
    numbers: int
    day_first: bool
    short_months: bool
    comma_outside: bool
    percent_sign: bool
    money_word: bool
    headline: str
    dateline: str
    place: str = "top"

    @property
    def locale(self) -> str:
        """The variety of English, for the page's language tag."""
        return "en-GB" if self.british else "en-US"


def draw_style(rng: random.Random) -> HouseStyle:
    """A house style; the British and the American habits mostly, but not always, go together."""
    british = rng.random() < 0.5
    day_first = (rng.random() < 0.85) == british
    return HouseStyle(
        name="british" if british else "american",
        british=british,
        curly=rng.random() < 0.6,
        numbers=rng.choice((0, 9, 9, 10, 10, 20, 99)),
        day_first=day_first,
        short_months=not day_first and rng.random() < 0.6,
        comma_outside=british and rng.random() < 0.4,
        percent_sign=rng.random() < 0.35,
        money_word=rng.random() < 0.3,
        headline=rng.choice(("sentence", "sentence", "title", "colon")),
        dateline=rng.choice(("none", "place", "place-date", "place-agency", "top", "top", "posted")),
    )


def spell(number: int) -> str:
    """A whole number below 1,000 in words."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_ONES[hundreds]} hundred" + (f" and {spell(rest)}" if rest else "")


def print_number(value: float, style: HouseStyle, opening: bool) -> str:
    """A number in digits or words; one that opens a sentence is spelled out where that stays short."""
    if value >= 1_000_000:
        return f"{value / 1_000_000:.4g} million"
    if value != int(value):
        return f"{value:g}"
    whole = int(value)
    if whole <= style.numbers or (opening and whole < 1000):
        return spell(whole)
    return f"{whole:,}"


def print_money(value: float, style: HouseStyle) -> str:
    """An amount of dollars: "$330 million", "330 million dollars", "$4,500"."""
    if value >= 1_000_000_000:
        amount = f"{value / 1_000_000_000:.4g} billion"
    elif value >= 1_000_000:
        amount = f"{value / 1_000_000:.4g} million"
    else:
        amount = f"{int(value):,}"
    return f"{amount} dollars" if style.money_word else f"${amount}"


def print_date(day: datetime.date, style: HouseStyle, year: bool = False) -> str:
    """A day and month in the outlet's order."""
    month = MONTHS[day.month - 1]
    if style.short_months:
        month = _SHORT.get(month, month)
    if style.day_first:
        return f"{day.day} {month}" + (f" {day.year}" if year else "")
    return f"{month} {day.day}" + (f", {day.year}" if year else "")


def print_time(when: When, style: HouseStyle) -> str:
    """The words for a time in the form that was chosen for it."""
    month = MONTHS[when.day.month - 1]
    plain = {
        "weekday": WEEKDAYS[when.day.weekday()],
        "today": "today",
        "yesterday": "yesterday",
        "month": month,
        "month-year": f"{month} {when.day.year}",
        "last-month": "last month",
        "this-month": "this month",
        "earlier-this-month": "earlier this month",
        "year": str(when.day.year),
        "last-year": "last year",
        "this-year": "this year",
    }
    if when.form in plain:
        return plain[when.form]
    return print_date(when.day, style, year=when.form == "full")


def time_value(when: When) -> str:
    """The TIMEX3 value of a planted time."""
    if when.grain == "year":
        return f"{when.day.year:04d}"
    if when.grain == "month":
        return f"{when.day.year:04d}-{when.day.month:02d}"
    return when.day.isoformat()


def print_leaf(leaf: Leaf, style: HouseStyle, opening: bool) -> str:
    """The printed words of a leaf, before the first letter of a sentence is made a capital."""
    if leaf.kind is LeafKind.NUMBER:
        return leaf.text + print_number(leaf.value, style, opening and not leaf.text)
    if leaf.kind is LeafKind.MONEY:
        return print_money(leaf.value, style)
    if leaf.kind is LeafKind.PERCENT:
        sign = "%" if style.percent_sign else " per cent" if style.british else " percent"
        return f"{leaf.value:g}{sign}"
    if leaf.kind is LeafKind.TIME:
        assert leaf.when is not None
        return print_time(leaf.when, style)
    if leaf.kind is LeafKind.OPEN:
        return "“" if style.curly else '"'
    mark = "”" if style.curly else '"'
    if leaf.kind is LeafKind.CLOSE:
        outside = leaf.text == "," and style.comma_outside
        return mark if outside else leaf.text + mark
    if leaf.kind is LeafKind.AFTER:
        return "," if style.comma_outside else ""
    text = BRITISH.get(leaf.text, leaf.text) if style.british else leaf.text
    return text if style.curly else text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
