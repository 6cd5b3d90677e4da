"""Views drawn as one self-contained HTML page."""
