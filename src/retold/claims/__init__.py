"""Annotated articles and their lineage in; claims, disputes and origins out."""
