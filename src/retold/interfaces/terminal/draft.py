"""A checked draft on a terminal: its claims in their order, each with what the archive has on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from retold.interfaces.drafts import CheckView, DifferenceView, DraftView, Teller
from retold.interfaces.terminal.words import line, short
from retold.records.claims import Finding

_STYLE = {"says": "green", "denies": "red", "doubts": "yellow"}
# Ways on which one statement reached readers that are shown; the claim itself tells them all.
_WAYS = 4
_LABEL = 9
# Lines that a sentence may fill before it is cut.
_LINES = 3

Row = tuple[Text, Text]


def print_draft(console: Console, view: DraftView) -> None:
    """Everything that was found, then one line that sums it up."""
    _print_head(console, view)
    for check in view.checks:
        console.print()
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=_LABEL, no_wrap=True)
        grid.add_column()
        for label, text in _rows(check, console.width):
            grid.add_row(label, text)
        console.print(grid)
    console.print()
    console.print(line((f"{view.name}: ", "bold"), "; ".join(view.counts), "."))
    if not view.dated:
        console.print(line(("Without --published DATE, “on Tuesday” is compared with no date.", "dim")))


def _print_head(console: Console, view: DraftView) -> None:
    report = view.report
    console.print()
    console.print(line((report.draft.title or view.name, "bold")))
    if report.same:
        said = "This very text is in the archive, and is left out of what follows: "
        console.print(line((said, "yellow"), ", ".join(report.same)))
    for near in view.told:
        articles = f"{len(near.articles)} article{'' if len(near.articles) == 1 else 's'}"
        title = short(near.story.title, max(24, console.width - 46))
        console.print(line(("held against  ", "dim"), title, (f"  {articles}, {near.nearness.score:.2f} alike", "dim")))
    if not view.told:
        console.print(line(("No story in this archive is like it.", "yellow")))


def _rows(check: CheckView, width: int) -> Iterator[Row]:
    room = width - _LABEL - 2
    yield line((f"line {check.line}", "cyan")), line((short(check.text, room * _LINES), "bold"))
    for own in check.own:
        yield _label("draft"), line((own.position, _STYLE[own.position]), f" {' → '.join(own.chain)}")
    claim = f"   retold claim {check.handle}" if check.handle else ""
    yield _label("archive"), line((check.archive, "green" if check.known else "yellow"), (claim, "dim"))
    yield from _tellers(check.tellers, room)
    for difference in check.differences:
        yield from _difference(difference, room)
    for one in check.withdrawals:
        yield line(("taken", "red")), line((one.head, "bold red"))
        yield line(("back", "red")), line((f"“{short(one.words, room * _LINES)}”", "dim"))
        yield Text(), line(("still carried by  ", "dim"), short(one.still, room * _LINES))
    yield from _findings((*check.faults, *check.grades), len(check.faults))


def _tellers(tellers: tuple[Teller, ...], room: int) -> Iterator[Row]:
    for teller in tellers[:_WAYS]:
        text = line(short(teller.way, room * _LINES))
        text.append("\n")
        text.append_text(line((f"“{short(teller.words, room * _LINES)}”", "dim")))
        yield line((f"  {teller.position}", _STYLE[teller.position])), text
    if len(tellers) > _WAYS:
        yield Text(), line((f"and {len(tellers) - _WAYS} more ways", "dim"))


def _difference(difference: DifferenceView, room: int) -> Iterator[Row]:
    if not difference.here:
        yield line(("disputed", "red")), line(("somebody in the archive says otherwise", "red"))
        return
    yield line(("differs", "red")), line(("draft    ", "dim"), (short(difference.here, room), "bold red"))
    yield Text(), line(("archive  ", "dim"), (short(difference.there, room), "bold red"))
    yield from _tellers(difference.tellers, room)


def _findings(found: Iterable[Finding], faults: int) -> Iterator[Row]:
    for number, finding in enumerate(found):
        style = "yellow" if number < faults else "dim"
        yield line(("rule", "dim")), line((finding.rule, style), f"  {finding.message}")


def _label(words: str) -> Text:
    return line((words, "dim"))
