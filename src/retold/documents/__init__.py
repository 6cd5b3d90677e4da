"""Captures in; articles with blocks, facts and offset maps out."""
