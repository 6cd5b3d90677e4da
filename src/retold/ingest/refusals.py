"""The refusals of this stage: a stable code each, and one sentence that says what is wrong and what to do."""

from __future__ import annotations

from retold.records.documents import Refusal


def missing(subject: str) -> Refusal:
    """Nothing stands at this path, and no file matches it as a pattern."""
    return Refusal(subject, "missing", "There is no such file or folder; check the path.")


def vanished(subject: str) -> Refusal:
    """The file was listed and is gone now."""
    return Refusal(subject, "vanished", "The file disappeared while it was being read; run again when it is back.")


def unreadable(subject: str, error: OSError) -> Refusal:
    """The system would not let the file or folder be read."""
    cause = error.strerror or type(error).__name__
    return Refusal(subject, "unreadable", f"It cannot be read ({cause}); check its permissions and its disk.")


def empty(subject: str) -> Refusal:
    """There is nothing but white space."""
    return Refusal(subject, "empty", "It holds no text; remove it or capture it again.")


def binary(subject: str) -> Refusal:
    """The bytes are no text."""
    return Refusal(subject, "binary", "It is a binary file; give plain text, HTML or JSON Lines.")


def unsupported(subject: str, suffix: str) -> Refusal:
    """A format that is known and not read."""
    return Refusal(subject, "unsupported", f"{suffix} files are not read; give plain text, HTML or JSON Lines.")


def too_large(subject: str, limit: int) -> Refusal:
    """More bytes than one article may have."""
    return Refusal(
        subject,
        "too-large",
        f"It has over {limit:,} bytes, too many for one article; split it or raise the limit.",
    )


def not_a_file(subject: str) -> Refusal:
    """A pipe, a socket or a device."""
    return Refusal(subject, "not-a-file", "It is neither a file nor a folder; give a path to text.")


def looping(subject: str) -> Refusal:
    """A link that leads back to where the walk already was."""
    return Refusal(subject, "loop", "The link leads round in a circle; remove the link.")


def too_deep(subject: str, limit: int) -> Refusal:
    """More folders inside folders than are entered."""
    return Refusal(subject, "too-deep", f"It lies more than {limit} folders deep; point at it directly.")


def without_files(subject: str) -> Refusal:
    """A folder in which there is nothing to read."""
    return Refusal(subject, "no-files", "The folder holds no files to read; put articles into it or give another one.")


def broken_archive(subject: str) -> Refusal:
    """A .gz file that does not decompress."""
    return Refusal(subject, "broken-gzip", "The compressed file is damaged; compress it again from its original.")


def broken_line(subject: str, cause: str) -> Refusal:
    """A line that is not JSON."""
    return Refusal(subject, "broken-json", f"The line is not valid JSON ({cause}); write one object on each line.")


def not_an_object(subject: str) -> Refusal:
    """A line that is JSON but no object."""
    return Refusal(subject, "not-an-object", 'The line is no JSON object; write {"id": …, "text": …} on each line.')


def without_text(subject: str) -> Refusal:
    """A line whose object has no text."""
    return Refusal(subject, "no-text", 'The line has no "text" with words in it; put the article there as a string.')


def undecodable(subject: str) -> Refusal:
    """Bytes that are not in the charset that they have to be in."""
    return Refusal(subject, "undecodable", "The line is not UTF-8; save the file as UTF-8.")


def not_a_draft(subject: str) -> Refusal:
    """A folder or a file of several articles where one text is wanted."""
    return Refusal(subject, "not-a-draft", "It may hold several articles; give one draft as text, Markdown or HTML.")
