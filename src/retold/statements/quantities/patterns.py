"""Patterns of quantities, compiled once from the English word lists.

Holds always: no pattern repeats without bound, and every one begins with a sign or word that can be looked for fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from retold.language import english_quantities as words
from retold.language.english_numbers import CARDINALS, DIGITS, ORDINALS, WORDS
from retold.language.english_times import MONTHS, SHORT_MONTHS

GAP = r"[\s\u00a0]{1,2}"
END = r"(?![^\W_])"
BEGIN = r"(?<![^\W_])"


def any_of(listed: Iterable[str], plural: bool = False) -> str:
    """A pattern for any of the words, longest first; with `plural` an s may follow."""
    ordered = sorted(set(listed), key=lambda word: (-len(word), word))
    body = "|".join(re.escape(word).replace(r"\ ", GAP) for word in ordered)
    return f"(?:{body}){'s?' if plural else ''}"


SIGN = f"(?-i:{any_of([*words.CURRENCY_SIGNS, *words.CURRENCY_CODES])})"
SCALE = any_of(words.SCALES)
_UNITS = any_of(CARDINALS)
_PLURAL_UNITS = any_of(word for word, value in CARDINALS.items() if value > 1)
PART = any_of(words.FRACTION_WORDS)
VAGUE_WORD = any_of(words.VAGUE)

# One numeral, with nothing around it. The order of the alternatives is the order of preference.
NUMERAL = re.compile(
    rf"""
    (?P<ratio>{BEGIN}(?:(?P<part>\d{{1,3}}|{_UNITS}){GAP}(?:in|out{GAP}of){GAP}(?:every{GAP}|the{GAP})?(?P<whole>\d{{1,4}}|{_UNITS})
        |(?P<some>{_PLURAL_UNITS}){GAP}of{GAP}(?:every{GAP}|the{GAP})?(?P<all>{_UNITS})){END}
        (?!{GAP}(?:million|billion|years|days|weeks|months|hours)))
    |(?P<halfscale>{BEGIN}half(?:{GAP}|-)an?{GAP}(?P<hs>million|billion|trillion|dozen){END})
    |(?P<quarterscale>{BEGIN}(?:(?P<qn>three)(?:{GAP}|-)quarters|a{GAP}quarter){GAP}of{GAP}a{GAP}(?P<qs>million|billion|trillion){END})
    |(?P<fraction>{BEGIN}(?:(?P<fn>an?|one|two|three|four|five|six|seven|eight|nine)(?:{GAP}|-))?(?P<fd>{PART}){END}
        (?={GAP}of{GAP}|{GAP}the{GAP}|{GAP}its{GAP}|{GAP}their{GAP}))
    |(?P<vague>{BEGIN}(?:{VAGUE_WORD})(?:(?:{GAP}|{GAP}of{GAP})(?P<vs>{SCALE}(?:{GAP}{SCALE})?))?{END})
    |(?P<sign>(?<![^\W_]){SIGN})\s?(?P<signed>{DIGITS})(?:(?:\s|-)?(?P<signedscale>{SCALE}|(?i:{any_of(words.SHORT_SCALES)})){END})?
    |(?P<dozen>{BEGIN}(?:a|an|one|two|three|four|five|six|\d{{1,2}}){GAP}(?P<dozens>dozen|score){END})
    |(?P<place>{BEGIN}(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?{any_of(ORDINALS)}{END}|{BEGIN}\d{{1,4}}(?:st|nd|rd|th){END})
    |(?P<halfunit>{BEGIN}half{GAP}an?{END}(?={GAP}[^\W\d_]))
    |(?P<number>(?<![\w.,/:])(?<![^\W\d_]-)(?P<minus>minus{GAP}|[-−](?=\d))?(?:(?P<digits>{DIGITS})(?:[\s-]?(?P<scale>{SCALE}){END}
        |(?P<short>bn|mn|mln|bln|tn|trn|k|m|b){END}|(?P<half>{GAP}1/2|[½¼¾]))?|(?P<words>{WORDS}(?:{GAP}and{GAP}a{GAP}half)?(?:{GAP}(?P<wscale>{SCALE}){END})?)))
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What every numeral begins with: a figure, a sign, or one of these words. Looking for them first is what makes reading
# fast; most words of a text begin no numeral.
START_TOKEN = re.compile(r"[^\W\d_]+|(?P<figure>[\d$£€¥₹₽₩₺₴₦₪฿₫₱₵₡])|[½¼¾⅓⅔]")
STARTS = frozenset(
    word
    for phrase in (
        *CARDINALS, *ORDINALS, *words.SCALES, *words.VAGUE, *words.FRACTION_WORDS, *words.CURRENCY_SIGNS,
        *words.CURRENCY_CODES, "a", "an", "minus", "½", "¼", "¾", "⅓", "⅔",
    )
    for word in re.findall(r"[^\W\d_]+|[½¼¾⅓⅔]", phrase.casefold())[:1]
)  # fmt: skip
LEAST = re.compile(rf"{BEGIN}{any_of(words.AT_LEAST)}{GAP}$", re.IGNORECASE)
MOST = re.compile(rf"{BEGIN}{any_of(words.AT_MOST)}{GAP}$", re.IGNORECASE)
ABOUT = re.compile(rf"{BEGIN}{any_of(words.ABOUT)}{GAP}(?:an?{GAP})?$", re.IGNORECASE)
OR_MORE = re.compile(rf"{GAP}or{GAP}(?P<more>more|less|fewer|so){END}", re.IGNORECASE)
BETWEEN = re.compile(rf"{BEGIN}between{GAP}$", re.IGNORECASE)
FROM = re.compile(rf"{BEGIN}from{GAP}$", re.IGNORECASE)
LINK = re.compile(r"\s?[-–—]\s?$|\s(?:to|or|and)\s$", re.IGNORECASE)
PERCENT = re.compile(rf"\s?%|[\s-]{any_of(words.PERCENT_WORDS[1:])}{END}", re.IGNORECASE)
POINTS = re.compile(rf"[\s-]{any_of(words.POINT_WORDS)}{END}", re.IGNORECASE)
_NAMES = any_of({*words.CURRENCY_NAMES, *(name for _, name in words.CURRENCY_OF)})
CURRENCY = re.compile(
    rf"[\s-](?:of{GAP})?(?:(?P<land>{any_of({land for land, _ in words.CURRENCY_OF})}){GAP})?"
    rf"(?:(?P<name>{_NAMES})s?|(?-i:(?P<code>{any_of(words.CURRENCY_CODES)}))){END}",
    re.IGNORECASE,
)
CENTS = re.compile(rf"[\s-](?P<name>{any_of(words.CENTS)})s?{END}|(?-i:(?P<p>p){END})", re.IGNORECASE)
MEASURE_SYMBOLS = {form.casefold(): symbol for symbol, forms in words.MEASURES.items() for form in forms}
_FORMS = any_of((form for forms in words.MEASURES.values() for form in forms), plural=True)
MEASURE = re.compile(
    rf"(?:[\s-]{{0,2}}(?:of{GAP})?)(?P<unit>{_FORMS}|°){END}",
    re.IGNORECASE,
)
TIME_UNIT = re.compile(
    rf"[\s-]{{0,2}}(?:(?:more|consecutive|straight|full|additional|trading|business)\s)?"
    rf"{any_of(words.TIME_UNITS, plural=True)}{END}",
    re.IGNORECASE,
)
MONTH = any_of([*MONTHS, *SHORT_MONTHS])
MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?:\s(?:of\s)?|-)(?-i:{MONTH}){END}")
MONTH_BEFORE = re.compile(rf"(?-i:{MONTH})\.?\s(?:the\s)?$")
CHANGE_BEFORE = re.compile(
    r"(?:^|\W)(?:fell|rose|dropped|climbed|gained|lost|down|up|increased|decreased|jumped|slid|slipped|tumbled|by|rise|"
    r"fall|surged|soared|plunged|declined|grew|edged|added|shed)\s(?:(?:about|nearly|almost|some|another)\s)?$",
    re.IGNORECASE,
)
CLOCK = re.compile(r"[:.]\d\d(?:\s?[ap]\.?m|\D|$)|\s?[ap]\.?m\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
NAMING = re.compile(rf"{BEGIN}{any_of(words.NAMING_NOUNS)}\.?\s$", re.IGNORECASE)
CAPITAL_BEFORE = re.compile(r"(?:^|[\s(\"“])([A-Z][^\W\d_]+)\s$")
