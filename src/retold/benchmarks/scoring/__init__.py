"""Scorers: what is right and what was found in, precision, recall and F1 out. They know no engine and no corpus."""
