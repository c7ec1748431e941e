"""Holds docs/diagnostics.md to the codes in the sources: none missing, none left over, severities equal."""
import os
import re
import unittest
from pathlib import Path

ROOT = Path(os.environ["OFFPRINT_SOURCE_DIR"])
REPORTED = re.compile(r'Severity::(info|warning|error),\s*"([^"]+)"')
PASSING_ON = ("context.cpp", "findings.cpp")  # their callers give the codes
LISTED = re.compile(r"^\| `([^`]+)` \| (\w+) \|", re.MULTILINE)


def reported():
    found = set()
    for folder in ("core", "plugins"):
        for path in (ROOT / folder).rglob("*.cpp"):
            found |= {(code, severity) for severity, code in REPORTED.findall(path.read_text())}
    return found


class Diagnostics(unittest.TestCase):
    def test_every_code_is_listed_and_no_other(self):
        listed = LISTED.findall((ROOT / "docs/diagnostics.md").read_text())
        self.assertEqual(sorted(listed), sorted(reported()))

    def test_every_report_has_a_literal_code(self):
        for folder in ("core", "plugins"):
            for path in (ROOT / folder).rglob("*.cpp"):
                for call in re.findall(r"\breport\((.{60})", path.read_text(), re.DOTALL):
                    if path.name in PASSING_ON:
                        continue
                    self.assertRegex(call, r'^\s*Severity::\w+,\s*"[a-z-]+\.[a-z0-9-]+"', str(path))


if __name__ == "__main__":
    unittest.main()
