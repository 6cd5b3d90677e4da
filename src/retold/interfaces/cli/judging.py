"""`retold judge …`, `retold judgements`, and the merging and splitting of stories."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    DatabaseOption,
    JsonOption,
    chosen,
    fail,
    now,
    opened,
    out_console,
    stoppable,
)
from retold.interfaces.judging import JudgingError, Signature, judge, merge_stories, split_story, undo
from retold.interfaces.library import Library, UnknownIdError
from retold.interfaces.terminal.judgements import print_entered, print_rulings
from retold.interfaces.views_json import entered_json, ruling_json
from retold.records.judgements import Action, Judgement

WhoOption = Annotated[
    str,
    typer.Option("--who", envvar="RETOLD_WHO", help="Who judges; by default the login name.", metavar="NAME"),
]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; kept with the judgement and shown.", metavar="WORDS")]
ClaimsArgument = Annotated[
    list[str],
    typer.Argument(metavar="CLAIM…", help="Claims (1.4f6e), places of them (1.4f6e:2), disputes (1.4f6e/9a2c)."),
]
Make = Callable[[Library, Signature], Sequence[Judgement]]

judge_app = typer.Typer(
    name="judge",
    no_args_is_help=True,
    help=(
        "Judge claims, places and disputes: accept, reject, merge, split, note; undo takes a judgement back.\n\n"
        "A judgement is a row with who and when; it is never changed, is shown wherever the claim is, and outlives "
        "every new reading of the articles.\n\n"
        'Example: retold judge reject 1.4f6e:2 --reason "he speaks of the old bridge"'
    ),
)


@judge_app.command()
def accept(
    asked: ClaimsArgument,
    reason: ReasonOption = "",
    who: WhoOption = "",
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
) -> None:
    """Mark claims, places or disputes as accepted; it is shown beside them, and no count changes.

    Example: retold judge accept 1.4f6e
    """
    _enter(db, _signed(who, reason), _judging(Action.ACCEPT, asked), as_json=json_)


@judge_app.command()
def reject(
    asked: ClaimsArgument,
    reason: ReasonOption = "",
    who: WhoOption = "",
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
) -> None:
    """Reject a claim (a mark), a place (it leaves the claim), or a dispute (it is no longer counted).

    Example: retold judge reject 1.4f6e/9a2c --reason "the two counts are of different days"
    """
    _enter(db, _signed(who, reason), _judging(Action.REJECT, asked), as_json=json_)


@judge_app.command()
def merge(
    asked: ClaimsArgument,
    reason: ReasonOption = "",
    who: WhoOption = "",
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
) -> None:
    """Make several claims of one story one; origins are counted anew.

    Example: retold judge merge 1.4f6e 1.9a2c --reason "the same closure in other words"
    """
    _enter(db, _signed(who, reason), _judging(Action.MERGE, asked), as_json=json_)


@judge_app.command()
def split(
    asked: ClaimsArgument,
    reason: ReasonOption = "",
    who: WhoOption = "",
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
) -> None:
    """Part places from their claim; together they are a claim of their own.

    Example: retold judge split 1.4f6e:2 1.4f6e:5 --reason "these two speak of the second closure"
    """
    _enter(db, _signed(who, reason), _judging(Action.SPLIT, asked), as_json=json_)


@judge_app.command()
def note(
    asked: ClaimsArgument,
    reason: ReasonOption = "",
    who: WhoOption = "",
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
) -> None:
    """Note something on claims, places or disputes; nothing else changes.

    Example: retold judge note 1.4f6e --reason "asked the ministry on Friday, no answer yet"
    """
    _enter(db, _signed(who, reason), _judging(Action.NOTE, asked), as_json=json_)


@judge_app.command(name="undo")
def undo_(
    asked: Annotated[str, typer.Argument(metavar="ID", help="A judgement, as `retold judgements` lists it: j3.")],
    reason: ReasonOption = "",
    who: WhoOption = "",
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
) -> None:
    """Take a judgement back (of claims or of stories), as if it had not been made; both rows stay.

    Example: retold judge undo j3
    """
    _enter(db, _signed(who, reason), lambda library, signature: (undo(library, asked, signature),), as_json=json_)


def judgements(db: DatabaseOption = DEFAULT_DATABASE, json_: JsonOption = False) -> None:
    """List what people judged, in order, each with how it stands: in force, in part, no longer applies, undone.

    Example: retold judgements
    """
    with opened(db) as store:
        found = Library(store).rulings
        if json_:
            typer.echo(json.dumps([ruling_json(ruling) for ruling in found], ensure_ascii=False, indent=2))
        else:
            print_rulings(out_console(), found)


def judge_story(db: Path, what: Sequence[str], who: str, reason: str, *, as_json: bool) -> None:
    """`retold story merge N M…` and `retold story split N ARTICLE…`."""
    deed, *asked = what

    def make(library: Library, signature: Signature) -> Sequence[Judgement]:
        if deed == "merge":
            return (merge_stories(library, asked, signature),)
        if not asked:
            raise JudgingError("name a story and the articles that leave: retold story split 1 ARTICLE… --reason …")
        return (split_story(library, asked[0], asked[1:], signature),)

    _enter(db, _signed(who, reason), make, as_json=as_json)


def _signed(who: str, reason: str) -> Signature:
    """The signature with the name, by default that of the login, and the time."""
    try:
        name = who.strip() or getpass.getuser()
    except (OSError, KeyError, ImportError):
        name = ""
    return Signature(name, now(), reason)


def _judging(action: Action, asked: Sequence[str]) -> Make:
    return lambda library, signature: judge(library, action, asked, signature)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (JudgingError, UnknownIdError) as error:
        fail(str(error))


def _enter(db: Path, signature: Signature, make: Make, *, as_json: bool) -> None:
    """Make judgements, keep them, bring up to date what they touch, and tell what was done."""
    # Imported here: the database's driver takes a second to load, which --help need not wait for.
    from retold.interfaces.desk import enter

    outlets = chosen(None, db, None).outlets
    with opened(db) as store, _told(), stoppable():
        entered = enter(store, make, signature, outlets)
        if as_json:
            typer.echo(json.dumps(entered_json(entered), ensure_ascii=False, indent=2))
        else:
            print_entered(out_console(), entered)
