"""Statements to claims, disputes and independent origins: the ledger of a story."""

from retold.claims.captures import Former, find_dropped
from retold.claims.drafts import Difference, DraftCheck, check_draft
from retold.claims.keeping import NOTHING, Kept
from retold.claims.ledger import Working, build_ledger, work_out
from retold.claims.options import LedgerOptions
from retold.claims.output import to_json
from retold.claims.retractions import find_retractions
from retold.claims.selection import Selection, select_one_per_origin
from retold.claims.voices import Opinion, Voice

__all__ = [
    "NOTHING",
    "Difference",
    "DraftCheck",
    "Former",
    "Kept",
    "LedgerOptions",
    "Opinion",
    "Selection",
    "Voice",
    "Working",
    "build_ledger",
    "check_draft",
    "find_dropped",
    "find_retractions",
    "select_one_per_origin",
    "to_json",
    "work_out",
]
