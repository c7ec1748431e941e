"""Time and memory of whole processes: Offprint beside pandoc and a bare HTML parser, in one run.

usage: run.py [ROUNDS]     (through `make bench`, which builds the programs and names them in the environment)

Every command runs ROUNDS times (default 21), the commands taking turns so that a busy moment hits all alike.
Printed are medians: processor time (user and system) and wall time in milliseconds, peak memory in MB; then the
ratios that the project has set itself.
"""
import shutil
import sys
import tempfile
from pathlib import Path

from processes import SENTENCE, TOOLS, medians, print_table
from program import PROGRAM, SOURCE


def text_of(size):
    """An article of about `size` bytes as plain text."""
    paragraphs, length = ["The flats at Merrow\n\n"], 0
    while length < size:
        paragraphs.append("".join(SENTENCE.format(length + count) for count in range(5)).strip() + "\n\n")
        length += len(paragraphs[-1])
    return "".join(paragraphs)


def page_of(size):
    """A page of about `size` bytes with the markup that news sites wrap their words in."""
    blocks, length = [], 0
    while length < size:
        number = len(blocks)
        text = "".join(SENTENCE.format(number + count) for count in range(3)).strip()
        blocks.append(f'<div class="block block-{number}"><p class="text">{text} <a href="/tides/{number}">Tide '
                      f'<b>{number}</b></a> &mdash; <em>read on</em>.</p></div>\n')
        if number % 10 == 0:
            blocks[-1] += f'<h2 id="part-{number}">Part {number}</h2><ul><li>ebb<li>flood<li>slack</ul>\n'
        length += len(blocks[-1])
    return f"<!DOCTYPE html><html lang=en><title>The flats</title><main><article>{''.join(blocks)}</article></main>"


def commands_in(folder):
    text, page = folder / "article.txt", folder / "page.html"
    text.write_text(text_of(6_000))
    page.write_text(page_of(200_000))
    demo = SOURCE / "fixtures/demo/carrow-light.html"
    commands = {
        "offprint text 6 KB -> EPUB": [str(PROGRAM), "--quiet", str(text), "-o", str(folder / "text.epub")],
        "offprint page 200 KB -> EPUB": [str(PROGRAM), "--quiet", str(page), "-o", str(folder / "page.epub")],
        "offprint page 200 KB -> DOCX": [str(PROGRAM), "--quiet", str(page), "-o", str(folder / "page.docx")],
        "offprint page 200 KB -> JSON": [str(PROGRAM), "--quiet", str(page), "-o", str(folder / "page.json")],
        "offprint demo article -> EPUB": [str(PROGRAM), "--quiet", str(demo), "-o", str(folder / "demo.epub")],
        "gumbo alone, page 200 KB": [str(TOOLS / "offprint_parse_only"), str(page)],
    }
    if shutil.which("pandoc"):
        common = ["pandoc", "--quiet", "--metadata", "title=T"]
        commands["pandoc text 6 KB -> EPUB"] = [*common, "-f", "markdown", str(text), "-o", str(folder / "p1.epub")]
        commands["pandoc page 200 KB -> EPUB"] = [*common, str(page), "-o", str(folder / "p2.epub")]
        commands["pandoc page 200 KB -> DOCX"] = [*common, str(page), "-o", str(folder / "p2.docx")]
    return commands


def main(rounds):
    with tempfile.TemporaryDirectory(prefix="offprint-bench-") as folder:
        results = medians(commands_in(Path(folder)), rounds)
    print_table(results)
    report_ratios(results)


def report_ratios(results):
    """Each ratio of processor times, which other processes disturb less, and of wall times, which wait for the disk."""
    text, page = (results[f"offprint {what} -> EPUB"] for what in ("text 6 KB", "page 200 KB"))
    parsing = results["gumbo alone, page 200 KB"]
    print(f"text 6 KB: {text[0] * 1000:.1f} ms of processor, {text[1] * 1000:.1f} ms of wall time (the aim: at most 5)")
    print(f"page 200 KB: {page[0] / parsing[0]:.2f} times gumbo alone, {page[1] / parsing[1]:.2f} times in wall time "
          "(the aim: at most 2.5)")
    for what in ("text 6 KB -> EPUB", "page 200 KB -> EPUB", "page 200 KB -> DOCX"):
        if other := results.get(f"pandoc {what}"):
            processor, wall, memory = (theirs / ours for theirs, ours in zip(other, results[f"offprint {what}"]))
            print(f"{what}: pandoc takes {processor:.0f} times the processor time, {wall:.0f} times the wall time, "
                  f"{memory:.1f} times the memory")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
