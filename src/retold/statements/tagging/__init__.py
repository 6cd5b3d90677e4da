"""Texts in; source, cue and content of each attribution out, as a trained tagger and linker see them."""

from retold.statements.tagging.tagger import ModelMissing, TaggedAttribution, Tagger, load_tagger

__all__ = ["ModelMissing", "TaggedAttribution", "Tagger", "load_tagger"]
