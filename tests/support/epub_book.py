"""An article with everything that e-readers are particular about, and a written book as tests look at it."""
import base64
import struct
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib

from program import ProgramTest, run

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

SENTENCE = "The harbour wall holds back the spring tide. The pilots know it well. "
DRAWING = ("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>"
           "<rect width='40' height='20'/><text y='12'>ebb</text></svg>")


def png(width, height, alpha):
    """A plain picture, the first pixel of which lets the background through where there is alpha."""
    pixel = b"\x20\x40\x60" + (b"\xff" if alpha else b"")
    row = b"\x00" + pixel * width
    first = b"\x00" + (b"\x20\x40\x60\x00" if alpha else pixel) + pixel * (width - 1)

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 6 if alpha else 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(first + row * (height - 1)))
            + chunk(b"IEND", b""))


def png_facts(content):
    """Width, height and whether there is an alpha channel."""
    width, height, _, colour = struct.unpack(">IIBB", content[16:26])
    return width, height, colour in (4, 6)


def data_url(media_type, content):
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def page():
    """An article with everything that devices are particular about."""
    gif = b"GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\2\2D\1\0;"
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>Tide &amp; Time</title>
<meta name="author" content="Ada Quill">
<meta property="og:image" content="cover.png">
</head><body><article><h1>Tide &amp; Time</h1>
<p>{SENTENCE * 4}It was proved<a href="#n1" id="r1"><sup>1</sup></a> in <a href="#ebb">another part</a>.</p>
<p><img src="{data_url("image/png", png(2600, 2000, True))}" alt="The harbour"></p>
<p><img src="{data_url("image/gif", gif)}" alt="A dot">
<img src="{data_url("image/svg+xml", DRAWING.encode())}" alt="Ebb"></p>
<h2 id="ebb">Ebb</h2><p>{SENTENCE * 4}</p><h3>Neap</h3><p>{SENTENCE}</p><h4>Slack</h4><p>{SENTENCE}</p>
<p>The rule is <math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>h</mi><mn>2</mn></msup></math>.</p>
<pre><code>tide = now. half
  wait()</code></pre>
<p>潮が満ちる。<ruby>潮<rt>しお</rt></ruby>が引く。</p>
<table><tr><th>Port</th><th>Rise</th></tr><tr><td>Wick</td><td>3.1</td></tr></table>
<h2>Notes</h2><ol><li id="n1">Measured at the old lighthouse over a year. <a href="#r1">↩</a></li></ol>
</article></body></html>"""


class Book:
    """The files of a written book."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.entries = archive.infolist()
            self.files = {entry.filename: archive.read(entry) for entry in self.entries}
        self.package = ElementTree.fromstring(self.files["EPUB/package.opf"])
        self.items = {item.get("id"): item for item in self.package.iter(f"{OPF}item")}
        references = self.package.iter(f"{OPF}itemref")
        self.spine = [self.items[reference.get("idref")].get("href") for reference in references]

    def content(self, path):
        return self.files[f"EPUB/{path}"]

    def tree(self, path):
        return ElementTree.fromstring(self.content(path))

    def pages(self):
        """Every XHTML file by its name."""
        return {item.get("href"): self.tree(item.get("href")) for item in self.items.values()
                if item.get("media-type") == "application/xhtml+xml"}

    def elements(self, name):
        return [element for page in self.pages().values() for element in page.iter(f"{XHTML}{name}")]

    def images(self):
        """The content of every image by its media type's last word and its name."""
        return [(item.get("media-type").partition("/")[2], self.content(item.get("href")))
                for item in self.items.values() if item.get("media-type").startswith("image/")]

    def metadata(self, name):
        return [element.text for element in self.package.iter(f"{DC}{name}")]

    def points(self):
        """The files of the table of contents, in its order, and how deep it is."""
        def depth(node):
            return max((1 + depth(child) for child in node.findall(f"{NCX}navPoint")), default=0)
        ncx = self.tree("toc.ncx")
        return ([point.get("src").partition("#")[0] for point in ncx.iter(f"{NCX}content")],
                depth(ncx.find(f"{NCX}navMap")))


class BookTest(ProgramTest):
    """A case with that article."""

    def setUp(self):
        super().setUp()
        self.write("cover.png", png(600, 800, True))
        self.page = self.write("page.html", page())

    def make_book(self, name, *arguments):
        """The book, and how the program made it."""
        result = run(self.page, "-o", self.folder / name, "--log-format=json", "--toc-depth=4", *arguments)
        self.assert_succeeds(result)
        return Book(self.folder / name), result
