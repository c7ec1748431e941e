"""Golden cases: what the program makes of an input, compared byte by byte with what was accepted.

usage: run.py [--accept] FOLDER...

A case is a folder with `why.txt` (one line: why the case exists) and `input.*`; `arguments.txt`, if there is one,
holds further arguments of the program, one a line. The accepted results stand beside them: `document.json`,
`diagnostics.txt`, the trees `epub/` and `docx/` as they are unzipped, and `written.html` and `written.text`. A tree or
text is compared and accepted only where it stands in the case: a case about reading goes without, a new one about
writing begins with `mkdir` or `touch`. The style sheet is the same in every book and compared where it stands in the
case, too. FOLDER is a case or holds cases.
--accept rewrites the results instead of comparing them; read the difference before you commit it.
"""
import argparse
import difflib
import io
import re
import shutil
import sys
import zipfile
from pathlib import Path

from program import FORMATS, lines, run

TREES = ("epub", "docx")
TEXTS = {"written.html": "html", "written.text": "text"}
STYLE_SHEET = "epub/EPUB/style.css"
CONTEXT_LINES = 3
SHOWN_LINES = 200


def is_golden(case):
    return (case / "document.json").exists() or not (case / "facts.json").exists()


def convert(case, target):
    """The output's bytes and what was said on the way."""
    (source,) = case.glob("input.*")
    arguments = case / "arguments.txt"
    more = arguments.read_text().splitlines() if arguments.exists() else []
    result = run(source.name, "-t", target, "-o", "-", "--log-format=json", "--verbose", *more, cwd=case)
    if result.returncode != 0:
        raise RuntimeError(f"exit code {result.returncode} for {target}: {result.stderr.decode()}")
    return result.stdout, lines(result.stderr)


def diagnostics_text(said):
    """One line a diagnostic, in the order of its first appearance, after the formats that it was said for."""
    formats = {}
    for target in FORMATS:
        for line in said[target]:
            formats.setdefault(line, []).append(target)
    return "".join(f"{'all' if len(targets) == len(FORMATS) else ' '.join(targets)}: {line}\n"
                   for line, targets in formats.items())


def actual_files(case):
    """Every result of a case: bytes by path."""
    files, said = {}, {}
    for target in FORMATS:
        output, said[target] = convert(case, target)
        if target == "json":
            files["document.json"] = output
        elif (case / target).is_dir():
            with zipfile.ZipFile(io.BytesIO(output)) as archive:
                files.update({f"{target}/{name}": archive.read(name) for name in archive.namelist()})
    files.update({name: convert(case, target)[0] for name, target in TEXTS.items() if (case / name).exists()})
    if not (case / STYLE_SHEET).exists():
        files.pop(STYLE_SHEET, None)
    files["diagnostics.txt"] = diagnostics_text(said).encode()
    return files


def accepted_files(case):
    trees = [path for target in TREES for path in (case / target).rglob("*") if path.is_file()]
    singles = [path for name in ("document.json", "diagnostics.txt", *TEXTS) if (path := case / name).exists()]
    return {path.relative_to(case).as_posix(): path.read_bytes() for path in trees + singles}


def accept(case, files):
    for target in TREES:
        shutil.rmtree(case / target, ignore_errors=True)
    for name, content in files.items():
        path = case / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def readable(content):
    """Lines for a reader's eye: each tag of XML that is all on one line gets a line of its own."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return [f"({len(content)} bytes that are no text)"]
    if text.startswith("<"):
        text = re.sub(r"(?<=>)(?=<)", "\n", text)
    return text.splitlines()


def difference(name, accepted, actual):
    if accepted is None:
        return [f"{name}: new, {len(actual)} bytes"]
    if actual is None:
        return [f"{name}: is no longer written"]
    shown = list(difflib.unified_diff(readable(accepted), readable(actual), f"accepted {name}", f"actual {name}",
                                      lineterm="", n=CONTEXT_LINES))
    return shown or [f"{name}: differs in bytes that are no text or in line ends"]


def compare(accepted, actual):
    names = sorted(accepted.keys() | actual.keys())
    return [line for name in names if accepted.get(name) != actual.get(name)
            for line in difference(name, accepted.get(name), actual.get(name))]


def check(case, accepting):
    """True if the case is as accepted."""
    actual = actual_files(case)
    if accepting:
        accept(case, actual)
        return True
    report = compare(accepted_files(case), actual)
    if report:
        print(f"{case}: {(case / 'why.txt').read_text().strip()}")
        print("\n".join(report[:SHOWN_LINES]))
        if len(report) > SHOWN_LINES:
            print(f"... and {len(report) - SHOWN_LINES} lines more")
        print("If this is what it should be: make golden")
    return not report


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--accept", action="store_true", help="rewrite the accepted results")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    cases = sorted(why.parent for folder in arguments.folders for why in folder.resolve().rglob("why.txt")
                   if is_golden(why.parent))
    if not cases:
        parser.error("no case there (a case is a folder with why.txt)")
    failed = [case for case in cases if not check(case, arguments.accept)]
    return 1 if failed else 0


sys.exit(main())
