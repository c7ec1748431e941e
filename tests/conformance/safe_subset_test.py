"""The subset of EPUB that is safe on every e-reader, point by point over one book.

What EPUBCheck judges for every book (well-formed XHTML, a complete manifest, media types) is not asked again.
"""
import zipfile
from pathlib import PurePosixPath

from epub_book import DC, EPUB_TYPE, LANGUAGE, NCX, OPF, XHTML, BookTest


class SafeSubset(BookTest):
    def setUp(self):
        super().setUp()
        self.book, _ = self.make_book("book.epub")

    def test_version_identifier_and_modified(self):
        package = self.book.package
        self.assertEqual(package.get("version"), "3.0")
        uid = self.book.tree("toc.ncx").find(f".//{NCX}meta[@name='dtb:uid']").get("content")
        self.assertEqual([e.text for e in package.iter(f"{DC}identifier") if e.get("id") == "identifier"], [uid])
        self.assertEqual(len(package.findall(f".//{OPF}meta[@property='dcterms:modified']")), 1)

    def test_mimetype_is_first_and_bare(self):
        first = self.book.entries[0]
        self.assertEqual((first.filename, first.compress_type, first.extra), ("mimetype", zipfile.ZIP_STORED, b""))
        self.assertEqual(self.book.files["mimetype"], b"application/epub+zip")

    def test_encoding_is_declared(self):
        for name in self.book.pages():
            self.assertRegex(self.book.content(name), rb'^<\?xml version="1\.0" encoding="utf-8"\?>\s*<!DOCTYPE html>')
            self.assertNotIn(b"&nbsp;", self.book.content(name))

    def test_file_names(self):
        names = [entry.filename for entry in self.book.entries]
        self.assertEqual(len({name.lower() for name in names}), len(names))
        for name in names:
            self.assertRegex(name, r"^[A-Za-z0-9/_-]+(\.[a-z0-9]+)?$")

    def test_extension_is_the_real_type(self):
        magic = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif"}
        for item in self.book.items.values():
            suffix = PurePosixPath(item.get("href")).suffix
            for head, expected in magic.items():
                if self.book.content(item.get("href")).startswith(head):
                    self.assertEqual(suffix, expected)

    def test_no_remote_and_no_data_images(self):
        for image in self.book.elements("img"):
            self.assertRegex(image.get("src"), r"^images/[a-z0-9-]+\.(png|jpg|gif|svg)$")

    def test_style_sheet_is_plain(self):
        css = self.book.content("style.css").decode()
        for forbidden in ("position:", "color:", "background", "overflow:", "overflow-x", "margin: -", "@import", "vw;",
                          "var(", "--"):
            self.assertNotIn(forbidden, css)
        self.assertEqual([e for name in ("script", "style") for e in self.book.elements(name)], [])
        self.assertFalse([e for page in self.book.pages().values() for e in page.iter() if e.get("style")])

    def test_files_are_small(self):
        for name in self.book.pages():
            self.assertLess(len(self.book.content(name)), 250_000)

    def test_contents_follow_the_spine_and_have_labels(self):
        files, _ = self.book.points()
        order = [self.book.spine.index(file) for file in files]
        self.assertEqual(order, sorted(order))
        for label in self.book.tree("nav.xhtml").iter(f"{XHTML}a"):
            self.assertTrue("".join(label.itertext()).strip())

    def test_language_everywhere(self):
        self.assertEqual(self.book.metadata("language"), ["en-GB"])
        for page in self.book.pages().values():
            self.assertEqual((page.get("lang"), page.get(LANGUAGE)), ("en-GB", "en-GB"))

    def test_no_word_joiner_and_no_form_feed(self):
        for name in self.book.pages():
            text = self.book.content(name).decode()
            self.assertNotIn("\u2060", text)
            self.assertNotIn("\f", text)

    def test_links_lead_somewhere(self):
        ids = {name: {e.get("id") for e in page.iter()} for name, page in self.book.pages().items()}
        for name, page in self.book.pages().items():
            for link in page.iter(f"{XHTML}a"):
                file, _, fragment = link.get("href").partition("#")
                if "://" not in file:
                    self.assertTrue(not fragment or fragment in ids[file or name], link.get("href"))

    def test_guide_and_landmarks_lead_into_the_body(self):
        text = self.book.package.find(f".//{OPF}reference[@type='text']").get("href")
        self.assertIn(text, self.book.spine)
        landmark = [a.get("href") for a in self.book.tree("nav.xhtml").iter(f"{XHTML}a")
                    if a.get(EPUB_TYPE) == "bodymatter"]
        self.assertEqual(landmark, [text])

    def test_cover_is_named_twice(self):
        by_property = [i for i, item in self.book.items.items() if "cover-image" in item.get("properties", "").split()]
        by_meta = [meta.get("content") for meta in self.book.package.iter(f"{OPF}meta") if meta.get("name") == "cover"]
        self.assertEqual(len(by_property), 1)
        self.assertEqual(by_property, by_meta)

    def test_notes_are_plain_blocks_with_the_way_back_first(self):
        self.assertEqual(self.book.elements("aside"), [])
        (note,) = [e for name in ("div", "li", "p") for e in self.book.elements(name)
                   if "footnote" in e.get(EPUB_TYPE, "").split()]
        self.assertIn("endnote", note.get(EPUB_TYPE).split())
        first = next(note.iter(f"{XHTML}a"))
        self.assertEqual(first.get("role"), "doc-backlink")
        self.assertTrue("".join(note.itertext()).strip().startswith("".join(first.itertext())))
        self.assertTrue([a for a in self.book.elements("a") if "noteref" in a.get(EPUB_TYPE, "").split()])

    def test_tables_are_tables(self):
        (table,) = self.book.elements("table")
        self.assertEqual([cell.get("scope") for cell in table.iter(f"{XHTML}th")], ["col", "col"])
