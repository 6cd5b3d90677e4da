"""Views as JSON objects, for `--json`: every quoted word comes with its article and offsets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from retold.interfaces.clocks import Clock
from retold.interfaces.judged import Ruling, deed_words
from retold.interfaces.library import Library, Listed
from retold.interfaces.profiles import Profile
from retold.interfaces.views import Carried, Checked, ClaimView, DisputeView, StoryView, Voice
from retold.interfaces.withdrawals import WithdrawalView
from retold.records.claims import Claim
from retold.records.judgements import Judgement
from retold.records.spans import Pointer
from retold.records.stories import StoryChange
from retold.store.contract import Hit

if TYPE_CHECKING:
    from retold.interfaces.desk import Entered
    from retold.pipeline.reading import RunSummary

Json = dict[str, Any]
CLOCKS = ("happened", "said", "published", "captured")


def plain_json(record: object) -> Any:
    """Any frozen record as plain JSON values."""
    return msgspec.to_builtins(record)


def pointer_json(pointer: Pointer) -> Json:
    """{"article", "start", "end"}."""
    return {"article": pointer.article, "start": pointer.span.start, "end": pointer.span.end}


def listed_json(row: Listed) -> Json:
    """One line of `retold stories`."""
    summary = row.summary
    return {
        "number": row.number,
        "id": summary.id,
        "title": summary.title,
        "articles": summary.articles,
        "outlets": summary.outlets,
        "first_published": summary.first or None,
        "disputes": summary.disputes,
        "most_retold": summary.most_retold,
    }


def run_json(summary: RunSummary, library: Library) -> Json:
    """What `retold read --json` prints: what the run did, and every story that it read."""
    intake = summary.intake
    return {
        "added": intake.added,
        "changed": intake.changed,
        "unchanged": len(intake.unchanged),
        "refused": [plain_json(refusal) for refusal in intake.refused],
        "annotated": len(summary.annotated),
        "stories": [listed_json(row) for row in library.listed],
        "read": [story_json(library.view(story)) for story in summary.read],
        "gone": list(summary.gone),
        "changes": [change_json(change) for change in summary.changes],
    }


def story_json(view: StoryView) -> Json:
    """A story with its tellings, voices, changes, claims and disputes."""
    return {
        "id": view.id,
        "title": view.title,
        "tellings": [plain_json(telling) for telling in view.tellings],
        "statements": [_voice_json(voice) for voice in view.voices],
        "changes": [plain_json(change) for change in view.changes],
        "claims": [claim_json(claim) for claim in view.claims],
        "disputes": [dispute_json(dispute) for dispute in view.disputes],
        "judgements": [judgement_json(judgement) for judgement in view.judged],
        "checks": [_checked_json(checked) for checked in view.checks],
        "withdrawals": [withdrawal_json(one) for one in view.withdrawals],
    }


def withdrawal_json(one: WithdrawalView) -> Json:
    """A withdrawal with the words at their place, and who still carries what was withdrawn."""
    return {
        **pointer_json(one.where),
        "words": one.words,
        "also": [pointer_json(pointer) for pointer in one.also],
        "by": one.by,
        "deed": one.deed,
        "when": one.when or None,
        "claim": one.claim,
        "still_carried_by": [plain_json(carrier) for carrier in one.carriers],
    }


def _checked_json(checked: Checked) -> Json:
    where = [pointer_json(pointer) for pointer in checked.where]
    return {"agrees": checked.agrees, "detail": checked.detail, "words": checked.words, "where": where}


def dispute_json(view: DisputeView) -> Json:
    """A dispute with its two sides."""
    sides = [
        {"claim": s.claim, "position": s.position, "words": s.words, "carried": [carried_json(c) for c in s.carried]}
        for s in view.sides
    ]
    judged = [judgement_json(judgement) for judgement in view.judged]
    return {"id": view.name, **plain_json(view.dispute), "sides": sides, "judgements": judged}


def claim_json(view: ClaimView) -> Json:
    """A claim with its origins, occurrences, findings and disputes."""
    return {
        "id": view.claim.id,
        "text": view.claim.text,
        "origins": origins_json(view.claim),
        "occurrences": [carried_json(carried) for carried in view.carried],
        "findings": [plain_json(finding) for finding in view.claim.findings],
        "disputes": [plain_json(dispute) for dispute in view.disputes],
        "judgements": [judgement_json(judgement) for judgement in view.judged],
        "withdrawals": [withdrawal_json(one) for one in view.withdrawals],
        "notes": list(view.notes),
    }


def judgement_json(judgement: Judgement) -> Json:
    """A judgement with what was done in words; of each side the places, with the words that stood there."""
    return {
        "id": judgement.id,
        "at": judgement.at,
        "who": judgement.who,
        "action": judgement.action.value,
        "judged": judgement.judged.value,
        "deed": deed_words(judgement),
        "reason": judgement.reason,
        "undoes": judgement.undoes,
        "sides": [[{**pointer_json(p.pointer), "words": p.words} for p in side] for side in judgement.sides],
    }


def ruling_json(ruling: Ruling) -> Json:
    """One line of `retold judgements`."""
    return {
        **judgement_json(ruling.judgement),
        "standing": ruling.standing,
        "lost": list(ruling.lost),
        "undone_by": ruling.undone_by,
    }


def entered_json(entered: Entered) -> Json:
    """What `retold judge` prints: the rows, the stories read anew, and the claims that changed, before and now."""
    decision = entered.decision

    def counted(claims: Sequence[Claim]) -> list[Json]:
        return [{"id": claim.id, "text": claim.text, "origins": origins_json(claim)} for claim in claims]

    return {
        "judgements": [judgement_json(judgement) for judgement in decision.judgements],
        "read": list(decision.read),
        "before": counted(entered.before),
        "now": counted(entered.now),
        "changes": [change_json(change) for change in decision.changes],
    }


def change_json(change: StoryChange) -> Json:
    """One line of `retold stories --changes`."""
    row: Json = plain_json(change)
    return row


def origins_json(claim: Claim) -> Json:
    """The three counts, ranges as [low, high], with the roots that were counted."""
    origins = claim.origins
    return {
        "speakers": [origins.speakers.low, origins.speakers.high],
        "observers": [origins.observers.low, origins.observers.high],
        "retellings": origins.retellings,
        "roots": [plain_json(root) for root in origins.roots],
    }


def profile_json(profile: Profile) -> Json:
    """An actor with its statements, changes and namesakes."""
    row: Json = plain_json(profile)
    return row


def hit_json(hit: Hit) -> Json:
    """One search result."""
    row: Json = plain_json(hit)
    return row


def _voice_json(voice: Voice) -> Json:
    return {
        "speaker": voice.speaker,
        "unnamed": voice.unnamed,
        "relays": list(voice.relays),
        "stance": voice.stance,
        "words": voice.words,
        "where": [pointer_json(pointer) for pointer in voice.where],
        "said": list(voice.said),
    }


def carried_json(carried: Carried) -> Json:
    """One occurrence with its words and chain."""
    return {
        **pointer_json(carried.pointer),
        "words": carried.words,
        "position": carried.position,
        "chain": list(carried.chain),
        "outlet": carried.outlet,
        "published": carried.published or None,
        "clocks": {name: _clock_json(getattr(carried.clocks, name)) for name in CLOCKS},
    }


def _clock_json(clock: Clock) -> Json:
    where = pointer_json(clock.where) if clock.where else None
    return {"value": clock.value, "precision": clock.precision, "where": where, "how": clock.how}
