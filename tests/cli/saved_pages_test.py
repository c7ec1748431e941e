"""Saved pages in archives that explode; what arrives of their pictures is in tests/conformance/pictures_test.py."""
import zipfile

from program import ProgramTest, run


class SavedPages(ProgramTest):
    def test_a_bomb_of_a_zip_ends_at_the_limit(self):
        page = self.folder / "bomb.zip"
        with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("index.html", b"<p>Text <img src=bomb.png></p>")
            archive.writestr("bomb.png", b"\x89PNG\r\n\x1a\n" + b"\0" * (64 << 20))
        result = run(page, "-o", self.folder / "book.epub", "--limit", "resources=1M")
        self.assert_succeeds(result)
        self.assertIn(b"html.part-unusable", result.stderr)

    def test_a_zipped_bomb_of_a_page_is_refused(self):
        page = self.folder / "bomb.zip"
        with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("index.html", b"<p>" + b"x" * (64 << 20))
        result = run(page, "-o", self.folder / "book.epub", "--limit", "input=1M")
        self.assertEqual(result.returncode, 5)
        self.assertIn(b"--limit input", result.stderr)
        self.assertFalse((self.folder / "book.epub").exists())
