"""What `retold versions` prints."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from retold.interfaces.terminal.story import change_line
from retold.interfaces.terminal.words import line, short
from retold.records.documents import Article
from retold.records.versions import AFTER, BEFORE, History, Revision, Verdict

_STYLE = {Verdict.SILENT: "bold red", Verdict.NOTED: "green", Verdict.REWORDED: "yellow"}


def print_histories(console: Console, histories: Sequence[History]) -> None:
    """Each address with its versions in order of capture, and under each what changed with it."""
    for history in histories:
        console.print()
        many = len(history.versions)
        console.print(line((history.address, "bold"), f"  {many} version{'s' if many != 1 else ''}"))
        by_number = {version.number: version.article for version in history.versions}
        changed = {revision.after: revision for revision in history.revisions}
        for version in history.versions:
            back = f"  the bytes of version {version.again} again" if version.again else ""
            text = line(
                (f"{version.number}  ", "cyan"),
                f"{version.captured or 'time not known'}  ",
                (short(version.article.title or version.article.name, max(24, console.width - 40)), "bold"),
                (back, "dim"),
            )
            text.append(f"\n   {version.article.id}  sha256 {version.capture[:12]}…", style="dim")
            revision = changed.get(version.number)
            if revision is not None:
                text.append(f"\n   {revision.verdict.value}", style=_STYLE.get(revision.verdict, "dim"))
            console.print(text)
            if revision is not None:
                lines = _lines(revision, by_number[revision.before], by_number[revision.after], console.width)
                for part in lines:
                    console.print(Padding(part, (0, 0, 0, 5)))
    console.print()


def _lines(revision: Revision, before: Article, after: Article, width: int) -> list[Text]:
    lines = [line(("note        ", "green"), short(span.of(after.text), width * 2)) for span in revision.notes]
    if revision.title:
        lines.append(line(("headline    ", "magenta"), f"{revision.title.before} → {revision.title.after}"))
    names = {BEFORE: "before", AFTER: "after"}
    ordered = sorted(range(len(revision.changes)), key=lambda n: (n not in revision.grave, n))
    lines += [change_line(revision.changes[n], names, width - 6) for n in ordered]
    for word, spans, article in (("taken out", revision.dropped, before), ("added", revision.added, after)):
        lines += [
            line((f"{word:<12}", "red" if word == "taken out" else "cyan"), short(s.of(article.text), width * 2))
            for s in spans
        ]
    if revision.moved:
        lines.append(line(("moved       ", "dim"), f"{revision.moved} sentence{'s' if revision.moved > 1 else ''}"))
    lines += [line((fact, "dim")) for fact in revision.facts]
    return lines
