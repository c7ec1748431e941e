"""Input that no author meant: it converts with a diagnostic, or it gives one clear line and its exit code."""
import json
import random

from program import ALL_FORMATS, ProgramTest, codes, run


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
        for target in ALL_FORMATS:
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

    def test_articles_that_are_wrong(self):
        """One line with a JSON Pointer, and nothing half written."""
        article = '{"schemaVersion":"1.0.0","content":{"type":"root","children":[%s]}%s}'
        node = '{"type":%s}'
        group = '{"type":"group","children":['
        image = '"assets":[{"id":"a","data":"%s","sha256":"%s"}]'
        cases = [
            (article[:60], "", "ends too early"),
            ('{"schemaVersion":' + "[" * 1_000_000, "/schemaVersion", "a single value is expected"),
            (article % (group * 1_000_000, ""), "/content/children/0", "nested deeper than"),
            (article % ("", ',"metadata":' + "[" * 1_000_000), "/metadata", "an object is expected"),
            (article % (node % '"code","value":"a","value":"b"', ""), "/content/children/0/value", "occurs twice"),
            (article % (node % '"paragraph","children":{}', ""), "/content/children/0/children", "an array is expected"),
            (article % (node % '"heading","depth":1e400', ""), "/content/children/0/depth", "too big"),
            (article % (node % '"list","start":99999999999', ""), "/content/children/0/start", "must be from"),
            (article % (node % '"code","value":"\\udc00"', ""), "/content/children/0/value", "not valid Unicode"),
            (article % ("", "," + image % ("YQ==", "00")), "/assets/0/sha256", "not that of the bytes"),
            (article % ("", "," + image % ("YQ=", "")), "/assets/0/data", "no base64"),
            (article % (node % '"table","children":[{"type":"tableRow","children":[{"type":"tableCell","colSpan":1001}]}]', ""),
             "/content/children/0/children/0/children/0/colSpan", "from 1 to 1000"),
            (article % (node % '"paragraph","children":[{"type":"footnoteReference","identifier":"n1"}]', ""),
             "/content/children/0/children/0/identifier", "no note"),
            (article % (node % '"paragraph","children":[{"type":"image","asset":"a"}]', ""),
             "/content/children/0/children/0/asset", "no asset"),
            (article.replace("1.0.0", "2.0.0") % ("", ""), "/schemaVersion", "version 1.x"),
        ]
        for content, pointer, reason in cases:
            with self.subTest(reason):
                self.assert_refused(self.write("in.json", content), 1, f"in.json: {pointer}", "(line 1, column ", reason)

    def test_asts_that_are_wrong(self):
        """As those, for pandoc's."""
        ast = '{"pandoc-api-version":[1,22],"meta":{},"blocks":[%s]}'
        cases = [
            (ast[:49], "/blocks", "ends too early"),
            ("[" * 1_000_000, "", "pandoc"),
            (ast % ('{"t":"BlockQuote","c":[' * 200_000), "/blocks/0/c/0", "nested deeper than"),
            (ast % '{"t":"Null","t":"Null"}', "/blocks/0/t", "occurs twice"),
            (ast % '{"t":"Para","c":5}', "/blocks/0/c", "is expected"),
            (ast % '{"t":"Header","c":[1e400,["",[],[]],[]]}', "/blocks/0/c", "too big"),
            (ast % '{"t":"Para","c":[{"t":"Str","c":"\\udc00"}]}', "/blocks/0/c/0/c", "not valid Unicode"),
            (ast.replace("1,22", "2,0") % "", "/pandoc-api-version", "not 2.0"),
        ]
        for content, pointer, reason in cases:
            with self.subTest(reason):
                source = self.write("in.pandoc", content)
                self.assert_refused(source, 1, f"in.pandoc: {pointer}", "(line 1, column ", reason)

    def test_huge_column_span(self):
        span = 2**53 - 1
        source = self.write("span.html", f"<p>Before.</p><table><tr><td colspan={span} rowspan={span}>wide</td>"
                                         "<td>next</td></tr><tr><td>below</td></tr></table>")
        for target in ALL_FORMATS:
            self.assert_succeeds(self.convert(source, target))
        self.assertIn("below", json.dumps(self.document()))

    def test_misnested_formatting(self):
        source = self.write("misnested.html", "<p>" + "<b>x<i>y</b>z</i>" * 3000 + "</p>")
        for target in ALL_FORMATS:
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
