"""One contract over a database; the only package that knows a driver."""
