"""How well articles are found: Offprint beside other tools on the corpora of ../shared, with the project's targets.

usage: extraction.py [--jobs N] [--keep FOLDER]        (through `make bench-extraction`)
       extraction.py --blind FOLDER [--seed TEXT]      (through `make bench-blind`)

The first converts every page and prints one table for all pages and one for each of two halves, split by a hash of the
page's id, and for the quarter that nobody has looked at: rules are made by looking at the first half and, since that has
been seen through, at the third quarter. `!` marks a target that is missed; a tool on its own output,
taken for the truth, is in brackets. List items are counted twice: as they stand in the content, and with each note as
one more item, which is what the truth, made from rendered pages, holds.

The second writes, for 20 pages chosen by hash, our result and Readability's as texts A.txt and B.txt without names, the
page itself, and key.json, which tells them apart and is for after the judgement. Another seed chooses other pages.
"""
import argparse
import gzip
import hashlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from program import PROGRAM, SHARED
from rendering import render

CORPORA = SHARED / "corpora"
TOOLS = SHARED / "tools/extraction"
PEERS = ("readability", "defuddle", "trafilatura")
OWN_TRUTH = ("readability", "defuddle")  # the tools whose output their corpus takes for the truth
JUDGED_PAGES = 20

# corpus, what to look up in the scorer's result, name, target
TARGETS = [
    ("readability", "shingle f1", "4-gram F1", .955),
    ("readability", "structure headings f1", "headings F1", .97),
    ("readability", "structure list_items f1", "list items F1", .97),
    ("readability", "with-notes structure list_items f1", "list items, with notes, F1", .97),
    ("readability", "structure quotes f1", "quotes F1", .97),
    ("readability", "structure code f1", "code F1", .97),
    ("readability", "structure links f1", "links F1", .95),
    ("readability", "structure images f1", "images F1", .95),
    ("readability", "structure cells f1", "cells F1", .95),
    ("wcxb-dev", "token f1", "token F1", .95),
    ("wcxb-dev", "paragraphs f1", "paragraphs F1", .85),
    ("trafilatura", "snippets f1", "snippets F1", .94),
    ("defuddle", "token f1", "token F1", .96),
    *((corpus, f"metadata {field} exact", f"{field} exact", target)
      for corpus, *targets in (("wcxb-dev", .86, .78, .88), ("trafilatura", .80, .65, .88), ("postlight", .88, .72, .78))
      for field, target in zip(("title", "authors", "date"), targets)),
    ("wcxb-dev", "metadata authors invented", "authors invented (at most)", .04),
]
NAMES = list(dict.fromkeys(target[0] for target in TARGETS))


def scorer():
    spec = importlib.util.spec_from_file_location("score", TOOLS / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ADAPTORS["with-notes"] = lambda output: module.docjson(with_notes(output))
    return module


def with_notes(output):
    """The document with its notes as one more list at the end, as every rendering shows them."""
    items = [{"type": "listItem", "children": note["children"]} for note in output.get("notes", [])]
    if items:
        output["content"]["children"].append({"type": "list", "ordered": True, "children": items})
    return output


def digest(page):
    return int(hashlib.sha256(page.encode()).hexdigest(), 16)


def convert(folder, *arguments):
    subprocess.run([sys.executable, TOOLS / "run.py", PROGRAM, folder, "--corpora", CORPORA, *arguments], check=False)


class Results:
    """The outputs of one tool, read once and scored over any choice of pages."""

    def __init__(self, score, folder, adaptor):
        self.score = score
        self.rows = {}
        for corpus in NAMES:
            # The truth of these two corpora holds captions; that of the others does not.
            drop = corpus not in ("readability", "defuddle")
            self.rows[corpus] = score.load(corpus, Namespace(corpora=CORPORA, out=folder, adaptor=adaptor, only=None,
                                                             drop=set(), missing="zero", drop_captions=drop))

    def figures(self, wanted):
        """The scorer's results by corpus, over the pages for which `wanted` holds."""
        return {corpus: self.score.score(corpus, [row for row in rows if wanted(f"{corpus}/{row[0]['id']}")], None)
                for corpus, rows in self.rows.items()}


def look_up(figures, corpus, path):
    found = figures[corpus]
    for name in path.split():
        found = found.get(name) if found else None
    return found


def print_table(title, ours, with_notes_figures, peers):
    print(f"\n{title}\n{'':40} target  ours  " + "".join(f"{peer:>13}" for peer in peers))
    for corpus, path, name, target in TARGETS:
        figures, path = (with_notes_figures, path.removeprefix("with-notes ")) if "with-notes" in path else (ours, path)
        value = look_up(figures, corpus, path)
        missed = value > target if "invented" in path else value < target
        line = f"{corpus + ': ' + name:40} {target:6.3f} {value:6.3f}{'!' if missed else ' '}"
        for peer, their_figures in peers.items():
            theirs = look_up(their_figures, corpus, path)
            text = "-" if theirs is None else f"({theirs:.3f})" if peer == corpus in OWN_TRUTH else f"{theirs:.3f} "
            line += f"{text:>13}"
        print(line)


def compare(jobs, keep):
    score = scorer()
    with tempfile.TemporaryDirectory(prefix="offprint-bench-") as temporary:
        folder = Path(keep or temporary)
        convert(folder, "--jobs", str(jobs))
        ours, noted = (Results(score, folder, adaptor) for adaptor in ("docjson", "with-notes"))
    peers = {peer: Results(score, CORPORA / "peers" / peer, "plain") for peer in PEERS}
    parts = {"All pages": lambda page: True, "First half": lambda page: digest(page) % 2 == 0,
             "Second half": lambda page: digest(page) % 2 == 1,
             "Last quarter, not looked at": lambda page: digest(page) % 4 == 3}
    for title, wanted in parts.items():
        print_table(title, ours.figures(wanted), noted.figures(wanted),
                    {peer: results.figures(wanted) for peer, results in peers.items()})


def read_json(path):
    return json.loads(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())


def judged_pages(seed):
    """Those with the smallest hashes among the pages that Readability has an output for."""
    pages = [f"{path.parent.name}/{path.name.removesuffix('.json.gz')}"
             for path in (CORPORA / "peers/readability").glob("*/*.json.gz")]
    return sorted(pages, key=lambda page: digest(seed + page))[:JUDGED_PAGES]


def write_blind(target, seed):
    score, key = scorer(), {}
    with tempfile.TemporaryDirectory(prefix="offprint-bench-") as temporary:
        pages = judged_pages(seed)
        ids = Path(temporary, "ids")
        ids.write_text("\n".join(pages))
        convert(temporary, "--ids", str(ids))
        for number, page in enumerate(pages, 1):
            folder = target / f"{number:02}"
            folder.mkdir(parents=True)
            corpus, name = page.split("/", 1)
            html = CORPORA / corpus / "html" / f"{name}.html.gz"
            (folder / "page.html").write_bytes(gzip.decompress(html.read_bytes()))
            ours = score.ADAPTORS["with-notes"](read_json(Path(temporary, page + ".json")))
            theirs = read_json(CORPORA / "peers/readability" / (page + ".json.gz"))
            # The last bit decides the half already.
            first, second = ("offprint", "readability") if digest(seed + page) & 2 else ("readability", "offprint")
            texts = {"offprint": render(ours), "readability": render(theirs)}
            (folder / "A.txt").write_text(texts[first])
            (folder / "B.txt").write_text(texts[second])
            key[folder.name] = {"page": page, "A": first, "B": second}
    (target / "key.json").write_text(json.dumps(key, indent=2) + "\n")
    print(f"{len(key)} pages are in {target}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", help="folder for our outputs, which are thrown away otherwise")
    parser.add_argument("--blind", type=Path)
    parser.add_argument("--seed", default="", help="of the choice of pages for --blind")
    arguments = parser.parse_args()
    if not CORPORA.is_dir() or not TOOLS.is_dir():
        print(f"skipped: the corpora and their scorer are not in {SHARED}")
    elif arguments.blind:
        write_blind(arguments.blind, arguments.seed)
    else:
        compare(arguments.jobs, arguments.keep)


main()
