"""A web server on loopback that answers well, badly, slowly or without end, for the tests of fetching."""
import gzip
import struct
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote


def png(width, height):
    """A sound PNG of one shade of gray."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.requests.append((self.path, dict(self.headers)))
        name = self.path.split("?")[0].strip("/").replace("-", "_").split("/")[0]
        getattr(self, f"get_{name}", self.get_nothing)()

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for header, value in {"Content_Length": len(body), "Connection": "close", **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.put(body)

    def put(self, body):
        """False once the client has had enough."""
        try:
            self.wfile.write(body)
            self.server.sent += len(body)
            return True
        except OSError:
            return False

    def get_nothing(self):
        self.answer(404, b"there is nothing")

    def get_image(self):
        self.answer(200, png(40, 30), Content_Type="image/png", Set_Cookie="seen=1")

    def get_packed(self):
        self.answer(200, gzip.compress(png(41, 31)), Content_Encoding="gzip")

    def get_page(self):
        self.answer(200, b"<p>no image", Content_Type="image/png")

    def get_hop(self):
        """/hop/3 redirects to /hop/2 and so on, with a relative reference; /hop/0 to the image."""
        left = int(self.path.split("/")[-1])
        self.answer(302, Location="/image" if left == 0 else str(left - 1))

    def get_loop(self):
        self.answer(301, Location="/loop")

    def get_redirect(self):
        """/redirect?ADDRESS"""
        self.answer(302, b"moved" * 1000, Location=unquote(self.path.split("?", 1)[1]))

    def get_slow(self):
        self.send_response(200)
        self.end_headers()
        while self.put(b"\x89"):
            time.sleep(0.2)

    def get_endless(self):
        self.send_response(200)
        self.end_headers()
        while self.put(png(1, 1) + bytes(1 << 20)):
            pass

    def get_endless_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while self.put(b"X-Filler: " + b"x" * 1000 + b"\r\n"):
            pass

    def get_huge(self):
        self.answer(200, png(1, 1), Content_Length=1 << 40)

    def get_cut_off(self):
        self.answer(200, png(1, 1), Content_Length=1000)

    def get_bomb(self):
        """256 MB of zeros behind an image's beginning, packed to 256 KB."""
        packer = zlib.compressobj(9, wbits=31)
        body = packer.compress(png(1, 1)) + b"".join(packer.compress(bytes(1 << 20)) for _ in range(1 << 8))
        self.answer(200, body + packer.flush(), Content_Encoding="gzip")


class WebServer(ThreadingHTTPServer):
    """Runs between `start` and `stop`; keeps what it was asked and counts the bytes of its bodies."""
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests = []
        self.sent = 0
        self.address = f"127.0.0.1:{self.server_port}"
        self.url = f"http://{self.address}"

    def handle_error(self, *_):
        """A client that goes away is what the tests are about."""

    def start(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def stop(self):
        self.shutdown()
        self.server_close()
