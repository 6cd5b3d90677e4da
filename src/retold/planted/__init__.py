"""Fictional stories with known facts, speakers, relays, copying and edits, written out as articles."""
