"""What the commands print of judgements, and of what became of stories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from retold.interfaces.judged import IN_FORCE, UNDONE, Ruling, deed_words
from retold.interfaces.terminal.words import line, short
from retold.interfaces.views import origin_words
from retold.records.judgements import Judgement
from retold.records.stories import StoryChange

if TYPE_CHECKING:
    from retold.interfaces.desk import Entered

# Places shown of a judgement; --json has them all.
_PLACES = 3


def print_rulings(console: Console, rulings: Sequence[Ruling]) -> None:
    """All judgements in order, each with how it stands."""
    if not rulings:
        console.print("Nobody has judged anything yet. For instance: retold judge note CLAIM --reason …")
    for ruling in rulings:
        console.print(_head(ruling.judgement, "dim strike" if ruling.standing == UNDONE else "bold"), end="")
        standing = f"undone by {ruling.undone_by}" if ruling.undone_by else ruling.standing
        style = {IN_FORCE: "green", UNDONE: "dim"}.get(ruling.standing, "yellow")
        console.print(line(("  ", ""), (standing, style)))
        for lost in ruling.lost:
            console.print(line((f"    {short(lost, console.width - 6)}", "yellow")))
        places = [place for side in ruling.judgement.sides for place in side]
        for place in places[:_PLACES]:
            at = f"{place.pointer.article} [{place.pointer.span.start}:{place.pointer.span.end}]"
            room = max(20, console.width - len(at) - 10)
            console.print(line(f"    “{short(place.words, room)}” ", (at, "dim")))
        if len(places) > _PLACES:
            console.print(line((f"    and {len(places) - _PLACES} more places", "dim")))


def print_entered(console: Console, entered: Entered) -> None:
    """What was just judged, how to take it back, and what it changed."""
    decision = entered.decision
    for judgement in decision.judgements:
        console.print(_head(judgement, "bold"))
    if entered.before != entered.now:
        for when, claims in (("before", entered.before), ("now", entered.now)):
            for claim in claims:
                words = short(claim.text, max(20, console.width - 20))
                console.print(line((f"    {when:<7} ", "dim"), words))
                console.print(line(("            ", ""), (origin_words(claim), "green"), (f"  {claim.id}", "dim")))
    for change in decision.changes:
        console.print(line((f"    {change.kind.value} ", "dim"), _ids(change)))
    for judgement in decision.judgements:
        again = "bring it back" if judgement.undoes else "take it back"
        console.print(line((f"    {again}: ", "dim"), f"retold judge undo {judgement.id}"))


def _ids(change: StoryChange) -> str:
    return f"{', '.join(change.before)} → {', '.join(change.after)}"


def print_changes(console: Console, changes: Sequence[StoryChange]) -> None:
    """What became of stories from run to run."""
    if not changes:
        console.print("No story has merged, split or changed its id since the first run.")
    for change in changes:
        ids = _ids(change)
        by = f"  by {change.cause}" if change.cause else ""
        console.print(line((f"{change.at[:16] or 'no time'}  ", "dim"), (change.kind.value, "bold"), f" {ids}{by}"))
        console.print(line((f"    {short(change.reason, console.width * 2)}", "dim")))


def _head(judgement: Judgement, style: str) -> Text:
    why = f": {judgement.reason}" if judgement.reason else ""
    parts = ((f"{judgement.id}  ", "cyan"), (f"{judgement.at[:16]}  ", "dim"))
    return line(*parts, f"{judgement.who} ", (deed_words(judgement), style), why)
