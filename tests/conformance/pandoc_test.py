"""pandoc's AST as pandoc itself sees it: the one of Debian, and pandoc 3.

Pages are a sample that their names' hashes choose; as many as OFFPRINT_CORPUS says (a number, or all).
"""
import json
import re
import subprocess
from collections import Counter
from pathlib import Path

from corpora import saved_pages
from program import CHECKERS, FIXTURES, ProgramTest, missing, need_command, need_shared, run

# What is counted: its name, the elements of pandoc's and the node types of ours.
COUNTED = (("headings", ("Header",), ("heading",)), ("links", ("Link",), ("link",)), ("images", ("Image",), ("image",)),
           ("lists", ("BulletList", "OrderedList", "DefinitionList"), ("list", "definitionList")),
           ("tables", ("Table",), ("table",)), ("notes", ("Note",), ("footnoteReference",)),
           ("code blocks", ("CodeBlock",), ("code",)), ("quotes", ("BlockQuote",), ("blockquote",)),
           ("formulas", ("Math",), ("math", "inlineMath")))


def pandoc(*arguments, **options):
    need_command("pandoc")
    return subprocess.run(["pandoc", *arguments], capture_output=True, check=True, **options).stdout


def counts_in_native(text):
    """Of the elements in pandoc's own text of an AST, whose strings are not looked into."""
    words = Counter(re.findall(r"\b[A-Z][A-Za-z]+\b", re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)))
    return {name: sum(words[element] for element in elements) for name, elements, _ in COUNTED}


def counts_in_article(article):
    """Of the nodes in our JSON; those in a note count for each reference, as pandoc has them, but for notes that refer to
    themselves."""
    notes = {note["identifier"]: note for note in article["notes"]}
    types = Counter()

    def count(node, open_notes):
        identifier = node["identifier"] if node.get("type") == "footnoteReference" else None
        if identifier in open_notes:
            return
        types[node.get("type")] += 1
        for child in node.get("children", []):
            count(child, open_notes)
        if identifier:
            count(notes[identifier], [*open_notes, identifier])
    count(article["content"], [])
    return {name: sum(types[kind] for kind in kinds) for name, _, kinds in COUNTED}


class Pandoc(ProgramTest):
    def pages(self):
        return [page for _, page in saved_pages(need_shared("corpora").glob("*/html/*.html.gz"), self.folder / "pages")]

    def written(self, source, *arguments):
        result = run(source, "-f", "html", "-t", "pandoc", "--quiet", *arguments)
        self.assert_succeeds(result)
        return result.stdout

    def test_pages_are_read_and_counted_alike(self):
        for page in self.pages():
            with self.subTest(page.name):
                ast = self.written(page)
                native = pandoc("-f", "json", "-t", "native", input=ast).decode()
                article = json.loads(run(page, "-f", "html", "-t", "json", "--quiet").stdout)
                self.assertEqual(counts_in_native(native), counts_in_article(article))
                # pandoc changes nothing in it, and from pandoc's hand it is the same article.
                again = pandoc("-f", "json", "-t", "json", input=ast)
                self.assertEqual(json.loads(again), {**json.loads(ast), "pandoc-api-version": [1, 22, 2, 1]})

    def test_what_pandoc_reads_is_counted_alike(self):
        manual = FIXTURES / "pandoc/manual/manual.md"
        ast = pandoc("-t", "json", manual)
        native = counts_in_native(pandoc("-t", "native", manual).decode())
        article = json.loads(run("-f", "pandoc", "-t", "json", input=ast).stdout)
        # Raw HTML in it is left out, and an example of a figure is a paragraph in pandoc 2.
        self.assertEqual(counts_in_article(article), native)
        self.assertGreater(min(native.values()), 0)
        self.assert_succeeds(run("-f", "pandoc", "-o", self.folder / "manual.epub", input=ast))

    def test_every_writer_takes_every_node(self):
        source = FIXTURES / "pandoc/manual/input.json"
        ast = run(source, "-f", "pandoc", "-t", "pandoc").stdout
        for target in ("html", "latex", "markdown", "rst", "docx", "epub", "odt", "jats", "native"):
            with self.subTest(target):
                pandoc("-f", "json", "-t", target, "-o", self.folder / f"out.{target}", input=ast)

    def test_pandoc_3(self):
        folder = CHECKERS / "node_modules/pandoc-wasm"
        if not folder.exists():
            missing(f"{folder} is not there; .ci/install-checkers installs it")
        need_command("node")
        sources = [*sorted(FIXTURES.glob("*/*/input.html"))[:12], FIXTURES / "pandoc/manual/input.json"]
        files = []
        for number, source in enumerate(sources):
            result = run(source, "-t", "pandoc", "--pandoc-api=1.23", "--quiet")
            self.assert_succeeds(result)
            files.append(self.folder / f"{number}")
            files[-1].write_bytes(result.stdout)
        script = Path(__file__).with_name("pandoc3.mjs")
        result = subprocess.run(["node", script, folder, "json", "json", *files], capture_output=True, text=True,
                                check=False)
        self.assertEqual(result.stdout, "")
        for file in files:
            ours, theirs = json.loads(file.read_bytes()), json.loads(Path(f"{file}.json").read_bytes())
            self.assertEqual(theirs["blocks"], ours["blocks"])
            self.assert_succeeds(run(f"{file}.json", "-f", "pandoc", "-t", "json"))
