"""--worker: jobs come as lines of JSON, results go as lines of JSON."""
import base64
import io
import json
import signal
import subprocess
import zipfile

from program import PROGRAM, ProgramTest, clean_environment, run

PAGE = "<html lang=en><title>A page</title><article><h1>A page</h1><p>Words of the article.</article>"


class Worker(ProgramTest):
    def work(self, *jobs, options=()):
        """The results of jobs, which are objects, or lines as they are."""
        content = b"".join((job if isinstance(job, bytes) else json.dumps(job).encode()) + b"\n" for job in jobs)
        result = run("--worker", *options, input=content)
        self.assert_succeeds(result)
        self.assertEqual(result.stderr, b"")
        return [json.loads(line) for line in result.stdout.splitlines()]

    def assert_failed(self, result, code, *fragments):
        self.assertEqual((result["status"], result["error"]["code"]), ("failed", code), result)
        for fragment in fragments:
            self.assertIn(fragment, result["error"].get("where", "") + ": " + result["error"]["message"])

    def test_results_come_in_the_order_of_the_jobs(self):
        ids = [7, "seven", None, 7.5, {"run": [1, "zwölf"]}, True]
        results = self.work(*({"id": name, "content": PAGE, "from": "html", "to": "text"} for name in ids))
        self.assertEqual([result["id"] for result in results], ids)
        self.assertEqual({result["content"] for result in results}, {run("-f", "html", "-t", "text",
                                                                         input=PAGE.encode()).stdout.decode()})

    def test_files(self):
        source = self.write("page.html", PAGE)
        target = self.folder / "page.epub"
        (result,) = self.work({"input": str(source), "output": str(target)})
        self.assertEqual((result["status"], result["input"], result["output"]), ("converted", str(source), str(target)))
        self.assert_succeeds(run(source, "-o", self.folder / "alone.epub"))
        self.assertEqual(target.read_bytes(), (self.folder / "alone.epub").read_bytes())

    def test_binary_results(self):
        (result,) = self.work({"content": PAGE, "from": "html", "to": "epub"})
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(result["contentBytes"]))) as book:
            self.assertEqual(book.read("mimetype"), b"application/epub+zip")

    def test_bytes_and_names(self):
        """The name tells the format, and the bytes their encoding."""
        content = PAGE.replace("Words", "Wörter").encode("latin-1")
        (result,) = self.work({"contentBytes": base64.b64encode(content).decode(), "name": "page.html", "to": "text",
                               "options": {"encoding": "latin1"}})
        self.assertIn("Wörter", result["content"])

    def test_names_of_any_bytes(self):
        names = [bytes(self.folder) + b"/\xe9" + ending for ending in (b".html", b".txt")]
        with open(names[0], "w") as file:
            file.write(PAGE)
        (result,) = self.work({"inputBytes": base64.b64encode(names[0]).decode(),
                               "outputBytes": base64.b64encode(names[1]).decode()})
        self.assertEqual(base64.b64decode(result["outputBytes"]), names[1])
        with open(names[1]) as file:
            self.assertIn("Words", file.read())

    def test_options_metadata_and_limits(self):
        job = {"content": PAGE, "from": "html", "to": "json", "options": {"pretty": False},
               "metadata": {"author": ["Ada Quill", "Ben Ink"], "title": "Another"}}
        first, second = self.work(job, {**job, "limits": {"nodes": 2}})
        metadata = json.loads(first["content"])["metadata"]
        self.assertEqual(metadata["headline"], "Another")
        self.assertEqual([author["name"] for author in metadata["author"]], ["Ada Quill", "Ben Ink"])
        self.assertEqual(first["content"].count("\n"), 1)
        self.assert_failed(second, "limit-exceeded", "nodes")

    def test_options_of_the_worker_are_those_of_its_jobs(self):
        results = self.work({"content": PAGE}, {"content": PAGE, "to": "json", "options": {"pretty": True}},
                            {"content": PAGE, "metadata": {"title": "Mine"}},
                            options=("-f", "html", "-t", "text", "-M", "title=Ours"))
        self.assertEqual([result["status"] for result in results], ["converted"] * 3)
        self.assertIn("Ours", results[0]["content"])
        self.assertEqual(json.loads(results[1]["content"])["metadata"]["headline"], "Ours")
        self.assertIn("Mine", results[2]["content"])

    def test_diagnostics(self):
        job = {"content": PAGE.replace("<p>", "<p><img src='gone.png' alt='A view'>"), "from": "html", "to": "text"}
        (result,) = self.work(job)
        (diagnostic,) = result["diagnostics"]
        self.assertEqual((diagnostic["severity"], diagnostic["code"], result["codes"]),
                         ("warning", diagnostic["code"], [diagnostic["code"]]))
        self.assertEqual(self.work(job, options=("--strict",))[0]["status"], "withheld")
        self.assertNotIn("content", self.work(job, options=("--strict",))[0])

    def test_a_job_says_how_much_it_wants_to_hear(self):
        job = {"content": PAGE.replace("<article>", "<nav><a href=/>Home</a></nav><article>"), "from": "html", "to": "text"}
        quiet, normal, verbose = self.work({**job, "options": {"quiet": True}}, job, {**job, "options": {"verbose": True}})
        self.assertEqual((quiet["diagnostics"], normal["diagnostics"]), ([], []))
        self.assertEqual([diagnostic["code"] for diagnostic in verbose["diagnostics"]], ["html.removed"])

    def test_a_byte_order_mark_before_the_first_job(self):
        job = json.dumps({"content": PAGE, "from": "html", "to": "text"}).encode()
        results = self.work(b"\xef\xbb\xbf" + job, job)
        self.assertEqual([result["status"] for result in results], ["converted", "converted"])

    def test_broken_jobs(self):
        """Each is one error, and the next job is carried out."""
        good = {"id": "good", "content": PAGE, "from": "html", "to": "text"}
        broken = {
            b"nonsense": ("malformed-input", "job 1: (line 1, column 1)"),
            b"[]": ("malformed-input", "object"),
            b"{}": ("malformed-input", "input"),
            b'{"content": "x"': ("malformed-input", ""),
            b'{"content": 3}': ("malformed-input", "/content"),
            b'{"content": "x", "input": "y"}': ("malformed-input", "one of"),
            b'{"content": "x", "contnet": "y"}': ("malformed-input", "contnet"),
            b'{"content": "x"} {}': ("malformed-input", "more than one"),
            b'{"contentBytes": "@"}': ("malformed-input", "/contentBytes"),
            b'{"content": "\xff", "to": "text"}': ("malformed-input", ""),
            b"[" * 1_000_000: ("malformed-input", ""),
            b'{"id":' + b"[" * 1_000_000: ("malformed-input", ""),
            b'{"content": "x", "metadata": {"titel": "y"}, "to": "text", "from": "text"}': ("usage", "titel"),
            b'{"content": "x", "options": {"titel": "y"}}': ("usage", "titel"),
            b'{"content": "x", "options": {"help": true}}': ("usage", "job"),
            b'{"content": "x", "options": {"output-dir": "/"}, "to": "text"}': ("usage", "job"),
            b'{"content": "x", "output": "-", "to": "text"}': ("usage", "job"),
            b'{"content": "x", "output": "", "to": "text"}': ("usage", "--output has an empty value"),
            b'{"content": "x", "from": "text", "to": "text", "options": {"plugin-dir": "/"}}': ("usage", "--plugin-dir"),
            b'{"content": "x", "from": "text", "to": "text", "options": {"log-format": "json"}}': ("usage", "--log-format"),
            b'{"input": "-", "to": "text"}': ("malformed-input", "/input"),
            b'{"content": "x"}': ("usage", "to"),
            b'{"content": "x", "to": "cuneiform"}': ("plugin-missing", "cuneiform"),
            b'{"content": "x", "from": "text", "output": "/absent/a.epub"}': ("output", "/absent"),
            b'{"input": "/absent.html", "to": "text"}': ("input", "/absent.html"),
        }
        for line, (code, fragment) in broken.items():
            with self.subTest(line[:80]):
                result, next_result = self.work(line, good)
                self.assert_failed(result, code, fragment)
                self.assertEqual((next_result["id"], next_result["status"]), ("good", "converted"))

    def test_a_line_that_is_too_long(self):
        small = {"id": 2, "content": PAGE, "from": "html", "to": "text"}
        first, second = self.work({"id": 1, "content": "x" * 3_000_000}, small, options=("--limit", "input=1M"))
        self.assert_failed(first, "limit-exceeded", "input")
        self.assertEqual((second["id"], second["status"]), (2, "converted"))

    def test_an_input_is_not_overwritten(self):
        source = self.write("page.json", PAGE)
        (result,) = self.work({"input": str(source), "output": str(source), "from": "html"})
        self.assert_failed(result, "usage", str(source))
        self.assertEqual(source.read_text(), PAGE)

    def test_a_last_line_without_its_end(self):
        result = run("--worker", input=json.dumps({"content": PAGE, "from": "html", "to": "text"}).encode())
        self.assertEqual(json.loads(result.stdout)["status"], "converted")

    def start(self):
        return subprocess.Popen([PROGRAM, "--worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=clean_environment())

    def test_each_result_comes_at_once(self):
        process = self.start()
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "content": PAGE, "from": "html", "to": "text"}).encode() + b"\n")
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline())["id"], number)
        process.communicate()
        self.assertEqual(process.returncode, 0)

    def test_asked_to_end_while_it_waits(self):
        process = self.start()
        process.stdin.write(b'{"content": "x", "from": "text", "to": "text"}\n')
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=30), -signal.SIGTERM)
        process.communicate()

    def test_nobody_takes_the_results(self):
        process = self.start()
        process.stdout.close()
        process.stdin.write(b'{"content": "x", "from": "text", "to": "text"}\n' * 3)
        process.stdin.close()
        messages = process.stderr.read()
        self.assertEqual(process.wait(), 1)
        self.assertIn(b"standard output", messages)
        process.stderr.close()

    def test_inputs_on_the_command_line(self):
        for option in ("page.html", "--output=a.epub", "--output-dir=a", "--check"):
            self.assert_fails(run("--worker", option), 2, "--worker")
