"""The small language that the banks of prose are written in.

In: a template. Out: its parts, ready to be expanded with a seeded choice.

    (a|b|c)          one of these; (a) is there or not
    {town} {town.x}  an actor of the cast, in a form
    {#dead people}   a number of the story, with the noun it counts; {$cost} money; {%share} a percentage
    {@day}           a time of the story
    {?would|will}    the first after a verb of saying, the second in the outlet's own voice
    <a|b:loaded>     written as a here; a copier may write b, which is a change of that class
    ^                a place for a hedge
    *said*           the cue; [...] the content; {S} {C} {Q} {R} {T} {A} what a frame is filled with

Everything else stands for itself. Quotation marks are curly here; the house style decides what is printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to be filled: the sigil (`#`, `$`, `%`, `@` or empty), a name, and what follows it."""

    sigil: str
    name: str
    rest: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences."""

    options: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Words, and other words that a copier may write."""

    words: str
    other: str
    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that tie source and content."""

    words: str


@dataclass(frozen=True, slots=True)
class Content:
    """The attributed words, where a template writes them itself."""

    parts: Template


@dataclass(frozen=True, slots=True)
class Hedge:
    """A place where a hedge may be put."""


Part = str | Slot | Choice | Pair | Cue | Content | Hedge
Template = tuple[Part, ...]

_SPECIAL = "({<*[^"


@lru_cache(maxsize=8192)
def parse(template: str) -> Template:
    """The parts of a template; raises ValueError where a bracket is not closed."""
    parts, position = _sequence(template, 0, "")
    if position != len(template):
        raise ValueError(f"unbalanced template at {position}: {template!r}")
    return parts


def _sequence(template: str, position: int, closers: str) -> tuple[Template, int]:
    parts: list[Part] = []
    start = position
    while position < len(template) and template[position] not in closers:
        character = template[position]
        if character not in _SPECIAL:
            position += 1
            continue
        if position > start:
            parts.append(template[start:position])
        part, position = _special(template, position)
        parts.append(part)
        start = position
    if position > start:
        parts.append(template[start:position])
    return tuple(parts), position


def _special(template: str, position: int) -> tuple[Part, int]:
    character = template[position]
    if character == "^":
        return Hedge(), position + 1
    if character == "(":
        return _choice(template, position + 1)
    if character == "[":
        parts, end = _sequence(template, position + 1, "]")
        return Content(parts), _closed(template, end, "]")
    closer = {"{": "}", "<": ">", "*": "*"}[character]
    end = template.find(closer, position + 1)
    inner = template[position + 1 : _closed(template, end, closer) - 1]
    if character == "*":
        return Cue(inner), end + 1
    if character == "<":
        words, _, kind = inner.rpartition(":")
        kind, _, detail = kind.partition("=")
        first, _, other = words.partition("|")
        return Pair(first, other, kind, detail), end + 1
    return _slot(inner), end + 1


def _choice(template: str, position: int) -> tuple[Part, int]:
    options: list[Template] = []
    while True:
        parts, position = _sequence(template, position, "|)")
        options.append(parts)
        if template[position : position + 1] == "|":
            position += 1
            continue
        end = _closed(template, position, ")")
        return Choice(tuple(options) if len(options) > 1 else (*options, ())), end


def _slot(inner: str) -> Slot:
    sigil = inner[0] if inner[0] in "#$%@?" else ""
    body = inner[len(sigil) :]
    if sigil == "?":
        return Slot(sigil, body, "")
    if sigil:
        name, _, rest = body.partition(" ")
    else:
        name, _, rest = body.partition(".")
    return Slot(sigil, name, rest)


def _closed(template: str, position: int, closer: str) -> int:
    if position < 0 or template[position : position + 1] != closer:
        raise ValueError(f"{closer!r} is missing in template {template!r}")
    return position + 1
