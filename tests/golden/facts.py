"""Real texts with what a careful editor says of each, compared with what the program found.

usage: facts.py [--table] FOLDER...

A case is a folder with `facts.json` and `input.*`. The facts are style, title, subtitle, authors, published, language,
the numbers of headings (without the title), paragraphs (outside lists, tables, notes and bylines), listItems, quotes,
codeBlocks, tables, notes and rules, and the firstWords and lastWords of the body; a fact that is not stated is not
compared. `encoding` is the input's where it is not UTF-8: words.py reads it. FOLDER is a case or holds cases.
--table prints a Markdown table: in a cell what was expected and found, once where they are equal.
"""
import argparse
import json
import re
import sys
from pathlib import Path

from program import diagnostics, run

COUNTED = {"headings": "heading", "listItems": "listItem", "quotes": "blockquote", "codeBlocks": "code",
           "tables": "table", "rules": "thematicBreak"}
APART = ("list", "definitionList", "table", "byline")
BLOCKS = ("paragraph", "heading", "definitionTerm", "attribution", "code", "math")
COLUMNS = ("title", "authors", "published", "headings", "paragraphs", "listItems")


def count(node, kind, outside=()):
    """How many nodes of a kind there are beneath `node`, without those in nodes of the kinds `outside`."""
    return sum((child["type"] == kind) + count(child, kind, outside)
               for child in node.get("children", ()) if child["type"] not in outside)


def text(node):
    """A node's words, with space around blocks."""
    if node.get("type") == "break":
        return " "
    around = " " if node.get("type") in BLOCKS else ""
    return around + node.get("value", "") + "".join(map(text, node.get("children", ()))) + around


def body_words(content):
    blocks = [text(block) for block in content["children"] if block["type"] != "byline"]
    return " ".join(" ".join(blocks).split())


def style(said):
    """The style that the reader says it chose."""
    messages = [entry["message"] for entry in said if entry["code"] == "text.shape"]
    return re.match(r"read as (\w+)", messages[0])[1] if messages else None


def to_precision(date, stated):
    """A date without the time of day that an editor did not write down."""
    return date[:len(stated)] if date and stated and len(stated) == len("2014-01-15") else date


def found_facts(document, said, expected):
    metadata, content = document["metadata"], document["content"]
    words = body_words(content)
    return {
        "style": style(said),
        "title": metadata.get("headline"),
        "subtitle": metadata.get("alternativeHeadline"),
        "authors": [person["name"] for person in metadata.get("author", ()) if person["role"] == "author"],
        "published": to_precision(metadata.get("datePublished"), expected.get("published")),
        "language": metadata.get("inLanguage", "und"),
        "paragraphs": count(content, "paragraph", APART),
        "notes": len(document["notes"]),
        "firstWords": words[:len(expected.get("firstWords", ""))],
        "lastWords": words[len(words) - len(expected.get("lastWords", "")):],
        **{fact: count(content, kind) for fact, kind in COUNTED.items()},
    }


def examine(case):
    """The expected facts of a case and those that were found."""
    expected = json.loads((case / "facts.json").read_text(encoding="utf-8"))
    expected.pop("encoding", None)
    (source,) = case.glob("input.*")
    result = run(source.name, "-f", "text", "-t", "json", "-o", "-", "--log-format=json", "--verbose", cwd=case)
    if result.returncode != 0:
        raise RuntimeError(f"exit code {result.returncode} for {case}: {result.stderr.decode()}")
    return expected, found_facts(json.loads(result.stdout), diagnostics(result), expected)


def shown(value):
    if value is None:
        return "-"
    return "; ".join(value) or "-" if isinstance(value, list) else str(value)


def report(case, expected, found):
    """One line: the case, and each fact that differs."""
    differences = [f"{fact}: expected {shown(value)}, found {shown(found[fact])}"
                   for fact, value in expected.items() if found[fact] != value]
    return f"{case.name}: {' | '.join(differences) or 'as expected'}"


def row(name, expected, found):
    cells = [shown(expected[fact]) if expected[fact] == found[fact]
             else f"**{shown(expected[fact])} / {shown(found[fact])}**" for fact in COLUMNS]
    return f"| {name} | {' | '.join(cells)} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--table", action="store_true", help="print a Markdown table")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    cases = sorted(facts.parent for folder in arguments.folders for facts in folder.resolve().rglob("facts.json"))
    if not cases:
        parser.error("no case there (a case is a folder with facts.json)")
    if arguments.table:
        print(f"| case | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}")
    failed = 0
    for case in cases:
        expected, found = examine(case)
        failed += any(found[fact] != value for fact, value in expected.items())
        print(row(case.name, expected, found) if arguments.table else report(case, expected, found))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
