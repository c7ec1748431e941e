"""Markdown as others read it: pandoc's HTML of our Markdown has the words, headings, links, images, items, tables, code
blocks and footnotes of the document, and what our own reader makes of it has them, too, and stays the
same from then on.

The documents are the fixtures and a sample of the saved pages, which their names' hashes choose; those of all corpora
with OFFPRINT_CORPUS=all.
"""
import collections
import gzip
import json
import os
import re
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from convert import fixture_inputs
from program import ProgramTest, chosen, need_command, need_shared, run

COUNTED = {"heading": "heading", "link": "link", "image": "image", "listItem": "item", "table": "table",
           "tableCell": "cell", "code": "code", "footnoteReference": "reference"}
TAGS = {**{f"h{level}": "heading" for level in range(1, 7)}, "img": "image", "li": "item", "table": "table", "th": "cell",
        "td": "cell", "pre": "code"}
IN_WORDS = {"text", "emphasis", "strong", "delete", "link", "inlineCode", "footnoteReference", "subscript", "superscript",
            "span", "small", "mark", "underline", "smallCaps", "quote", "cite", "keyboard", "sample", "variable",
            "definition", "abbreviation", "insertion"}
PANDOC = ("pandoc", "-f", "gfm-yaml_metadata_block+tex_math_dollars", "-t", "html", "--wrap=none", "--no-highlight")

# pandoc does not follow references from one note to another.
KNOWN = {"markdown-footnotes: pandoc"}


class Facts:
    """What is compared of a document."""
    def __init__(self):
        self.counts = collections.Counter()
        self.text = []

    def add_text(self, text):
        self.text.append(text)

    def words(self):
        # Soft hyphens are no part of a word, and readers of HTML take them out.
        return collections.Counter(re.findall(r"\w+", "".join(self.text).replace("\xad", "")))


def facts_of_article(article, repeats_notes=False):
    facts = Facts()

    def visit(node):
        kind = node.get("type")
        if kind in COUNTED:
            facts.counts[COUNTED[kind]] += 1
        ends_word = kind not in IN_WORDS
        if ends_word:
            facts.add_text("\n")
        if kind in ("text", "inlineCode", "code") or node.get("notation") == "text":
            facts.add_text(node["value"])
        for child in node.get("children", ()):
            visit(child)
        if ends_word:
            facts.add_text("\n")

    visit(article["content"])
    references = collections.Counter(re.findall(r'"footnoteReference", "identifier": "([^"]+)"', json.dumps(article)))
    for note in article.get("notes", ()):
        for _ in range(max(1, references[note["identifier"]]) if repeats_notes else 1):
            visit({"children": note["children"]})
    return facts


class PageReader(HTMLParser):
    """Counts what a page of pandoc's shows; what leads to and from footnotes is not the article's."""
    BREAKS = {"ruby", "rt", "p", "br", "li", "td", "th", "pre", "div", "dt", "dd", "figcaption", "img", "caption", *TAGS}

    def __init__(self):
        super().__init__()
        self.facts = Facts()
        self.skipped = []
        self.in_notes = False

    def handle_starttag(self, tag, attributes):
        classes = (dict(attributes).get("class") or "").split()
        if "footnotes" in classes:
            self.in_notes = True
        if tag == "li" and self.in_notes and dict(attributes).get("id", "").startswith("fn"):
            return
        if "footnote-ref" in classes:
            self.facts.counts["reference"] += 1
        skips = "footnote-ref" in classes or "footnote-back" in classes or "math" in classes
        if self.skipped or skips:
            if tag not in ("br", "img", "hr", "col", "input"):
                self.skipped.append(tag)
            return
        if tag in TAGS:
            self.facts.counts[TAGS[tag]] += 1
        if tag == "a" and "href" in dict(attributes):
            self.facts.counts["link"] += 1
        if tag in self.BREAKS:
            self.facts.add_text("\n")

    def handle_endtag(self, tag):
        if self.skipped and self.skipped[-1] == tag:
            self.skipped.pop()

    def handle_data(self, data):
        if not self.skipped:
            self.facts.add_text(data)


def facts_of_page(html):
    reader = PageReader()
    reader.feed(html)
    return reader.facts


def difference(expected, actual):
    """What one counter has more than the other, for a message."""
    return dict((expected - actual).most_common(8)), dict((actual - expected).most_common(8))


def without_header(markdown):
    return re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)


def for_pandoc(markdown):
    """Without the marks of callouts, which pandoc 2.17 takes for words."""
    return re.sub(r"^((?:> )+)\[![A-Z]+\]$", r"\1", without_header(markdown), flags=re.M)


class MarkdownTest(ProgramTest):
    def converted(self, source, target, name, *arguments):
        result = run(source, "-q", "-t", target, "-o", self.folder / name, *arguments)
        self.assertEqual(result.returncode, 0, result.stderr)
        return (self.folder / name).read_text(encoding="utf-8")

    def findings(self, name, source):
        """What the judges say of one document."""
        article = json.loads(self.converted(source, "json", f"{name}.json"))
        # The document that was read, so that guesses about the page are made once.
        written = self.converted(self.folder / f"{name}.json", "markdown", f"{name}.md")
        again = self.converted(self.folder / f"{name}.md", "markdown", f"{name}.again.md")
        back = facts_of_article(json.loads(self.converted(self.folder / f"{name}.md", "json", f"{name}.back.json")))
        page = subprocess.run(PANDOC, input=for_pandoc(written), capture_output=True, text=True, check=True).stdout
        # pandoc prints a note once for each of its references.
        for judge, expected, facts in (("read again", facts_of_article(article), back),
                                       ("pandoc", facts_of_article(article, repeats_notes=True), facts_of_page(page))):
            if facts.words() != expected.words() and f"{name}: {judge}" not in KNOWN:
                yield f"{name}: {judge}: words {difference(expected.words(), facts.words())}"
            if facts.counts != expected.counts:
                yield f"{name}: {judge}: counts {difference(expected.counts, facts.counts)}"
        settled = self.converted(self.folder / f"{name}.again.md", "markdown", f"{name}.settled.md")
        if without_header(settled) != without_header(again):
            yield f"{name}: other Markdown each time it is read and written"

    def check(self, inputs):
        need_command("pandoc")
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = list(pool.map(lambda pair: list(self.findings(*pair)), inputs))
        findings = [finding for of_one in found for finding in of_one]
        print(f"{len(found)} documents, {len(findings)} findings")
        self.assertEqual(findings, [], "\n" + "\n".join(findings))

    def test_fixtures(self):
        self.check(list(fixture_inputs()))

    def test_saved_pages(self):
        corpora = need_shared("corpora")
        everywhere = "*" if os.environ.get("OFFPRINT_CORPUS") else "readability"
        pages = chosen(corpora.glob(f"{everywhere}/html/*.html.gz"), lambda page: page.name)
        inputs = []
        for page in pages:
            name = f"{page.parent.parent.name}-{page.name.removesuffix('.html.gz')}"
            inputs.append((name, self.write(f"{name}.html", gzip.decompress(page.read_bytes()))))
        self.check(inputs)


if __name__ == "__main__":
    unittest.main()
