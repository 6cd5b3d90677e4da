"""An actor for a terminal: who it is, what changed, and what it said by date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from retold.interfaces.changing import Changed
from retold.interfaces.library import Listed
from retold.interfaces.profiles import Form, Namesake, Profile, Statement
from retold.interfaces.terminal.story import STANCE_STYLE
from retold.interfaces.terminal.words import line, short

# Offices, spellings and chains shown; JSON holds them all.
_FORMS = 6
_CHAINS = 4
_VERB_STYLE = {"denied": "red", "admitted": "yellow"}


def print_profiles(console: Console, profiles: Sequence[Profile], stories: Mapping[str, Listed], limit: int) -> None:
    """Everybody whom a name may mean, one after the other."""
    if len(profiles) > 1:
        names = ", ".join(f"{p.name} ({_roles(p) or p.type})" for p in profiles)
        console.print()
        console.print(line((f"{len(profiles)} here answer to that name: ", "yellow"), names))
    for profile in profiles:
        _print_profile(console, profile, stories, limit)
    console.print()


def _print_profile(console: Console, profile: Profile, stories: Mapping[str, Listed], limit: int) -> None:
    width = console.width
    console.print()
    console.rule(
        line((profile.name, "bold"), ("  " + (_roles(profile) or profile.type), "")), align="left", style="dim"
    )
    console.print(line((_counts(profile), "dim")))
    numbered = sorted((stories[s].number, s) for s in profile.stories if s in stories)
    for number, story in numbered[:_FORMS]:
        console.print(line((f"{number} ", "cyan"), short(stories[story].summary.title, width - 6)))
    if len(numbered) > _FORMS:
        console.print(line((f"and {len(numbered) - _FORMS} more stories", "dim")))
    _part(console, "Offices, as the articles state them", _form_lines(profile.offices, width))
    _part(console, "Written", _spellings(profile.spellings))
    _part(console, "Heard through", _channels(profile))
    _part(console, "Said otherwise later", _changed([c for c in profile.changes if c.over_time], width))
    _part(console, "Told differently", _changed([c for c in profile.changes if not c.over_time], width))
    _part(console, "Said, by date", _statement_lines(profile.statements, stories, width, limit))
    _part(console, "Others of that name", _others(profile.others, width))


def _counts(profile: Profile) -> str:
    many = (
        _many(len(profile.statements), "statement"),
        f"in {_many(len(profile.articles), 'article')}",
        f"of {_many(len(profile.outlets), 'outlet')}",
    )
    unsure = f"; {len(profile.unsure)} more that may be somebody else" if profile.unsure else ""
    return f"{profile.type} · {' '.join(many)}{unsure}"


def _roles(profile: Profile) -> str:
    return profile.offices[0].words if profile.offices else ""


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _form_lines(forms: Sequence[Form], width: int) -> list[Text]:
    lines = []
    for form in forms[:_FORMS]:
        since = f", from {form.first[:10]}" if form.first else ""
        office = short(form.words, width // 2)
        told = f"{_many(len(form.articles), 'article')}{since}: {', '.join(form.outlets)}"
        lines.append(line(office, (f"  {short(told, width - len(office) - 6)}", "dim")))
    return lines


def _spellings(forms: Sequence[Form]) -> list[Text]:
    return [line(", ".join(f"{form.words} ({len(form.articles)})" for form in forms[:12]))] if forms else []


def _channels(profile: Profile) -> list[Text]:
    """Through whom the words came: how often straight to an outlet, and which relays brought them."""
    told = [t for statement in profile.statements for t in statement.told]
    direct = Counter(t.outlet for t in told if not t.relays)
    relayed = Counter((" → ".join(t.relays), t.outlet) for t in told if t.relays)
    lines = []
    if direct:
        names = ", ".join(f"{name} ({n})" for name, n in sorted(direct.items(), key=lambda item: (-item[1], item[0])))
        lines.append(line(("no relay named: ", "dim"), names))
    through: dict[str, list[str]] = {}
    for (relay, outlet), n in sorted(relayed.items()):
        through.setdefault(relay, []).append(f"{outlet} ({n})")
    lines += [line((f"{relay} ", "yellow"), f"→ {', '.join(outlets)}") for relay, outlets in through.items()]
    return lines


def _changed(changes: Iterable[Changed], width: int) -> list[Text]:
    lines = []
    for change in changes:
        text = line((short(change.detail or change.why, width - 8), "red"))
        for saying in (change.before, change.after):
            when = day_words(saying.when) if saying.when else _by(saying.by)
            text.append(f"\n  {when}", style="dim")
            text.append(f"\n    {saying.verb} ", style=_VERB_STYLE.get(saying.verb, "green"))
            text.append(short(saying.words, 2 * width - 24))
            text.append(f"\n      → {short(', '.join(saying.outlets), width - 12)}", style="dim")
        lines.append(text)
    return lines


def _statement_lines(
    statements: Sequence[Statement], stories: Mapping[str, Listed], width: int, limit: int
) -> list[Text]:
    """Statements under the days on which they were said; beyond `limit`, those of most articles."""
    kept = sorted(statements, key=lambda s: -len(s.told))[:limit]
    lines: list[Text] = []
    heading = ""
    for statement in statements:
        if statement not in kept:
            continue
        when = _when(statement)
        if when != heading:
            lines.append(line((when, "bold cyan")))
            heading = when
        lines.append(_statement(statement, stories, width))
    if len(statements) > limit:
        lines.append(
            line((f"{len(statements) - limit} more, told by fewer articles: --limit {len(statements)}", "dim"))
        )
    return lines


def _statement(statement: Statement, stories: Mapping[str, Listed], width: int) -> Text:
    text = Text("  ")
    if statement.stance != "assert":
        text.append(f"{statement.stance} ", style=STANCE_STYLE.get(statement.stance, "cyan"))
    text.append(short(statement.words, 2 * width - 16))
    if not statement.sure:
        text.append(f"\n      unsure: {short(statement.told[0].doubt, width - 16)}", style="yellow")
    chains: dict[str, dict[str, None]] = {}
    for told in statement.told:
        chains.setdefault(" → ".join(told.relays), {})[told.outlet] = None
    for relays, outlets in list(chains.items())[:_CHAINS]:
        via = f"{relays} → " if relays else ""
        text.append(f"\n      → {short(via + ', '.join(outlets), width - 12)}", style="dim")
    first = statement.told[0].where[0]
    row = stories.get(statement.story)
    place = f"{first.article} [{first.span.start}:{first.span.end}]"
    claims = [claim.removeprefix(f"{statement.story}.") for claim in statement.claims[:1]]
    more = [f"retold claim {row.number}.{claim}" if row else "" for claim in claims]
    text.append(f"\n      {'  '.join([place, *more])}", style="dim")
    return text


def _when(statement: Statement) -> str:
    if len(statement.said) > 1:
        return "the tellings give several days: " + ", ".join(day_words(day) for day in statement.said)
    return day_words(statement.said[0]) if statement.said else _by(statement.by)


def _by(published: str | None) -> str:
    return f"by {day_words(published[:10])}, day not stated" if published else "day unknown"


def day_words(edtf: str) -> str:
    """An EDTF value with the weekday before a full date."""
    try:
        return f"{edtf}, {date.fromisoformat(edtf[:10]):%A}"
    except ValueError:
        return edtf


def _others(others: Iterable[Namesake], width: int) -> list[Text]:
    lines = []
    for other in others:
        roles = f", {', '.join(other.roles)}" if other.roles else ""
        verdict = f"may be the same: {other.same}" if other.same else "somebody else"
        head = line((other.name, "bold"), f" ({other.type}{roles}; {_many(other.articles, 'article')})")
        head.append(f"\n    {short(verdict, width - 8)}", style="yellow" if other.same else "dim")
        lines.append(head)
    return lines


def _part(console: Console, title: str, lines: Sequence[Text]) -> None:
    if lines:
        console.print()
        console.print(line((title, "bold")))
        for text in lines:
            console.print(Padding(text, (0, 0, 0, 2)))
