"""Whole archives: pages a second, how that grows with the jobs, memory against the number of inputs; beside a process a page,
a worker, pandoc and calibre, in one run.

usage: batch.py [EVERY]     (through `make bench-batch`)

Every EVERYth page (default: each) of the corpora of ../shared to EPUB; of pandoc and calibre, which take long, a fiftieth of
them, and of ours the same pages once more. One job, two jobs and two programs side by side, which share nothing, take
turns for five rounds, and the median of the rounds' ratios counts: what other programs and the machine's clock do
to one round they do to all three.
"""
import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from processes import TOOLS
from program import PROGRAM, need_shared

ROUNDS = 5


def timed(command):
    """Wall seconds, processor seconds and peak bytes of one run."""
    printed = subprocess.run([str(TOOLS / "offprint_measure"), *map(str, command)], stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    return float(printed[-2]), float(printed[-3]), int(printed[-1]) * 1024


class Archive:
    def __init__(self, folder, pages):
        self.folder = folder
        self.files = []
        for page in pages:
            source = folder / "pages" / page.parent.parent.name / page.name.removesuffix(".gz")
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_bytes(gzip.decompress(page.read_bytes()))
            self.files.append(source)

    def target(self, name="results"):
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        return target

    def command(self, jobs, files, name="results"):
        names = self.folder / f"{name}.names"
        names.write_text("".join(f"{file}\n" for file in files))
        return [PROGRAM, "--files-from", names, "-t", "epub", "-d", self.target(name), "-j", jobs, "--quiet"]

    def batch(self, jobs, files=None):
        return timed(self.command(jobs, files or self.files))

    def side_by_side(self):
        """Wall seconds of two programs with half of the pages each."""
        commands = [self.command(1, self.files[half::2], f"half-{half}") for half in (0, 1)]
        begin = time.monotonic()
        for program in [subprocess.Popen([*map(str, command)]) for command in commands]:
            program.wait()
        return time.monotonic() - begin

    def worker(self):
        target = self.target()
        target.mkdir()
        jobs = self.folder / "jobs"
        jobs.write_text("".join(json.dumps({"input": str(file), "output": str(target / f"{number}.epub")}) + "\n"
                                for number, file in enumerate(self.files)))
        return timed(["sh", "-c", f"{PROGRAM} --worker --quiet < {jobs} > /dev/null"])

    def loop(self, command, files, timeout=600):
        """Wall seconds of a process for each page."""
        target = self.target()
        target.mkdir()
        begin = time.monotonic()
        for number, file in enumerate(files):
            subprocess.run([*map(str, command(file, target / f"{number}.epub"))], check=False, timeout=timeout,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.monotonic() - begin


def row(name, count, seconds, memory=None):
    print(f"{name:44}{count / seconds:10.1f} pages/s" + (f"{memory / 1e6:10.1f} MB" if memory else ""), flush=True)


def measure_jobs(archive):
    """Seconds of one job."""
    rounds = [(archive.batch(1), archive.batch(2), archive.side_by_side()) for _ in range(ROUNDS)]
    count = len(archive.files)
    one, two = (statistics.median(times[jobs][0] for times in rounds) for jobs in (0, 1))
    row("offprint -d, one job", count, one, max(times[0][2] for times in rounds))
    row("offprint -d, two jobs", count, two, max(times[1][2] for times in rounds))
    apart = statistics.median(times[2] for times in rounds)
    row("two programs side by side, half each", count, apart)
    print(f"two jobs are {statistics.median(a[0] / b[0] for a, b, _ in rounds):.2f} times as fast as one (the aim: at least "
          f"1.9), two programs {statistics.median(a[0] / c for a, _, c in rounds):.2f} times; two jobs keep "
          f"{statistics.median(b[1] / b[0] for _, b, _ in rounds):.2f} cores busy")
    return one


def measure_peers(archive):
    some = archive.files[::50]
    ours = ("a process of ours a page, of a fiftieth", lambda source, target: [PROGRAM, "--quiet", source, "-o", target])
    pandoc = ("pandoc, the same", lambda source, target: ["pandoc", "--quiet", source, "-o", target])
    calibre = ("calibre, the same", lambda source, target: ["ebook-convert", source, target])
    for name, command in (ours, pandoc, calibre):
        if shutil.which(str(command("", "")[0])):
            row(name, len(some), archive.loop(command, some))


def main(every):
    pages = sorted(need_shared("corpora").glob("*/html/*.html.gz"))[::every]
    with tempfile.TemporaryDirectory(prefix="offprint-bench-") as folder:
        archive = Archive(Path(folder), pages)
        count = len(archive.files)
        print(f"{count} pages, {sum(file.stat().st_size for file in archive.files) / 1e6:.0f} MB")
        one = measure_jobs(archive)
        row("offprint --worker", count, archive.worker()[0])
        each = archive.loop(lambda source, target: [PROGRAM, "--quiet", source, "-o", target], archive.files)
        row("a process of ours a page", count, each)
        print(f"a page in a batch takes {1000 * (each - one) / count:.1f} ms less than in a process of its own (the aim: at "
              "least 3)")
        for number in (1, 10, 100):
            _, _, memory = archive.batch(2, archive.files[:100] * number)
            print(f"two jobs, {100 * number:6} inputs of 100 pages {memory / 1e6:24.1f} MB")
        measure_peers(archive)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
