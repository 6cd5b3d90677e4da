"""A checked draft as one JSON object: every word comes with its article and offsets."""

from __future__ import annotations

from typing import Any

from retold.interfaces.drafts import CheckView, DifferenceView, DraftView, Teller
from retold.interfaces.views_json import carried_json, origins_json, plain_json, withdrawal_json

Json = dict[str, Any]


def draft_json(view: DraftView) -> Json:
    """What `retold check --json` prints. Offsets in the draft are code points of `draft.text`."""
    report = view.report
    return {
        "draft": {
            "id": report.draft.id,
            "name": view.name,
            "title": report.draft.title,
            "published": report.draft.published.value,
            "text": report.draft.text,
        },
        "archive": {"articles": report.archive, "same_text": list(report.same), "stories_left_out": report.left_out},
        "stories": [
            {
                "id": near.story.id,
                "title": near.story.title,
                "articles": list(near.articles),
                "likeness": near.nearness.score,
            }
            for near in report.near
        ],
        "claims": [_check_json(check) for check in view.checks],
        "look": view.is_looked_at,
    }


def _check_json(check: CheckView) -> Json:
    return {
        "text": check.text,
        "line": check.line,
        "own": [carried_json(own) for own in check.own],
        "archive": [{"id": claim.id, "text": claim.text, "origins": origins_json(claim)} for claim in check.known],
        "nobody_else": not check.known,
        "told_by": [_teller_json(teller) for teller in check.tellers],
        "differences": [_difference_json(difference) for difference in check.differences],
        "withdrawals": [withdrawal_json(one) for one in check.withdrawals],
        "findings": [plain_json(finding) for finding in check.findings],
    }


def _difference_json(difference: DifferenceView) -> Json:
    return {
        "why": difference.why,
        "draft": difference.here or None,
        "archive": difference.there or None,
        "told_by": [_teller_json(teller) for teller in difference.tellers],
    }


def _teller_json(teller: Teller) -> Json:
    return {
        "position": teller.position,
        "chain": list(teller.chain),
        "printed": [carried_json(carried) for carried in teller.places],
    }
