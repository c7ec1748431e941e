"""Whole archives: pages a second, how that grows with the jobs, memory against the number of inputs; beside a process a page,
a worker, pandoc and calibre, in one run.

usage: batch.py [PAGES]     (through `make bench-batch`)

PAGES of the readability corpus of ../shared (default: all) to EPUB; of pandoc and calibre, which take long, a tenth and a
hundredth, and their rates are compared. Each command runs three times, the fastest counts: what is measured is work, and
anything else only adds to it.
"""
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from processes import TOOLS
from program import PROGRAM, need_shared

ROUNDS = 3


def timed(command):
    """Wall seconds, processor seconds and peak bytes of one run."""
    printed = subprocess.run([str(TOOLS / "offprint_measure"), *map(str, command)], stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    return float(printed[-2]), float(printed[-3]), int(printed[-1]) * 1024


def best(run):
    return min((run() for _ in range(ROUNDS)), key=lambda result: result[0])


class Archive:
    def __init__(self, folder, pages):
        self.folder = folder
        self.sources = folder / "pages"
        self.sources.mkdir()
        self.files = []
        for page in pages:
            self.files.append(self.sources / page.name.removesuffix(".gz"))
            self.files[-1].write_bytes(gzip.decompress(page.read_bytes()))

    def target(self):
        target = self.folder / "results"
        shutil.rmtree(target, ignore_errors=True)
        return target

    def batch(self, jobs, files=None):
        names = self.folder / "names"
        names.write_text("".join(f"{file}\n" for file in files or self.files))
        return timed([PROGRAM, "--files-from", names, "-t", "epub", "-d", self.target(), "-j", jobs, "--quiet"])

    def worker(self):
        target = self.target()
        target.mkdir()
        jobs = self.folder / "jobs"
        jobs.write_text("".join(json.dumps({"input": str(file), "output": str(target / (file.stem + ".epub"))}) + "\n"
                                for file in self.files))
        return timed(["sh", "-c", f"{PROGRAM} --worker --quiet < {jobs} > /dev/null"])

    def loop(self, command, files, timeout=600):
        """A process for each page."""
        target = self.target()
        target.mkdir()
        begin = time.monotonic()
        for file in files:
            subprocess.run([*map(str, command(file, target / (file.stem + ".epub")))], check=False, timeout=timeout,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.monotonic() - begin


def main(most):
    pages = sorted((need_shared("corpora/readability") / "html").glob("*.html.gz"))[:most]
    with tempfile.TemporaryDirectory(prefix="offprint-bench-") as folder:
        archive = Archive(Path(folder), pages)
        count = len(archive.files)

        def row(name, seconds, number=count, memory=None):
            print(f"{name:28}{number / seconds:10.1f} pages/s" + (f"{memory / 1e6:10.1f} MB" if memory else ""), flush=True)

        print(f"{count} pages, {sum(file.stat().st_size for file in archive.files) / 1e6:.0f} MB")
        one, two = (best(lambda jobs=jobs: archive.batch(jobs)) for jobs in (1, 2))
        row("offprint -d, one job", one[0], memory=one[2])
        row("offprint -d, two jobs", two[0], memory=two[2])
        worker = best(archive.worker)
        row("offprint --worker", worker[0])
        each = min(archive.loop(lambda source, target: [PROGRAM, "--quiet", source, "-o", target], archive.files)
                   for _ in range(ROUNDS))
        row("a process of ours a page", each)
        for number in (1, 10, 50):
            _, _, memory = archive.batch(2, archive.files[:20] * number)
            print(f"two jobs, {20 * number:5} inputs of 20 pages {memory / 1e6:22.1f} MB")
        if shutil.which("pandoc"):
            some = archive.files[::10]
            row("pandoc", archive.loop(lambda source, target: ["pandoc", "--quiet", source, "-o", target], some), len(some))
        if shutil.which("ebook-convert"):
            few = archive.files[::100] or archive.files[:1]
            row("calibre", archive.loop(lambda source, target: ["ebook-convert", source, target], few), len(few))
        print(f"two jobs: {one[0] / two[0]:.2f} times as fast as one (the aim: at least 1.9); a page in a batch takes "
              f"{1000 * (each - one[0]) / count:.1f} ms less than in a process of its own (the aim: at least 3)")


main(int(sys.argv[1]) if len(sys.argv) > 1 else None)
