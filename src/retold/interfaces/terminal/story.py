"""The parts of a story as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from retold.interfaces.judged import deed_words
from retold.interfaces.terminal.words import line, plain, short
from retold.interfaces.views import Checked, ClaimView, DisputeView, StoryView, Telling, Voice, origin_words
from retold.interfaces.withdrawals import WithdrawalView
from retold.records.collation import Change
from retold.records.judgements import Judgement

STANCE_STYLE = {"deny": "red", "admit": "yellow", "accuse": "magenta", "demand": "magenta", "predict": "blue"}
_POSITION_STYLE = {"says": "green", "denies": "red", "doubts": "yellow"}
# Chains shown for each side of a dispute; the claim itself tells them all.
_CARRIERS = 3
# A person's reason is shown at more length than the words of articles: it is nowhere else to be read.
_REASON_LINES = 4
_KIND_STYLE = {"loaded": "red", "quotation": "magenta", "attribution": "yellow", "number": "blue", "date": "blue"}


def telling_lines(tellings: Iterable[Telling], width: int) -> list[Text]:
    """Two lines a telling: when, which outlet, its headline; its id, and whom it copied."""
    lines = []
    for telling in tellings:
        date = f"{telling.published}{' (inferred)' if telling.inferred else ''}"
        room = width - len(date) - len(telling.outlet) - 10
        lines.append(line((f"{date}  ", "dim"), (telling.outlet, "bold"), f"  {short(telling.title, max(24, room))}"))
        lines.append(
            line(
                (f"    {telling.article}", "dim"),
                (f"  {telling.copied}" if telling.copied else "", "yellow"),
                (f"  {telling.extent}" if telling.extent else "", "magenta"),
                (f"  {telling.versions_words}" if telling.versions_words else "", "red" if telling.silently else "dim"),
            )
        )
        lines.extend(line((f"      {reason}", "dim")) for reason in telling.why)
    return lines


def voice_lines(voices: Iterable[Voice], width: int, *, dated: bool = False) -> list[Text]:
    """One line a statement: the speaker, through whom, the stance where it is not a plain assertion, the words.

    With `dated` the day of saying too, where an article gives it.
    """
    lines = []
    for voice in voices:
        via = f" via {', '.join(voice.relays)}" if voice.relays else ""
        many = f" ({len(voice.where)} articles)" if len(voice.where) > 1 else ""
        head = short(f"{voice.speaker}{via}", width // 2)
        text = line((head, "bold"), (many, "dim"))
        if voice.stance != "assert":
            text.append(f" {voice.stance}", style=STANCE_STYLE.get(voice.stance, "cyan"))
        if dated and voice.said:
            text.append(f"  said {' or '.join(voice.said)}", style="dim")
        text.append(f"\n    {short(voice.words, width - 8)}")
        lines.append(text)
    return lines


def dispute_lines(disputes: Iterable[DisputeView], width: int, number: int = 0) -> list[Text]:
    """A few lines a dispute: each side with who carries it, why the two cannot both hold.

    With the `number` of their story, the name of each by which it is judged.
    """
    lines = []
    for dispute in disputes:
        text = Text()
        for side in dispute.sides:
            text.append(f"{side.position:<7}", style=_POSITION_STYLE[side.position])
            text.append_text(line((short(side.words, width - 14), "bold")))
            for carrier in side.carriers[:_CARRIERS]:
                text.append(f"\n       {short(carrier, width - 14)}")
            text.append("\n")
        text.append_text(
            line((f"{dispute.dispute.why.value}: ", "red"), (short(dispute.dispute.detail, width - 16), "dim"))
        )
        if number:
            text.append(f"\n{number}.{dispute.name.partition('.')[2]}", style="cyan")
        text.append_text(judged_lines(dispute.judged, width))
        lines.append(text)
    return lines


def check_lines(checks: Iterable[Checked], width: int) -> list[Text]:
    """Two lines a sum: whether it agrees and how, and the words with the outlets that have them."""
    lines = []
    for checked in checks:
        verdict = ("agrees  ", "green") if checked.agrees else ("does not agree  ", "red")
        text = line(verdict, short(checked.detail, width - 20))
        text.append(f"\n    “{short(checked.words, width - 12)}”")
        text.append(f"\n    {short(', '.join(checked.outlets), width - 12)}", style="dim")
        lines.append(text)
    return lines


def withdrawal_lines(withdrawals: Iterable[WithdrawalView], width: int, *, places: bool = True) -> list[Text]:
    """Lines of each withdrawal: who took it back and when, the words, where they stand, and who still carries it."""
    lines = []
    for one in withdrawals:
        text = line((one.head, "bold red"))
        text.append(f"\n    “{short(one.words, width - 8)}”")
        if places:
            text.append(f"\n    {short(one.places, width - 8)}", style="dim")
        if one.claim:
            text.append("\n    still carried by  ", style="dim")
            text.append_text(line(short(one.still, width * 2)))
        lines.append(text)
    return lines


def variant_lines(view: StoryView, width: int, most: int) -> list[Text]:
    """One line a place of variation: its class, and each wording with the outlets that have it."""
    outlets = {telling.article: telling.outlet for telling in view.tellings}
    return [change_line(change, outlets, width) for change in view.places[:most]]


def change_line(change: Change, outlets: dict[str, str], width: int) -> Text:
    """One change: class and detail, then "wording" (outlets) for each wording."""
    wordings: dict[str, list[str]] = {}
    for reading in change.readings:
        wordings.setdefault(" ".join(reading.text.split()), []).append(outlets[reading.article])
    text = line((f"{change.kind.value:<11} ", _KIND_STYLE.get(change.kind.value, "cyan")))
    room = max(12, (width - 20) // max(1, len(wordings)) - 16)
    for place, (words, tellers) in enumerate(wordings.items()):
        text.append(" / " if place else "")
        text.append_text(line((short(words, room) or "(nothing)", "bold"), (f" {_few(tellers)}", "dim")))
    # Some details only repeat the wordings.
    if change.detail and not all(words in change.detail for words in wordings):
        text.append(f"  {short(change.detail, 40)}", style="italic dim")
    return text


def origin_lines(claims: Sequence[ClaimView], story: str, number: int, width: int) -> list[Text]:
    """Two lines a claim: its words, and how many articles, speakers and observers it comes from."""
    lines = []
    for claim in claims:
        local = claim.claim.id.removeprefix(f"{story}.")
        text = line((f"{number}.{local} ", "cyan"), short(claim.claim.text, width - 20))
        text.append(f"\n    {origin_words(claim.claim)}", style="green")
        for note in claim.notes:
            text.append(f"\n    {plain(note)}", style="dim")
        text.append_text(judged_lines(claim.judged, width))
        lines.append(text)
    return lines


def judged_lines(judged: Iterable[Judgement], width: int) -> Text:
    """One line a judgement, each after a line break: who, when, what was done, why."""
    text = Text()
    for judgement in judged:
        why = f": {judgement.reason}" if judgement.reason else ""
        said = f"{judgement.who} {deed_words(judgement)}{why}"
        text.append(f"\n    {judgement.id} ", style="magenta")
        text.append_text(line(short(said, width * _REASON_LINES), (f"  {judgement.at[:10]}", "dim")))
    return text


def _few(outlets: Sequence[str]) -> str:
    names = list(dict.fromkeys(outlets))
    return names[0] if len(names) == 1 else f"{names[0]} +{len(names) - 1}"
