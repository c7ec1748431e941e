"""As many pictures reach a book and a Word file as the source's article shows.

Of a fixture `pictures.txt` says how many that are. For real material a parser of our own counts: the pictures whose
bytes the page holds or has beside it and that stand in the article, which is the page's one `article` element or, in
the corpora, what lies between two passages of the text that their makers say the article has.
"""
import base64
import binascii
import gzip
import json
import re
import struct
import unittest
import urllib.parse
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

from program import FIXTURES, ProgramTest, diagnostics, need_shared, run

CORPORA = ("readability", "wcxb-dev")
SMALLEST = 200  # bytes: less is what lazy loaders put in a picture's place
ICON = 64       # pixels: a picture of the text is larger on one side
PASSAGE = 40    # letters that tell one place of a text from all others
XHTML = "{http://www.w3.org/1999/xhtml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DRAWN_HERE = "data:image/svg+xml,<svg/>"
FRONT = {"cover.xhtml", "title.xhtml", "nav.xhtml"}


def pictures_of_epub(path):
    """The `img` elements of the chapters."""
    with zipfile.ZipFile(path) as book:
        pages = [name for name in book.namelist() if name.endswith(".xhtml") and name.rsplit("/", 1)[-1] not in FRONT]
        return sum(len(list(ElementTree.fromstring(book.read(page)).iter(XHTML + "img"))) for page in pages)


def pictures_of_docx(path):
    with zipfile.ZipFile(path) as book:
        parts = [name for name in book.namelist() if re.fullmatch(r"word/(document|footnotes|endnotes)\.xml", name)]
        return sum(len(list(ElementTree.fromstring(book.read(part)).iter(DRAWING + "blip"))) for part in parts)


def decoded(url):
    """The bytes of a data: URL; nothing of another."""
    head, comma, data = url.partition(",")
    if not head.startswith("data:image/") or not comma:
        return b""
    data = urllib.parse.unquote_to_bytes(data)
    try:
        return base64.b64decode(data) if head.endswith(";base64") else data
    except binascii.Error:
        return b""


def longest_side(image):
    """Of a PNG or JPEG; a drawing and everything else is taken for an icon."""
    if image.startswith(b"\x89PNG"):
        return max(struct.unpack(">II", image[16:24]))
    frame = re.search(rb"\xff[\xc0-\xc2]..\x08(....)", image, re.DOTALL) if image.startswith(b"\xff\xd8") else None
    return max(struct.unpack(">HH", frame[1])) if frame else 0


def letters(text):
    return "".join(filter(str.isalnum, text)).lower()


def address_of(attributes):
    """That of an `img` element, unless it only keeps the place for another."""
    lazy = any(name.startswith("data-") and name.endswith(("src", "srcset")) for name in attributes)
    return "" if lazy else attributes.get("src") or ""


class Page(HTMLParser):
    """The passages of a page's text, with the addresses of the pictures between them."""
    SILENT = {"script", "style", "noscript", "template", "title"}
    INLINE = {"a", "b", "i", "em", "strong", "span", "code", "sup", "sub", "small", "abbr", "cite", "q", "mark", "u"}

    def __init__(self, html):
        super().__init__()
        self.silent = 0
        self.in_article = False
        self.flow = [""]             # texts, and tuples of an address and whether it stands in an `article`
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.silent += tag in self.SILENT
        self.in_article |= tag == "article"
        if tag == "img" and self.silent == 0:
            self.flow += [(address_of(dict(attributes)), self.in_article), ""]
        elif tag == "svg":
            self.flow += [(DRAWN_HERE, self.in_article), ""]
        elif tag not in self.INLINE:
            self.flow.append("")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        self.silent -= tag in self.SILENT and self.silent > 0
        if tag == "article":
            self.in_article = False

    def handle_data(self, data):
        if self.silent == 0:
            self.flow[-1] += data

    def in_element(self):
        return [item[0] for item in self.flow if isinstance(item, tuple) and item[1]]

    def within(self, text):
        """The addresses of the pictures with a passage of `text` somewhere before and right behind them, or nothing more."""
        found, waiting, begun = [], [], False
        for item in self.flow:
            if isinstance(item, tuple):
                waiting += [item[0]] if begun else []
            elif len(passage := letters(item)) >= PASSAGE:
                begun = passage[:PASSAGE] in text
                found += waiting if begun else []
                waiting = []
        return found + (waiting if begun else [])


def is_picture(address):
    return len(image := decoded(address)) > SMALLEST and longest_side(image) > ICON


def corpus_pages():
    """Every page of the corpora with a picture of its own within its article: name, HTML and how many those are."""
    for corpus in CORPORA:
        truths = need_shared(f"corpora/{corpus}/truth")
        for path in sorted(need_shared(f"corpora/{corpus}/html").glob("*.html.gz")):
            content = gzip.decompress(path.read_bytes())
            if b"data:image/" not in content:
                continue
            truth = json.loads(gzip.decompress((truths / path.name.replace(".html.gz", ".json.gz")).read_bytes()))
            text = letters(truth["text"] or re.sub("<[^>]*>", "", truth["html"] or ""))
            pictures = [address for address in Page(content.decode(errors="replace")).within(text) if is_picture(address)]
            if pictures:
                yield f"{corpus}/{path.name}", content, len(pictures)


class Pictures(ProgramTest):
    def assert_arrive(self, source, expected, check=unittest.TestCase.assertEqual):
        for target, count in (("epub", pictures_of_epub), ("docx", pictures_of_docx)):
            with self.subTest(source=str(source), target=target):
                book = self.folder / f"book.{target}"
                result = run(source, "-o", book, "--log-format=json")
                self.assert_succeeds(result)
                check(self, count(book), expected, [entry["message"] for entry in diagnostics(result)])

    def test_saved_pages(self):
        cases = sorted((FIXTURES / "html").glob("saved-*"))
        self.assertGreaterEqual(len(cases), 10)
        for case in cases:
            (source,) = case.glob("input.*")
            self.assert_arrive(source, int((case / "pictures.txt").read_text()))

    def test_shared_inputs(self):
        folder = need_shared("inputs/html")
        for source in sorted(folder.glob("*.html")):
            addresses = Page(source.read_text(encoding="utf-8")).in_element()
            held = [address for address in addresses if len(decoded(address)) > 0 or (folder / address[:200]).is_file()]
            self.assertGreater(len(held), 0)
            self.assert_arrive(source, len(held))

    def test_corpora(self):
        counted = 0
        for name, content, expected in corpus_pages():
            counted += 1
            with self.subTest(name):
                # A page may show icons beyond those that were counted.
                self.assert_arrive(self.write("page.html", content), expected, unittest.TestCase.assertGreaterEqual)
        self.assertGreater(counted, 0)


if __name__ == "__main__":
    unittest.main()
