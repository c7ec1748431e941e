"""The option --cover, which names a file or says what to do."""
import zipfile

from program import FIXTURES, ProgramTest, run


class Cover(ProgramTest):
    def setUp(self):
        super().setUp()
        self.source = self.write("tides.txt", "Tides\n\nThe sea comes in.\n")
        self.book = self.folder / "tides.epub"

    def image_sizes(self):
        """How large each image in the book is, in bytes."""
        with zipfile.ZipFile(self.book) as archive:
            return [entry.file_size for entry in archive.infolist() if "/images/" in entry.filename]

    def test_a_file_is_the_cover_to_the_byte(self):
        picture = FIXTURES / "demo/carrow-light.png"
        self.assert_succeeds(run(self.source, "-o", self.book, "--cover", picture))
        self.assertEqual(self.image_sizes(), [picture.stat().st_size])

    def test_words_are_no_files(self):
        self.write("none", "a file of this name means nothing")
        self.assert_succeeds(run(self.source, "-o", self.book, "--cover", "none", cwd=self.folder))
        self.assertEqual(self.image_sizes(), [])

    def test_a_missing_file_is_one_error(self):
        self.assert_fails(run(self.source, "-o", self.book, "--cover", self.folder / "absent.png"), 1, "absent.png")
        self.assert_holds_only("tides.txt")

    def test_a_file_that_is_no_image_is_one_error(self):
        self.assert_fails(run(self.source, "-o", self.book, "--cover", self.source), 1, "cover", "no image")
        self.assert_holds_only("tides.txt")

    def test_a_format_without_covers_refuses_the_option(self):
        result = run(self.source, "-o", self.folder / "tides.json", "--cover", "generate")
        self.assert_fails(result, 2, "--cover")
        self.assert_holds_only("tides.txt")
