"""In which words a planted time is written, seen from the day of publication.

In: a day, month or year and the date of the article. Out: a `When` whose form a careful reader resolves to that time.
"""

from __future__ import annotations

import datetime
import random
from dataclasses import replace

from retold.planted.trees import When

_ON = {"weekday", "date", "full"}
_IN = {"month", "month-year", "year"}


def choose_form(day: datetime.date, grain: str, published: datetime.date, rng: random.Random, bare: bool) -> When:
    """One of the forms that mean this time on that date; `bare` asks for one that stands without a preposition."""
    if grain == "year":
        forms = ["year"]
        if not bare and day.year == published.year - 1:
            forms.append("last-year")
        if not bare and day.year == published.year:
            forms = ["this-year", "year"]
    elif grain == "month":
        forms = ["month-year"]
        back = (published.year - day.year) * 12 + published.month - day.month
        if not bare and back == 1:
            forms = ["last-month", "month"]
        elif not bare and back == 0:
            forms = ["this-month", "earlier-this-month"]
        elif not bare and 1 < back < 10:
            forms = ["month", "month-year"]
    else:
        back = (published - day).days
        forms = ["full"] if bare else ["date", "full"]
        if 0 <= back < 6:
            forms = ["weekday"] if bare else ["weekday", "weekday", "weekday", "date"]
        if back == 1 and not bare:
            forms.append("yesterday")
        if back > 200:
            forms = ["full"]
    return When(day, grain, rng.choice(forms))


def preposition(when: When) -> str:
    """The word before it, with its space."""
    return "on " if when.form in _ON else "in " if when.form in _IN else ""


def carry_over(when: When, published: datetime.date) -> When:
    """The same time in an article of another day: forms that only held on the first day are replaced."""
    back = (published - when.day).days
    if (when.form == "yesterday" and back != 1) or (when.form == "weekday" and back > 6):
        return replace(when, form="weekday" if back < 6 else "full")
    months = (published.year - when.day.year) * 12 + published.month - when.day.month
    if months != {"last-month": 1, "this-month": 0, "earlier-this-month": 0}.get(when.form, months):
        return replace(when, form="month-year")
    years = published.year - when.day.year
    if years != {"last-year": 1, "this-year": 0}.get(when.form, years):
        return replace(when, form="year")
    return when
