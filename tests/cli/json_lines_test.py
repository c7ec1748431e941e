"""JSON Lines: an article a line, each what it would be alone, in and out."""
import json

from program import ProgramTest, codes, run

IMAGE = ('<img alt="a box" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2260%22 height=%2230%22'
         '%3E%3Crect width=%2260%22 height=%2230%22/%3E%3C/svg%3E">')


class JsonLines(ProgramTest):
    def setUp(self):
        super().setUp()
        self.first = self.write("first.html", "<html lang=en><title>First</title><h1 id=top>First</h1><p>Words of the "
                                              f'first, and a <a href="#top">link</a>.<p>{IMAGE}')
        self.second = self.write("second.html", "<html lang=en><meta charset=utf-8><title>Second</title><h1>Second</h1>"
                                                "<p>Words of the second\u2028, in “quotes”.")
        self.lines = self.folder / "articles.jsonl"

    def write_lines(self, *inputs):
        self.assert_succeeds(run(*(inputs or (self.first, self.second)), "-o", self.lines))
        return self.lines.read_bytes().splitlines(keepends=True)

    def alone(self, source):
        """The article as the writer has it on one line."""
        result = run(source, "-t", "json", "--no-pretty")
        self.assert_succeeds(result)
        return result.stdout

    def book(self, *inputs):
        target = self.folder / "book.epub"
        self.assert_succeeds(run(*inputs, "-M", "title=Both", "-o", target))
        return target.read_bytes()

    def test_each_input_is_a_line(self):
        self.assertEqual(self.write_lines(), [self.alone(self.first), self.alone(self.second)])

    def test_one_input_is_one_line(self):
        self.assertEqual(self.write_lines(self.first), [self.alone(self.first)])

    def test_standard_output(self):
        for name in ("jsonl", "ndjson"):
            result = run(self.first, self.second, "-t", name)
            self.assert_succeeds(result)
            self.assertEqual(result.stdout, self.alone(self.first) + self.alone(self.second))

    def test_lines_are_the_book_that_their_inputs_are(self):
        self.write_lines()
        self.assertEqual(self.book(self.lines), self.book(self.first, self.second))

    def test_lines_become_themselves(self):
        again = self.folder / "again.jsonl"
        self.write_lines()
        self.assert_succeeds(run(self.lines, "-o", again))
        self.assertEqual(again.read_bytes(), self.lines.read_bytes())

    def test_standard_input(self):
        content = b"".join(self.write_lines())
        result = run("-f", "jsonl", "-t", "jsonl", input=b"\r\n" + content.replace(b"\n", b"\r\n\r\n"))
        self.assert_succeeds(result)
        self.assertEqual(result.stdout, content)

    def test_an_output_for_each_line(self):
        results = self.folder / "results"
        results.mkdir()
        self.write_lines()
        self.assert_succeeds(run(self.lines, self.first, "-t", "json", "--no-pretty", "-d", results))
        self.assertEqual({path.name: path.read_bytes() for path in results.iterdir()},
                         {"articles-1.json": self.alone(self.first), "articles-2.json": self.alone(self.second),
                          "first.json": self.alone(self.first)})

    def test_lines_for_each_input(self):
        results = self.folder / "results"
        results.mkdir()
        self.assert_succeeds(run(self.first, self.second, "-t", "jsonl", "-d", results))
        self.assertEqual(sorted(path.name for path in results.iterdir()), ["first.jsonl", "second.jsonl"])

    def test_metadata_of_the_user_is_that_of_each(self):
        self.assert_succeeds(run(self.first, self.second, "-M", "publisher=Harbour Post", "-o", self.lines))
        for line in self.lines.read_text("utf-8").split("\n")[:-1]:
            self.assertEqual(json.loads(line)["metadata"]["publisher"], "Harbour Post")

    def test_images_are_files(self):
        self.assert_succeeds(run(self.first, self.first, "-o", self.lines, "--extract-media", self.folder / "media"))
        (image,) = (self.folder / "media").iterdir()
        for line in self.lines.read_text("utf-8").split("\n")[:-1]:
            self.assertEqual(json.loads(line)["assets"][0]["file"], f"media/{image.name}")
        self.assertEqual(self.book(self.lines), self.book(self.first, self.first))

    def test_a_bad_line_is_named(self):
        good = self.write_lines()
        bad = b'{"schemaVersion":"1.0.0","content":{"type":"root","children":[{"type":"heading","depth":7}]}}\n'
        source = self.write("bad.jsonl", good[0] + b"\n" + good[1] + bad + good[1])
        self.assert_fails(run(source, "-o", self.folder / "book.epub"), 1, "bad.jsonl:4: /content/children/0/depth",
                          "the number must be from 1 to 6")
        self.assert_fails(run(source, "-o", self.folder / "out.jsonl"), 1, "bad.jsonl:4: ")
        self.assert_fails(run("-f", "jsonl", "-t", "jsonl", input=source.read_bytes()), 1, "input:4: ")
        self.assert_holds_only("articles.jsonl", "bad.jsonl", "first.html", "second.html")
        results = self.folder / "results"
        results.mkdir()
        self.assert_fails(run(source, "-t", "text", "-d", results), 4, "bad.jsonl:4: ")
        self.assertEqual(sorted(path.name for path in results.iterdir()), ["bad-1.txt", "bad-3.txt", "bad-5.txt"])

    def test_lines_cut_short(self):
        whole = b"".join(self.write_lines())
        self.assert_fails(run("-f", "jsonl", "-t", "jsonl", input=whole[:-40]), 1, "input:2: ")

    def test_no_line_at_all(self):
        for content in (b"", b"\n \r\n"):
            empty = self.write("empty.jsonl", content)
            self.assert_fails(run(empty, "-o", self.folder / "book.epub"), 1, "empty.jsonl", "there is no document in it")

    def test_a_warning_names_its_line(self):
        good = self.write_lines(self.first)
        article = json.loads(good[0])
        del article["assets"][0]["data"]
        source = self.write("warned.jsonl", good[0] + json.dumps(article).encode() + b"\n")
        result = run(source, "-o", self.folder / "out.jsonl", "--log-format=json")
        self.assert_succeeds(result)
        self.assertIn("json.asset-without-data", codes(result))
        self.assertIn('"where":"' + str(source) + ':2"', result.stderr.decode())
        self.assertEqual(run(source, "-o", self.folder / "strict.jsonl", "--strict").returncode, 3)
        self.assertFalse((self.folder / "strict.jsonl").exists())

    def test_what_makes_no_sense_for_lines(self):
        for option in ("--pretty", "--max-size=1M"):
            self.assert_fails(run(self.first, "-o", self.lines, option), 2, option.split("=")[0], "jsonl")

    def test_many_lines_take_linear_time(self):
        line = self.alone(self.second)
        source = self.write("many.jsonl", line * 3000)
        result = run(source, "-o", self.folder / "many-2.jsonl", "--quiet")
        self.assert_succeeds(result)
        self.assertEqual((self.folder / "many-2.jsonl").read_bytes(), line * 3000)
