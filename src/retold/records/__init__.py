"""The frozen nouns that every stage speaks in; standard library only.

Each module holds one family: `spans`, `documents`, `stories`, `collation`, `statements`, `claims`,
`judgements`.
"""
