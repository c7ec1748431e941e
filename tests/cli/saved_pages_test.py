"""Saved pages: as many pictures reach the book as the article has."""
import zipfile

from program import FIXTURES, ProgramTest, run

# What the article of each case under fixtures/html/ shows, and its page could keep.
PICTURES = {
    "saved-base": 2,
    "saved-complete": 3,
    "saved-lazy": 3,
    "saved-mht-explorer": 3,
    "saved-mhtml": 3,
    "saved-names": 3,
    "saved-singlefile": 3,
    "saved-webarchive": 3,
    "saved-webarchive-xml": 3,
    "saved-zip": 3,
}
FOLDERS = {"epub": "EPUB/images/", "docx": "word/media/"}


class SavedPages(ProgramTest):
    def test_every_case_is_counted(self):
        self.assertEqual(sorted(PICTURES), sorted(path.name for path in (FIXTURES / "html").glob("saved-*")))

    def test_pictures(self):
        for case, pictures in PICTURES.items():
            (page,) = (FIXTURES / "html" / case).glob("input.*")
            for target, folder in FOLDERS.items():
                with self.subTest(case=case, target=target):
                    book = self.folder / f"{case}.{target}"
                    self.assert_succeeds(run(page, "-o", book))
                    with zipfile.ZipFile(book) as archive:
                        held = [name for name in archive.namelist() if name.startswith(folder)]
                    self.assertEqual(len(held), pictures)

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
