"""What `cmake --install` puts down works where it lies, after a move, and for a plugin of somebody else."""
import json
import os
import shutil
import subprocess
from pathlib import Path

from program import FORMATS, SOURCE, ProgramTest, run

BINARY_DIR = Path(os.environ["OFFPRINT_BINARY_DIR"])
EXAMPLE = SOURCE / "docs/examples/csv-reader"


class Install(ProgramTest):
    def setUp(self):
        super().setUp()
        self.prefix = self.folder / "prefix"
        self.command("cmake", "--install", BINARY_DIR, "--prefix", self.prefix)
        self.program = self.prefix / "bin/offprint"

    def command(self, *words):
        result = subprocess.run(list(map(str, words)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stdout)

    def assert_converts(self, program):
        source = self.write("in.html", "<h1>A title</h1><p>Text.")
        for target in FORMATS:
            output = self.folder / f"out.{target}"
            self.assert_succeeds(run(source, "-o", output, program=program))
            self.assertGreater(output.stat().st_size, 0)

    def build_example(self):
        build = self.folder / "csv-build"
        self.command("cmake", "-S", EXAMPLE, "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}", "-G", "Ninja")
        self.command("cmake", "--build", build)
        return build

    def test_installed_program_converts(self):
        self.assert_converts(self.program)

    def test_moved_installation_converts(self):
        moved = self.folder / "moved"
        shutil.move(self.prefix, moved)
        self.assert_converts(moved / "bin/offprint")

    def test_installed_files_name_no_folder_of_the_build(self):
        for path in self.prefix.rglob("*"):
            if path.is_file() and not path.is_symlink():
                self.assertNotIn(str(BINARY_DIR).encode(), path.read_bytes(), path)

    def test_plugin_built_out_of_tree(self):
        plugins = self.build_example()
        source = self.write("rooms.csv", 'Room,"Rent, monthly"\n"The ""blue"" one",310\n')
        output = self.folder / "rooms.json"
        self.assert_fails(run("-f", "csv", source, "-o", output, program=self.program), 6, "offprint-csv.so")
        self.assert_succeeds(run("--plugin-dir", plugins, source, "-o", output, program=self.program))
        (table,) = json.loads(output.read_text())["content"]["children"]
        self.assertEqual(table["type"], "table")
        self.assertIn('The \\"blue\\" one', json.dumps(table))
        self.assertIn("csv", run("--plugin-dir", plugins, "--list-formats", program=self.program).stdout.decode())
