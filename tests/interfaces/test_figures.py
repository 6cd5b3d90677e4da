"""Which tellings of one statement give the same numbers."""

from __future__ import annotations

import pytest

from retold.documents.articles import from_text
from retold.interfaces.figures import Telling, split_by_figures
from retold.records.spans import Span
from retold.records.statements import Annotation, Attribution, QuotationKind, Speaker, Stance
from retold.statements.quantities import find_quantities


def grouped(*texts: str) -> list[list[str]]:
    tellings: list[Telling] = []
    annotations = {}
    for place, text in enumerate(texts):
        article = from_text(text, id=f"a{place}")
        content = (Span(0, len(text)),)
        said = Attribution("s1", (), (), content, QuotationKind.INDIRECT, Stance.ASSERT, Speaker(None))
        tellings.append((article, said))
        annotations[article.id] = Annotation(article.id, (said,), quantities=tuple(find_quantities(text)))
    return [[article.text for article, _ in group] for group in split_by_figures(tellings, annotations)]


HURT_14, HURT_19 = "Fourteen people were hurt.", "19 people were hurt, up from 14."


@pytest.mark.parametrize("texts", [(HURT_14, HURT_19), (HURT_19, HURT_14)])
def test_a_corrected_number_is_another_statement(texts: tuple[str, str]) -> None:
    assert grouped(*texts) == [[text] for text in texts]


def test_a_number_in_words_and_in_figures_is_one_statement() -> None:
    assert grouped(HURT_14, "14 people were hurt.") == [[HURT_14, "14 people were hurt."]]


def test_a_telling_without_numbers_goes_with_the_only_numbers_there_are() -> None:
    assert grouped(HURT_14, "People were hurt.") == [[HURT_14, "People were hurt."]]
    assert grouped(HURT_14, "People were hurt.", HURT_19) == [[HURT_14], ["People were hurt."], [HURT_19]]
