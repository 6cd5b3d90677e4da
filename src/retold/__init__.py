"""Retold reads how news is told and retold."""

__version__ = "0.1.0"
