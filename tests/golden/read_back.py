"""What is written as a page or a text and read again says the same.

usage: read_back.py [--table] fixtures|corpora

Every input of the fixtures, or a sample of the saved pages in `shared` that their names' hashes choose (all of them with
OFFPRINT_CORPUS=all), becomes JSON, a page and a text. The page's content, read as it is, must have as many nodes of
each kind, as many notes, the same links, images and words; what is not embedded is a link. The page as a whole must have the
same metadata. The text must have
every word, and none that is not there but for numbers and marks. Texts among the fixtures are read again as well: --table
prints how much of each fact comes back, and less than was accepted is a complaint. Without `shared` the test is skipped,
exit code 77.
"""
import argparse
import gzip
import json
import re
import sys
import unittest
from collections import Counter

from program import FIXTURES, chosen, need_shared, run

SKIPPED = 77
SHOWN = 8
CREDIT_LINES, LONGEST_CREDIT = 12, 200
KINDS = ("heading", "list", "listItem", "table", "tableRow", "blockquote", "code", "figure", "thematicBreak", "definitionTerm",
         "math", "inlineMath", "footnoteReference", "image", "ruby")
SHOWN_IN_FIGURES = ("image", "table", "code", "blockquote", "list", "math")
METADATA = ("headline", "datePublished", "inLanguage", "publisher", "url", "keywords")
APART = ("paragraph", "heading", "definitionTerm", "attribution", "code", "math", "rubyText", "break")
WORD = re.compile(r"[^\W\d_]+|\d+")
REFERENCE = re.compile(r"\[\d+\]")
# Shares of the facts of texts that came back when this was accepted.
FACTS = {"headline": 1, "author": 1, "datePublished": 1, "heading": 0.97, "paragraph": 0.99, "listItem": 0.97}


class Failed(Exception):
    """The program did not do it."""


def converted(content, source_format, target, *options):
    result = run("-", "-f", source_format, "-t", target, "-o", "-", "--quiet", *options, input=content)
    if result.returncode != 0:
        raise Failed(f"exit code {result.returncode} for {target}: {result.stderr.decode(errors='replace').strip()}")
    return result.stdout


def read(content, source_format, *options):
    return json.loads(converted(content, source_format, "json", "--no-positions", "--no-pretty", *options))


def nodes(node):
    yield node
    for child in node.get("children", ()):
        yield from nodes(child)


def all_nodes(document):
    return [node for tree in (document["content"], *document["notes"]) for node in nodes(tree) if "type" in node]


def words(string):
    return Counter(WORD.findall(string.replace("\u00ad", "")))


def value_of(node):
    """The text of a node that has one; that of a list's item is a number."""
    return node["value"] if isinstance(node.get("value"), str) else ""


def text(node):
    """A node's words, with space around what is no part of the words beside it."""
    around = " " if node.get("type") in APART else ""
    return around + value_of(node) + "".join(map(text, node.get("children", ()))) + around


def text_on_page(node):
    """As `text`, with what a page shows in the place of images that are not at hand, and of links without words."""
    if node.get("type") == "image":
        return node.get("alt", node.get("url", "")) if is_lost(node) else ""
    around = " " if node.get("type") in APART else ""
    shown = value_of(node) + "".join(map(text_on_page, node.get("children", ())))
    if node.get("type") == "link" and not shown and all(map(is_lost, node["children"])):
        shown = node["url"]
    return around + shown + around


def content_text(document, text_of=text):
    return " ".join(map(text_of, [document["content"], *document["notes"]]))


def is_lost(node):
    return node["type"] == "image" and "asset" not in node


def is_kept(node):
    """Formulas without MathML are written as what they show. A figure whose picture is not at hand may become a paragraph."""
    if node["type"] in ("math", "inlineMath"):
        return "mathml" in node
    if node["type"] == "figure":
        return any(part.get("type") in SHOWN_IN_FIGURES and not is_lost(part) for part in nodes(node))
    return not is_lost(node)


def has_odd_tables(document):
    """A table that holds another one is taken for a page's layout when it is read. A row without cells of its own is not written."""
    return any(part is not node and part.get("type") == "table" or part.get("type") == "tableRow" and not part["children"]
               for node in all_nodes(document) if node["type"] == "table" for part in nodes(node))


def differences(before, after):
    """Of nodes, links and words, in lines."""
    counts = [Counter(node["type"] for node in all_nodes(document) if is_kept(node)) for document in (before, after)]
    counted = [kind for kind in KINDS if kind not in ("table", "tableRow") or not has_odd_tables(before)]
    yield from (f"{kind}: {counts[0][kind]} became {counts[1][kind]}" for kind in counted if counts[0][kind] != counts[1][kind])
    if len(before["notes"]) != len(after["notes"]):
        yield f"notes: {len(before['notes'])} became {len(after['notes'])}"
    # The content alone has no title that a link could lead to.
    title = f"#{before['content'].get('attributes', {}).get('id')}"
    links = [Counter(node["url"].partition("#")[0] for node in all_nodes(document)
                     if node["type"] == "link" and node["url"] != title) for document in (before, after)]
    for lost in list(links[0] - links[1])[:SHOWN]:
        yield f"lost the link to {lost or 'a place in the text'}"
    written, again = words(content_text(before, text_on_page)), words(content_text(after))
    for what, counter in (("lost", written - again), ("made up", again - written)):
        if counter:
            yield f"{what} the words {' '.join(list(counter)[:SHOWN])}"


def page_complaints(document, source):
    options = ("--base-url", document["source"]["url"]) if "url" in document["source"] else ()
    fragment = converted(source, "json", "html", "--no-standalone")
    yield from differences(document, read(fragment, "html", "--article=never", "-M", "title=none", *options))
    metadata = read(converted(source, "json", "html"), "html")["metadata"]
    for name in METADATA:
        if name in document["metadata"] and document["metadata"][name] != metadata.get(name):
            yield f"{name}: {document['metadata'][name]!r} became {metadata.get(name)!r}"


def beside(document):
    """Words of a text that are none of the content's: metadata, images, addresses, formulas in other words."""
    metadata = document["metadata"]
    people = metadata.get("author", []) + metadata.get("contributor", [])
    entries = [metadata] + [node["metadata"] for node in all_nodes(document) if "metadata" in node]
    strings = [str(value) for entry in entries for value in entry.values()]
    strings += [person.get("role", "") for person in people]
    strings += [node.get(name, "") for node in all_nodes(document) for name in ("alt", "title", "url")]
    return words(" ".join(strings))


def plain(string):
    """Without the numbers of notes and the sign of powers, neither of which is in the words of JSON."""
    return REFERENCE.sub("", string).replace("^", "")


def text_complaints(document, source):
    written = plain(converted(source, "json", "text").decode("utf-8"))
    formulas = [node for node in all_nodes(document) if node["type"] in ("math", "inlineMath")]
    formula_words = words(" ".join(node.get("value", "") for node in formulas))
    missing = words(plain(content_text(document))) - words(written) - formula_words
    if missing:
        yield f"the text lost the words {' '.join(list(missing)[:SHOWN])}"
    credits = "\n".join(line for line in written.splitlines()[:CREDIT_LINES] if len(line) < LONGEST_CREDIT)
    made_up = words(written) - words(plain(content_text(document))) - beside(document) - words(credits)
    unknown = [] if formulas else [word for word in made_up if len(word) > 3 and not word.isdigit()]
    if unknown:
        yield f"the text made up the words {' '.join(unknown[:SHOWN])}"


def facts_of(document):
    metadata = document["metadata"]
    kinds = Counter(node["type"] for node in all_nodes(document))
    return {"headline": metadata.get("headline"), "author": [person["name"] for person in metadata.get("author", [])],
            "datePublished": metadata.get("datePublished", "")[:10],
            **{kind: kinds[kind] for kind in ("heading", "paragraph", "listItem")}}


def kept(before, after):
    """How much of a fact came back, and how much there was."""
    if isinstance(before, int):
        return min(before, after), max(before, after)
    return int(before == after and bool(before)), int(bool(before) or bool(after))


def fixture_inputs():
    for why in sorted(FIXTURES.glob("*/*/why.txt")):
        (source,) = why.parent.glob("input.*")
        arguments = why.parent / "arguments.txt"
        yield f"{why.parent.parent.name}/{why.parent.name}", source, arguments.read_text().splitlines() if arguments.exists() else []


def corpus_inputs():
    for page in chosen(need_shared("corpora").glob("*/html/*.html.gz"), lambda page: page.name):
        yield page.stem, gzip.decompress(page.read_bytes()), []


def as_json(source, arguments):
    """What the first reading makes of an input, a file or the bytes of a page."""
    if isinstance(source, bytes):
        return converted(source, "html", "json", "--no-positions")
    result = run(source.name, "-t", "json", "-o", "-", "--quiet", *arguments, cwd=source.parent)
    if result.returncode != 0:
        raise Failed(f"exit code {result.returncode}: {result.stderr.decode(errors='replace').strip()}")
    return result.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--table", action="store_true")
    parser.add_argument("set", choices=("fixtures", "corpora"))
    arguments = parser.parse_args()
    found, back, total, read_again = [], Counter(), Counter(), 0
    for name, source, options in fixture_inputs() if arguments.set == "fixtures" else corpus_inputs():
        try:
            content = as_json(source, options)
            document = json.loads(content)
            found += [f"{name}: {line}" for line in (*page_complaints(document, content), *text_complaints(document, content))]
            if name.startswith("text/"):
                read_again += 1
                after = facts_of(read(converted(content, "json", "text"), "text"))
                for fact, value in facts_of(document).items():
                    share = kept(value, after[fact])
                    back[fact] += share[0]
                    total[fact] += share[1]
                    if arguments.table and share[0] != share[1]:
                        print(f"{name}: {fact}: {value!r} became {after[fact]!r}")
        except Failed as failure:
            found.append(f"{name}: {failure}")
    for fact, least in FACTS.items() if read_again else ():
        print(f"{fact}: {back[fact]} of {total[fact]}")
        if back[fact] < least * total[fact]:
            found.append(f"of {fact} less came back than was accepted ({least:.0%})")
    print("\n".join([*found, f"{len(found)} complaints"]))
    return 1 if found else 0


try:
    sys.exit(main())
except unittest.SkipTest as reason:
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)
