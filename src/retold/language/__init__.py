"""What is particular to one language: parsers, word lists, gazetteers."""
