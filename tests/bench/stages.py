"""Where the time goes when a web page is read, and the memory of whole conversions, over the pages of a corpus.

usage: stages.py [CORPUS]        (through `make bench-stages`; the corpus is readability unless named)

Printed are the medians of each stage; the ratio that the project has set itself: everything beyond gumbo's bare parse costs
no more than that parse does; and the pages whose conversion to JSON takes more than max(40 MB, 20 times its bytes).
"""
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from program import PROGRAM, SHARED

TOOLS = Path(os.environ["OFFPRINT_BENCH_TOOLS"])
MEMORY_FLOOR, MEMORY_FACTOR = 40_000_000, 20


def stage_times(pages):
    """For each page its bytes and the microseconds of each stage."""
    printed = subprocess.run([TOOLS / "offprint_stages", *pages], stdout=subprocess.PIPE, text=True, check=True).stdout
    for line in printed.splitlines():
        _, size, *stages = line.split("\t")
        yield int(size), dict(zip(stages[::2], map(float, stages[1::2])))


def peak_memory(page):
    command = [TOOLS / "offprint_measure", PROGRAM, "--quiet", page, "-f", "html", "-t", "json", "-o", "-"]
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return int(printed.split()[2]) * 1024


def report_times(times):
    gumbo = [stages.pop("gumbo") for _, stages in times]
    print(f"{'gumbo alone':14}{statistics.median(gumbo) / 1000:8.2f} ms")
    for stage in times[0][1]:
        median = statistics.median(stages[stage] for _, stages in times)
        share = statistics.median(stages[stage] / bare for (_, stages), bare in zip(times, gumbo))
        print(f"{stage:14}{median / 1000:8.2f} ms{share:8.2f} of gumbo")
    beyond = statistics.median((sum(stages.values()) - bare) / bare for (_, stages), bare in zip(times, gumbo))
    print(f"beyond gumbo's parse: {beyond:.2f} times that parse (the aim: at most 1)")


def report_memory(pages, sizes):
    peaks = [peak_memory(page) for page in pages]
    above = [(page, peak) for page, size, peak in zip(pages, sizes, peaks)
             if peak > max(MEMORY_FLOOR, MEMORY_FACTOR * size)]
    print(f"peak memory: median {statistics.median(peaks) / 1e6:.0f} MB, at most {max(peaks) / 1e6:.0f} MB; "
          f"{len(above)} of {len(pages)} pages above max(40 MB, 20 times their bytes)")
    for page, peak in above:
        print(f"  {page.name}: {peak / 1e6:.0f} MB")


def main(corpus):
    folder = SHARED / "corpora" / corpus / "html"
    if not folder.is_dir():
        print(f"skipped: there is no {folder}")
        return
    with tempfile.TemporaryDirectory(prefix="offprint-bench-") as temporary:
        pages = []
        for packed in sorted(folder.iterdir()):
            pages.append(Path(temporary, packed.name.removesuffix(".gz")))
            pages[-1].write_bytes(gzip.decompress(packed.read_bytes()))
        times = list(stage_times(pages))
        print(f"{len(pages)} pages of {corpus}, {statistics.median(size for size, _ in times) / 1000:.0f} kB in the median")
        report_times(times)
        report_memory(pages, [size for size, _ in times])


main(sys.argv[1] if len(sys.argv) > 1 else "readability")
