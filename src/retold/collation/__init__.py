"""Tellings of one story in; aligned rows, classed changes and moves out."""
