"""What the benchmarks of whole processes share: words to convert, a stopwatch, and medians of commands that take turns."""
import os
import statistics
import subprocess
from pathlib import Path

TOOLS = Path(os.environ["OFFPRINT_BENCH_TOOLS"])
SENTENCE = "The tide came in over the flats, and {} of the boats that had lain on their sides stood up again. "


def measure(command):
    """Processor seconds, wall seconds and peak bytes of one run."""
    printed = subprocess.run([str(TOOLS / "offprint_measure"), *map(str, command)], stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, text=True, check=True).stdout
    processor, wall, peak = printed.split()
    return float(processor), float(wall), int(peak) * 1024


def medians(commands, rounds):
    """The median of each measure of each command; they take turns, so that a busy moment hits all alike."""
    samples = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            samples[name].append(measure(command))
    return {name: [statistics.median(column) for column in zip(*rows)] for name, rows in samples.items()}


def print_table(results):
    """Each measure of each command, by name."""
    print(f"{'':36}{'processor ms':>14}{'wall ms':>10}{'peak MB':>10}")
    for name, (processor, wall, memory) in results.items():
        print(f"{name:36}{processor * 1000:14.1f}{wall * 1000:10.1f}{memory / 1e6:10.1f}")
    print()
