"""Makes the fixtures of EPUB files, as other programs write them: from folders of their files.

usage: sample_books.py FOLDER      (fixtures/epub; zips each case's `book/` to its input.epub, always to the same bytes)
"""
import sys
import zipfile
from pathlib import Path


def write_book(case):
    files = sorted(path for path in (case / "book").rglob("*") if path.is_file())
    with zipfile.ZipFile(case / "input.epub", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        for path in files:
            name = zipfile.ZipInfo(path.relative_to(case / "book").as_posix())
            archive.writestr(name, path.read_bytes(), zipfile.ZIP_DEFLATED)


for folder in sorted(Path(sys.argv[1]).iterdir()):
    if (folder / "book").is_dir():
        write_book(folder)
