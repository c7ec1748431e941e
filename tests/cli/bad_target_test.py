"""Targets that cannot be written: one line, exit code 1, and what was there before stays as it was."""
import os
import pty

from program import FORMATS, ProgramTest, run


class BadTarget(ProgramTest):
    def setUp(self):
        super().setUp()
        self.source = self.write("in.txt", "A title\n\n" + "A paragraph that takes its room.\n\n" * 2000)

    def test_target_is_a_folder(self):
        (self.folder / "out.epub").mkdir()
        self.assert_fails(run(self.source, "-o", self.folder / "out.epub"), 1, "out.epub")
        self.assert_holds_only("in.txt", "out.epub")

    def test_target_in_no_folder(self):
        self.assert_fails(run(self.source, "-o", self.folder / "nowhere/out.epub"), 1, "nowhere/out.epub")
        self.assert_holds_only("in.txt")

    def test_folder_that_cannot_be_written(self):
        # /proc refuses new files to everybody; permissions do not hold root back.
        self.assert_fails(run(self.source, "-o", "/proc/out.epub"), 1, "/proc/out.epub")

    def test_output_folder_is_a_file(self):
        self.assert_fails(run(self.source, "-t", "json", "-d", self.source), 1, "in.txt")
        self.assert_holds_only("in.txt")

    def test_full_disk(self):
        for target in FORMATS:
            self.assert_fails(run(self.source, "-t", target, "-o", "/dev/full"), 1, "/dev/full")

    def test_full_disk_behind_standard_output(self):
        with open("/dev/full", "wb") as full:
            for target in FORMATS:
                self.assert_fails(run(self.source, "-t", target, "-o", "-", stdout=full), 1)

    def test_file_size_limit(self):
        for target in FORMATS:
            existing = self.write(f"out.{target}", "precious")
            self.assert_fails(run(self.source, "-o", existing, file_size=1000), 1, existing.name)
            self.assertEqual(existing.read_text(), "precious")
        self.assert_holds_only("in.txt", *(f"out.{target}" for target in FORMATS))

    def test_broken_pipe(self):
        for target in FORMATS:
            reading, writing = os.pipe()
            os.close(reading)
            with open(writing, "wb") as pipe:
                self.assert_fails(run(self.source, "-t", target, "-o", "-", stdout=pipe), 1)

    def test_target_is_the_input(self):
        page = self.write("page.json", "<p>Text")
        self.assert_fails(run(page, "-f", "html", "-o", page), 2, "page.json")
        self.assertEqual(page.read_text(), "<p>Text")
        link = self.folder / "link.json"
        link.symlink_to("page.json")
        self.assert_fails(run(page, "-f", "html", "-o", link), 2, "link.json")
        self.assertEqual(page.read_text(), "<p>Text")

    def test_binary_output_to_a_terminal(self):
        main, terminal = pty.openpty()
        self.addCleanup(os.close, main)
        with open(terminal, "wb") as shown:
            self.assert_fails(run(self.source, "-t", "epub", "-o", "-", stdout=shown), 2, "terminal")

    def test_standard_input_to_standard_output(self):
        result = run("-f", "text", "-t", "json", "-", "-o", "-", input=b"A title\n\nText.\n")
        self.assert_succeeds(result)
        self.assertIn(b"A title", result.stdout)

    def test_target_keeps_its_permissions_and_links(self):
        target = self.write("real.json", "old")
        target.chmod(0o600)
        link = self.folder / "out.json"
        link.symlink_to("real.json")
        self.assert_succeeds(run(self.source, "-o", link))
        self.assertTrue(link.is_symlink())
        self.assertIn("A title", target.read_text())
        self.assertEqual(target.stat().st_mode & 0o777, 0o600)
