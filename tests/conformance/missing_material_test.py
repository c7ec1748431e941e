"""What happens where a judge or its material is absent: a line says so, and it is a failure if judges are required."""
import os
import subprocess
import sys
from pathlib import Path

from program import ProgramTest, clean_environment

HERE = Path(__file__).parent
INSTALLER = HERE.parents[1] / ".ci/install-checkers"
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

    def test_registry_out_of_reach(self):
        npm = self.write("npm", "#!/bin/sh\nexit 1\n")
        npm.chmod(0o755)
        for required, code in (("0", 0), ("1", 1)):
            environment = clean_environment(PATH=f"{self.folder}:{os.environ['PATH']}",
                                            OFFPRINT_CHECKERS_DIR=str(self.folder / "checkers"),
                                            OFFPRINT_REQUIRE_CHECKERS=required)
            result = subprocess.run([INSTALLER], env=environment, capture_output=True, text=True, check=False)
            self.assertEqual(result.returncode, code, result.stderr)
            self.assertIn("npm cannot install them", result.stderr)
