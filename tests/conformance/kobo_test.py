"""A kepub, held point by point against what Kobo's reading systems are known to want.

Why each point: docs/decisions/epub.md.
"""
import re

from epub_book import EPUB_TYPE, XHTML, BookTest, png_facts
from program import codes, run


class Kobo(BookTest):
    def setUp(self):
        super().setUp()
        self.book, self.result = self.make_book("book.kepub.epub", "--profile=kobo", "--kepub")

    def text_pages(self):
        return {name: self.book.tree(name) for name in self.book.spine if name != "cover.xhtml"}

    def test_every_word_is_in_a_span(self):
        for name, page in self.text_pages().items():
            outside = []

            def visit(element, covered):
                tag = element.tag.partition("}")[2]
                covered = covered or element.get("class") == "koboSpan" or tag in ("pre", "math", "rt", "rp")
                for text in [element.text] + [child.tail for child in element]:
                    if text and text.strip() and not covered:
                        outside.append(text)
                for child in element:
                    visit(child, covered)

            visit(page.find(f"{XHTML}body"), False)
            self.assertEqual(outside, [], name)

    def test_spans_are_numbered(self):
        for name, page in self.text_pages().items():
            ids = [tuple(map(int, span.get("id").split(".")[1:])) for span in page.iter(f"{XHTML}span")
                   if span.get("class") == "koboSpan"]
            self.assertTrue(ids, name)
            self.assertEqual(ids, sorted(set(ids)), name)
            self.assertEqual(ids[0], (1, 1), name)

    def test_wrappers(self):
        for name, page in self.text_pages().items():
            (columns,) = page.find(f"{XHTML}body")
            (inner,) = columns
            self.assertEqual((columns.get("id"), inner.get("id")), ("book-columns", "book-inner"), name)

    def test_spans_change_no_word(self):
        other, _ = self.make_book("plain.epub", "--profile=kobo")
        self.assertEqual(other.spine, self.book.spine)
        for name in other.spine:
            self.assertEqual("".join(self.book.tree(name).itertext()), "".join(other.tree(name).itertext()), name)

    def test_only_sentences_are_told_apart(self):
        spans = ["".join(span.itertext()) for span in self.book.elements("span") if span.get("class") == "koboSpan"]
        self.assertIn("The pilots know it well. ", spans)
        self.assertIn("潮が満ちる。", spans)

    def test_cover_is_a_page_of_its_own_without_text(self):
        self.assertEqual(self.book.spine[0], "cover.xhtml")
        body = self.book.tree("cover.xhtml").find(f"{XHTML}body")
        self.assertEqual("".join(body.itertext()).strip(), "")
        self.assertEqual(len(list(body.iter(f"{XHTML}img"))), 1)

    def test_images_are_opaque(self):
        images = [png_facts(content) for kind, content in self.book.images() if kind == "png"]
        self.assertTrue(images)
        self.assertFalse([image for image in images if image[2]])

    def test_no_gif_and_no_webp(self):
        self.assertEqual({kind for kind, _ in self.book.images()} & {"gif", "webp"}, set())

    def test_navigation_document(self):
        (nav,) = [item for item in self.book.items.values() if item.get("properties") == "nav"]
        self.assertEqual(nav.get("href"), "nav.xhtml")
        self.assertEqual(self.book.points()[1], 3)

    def test_sizes_of_type_are_in_em(self):
        css = self.book.content("style.css").decode()
        self.assertFalse(re.findall(r"font-size:\s*[0-9.]+(?:%|px|pt)", css))
        self.assertFalse([m for m in re.findall(r"margin[^:;]*:([^;]*);", css)
                          if any(float(n) > 2 for n in self.horizontal(m))])

    @staticmethod
    def horizontal(margin):
        """The em of a margin's left and right, where it has them."""
        values = margin.split()
        return [float(value[:-2]) for value in (values[1::2] if len(values) > 1 else []) if value.endswith("em")]

    def test_notes_are_long_enough_to_pop_up_and_come_later(self):
        page = self.book.content("chapter-1.xhtml").decode()
        (note,) = [e for e in self.book.elements("div") if "footnote" in e.get(EPUB_TYPE, "").split()]
        self.assertTrue(9 <= len("".join(note.itertext())) <= 5000)
        self.assertLess(page.index('noteref'), page.index(f'id="{note.get("id")}"'))

    def test_no_soft_hyphens_are_added(self):
        for name in self.book.spine:
            self.assertNotIn("\u00ad", self.book.content(name).decode())

    def test_formulas_stay(self):
        self.assertEqual(self.book.content("chapter-1.xhtml").count(b"<math "), 1)

    def test_nothing_is_to_be_warned_of(self):
        self.assertFalse({code for code in codes(self.result) if code.startswith("epub.device")})

    def test_spans_want_the_profile(self):
        result = run(self.page, "-o", self.folder / "other.epub", "--kepub", "--quiet")
        self.assert_fails(result, 2, "kepub", "kobo")
