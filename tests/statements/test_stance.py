from __future__ import annotations

import pytest
from tests.statements.conftest import Reader

from retold.records.statements import QuotationKind, Stance


@pytest.mark.parametrize(
    ("text", "stance", "words"),
    [
        ("The mayor said the pier was safe.", Stance.ASSERT, ""),
        ("The mayor denied the pier was unsafe.", Stance.DENY, "denied"),
        ("“That story is completely false,” the mayor said.", Stance.DENY, "false"),
        ("“Where is the money?” the mayor said.", Stance.QUESTION, "?"),
        ("“Leave the island at once,” the mayor said.", Stance.DEMAND, "Leave"),
        ("The mayor said the board must resign.", Stance.DEMAND, "must"),
        ("The mayor requested that the board resign.", Stance.DEMAND, "requested"),
        ("The mayor conceded the pier was unsafe.", Stance.ADMIT, "conceded"),
    ],
)
def test_the_words_that_decide_the_stance_are_given(reader: Reader, text: str, stance: Stance, words: str) -> None:
    (item,) = reader.annotation(text).attributions
    assert item.stance is stance
    assert "".join(span.of(text) for span in item.stance_cue) == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The pier is safe,” the mayor said.", QuotationKind.DIRECT),
        ("The mayor said the pier was “safe as a house” in winter.", QuotationKind.MIXED),
        ("The mayor said the pier was safe.", QuotationKind.INDIRECT),
    ],
)
def test_the_marks_decide_the_kind(reader: Reader, text: str, kind: QuotationKind) -> None:
    assert [a.kind for a in reader.annotation(text).attributions] == [kind]
