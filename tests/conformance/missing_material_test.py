"""What the judges do where the folder `shared` is absent: they say so, and fail if they are required."""
import os
import subprocess
import sys
from pathlib import Path

from program import ProgramTest

HERE = Path(__file__).parent
COMMANDS = (("convert.py", "shared", "outputs", "every-node"), ("judge.py", "ooxml_schemas", "outputs"),
            ("judge.py", "pandoc", "outputs"))


class MissingMaterial(ProgramTest):
    def assert_all_end(self, required, code, expected):
        """What every command does for a project without `shared` beside it and without outputs."""
        environment = {**os.environ, "OFFPRINT_SOURCE_DIR": str(self.folder / "project"),
                       "OFFPRINT_REQUIRE_CHECKERS": required}
        for script, *arguments in COMMANDS:
            with self.subTest(script, arguments=arguments):
                result = subprocess.run([sys.executable, str(HERE / script), *arguments], cwd=self.folder,
                                        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                        check=False)
                self.assertEqual(result.returncode, code, result.stdout)
                self.assertRegex(result.stdout, expected)

    def test_skipped_with_a_reason(self):
        self.assert_all_end("0", 77, r"^skipped: \S")

    def test_required(self):
        self.assert_all_end("1", 1, r"required, but \S")
