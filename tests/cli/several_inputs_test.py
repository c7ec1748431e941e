"""Several inputs: one book of them all, or an output for each."""
import json
import time

from program import ProgramTest, codes, lines, run

OPEN_FILES = 1024


class SeveralInputs(ProgramTest):
    def setUp(self):
        super().setUp()
        self.first = self.write("first.txt", "The first article\n\nWords of the first.\n")
        self.second = self.write("second.html", "<title>The second article</title><h1>The second article</h1>"
                                                "<p>Words of the second.")
        self.results = self.folder / "results"
        self.results.mkdir()

    def test_one_book(self):
        output = self.folder / "book.json"
        self.assert_succeeds(run(self.first, self.second, "-M", "title=Both", "-o", output))
        book = json.loads(output.read_text())
        self.assertEqual(book["metadata"]["headline"], "Both")
        articles = book["content"]["children"]
        self.assertEqual([article["metadata"]["headline"] for article in articles],
                         ["The first article", "The second article"])

    def test_book_with_a_bad_input_is_not_written(self):
        self.assert_fails(run(self.first, self.folder / "absent.txt", "-o", self.folder / "book.epub"), 1, "absent.txt")
        self.assert_holds_only("first.txt", "results", "second.html")

    def test_one_output_each(self):
        self.assert_succeeds(run(self.first, self.second, "-t", "epub", "-d", self.results))
        self.assertEqual(sorted(path.name for path in self.results.iterdir()), ["first.epub", "second.epub"])

    def test_one_failure_of_several(self):
        result = run(self.first, self.folder / "absent.txt", self.second, "-t", "json", "-d", self.results)
        self.assert_fails(result, 4, "absent.txt")
        self.assertEqual(sorted(path.name for path in self.results.iterdir()), ["first.json", "second.json"])

    def test_same_stem(self):
        (self.folder / "other").mkdir()
        twin = self.write("other/first.html", "<h1>Another first</h1><p>Words.")
        result = run(self.first, twin, "-t", "json", "-d", self.results, "--log-format=json")
        self.assert_succeeds(result)
        self.assertIn("output.renamed", codes(result))
        self.assertIn("The first article", (self.results / "first.json").read_text())
        self.assertIn("Another first", (self.results / "first-2.json").read_text())

    def test_many_of_one_name(self):
        """The time grows with their number, not with its square or cube."""
        inputs = self.folder / "inputs"
        for number in range(300):
            (inputs / str(number)).mkdir(parents=True)
            self.write(f"inputs/{number}/index.html", f"<h1>Page {number}</h1><p>Words.")
        started = time.monotonic()
        result = run(*sorted(inputs.glob("*/index.html")), "-t", "json", "-d", self.results, "--quiet")
        self.assert_succeeds(result)
        self.assertLess(time.monotonic() - started, 30)
        self.assertEqual(len(list(self.results.iterdir())), 300)

    def test_strict_with_more_inputs_than_files_may_be_open(self):
        inputs = self.folder / "inputs"
        inputs.mkdir()
        for number in range(OPEN_FILES + 76):
            self.write(f"inputs/{number}.txt", f"Title {number}\n\nText.\n")
        result = run(*inputs.iterdir(), "-t", "json", "-d", self.results, "--strict", open_files=OPEN_FILES)
        self.assert_succeeds(result)
        self.assertEqual({path.stem for path in self.results.iterdir()}, {path.stem for path in inputs.iterdir()})

    def test_input_in_the_output_folder_is_not_overwritten(self):
        page = self.write("page.json", "<h1>A page</h1><p>Words.")
        run(page, "-f", "html", "-t", "json", "-d", self.folder)
        self.assertEqual(page.read_text(), "<h1>A page</h1><p>Words.")

    def test_strict_commits_nothing(self):
        warned = self.write("warned.txt", b"A title\n\nOne\x01two.\n")
        result = run(self.first, warned, "-t", "json", "-d", self.results, "--strict")
        self.assertEqual(result.returncode, 3)
        self.assertEqual(list(self.results.glob("*")), [])
        self.assertTrue(lines(result.stderr))
