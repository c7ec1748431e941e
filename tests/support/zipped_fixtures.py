"""Makes the fixtures of EPUB and Word files, as other programs write them: from folders of their files.

usage: zipped_fixtures.py FOLDER      (fixtures/epub or fixtures/docx; zips each case's `book/` to its input.epub or
                                       `package/` to its input.docx, always to the same bytes)
"""
import sys
import zipfile
from pathlib import Path

TYPES = "[Content_Types].xml"


def files_of(folder):
    """Pairs of a name in the archive and a file; the list of types leads a Word file."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return sorted(files.items(), key=lambda file: (file[0] != TYPES, file[0]))


def write_archive(folder, target, mimetype=None):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr(zipfile.ZipInfo("mimetype"), mimetype, zipfile.ZIP_STORED)
        for name, path in files_of(folder):
            archive.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)


for case in sorted(Path(sys.argv[1]).iterdir()):
    if (case / "book").is_dir():
        write_archive(case / "book", case / "input.epub", "application/epub+zip")
    if (case / "package").is_dir():
        write_archive(case / "package", case / "input.docx")
