"""Word files of other makers (pandoc, LibreOffice, the npm package docx, calibre where it is installed) read back: what
they hold is counted against pandoc's own reader of the same files, and no word is lost.

Where the two readers are known to differ, the difference stands beside the count, with its reason.
"""
import json
import re
import shutil
import subprocess
import unittest
from collections import Counter
from pathlib import Path

from program import CHECKERS, FIXTURES, ProgramTest, clean_environment, missing, need_command, run

HERE = Path(__file__).parent
TIMEOUT = 300
INPUTS = {name: FIXTURES / "html" / name / "input.html" for name in ("docs-page", "lists", "tables", "wiki")}


def tool(*command, **options):
    environment = clean_environment(NODE_PATH=str(CHECKERS / "node_modules"))
    return subprocess.run([str(part) for part in command], check=True, timeout=TIMEOUT, capture_output=True,
                          env=environment, **options)


def nodes(tree):
    """Every object of a JSON tree."""
    children = tree
    if isinstance(tree, dict):
        yield tree
        children = tree.values()
    elif not isinstance(tree, list):
        return
    for child in children:
        yield from nodes(child)


def words(text):
    return Counter(re.findall(r"[^\W_]+", text.lower()))


def read_by_pandoc(path):
    """What pandoc finds in the file, in numbers, and the words of its text."""
    tree = json.loads(tool("pandoc", "-f", "docx", "-t", "json", path).stdout)
    found = list(nodes(tree["blocks"]))
    kinds = Counter(node["t"] for node in found if isinstance(node.get("t"), str))
    items = [node["c"] if node["t"] == "BulletList" else node["c"][1]
             for node in found if node.get("t") in ("BulletList", "OrderedList")]
    text = " ".join(node["c"] for node in found if node.get("t") == "Str")
    codes = " ".join(node["c"][1] for node in found if node.get("t") in ("Code", "CodeBlock"))
    return {"headings": kinds["Header"], "items": sum(map(len, items)), "tables": kinds["Table"],
            "notes": kinds["Note"], "links": kinds["Link"], "images": kinds["Image"]}, words(text + " " + codes)


def read_by_us(path):
    result = run(path, "-t", "json", "-o", "-")
    if result.returncode != 0:
        raise AssertionError(result.stderr.decode())
    document = json.loads(result.stdout)
    found = list(nodes(document["content"])) + list(nodes(document.get("notes", [])))
    kinds = Counter(node["type"] for node in found if isinstance(node.get("type"), str))
    text = [document["metadata"].get("headline", "")]
    text += [node[key] for node in found for key in ("value", "alt") if isinstance(node.get(key), str)]
    return {"headings": kinds["heading"], "items": kinds["listItem"], "tables": kinds["table"],
            "notes": len(document.get("notes", [])), "links": kinds["link"], "images": kinds["image"]}, words(" ".join(text))


class ForeignWordFiles(ProgramTest):
    def setUp(self):
        super().setUp()
        need_command("pandoc")

    def assert_reads_alike(self, path, contents="", **differences):
        """`differences`: how many more we find than pandoc does; `contents`: words of a table of contents, which
        pandoc takes for text."""
        expected, their_words = read_by_pandoc(path)
        actual, our_words = read_by_us(path)
        for kind, more in differences.items():
            expected[kind] += more
        self.assertEqual(actual, expected)
        self.assertEqual(their_words - our_words, words(contents))

    def test_of_pandoc(self):
        # A first heading of level 1 is the title, which stands in the metadata. pandoc takes a second paragraph of an
        # item for an item. It has lost the target of a link, which then is none, as relative ones are; and the page of
        # hostile tables is too much for it.
        differences = {"lists": {"headings": -1, "items": -1}, "docs-page": {}, "wiki": {"links": -12}}
        for name in differences:
            page = INPUTS[name]
            with self.subTest(name):
                target = self.folder / f"pandoc-{name}.docx"
                tool("pandoc", "-f", "html", "-t", "docx", page, "-o", target, cwd=page.parent)
                self.assert_reads_alike(target, **differences[name])

    def test_of_libreoffice(self):
        need_command("soffice")
        for name, page in INPUTS.items():
            shutil.copy(page, self.folder / f"{name}.html")
        tool("soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--infilter=HTML (StarWriter)",
             "--convert-to", "docx:MS Word 2007 XML", "--outdir", self.folder,
             *(self.folder / f"{name}.html" for name in INPUTS))
        # pandoc passes over pictures that lie outside of the file. Relative links are none.
        differences = {"lists": {"headings": -1}, "tables": {"headings": -1, "images": 1}, "docs-page": {},
                       "wiki": {"links": -11}}
        for name in INPUTS:
            with self.subTest(name):
                self.assert_reads_alike(self.folder / f"{name}.docx", **differences[name])

    def test_of_the_npm_package_docx(self):
        if not (CHECKERS / "node_modules/docx").is_dir():
            missing("the npm package docx is not installed")
        target = self.folder / "npm.docx"
        tool("node", HERE / "make_word_file.js", target)
        # pandoc does not take its headings for such, whose styles have no names.
        self.assert_reads_alike(target, headings=3)

    def test_of_calibre(self):
        if not shutil.which("ebook-convert"):
            self.skipTest("calibre is not installed")
        # Its table of contents is a field, the links of which pandoc counts. A first heading of level 1 is the title.
        pages = {"docs-page": {"links": -2, "contents": "install use"}, "lists": {"headings": -1},
                 "wiki": {"links": -4, "contents": "1 1 history 2 crew"}}
        for name, differences in pages.items():
            with self.subTest(name):
                target = self.folder / f"{name}.docx"
                tool("ebook-convert", INPUTS[name], target, cwd=self.folder)
                self.assert_reads_alike(target, **differences)


if __name__ == "__main__":
    unittest.main()
