"""The refusals of this stage: a stable code each, and one sentence that says what is wrong and what to do."""

from __future__ import annotations

from retold.records.documents import Refusal

READ = "text, pages, feeds, tables or web archives"


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
    return Refusal(
        subject,
        "binary",
        f"It is a binary file of no kind that is read; give {READ}.",
    )


def unsupported(subject: str, suffix: str) -> Refusal:
    """A format that is known and not read."""
    return Refusal(subject, "unsupported", f"{suffix} files are not read here; give {READ}.")


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


def too_expanded(subject: str) -> Refusal:
    """A compressed file that swells beyond what text does."""
    return Refusal(
        subject,
        "too-expanded",
        "It holds hundreds of times more than it takes up, as text never does; unpack it first.",
    )


def no_input(subject: str) -> Refusal:
    """Standard input was asked for, and there is none."""
    return Refusal(subject, "no-input", "There is no standard input to read; pipe something into the command.")


def not_fetched(subject: str) -> Refusal:
    """An address, and nobody to fetch it."""
    return Refusal(
        subject, "not-fetched", "It is an address, and nothing is fetched here; save the page and give the file."
    )


def too_many_steps(subject: str, limit: int) -> Refusal:
    """A list that names a list that names a list, and so on."""
    return Refusal(subject, "too-many-steps", f"It lies over {limit} lists away from what you gave; give it itself.")


def broken_markup(subject: str, cause: str) -> Refusal:
    """XML that cannot be parsed."""
    return Refusal(subject, "broken-xml", f"Its XML cannot be read ({cause}); fetch it again or mend it.")


def unknown_markup(subject: str) -> Refusal:
    """XML that is none of the kinds that are read."""
    return Refusal(subject, "unknown-xml", "Its XML is no feed, OPML list, sitemap or page; give one of these.")


def entities(subject: str) -> Refusal:
    """XML that declares entities of its own: what bombs and leaks are made of, and feeds never need."""
    return Refusal(subject, "xml-entities", "Its XML declares entities, which are never followed; remove them.")


def without_items(subject: str) -> Refusal:
    """A feed, list or sitemap that names nothing."""
    return Refusal(subject, "no-items", "It names no article and no address; check that it is the right file.")


def without_words(subject: str) -> Refusal:
    """An item of a feed with neither text nor address."""
    return Refusal(subject, "no-text", "The item has neither text nor an address; nothing can be read of it.")


def not_an_address(subject: str) -> Refusal:
    """A line of a list of addresses that is none."""
    return Refusal(subject, "not-an-address", "The line is no http or https address; write one address on each line.")


def no_text_column(subject: str, columns: str) -> Refusal:
    """A table in which no column looks like the article's text."""
    return Refusal(
        subject,
        "no-text-column",
        f"No column looks like a text; name it with --map text=COLUMN ({columns}).",
    )


def no_column(subject: str, column: str, columns: str) -> Refusal:
    """A column was named that is not there."""
    return Refusal(subject, "no-column", f"It has no column {column!r}; its columns are {columns}.")


def broken_row(subject: str, cause: str) -> Refusal:
    """A row that cannot be split into its fields."""
    return Refusal(subject, "broken-row", f"The row cannot be read ({cause}); mend its quotation marks.")


def row_without_text(subject: str, column: str) -> Refusal:
    """A row whose text is empty."""
    return Refusal(subject, "no-text", f"The row has no words in its column {column!r}; fill it in or leave it.")


def undecodable_row(subject: str, charset: str) -> Refusal:
    """A row with bytes that are not in the table's charset."""
    return Refusal(subject, "undecodable", f"The row is not {charset}, as the rest is; save the file as UTF-8.")


def broken_table(subject: str, cause: str) -> Refusal:
    """A Parquet file that cannot be read."""
    return Refusal(subject, "broken-table", f"It is no Parquet file that can be read ({cause}); write it again.")


def needs_package(subject: str) -> Refusal:
    """Parquet, without the package that reads it."""
    return Refusal(subject, "needs-package", "Parquet needs one more package: pip install 'retold[parquet]'.")


def broken_record(subject: str, cause: str) -> Refusal:
    """A record of a web archive that cannot be read."""
    return Refusal(subject, "broken-record", f"The record cannot be read ({cause}); capture that page again.")


def altered_record(subject: str) -> Refusal:
    """A record whose bytes do not give the digest that it states."""
    return Refusal(subject, "altered-record", "The record's bytes do not give its own digest; capture that page again.")


def cut_off(subject: str) -> Refusal:
    """A web archive that ends in the midst of a record."""
    return Refusal(subject, "cut-off", "The archive ends within a record; copy it again from where it came.")


def without_pages(subject: str) -> Refusal:
    """A web archive in which there is no page."""
    return Refusal(subject, "no-pages", "The archive holds no page of HTML; check that it is the right file.")


def broken_package(subject: str, cause: str) -> Refusal:
    """A WACZ that is no ZIP file with archives in it."""
    return Refusal(subject, "broken-package", f"It is no WACZ package that can be read ({cause}); make it again.")


def not_watched(subject: str) -> Refusal:
    """Something else than a list of feeds, to be followed."""
    return Refusal(subject, "not-watched", "It is no list of feeds, and does not change by itself; use: retold read.")


def not_a_feed(subject: str) -> Refusal:
    """An address that is to be followed and gives no feed."""
    return Refusal(subject, "not-a-feed", "It is no feed, sitemap or list of feeds; give the address of its feed.")
