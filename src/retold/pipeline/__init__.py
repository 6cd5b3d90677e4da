"""Wires stages to the store: runs, progress, resume."""
