"""Word by word: the places in one row where tellings differ, each as small as its words allow.

In: the units of each telling that has the row. Out: places, each with one range of units per telling (empty where it
has nothing). The telling nearest to all others is the base; every other is aligned with it by longest common
subsequence of keys (rapidfuzz), so that any number of tellings costs no more than that many pairs, and the ranges of
different tellings that overlap in the base become one place. A block of several words is cut further where a word
on one side answers to a word on the other: number to number, name to name, two spellings, two inflections.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from retold.collation.marks import marked
from retold.collation.places import Edit, Manner, Place, Units, is_parted
from retold.collation.portions import count_alike
from retold.collation.printing import prints_alike
from retold.collation.units import Tag, Unit
from retold.language.house_style import MONTH_KEYS
from retold.language.spelling import is_transliteration

Answer = Callable[[Unit, Unit], float]
# Larger blocks are left whole: nothing that a reader would call one change is longer, and the search is quadratic.
LARGEST_BLOCK = 24
# A run of equal grammar words this short between two changes larger than it is chance, not agreement.
CHANCE_RUN = 2
LONGEST_FIGURE = 5
CUT_ALLOWANCE = 0.25
# "deputy mayor Ada" before "Lund".
LONGEST_TAIL = 3
AMOUNT = Tag.NUMBER | Tag.MEASURE


def places(witnesses: Sequence[Units], answer: Answer) -> list[Place]:
    """The places where these tellings differ, in the order of the base; none when all print the same."""
    if len({tuple((unit.surface, unit.quoted) for unit in units) for units in witnesses}) == 1:
        return []
    keys = [[unit.key for unit in units] for units in witnesses]
    base = nearest(keys)
    edits = [
        [] if number == base else _edits(witnesses[base], units, keys[base], keys[number], answer)
        for number, units in enumerate(witnesses)
    ]
    return sorted(
        [*_join_moved(_merge(edits, witnesses, base), witnesses), *marked(edits, witnesses, base)],
        key=lambda place: place.ranges[base],
    )


def nearest(keys: Sequence[Sequence[str]]) -> int:
    """The telling with the greatest summed likeness to the others; the first of equals."""
    if len(keys) < 3:
        return 0
    distinct: dict[tuple[str, ...], int] = {}
    for words in keys:
        distinct[tuple(words)] = distinct.get(tuple(words), 0) + 1
    if len(distinct) == 1:
        return 0
    worth = {
        words: sum(LCSseq.similarity(words, other) * count for other, count in distinct.items()) for words in distinct
    }
    totals = [worth[tuple(words)] - 0.5 * len(words) * len(keys) for words in keys]
    return totals.index(max(totals))


def agreement(one: Units, two: Units) -> float:
    """How far two tellings use the same words in one order, 0 to 1.

    The Dice coefficient of their longest common subsequence; or, where nearly all of the shorter one is in the
    longer (a source or a clause was cut), the share of it that is, less `CUT_ALLOWANCE`.
    """
    shared = LCSseq.similarity([unit.key for unit in one], [unit.key for unit in two])
    if not one or not two:
        return 1.0
    return max(2 * shared / (len(one) + len(two)), shared / min(len(one), len(two)) - CUT_ALLOWANCE)


def _edits(base: Units, other: Units, base_keys: list[str], other_keys: list[str], answer: Answer) -> list[Edit]:
    found: list[Edit] = []
    blocks = _absorb_chance(_slide(_blocks(base_keys, other_keys), base_keys, other_keys), base)
    at, there = 0, 0
    for block in [*blocks, (len(base), len(base), len(other), len(other))]:
        found.extend(
            (i, i + 1, j, j + 1)
            for i, j in zip(range(at, block[0]), range(there, block[2]), strict=True)
            if not prints_alike(base[i], other[j])
        )
        if block[1] > block[0] or block[3] > block[2]:
            found.extend(_refine(base, other, block, answer))
        at, there = block[1], block[3]
    return found


def _blocks(base: list[str], other: list[str]) -> list[Edit]:
    """The maximal blocks of unequal keys."""
    found: list[Edit] = []
    for operation in LCSseq.opcodes(base, other):
        if operation.tag == "equal":
            continue
        edit = (operation.src_start, operation.src_end, operation.dest_start, operation.dest_end)
        if found and found[-1][1] == edit[0] and found[-1][3] == edit[2]:
            edit = (found[-1][0], edit[1], found[-1][2], edit[3])
            found.pop()
        found.append(edit)
    return found


def _slide(blocks: list[Edit], base: list[str], other: list[str]) -> list[Edit]:
    """One-sided blocks that a short equal run parts, joined where the run can as well stand behind them.

    "[Officials said] the [bridge, which the] council" is read as "[Officials said the bridge, which] the council".
    """
    found: list[Edit] = []
    for block in blocks:
        joined = _join_over(found[-1], block, base, other) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(block)
    return found


def _join_over(last: Edit, block: Edit, base: list[str], other: list[str]) -> Edit | None:
    run = block[0] - last[1]
    if run > CHANCE_RUN or max(block[1] - block[0], block[3] - block[2]) < run:
        return None
    dropped = last[2] == last[3] and block[2] == block[3]
    added = last[0] == last[1] and block[0] == block[1]
    if dropped and base[block[1] - run : block[1]] == base[last[1] : block[0]]:
        return last[0], block[1] - run, last[2], last[2]
    if added and other[block[3] - run : block[3]] == other[last[3] : block[2]]:
        return last[0], last[0], last[2], block[3] - run
    return None


def _absorb_chance(blocks: list[Edit], base: Units) -> list[Edit]:
    found: list[Edit] = []
    for block in blocks:
        if found:
            last = found[-1]
            run = block[0] - last[1]
            small = all(unit.tag & Tag.FUNCTION for unit in base[last[1] : block[0]])
            if run <= CHANCE_RUN and small and min(_size(last), _size(block)) > 2 * run:
                found[-1] = (last[0], block[1], last[2], block[3])
                continue
        found.append(block)
    return found


def _size(edit: Edit) -> int:
    return min(edit[1] - edit[0], edit[3] - edit[2])


def _refine(base: Units, other: Units, block: Edit, answer: Answer) -> list[Edit]:
    """The block cut where words answer to each other; articles stay with the word that they belong to."""
    start, end, start_there, end_there = block
    wide, high = end - start, end_there - start_there
    cut = _at_figures(base, other, block) if wide + high > 1 else []
    if not cut and wide and high:
        cut = _at_certainty(base, other, block)
    if cut:
        filled = (piece for piece in cut if piece[0] < piece[1] or piece[2] < piece[3])
        return [edit for piece in filled for edit in _refine(base, other, piece, answer)]
    if not wide or not high:
        return _at_marks(base, other, block)
    if wide == high == 1 or max(wide, high) > LARGEST_BLOCK:
        return [block]
    if count_alike(base[start:end], other[start_there:end_there]):
        return [block]
    pairs = _answers(base[start:end], other[start_there:end_there], answer)
    found: list[Edit] = []
    at, there = start, start_there
    for i, j in [*((start + i, start_there + j) for i, j in pairs), (end, end_there)]:
        left, right = base[at:i], other[there:j]
        last = i == end and j == end_there
        small = all(unit.tag & Tag.FUNCTION for unit in left) and all(unit.tag & Tag.FUNCTION for unit in right)
        if last:
            if left or right:
                found.append((at, i, there, j))
        elif small and (left or right):
            found.append((at, i + 1, there, j + 1))
        else:
            if left or right:
                found.append((at, i, there, j))
            if not prints_alike(base[i], other[j]):
                found.append((i, i + 1, j, j + 1))
        at, there = i + 1, j + 1
    return _one_thing(found, base, other)


def _one_thing(edits: list[Edit], base: Units, other: Units) -> list[Edit]:
    """Neighbouring edits that belong to one name or one amount, as one: "Ada Lund" / "Ida Brandt"."""
    found: list[Edit] = []
    for edit in edits:
        if found and (found[-1][1], found[-1][3]) == (edit[0], edit[2]):
            last = found[-1]
            units = [*base[last[0] : edit[1]], *other[last[2] : edit[3]]]
            both = all(low < high for low, high in (last[:2], last[2:], edit[:2], edit[2:]))
            spelt = both and any(is_transliteration(base[x].surface, other[y].surface) for x, _, y, _ in (last, edit))
            one_sort = any(all(unit.tag & sort for unit in units) for sort in (Tag.NAME, AMOUNT))
            alike = both and not spelt and (one_sort or count_alike(base[last[0] : edit[1]], other[last[2] : edit[3]]))
            if alike or _is_one_date(units) or _is_one_rounding(last, edit, base, other):
                found[-1] = (last[0], edit[1], last[2], edit[3])
                continue
        found.append(edit)
    return found


def _is_one_date(units: list[Unit]) -> bool:
    """Whether neighbouring edits make up a day of the month on one side: "Sunday" / "16 March"."""
    return all(unit.tag & (Tag.DATE | Tag.NUMBER) for unit in units) and any(unit.key in MONTH_KEYS for unit in units)


def _is_one_rounding(last: Edit, edit: Edit, base: Units, other: Units) -> bool:
    """Whether the first edit puts words of certainty on one side and the second numbers on both: "76" / "over 70"."""
    one_sided = (
        [*base[last[0] : last[1]], *other[last[2] : last[3]]] if last[0] == last[1] or last[2] == last[3] else []
    )
    sides = base[edit[0] : edit[1]], other[edit[2] : edit[3]]
    rounds = bool(one_sided) and all(unit.tag & (Tag.CERTAINTY | Tag.FUNCTION) for unit in one_sided)
    return rounds and all(side and all(unit.tag & Tag.NUMBER for unit in side) for side in sides)


def _at_certainty(base: Units, other: Units, block: Edit) -> list[Edit]:
    """The block cut behind words of certainty that open one side of it only ("allegedly sold" / "bought").

    One verb of saying for another is left whole ("confirmed" / "conceded"), whatever it says of certainty.
    """
    start, end, start_there, end_there = block
    sides = base[start:end], other[start_there:end_there]
    if sides[0][0].tag & sides[1][0].tag & Tag.CUE:
        return []
    if all(side[-1].tag & Tag.NUMBER for side in sides):
        return []
    weighs = [[bool(unit.tag & Tag.CERTAINTY) for unit in side] for side in sides]
    leading = [weights.index(False) if False in weights else 0 for weights in weighs]
    if leading[0] and not any(weighs[1]):
        return [
            (start, start + leading[0], start_there, start_there),
            (start + leading[0], end, start_there, end_there),
        ]
    if leading[1] and not any(weighs[0]):
        return [
            (start, start, start_there, start_there + leading[1]),
            (start, end, start_there + leading[1], end_there),
        ]
    return []


def _at_figures(base: Units, other: Units, block: Edit) -> list[Edit]:
    """The block cut beside a unit of measure or a month that belongs to a number next to it, on one side only.

    "paid [$]95 million" / "spent 95 million [dollars]": what is left of the block is another change.
    """
    start, end, start_there, end_there = block
    if _opens_on_figure(base, start, end) != _opens_on_figure(other, start_there, end_there):
        if _opens_on_figure(base, start, end):
            return [(start, start + 1, start_there, start_there), (start + 1, end, start_there, end_there)]
        return [(start, start, start_there, start_there + 1), (start, end, start_there + 1, end_there)]
    if _ends_on_figure(base, start, end) != _ends_on_figure(other, start_there, end_there):
        if _ends_on_figure(base, start, end):
            return [(start, end - 1, start_there, end_there), (end - 1, end, end_there, end_there)]
        return [(start, end, start_there, end_there - 1), (end, end, end_there - 1, end_there)]
    return []


def _opens_on_figure(units: Units, start: int, end: int) -> bool:
    return start < end and start > 0 and _is_figure_part(units[start]) and bool(units[start - 1].tag & Tag.NUMBER)


def _ends_on_figure(units: Units, start: int, end: int) -> bool:
    return start < end < len(units) and _is_figure_part(units[end - 1]) and bool(units[end].tag & Tag.NUMBER)


def _is_figure_part(unit: Unit) -> bool:
    return bool(unit.tag & Tag.MEASURE) or unit.key in MONTH_KEYS


def _at_marks(base: Units, other: Units, block: Edit) -> list[Edit]:
    """A one-sided block cut where it enters or leaves quotation marks: a cut quotation and a dropped source are two.

    So are a clause and the first name or title that stands behind its comma ("[fell in a day, farmer] Ada Lund").
    """
    start, end, start_there, end_there = block
    units, low, high = (base, start, end) if end > start else (other, start_there, end_there)
    edges = [i for i in range(low + 1, high) if units[i].quoted != units[i - 1].quoted]
    named = high < len(units) and bool(units[high].tag & Tag.NAME)
    tail = next((i for i in range(high - 1, max(low, high - LONGEST_TAIL - 1), -1) if is_parted(units, i)), None)
    if named and tail is not None and not any(unit.tag & Tag.FUNCTION for unit in units[tail:high]):
        edges = sorted({*edges, tail})
    bounds = list(pairwise([low, *edges, high]))
    if end > start:
        return [(a, b, start_there, start_there) for a, b in bounds]
    return [(start, start, a, b) for a, b in bounds]


def _answers(left: Units, right: Units, answer: Answer) -> list[tuple[int, int]]:
    """The pairs of the best monotone matching, by the sum of their answers (Needleman and Wunsch)."""
    score = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            value = answer(left[i], right[j])
            diagonal = score[i + 1][j + 1] + value if value else 0.0
            score[i][j] = max(score[i + 1][j], score[i][j + 1], diagonal)
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(left) and j < len(right) and score[i][j] > 0:
        value = answer(left[i], right[j])
        if value and score[i][j] == score[i + 1][j + 1] + value:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _merge(edits: Sequence[list[Edit]], witnesses: Sequence[Units], base: int) -> list[Place]:
    """Edits of all tellings as places: those that overlap in the base are one."""
    if len(witnesses) == 2:
        return [Place(((a, b), (c, d))) for a, b, c, d in edits[1]]
    spans = sorted({(edit[0], edit[1]) for found in edits for edit in found})
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (start < joined[-1][1] or (start, end) == joined[-1]):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    sides = [_Side(found) for found in edits]
    places: list[Place] = []
    for start, end in joined:
        ranges = tuple(
            (start, end) if number == base else sides[number].across(start, end) for number in range(len(witnesses))
        )
        places.append(Place(ranges))
    return places


class _Side:
    """Where a stretch of the base stands in one other telling."""

    __slots__ = ("edits",)

    def __init__(self, edits: list[Edit]) -> None:
        self.edits = edits

    def across(self, start: int, end: int) -> tuple[int, int]:
        """The range that answers to base units `start` to `end`; edits outside it only shift it."""
        shift = 0
        low: int | None = None
        high = 0
        for a, b, c, d in self.edits:
            inside = (a >= start and b <= end) if start < end else (a == b == start)
            if inside and start < end and a == b and a in (start, end):
                # A pure insertion at the rim belongs to a place of its own.
                inside = False
            if inside:
                low = c - (a - start) if low is None else low
                high = d + (end - b)
            elif b <= start and low is None and not (a == b == start == end):
                shift = d - b
        return (start + shift, end + shift) if low is None else (low, high)


def _is_one_figure(units: Units) -> bool:
    """Whether these few units are one date or one amount."""
    return len(units) <= LONGEST_FIGURE and all(unit.tag & (Tag.NUMBER | Tag.MEASURE | Tag.DATE) for unit in units)


def _join_moved(found: list[Place], witnesses: Sequence[Units]) -> list[Place]:
    """Places of which one tells for some tellings what the other tells for the rest become one: words that moved."""
    by_words: dict[tuple[str, ...], list[int]] = {}
    for number, place in enumerate(found):
        words = {
            tuple(u.key for u in units[a:b]) for units, (a, b) in zip(witnesses, place.ranges, strict=True) if b > a
        }
        if len(words) == 1 and any(a == b for a, b in place.ranges):
            by_words.setdefault(words.pop(), []).append(number)
    gone: set[int] = set()
    joined: dict[int, Place] = {}
    for numbers in by_words.values():
        for one, two in zip(numbers[::2], numbers[1::2], strict=False):
            pairs = list(zip(found[one].ranges, found[two].ranges, strict=True))
            if not all((a[1] > a[0]) != (b[1] > b[0]) for a, b in pairs):
                continue
            gone.add(two)
            whole = tuple((min(a[0], b[0]), max(a[1], b[1])) for a, b in pairs)
            if all(_is_one_figure(units[a:b]) for units, (a, b) in zip(witnesses, whole, strict=True)):
                # "28 January" / "January 28", "$5 million" / "5 million dollars": one thing in another order.
                joined[one] = Place(whole)
            else:
                joined[one] = Place(tuple(a if a[1] > a[0] else b for a, b in pairs), manner=Manner.MOVED)
    return [joined.get(number, place) for number, place in enumerate(found) if number not in gone]
