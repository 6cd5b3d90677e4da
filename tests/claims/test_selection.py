from __future__ import annotations

from tests.claims.telling import Said, tell

from retold.claims import build_ledger, select_one_per_origin, to_json
from retold.records.claims import Account
from retold.records.statements import Stance

CONTENT = "the glacier above Lenz lost nine metres this year"


def by(identity: str, outlet: str, name: str, **more: object) -> Account:
    said = Said(CONTENT, name, str(more.pop("cue", "said")), name=name, **more)  # type: ignore[arg-type]
    tail = "".join(f", the {relay} reported" for relay in said.relays)
    return tell(identity, outlet, f"{name} {said.cue} {CONTENT}{tail}.", [said])


def test_the_passage_nearest_to_each_origin_is_chosen_once() -> None:
    direct = tell(
        "a", "Lenz Bote", f"Ilse Kern said {CONTENT}.", [Said(CONTENT, "Ilse Kern", "said", name="Ilse Kern")]
    )
    relayed_text = f"Ilse Kern said {CONTENT}, the Lenz Bote reported."
    relayed = tell(
        "b", "Coast Mirror", relayed_text, [Said(CONTENT, "Ilse Kern", "said", name="Ilse Kern", relays=("Lenz Bote",))]
    )
    other = tell(
        "c", "Inland Echo", f"Otto Raab said {CONTENT}.", [Said(CONTENT, "Otto Raab", "said", name="Otto Raab")]
    )
    accounts = [relayed, direct, other]
    chosen = select_one_per_origin(build_ledger("s", accounts, []), accounts)
    assert [(c.origin.name if c.origin else None, c.where.article) for c in chosen] == [
        ("Ilse Kern", "a"),
        ("Otto Raab", "c"),
    ]
    assert {c.text for c in chosen} == {CONTENT}


def test_a_claim_that_is_only_denied_selects_nothing() -> None:
    denied = by("a", "Echo", "Otto Raab", cue="denied", stance=Stance.DENY)
    assert select_one_per_origin(build_ledger("s", [denied], []), [denied]) == ()


def test_the_line_of_the_pipe_has_exactly_the_fields_of_its_format() -> None:
    account = tell(
        "a", "Lenz Bote", f"Ilse Kern said {CONTENT}.", [Said(CONTENT, "Ilse Kern", "said", name="Ilse Kern")]
    )
    line = to_json(build_ledger("s", [account], []))
    (claim,) = line["claims"]
    assert set(line) == {"story", "claims", "disputes", "checks", "retractions"}
    assert set(claim) == {"id", "text", "occurrences", "origins", "findings"}
    assert claim["origins"] == {"speakers": [1, 1], "observers": [1, 1], "retellings": 1}
    start = account.article.text.index(CONTENT)
    assert claim["occurrences"] == [
        {
            "article": "a",
            "span": [start, start + len(CONTENT)],
            "stance": "assert",
            "speaker": "Ilse Kern",
            "relays": [],
        }
    ]
