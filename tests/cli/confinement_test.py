"""What a page can make the program read: its own folder's files, and nothing else."""
import json
import os
import subprocess
import unittest

from program import FORMATS, PROGRAM, TIMEOUT, ProgramTest, clean_environment, diagnostics, need_command, run
from web_server import WebServer, png


class Confinement(ProgramTest):
    def setUp(self):
        super().setUp()
        self.secret = self.write("secret.png", png(60, 60))
        self.home = self.folder / "home"
        self.home.mkdir()
        self.output = self.folder / "out.json"

    def page(self, *images):
        return self.write("home/page.html", "<h1>Of near images</h1>" + "".join(
            f"<p>Words around the image, quite a few of them. <img src='{image}' alt='A view {number}'></p>"
            for number, image in enumerate(images)))

    def convert(self, *images, options=()):
        """Widths of what is embedded, and the warnings about images."""
        result = run(self.page(*images), "-o", self.output, "--log-format=json", "--article=never", *options)
        self.assert_succeeds(result)
        assets = json.loads(self.output.read_text(encoding="utf-8"))["assets"]
        warnings = [entry for entry in diagnostics(result) if entry["code"].startswith("image.")]
        return [asset["width"] for asset in assets], warnings

    def assert_not_read(self, image, code="image.missing"):
        with self.subTest(image):
            widths, warnings = self.convert(image)
            self.assertEqual(widths, [])
            self.assertEqual([warning["code"] for warning in warnings], [code])
            self.assertIn("A view 0", self.output.read_text())

    def forbidden(self):
        """References to what is there and must not be read."""
        (self.home / "link.png").symlink_to(self.secret)
        (self.home / "folder").symlink_to(self.folder)
        (self.home / "zero").symlink_to("/dev/zero")
        os.mkfifo(self.home / "pipe.png")
        (self.home / "images.png").mkdir()
        return ("file:///etc/passwd", "file:/etc/passwd", "file://localhost/etc/passwd", "file:///%65tc/passwd",
                "../" * 40 + "etc/passwd", "..\\" * 40 + "etc\\passwd", "%2e%2e/secret.png", "/etc/passwd",
                "../secret.png", str(self.secret), f"file://{self.secret}", "link.png", "folder/secret.png",
                "folder/home/../secret.png", "pipe.png", "/dev/zero", "file:///dev/zero", "zero", "images.png", ".",
                "page.html/../../secret.png", "file://elsewhere/share/a.png", "C:\\secret.png", "ftp://127.0.0.1/a.png")

    def test_files_elsewhere_and_what_is_no_file(self):
        for image in self.forbidden():
            self.assert_not_read(image)

    def test_addresses(self):
        for image in ("http://127.0.0.1/a.png", "http://[::1]/a.png", "http://0x7f000001/a.png",
                      "http://2130706433/a.png", "http://localhost./a.png", "HTTPS://localhost/a.png",
                      "//localhost/a.png", "http://169.254.169.254/latest/meta-data/"):
            self.assert_not_read(image, "image.remote")

    def test_names_as_pages_write_them(self):
        folder = self.home / "A page_files"
        folder.mkdir()
        for number, name in enumerate(("plain.png", "100%.png", "q.png?x=1", "caf\u00e9.png")):
            (folder / name).write_bytes(png(10 + number, 10))
        widths, warnings = self.convert("A%20page_files/plain.png", "A page_files/100%.png", "A page_files/q.png?x=1",
                                        "A%20page_files/caf%C3%A9.png", "A page_files\\plain.png?v=2",
                                        f"file://{folder}/plain.png".replace(" ", "%20"))
        self.assertEqual((widths, warnings), ([10, 11, 12, 13], []))

    def test_resource_path(self):
        first, second = self.folder / "first", self.folder / "second"
        for folder, names in ((first, ("a.png",)), (second, ("a.png", "b.png"))):
            folder.mkdir()
            for name in names:
                (folder / name).write_bytes(png(70 if folder == first else 80, 10))
        (second / "link.png").symlink_to(self.secret)
        options = ("--resource-path", first, "--resource-path", second)
        widths, warnings = self.convert("a.png", "b.png", options=options)
        self.assertEqual((widths, warnings), ([70, 80], []))
        self.assertEqual(self.convert(f"file://{second}/b.png", options=options)[0], [80])
        for image in ("../secret.png", "link.png", f"{first}/../secret.png", "file:///etc/passwd"):
            widths, warnings = self.convert(image, options=options)
            self.assertEqual((widths, len(warnings)), ([], 1), image)

    def test_resource_path_that_is_no_folder(self):
        result = run(self.page(), "-o", self.output, "--resource-path", self.folder / "absent")
        self.assert_fails(result, 2, "--resource-path", "absent")

    def trace(self, *arguments):
        """The system calls that open files and talk to the network, as strace saw them."""
        strace = need_command("strace")
        log = self.folder / "calls"
        watch = [strace, "-f", "-qq", "-o", str(log), "-e", "trace=open,openat,openat2,%network"]
        environment = clean_environment(ASAN_OPTIONS="detect_leaks=0")  # which cannot run under strace
        if subprocess.run([*watch, "true"], capture_output=True, check=False, timeout=TIMEOUT).returncode != 0:
            raise unittest.SkipTest("strace may trace nothing here")
        result = subprocess.run([*watch, str(PROGRAM), *map(str, arguments)], capture_output=True, check=False,
                                timeout=TIMEOUT, env=environment)
        self.assert_succeeds(result)
        return log.read_text(errors="replace")

    def test_no_call_opens_what_is_forbidden(self):
        images = (*self.forbidden(), "http://127.0.0.1/a.png", "//localhost/a.png", "https://example.org/a.png")
        source = self.page(*images)
        for target in FORMATS:
            with self.subTest(target):
                calls = self.trace(source, "-o", self.folder / f"out.{target}")
                self.assertIn("page.html", calls)
                for name in ("passwd", "secret.png", "/dev/zero", '"zero"', "pipe.png"):
                    self.assertNotIn(name, calls)
                self.assertNotRegex(calls, r"\b(socket|connect|sendto|getsockname)\(")

    def test_network_calls_are_seen_where_they_are_allowed(self):
        """Without this the test above might see nothing for another reason."""
        server = WebServer()
        server.start()
        self.addCleanup(server.stop)
        source = self.page(server.url + "/image")
        listed = run("--list-plugins").stdout.decode()
        if "offprint-fetch.so" not in listed:
            raise unittest.SkipTest("built without the service that fetches")
        calls = self.trace(source, "-o", self.output, "--fetch", "--fetch-allow", server.address)
        self.assertRegex(calls, r"\bconnect\(")
