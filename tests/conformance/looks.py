"""What our books look like beside those of pandoc, calibre and percollate: contact sheets to look at.

usage: looks.py FOLDER     (outside the source; OFFPRINT_PROGRAM names the program)

Every subject is a place in a fixture, shown on a screen of 600x800 by Chromium. FOLDER gets the books, unpacked,
and for each subject a page and its picture. A tool that is not installed has empty places; percollate is found on the
PATH or through PERCOLLATE.
"""
import html
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from program import FIXTURES, PROGRAM

WIDTH, HEIGHT = 600, 800
DEMO = FIXTURES / "demo/carrow-light.html"

# What is shown, from where, and words just before it; none: the first page.
SUBJECTS = (
    ("title page", DEMO, None),
    ("text", DEMO, "On the last evening"),
    ("figure", DEMO, "floating in a trough"),
    ("code", DEMO, "printed it for me"),
    ("table", DEMO, "Nobody in the harbour office"),
    ("notes", DEMO, "Mercury carries a great weight"),
    ("wide tables", FIXTURES / "html/wide-tables/input.html", "Four gauges stand"),
    ("right to left", FIXTURES / "html/right-to-left/input.html", "في حديقة"),
    ("table and code, right to left", FIXTURES / "html/right-to-left/input.html", "من نظّف اللوح"),
    ("Japanese", FIXTURES / "html/japanese-essay/input.html", "朝の六時"),
)

TOOLS = {
    "offprint": lambda source, book: [PROGRAM, source, "-o", book, "--quiet"],
    "pandoc": lambda source, book: ["pandoc", source, "-o", book],
    "calibre": lambda source, book: ["ebook-convert", source, book],
    "percollate": lambda source, book: [os.environ.get("PERCOLLATE", "percollate"), "epub", "-o", book, source],
}


def convert(tool, source, folder):
    """The folder of the unpacked book; None where the tool made none."""
    target = folder / tool / source.parent.name
    target.mkdir(parents=True)
    book = target.with_suffix(".epub")
    try:
        subprocess.run([str(part) for part in TOOLS[tool](source.name, book)], cwd=source.parent, check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    except FileNotFoundError:
        return None
    if not book.exists():
        return None
    with zipfile.ZipFile(book) as archive:
        archive.extractall(target)
    return target


def pages(book):
    """The files of the spine without covers and tables of contents."""
    (container,) = book.glob("META-INF/container.xml")
    package = book / ElementTree.parse(container).find(".//{*}rootfile").get("full-path")
    root = ElementTree.parse(package).getroot()
    items = {item.get("id"): item for item in root.iterfind(".//{*}manifest/{*}item")}
    for reference in root.iterfind(".//{*}spine/{*}itemref"):
        item = items[reference.get("idref")]
        page = package.parent / item.get("href")
        is_cover = "cover" in page.stem or "cover" in item.get("id")
        if not is_cover and "nav" not in item.get("properties", "").split():
            yield page


def place(book, words):
    """The page that has `words`, with the name of a mark set before them."""
    for page in pages(book):
        if words is None:
            return page.as_posix()
        text = page.read_text(encoding="utf-8")
        mark = f"shown-{len(words)}-{ord(words[0])}"
        body = text.find("<body")
        at = text.find(words, body)
        if body >= 0 and at >= 0:
            page.write_text(text[:at] + f'<span id="{mark}"></span>' + text[at:], encoding="utf-8")
            return f"{page.as_posix()}#{mark}"
    return None


def sheet(title, source, words, books):
    """One subject as each tool shows it, side by side."""
    cells = []
    for tool in TOOLS:
        book = books[tool, source]
        address = place(book, words) if book else None
        shown = f'<iframe src="file://{html.escape(address)}"></iframe>' if address else "<div>none</div>"
        cells.append(f"<td>{tool}<br>{shown}</td>")
    return f"""<!DOCTYPE html><meta charset="utf-8"><title>{title}</title>
<style>body {{ margin: 0; background: #bbb; font: 20px sans-serif }}
iframe, div {{ width: {WIDTH}px; height: {HEIGHT}px; border: 0; background: #fff }}</style>
<table><tr>{''.join(cells)}</tr></table>
"""


def picture_of(page):
    picture = page.with_suffix(".png")
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                    "--virtual-time-budget=5000", f"--window-size={(WIDTH + 6) * len(TOOLS)},{HEIGHT + 40}",
                    f"--screenshot={picture}", page.as_uri()],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return picture


def main():
    folder = Path(sys.argv[1]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    sources = {source for _, source, _ in SUBJECTS}
    books = {(tool, source): convert(tool, source, folder) for tool in TOOLS for source in sources}
    for title, source, words in SUBJECTS:
        page = folder / f"{title.replace(',', '').replace(' ', '-')}.html"
        page.write_text(sheet(title, source, words, books), encoding="utf-8")
        print(picture_of(page))


if __name__ == "__main__":
    main()
