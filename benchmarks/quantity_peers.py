"""What the peers read as quantities; run by `quantities.py --peers` in the peers' own virtual environment.

    python quantity_peers.py quantulum3 < TEXTS     a JSON list of texts in, a JSON list of answers out

Standard library and the peer only: this project is not installed there.
"""

from __future__ import annotations

import json
import sys
from typing import Any

Found = list[dict[str, Any]]


def quantulum3(texts: list[str]) -> list[Found]:
    """Answers of quantulum3, without its disambiguation by a trained classifier."""
    from quantulum3 import parser  # type: ignore[import-not-found]

    return [
        [{"start": q.span[0], "end": q.span[1], "value": float(q.value)} for q in parser.parse(text)] for text in texts
    ]


def recognizers_text(texts: list[str]) -> list[Found]:
    """Answers of recognizers-text: currencies, percentages and dimensions first, then numbers and ordinals apart."""
    from recognizers_number import (  # type: ignore[import-not-found]
        recognize_number,
        recognize_ordinal,
        recognize_percentage,
    )
    from recognizers_number_with_unit import (  # type: ignore[import-not-found]
        recognize_currency,
        recognize_dimension,
    )

    answers = []
    for text in texts:
        found: Found = []
        for recognize in (
            recognize_currency,
            recognize_percentage,
            recognize_dimension,
            recognize_ordinal,
            recognize_number,
        ):
            for result in recognize(text, "en-us"):
                start, end = result.start, result.end + 1
                if any(f["start"] < end and start < f["end"] for f in found):
                    continue
                value = str((result.resolution or {}).get("value") or "").rstrip("%")
                try:
                    found.append({"start": start, "end": end, "value": float(value)})
                except ValueError:
                    found.append({"start": start, "end": end, "value": None})
        answers.append(found)
    return answers


def main() -> None:
    """Answer the texts on standard input."""
    peers = {"quantulum3": quantulum3, "recognizers-text": recognizers_text}
    json.dump(peers[sys.argv[1]](json.load(sys.stdin)), sys.stdout)


if __name__ == "__main__":
    main()
