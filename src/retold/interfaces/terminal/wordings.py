"""The table of wordings for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from retold.collation import Substitution
from retold.interfaces.terminal.words import line, plain, short
from retold.interfaces.wordings import Find, around
from retold.records.spans import Pointer

_KIND_STYLE = {"loaded": "red", "hedging": "magenta", "attribution": "yellow"}


def print_wordings(console: Console, lines: Sequence[Substitution], article: Find, places: int) -> None:
    """Two lines for each: what the outlet prints where the other prints another word, and how often; then places."""
    if not lines:
        console.print("No such choice of words: outlets that tell one story in the same words differ in none.")
        return
    for row in lines:
        times = row.count + row.reverse
        console.print(
            line(
                (row.word, "bold"),
                f" {short(row.outlet, 40)}",
                (" / ", "dim"),
                (row.other_word, "bold"),
                f" {short(row.other_outlet, 40)}",
                (f"  {row.kind.value}", _KIND_STYLE.get(row.kind.value, "cyan")),
            )
        )
        text = f"    {row.count} of {times} {'place' if times == 1 else 'places'}"
        console.print(line((f"{text}; share {row.share:.2f} (95%: {row.low:.2f} to {row.high:.2f})", "dim")))
        for place in row.places[:places]:
            for pointer in (place.chosen, place.against):
                _print_place(console, pointer, article)
    console.print(line((f"{len(lines)} {'line' if len(lines) == 1 else 'lines'}; all places: --json", "dim")))


def _print_place(console: Console, pointer: Pointer, article: Find) -> None:
    before, words, after = around(pointer, article)
    where = f"  {plain(pointer.article)} [{pointer.span.start}:{pointer.span.end}]"
    room = max(8, (console.width - 6 - len(words) - len(where)) // 2)
    before = before if len(before) <= room else "…" + before[-room:].partition(" ")[2]
    text = line("    ", before, (words, "bold underline"), after if len(after) <= room else short(after, room))
    if len(after) > room and after[:1] == " ":
        text = line("    ", before, (words, "bold underline"), " " + short(after, room))
    text.append(where, style="dim")
    console.print(text, soft_wrap=True)
