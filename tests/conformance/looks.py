"""What our books or Word files look like beside those of other tools: contact sheets to look at.

usage: looks.py FOLDER [epub | docx]     (outside the source; OFFPRINT_PROGRAM names the program)

Every subject is a place in a fixture. Of books Chromium shows it on a screen of 600x800, beside those of pandoc,
calibre and percollate; of Word files it is a page as LibreOffice sets it, beside pandoc's. FOLDER gets the files and
for each subject a page and its picture. A tool that is not installed has empty places; percollate is found on the PATH
or through PERCOLLATE.
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
PAPER = 680, 936  # A4 at 80 pixels an inch
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
WORD_SUBJECTS = (
    *SUBJECTS,
    ("lists", FIXTURES / "html/lists/input.html", None),
    ("spans", FIXTURES / "html/tables/input.html", None),
    ("formulas", FIXTURES / "html/languages/input.html", None),
    ("verse", FIXTURES / "text/gutenberg-verse/input.txt", None),
    ("definitions", FIXTURES / "text/blocks-definitions/input.txt", None),
    ("pictures", FIXTURES / "html/images/input.html", None),
)

TOOLS = {
    "epub": {
        "offprint": lambda source, book: [PROGRAM, source, "-o", book, "--quiet"],
        "pandoc": lambda source, book: ["pandoc", source, "-o", book],
        "calibre": lambda source, book: ["ebook-convert", source, book],
        "percollate": lambda source, book: [os.environ.get("PERCOLLATE", "percollate"), "epub", "-o", book, source],
    },
    "docx": {
        "offprint": lambda source, document: [PROGRAM, source, "-o", document, "--quiet"],
        "pandoc": lambda source, document: ["pandoc", source, "-o", document],
    },
}


def run(command, folder):
    """False if there is no such tool."""
    try:
        subprocess.run([str(part) for part in command], cwd=folder, check=False, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    except FileNotFoundError:
        return False
    return True


def convert(command, source, target):
    """True if the tool made the file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return run(command(source.name, target), source.parent) and target.exists()


def book_of(tool, source, folder):
    """The folder of the unpacked book; None where the tool made none."""
    book = folder / tool / f"{source.parent.name}.epub"
    if not convert(TOOLS["epub"][tool], source, book):
        return None
    with zipfile.ZipFile(book) as archive:
        archive.extractall(book.with_suffix(""))
    return book.with_suffix("")


def pages_of(tool, source, folder):
    """The Word file as PDF; None where the tool made none."""
    document = folder / tool / f"{source.parent.name}.docx"
    if not convert(TOOLS["docx"][tool], source, document):
        return None
    run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir",
         document.parent, document], folder)
    return document.with_suffix(".pdf")


def picture_with(pdf, words):
    """The picture of the page that has `words`; of the first one without any."""
    text = subprocess.run(["pdftotext", pdf, "-"], stdout=subprocess.PIPE, text=True, check=True).stdout
    number = next((number for number, page in enumerate(text.split("\f"), 1) if (words or "") in " ".join(page.split())), 1)
    picture = pdf.with_name(f"{pdf.stem}-{number}.png")
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-r", "80", "-f", str(number), pdf, picture.with_suffix("")],
                   check=True)
    return picture


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


def book_view(book, words):
    address = place(book, words)
    return f'<iframe src="file://{html.escape(address)}"></iframe>' if address else "<div>none</div>"


def page_view(pdf, words):
    return f'<img src="{html.escape(picture_with(pdf, words).as_uri())}">'


def sheet(title, views):
    """One subject as each tool shows it, side by side."""
    cells = "".join(f"<td>{tool}<br>{view}</td>" for tool, view in views.items())
    return f"""<!DOCTYPE html><meta charset="utf-8"><title>{title}</title>
<style>body {{ margin: 0; background: #bbb; font: 20px sans-serif }} td {{ vertical-align: top }}
iframe, div {{ width: {WIDTH}px; height: {HEIGHT}px; border: 0; background: #fff }}</style>
<table><tr>{cells}</tr></table>
"""


def picture_of(page, width, height):
    picture = page.with_suffix(".png")
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                    "--virtual-time-budget=5000", f"--window-size={width},{height + 40}",
                    f"--screenshot={picture}", page.as_uri()],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return picture


def main(folder, target):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    open_file, view, subjects, size = {"epub": (book_of, book_view, SUBJECTS, (WIDTH, HEIGHT)),
                                       "docx": (pages_of, page_view, WORD_SUBJECTS, PAPER)}[target]
    tools = TOOLS[target]
    files = {(tool, source): open_file(tool, source, folder) for tool in tools
             for source in dict.fromkeys(source for _, source, _ in subjects)}
    for title, source, words in subjects:
        views = {tool: view(files[tool, source], words) if files[tool, source] else "<div>none</div>" for tool in tools}
        page = folder / f"{title.replace(',', '').replace(' ', '-')}.html"
        page.write_text(sheet(title, views), encoding="utf-8")
        print(picture_of(page, (size[0] + 6) * len(tools), size[1]))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else "epub")
