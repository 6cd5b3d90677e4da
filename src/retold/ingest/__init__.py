"""Files, folders and lines in; captures and refusals out."""
