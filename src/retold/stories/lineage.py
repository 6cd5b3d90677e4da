"""Lineage: for each article its likeliest parent, or a common unseen source.

In: articles (or light records) and the copies found among them. Out: one `Descent` per article, in order of id,
whatever the order of the input. Articles linked by copies, and versions of one page, make a family. Where all its
dates differ, each article's parent is the earlier one that holds most of it; the versions of one page are put into the
likeliest order; any other family's shape (a chain or a tree of copies) comes from distances and its root from dates and
from the texts. An article that credits an agency comes from the agency's own article, or else from `common:AGENCY`. No
article is its own ancestor.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold.language.outlets import REGISTRY
from retold.records.documents import Article, BlockKind
from retold.records.outlets import Registry
from retold.records.spans import Pointer
from retold.records.stories import Copy, CopyKind, Descent, Trace
from retold.stories.copies import CopyText, body_text, of_article
from retold.stories.credits import Credit, find_credit
from retold.stories.families import Families, is_one_page, sort_into_families
from retold.stories.hashing import Array
from retold.stories.kinship import Kinship
from retold.stories.revisions import MOST_VERSIONS, order_versions
from retold.stories.shared_marks import SharedMarks
from retold.stories.stated_links import COMMON, heed_links
from retold.stories.times import Moment, moment
from retold.stories.trees import orient, shape

# Log odds of a direction that the dates give; dates on pages are wrong now and then.
DATED = 5.0
# A parent that holds this much less of the child than the best may still be it, if it is nearer as a whole (swept 0
# to .02 on 20,000 planted copies with dates: edge F1 .867, .876 at .005, .868).
AS_GOOD = 0.005
# Log odds that the shorter of two texts is the copy where it stands in the other almost whole: outlets cut what they
# take, while the versions of one page grow.
CUT = 2.0
WHOLE, SHORTER = 0.85, 0.8
# The fitted odds are too sure of themselves on families they were not fitted to (.92 where .87 are right).
SHRUNK = 0.7
# Larger families are compared only along their copies; all pairs of 150 texts take a second.
LARGE = 150
# Words shown from either end of a run that both have.
QUOTED = 6


@dataclass(frozen=True, slots=True)
class LineageOptions:
    """Copies that share less than `least` of the shorter article make no family; versions of one page always do.

    `outlets` are the agencies that articles may credit.
    """

    least: float = 0.25
    versions: bool = True
    outlets: Registry = REGISTRY


@dataclass(frozen=True, slots=True)
class _Member:
    record: CopyText
    moment: Moment | None
    credit: Credit | None
    publisher: str
    """Its outlet by the name that we write, so that "AP" is the Associated Press."""


@dataclass(frozen=True, slots=True)
class _Origin:
    """A likeliest parent: how probable the link is, and that the parent is the elder of the two."""

    parent: int
    confidence: float
    directed: float


def trace_lineage(
    articles: Sequence[Article | CopyText], copies: Sequence[Copy], options: LineageOptions | None = None
) -> tuple[Descent, ...]:
    """The likeliest parent of every article; an article that shares text with none has none."""
    options = options or LineageOptions()
    members = {member.record.id: member for member in (_member(article, options.outlets) for article in articles)}
    links = [c for c in copies if c.share >= options.least and c.a in members and c.b in members]
    records = [members[name].record for name in sorted(members)]
    families = sort_into_families(records, links, options.versions)
    found: list[Descent] = []
    for names in families.groups:
        if len(names) == 1:
            found.append(_alone(members[names[0]]))
        else:
            found.extend(_trace([members[name] for name in names], families))
    return heed_links(sorted(found, key=lambda descent: descent.child), records, families, options.outlets)


def _member(article: Article | CopyText, outlets: Registry) -> _Member:
    if isinstance(article, CopyText):
        credit = find_credit(article.text, (), outlets)
        return _Member(article, moment(article.published), credit, _publisher(article.outlet, outlets))
    names = (*article.byline, *(b.span.of(article.text).strip("() ") for b in article.of_kind(BlockKind.CREDIT)))
    record, credit = of_article(article), find_credit(article.text, names, outlets)
    return _Member(record, moment(article.published.value), credit, _publisher(record.outlet, outlets))


def _publisher(name: str | None, outlets: Registry) -> str:
    return outlets.one_name(name or "")


def _alone(member: _Member) -> Descent:
    if member.credit and not _is_of(member, member.credit.agency):
        return _from_agency(member, member.credit)
    return Descent(member.record.id, None, None, 0.0, 0.0)


def _is_of(member: _Member, agency: str) -> bool:
    return member.publisher.casefold() == agency.casefold()


def _from_agency(member: _Member, credit: Credit) -> Descent:
    where = () if credit.span is None else (Pointer(member.record.id, credit.span),)
    trace = Trace("credit", f"it credits {credit.agency}", 1.0, where)
    return Descent(member.record.id, COMMON + credit.agency, None, 0.9, 1.0, (trace,))


def _trace(family: Sequence[_Member], families: Families) -> list[Descent]:
    kin = Kinship([body_text(member.record) for member in family])
    origins = _origins(family, kin, families)
    marks = SharedMarks([member.record.id for member in family], kin.texts)
    agencies = {
        member.credit.agency: n
        for n, member in reversed(list(enumerate(family)))
        for _ in [0]
        if member.credit and _is_of(member, member.credit.agency)
    }
    found = []
    for n, member in enumerate(family):
        credit = member.credit
        parent = origins[n].parent if n in origins else None
        if credit and credit.agency not in agencies and not _credited_parent(family, parent, credit):
            found.append(_from_agency(member, credit))
        elif n in origins:
            found.append(_descent(family, n, origins[n], kin, families, marks))
        else:
            found.append(Descent(member.record.id, None, None, 0.0, 0.0))
    return found


def _origins(family: Sequence[_Member], kin: Kinship, families: Families) -> dict[int, _Origin]:
    """The likeliest parent of each member that has one, by dates, as versions of one page, or by the family's shape."""
    if all(_before(a, b) is not None for n, a in enumerate(family) for b in family[:n]):
        parents, margin = _by_time(family, kin, families), DATED
    elif len(family) <= MOST_VERSIONS and all(is_one_page(family[0].record, other.record) for other in family):
        steps = order_versions(kin.texts, lambda a, b: _dated(family, a, b))
        # Two pages of one name may be two articles: the link is no surer than what they share.
        sure = [min(step.beside, _sure(_held(kin, step.child, step.parent))) for step in steps]
        return {step.child: _Origin(step.parent, p, step.forward) for step, p in zip(steps, sure, strict=True)}
    else:
        parents, margin = _by_shape(family, kin, families)
    return {
        child: _Origin(parent, _sure(_held(kin, child, parent)), _directed(family, kin, child, parent, margin))
        for child, parent in parents.items()
    }


def _dated(family: Sequence[_Member], a: int, b: int) -> float:
    """Log odds that dates give to `a` being the elder."""
    before = _before(family[a], family[b])
    return 0.0 if before is None else DATED if before else -DATED


def _held(kin: Kinship, a: int, b: int) -> float:
    return max(kin.contained(a, b), kin.contained(b, a))


def _directed(family: Sequence[_Member], kin: Kinship, child: int, parent: int, margin: float) -> float:
    odds = _textual(family, kin, parent, child) + margin / 2 + _dated(family, parent, child)
    return 1 / (1 + math.exp(-odds))


def _credited_parent(family: Sequence[_Member], parent: int | None, credit: Credit) -> bool:
    """Whether the parent is no co-receiver of the dispatch: it credits no agency, so that the credit came later."""
    if parent is None:
        return False
    theirs = family[parent].credit
    return theirs is None or theirs.agency != credit.agency


def _before(a: _Member, b: _Member) -> bool | None:
    if a.moment is None or b.moment is None:
        return None
    if a.moment.is_before(b.moment):
        return True
    return False if b.moment.is_before(a.moment) else None


def _by_time(family: Sequence[_Member], kin: Kinship, families: Families) -> dict[int, int]:
    """For each article the earlier one that holds most of it; of equally good ones the nearest, then the eldest."""
    order = sorted(range(len(family)), key=lambda n: family[n].moment.first if family[n].moment else 0.0)  # type: ignore[union-attr]
    parents: dict[int, int] = {}
    for at, child in enumerate(order):
        earlier = [n for n in order[:at] if _comparable(family, n, child, families)]
        if not earlier:
            continue
        held = {n: kin.contained(child, n) for n in earlier}
        best = max(held.values())
        if best > 0:
            good = [n for n in earlier if held[n] >= best - AS_GOOD]
            parents[child] = min(good, key=lambda n: (round(kin.distance(child, n), 6), earlier.index(n)))
    return parents


def _by_shape(family: Sequence[_Member], kin: Kinship, families: Families) -> tuple[dict[int, int], float]:
    def forward(a: int, b: int) -> float:
        return _textual(family, kin, a, b) + _dated(family, a, b)

    links, roots = shape(_distances(family, kin, families))
    return orient(len(family), links, roots, forward)


def _comparable(family: Sequence[_Member], a: int, b: int, families: Families) -> bool:
    one, two = family[a].record.id, family[b].record.id
    return len(family) <= LARGE or (min(one, two), max(one, two)) in families.copies


def _distances(family: Sequence[_Member], kin: Kinship, families: Families) -> Array:
    """Distances of all pairs, or in a large family of those that a copy links; the others are as far as can be."""
    size = len(family)
    matrix: Array = np.ones((size, size)) - np.eye(size)
    for a in range(size):
        for b in range(a):
            if _comparable(family, a, b, families):
                matrix[a, b] = matrix[b, a] = kin.distance(a, b)
    return matrix


def _textual(family: Sequence[_Member], kin: Kinship, a: int, b: int) -> float:
    """Log odds that `b` was made from `a`, without dates: a page's versions grow, another outlet's copy is cut.

    Half of the former where nothing is known but the texts; 0 where it is not known that the two are of one page or
    of two outlets.
    """
    one, two = family[a].record, family[b].record
    if is_one_page(one, two):
        return SHRUNK * kin.forward(a, b)
    if not any((one.title, one.url, one.outlet, two.title, two.url, two.outlet)):
        return SHRUNK / 2 * kin.forward(a, b)
    if not one.outlet or not two.outlet or one.outlet == two.outlet:
        return 0.0
    long, short = (a, b) if len(kin.signs[a]) >= len(kin.signs[b]) else (b, a)
    if len(kin.signs[short]) > SHORTER * len(kin.signs[long]) or kin.contained(short, long) < WHOLE:
        return 0.0
    return CUT if short == b else -CUT


def _descent(
    family: Sequence[_Member], child: int, origin: _Origin, kin: Kinship, families: Families, marks: SharedMarks
) -> Descent:
    parent = origin.parent
    one, two = family[child].record, family[parent].record
    copy = families.copies.get((min(one.id, two.id), max(one.id, two.id)))
    traces: list[Trace] = []
    if copy:
        longest = max(copy.shared, key=lambda shared: (len(shared.a), -shared.a.start))
        where = (Pointer(copy.a, longest.a), Pointer(copy.b, longest.b))
        own = longest.a if copy.a == one.id else longest.b
        traces.append(Trace("run", _run(own.of(one.text)), copy.share, where))
    traces.extend(marks.between(child, parent))
    dated = _before(family[parent], family[child])
    if dated:
        traces.append(Trace("time", f"published {two.published}, this one {one.published}", 1.0))
    elif dated is None:
        traces.append(Trace("growth", _growth(kin, child, parent), round(abs(_textual(family, kin, parent, child)), 3)))
    if kin.distance(child, parent) == 0:
        kind: CopyKind | None = CopyKind.VERBATIM
    else:
        kind = copy.kind if copy else CopyKind.REWRITE
    return Descent(one.id, two.id, kind, round(origin.confidence, 3), round(origin.directed, 3), tuple(traces))


def _sure(held: float) -> float:
    """Confidence in a link by how much of one text stands in the other.

    From the revision histories, on dev: of the links that share a tenth .5 are right, a third .8, two thirds .9.
    """
    return round(float(np.interp(held, [0.0, 0.1, 0.35, 0.7, 1.0], [0.2, 0.5, 0.8, 0.9, 0.95])), 3)


def _run(shared: str) -> str:
    """The longest shared run, by its size and its first and last words."""
    plain = shared.split()
    if len(plain) <= 2 * QUOTED:
        return f"{len(plain)} words run on alike: “{' '.join(plain)}”"
    return f"{len(plain)} words run on alike: “{' '.join(plain[:QUOTED])} … {' '.join(plain[-QUOTED:])}”"


def _growth(kin: Kinship, child: int, parent: int) -> str:
    added, dropped = 1 - kin.contained(child, parent), 1 - kin.contained(parent, child)
    return f"{added:.0%} of it is not in the parent; {dropped:.0%} of the parent is not in it"
