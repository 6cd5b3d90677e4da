"""What annotation needs beside the article: the parser and the options, in one object passed as an argument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from retold.language.parsing import Parser, load_parser
from retold.statements.tagging.tagger import TaggedAttribution, load_tagger


@dataclass(frozen=True, slots=True)
class Options:
    """How articles are annotated.

    `threshold`: attributions below this confidence are left out. `attitudes`: the same for beliefs, wishes and acts of
    approval that only the tagger finds ("mocked", "wants"), which are no statements in the narrow sense; 1.01 leaves
    all of them out. PolNeAR counts them, the practice chains do not: .5 gives linked F1 .745 and one look-alike
    passage in eight a false attribution, .6 gives .732 and as many, .7 gives .717 and one in seventeen (PolNeAR dev,
    every third article; chains dev).
    """

    threshold: float = 0.0
    attitudes: float = 0.5


class Finder(Protocol):
    """Anything that finds sources, cues and contents: the trained tagger, or one that a test scripts."""

    def tag(self, texts: Sequence[str]) -> tuple[tuple[TaggedAttribution, ...], ...]:
        """The attributions of each text."""
        ...


@dataclass(frozen=True, slots=True)
class Engine:
    """Loaded once, used for any number of articles; remembers none of them."""

    parser: Parser
    tagger: Finder
    options: Options = Options()


def load_engine(options: Options | None = None) -> Engine:
    """An engine with the models of this package."""
    return Engine(load_parser(), load_tagger(), options or Options())
