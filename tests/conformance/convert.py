"""Converts one set of documents to every format, for the judges.

usage: convert.py fixtures|shared OUTPUTS EVERY_NODE

`fixtures` is what ships with the project and the document of every node kind, which the program EVERY_NODE writes.
`shared` is real material from the folder `shared` beside the project, where there is one: its inputs, and a sample
of its saved pages that their names' hashes choose; all of them with OFFPRINT_CORPUS=all.
"""
import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from program import FIXTURES, FORMATS, SHARED, run

SAMPLE_SIZE = 12
SKIPPED = 77


def fixture_inputs():
    """Pairs of an output's name and an input."""
    for why in sorted(FIXTURES.glob("*/*/why.txt")):
        (source,) = why.parent.glob("input.*")
        yield f"{why.parent.parent.name}-{why.parent.name}", source
    for source in sorted((FIXTURES / "demo").glob("*.html")):
        yield f"demo-{source.stem}", source


def saved_pages(unpacked):
    pages = sorted((SHARED / "corpora/readability/html").glob("*.html.gz"),
                   key=lambda page: hashlib.sha256(page.name.encode()).digest())
    unpacked.mkdir(parents=True)
    for page in pages if os.environ.get("OFFPRINT_CORPUS") == "all" else pages[:SAMPLE_SIZE]:
        source = unpacked / page.stem
        source.write_bytes(gzip.decompress(page.read_bytes()))
        yield f"page-{source.stem}", source


def shared_inputs(unpacked):
    for source in sorted((SHARED / "inputs").glob("*/*.*")):
        yield f"input-{source.stem}", source
    yield from saved_pages(unpacked)


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
    elif SHARED.is_dir():
        inputs = shared_inputs(outputs / "unpacked")
    else:
        print(f"skipped: there is no {SHARED}")
        return SKIPPED
    done = [convert(name, source, outputs) for name, source in inputs]
    print(f"{len(done)} documents")
    return 0 if done and all(done) else 1


sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
