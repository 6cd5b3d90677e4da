"""Plain text as code points: words, sentences, quotation marks. Knows no article and no language model."""
