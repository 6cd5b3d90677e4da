"""The only code that people touch: command line, report, pipes."""
