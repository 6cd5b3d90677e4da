"""Captures as web archives that other tools read: WARC 1.1 and WACZ 1.1.1."""
