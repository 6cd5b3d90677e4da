"""What the reading commands print."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from retold.interfaces.chronology import Moment
from retold.interfaces.clocks import clock_words
from retold.interfaces.comparison import Comparison
from retold.interfaces.library import Listed
from retold.interfaces.terminal.story import (
    change_line,
    check_lines,
    dispute_lines,
    judged_lines,
    origin_lines,
    telling_lines,
    variant_lines,
    voice_lines,
    withdrawal_lines,
)
from retold.interfaces.terminal.words import line, short, wrapped
from retold.interfaces.views import ClaimView, StoryView, origin_words
from retold.records.collation import Fate
from retold.store.contract import Hit

# A column narrower than this breaks nearly every line of a sentence.
_COLUMN = 28
_POSITION_STYLE = {"denies": "red", "doubts": "yellow"}


def print_stories(console: Console, rows: Sequence[Listed]) -> None:
    """The list of stories."""
    if not rows:
        console.print("No stories yet. Read some articles: retold read PATH")
        return
    table = Table(box=box.SIMPLE, pad_edge=False)
    for name, justify in (
        ("#", "right"),
        ("story", "left"),
        ("first", "left"),
        ("articles", "right"),
        ("outlets", "right"),
    ):
        table.add_column(name, justify="right" if justify == "right" else "left", no_wrap=name != "story")
    table.add_column("disputes", justify="right", no_wrap=True)
    for row in rows:
        told = row.summary
        title = line(short(told.title, 90), (f"  {told.id}", "dim"))
        counts = (str(told.articles), str(told.outlets), str(told.disputes) if told.disputes else "")
        table.add_row(line((str(row.number), "cyan")), title, told.first[:10], *counts)
    console.print(table)


def print_story(console: Console, view: StoryView, number: int) -> None:
    """A story, whole; `number` is its place in the list."""
    width = console.width
    console.print()
    console.print(line((view.title, "bold")))
    console.print(line((f"story {view.id}", "dim")))
    if view.judged:
        console.print(judged_lines(view.judged, console.width)[1:])
    _part(console, "Tellings", telling_lines(view.tellings, width))
    _part(console, "Who said what", voice_lines(view.voices, width, dated=True))
    _part(console, "Disputed", dispute_lines(view.disputes, width, number))
    _part(console, "Withdrawn", withdrawal_lines(view.withdrawals, width))
    _part(console, "Sums and changes, worked out", check_lines(view.checks, width))
    _part(console, "Where the tellings differ", variant_lines(view, width, len(view.places)))
    _part(console, "Claims and their origins in this corpus", origin_lines(view.claims, view.id, number, width))
    console.print()


def print_claims(console: Console, view: StoryView, number: int) -> None:
    """A story's claims."""
    _part(console, view.title, origin_lines(view.claims, view.id, number, console.width))
    console.print(
        line(("\nOne of them whole: ", "dim"), f"retold claim {view.claims[0].claim.id}" if view.claims else "")
    )


def print_disputes(console: Console, view: StoryView, number: int) -> None:
    """A story's disputes."""
    if not view.disputes:
        console.print("Nothing in this story is disputed.")
        return
    _part(console, view.title, dispute_lines(view.disputes, console.width, number))


def print_claim(console: Console, view: ClaimView, story: StoryView) -> None:
    """A claim: each place where it stands, its chain, its roots, its disputes, what the desks' rules say."""
    claim = view.claim
    console.print()
    console.print(line((claim.text, "bold")))
    console.print(line((f"{claim.id}   ", "dim"), (origin_words(claim), "green"), ("   found in this corpus", "dim")))
    for note in view.notes:
        console.print(line((note, "dim")))
    lines = []
    for number, carried in enumerate(view.carried, 1):
        chain = " → ".join((*carried.chain, carried.outlet))
        place = f"{carried.pointer.article} [{carried.pointer.span.start}:{carried.pointer.span.end}]"
        text = line((f":{number} ", "cyan"), (carried.position, _POSITION_STYLE.get(carried.position, "green")))
        text.append_text(line(f"  {chain}"))
        text.append(f"\n    “{short(carried.words, console.width - 8)}”")
        for row in wrapped(clock_words(carried.clocks), console.width - 8):
            text.append(f"\n    {row}", style="dim")
        text.append(f"\n    {place}", style="dim")
        lines.append(text)
    _part(console, "Where it stands", lines)
    roots = [
        line((root.name, "bold"), f" ({root.kind}{'' if root.sure else ', unsure'})", (f"  {root.reason}", "dim"))
        for root in claim.origins.roots
    ]
    _part(console, "Its origins", roots)
    words = {c.claim.id: c.claim.text for c in story.claims}
    disputes = []
    for dispute in view.disputes:
        other = dispute.b if dispute.a == claim.id else dispute.a
        against = "" if other == claim.id else f" against {other}: {words.get(other, '')}"
        disputes.append(
            line((f"{dispute.why.value}:", "red"), f" {short(f'{against} {dispute.detail}', console.width * 2)}")
        )
    _part(console, "Disputed", disputes)
    _part(console, "Withdrawn", withdrawal_lines(view.withdrawals, console.width))
    findings = [line((f.rule, "yellow"), f"  {f.message}", (f"  {f.source}", "dim")) for f in claim.findings]
    _part(console, "What the desks' rules say", findings)
    judged = judged_lines(view.judged, console.width)
    if judged:
        console.print(line(("\nWhat people judged", "bold")), judged, sep="")
    console.print()


def print_timeline(console: Console, moments: Sequence[Moment]) -> None:
    """Times in order."""
    if not moments:
        console.print("No times that a calendar knows are named in this story.")
    for moment in moments:
        many = f" ({len(moment.where)} places)" if len(moment.where) > 1 else ""
        clock = "" if moment.clock == "named" else f"  {moment.clock}"
        text = line(
            (f"{moment.when:<14}", "bold"), (f" {moment.expression}", "cyan"), (many, "dim"), (clock, "magenta")
        )
        text.append(f"\n    {short(moment.sentence, console.width - 6)}")
        console.print(text)


def print_hits(console: Console, hits: Sequence[Hit]) -> None:
    """Search results."""
    if not hits:
        console.print("Nothing found. All words must occur in one article; fewer words find more.")
    for hit in hits:
        console.print(line((hit.title, "bold"), (f"  {hit.outlet or ''}  {hit.article}", "dim")))
        text = Text("    ")
        begun = 0
        for mark in hit.marks:
            text.append_text(line(hit.snippet[begun : mark.start], (mark.of(hit.snippet), "black on yellow")))
            begun = mark.end
        text.append_text(line(hit.snippet[begun:]))
        console.print(text)


def print_collation(console: Console, compared: Comparison) -> None:
    """Rows side by side where there is room, else one below the other; then the changes."""
    columns = len(compared.collation.articles)
    if columns * _COLUMN + 10 <= console.width:
        _print_table(console, compared)
    else:
        _print_stacked(console, compared)
    changes = [change_line(c, dict(compared.names), console.width) for c in compared.collation.changes]
    _part(console, "Changes", changes)


def _print_table(console: Console, compared: Comparison) -> None:
    collation = compared.collation
    table = Table(box=box.SIMPLE_HEAVY, show_lines=True, expand=True)
    table.add_column("", width=8)
    for column in compared.order:
        name = compared.names[collation.articles[column]]
        table.add_column(line(short(name, 40)), ratio=1, overflow="fold")
    for index, row in enumerate(collation.rows):
        cells = [line(compared.words(row, column)) for column in compared.order]
        table.add_row(_fate(compared, index, "\n"), *cells)
    console.print(table)


def _print_stacked(console: Console, compared: Comparison) -> None:
    """Each row once, with every wording and the tellings that have it."""
    collation = compared.collation
    for index, row in enumerate(collation.rows):
        console.print(_fate(compared, index, ", "))
        for words, names, _ in compared.wordings(row):
            console.print(Padding(line((", ".join(names), "dim"), f"  {words}"), (0, 0, 0, 2)))


def _fate(compared: Comparison, index: int, between: str) -> Text:
    fate = compared.collation.rows[index].fate
    moved = any(move.row == index for move in compared.collation.moves)
    words = fate.value + (f"{between}moved" if moved else "")
    return Text(words, style="dim" if fate is Fate.KEPT and not moved else "yellow")


def _part(console: Console, title: str, lines: Sequence[Text]) -> None:
    if not lines:
        return
    console.print()
    console.print(line((title, "bold")))
    for text in lines:
        console.print(Padding(text, (0, 0, 0, 2)))
