"""The digest that `retold read` ends with: what a person wants to know first, on a screen or two."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from retold.interfaces.library import Library
from retold.interfaces.terminal.story import dispute_lines, origin_lines, variant_lines, voice_lines, withdrawal_lines
from retold.interfaces.terminal.words import line, short
from retold.interfaces.views import StoryView

# Stories told at length, and rows in each of their parts; the rest is one command away and the digest says which.
_STORIES = 3
_ROWS = 5
_TITLES = 12


def print_digest(console: Console, library: Library) -> None:
    """Print what the store now holds, the stories told by most articles first."""
    listed = library.listed
    if not listed:
        console.print("No stories: nothing could be read.")
        return
    told = [row for row in listed if row.summary.articles > 1] or list(listed[:1])
    articles = sum(row.summary.articles for row in listed)
    disputes = sum(row.summary.disputes for row in listed)
    console.print()
    console.print(
        line(
            ("Retold", "bold"),
            f"  {len(listed)} {_plural(len(listed), 'story', 'stories')} in {articles} "
            f"{_plural(articles, 'telling', 'tellings')}; {disputes} {_plural(disputes, 'dispute', 'disputes')}",
        )
    )
    for row in told[:_STORIES]:
        print_summary(console, library.view(row.id), row.number)
    rest = [row for row in listed if row not in told[:_STORIES]]
    if rest:
        console.print()
        console.print(line(("More stories", "bold")))
        for row in rest[:_TITLES]:
            count = f"  {row.summary.articles} {_plural(row.summary.articles, 'article', 'articles')}"
            title = short(row.summary.title, console.width - 24)
            console.print(line((f"  {row.number:>3}  ", "cyan"), title, (count, "dim")))
        if len(rest) > _TITLES:
            console.print(line((f"       and {len(rest) - _TITLES} more: retold stories", "dim")))
    console.print()


def print_summary(console: Console, view: StoryView, number: int) -> None:
    """One story in the digest."""
    console.print()
    console.print(Rule(line((f"{number} ", "cyan"), (short(view.title, console.width - 8), "bold")), align="left"))
    dates = sorted({telling.published[:10] for telling in view.tellings if telling.dated})
    when = " to ".join(dict.fromkeys((dates[0], dates[-1]))) if dates else "date unknown"
    articles = f"{len(view.tellings)} {_plural(len(view.tellings), 'article', 'articles')}"
    tellers = f"{articles}, {view.outlets} {_plural(view.outlets, 'outlet', 'outlets')}, {when}"
    console.print(line((tellers, "dim")))
    outlets = ", ".join(dict.fromkeys(telling.outlet for telling in view.tellings))
    console.print(line((short(outlets, console.width - 2), "dim")))
    _part(console, "Who said what", voice_lines(view.voices[:_ROWS], console.width), len(view.voices), number, "story")
    _part(
        console, "Disputed", dispute_lines(view.disputes[:_ROWS], console.width), len(view.disputes), number, "disputes"
    )
    taken_back = withdrawal_lines(view.withdrawals[:_ROWS], console.width, places=False)
    _part(console, "Withdrawn", taken_back, len(view.withdrawals), number, "story")
    _part(
        console,
        "Where the tellings differ",
        variant_lines(view, console.width, _ROWS),
        len(view.places),
        number,
        "collate",
    )
    retold_claims = [claim for claim in view.claims if claim.claim.origins.retellings > 1]
    retold_claims.sort(key=lambda claim: -claim.claim.origins.retellings)
    shown = origin_lines(retold_claims[:_ROWS], view.id, number, console.width)
    _part(console, "Origins found in this corpus", shown, len(retold_claims), number, "claims")


def _part(console: Console, title: str, lines: list[Text], total: int, number: int, command: str) -> None:
    if not lines:
        return
    console.print()
    console.print(line((title, "bold")))
    for text in lines:
        console.print(Padding(text, (0, 0, 0, 2)))
    if total > _ROWS:
        console.print(line((f"  {total - _ROWS} more: retold {command} {number}", "dim")))


def _plural(count: int, one: str, many: str) -> str:
    return one if count == 1 else many
