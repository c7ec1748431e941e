"""Makes the fixtures of saved pages that are no text: what browsers write, from pages and pictures of our own.

usage: saved_pages.py FOLDER      (fixtures/html; rewrites the cases' inputs, always to the same bytes)
"""
import base64
import plistlib
import quopri
import struct
import sys
import zipfile
import zlib
from pathlib import Path


def png(width, height, colour):
    """A picture of one colour beneath two rows of noise, so that it is as large as small pictures are."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    state, noise = width * height, bytearray()
    for _ in range(2 * 3 * width):
        state = (state * 1103515245 + 12345) % 2**31
        noise.append(state >> 16 & 255)
    rows = b"\0" + noise[:3 * width] + b"\0" + noise[3 * width:] + (b"\0" + bytes(colour) * width) * (height - 2)
    rows = rows[:(3 * width + 1) * height]
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def gif(width, height):
    """A black picture. The coded data say nothing, which decoders take for an empty frame."""
    return (b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\0\0\0\0\0\xff\xff\xff" +
            b"," + struct.pack("<HHHH", 0, 0, width, height) + b"\0\x02\x02\x44\x01\0;")


class Bits:
    """Bits one after the other: the lowest of each byte first, as WebP wants them, or the highest, as JPEG does."""
    def __init__(self):
        self.bits = []

    def add(self, value, count, highest_first=False):
        bits = [value >> i & 1 for i in range(count)]
        self.bits += bits[::-1] if highest_first else bits

    def bytes(self, highest_first=False, fill=0):
        bits = self.bits + [fill] * (-len(self.bits) % 8)
        groups = [bits[i:i + 8] for i in range(0, len(bits), 8)]
        return bytes(sum(bit << i for i, bit in enumerate(group[::-1] if highest_first else group)) for group in groups)


def webp(width, height, colour):
    """A lossless picture of one colour (RFC 9649, section 3): each of its five codes knows one symbol, which takes no bits."""
    bits = Bits()
    for value, count in ((width - 1, 14), (height - 1, 14), (0, 1), (0, 3), (0, 1), (0, 1), (0, 1)):
        bits.add(value, count)
    red, green, blue = colour
    for symbol in (green, red, blue, 255, 0):
        for value, count in ((1, 1), (0, 1), (1, 1), (symbol, 8)):
            bits.add(value, count)
    data = b"\x2f" + bits.bytes()
    data += b"\0" * (len(data) % 2)
    chunk = b"WEBPVP8L" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(chunk)) + chunk


def jpeg(width, height):
    """A gray picture (ITU T.81) of squares of 8 by 8 pixels, each as bright as its place says."""
    def segment(marker, data):
        return struct.pack(">BBH", 255, marker, len(data) + 2) + data
    bits, last = Bits(), 0
    for y in range((height + 7) // 8):
        for x in range((width + 7) // 8):
            level = (x * 5 + y * 11) % 64 - 32
            step, last = level - last, level
            size = abs(step).bit_length()
            bits.add(size, 4, True)  # in the code below a symbol is its own code of four bits
            bits.add(step if step >= 0 else step + (1 << size) - 1, size, True)
            bits.add(0, 1, True)  # nothing else in this square
    scan = bits.bytes(True, 1).replace(b"\xff", b"\xff\0")
    return (b"\xff\xd8" + segment(0xDB, b"\0" + b"\x20" * 64) +
            segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0") +
            segment(0xC4, b"\0" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12))) +
            segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0") +
            segment(0xDA, b"\x01\x01\0\0\x3f\0") + scan + b"\xff\xd9")


QUAY = png(320, 200, (40, 90, 140))
CRANE = png(240, 240, (150, 60, 40))
ROPE = png(400, 180, (120, 110, 60))
DOT = png(1, 1, (255, 255, 255))
FLAG = gif(64, 40)
MAST = jpeg(320, 240)
SAIL = webp(300, 220, (200, 180, 140))

PARAGRAPHS = (
    "The old crane at the north quay was painted again last week, for the first time since Ines Marrow took over the "
    "yard. She counted eleven coats of paint under the new one, and kept a flake of each in a tin.",
    "Nobody remembers who ordered the blue of the third coat. The ledger names a captain, and the captain's grandson "
    "says that his family never owned so much as a brush, let alone a ship that colour.",
    "What is certain is that the rope store burned twice, that the crane stood through both fires, and that the harbour "
    "children learned to count by its rivets, which are four hundred and six, or four hundred and seven.",
)


def page(images, head="", language="en"):
    """An article with a picture behind each of its paragraphs."""
    body = "".join(f"<p>{text}</p>\n<figure>{image}<figcaption>Plate {n}</figcaption></figure>\n"
                   for n, (text, image) in enumerate(zip(PARAGRAPHS, images), 1))
    return (f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">{head}'
            f"<title>Eleven coats of paint</title></head>\n<body><article><h1>Eleven coats of paint</h1>\n{body}"
            "</article></body></html>\n")


def message(fields, parts, boundary, epilogue=""):
    """`parts` are (header fields, transfer encoding, bytes)."""
    lines = [*fields, "", epilogue] if epilogue else [*fields, ""]
    for part_fields, encoding, content in parts:
        lines += ["--" + boundary, *part_fields, f"Content-Transfer-Encoding: {encoding}", ""]
        coded = base64.encodebytes(content) if encoding == "base64" else quopri.encodestring(content)
        lines.append(coded.decode("ascii").replace("\n", "\r\n"))
    return "\r\n".join([*lines, f"--{boundary}--", ""]).encode("ascii")


def chromium_message():
    site = "https://harbour.example/2024/"
    html = page([f'<img src="{site}img/quay.png" srcset="{site}img/quay-1600.png 1600w, {site}img/quay.png 320w" alt="Quay">',
                 '<img src="cid:crane-1@mhtml.blink" alt="Crane">', f'<img src="{site}img/rope%20store.png?v=2" alt="Rope">'])
    fields = ["From: <Saved by Blink>", f"Snapshot-Content-Location: {site}coats.html", "Subject: Eleven coats of paint",
              "MIME-Version: 1.0", "Content-Type: multipart/related;", '\ttype="text/html";',
              '\tboundary="----MultipartBoundary--aB3dE5----"', "", ""]
    def picture(location, content, *more):
        return ["Content-Type: image/png", *more, f"Content-Location: {location}"], "base64", content
    return message(fields[:-2], [
        (["Content-Type: text/html", "Content-ID: <frame-1@mhtml.blink>", f"Content-Location: {site}coats.html"],
         "quoted-printable", html.encode()),
        picture(site + "img/quay.png", QUAY),
        picture(site + "img/crane.png", CRANE, "Content-ID: <crane-1@mhtml.blink>"),
        picture(site + "img/rope%20store.png?v=2", ROPE),
    ], "----MultipartBoundary--aB3dE5----")


def explorer_message():
    folder = "file://C:\\Pages\\"
    html = page(['<img src="coats_files/quay.png" alt="Quay">', '<img src="file://C:/Pages/coats_files/crane.png" alt="Crane">',
                 '<img src="coats_files\\flag.gif" alt="Flag">']).replace('<meta charset="utf-8">', "")
    html = html.replace("Ines Marrow", "In\u00e9s Marr\u00f8w")
    def picture(name, kind, content):
        return [f"Content-Type: image/{kind}", f"Content-Location: {folder}coats_files\\{name}"], "base64", content
    return message(["From: <Saved by Windows Internet Explorer 8>", "Subject: Eleven coats", "MIME-Version: 1.0",
                    "Content-Type: multipart/related;", '\ttype="text/html";', '\tboundary="----=_NextPart_000_0000_01"'], [
        (["Content-Type: text/html;", '\tcharset="Windows-1252"', f"Content-Location: {folder}coats.htm"],
         "quoted-printable", html.encode("cp1252")),
        picture("quay.png", "png", QUAY), picture("crane.png", "png", CRANE), picture("flag.gif", "gif", FLAG),
    ], "----=_NextPart_000_0000_01", "This is a multi-part message in MIME format.\r\n")


def web_archive(form):
    site = "https://harbour.example/coats/"
    html = page(['<img src="quay.png" alt="Quay">', '<img src="/shared/crane.png" alt="Crane">',
                 f'<img src="{site}rope.png" alt="Rope">'])
    def resource(url, kind, data, **more):
        return {"WebResourceData": data, "WebResourceMIMEType": kind, "WebResourceURL": url, **more}
    return plistlib.dumps({
        "WebMainResource": resource(site, "text/html", html.encode(), WebResourceFrameName="",
                                    WebResourceTextEncodingName="UTF-8"),
        "WebSubresources": [resource(site + "quay.png", "image/png", QUAY),
                            resource("https://harbour.example/shared/crane.png", "image/png", CRANE),
                            resource(site + "rope.png", "image/png", ROPE)],
    }, fmt=form)


def zip_archive(path):
    html = page(['<img src="Eleven%20coats_files/quay.png" alt="Quay">', '<img src="Eleven coats_files/Kr%C3%A4ne+1.png" alt="Crane">',
                 '<img src="./Eleven%20coats_files/rope.png?x=1" alt="Rope">'])
    entries = {"saved/Eleven coats_files/quay.png": QUAY, "saved/Eleven coats_files/Kr\u00e4ne+1.png": CRANE,
               "saved/Eleven coats_files/rope.png": ROPE, "saved/Eleven coats_files/frame.html": b"<p>An advertisement</p>",
               "saved/Eleven coats.html": html.encode()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def data_url(content, kind="png"):
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def write(folder, name, content, **files):
    case = folder / name
    case.mkdir(exist_ok=True)
    (case / content[0]).write_bytes(content[1] if isinstance(content[1], bytes) else content[1].encode())
    for path, data in files.get("beside", {}).items():
        (case / path).parent.mkdir(exist_ok=True)
        (case / path).write_bytes(data)


def main():
    folder = Path(sys.argv[1])
    write(folder, "saved-mhtml", ("input.mhtml", chromium_message()))
    write(folder, "saved-mht-explorer", ("input.mht", explorer_message()))
    write(folder, "saved-webarchive", ("input.webarchive", web_archive(plistlib.FMT_BINARY)))
    write(folder, "saved-webarchive-xml", ("input.webarchive", web_archive(plistlib.FMT_XML)))
    (folder / "saved-zip").mkdir(exist_ok=True)
    zip_archive(folder / "saved-zip" / "input.zip")
    write(folder, "saved-complete", ("input.html", page([
        '<img src="./input_files/quay.png" srcset="https://harbour.example/quay-2x.png 2x" alt="Quay">',
        '<img src="input_files/crane.png" loading="lazy" data-src="https://harbour.example/crane.png" alt="Crane">',
        '<img src="./input_files/rope.png" alt="Rope"><img src="./input_files/dot.png" width="1" height="1">'],
        "<!-- saved from url=(0037)https://harbour.example/2024/coats.html -->")),
        beside={"input_files/quay.png": QUAY, "input_files/crane.png": CRANE, "input_files/rope.png": ROPE,
                "input_files/dot.png": DOT})
    single = page([f'<img src="{data_url(QUAY)}" alt="Quay">',
                   f'<img src="{data_url(CRANE)}" srcset="{data_url(DOT)} 1x" alt="Crane">',
                   f'<picture><source srcset="{data_url(ROPE)}"><img src="{data_url(DOT)}" alt="Rope"></picture>'])
    write(folder, "saved-singlefile", ("input.html", single.replace(
        "<html", "<!--\n Page saved with SingleFile \n url: https://harbour.example/coats.html \n-->\n<html", 1)))
    write(folder, "saved-base", ("input.html", page([
        '<img src="input_files/quay.png" alt="Quay">', '<img src="input_files/crane.png" alt="Crane">',
        '<img src="//harbour.example/img/far.png" alt="Far">'], '<base href="https://harbour.example/2024/">')),
        beside={"input_files/quay.png": QUAY, "input_files/crane.png": CRANE})
    write(folder, "saved-names", ("input.html", page([
        '<img src="input_files/Kr%C3%A4ne%20am%20Kai.png" alt="Crane">', '<img src="input_files/a+b.png" alt="Rope">',
        '<img src="input_files/50% off?.png" alt="Quay">'])),
        beside={"input_files/Kr\u00e4ne am Kai.png": CRANE, "input_files/a+b.png": ROPE,
                "input_files/50% off?.png": QUAY})
    write(folder, "saved-lazy", ("input.html", page([
        f'<img src="{data_url(DOT)}" data-src="input_files/quay.png" alt="Quay">'
        '<noscript><img src="input_files/quay.png" alt="Quay"></noscript>',
        f'<img src="{data_url(gif(1, 1), "gif")}" data-lazy-srcset="input_files/crane-small.png 120w, input_files/crane.png 240w" '
        'alt="Crane">',
        '<img src="placeholder.gif" data-hi-res-src="input_files/rope.png" alt="Rope">'])),
        beside={"input_files/quay.png": QUAY, "input_files/crane.png": CRANE, "input_files/rope.png": ROPE,
                "input_files/crane-small.png": png(120, 120, (150, 60, 40))})
    write(folder, "saved-formats", ("input.html", page([
        '<img src="input_files/mast.jpg" alt="Mast">', '<img src="input_files/sail.webp" alt="Sail">',
        '<picture><source srcset="input_files/sail-small.webp" type="image/webp"><img src="input_files/crane" alt="Crane">'
        '</picture>'])),
        beside={"input_files/mast.jpg": MAST, "input_files/sail.webp": SAIL, "input_files/crane": CRANE,
                "input_files/sail-small.webp": webp(60, 44, (200, 180, 140))})
    write(folder, "saved-inline", ("input.html", page([
        f'<img src="{data_url(MAST, "jpeg")}" alt="Mast">', f'<img src="{data_url(SAIL, "webp")}" alt="Sail">',
        '<svg width="300" height="200" viewBox="0 0 300 200" role="img" aria-label="Plan of the crane">'
        '<path d="M20 180H280M60 180V20H240L60 90" stroke="#333" fill="none"/></svg>'
        f'<video poster="{data_url(gif(1, 1), "gif")}" src="crane.mp4"></video>'])))


main()
