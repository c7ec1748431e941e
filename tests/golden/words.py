"""With --article=never no word is lost and none is made up: the words of texts, before and after.

usage: words.py FOLDER...

Every .txt file in a FOLDER is read as it is, wrapped anew, and with each paragraph on one line. A word is a run of
letters or of digits. What became structure may be missing from the output's text: a number or a marker at a line's
start, a note's label, and whatever the output holds as a code's language, a link's address or title, an image's
description or the title of the whole. Without a FOLDER the test is skipped, exit code 77, or fails with
OFFPRINT_REQUIRE_CHECKERS=1.
"""
import argparse
import codecs
import json
import re
import sys
import textwrap
import unicodedata
import unittest
from collections import Counter
from pathlib import Path

from facts import text
from program import missing, run

SKIPPED = 77
WIDTH = 66
SHOWN_WORDS = 12
WORD = re.compile(r"[^\W\d_]+|\d+")
MARKERS = (
    re.compile(r"^[\s>]*(?:[-*+•] +)?\(?(\d+(?:\.\d+)*)", re.M),  # numbers of items and of headings
    re.compile(r"^[\s>]*\(?([a-z]|[ivxlc]+)[.)]\)?(?=\s)", re.M | re.I),  # letters and Roman numerals
    re.compile(r"^[\s>]*(o)(?=\s)", re.M),  # a bullet of typewriters
    re.compile(r"^[\s>]*[-*+] +\[(x)\](?=\s)", re.M | re.I),  # a task's box
    re.compile(r"\[(\d+)\]|\[\^([\w-]+)\]|\]\[([^\]\n]+)\]|^ *\[([^\]\n]+)\]:", re.M),  # notes and named addresses
)
COVERING = ("url", "title", "lang", "alt")
LINE_ENDS = "\n\r\f\v\u0085\u2028\u2029"
BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def words(string):
    return Counter(WORD.findall(string))


def stated_encoding(source):
    facts = source.with_name("facts.json")
    return json.loads(facts.read_text(encoding="utf-8")).get("encoding") if facts.exists() else None


def decode(source):
    """A file's text in lines that end with a line feed, without what no document can hold."""
    content = source.read_bytes()
    marked = [encoding for mark, encoding in BYTE_ORDER_MARKS if content.startswith(mark)]
    decoded = content.decode((marked or [stated_encoding(source) or "utf-8"])[0], errors="replace")
    clean = "".join(character for character in decoded if character in LINE_ENDS + "\t"
                    or unicodedata.category(character) not in ("Cc", "Cn"))
    return "\n".join(clean.splitlines()) + "\n"


def paragraphs(string):
    return re.split(r"\n[ \t]*\n", string)


def wrapped(string):
    return "\n\n".join(textwrap.fill(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False)
                       for paragraph in paragraphs(string))


def joined(string):
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs(string))


def covering(node):
    """The words that a node holds beside its text; an address that is the text of its link is not beside it."""
    own = [node[key] for key in COVERING if key in node and node[key].removeprefix("mailto:") not in text(node)]
    return sum((covering(child) for child in node.get("children", ())), words(" ".join(own)))


def titles(metadata):
    """The words that stand once more in the metadata: a title at the head of the text is no part of the content."""
    return words(" ".join(metadata.get(key, "") for key in ("headline", "alternativeHeadline")))


def structure(string):
    """The words of the input that may become structure."""
    marked = [group for marker in MARKERS for match in marker.finditer(string) for group in match.groups() if group]
    return words(" ".join(marked))


def read(content):
    result = run("-", "-f", "text", "-t", "json", "-o", "-", "--article=never", "--no-positions", "--no-pretty",
                 input=content)
    if result.returncode != 0:
        raise RuntimeError(f"exit code {result.returncode}: {result.stderr.decode()}")
    return json.loads(result.stdout)


def complaint(string, content):
    """What was lost of a text and what was made up, or nothing."""
    document = read(content)
    trees = [document["content"], *document["notes"]]
    body = " ".join(map(text, trees))
    before, after = words(string), words(body)
    beside = titles(document["metadata"]) + structure(string) + sum(map(covering, trees), Counter())
    lost = before - after - beside
    found = [f"{what} {' '.join(list(counter)[:SHOWN_WORDS])}"
             for what, counter in (("lost", lost), ("made up", after - before)) if counter]
    return "; ".join(found)


def variants(source):
    """Each form of a text: its name, its characters, its bytes."""
    string = decode(source)
    yield "as it is", string, source.read_bytes()
    for name, change in (("wrapped anew", wrapped), ("a line a paragraph", joined)):
        changed = change(string)
        yield name, changed, changed.encode("utf-8")


def complaints(source):
    for name, string, content in variants(source):
        found = complaint(string, content)
        if found:
            yield f"{source.parent.name}/{source.name}, {name}: {found}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    folders = parser.parse_args().folders
    for folder in folders:
        if not folder.is_dir():
            missing(f"there is no {folder}")
    sources = sorted(source for folder in folders for source in folder.resolve().rglob("*.txt")
                     if source.name not in ("why.txt", "diagnostics.txt", "arguments.txt"))
    found = [line for source in sources for line in complaints(source)]
    print("\n".join([*found, f"{len(sources)} texts, {len(found)} complaints"]))
    return 1 if found else 0


try:
    sys.exit(main())
except unittest.SkipTest as reason:
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)
