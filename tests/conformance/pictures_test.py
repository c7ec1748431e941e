"""As many pictures reach a book and a Word file as the source's article shows.

Of a fixture `pictures.txt` says how many that are. For real material a parser of our own counts the pictures whose bytes
the page holds or has beside it: those in its one `article` element, those between two passages of the text that the
makers of a corpus say the article has, or, with --article=never, all of the page. OFFPRINT_CORPUS=all takes all pages
of the corpora, not a sample.
"""
import base64
import binascii
import gzip
import json
import posixpath
import re
import struct
import unittest
import urllib.parse
import zipfile
from collections import Counter
from html.parser import HTMLParser
from xml.etree import ElementTree

from program import FIXTURES, ProgramTest, chosen, diagnostics, need_shared, run

CORPORA = ("defuddle", "postlight", "readability", "trafilatura", "wcxb-dev")
SMALLEST = 200  # bytes: less is what lazy loaders put in a picture's place
ICON = 64       # pixels: a picture of the text is larger on one side
PASSAGE = 40    # letters that tell one place of a text from all others
XHTML = "{http://www.w3.org/1999/xhtml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NO_PLACEHOLDER = re.compile(rb"data:image/[^\"'\s)<>]{1024}")  # lazy loaders put less in a picture's place
DRAWN_HERE = "data:image/svg+xml,<svg/>"
FRONT = {"cover.xhtml", "title.xhtml", "nav.xhtml"}


def images_of_epub(path):
    """The bytes behind each `img` element of the chapters."""
    with zipfile.ZipFile(path) as book:
        pages = [name for name in book.namelist() if name.endswith(".xhtml") and name.rsplit("/", 1)[-1] not in FRONT]
        return [book.read(posixpath.normpath(posixpath.join(posixpath.dirname(page), image.get("src"))))
                for page in pages for image in ElementTree.fromstring(book.read(page)).iter(XHTML + "img")]


def images_of_docx(path):
    """The bytes behind each picture of the text and the notes."""
    images = []
    with zipfile.ZipFile(path) as book:
        for part in book.namelist():
            if not (name := re.fullmatch(r"word/((?:document|footnotes|endnotes)\.xml)", part)):
                continue
            blips = [blip.get(RELATION + "embed") for blip in ElementTree.fromstring(book.read(part)).iter(DRAWING + "blip")]
            if blips:
                relations = ElementTree.fromstring(book.read(f"word/_rels/{name[1]}.rels"))
                targets = {relation.get("Id"): relation.get("Target") for relation in relations}
                images += [book.read(posixpath.join("word", targets[blip])) for blip in blips]
    return images


def images_of_json(path):
    """The resource behind each image of the text and the notes that has one."""
    article = json.loads(path.read_text(encoding="utf-8"))
    found, waiting = [], [article["content"], article.get("notes", [])]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict) and node.get("type") == "image" and "asset" in node:
            found.append(node["asset"])
        waiting += node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    return found


BOOKS = {"epub": images_of_epub, "docx": images_of_docx}


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
    """Of a PNG, JPEG or GIF; a drawing and everything else is taken for an icon."""
    if image.startswith(b"\x89PNG"):
        return max(struct.unpack(">II", image[16:24]))
    if image.startswith(b"GIF8"):
        return max(struct.unpack("<HH", image[6:10]))
    frame = re.search(rb"\xff[\xc0-\xc2]..\x08(....)", image, re.DOTALL) if image.startswith(b"\xff\xd8") else None
    return max(struct.unpack(">HH", frame[1])) if frame else 0


def is_picture(image):
    return len(image) > SMALLEST and longest_side(image) > ICON


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

    VOID = {"img", "br", "hr", "input", "meta", "link", "source", "wbr", "area", "base", "col", "embed", "track"}

    def __init__(self, html):
        super().__init__()
        self.silent = 0
        self.hidden = []             # the hidden element's name, once for each of that name that is open
        self.in_article = False
        self.flow = [""]             # texts, and tuples of an address and whether it stands in an `article`
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        is_hidden = re.search(r"display\s*:\s*none", dict(attributes).get("style") or "")
        if tag in self.hidden[:1] or (is_hidden and not self.hidden and tag not in self.VOID):
            self.hidden.append(tag)
        if self.hidden:
            return
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
        if self.hidden:
            if tag == self.hidden[0]:
                self.hidden.pop()
            return
        self.silent -= tag in self.SILENT and self.silent > 0
        if tag == "article":
            self.in_article = False

    def handle_data(self, data):
        if self.silent == 0 and not self.hidden:
            self.flow[-1] += data

    def everywhere(self):
        return [item[0] for item in self.flow if isinstance(item, tuple)]

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


def pictures(images):
    """How often each of them occurs that is no icon."""
    return Counter(filter(is_picture, images))


def corpus_pages():
    """The pages of the corpora with data: URIs that are no placeholders: path and HTML."""
    for corpus in CORPORA:
        for path in sorted(need_shared(f"corpora/{corpus}/html").glob("*.html.gz")):
            content = gzip.decompress(path.read_bytes())
            if NO_PLACEHOLDER.search(content):
                yield path, content


def article_text(page):
    """The letters of what the makers of the page's corpus say the article has."""
    truth = page.parents[1] / "truth" / page.name.replace(".html.gz", ".json.gz")
    article = json.loads(gzip.decompress(truth.read_bytes()))
    return letters(article.get("text") or re.sub("<[^>]*>", "", article.get("html") or ""))


class Pictures(ProgramTest):
    def images(self, source, target, *options):
        """What reaches a book, or a Word file, of the source's images."""
        book = self.folder / f"book.{target}"
        self.result = run(source, "-o", book, "--log-format=json", *options)
        self.assert_succeeds(self.result)
        return BOOKS[target](book)

    def assert_arrive(self, source, expected):
        for target in BOOKS:
            with self.subTest(source=str(source), target=target):
                count = len(self.images(source, target))
                self.assertEqual(count, expected, [entry["message"] for entry in diagnostics(self.result)])

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

    def test_pages_of_corpora(self):
        """Each picture of the page as a whole, to the byte, and in the article no less than its text stands around."""
        counted = 0
        for path, content in corpus_pages():
            page = Page(content.decode(errors="replace"))
            expected = pictures(map(decoded, page.everywhere()))
            if not expected:
                continue
            counted += expected.total()
            source = self.write("page.html", content)
            least = pictures(map(decoded, page.within(article_text(path))))
            for target in BOOKS:
                with self.subTest(page=path.name, target=target):
                    arrived = self.images(source, target, "--article=never")
                    self.assertEqual(pictures(image for image in arrived if image in expected), expected)
                    self.assertLessEqual(least, pictures(self.images(source, target)))
        self.assertGreater(counted, 0)

    def test_books_show_what_the_document_has(self):
        """Every image of the article that came with the page, icons and drawings as well."""
        counted = 0
        for path, content in chosen(list(corpus_pages()), name=lambda page: page[0].name):
            source, document = self.write("page.html", content), self.folder / "document.json"
            self.assert_succeeds(run(source, "-o", document))
            counted += len(images_of_json(document))
            with self.subTest(path.name):
                self.assert_arrive(source, len(images_of_json(document)))
        self.assertGreater(counted, 0)


if __name__ == "__main__":
    unittest.main()
