"""What annotation needs beside the article: the parser and the options, in one object passed as an argument."""

from __future__ import annotations

from dataclasses import dataclass

from retold.language.parsing import Parser, load_parser


@dataclass(frozen=True, slots=True)
class Options:
    """How articles are annotated.

    `threshold`: attributions below this confidence are left out.
    """

    threshold: float = 0.0


@dataclass(frozen=True, slots=True)
class Engine:
    """Loaded once, used for any number of articles; remembers none of them."""

    parser: Parser
    options: Options = Options()


def load_engine(options: Options | None = None) -> Engine:
    """An engine with the models of this package."""
    return Engine(load_parser(), options or Options())
