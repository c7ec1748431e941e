"""Time and memory of a page of 10 MB, an article with one picture in base64: Offprint beside pandoc and the bare work.

usage: images.py [ROUNDS]     (through `make bench-images`)

The bare work is decode_and_deflate.c. Every command runs ROUNDS times (default 41), taking turns, and medians are
printed; then pandoc, which takes long, runs once.
"""
import base64
import random
import shutil
import struct
import sys
import tempfile
import zlib
from pathlib import Path

from processes import SENTENCE, TOOLS, measure, medians, print_table
from program import PROGRAM

TEXT_BYTES = 20_000
SIDE = 1580  # pixels: in three colours, stored, and in base64 about what is left of the page
BARE = "decoding and deflating alone"


def noise_png(side):
    """A PNG that no deflating makes smaller, as photographs are."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    noise = random.Random(1729)
    rows = b"".join(b"\0" + noise.randbytes(3 * side) for _ in range(side))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b""))


def page():
    paragraphs = ["<p>" + "".join(SENTENCE.format(number * 5 + i) for i in range(5)) + "</p>\n"
                  for number in range(TEXT_BYTES // (5 * len(SENTENCE)))]
    picture = base64.b64encode(noise_png(SIDE)).decode()
    return ("<!DOCTYPE html><html lang=en><title>The flats</title><article><h1>The flats</h1>\n"
            f'<p><img alt="The flats" src="data:image/png;base64,{picture}"></p>\n{"".join(paragraphs)}</article></html>')


def report(results):
    bare = results[BARE][0]
    for target in ("EPUB", "DOCX"):
        processor, _, memory = results[f"offprint -> {target}"]
        print(f"{target}: {processor / bare:.2f} times the bare work (the aim: at most 2), {memory / 1e6:.0f} MB "
              "(the aim: at most 100)")


def main(rounds):
    with tempfile.TemporaryDirectory(prefix="offprint-bench-") as folder:
        source = Path(folder, "page.html")
        source.write_text(page())
        print(f"a page of {source.stat().st_size / 1e6:.1f} MB; {rounds} rounds")
        results = medians({
            "offprint -> EPUB": [PROGRAM, "--quiet", source, "-o", Path(folder, "ours.epub")],
            "offprint -> DOCX": [PROGRAM, "--quiet", source, "-o", Path(folder, "ours.docx")],
            BARE: [TOOLS / "offprint_decode_and_deflate", source, Path(folder, "bare")],
        }, rounds)
        print_table(results)
        report(results)
        if shutil.which("pandoc"):
            print_table({f"pandoc -> {target.upper()}": measure(["pandoc", "--quiet", source, "-o",
                                                                 Path(folder, f"theirs.{target}")])
                         for target in ("epub", "docx")})


main(int(sys.argv[1]) if len(sys.argv) > 1 else 41)
