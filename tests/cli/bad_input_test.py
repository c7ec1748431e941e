"""Input that no author meant: it converts with a diagnostic, or it gives one clear line and its exit code."""
import json
import random

from program import FORMATS, ProgramTest, codes, run


class BadInput(ProgramTest):
    def convert(self, source, target="json", *arguments):
        self.output = self.folder / f"out.{target}"
        return run(source, "-o", self.output, "--log-format=json", *arguments)

    def assert_refused(self, source, code, *fragments):
        """One line for whoever reads it, and neither an output nor the remains of one."""
        existing = self.write("out.json", "precious")
        before = sorted(self.folder.iterdir())
        self.assert_fails(run(source, "-o", existing), code, *fragments)
        self.assertEqual(existing.read_text(), "precious")
        self.assertEqual(sorted(self.folder.iterdir()), before)

    def document(self):
        return json.loads(self.output.read_text(encoding="utf-8"))

    def assert_converts(self, source, expected_code, *arguments):
        """Every writer takes it, and the user is told. The answer is the JSON, which comes last."""
        for target in FORMATS:
            result = self.convert(source, target, *arguments)
            self.assert_succeeds(result)
            self.assertIn(expected_code, codes(result))
            self.assertGreater(self.output.stat().st_size, 0)
        return self.output.read_text(encoding="utf-8")

    def test_missing_file(self):
        self.assert_refused(self.folder / "absent.html", 1, "absent.html")

    def test_folder(self):
        source = self.folder / "folder.html"
        source.mkdir()
        self.assert_refused(source, 1, "folder.html", "is a folder")

    def test_empty_file(self):
        for name in ("empty.txt", "empty.html"):
            result = self.convert(self.write(name, b""))
            self.assert_succeeds(result)
            self.assertEqual(self.document()["content"]["children"], [])
            self.assertTrue(codes(result))

    def test_random_bytes(self):
        noise = random.Random(1729).randbytes(100_000)
        for name in ("noise.txt", "noise.html"):
            self.assert_refused(self.write(name, noise), 1, name)

    def test_random_bytes_of_unknown_format(self):
        self.assert_refused(self.write("noise", random.Random(1730).randbytes(100_000)), 1, "noise")

    def test_deeply_nested_elements(self):
        depth = 200_000
        source = self.write("deep.html", "<div>" * depth + "<p>the bottom</p>" + "</div>" * depth)
        self.assertIn("the bottom", self.assert_converts(source, "html.depth-flattened"))

    def test_huge_column_span(self):
        span = 2**53 - 1
        source = self.write("span.html", f"<p>Before.</p><table><tr><td colspan={span} rowspan={span}>wide</td>"
                                         "<td>next</td></tr><tr><td>below</td></tr></table>")
        for target in FORMATS:
            self.assert_succeeds(self.convert(source, target))
        self.assertIn("below", json.dumps(self.document()))

    def test_misnested_formatting(self):
        source = self.write("misnested.html", "<p>" + "<b>x<i>y</b>z</i>" * 3000 + "</p>")
        for target in FORMATS:
            self.assert_succeeds(self.convert(source, target))

    def test_formatting_bomb(self):
        """Each paragraph reopens every element before it: 50 million nodes of a few thousand."""
        source = self.write("bomb.html", "".join(f"<p><b id={number}>x" for number in range(12_000)))
        self.assert_refused(source, 5, "--limit")

    def test_forbidden_characters(self):
        """A form feed, U+FFFE, NUL and a control character, in a text that is one all the same."""
        source = self.write("control.txt", b"A title\n\n" + b"Words that nobody could object to. " * 20 +
                            b"One\x0ctwo\xef\xbf\xbe three\x00four\x01 five.\n")
        text = self.assert_converts(source, "encoding.forbidden-characters")
        self.assertIn("five.", text)
        for forbidden in "\x0c\ufffe\x00\x01":
            self.assertNotIn(forbidden, json.dumps(json.loads(text), ensure_ascii=False))

    def test_invalid_utf8(self):
        source = self.write("invalid.html", b"<meta charset=utf-8><p>before \xc3\x28 \xf0\x90 after")
        text = self.assert_converts(source, "encoding.invalid-bytes", "--encoding=utf-8")
        self.assertIn("before", text)
        self.assertIn("after", text)

    def test_limit_names_the_option_that_raises_it(self):
        source = self.write("long.txt", "word " * 1000)
        self.assert_fails(run(source, "-o", self.folder / "out.json", "--limit", "input=100"), 5, "--limit input",
                          "long.txt")
        self.assert_holds_only("long.txt")
