"""Nothing is lost on the way through Word: what is read of a Word file of our own makes that file again.

usage: through_docx.py OUTPUTS

OUTPUTS is what convert.py wrote. Every part is equal, but that text of one format may have stood in several runs; and
the name that the properties give a text without a title is compared nowhere, for it may be that of the file it was
read from.
"""
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from program import run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
STORIES = ("word/document.xml", "word/footnotes.xml")


def join_runs(element):
    """Makes neighbouring runs of equal properties one."""
    for child in list(element):
        join_runs(child)
    before = None
    for child in list(element):
        if before is not None and before.tag == child.tag == W + "r" and properties(before) == properties(child):
            before.extend([part for part in child if part.tag != W + "rPr"])
            element.remove(child)
            join_texts(before)
        else:
            before = child


def properties(run_element):
    found = run_element.find(W + "rPr")
    return b"" if found is None else ElementTree.tostring(found)


def join_texts(run_element):
    before = None
    for child in list(run_element):
        if before is not None and before.tag == child.tag == W + "t":
            before.text = (before.text or "") + (child.text or "")
            run_element.remove(child)
        else:
            before = child


def story(content):
    root = ElementTree.fromstring(content)
    join_runs(root)
    for text in root.iter(W + "t"):
        text.attrib.clear()  # whether outer spaces are to be kept
    return ElementTree.tostring(root)


def without_title(content):
    root = ElementTree.fromstring(content)
    root.remove(root.find(TITLE))
    return ElementTree.tostring(root)


def parts_of(path):
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = ElementTree.fromstring(parts["word/document.xml"])
    is_named = any(style.get(W + "val") == "Title" for style in document.iter(W + "pStyle"))
    if not is_named:
        parts["docProps/core.xml"] = without_title(parts["docProps/core.xml"])
    return {name: story(content) if name in STORIES else content for name, content in parts.items()}


def difference(source, folder):
    """What is not the same in the file that `source` becomes by way of JSON; nothing where all is."""
    article, again = Path(folder) / f"{source.stem}.json", Path(folder) / source.name
    for start, target in ((source, article), (article, again)):
        result = run(start, "-o", target, "--quiet")
        if result.returncode != 0:
            return f"exit code {result.returncode}: {result.stderr.decode(errors='replace').strip()}"
    first, second = parts_of(source), parts_of(again)
    return ", ".join(sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name)))


def main(outputs):
    # Those of every node have what Word has no place for, and are written without what is done to every article.
    sources = [source for source in sorted(outputs.glob("*.docx")) if source.stem not in ("every-node", "book")]
    with tempfile.TemporaryDirectory() as folder:
        failures = [f"{source.name}: {said}" for source in sources if (said := difference(source, folder))]
    print("\n".join(failures + [f"{len(sources)} documents"]))
    return 1 if failures or not sources else 0


sys.exit(main(Path(sys.argv[1])))
