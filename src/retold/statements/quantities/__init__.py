"""How much: money, percentages, measures, counts and ordinals, and whether the sums in an article add up.

`find_quantities` takes a text; `check_sums` compares totals with the parts that the text names.
"""

from retold.statements.quantities.finder import find_quantities
from retold.statements.quantities.sums import check_sums

__all__ = ["check_sums", "find_quantities"]
