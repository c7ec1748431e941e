"""What the program says to a command line that makes no sense, and which exit code wins of several."""
from program import ProgramTest, codes, diagnostics, lines, run


class BadUsage(ProgramTest):
    def setUp(self):
        super().setUp()
        self.source = self.write("in.txt", "A title\n\nText.\n")

    def test_misspelled_option(self):
        self.assert_fails(run(self.source, "--metdata", "title=x", "-o", self.folder / "out.epub"), 2, "--metdata",
                          "--metadata")

    def test_misspelled_plugin_option(self):
        self.assert_fails(run(self.source, "--encodin=utf-8", "-o", self.folder / "out.epub"), 2, "--encodin",
                          "--encoding")

    def test_bad_values(self):
        for arguments, named in ((("-M", "title"), "title"), (("-M", "colour=red"), "colour"),
                                 (("-M", "date=yesterday"), "yesterday"), (("--limit", "nodes=many"), "many"),
                                 (("--limit", "luck=1"), "luck"), (("--log-format", "yaml"), "yaml"),
                                 (("--fetch-timeout", "3"), "--fetch"), (("--fetch-cache", "x"), "--fetch"),
                                 (("--fetch", "--fetch-timeout", "0"), "--fetch-timeout"),
                                 (("--resource-path", "absent"), "absent"),
                                 (("--max-image", "1600"), "1600x2400"), (("--max-image", "0x5"), "0x5"),
                                 (("--jpeg-quality", "101"), "101"), (("--max-size", "big"), "big"),
                                 (("--encoding", "klingon"), "klingon")):
            with self.subTest(arguments):
                self.assert_fails(run(self.source, "-o", self.folder / "out.json", *arguments), 2, named)
        self.assert_holds_only("in.txt")

    def test_options_of_formats(self):
        page = self.write("page.html", "<p>Text.</p>")
        for arguments, named in ((("--base-url", "nonsense"), "base-url"), (("--split-level=99",), "from 0 to 6"),
                                 (("--article-selector", "p", "--article=never"), "--article=never"),
                                 (("--article-selector", "p::before"), "pseudo-element")):
            with self.subTest(arguments):
                self.assert_fails(run(page, "-o", self.folder / "out.epub", *arguments), 2, named)
        self.assert_holds_only("in.txt", "page.html")

    def test_usage_errors_as_json(self):
        """Wherever the option stands, before what is wrong or after it."""
        as_json = "--log-format=json"
        into = ("-o", self.folder / "out.json")
        for arguments in ((as_json, self.source, *into, "--metdata", "title=x"),
                          (self.source, *into, "--metdata", "title=x", "--log-format", "json"),
                          (self.source, *into, "--limit", "luck=1", as_json), (*into, as_json),
                          (as_json, self.source, "-o")):
            with self.subTest(arguments):
                result = run(*arguments)
                self.assertEqual(result.returncode, 2)
                (entry,) = diagnostics(result)
                self.assertEqual((entry["severity"], entry["code"]), ("error", "usage"))
                self.assertTrue(entry["message"])

    def test_limits_as_large_as_they_get(self):
        source = self.write("long.html", "<p>A word.</p>" * 5000)  # the clock is looked at now and then only
        output = self.folder / "out.json"
        for limit in ("input=18446744073709551615", "time=10000000000", "time=18446744073709551615"):
            with self.subTest(limit):
                self.assert_succeeds(run(source, "--limit", limit, "-o", output))
                self.assertIn("A word.", output.read_text())

    def test_no_input(self):
        self.assert_fails(run("-o", self.folder / "out.epub"), 2)

    def test_no_target(self):
        self.assert_fails(run(self.source), 2, "-o")

    def test_file_and_folder_as_target(self):
        self.assert_fails(run(self.source, "-o", self.folder / "out.epub", "-d", self.folder), 2)

    def test_folder_without_a_format(self):
        self.assert_fails(run(self.source, "-d", self.folder), 2, "-t")

    def test_unknown_target_format(self):
        self.assert_fails(run(self.source, "-t", "papyrus", "-o", self.folder / "out"), 6, "papyrus")

    def test_unknown_input_format(self):
        self.assert_fails(run(self.source, "-f", "papyrus", "-o", self.folder / "out.json"), 6, "papyrus")

    def test_target_without_an_extension(self):
        self.assert_fails(run(self.source, "-o", self.folder / "out"), 2, "-t")

    def test_target_with_an_unknown_extension(self):
        self.assert_fails(run(self.source, "-o", self.folder / "out.papyrus"), 6, "offprint-papyrus.so")

    def test_warnings_under_strict_commit_nothing(self):
        source = self.write("warned.txt", b"A title\n\nOne\x01two.\n")
        for target in (("-o", self.folder / "out.json"), ("-d", self.folder, "-t", "json")):
            result = run(source, "--strict", "--log-format=json", *target)
            self.assertEqual(result.returncode, 3)
            self.assertIn("encoding.forbidden-characters", codes(result))
        self.assert_holds_only("in.txt", "warned.txt")

    def test_clean_input_under_strict(self):
        self.assert_succeeds(run(self.source, "--strict", "-o", self.folder / "out.json"))

    def test_quiet_says_nothing_but_errors(self):
        source = self.write("warned.txt", b"A title\n\nOne\x01two.\n")
        self.assertNotEqual(run(source, "-o", self.folder / "out.json").stderr, b"")
        self.assertEqual(run(source, "--quiet", "-o", self.folder / "out.json").stderr, b"")
        self.assert_fails(run(self.folder / "absent.txt", "--quiet", "-o", self.folder / "out.json"), 1, "absent.txt")

    def test_worst_exit_code_wins(self):
        """In the order 2, 6, 5, 1, 4, 3."""
        missing = self.folder / "absent.txt"
        large = self.write("large.txt", "word " * 1000)
        strict = self.write("warned.txt", b"A title\n\nOne\x01two.\n")
        into = ("-t", "json", "-d", self.folder)
        limit = ("--limit", "input=100")
        for arguments, expected in (((missing, "--metdata", "x=y"), 2), ((missing, self.source, "-f", "papyrus"), 6),
                                    ((missing, large, *limit), 5), ((missing, self.folder / "gone.txt"), 1),
                                    ((missing, self.source), 4), ((missing, self.source, strict, "--strict"), 4),
                                    ((self.source, strict, "--strict"), 3)):
            with self.subTest(arguments):
                self.assertEqual(run(*into, *arguments).returncode, expected)

    def test_version_and_help(self):
        version = run("--version")
        self.assert_succeeds(version)
        self.assertRegex(lines(version.stdout)[0], r"^offprint \d+\.\d+\.\d+$")
        shown = run("--help")
        self.assert_succeeds(shown)
        for option in (b"--from", b"--to", b"--metadata", b"--encoding", b"--limit", b"--strict"):
            self.assertIn(option, shown.stdout)
        self.assertEqual(shown.stderr, b"")
