"""Articles of any tool as plain text of one look, so that a judge sees what was kept and not who kept it."""
import re
from html.parser import HTMLParser

BLOCKS = {"address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1",
          "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul"}
MARKS = {**{f"h{level}": "#" * level + " " for level in range(1, 7)}, "li": "- ", "figcaption": "[caption] ",
         "blockquote": "[quote] ", "pre": "[code]\n", "dt": "[term] ", "td": "| ", "th": "| "}
CELLS = {"td", "th"}
UNSEEN = {"script", "style", "template", "noscript"}


class Renderer(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.marks = ""  # of the blocks that have begun, for their first words
        self.unseen = self.preformatted = self.cells = 0

    def handle_starttag(self, tag, attributes):
        self.count(tag, 1)
        self.break_at(tag)
        self.marks += MARKS.get(tag, "")
        if tag == "br":
            self.parts.append("\n")
        elif tag == "hr":
            self.parts.append("----\n\n")
        elif tag == "img":
            self.show(f"[image: {dict(attributes).get('alt') or ''}]")

    def handle_endtag(self, tag):
        self.count(tag, -1)
        self.break_at(tag)
        if tag in MARKS:
            self.marks = ""

    def handle_data(self, data):
        if not self.unseen:
            self.show(data if self.preformatted else re.sub(r"\s+", " ", data))

    def count(self, tag, step):
        self.unseen += step * (tag in UNSEEN)
        self.preformatted += step * (tag == "pre")
        self.cells += step * (tag in CELLS)

    def break_at(self, tag):
        if tag in BLOCKS:
            self.parts.append(" " if self.cells else "\n\n")

    def show(self, text):
        if text.strip():
            text, self.marks = self.marks + text, ""
        self.parts.append(text)


def render(article):
    """`article` as the scorer's adaptors give it: "html" beside title and authors."""
    renderer = Renderer()
    renderer.feed(article.get("html") or "")
    renderer.close()
    body = re.sub(r"[ \t]*\n[ \t]*\n\s*", "\n\n", "".join(renderer.parts)).strip()
    authors = article.get("byline") or ", ".join(article.get("authors") or [])
    return f"Title: {article.get('title') or ''}\nAuthors: {' '.join(authors.split())}\n\n{body}\n"
