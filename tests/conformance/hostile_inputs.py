"""Documents that no author would write: each must become a valid e-book.

Their sizes can be multiplied by OFFPRINT_HOSTILE_SCALE: with 10, a paragraph of 20 MB, 50,000 headings, 100,000 notes.
"""
import os

SCALE = int(os.environ.get("OFFPRINT_HOSTILE_SCALE", "1"))


def page(body, title="<title>Tides</title>", attributes='lang="en"'):
    return f"<!DOCTYPE html><html {attributes}><head><meta charset=utf-8>{title}</head><body><article>{body}</article>"


def notes(count):
    references = "".join(f'<p>Word {i}<a id="r{i}" href="#n{i}">[{i}]</a>.</p>' for i in range(count))
    return page(references + "<ol>" + "".join(f'<li id="n{i}">Note {i} <a href="#r{i}">back</a></li>'
                                               for i in range(count)) + "</ol>")


SCRIPTS = ("введение", "שלום", "مقدمة", "日本語", "ไทย", "a:b", "1", "-", "é", "note-1", "id-1", "heading-1", "%41", "a b")

INPUTS = {
    "no-title.html": lambda: page("<p>Words without a title.</p>", title=""),
    "no-text.html": lambda: page(""),
    "empty.txt": lambda: "",
    "long-paragraph.html": lambda: page("<p>" + "The tide came in. " * (110_000 * SCALE)),
    "long-word.txt": lambda: "Title\n\n" + "x" * (2_000_000 * SCALE),
    "long-list.html": lambda: page("<ol start=7>" + "<li>The tide came in.</li>" * (20_000 * SCALE) + "</ol>"),
    "headings.html": lambda: page("".join(f"<h{i % 6 + 1}>Part {i}</h{i % 6 + 1}><p>Words.</p>"
                                          for i in range(5_000 * SCALE))),
    "notes.html": lambda: notes(10_000 * SCALE),
    "ids.html": lambda: page("".join(f'<h2 id="{name}">{name}</h2><p><a href="#{name}">here</a></p>' for name in SCRIPTS)),
    "missing-images.html": lambda: page('<p>Words.</p><img src="gone.png"><figure><img alt="A" src="data:image/png;base64,AA=="'
                                        '><figcaption>B</figcaption></figure>'),
    "links.html": lambda: page("<p>" + " ".join(f'<a href="{url}">x</a>' for url in (
        "#nowhere", "gone.html", "http://", "javascript:x", "http://[x", "mailto:", "https://a..b/", "//", "?", "http://ü/ä b"))),
    "language.html": lambda: page('<p lang="klingon!">Words.</p>', attributes='lang="no language"'),
    "title.html": lambda: page("<p>Words.</p>", title="<title>&lt;&amp;\"]]&gt;" + "long " * 2000 + "</title>"),
    "control-characters.html": lambda: page("<p>a\x01b\x0cc\x7fd\ufffee\u0085f\u2028g</p><p id='\x02'>h</p>"),
}


def hostile_inputs(folder):
    """Pairs of an output's name and an input."""
    folder.mkdir(parents=True)
    for name, make in INPUTS.items():
        source = folder / name
        source.write_text(make(), encoding="utf-8")
        yield f"hostile-{source.stem}", source
