"""No word is lost on the way to a Word file: its text beside that of the article in JSON and that which pandoc reads.

Words are counted, not put in order: notes stand elsewhere, and tables that are too wide are divided.
"""
import json
import re
import subprocess
import sys
import zipfile
from collections import Counter
from urllib.parse import unquote
from xml.etree import ElementTree

sys.setrecursionlimit(10_000)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
STORIES = ("word/document.xml", "word/footnotes.xml")

# Nodes of the JSON that stand within a line; before and behind all others a word ends.
INLINES = {"text", "emphasis", "strong", "delete", "underline", "subscript", "superscript", "smallCaps", "small", "mark",
           "cite", "keyboard", "sample", "variable", "definedTerm", "abbreviation", "insertion", "span", "link",
           "inlineCode", "image", "footnoteReference", "ruby"}
PANDOC_INLINES = {"Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps", "Quoted"}
SIGNS = {W + "p": " ", W + "br": " ", W + "tab": " ", W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad",
         M + "oMath": " "}
NUMERALS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
            (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def words(text):
    return Counter(re.findall(r"[^\W_]+", text))


class Article:
    """The words that an article in JSON has to have in Word, and those that the writer may add."""

    def __init__(self, article):
        self.text, self.readings, self.extra = [], [], []
        self.metadata(article["metadata"])
        for node in (article["content"], *article.get("notes", ())):
            self.node(node)
        self.has, self.may_have = words("".join(self.text + self.readings)), words(" ".join(self.extra))

    def metadata(self, metadata):
        """The title block shows some of it; the title is nowhere else."""
        self.text += [metadata.get("headline", ""), " "]
        self.extra += strings(metadata)

    def node(self, node):
        kind = node.get("type")
        if kind in ("math", "inlineMath"):
            self.text.append(f" {formula(node)} ")
        elif kind == "image":
            self.image(node)
        elif kind == "rubyText":
            base, self.text = self.text, [" "]
            self.children(node)
            self.readings += self.text
            self.text = base
        else:
            if kind == "article":
                self.metadata(node["metadata"])
            if kind == "list" and node["ordered"]:
                self.extra += labels(node)
            edge = "" if kind in INLINES else " "
            self.text += [edge, node.get("value", "") if kind != "listItem" else ""]
            self.children(node)
            self.text.append(edge)

    def children(self, node):
        for child in node.get("children", ()):
            self.node(child)

    def image(self, node):
        """A picture that is not there is its text, or else what can be said instead."""
        instead = node.get("alt", "")
        if "asset" not in node and instead:
            self.text.append(f" {instead} ")
        self.extra += [instead, node.get("title", ""), "Image", unquote(node.get("url", ""))]


def strings(value):
    """All texts in a value of JSON."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for item in value for text in strings(item)] if isinstance(value, list) else []


def formula(node):
    """The tokens of a formula, each by itself, as Office Math has them."""
    if "mathml" not in node:
        return node.get("value") or node.get("alt", "")
    try:
        root = ElementTree.fromstring(node["mathml"])
    except ElementTree.ParseError:
        return node.get("value") or node.get("alt", "")
    return " ".join(token.text or "" for token in root.iter()
                    if token.tag.split("}")[-1] in ("mi", "mn", "mo", "ms", "mtext"))


def labels(node):
    """What stands before items that Word cannot count."""
    value, step = node.get("start", 1), -1 if node.get("reversed") else 1
    for item in node["children"]:
        value = item.get("value", value)
        yield from (str(value), letters(value), letters(value).upper(), roman(value), roman(value).upper())
        value += step


def letters(value):
    text = ""
    while value > 0:
        text = chr(ord("a") + (value - 1) % 26) + text
        value = (value - 1) // 26
    return text


def roman(value):
    text = ""
    if 1 <= value <= 3999:
        for number, numeral in NUMERALS:
            text += numeral * (value // number)
            value %= number
    return text


class WordFile:
    """The words of a Word file. `read` is without those that pandoc is known to pass over: formulas, which it makes TeX
    of, ruby, and terms that no definition follows, or one that is set in further. `may_have` is that which the metadata
    have in other words: the date."""

    def __init__(self, path):
        self.text, self.readings, self.read, self.dates = [], [], [], []
        with zipfile.ZipFile(path) as package:
            for story in STORIES:
                if story in package.namelist():
                    self.element(ElementTree.fromstring(package.read(story)), True)
        self.has, self.read = words("".join(self.text + self.readings)), words("".join(self.read))
        self.may_have = words(" ".join(self.dates))

    def element(self, element, is_read):
        if style_of(element) == "Date":
            self.dates.append("".join(text.text or "" for text in element.iter(W + "t")))
        if element.tag == W + "rt":
            self.readings += [" ", *(text.text or "" for text in element.iter(W + "t")), " "]
        elif element.tag == W + "t":
            self.add(element.text or "", is_read)
        elif element.tag == M + "t":
            self.add(f" {element.text or ''} ", False)
        elif element.tag == W + "fldSimple":  # the number of a note that is referred to once more
            self.add(" ", is_read)
        else:
            self.add(SIGNS.get(element.tag, ""), True)
            for child, following in zip(element, [*element[1:], None]):
                is_lost_term = style_of(child) == "DefinitionTerm" and not is_plain_definition(following)
                self.element(child, is_read and child.tag != W + "ruby" and not is_lost_term)
            self.add(" " if element.tag in (W + "p", M + "oMath") else "", True)

    def add(self, text, is_read):
        self.text.append(text)
        self.read += [text] if is_read else []


def is_plain_definition(element):
    return style_of(element) == "Definition" and element.find(f"{W}pPr/{W}ind") is None


def style_of(element):
    if element is None:
        return None
    style = element.find(f"{W}pPr/{W}pStyle") if element.tag == W + "p" else None
    return style.get(W + "val") if style is not None else None


def read_by_pandoc(path):
    """The words that pandoc finds in a Word file, those of the title block included."""
    tree = json.loads(subprocess.run(["pandoc", "--from", "docx", "--to", "json", str(path)], stdin=subprocess.DEVNULL,
                                     capture_output=True, check=True).stdout)
    text, notes = [], []
    pandoc_node([tree["meta"], tree["blocks"]], text, notes)
    return words("".join(text + notes))


def pandoc_node(node, text, notes):
    if isinstance(node, list):
        for item in node:
            pandoc_node(item, text, notes)
    elif isinstance(node, dict) and "t" in node:
        kind, content = node["t"], node.get("c")
        if kind == "Str":
            text.append(content)
        elif kind in ("Code", "CodeBlock"):
            text += [content[1]] if kind == "Code" else [" ", content[1], " "]
        elif kind in ("Link", "Span"):
            pandoc_node(content[1], text, notes)
        elif kind == "Note":
            pandoc_node(content, notes, notes)
        elif kind not in ("Image", "Math"):
            edge = "" if kind in PANDOC_INLINES else " "
            text.append(edge)
            pandoc_node(content, text, notes)
            text.append(edge)
        else:
            text.append(" " if kind == "Math" else "")
    elif isinstance(node, dict):
        pandoc_node(list(node.values()), text, notes)


def complaints(article, document):
    """What is lost or added, one line each; `article` is the JSON beside the Word file `document`."""
    wanted, written = Article(json.loads(article.read_text(encoding="utf-8"))), WordFile(document)
    reread = read_by_pandoc(document)
    for what, difference in (("lost", wanted.has - written.has),
                             ("added", written.has - wanted.has - wanted.may_have - written.may_have),
                             ("not read by pandoc", written.read - reread)):
        if difference:
            yield f"{document.name}: {sum(difference.values())} words {what}: {' '.join(list(difference)[:8])}"
