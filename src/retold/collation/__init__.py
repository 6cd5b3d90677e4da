"""Tellings of a story laid side by side: rows, changes, moves; with TEI, JSON and substitution tables."""

from retold.collation.collating import collate
from retold.collation.forms import to_json
from retold.collation.options import CollateOptions
from retold.collation.revising import compare_versions
from retold.collation.substitutions import Place, Substitution, substitutions, wilson
from retold.collation.tei import to_tei

__all__ = [
    "CollateOptions",
    "Place",
    "Substitution",
    "collate",
    "compare_versions",
    "substitutions",
    "to_json",
    "to_tei",
    "wilson",
]
