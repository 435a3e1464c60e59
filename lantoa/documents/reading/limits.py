"""How much of a file is looked at (mức giới hạn), far beyond any real document, so that none costs
more than its size."""

from __future__ import annotations

MAX_BYTES = 20_000_000
MAX_LINE = 200_000
MAX_LINES = 100_000
# No package has so many parts; a file of nothing but titles must not cost the square of its size.
MAX_DOCUMENTS = 200
# Wider than any sheet: what has more columns is no table of duties.
MAX_COLUMNS = 100
# Who does a duty, when and how much stands within its first two pages.
MAX_SAID = 5_000
