"""Holds the binary form of offprint.h to the dumps beside this file, one for each version that had another. Run as a program
it writes the dump of the version that the headers name, which nothing can change any more once it is released.
"""
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

from program import SOURCE, ProgramTest, missing, need_command

FOLDER = Path(__file__).parent
LIBRARY = Path(os.environ["OFFPRINT_C_ABI"])
HOW_TO_RENEW = """
The C interface is no longer what version {version} has. If that is as it should be, raise OFFPRINT_VERSION in
include/offprint/version.hpp (the second number for functions that were added, the first for anything else: programs that are
linked to this library would break) and write the dump of the new version with `make abi`. Commit both.
"""


def version():
    text = (SOURCE / "include/offprint/version.hpp").read_text()
    return re.search(r'OFFPRINT_VERSION "(\d+)\.(\d+)\.', text).groups()


def dump_of(major, minor):
    return FOLDER / f"offprint-{major}.{minor}.abi"


def write_dump(path, library=LIBRARY):
    """The exported functions and the types that they take, without places, paths and architecture's name."""
    subprocess.run([need_command("abidw"), "--headers-dir", SOURCE / "include", "--drop-private-types",
                    "--exported-interfaces-only", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs",
                    "--no-elf-needed", "--type-id-style", "hash", "--out-file", path, library], check=True)


def differences(old, new, *options):
    """What abidiff says; nothing where there is none."""
    result = subprocess.run([need_command("abidiff"), "--no-default-suppression", *options, old, new],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return result.stdout if result.returncode else ""


class Abi(ProgramTest):
    maxDiff = None

    def setUp(self):
        super().setUp()
        if platform.machine() != "x86_64":
            missing("the dumps are of x86_64")
        self.now = self.folder / "now.abi"
        write_dump(self.now)

    def test_equals_that_of_its_version(self):
        dump = dump_of(*version())
        renewal = HOW_TO_RENEW.format(version=".".join(version()))
        self.assertTrue(dump.exists(), f"there is no {dump.name}: write it with `make abi` and commit it")
        self.assertEqual(differences(dump, self.now, "--harmless"), "", renewal)

    def test_keeps_what_earlier_versions_promised(self):
        for dump in sorted(FOLDER.glob(f"offprint-{version()[0]}.*.abi")):
            self.assertEqual(differences(dump, self.now, "--no-added-syms"), "", f"{dump.name} was promised")

    def test_changes_are_found(self):
        """An enumerator's value, what a function returns, where a member lies, a function that is gone: each is told."""
        text = self.now.read_text()
        for old, new in (("name='OFFPRINT_ERROR_OUTPUT' value='4'", "name='OFFPRINT_ERROR_OUTPUT' value='14'"),
                         ("<return type-id='80f4b756'/>", "<return type-id='f0981eeb'/>"),
                         ("layout-offset-in-bits='128'", "layout-offset-in-bits='192'"),
                         ("'offprint_bytes_size'", "'offprint_bytes_length'")):
            self.assertIn(old, text)
            changed = self.folder / "changed.abi"
            changed.write_text(text.replace(old, new))
            self.assertNotEqual(differences(self.now, changed), "", old)


def main():
    target = dump_of(*version())
    if target.exists():
        fresh = LIBRARY.with_suffix(".abi")
        write_dump(fresh)
        if differences(target, fresh, "--harmless"):
            sys.exit(HOW_TO_RENEW.format(version=".".join(version())))
        return
    write_dump(target)
    print(f"wrote {target.name}")


if __name__ == "__main__":
    main()
