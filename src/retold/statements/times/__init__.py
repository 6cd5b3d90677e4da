"""When: time expressions with TIMEX3 and EDTF values.

`find_timex` takes a text and its publication date and gives its time expressions in order.
"""

from retold.statements.times.finder import find_timex

__all__ = ["find_timex"]
