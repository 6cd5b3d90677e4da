"""The version, apart from the package itself so that every layer may ask for it."""

VERSION = "0.1.0"
