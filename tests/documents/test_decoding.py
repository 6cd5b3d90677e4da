"""Bytes to characters: marks, declarations, guesses, and what is refused."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.documents import Decoded, decode
from retold.records.documents import Capture, Refusal

TEXT = "The mayor of Orrin said “no” – twice – to the café’s owner, and €20 was the price of it. "


def capture(content: bytes, encoding: str | None = None) -> Capture:
    return Capture(hashlib.sha256(content).hexdigest(), "a", "a", "text/plain", content, encoding)


@pytest.mark.parametrize(
    ("content", "declared", "charset"),
    [
        (TEXT.encode(), None, "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "iso-8859-1", "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), None, "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), None, "utf-16-be"),
        (TEXT.encode("utf-16-le"), None, "utf-16-le"),
        (TEXT.encode("cp1252"), None, "cp1252"),
        (TEXT.encode("cp1252"), "iso-8859-1", "cp1252"),
        (TEXT.encode(), "iso-8859-1", "utf-8"),
        (TEXT.encode(), "no-such-charset", "utf-8"),
        (TEXT.encode("cp1252"), "utf-8", "cp1252"),
        ('<meta charset="windows-1251"><p>Мэр города сказал'.encode("cp1251"), None, "cp1251"),
        ('<?xml version="1.0" encoding="iso-8859-2"?><p>Zażółć gęślą jaźń'.encode("iso-8859-2"), None, "iso8859-2"),
    ],
)
def test_the_charset_is_told_and_the_text_is_right(content: bytes, declared: str | None, charset: str) -> None:
    found = decode(capture(content, declared))
    assert isinstance(found, Decoded)
    assert found.charset == charset
    assert "�" not in found.text
    if "meta" not in found.text and "xml" not in found.text:
        assert found.text.lstrip("\ufeff") == TEXT


def test_a_few_broken_bytes_are_replaced_and_counted() -> None:
    content = (TEXT * 40).encode() + b"\xff\xfe broken"
    found = decode(capture(content))
    assert isinstance(found, Decoded)
    assert found.charset == "utf-8 (2 bytes replaced)"
    assert found.text.count("�") == 2


def test_noise_in_no_charset_is_refused() -> None:
    found = decode(capture(bytes((7 * n * n + 129 * n) % 256 for n in range(4000))))
    assert isinstance(found, Refusal)
    assert found.code == "undecodable"


@given(
    st.binary(max_size=400),
    st.sampled_from([None, "utf-8", "utf-16", "idna", "rot13", "unicode_escape", "\0", "cp1252"]),
)
def test_no_bytes_and_no_declaration_raise(content: bytes, declared: str | None) -> None:
    found = decode(capture(content, declared))
    assert isinstance(found, (Decoded, Refusal))
