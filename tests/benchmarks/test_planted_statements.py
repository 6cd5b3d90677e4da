"""What was planted, read back without a fault, is right in every measure; with a fault it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from retold.benchmarks.planted_reading import PlantingRead
from retold.benchmarks.planted_statements import figures
from retold.pipeline.answers import article_of
from retold.planted import Planted, PlantedArticle, PlantOptions, plant
from retold.records.statements import Annotation, Attribution, Speaker, Stance


def perfect(article: PlantedArticle) -> Annotation:
    return Annotation(article.id, article.attributions, article.timex, article.quantities)


def read(planted: Planted, annotation: Callable[[PlantedArticle], Annotation]) -> PlantingRead:
    articles = {a.id: article_of({"id": a.id, "text": a.text}) for a in planted.articles}
    return PlantingRead(planted, articles, {a.id: annotation(a) for a in planted.articles}, (), ())


def measured(annotation: Callable[[PlantedArticle], Annotation]) -> dict[str, float]:
    return {f.name: f.value for f in figures([read(plant(31, PlantOptions(stories=2)), annotation)])}


def spoiled(change: Callable[[Attribution], Attribution]) -> dict[str, float]:
    return measured(lambda a: replace(perfect(a), attributions=tuple(map(change, a.attributions))))


def test_a_faultless_reading_is_right_in_every_measure_of_statements() -> None:
    for name, value in measured(perfect).items():
        if not name.startswith("blocks"):
            assert value == pytest.approx(1), name


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("attributions: content F1", lambda a: replace(a, content=a.cue or a.source)),
        ("attributions: speaker right F1", lambda a: replace(a, source=a.cue or a.content)),
        ("attributions: single relays F1", lambda a: replace(a, relays=())),
        ("attributions: stance", lambda a: replace(a, stance=Stance.QUESTION)),
        ("attributions: speaker's full name", lambda a: replace(a, speaker=Speaker(None))),
        ("attributions: unnamed told from named", lambda a: replace(a, speaker=Speaker(None, unnamed=True))),
    ],
)
def test_a_fault_in_attributions_lowers_its_own_measure(
    name: str, change: Callable[[Attribution], Attribution]
) -> None:
    assert spoiled(change)[name] < 0.9


def test_a_missed_time_or_quantity_lowers_what_is_found() -> None:
    lost = measured(lambda a: replace(perfect(a), timex=a.timex[1:], quantities=a.quantities[1:]))
    assert lost["times: found"] < 1
    assert lost["quantities: found with their value"] < 1


def test_a_wrong_value_lowers_the_values_and_not_what_is_found() -> None:
    late = measured(lambda a: replace(perfect(a), timex=tuple(replace(t, value="1066") for t in a.timex)))
    assert late["times: found"] == 1
    assert late["times: found with their value"] == 0
