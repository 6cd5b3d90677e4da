from __future__ import annotations

import pytest
from tests.statements.conftest import Reader

from retold.statements.support import unsupported_language

GERMAN = "Die Brücke ist seit dem Morgen gesperrt, und die Leute müssen mit der Fähre fahren, sagte der Bürgermeister."
FRENCH = (
    "Le pont est fermé depuis ce matin et les gens doivent prendre le bac, a dit le maire de la ville dans une lettre."
)
ENGLISH = "The bridge has been shut since the morning and people have to take the ferry, the mayor said in a letter."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, None),
        ("Bridge shut", None),
        ("", None),
        (GERMAN, "de"),
        (FRENCH, "fr"),
        ("Мост закрыт с утра, и людям приходится плыть на пароме, сказал мэр.", "cyrillic"),
        ("الجسر مغلق منذ الصباح وعلى الناس ركوب العبّارة، كما قال العمدة.", "arabic"),
        ("😀😀😀 123", None),
    ],
)
def test_the_language_is_told_by_script_and_function_words(text: str, language: str | None) -> None:
    assert unsupported_language(text) == language


def test_an_unsupported_language_is_named_and_left_alone(reader: Reader) -> None:
    annotation = reader.annotation(GERMAN)
    assert annotation.unsupported == "de"
    assert not annotation.attributions
    assert not annotation.mentions
    assert not annotation.timex
