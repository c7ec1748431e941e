"""Converts one set of documents for the judges.

usage: convert.py SET OUTPUTS EVERY_NODE [OPTION]...

`fixtures` is what ships with the project and the document of every node kind, which the program EVERY_NODE writes.
`shared` is real material from the folder `shared` beside the project, where there is one: its inputs, and a sample
of its saved pages that their names' hashes choose; all of them with OFFPRINT_CORPUS=all. `pages` is as many as
OFFPRINT_CORPUS says (a number, or all) of the saved pages of all corpora. These become every format. `hostile` is what
hostile_inputs.py makes; it becomes e-books and pages only. What is converted with options, which are those of the EPUB
writer (`--profile kindle`), becomes e-books only.
Without the folder `shared` the test is skipped (exit code 77), or fails with OFFPRINT_REQUIRE_CHECKERS=1.
"""
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from corpora import saved_pages
from hostile_inputs import hostile_inputs
from program import FIXTURES, FORMATS, TEXT_FORMATS, need_shared, run

SKIPPED = 77


def fixture_inputs():
    """Pairs of an output's name and an input."""
    for why in sorted(FIXTURES.glob("*/*/why.txt")):
        (source,) = why.parent.glob("input.*")
        yield f"{why.parent.parent.name}-{why.parent.name}", source
    for source in sorted((FIXTURES / "demo").glob("*.html")):
        yield f"demo-{source.stem}", source


def shared_inputs(unpacked):
    inputs, pages = need_shared("inputs"), need_shared("corpora/readability/html")
    for source in sorted(inputs.glob("*/*.*")):
        yield f"input-{source.stem}", source
    yield from saved_pages(pages.glob("*.html.gz"), unpacked)


def arguments_of(source):
    """What a case wants to be converted with; see tests/golden/run.py."""
    arguments = source.parent / "arguments.txt"
    return arguments.read_text().splitlines() if arguments.exists() else []


def convert(name, source, outputs, formats, options):
    """True if every format came out."""
    done = True
    for target in formats:
        output = outputs / f"{name}.{target}"
        result = run(source, "-o", output, "--quiet", *arguments_of(source), *options)
        if result.returncode != 0:
            print(f"{source} to {target}: exit code {result.returncode}: {result.stderr.decode(errors='replace')}")
            done = False
    return done


def inputs_of(chosen_set, outputs, every_node):
    if chosen_set == "fixtures":
        subprocess.run([every_node, outputs], check=True)
        return fixture_inputs()
    if chosen_set == "shared":
        return shared_inputs(outputs / "unpacked")
    if chosen_set == "hostile":
        return hostile_inputs(outputs / "inputs")
    return saved_pages(need_shared("corpora").glob("*/html/*.html.gz"), outputs / "unpacked")


def main(chosen_set, outputs, every_node, *options):
    shutil.rmtree(outputs, ignore_errors=True)
    outputs.mkdir(parents=True)
    formats = ("epub",) if options else ("epub", "html") if chosen_set == "hostile" else FORMATS + TEXT_FORMATS
    try:
        done = [convert(name, source, outputs, formats, options)
                for name, source in inputs_of(chosen_set, outputs, every_node)]
    except unittest.SkipTest as reason:
        print(f"skipped: {reason}")
        return SKIPPED
    print(f"{len(done)} documents")
    return 0 if done and all(done) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
