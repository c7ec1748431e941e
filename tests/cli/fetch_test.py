"""What --fetch gets from a server, and what it never asks for."""
import json
import resource
import socket
import ssl
import subprocess
import time

from program import SANITIZED, ProgramTest, clean_environment, diagnostics, need_command, run
from web_server import WebServer, png


class Fetch(ProgramTest):
    def setUp(self):
        super().setUp()
        self.server = WebServer()
        self.server.start()
        self.addCleanup(self.server.stop)
        self.output = self.folder / "out.json"

    def convert(self, *images, options=(), allow=True, page=""):
        """Fetches the images of a page; a path is one of the server's."""
        images = [self.server.url + image if image.startswith("/") and not image.startswith("//") else image
                  for image in images]
        source = self.write("page.html", "<h1>Of far images</h1>" + page + "".join(
            f'<p>Words around the image, quite a few of them. <img src="{image}" alt="A view {number}"></p>'
            for number, image in enumerate(images)))
        allowed = ("--fetch-allow", self.server.address) if allow else ()
        self.result = run(source, "-o", self.output, "--log-format=json", "--article=never", "--fetch", *allowed, *options)
        self.assert_succeeds(self.result)
        return json.loads(self.output.read_text(encoding="utf-8"))["assets"]

    def assert_refused(self, image, *fragments, **arguments):
        """Not embedded, one warning that says why, and the text alternative and address remain."""
        self.assertEqual(self.convert(image, **arguments), [])
        (warning,) = [entry for entry in diagnostics(self.result) if entry["code"].startswith("image.")]
        self.assertEqual(warning["code"], "image.remote")
        for fragment in fragments:
            self.assertIn(fragment, warning["message"])
        self.assertIn("A view 0", self.output.read_text())

    def asked(self):
        return [path for path, _ in self.server.requests]

    def test_images_are_embedded(self):
        assets = self.convert("/image", "/packed")
        self.assertEqual([(asset["width"], asset["height"]) for asset in assets], [(40, 30), (41, 31)])
        self.assertEqual(assets[0]["sourceUrl"], self.server.url + "/image")

    def test_relative_references_of_a_page_with_an_address(self):
        (self.folder / "near.png").write_bytes(png(50, 50))
        assets = self.convert("near.png", "image", options=("--base-url", self.server.url + "/"))
        self.assertEqual([asset["width"] for asset in assets], [50, 40])
        self.assertEqual(self.asked(), ["/image"])

    def test_one_address_is_asked_once(self):
        self.convert("/image", "/image", "/image#part")
        self.assertLessEqual(len(self.asked()), 2)

    def test_nothing_is_told_about_the_user(self):
        self.convert("/image", "/image?again")
        for _, headers in self.server.requests:
            self.assertEqual(set(headers), {"Host", "User-Agent", "Accept", "Accept-Encoding"})
            self.assertRegex(headers["User-Agent"], r"^offprint/[\d.]+$")

    def test_proxies_of_the_environment_are_not_used(self):
        source = self.write("page.html", f'<p>Words. <img src="{self.server.url}/image" alt="A view"></p>')
        result = run(source, "-o", self.output, "--fetch", "--fetch-allow", self.server.address,
                     environment=clean_environment(http_proxy="http://127.0.0.1:9", all_proxy="http://127.0.0.1:9"))
        self.assert_succeeds(result)
        self.assertEqual(len(json.loads(self.output.read_text())["assets"]), 1)

    def test_cache_answers_without_the_network(self):
        cache = ("--fetch-cache", self.folder / "deep" / "cache")
        first = self.convert("/image", options=cache)
        (kept,) = (self.folder / "deep" / "cache").iterdir()
        self.assertRegex(kept.name, "^[0-9a-f]{64}$")
        self.assertEqual(kept.read_bytes(), png(40, 30))
        self.server.requests.clear()
        self.assertEqual(self.convert("/image", options=cache), first)
        self.assertEqual(self.asked(), [])

    def test_failures_are_not_cached(self):
        cache = self.folder / "cache"
        for image in ("/page", "/absent", "/huge"):
            self.assert_refused(image, options=("--fetch-cache", cache))
        self.assertEqual(list(cache.iterdir()), [])

    def test_cache_that_cannot_be_made(self):
        source = self.write("page.html", '<p>Words. <img src="http://192.0.2.1/a.png"></p>')
        result = run(source, "-o", self.output, "--fetch", "--fetch-cache", source / "cache")
        self.assert_fails(result, 1, "cache")

    def test_answers_that_are_no_image(self):
        self.assert_refused("/page", "no image")
        self.assert_refused("/absent", "404")

    def test_redirects_are_followed(self):
        self.assertEqual(self.convert("/hop/3")[0]["width"], 40)
        self.assertEqual(self.asked(), ["/hop/3", "/hop/2", "/hop/1", "/hop/0", "/image"])

    def test_redirects_are_counted(self):
        self.assert_refused("/loop", "redirected more than 5 times")
        self.assertEqual(self.asked(), ["/loop"] * 6)

    def test_redirects_to_what_may_not_be_asked(self):
        other = WebServer()
        other.start()
        self.addCleanup(other.stop)
        for target, why in (("file:///etc/passwd", "'file:'"), ("ftp://127.0.0.1/a.png", "'ftp:'"),
                            ("gopher://127.0.0.1/", "'gopher:'"), ("data:image/png;base64,AAAA", "not an address"),
                            ("http://169.254.169.254/latest/meta-data/", "link-local"),
                            (other.url + "/image", "loopback"), ("http://[::1]/image", "loopback"),
                            (f"http://me:secret@{self.server.address}/image", "password")):
            with self.subTest(target):
                self.server.requests.clear()
                self.assert_refused("/redirect?" + target, why)
                self.assertEqual(len(self.asked()), 1)
                self.assertEqual(other.requests, [])

    def test_servers_that_are_not_public(self):
        """However the address is written; the server would answer each."""
        port = self.server.server_port
        for host in ("127.0.0.1", "localhost", "0x7f000001", "2130706433", "0177.0.0.1", "127.1", "0",
                     "[::1]", "[::ffff:127.0.0.1]", "[::]"):
            with self.subTest(host):
                self.assert_refused(f"http://{host}:{port}/image", "never asked", allow=False)
                self.assertEqual(self.asked(), [])
        self.assert_refused(f"http://localhost.:{port}/image", allow=False)  # which some resolvers do not know
        self.assertEqual(self.asked(), [])
        for host in ("169.254.169.254", "10.0.0.1", "192.168.0.1", "172.16.0.1", "100.64.0.1", "224.0.0.1",
                     "[fe80::1]", "[fd00::1]", "[2002:7f00:1::]", "[64:ff9b::7f00:1]"):
            with self.subTest(host):
                self.assert_refused(f"http://{host}/image", "never asked", allow=False)

    def test_allowed_server_is_that_one_alone(self):
        other = WebServer()
        other.start()
        self.addCleanup(other.stop)
        self.assert_refused(other.url + "/image", "loopback")
        self.assertEqual(other.requests, [])

    def test_addresses_with_a_user(self):
        self.assert_refused(f"http://me:secret@{self.server.address}/image", "password")
        self.assertEqual(self.asked(), [])

    def test_certificate_that_nobody_vouches_for(self):
        key, certificate = self.folder / "key.pem", self.folder / "certificate.pem"
        subprocess.run([need_command("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
                        "/CN=127.0.0.1", "-keyout", key, "-out", certificate], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.assert_refused(f"https://{self.server.address}/image", "certificate")
        self.assertEqual(self.asked(), [])

    def test_server_that_takes_its_time(self):
        begin = time.monotonic()
        self.assert_refused("/slow", "in time", options=("--fetch-timeout", "1"))
        self.assertLess(time.monotonic() - begin, 10)

    def test_server_that_does_not_answer(self):
        silent = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(silent.close)
        address = "127.0.0.1:%d" % silent.getsockname()[1]
        self.assert_refused(f"http://{address}/", "in time", allow=False,
                            options=("--fetch-timeout", "1", "--fetch-allow", address))

    def test_answers_that_are_too_large(self):
        """64 MB are allowed; what comes beyond is neither kept nor waited for."""
        for image in ("/endless", "/bomb", "/endless-headers"):
            with self.subTest(image):
                self.server.sent = 0
                self.assert_refused(image, "larger")
                self.assertLess(self.server.sent, 100 << 20)
        if not SANITIZED:
            kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            self.assertLess(kilobytes, 300 << 10)

    def test_answers_beyond_the_limit_of_resources(self):
        self.assert_refused("/image", "larger", options=("--limit", "resources=50"))

    def test_length_beyond_what_is_allowed_is_not_waited_for(self):
        self.assert_refused("/huge", "larger")

    def test_answer_that_is_cut_off(self):
        self.assert_refused("/cut-off", "partial")

    def test_time_of_a_document_bounds_all_its_images(self):
        source = self.write("page.html", "<p>Words." + "".join(
            f'<img src="{self.server.url}/slow?{number}" alt="A view">' for number in range(20)))
        begin = time.monotonic()
        result = run(source, "-o", self.output, "--fetch", "--fetch-allow", self.server.address, "--fetch-timeout", "1",
                     "--limit", "time=3")
        self.assert_fails(result, 5, "--limit time")
        self.assertLess(time.monotonic() - begin, 15)

