"""Images that no author meant, through the whole program: each costs itself and one diagnostic, in bounded time and memory.

What a page may not read is in confinement_test.py, what no server may do in fetch_test.py, and what takes a decoder for ever
in tests/unit/image.
"""
import base64
import resource
import struct
import time
import zipfile

from program import SANITIZED, SOURCE, ProgramTest, diagnostics, run
from web_server import png

WORDS = "Words around the image, quite a few of them, so that there is an article to read. "
BOOKS = ("epub", "docx")
SEEDS = SOURCE / "tests/fuzz/image_seeds"


def data_url(media_type, content):
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def peak_megabytes():
    """Of the largest process that this one has waited for."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


class BadImages(ProgramTest):
    def page(self, *images):
        return self.write("page.html", "<title>Of bad images</title><article>" + "".join(
            f"<p>{WORDS}<img src='{image}' alt='A view {number}'></p>" for number, image in enumerate(images)))

    def convert(self, source, target, *options):
        """The codes of its warnings about images, in order; the output is `self.output`."""
        self.output = self.folder / f"out.{target}"
        result = run(source, "-o", self.output, "--log-format=json", *options)
        self.assert_succeeds(result)
        return [entry["code"] for entry in diagnostics(result) if entry["code"].startswith("image.")]

    def pictures(self):
        with zipfile.ZipFile(self.output) as book:
            return [name for name in book.namelist() if name.endswith((".png", ".jpg", ".gif", ".svg"))]

    def text(self):
        with zipfile.ZipFile(self.output) as book:
            return "".join(book.read(name).decode() for name in book.namelist() if name.endswith((".xhtml", ".xml")))

    def assert_left_out(self, image, code, *options):
        """From every book, with one warning; what stands for it and the words around it remain."""
        for target in BOOKS:
            with self.subTest(target):
                self.assertEqual(self.convert(self.page(image), target, *options), [code])
                self.assertEqual(self.pictures(), [])
                self.assertIn("A view 0", self.text())
                self.assertIn("Words around", self.text())

    def test_more_pixels_than_anybody_shows(self):
        sound = png(2, 2)
        self.assert_left_out(data_url("image/png", sound[:16] + struct.pack(">II", 60_000, 60_000) + sound[24:]),
                             "image.too-large")

    def test_truncated_jpeg(self):
        whole = (SEEDS / "rectangle.jpg").read_bytes()
        source = self.page(data_url("image/jpeg", whole[:len(whole) - 20]))
        for target in BOOKS:
            self.assertEqual(self.convert(source, target), ["image.truncated"])
            self.assertEqual(len(self.pictures()), 1)

    def test_jpeg_that_ends_in_its_header(self):
        self.assert_left_out(data_url("image/jpeg", (SEEDS / "profile.jpg").read_bytes()[:1000]), "image.unknown-type")

    def test_entities_of_a_drawing_that_explode(self):
        entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 20))
        bomb = (f'<?xml version="1.0"?><!DOCTYPE svg [{entities}]><svg xmlns="http://www.w3.org/2000/svg" width="90" '
                'height="90"><text y="20">&a19;</text></svg>')
        source = self.page(data_url("image/svg+xml", bomb.encode()))
        for target in BOOKS:
            self.assertEqual(self.convert(source, target), [])
            self.assertLess(self.output.stat().st_size, 100_000)
            self.assertNotIn("haha", self.text())

    def write_long_address(self, head, megabytes):
        """A page with one data: URL of that size; the image begins with `head`, a multiple of three bytes."""
        block = base64.b64encode(b"\x5a" * (3 << 18)).decode()
        path = self.folder / "page.html"
        with path.open("w") as page:
            page.write(f"<title>Of bad images</title><article><p>{WORDS}<img alt='A view 0' src='data:image/png;base64,")
            page.write(base64.b64encode(head).decode())
            for _ in range(megabytes):
                page.write(block)
            page.write(f"'></p><p>{WORDS}</p>")
        return path

    def test_data_address_of_200_megabytes(self):
        source = self.write_long_address(b"no image!", 200)
        for target in BOOKS:
            self.assertEqual(self.convert(source, target), ["image.unknown-type"])
            self.assertIn("A view 0", self.text())
        if not SANITIZED:
            self.assertLess(peak_megabytes(), 600)

    def test_a_hundred_thousand_images(self):
        """Of different images ten thousand are taken; no more than a hundred messages say what is missing."""
        def numbered(number):
            image = png(9, 9)
            return data_url("image/png", image + str(number).encode())
        source = self.page(*map(numbered, range(100_000)))
        begin = time.monotonic()
        self.assertEqual(self.convert(source, "epub"), ["image.too-many"] * 100)
        self.assertEqual(len(self.pictures()), 10_000)
        if not SANITIZED:
            self.assertLess(time.monotonic() - begin, 40)

    def test_a_hundred_thousand_images_that_are_not_there(self):
        source = self.page(*(f"gone-{number}.png" for number in range(100_000)))
        for target in BOOKS:
            self.assertEqual(self.convert(source, target), ["image.missing"] * 100)
            self.assertEqual(self.pictures(), [])
