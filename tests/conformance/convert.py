"""Converts one set of documents to every format, for the judges.

usage: convert.py fixtures|shared OUTPUTS EVERY_NODE

`fixtures` is what ships with the project and the document of every node kind, which the program EVERY_NODE writes.
`shared` is real material from the folder `shared` beside the project, where there is one: its inputs, and a sample
of its saved pages that their names' hashes choose; all of them with OFFPRINT_CORPUS=all. Without that folder the
test is skipped (exit code 77), or fails with OFFPRINT_REQUIRE_CHECKERS=1.
"""
import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from program import FIXTURES, FORMATS, need_shared, run

SAMPLE_SIZE = 12
SKIPPED = 77


def fixture_inputs():
    """Pairs of an output's name and an input."""
    for why in sorted(FIXTURES.glob("*/*/why.txt")):
        (source,) = why.parent.glob("input.*")
        yield f"{why.parent.parent.name}-{why.parent.name}", source
    for source in sorted((FIXTURES / "demo").glob("*.html")):
        yield f"demo-{source.stem}", source


def saved_pages(folder, unpacked):
    pages = sorted(folder.glob("*.html.gz"), key=lambda page: hashlib.sha256(page.name.encode()).digest())
    unpacked.mkdir(parents=True)
    for page in pages if os.environ.get("OFFPRINT_CORPUS") == "all" else pages[:SAMPLE_SIZE]:
        source = unpacked / page.stem
        source.write_bytes(gzip.decompress(page.read_bytes()))
        yield f"page-{source.stem}", source


def shared_inputs(unpacked):
    inputs, pages = need_shared("inputs"), need_shared("corpora/readability/html")
    for source in sorted(inputs.glob("*/*.*")):
        yield f"input-{source.stem}", source
    yield from saved_pages(pages, unpacked)


def arguments_of(source):
    """What a case wants to be converted with; see tests/golden/run.py."""
    arguments = source.parent / "arguments.txt"
    return arguments.read_text().splitlines() if arguments.exists() else []


def convert(name, source, outputs):
    """True if every format came out."""
    done = True
    for target in FORMATS:
        output = outputs / f"{name}.{target}"
        result = run(source, "-o", output, "--quiet", *arguments_of(source))
        if result.returncode != 0:
            print(f"{source} to {target}: exit code {result.returncode}: {result.stderr.decode(errors='replace')}")
            done = False
    return done


def main(chosen, outputs, every_node):
    shutil.rmtree(outputs, ignore_errors=True)
    outputs.mkdir(parents=True)
    if chosen == "fixtures":
        subprocess.run([every_node, outputs], check=True)
        inputs = fixture_inputs()
    else:
        inputs = shared_inputs(outputs / "unpacked")
    try:
        done = [convert(name, source, outputs) for name, source in inputs]
    except unittest.SkipTest as reason:
        print(f"skipped: {reason}")
        return SKIPPED
    print(f"{len(done)} documents")
    return 0 if done and all(done) else 1


sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
