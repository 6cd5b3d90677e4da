"""The command line: `retold COMMAND …`."""

from __future__ import annotations

from retold.interfaces.cli.app import main

__all__ = ["main"]
