"""A book for Kindle, held point by point against what Amazon is known to want, refuse and drop.

Why each point: docs/decisions/epub.md.
"""
import re

from epub_book import OPF, BookTest, png_facts
from program import codes


class Kindle(BookTest):
    def setUp(self):
        super().setUp()
        self.book, self.result = self.make_book("book.epub", "--profile=kindle")

    def test_language_is_one_that_amazon_takes(self):
        self.assertNotIn("epub.device-language", codes(self.result))
        other, result = self.make_book("other.epub", "--profile=kindle", "-M", "language=th")
        self.assertIn("epub.device-language", codes(result))
        self.assertEqual(other.metadata("language"), ["th"], "the truth stays")

    def test_images_have_a_source_and_no_link_leads_to_a_body(self):
        self.assertTrue(all(image.get("src") for image in self.book.elements("img")))
        self.assertFalse([body for body in self.book.elements("body") if body.get("id")])

    def test_size(self):
        self.assertLess(sum(entry.compress_size for entry in self.book.entries), 25_000_000)

    def test_images_are_jpeg_or_png_of_five_megapixels(self):
        self.assertEqual({kind for kind, _ in self.book.images()} - {"png", "jpeg"}, set())
        sizes = [png_facts(content)[:2] for kind, content in self.book.images() if kind == "png"]
        largest = max(width * height for width, height in sizes)
        self.assertLessEqual(largest, 5_000_000)
        self.assertGreater(largest, 4_900_000, "no smaller than need be")
        self.assertFalse({code for code in codes(self.result) if code.startswith("epub.device-image")})

    def test_images_are_opaque(self):
        images = [png_facts(content) for kind, content in self.book.images() if kind == "png"]
        self.assertTrue(images)
        self.assertFalse([image for image in images if image[2]])

    def test_no_cover_page(self):
        self.assertNotIn("cover.xhtml", self.book.spine)
        self.assertFalse(self.book.package.findall(f".//{OPF}reference[@type='cover']"))

    def test_cover_is_large_enough(self):
        self.assertNotIn("epub.device-cover-size", codes(self.result))

    def test_two_levels_of_contents(self):
        _, depth = self.book.points()
        self.assertEqual(depth, 2)

    def test_no_drawings_and_no_formulas(self):
        self.assertEqual([e for page in self.book.pages().values() for e in page.iter() if e.tag.endswith("}math")], [])
        self.assertIn("h^2", "".join(self.book.tree("chapter-1.xhtml").itertext()))
        self.assertIn("epub.device-math", codes(self.result))

    def test_headings_keep_their_alignment(self):
        css = re.sub(r"\.(title-page|article-title)[^{]*\{[^}]*\}", "", self.book.content("style.css").decode())
        for rule in re.findall(r"(?:^|\})\s*([^{}]*\bh[1-6]\b[^{}]*)\{([^}]*)\}", css):
            self.assertNotIn("text-align", rule[1])

    def test_style_sheet_has_its_type(self):
        for link in self.book.elements("link"):
            self.assertEqual(link.get("type"), "text/css")
