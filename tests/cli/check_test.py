"""--check: what it says, and its exit codes."""
import json

from epub_mutants import OPF, replace, sound_book, write_archive
from program import ProgramTest, lines, run


class Check(ProgramTest):
    def book(self, name, *changes):
        files = sound_book()
        for change in changes:
            change(files)
        path = self.folder / name
        write_archive(path, files)
        return path

    def test_sound_book(self):
        result = run("--check", self.book("sound.epub"))
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, b"", b""))

    def test_error_names_file_place_and_code(self):
        broken = self.book("broken.epub", replace(OPF, 'idref="two"', 'idref="three"'))
        result = run("--check", "--quiet", "--log-format=json", broken, self.book("sound.epub"))
        self.assertEqual(result.returncode, 1)
        found = [json.loads(line) for line in lines(result.stderr)]
        self.assertIn(("error", "epub.opf-049", str(broken)),
                      [(entry["severity"], entry["code"], entry["where"]) for entry in found])
        self.assertTrue(found[0]["message"].startswith(f"{OPF}:24:1: "), found[0])

    def test_warning_counts_under_strict_alone(self):
        doubtful = self.book("doubtful.epub", replace(OPF, "2024-05-01", "first of May"))
        self.assertEqual(run("--check", doubtful).returncode, 0)
        self.assertEqual(run("--check", "--strict", doubtful).returncode, 3)

    def test_output_makes_no_sense(self):
        self.assertEqual(run("--check", self.book("sound.epub"), "-o", self.folder / "out.epub").returncode, 2)
