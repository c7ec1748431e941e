"""Many inputs at once: which they are, what their outputs are called, what is said of them, and that nothing is lost on the way."""
import base64
import fcntl
import json
import os
import pty
import random
import re
import signal
import struct
import subprocess
import sys
import termios
import time

from program import PROGRAM, SANITIZED, ProgramTest, clean_environment, codes, lines, run


def page(title, words="Words of the article.", date=None):
    meta = f'<meta property="article:published_time" content="{date}">' if date else ""
    return f"<html lang=en><title>{title}</title>{meta}<article><h1>{title}</h1><p>{words}</article>"


class BatchTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.inputs = self.folder / "inputs"
        self.results = self.folder / "results"
        self.inputs.mkdir()

    def add(self, name, content=None):
        path = self.inputs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content or page(path.stem))
        return path

    def convert(self, *arguments, target="json", **options):
        return run(*arguments, "-t", target, "-d", self.results, **options)

    def names(self):
        return sorted(str(path.relative_to(self.results)) for path in self.results.rglob("*") if path.is_file())

    def contents(self):
        return {name: (self.results / name).read_bytes() for name in self.names()}

    def titles(self):
        return {name: json.loads(content)["metadata"]["headline"] for name, content in self.contents().items()}

    def report(self):
        return [json.loads(line) for line in (self.folder / "report.ndjson").read_text().splitlines()]


class Inputs(BatchTest):
    def test_folders(self):
        """What is in them keeps its folder; what is no article, or nobody can read, is left out."""
        for name in ("a.html", "deep/er/b.txt", "deep/a.html", ".hidden/c.html", ".d.html", "photo.png"):
            self.add(name)
        self.add("saved.html")
        self.add("saved_files/frame.html")
        (self.inputs / "round").symlink_to(self.inputs)
        self.assert_succeeds(self.convert("-r", self.inputs))
        self.assertEqual(self.names(), ["a.json", "deep/a.json", "deep/er/b.json", "saved.json"])

    def test_a_format_for_folders(self):
        self.add("a.html")
        self.add("b.txt")
        self.assert_succeeds(self.convert("-r", self.inputs, "-f", "text"))
        self.assertEqual(self.names(), ["b.json"])

    def test_a_folder_without_the_option(self):
        self.assert_fails(self.convert(self.inputs), 1, self.inputs, "is a folder")

    def test_outputs_are_no_inputs(self):
        self.add("a.html")
        self.results = self.inputs / "results"
        for _ in range(2):
            self.assert_succeeds(self.convert("-r", self.inputs))
            self.assertEqual(self.names(), ["a.json"])
        self.results = self.inputs
        self.assert_fails(self.convert("-r", self.inputs), 2, self.inputs, "-d")
        self.assert_succeeds(self.convert("-r", self.inputs, "-f", "html"))

    def test_names_in_a_file(self):
        paths = [self.add("a.html"), self.add("b c.html")]
        names = self.write("names", "\n".join(map(str, paths)) + "\n\n")
        self.assert_succeeds(self.convert("--files-from", names))
        self.assertEqual(self.names(), ["a.json", "b c.json"])

    def test_names_from_standard_input(self):
        path = self.add("a.html")
        self.assert_succeeds(self.convert("--files-from", "-", input=str(path).encode()))
        self.assertEqual(self.names(), ["a.json"])

    def test_names_of_any_bytes(self):
        """A line's end in a name, and what is no UTF-8; the report tells them exactly."""
        names = [os.fsencode(self.inputs) + b"/" + name for name in (b"two\nlines.html", b"latin-\xe9.html")]
        for name in names:
            with open(name, "w") as file:
                file.write(page("A page"))
        self.assert_succeeds(self.convert("--files-from", "-", "--null", "--report", self.folder / "report.ndjson",
                                          input=b"\0".join(names)))
        self.assertEqual(sorted(os.listdir(os.fsencode(self.results))), [b"latin-\xe9.json", b"two\nlines.json"])
        first, second = sorted(self.report(), key=lambda entry: "inputBytes" in entry)
        self.assertEqual((first["input"], "inputBytes" in first), (os.fsdecode(names[0]), False))
        self.assertEqual(base64.b64decode(second["inputBytes"]), names[1])
        self.assertTrue(base64.b64decode(second["outputBytes"]).endswith(b"/latin-\xe9.json"))
        self.assertIn("latin-\ufffd.html", second["input"])

    def test_no_list(self):
        self.assert_fails(self.convert("--files-from", self.folder / "absent"), 1, self.folder / "absent")

    def test_a_hundred_thousand_names(self):
        count = 2_000 if SANITIZED else 100_000
        names = "".join(f"absent-{number}.html\n" for number in range(count))
        result = self.convert("--files-from", "-", "-j2", "--report", self.folder / "report.ndjson", input=names.encode())
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(lines(result.stderr)), count)
        report = self.report()
        self.assertEqual(len(report), count)
        self.assertEqual({entry["status"] for entry in report}, {"failed"})
        if not SANITIZED:
            self.assertLess(report[-1]["peakBytes"], 100_000_000)


class Names(BatchTest):
    def test_fields(self):
        self.add("a.html", page("Tide & Time", date="2021-03-04T05:06:07Z"))
        self.add("b.html", page("Über die Flut"))
        self.assert_succeeds(self.convert("-r", self.inputs, "--name", "{date}/{title-slug}-{stem}"))
        self.assertEqual(self.names(), ["2021-03-04/tide-time-a.json", "undated/Über-die-flut-b.json"])

    def test_a_hash_of_the_input(self):
        self.add("a.html", "<p>Words.")
        self.assert_succeeds(self.convert("-r", self.inputs, "--name", "{hash8}"))
        self.assertEqual(self.names(), ["26c59c35.json"])

    def test_no_title(self):
        self.add("a.txt", "words\n")
        self.assert_succeeds(self.convert("-r", self.inputs, "--name", "{title-slug}", "--article=never"))
        self.assertEqual(self.names(), ["a.json"])

    def test_long_names(self):
        self.add("n" * 250 + ".txt")
        self.add("l" * 200 + ".html", page("é" * 300))
        self.assert_succeeds(self.convert("-r", self.inputs))
        self.assert_succeeds(self.convert("-r", self.inputs, "--name", "{title-slug}"))

    def test_bad_templates(self):
        self.add("a.html")
        for template, fragment in (("{titel}", "stem, title-slug, date, hash8"), ("{stem", "}"), ("../{stem}", "folder"),
                                   ("/{stem}", "folder"), ("{stem}/", "name")):
            self.assert_fails(self.convert("-r", self.inputs, "--name", template), 2, "--name", fragment)
        self.assertFalse(self.results.exists())

    def test_names_do_not_depend_on_the_number_of_jobs(self):
        """Those of one title are numbered in the order of the inputs, however long each takes."""
        for number in range(40):
            self.add(f"{number:02}.html", page("The same", f"Page {number}. " + "More words. " * ((number * 7919) % 5000)))
        results = []
        for jobs in (1, 5):
            self.results = self.folder / f"results-{jobs}"
            self.assert_succeeds(self.convert("-r", self.inputs, "--name", "{title-slug}", "-j", jobs, "--quiet"))
            results.append(self.contents())
        self.assertEqual(len(results[0]), 40)
        self.assertEqual(results[0], results[1])

    def test_the_same_input_twice(self):
        path = self.add("a.html")
        result = self.convert(path, path, "--log-format=json")
        self.assert_succeeds(result)
        self.assertIn("output.renamed", codes(result))
        self.assertEqual(self.names(), ["a-2.json", "a.json"])

    def test_numbered_names_that_others_have(self):
        for name in ("1/a.html", "2/a.html", "3/a-2.html", "4/a.html"):
            self.add(name, page(name))
        self.assert_succeeds(self.convert(*sorted(self.inputs.glob("*/*")), "--quiet"))
        self.assertEqual(self.titles(), {"a.json": "1/a.html", "a-2.json": "2/a.html", "a-2-2.json": "3/a-2.html",
                                         "a-3.json": "4/a.html"})


class Reports(BatchTest):
    def test_report(self):
        good = self.add("a.html", page("A page", '<img src="gone.png" alt="A view">'))
        there = self.add("there.html")
        self.results.mkdir()
        (self.results / "there.json").write_text("as it was")
        result = self.convert(good, there, self.inputs / "absent.html", "--skip-existing",
                              "--report", self.folder / "report.ndjson", "--quiet")
        self.assertEqual(result.returncode, 4)
        entries = {entry["input"]: entry for entry in self.report()}
        self.assertEqual({name: entry["status"] for name, entry in entries.items()},
                         {str(good): "converted", str(there): "skipped", str(self.inputs / "absent.html"): "failed"})
        self.assertEqual(entries[str(good)]["output"], str(self.results / "a.json"))
        self.assertEqual(entries[str(good)]["codes"], ["image.missing"])
        self.assertEqual(entries[str(self.inputs / "absent.html")]["error"]["code"], "input")
        for entry in entries.values():
            self.assertGreater(entry["peakBytes"], 1_000_000)
            self.assertGreaterEqual(entry["ms"], 0)
        self.assertEqual((self.results / "there.json").read_text(), "as it was")

    def test_report_on_standard_output(self):
        result = self.convert(self.add("a.html"), "--report", "-")
        self.assert_succeeds(result)
        self.assertEqual(json.loads(result.stdout)["status"], "converted")

    def test_strict(self):
        self.add("a.html")
        self.add("b.txt", "A title\n\nOne\x01two.\n")
        result = self.convert("-r", self.inputs, "-j2", "--strict", "--report", self.folder / "report.ndjson", "--quiet")
        self.assertEqual(result.returncode, 3)
        self.assertEqual(self.names(), [])
        self.assertEqual([entry["status"] for entry in self.report()], ["withheld", "withheld"])
        (self.inputs / "b.txt").unlink()
        self.assert_succeeds(self.convert("-r", self.inputs, "-j2", "--strict"))
        self.assertEqual(self.names(), ["a.json"])

    def test_a_report_that_cannot_be_written_ends_the_run(self):
        self.add("a.html")
        self.assert_fails(self.convert("-r", self.inputs, "--report", "/dev/full"), 1, "/dev/full")
        self.assert_fails(self.convert("-r", self.inputs, "--report", self.folder / "absent/report"), 1, "absent/report")

    def test_memory_of_the_report_is_that_of_the_program(self):
        """Not that of the one that started it, which the system counts in."""
        path = self.add("a.html")
        script = "import os, sys; room = b'x' * 1_000_000_000; os.execv(sys.argv[1], sys.argv[1:])"
        subprocess.run([sys.executable, "-c", script, PROGRAM, path, "-t", "json", "-d", self.results,
                        "--report", self.folder / "report.ndjson"], env=clean_environment(), check=True)
        self.assertLess(self.report()[0]["peakBytes"], 900_000_000)

    def test_a_value_is_not_taken_from_the_next_option(self):
        path = self.add("a.html")
        for options in (("--css=", "--toc"), ("--output=", "--to=text"), ("--toc="), ("--css", "")):
            options = (options,) if isinstance(options, str) else options
            self.assert_fails(run(path, "-t", "epub", "-o", self.folder / "a.epub", *options), 2, "has an empty value")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["inputs"])

    def test_options_that_want_an_output_folder(self):
        path = self.add("a.html")
        for option in ("-r", "--jobs=2", "--name={stem}", "--skip-existing", "--report=r", f"--files-from={path}"):
            self.assert_fails(run(path, "-o", self.folder / "a.json", option), 2, "--output-dir")
        self.assert_fails(self.convert(path, "--null"), 2, "--files-from")
        for jobs in ("0", "-1", "x", "1000"):
            self.assert_fails(self.convert(path, f"--jobs={jobs}"), 2, "--jobs")

    def watch(self, *options, columns=80):
        """What a terminal is shown."""
        ours, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen([PROGRAM, "-r", self.inputs, "-t", "epub", "-d", self.results, *options],
                                   stderr=terminal, stdin=subprocess.DEVNULL, env=clean_environment())
        os.close(terminal)
        shown = b""
        try:
            while block := os.read(ours, 4096):
                shown += block
        except OSError:  # so a terminal ends
            pass
        os.close(ours)
        self.assertEqual(process.wait(), 0, shown)
        return shown.decode()

    def test_progress(self):
        """On a terminal, and nowhere else."""
        for number in range(30):
            self.add(f"{number}.html")
        shown = self.watch()
        self.assertRegex(shown, r"\[#*-*\] \d+/30  [\d.]+/s  \d+:\d\d left")
        self.assertTrue(shown.endswith("\r\033[K"), shown)
        self.assertEqual(self.watch("--quiet"), "")
        self.assertEqual(self.convert("-r", self.inputs, target="epub").stderr, b"")

    def test_progress_on_a_narrow_terminal(self):
        """A line that wraps could not be taken away again."""
        for number in range(30):
            self.add(f"{number}.html")
        for columns in (45, 30, 10, 1):
            steps = self.watch(columns=columns).split("\r\033[K")
            self.assertLess(max(map(len, steps)), columns, steps)

    def test_progress_of_lines_without_a_last_end(self):
        """Every document counts, blank lines do not."""
        line = run("-f", "html", "-t", "jsonl", input=page("A page", "Some words. " * 500).encode()).stdout.decode()
        for number in range(100):
            self.add(f"{number}.jsonl", f"{line}\n{line.rstrip()}")
        shown = self.watch()
        steps = [(int(done), int(count)) for done, count in re.findall(r"(\d+)/(\d+) ", shown)]
        self.assertEqual([step for step in steps if step[0] > step[1]], [], shown)
        self.assertLessEqual(max(count for _, count in steps), 200)


class Interruptions(BatchTest):
    INPUTS = 40 if SANITIZED else 120

    def setUp(self):
        super().setUp()
        for number in range(self.INPUTS):
            self.add(f"{number}.html", page(f"Page {number}", "Some words. " * 500))

    def command(self):
        return [PROGRAM, "-r", self.inputs, "-t", "epub", "-d", self.results, "-j2", "--skip-existing",
                "--report", self.folder / "report.ndjson"]

    def start(self):
        return subprocess.Popen(self.command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=clean_environment())

    def undisturbed(self):
        self.results = self.folder / "undisturbed"
        started = time.monotonic()
        self.assert_succeeds(run(*self.command()[1:]))
        return self.contents(), time.monotonic() - started

    def test_killed_at_any_moment_and_resumed(self):
        expected, seconds = self.undisturbed()
        chance = random.Random(1729)
        for number in range(10):
            self.results = self.folder / f"results-{number}"
            process = self.start()
            time.sleep(chance.random() * seconds)
            process.kill()
            process.communicate()
            for name, content in (self.contents() if self.results.exists() else {}).items():
                self.assertEqual(content, expected[name], "what is there is whole")
            self.assert_succeeds(run(*self.command()[1:]))
            self.assertEqual(self.contents(), expected)

    def test_asked_to_end(self):
        expected, _ = self.undisturbed()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            self.results = self.folder / f"results-{number}"
            process = self.start()
            while not self.results.exists() or len(self.names()) < 5:
                time.sleep(0.001)
            process.send_signal(number)
            _, messages = process.communicate()
            self.assertEqual(process.returncode, -number)
            self.assertRegex(messages.decode(), rf"^offprint: error: interrupted; \d+ of {self.INPUTS} inputs are done\n$")
            done = self.contents()
            self.assertLessEqual(len(done), self.INPUTS)
            self.assertEqual(done, {name: expected[name] for name in done})
            self.assertEqual(len(self.report()), len(done))
            self.assert_succeeds(run(*self.command()[1:]))
            self.assertEqual(self.contents(), expected)

    def test_asked_to_end_while_an_input_does_not_come(self):
        """One request is enough, though nothing heeds it: nobody ever writes to the pipe."""
        pipe = self.folder / "pipe.html"
        os.mkfifo(pipe)
        process = subprocess.Popen([PROGRAM, pipe, "-t", "json", "-d", self.results], env=clean_environment())
        while not self.results.exists():
            time.sleep(0.001)
        time.sleep(0.5)  # until it waits for the pipe
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=60), -signal.SIGTERM)

    def test_standard_streams_that_are_closed(self):
        """No other file takes their place."""
        path = self.add("a.html")
        report = self.folder / "report.ndjson"
        for closed, arguments, code in (
                (0, ("--worker",), 1), (1, ("--version",), 1), (0, ("--files-from", "-", "-t", "json", "-d", self.results), 1),
                (1, (path, "-t", "json", "-d", self.results, "--report", "-"), 1),
                (2, (path, self.folder / "absent", "-t", "json", "-d", self.results, "--report", report), 4)):
            result = subprocess.run([PROGRAM, *arguments], preexec_fn=lambda closed=closed: os.close(closed), timeout=60,
                                    stderr=subprocess.PIPE, check=False, env=clean_environment())
            self.assertEqual(result.returncode, code, (closed, result.stderr))
        self.assertEqual(len(self.report()), 2)

    def test_a_signal_that_is_ignored_from_the_beginning(self):
        process = subprocess.Popen(self.command(), stderr=subprocess.PIPE, env=clean_environment(),
                                   preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        while not self.results.exists():
            time.sleep(0.001)
        process.send_signal(signal.SIGHUP)
        process.communicate()
        self.assertEqual(process.returncode, 0)

    def test_an_output_folder_that_is_a_file(self):
        page = self.write("a.html", "<p>Text.")
        taken = self.write("taken", "mine")
        result = run("-d", taken, "-t", "text", page)
        self.assertEqual((result.returncode, taken.read_text()), (1, "mine"))
        self.assertIn(b"is a file; --output-dir names a folder", result.stderr)

    def test_an_output_folder_that_vanishes(self):
        """One error for each input from then on; the run goes on."""
        pipe = self.inputs / "0.html"
        pipe.unlink()
        os.mkfifo(pipe)
        process = subprocess.Popen([PROGRAM, pipe, self.inputs / "1.html", "-t", "json", "-d", self.results],
                                   stderr=subprocess.PIPE, env=clean_environment())
        with pipe.open("w") as writing:  # the program reads, so the folder is there
            self.results.rmdir()
            writing.write(page("A page"))
        _, messages = process.communicate()
        self.assertEqual(process.returncode, 1)
        self.assertEqual(len(lines(messages)), 2, messages)
        self.assertIn(str(self.results), lines(messages)[1])

    def test_inputs_with_limits_of_their_own(self):
        """One that takes too long does not take the time of the others."""
        pipe = self.inputs / "0.html"
        pipe.unlink()
        os.mkfifo(pipe)
        process = subprocess.Popen([PROGRAM, pipe, self.inputs / "1.html", "-t", "json", "-d", self.results,
                                    "--limit", "time=1"], stderr=subprocess.PIPE, env=clean_environment())
        with pipe.open("w") as writing:
            time.sleep(1.5)
            writing.write(page("A page"))
        _, messages = process.communicate()
        self.assertEqual(process.returncode, 5)
        self.assertEqual(len(lines(messages)), 1, messages)
        self.assertEqual(self.names(), ["1.json"])
