"""--trace-dir: what each stage of reading made of the page."""
from program import ProgramTest, run

PAGE = """<title>Slack water</title><nav id=top class="bar wide"><a href=/a>Tides</a> <a href=/b>Harbours</a></nav>
<p hidden>a hidden word</p>
<article><h1>Slack water</h1><p>The pilots wait for the hour before slack water, when the current in the narrows
stands still, and then they go, one after the other.</p></article>"""


class Trace(ProgramTest):
    def setUp(self):
        super().setUp()
        self.page = self.write("page.html", PAGE)
        self.traces = self.folder / "traces"

    def convert(self, *arguments):
        return run(*arguments, "-o", self.folder / "out.json", "--trace-dir", self.traces)

    def trace(self, name):
        return (self.traces / name).read_text()

    def test_stages(self):
        self.assert_succeeds(self.convert(self.page))
        names = sorted(path.name for path in self.traces.iterdir())
        self.assertEqual(names[:2], ["1-hidden.txt", "2-boilerplate.txt"])
        hidden = self.trace("1-hidden.txt").splitlines()
        self.assertRegex(hidden[0], r"^  body  text \d+, links 0\.\d\d, prose \d+  Tides$")
        self.assertIn("    nav#top.bar.wide  text 13, links 1.00, prose 0  Tides", hidden)
        self.assertIn("-   p  text 11, links 0.00, prose 0  a hidden word", hidden)
        self.assertIn("\n-   nav#top", self.trace("2-boilerplate.txt"))
        self.assertRegex(self.trace(names[-1]), r"(?m)^\* +article ")

    def test_nothing_without_the_option(self):
        self.assert_succeeds(run(self.page, "-o", self.folder / "out.json"))
        self.assert_holds_only("out.json", "page.html")

    def test_selector(self):
        self.assert_succeeds(self.convert(self.page, "--article-selector", "article p"))
        self.assertRegex(self.trace("2-selector.txt"), r"(?m)^\* +p  ")

    def test_selector_that_finds_nothing_shows_the_page(self):
        self.assert_fails(self.convert(self.page, "--article-selector", ".post"), 1, "--trace-dir", "page.html")
        self.assertIn("nav#top", self.trace("1-hidden.txt"))

    def test_several_inputs(self):
        (self.folder / "other").mkdir()
        twin = self.write("other/page.html", PAGE)
        self.assert_succeeds(self.convert(self.page, twin))
        self.assertEqual(sorted(path.name for path in self.traces.iterdir()), ["1-page", "2-page"])
        self.assertEqual(self.trace("1-page/1-hidden.txt"), self.trace("2-page/1-hidden.txt"))

    def test_nothing_is_overwritten(self):
        self.traces.mkdir()
        (self.traces / "1-hidden.txt").symlink_to(self.write("precious.txt", "precious"))
        self.assert_fails(self.convert(self.page), 1, "traces", "is not empty", "name a new folder")
        self.assertEqual((self.folder / "precious.txt").read_text(), "precious")

    def test_second_trace_fails_before_the_work(self):
        self.assert_succeeds(self.convert(self.page))
        (self.folder / "out.json").unlink()
        self.assert_fails(self.convert(self.folder / "absent.html"), 1, "is not empty")
        self.assertFalse((self.folder / "out.json").exists())

    def test_empty_folder(self):
        self.traces.mkdir()
        self.assert_succeeds(self.convert(self.page))

    def test_folder_that_cannot_be_made(self):
        self.traces.write_text("a file")
        self.assert_fails(self.convert(self.page), 1, "traces")
        self.assertFalse((self.folder / "out.json").exists())
