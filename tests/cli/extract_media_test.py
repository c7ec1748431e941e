"""Images in files beside the output: their names, what refers to them, and that they appear with it or not at all."""
import hashlib
import json

from program import FIXTURES, ProgramTest, codes, run

PICTURE = FIXTURES / "demo/carrow-light.png"
REFERRING = ("html", "json", "markdown", "pandoc")  # formats that can refer to files


class ExtractMedia(ProgramTest):
    def setUp(self):
        super().setUp()
        self.picture = PICTURE.read_bytes()
        self.write("picture.png", self.picture)
        self.page = self.write("page.html", "<h1>A page</h1><p>Words <img src=picture.png alt=Lighthouse> and words.")
        self.name = hashlib.sha256(self.picture).hexdigest()[:16] + ".png"

    def convert(self, *arguments, **options):
        return run(*arguments, cwd=self.folder, **options)

    def test_files_are_named_by_content(self):
        for target in REFERRING:
            self.assert_succeeds(self.convert("page.html", "-o", f"out.{target}", "--extract-media", target))
            self.assertEqual([path.name for path in (self.folder / target).iterdir()], [self.name])
            self.assertEqual((self.folder / target / self.name).read_bytes(), self.picture)
            self.assertIn(f"{target}/{self.name}", (self.folder / f"out.{target}").read_text())

    def test_addresses_lead_from_the_output(self):
        (self.folder / "out").mkdir()
        for output, folder, address in (("out/a.json", "out/media", "media"), ("out/a.json", "media", "../media"),
                                        ("-", "media", "media")):
            result = self.convert("page.html", "-t", "json", "-o", output, "--extract-media", folder)
            self.assert_succeeds(result)
            text = result.stdout if output == "-" else (self.folder / output).read_bytes()
            self.assertEqual(json.loads(text)["assets"][0]["file"], f"{address}/{self.name}")

    def test_json_finds_them_again(self):
        self.assert_succeeds(self.convert("page.html", "-o", "inline.json"))
        self.assert_succeeds(self.convert("page.html", "-o", "beside.json", "--extract-media", "media"))
        for target in ("json", "epub"):
            books = [self.convert(name, "-t", target, "-o", "-") for name in ("inline.json", "beside.json")]
            for book in books:
                self.assert_succeeds(book)
            self.assertEqual(books[0].stdout, books[1].stdout)

    def test_json_that_has_lost_them_says_so(self):
        self.assert_succeeds(self.convert("page.html", "-o", "out.json", "--extract-media", "media"))
        (self.folder / "media" / self.name).unlink()
        result = self.convert("out.json", "-o", "out.epub", "--log-format=json")
        self.assert_succeeds(result)
        self.assertIn("json.asset-without-data", codes(result))

    def test_json_with_other_bytes_in_them_is_refused(self):
        self.assert_succeeds(self.convert("page.html", "-o", "out.json", "--extract-media", "media"))
        (self.folder / "media" / self.name).write_bytes(self.picture + b"more")
        self.assert_fails(self.convert("out.json", "-o", "out.epub"), 1, "hash")

    def test_json_leads_to_no_file_elsewhere(self):
        (self.folder / "inside").mkdir()
        for address in ("../picture.png", "/etc/passwd", "file:///etc/passwd", "https://a.example/x.png"):
            article = {"schemaVersion": "1.2.0", "content": {"type": "root", "children": []},
                       "assets": [{"id": "a", "file": address}]}
            source = self.write("inside/article.json", json.dumps(article))
            result = run(source, "-t", "json", "-o", "-", "--log-format=json")
            if address.startswith(".."):
                self.assertIn("json.asset-without-data", codes(result))
                self.assertEqual(json.loads(result.stdout)["assets"], [])
            else:
                self.assertEqual(result.returncode, 1)

    def test_nothing_is_left_of_a_failure(self):
        before = [path.name for path in self.folder.iterdir()]
        for target in REFERRING:
            self.assert_fails(self.convert("page.html", "-t", target, "-o", "/dev/full", "--extract-media", "media"), 1)
            warned = self.convert("page.html", "-o", f"out.{target}", "--extract-media", "media", "--strict",
                                  "--resource-path", ".", "--max-image", "9x9", "--limit", "pixels=1")
            self.assertNotEqual(warned.returncode, 0)
            self.assert_holds_only(*before)

    def test_outputs_share_a_folder(self):
        self.write("other.html", "<h1>Another</h1><p><img src=picture.png> Words.")
        self.assert_succeeds(self.convert("page.html", "other.html", "-t", "json", "-d", ".", "--extract-media", "media"))
        self.assertEqual([path.name for path in (self.folder / "media").iterdir()], [self.name])

    def test_strict_holds_all_of_them_back(self):
        self.write("other.html", "<h1>Another</h1><p><img src=absent.png> Words.")
        result = self.convert("page.html", "other.html", "-t", "json", "-d", ".", "--extract-media", "media", "--strict")
        self.assertEqual(result.returncode, 3)
        self.assert_holds_only("page.html", "other.html", "picture.png")

    def test_bad_usage(self):
        self.assert_fails(self.convert("page.html", "-o", "out.epub", "--extract-media", "media"), 2, "extract-media")
        self.assert_fails(self.convert("page.html", "-o", "out.json", "--extract-media", ""), 2, "extract-media")
        self.assert_fails(self.convert("page.html", "-o", "out.json", "--extract-media", "page.html"), 1, "page.html")
        self.assert_fails(self.convert("page.html", "-o", "out.json", "--extract-media", "none/media"), 1, "none/media")
        self.assert_fails(self.convert("page.html", "-o", "out.json", "--extract-media", "media", "--max-size", "1K"), 2,
                          "extract-media")
        self.assert_holds_only("page.html", "picture.png")
