"""Articles in; copies, passages, story groups and lineage out."""
