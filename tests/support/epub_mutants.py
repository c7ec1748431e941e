"""A small sound book, and many that are wrong in one way each.

usage: epub_mutants.py FOLDER

Writes sound.epub and one file for each mutant. What is wrong with each, EPUBCheck says
(tests/conformance/checker_test.py).
"""
import struct
import sys
import zipfile
import zlib
from pathlib import Path

OPF = "EPUB/package.opf"
NAV = "EPUB/nav.xhtml"
NCX = "EPUB/toc.ncx"
ONE = "EPUB/one.xhtml"
TWO = "EPUB/two.xhtml"
CSS = "EPUB/style.css"
PNG = "EPUB/picture.png"
SVG = "EPUB/drawing.svg"
CONTAINER = "META-INF/container.xml"
SPINE = '<spine toc="ncx">\n<itemref idref="one"/>\n<itemref idref="two"/>\n</spine>\n'


def png_chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png():
    header = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) +
            png_chunk(b"IDAT", zlib.compress(b"\0\0\xff\0\xff\0")) + png_chunk(b"IEND", b""))


def page(title, body):
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
{body}
</body>
</html>
"""


def sound_book():
    """The files of a book without a fault, in the order of the archive."""
    return {
        "mimetype": "application/epub+zip",
        CONTAINER: """<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
""",
        OPF: """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="uid">urn:uuid:5a2f1d0e-6a35-4b0c-9a7e-3f2f5f0d9c11</dc:identifier>
<dc:title id="title">The ferry timetable</dc:title>
<dc:language>en</dc:language>
<dc:creator id="creator">Mara Lind</dc:creator>
<meta refines="#creator" property="role" scheme="marc:relators">aut</meta>
<meta refines="#creator" property="file-as">Lind, Mara</meta>
<dc:date>2024-05-01</dc:date>
<meta property="dcterms:modified">2024-05-02T10:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="two.xhtml" media-type="application/xhtml+xml" properties="mathml"/>
<item id="css" href="style.css" media-type="text/css"/>
<item id="picture" href="picture.png" media-type="image/png" properties="cover-image"/>
<item id="drawing" href="drawing.svg" media-type="image/svg+xml"/>
</manifest>
<spine toc="ncx">
<itemref idref="one"/>
<itemref idref="two"/>
</spine>
<guide><reference type="text" title="Begin" href="one.xhtml"/></guide>
</package>
""",
        NAV: page("Contents", """<nav epub:type="toc" id="toc"><h1>Contents</h1><ol>
<li><a href="one.xhtml#winter">Winter</a></li>
<li><a href="two.xhtml">Summer</a><ol><li><a href="two.xhtml#fares">Fares</a></li></ol></li>
</ol></nav>
<nav epub:type="landmarks" hidden="hidden"><ol>
<li><a epub:type="bodymatter" href="one.xhtml">Begin</a></li>
</ol></nav>"""),
        NCX: """<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="en">
<head><meta name="dtb:uid" content="urn:uuid:5a2f1d0e-6a35-4b0c-9a7e-3f2f5f0d9c11"/></head>
<docTitle><text>The ferry timetable</text></docTitle>
<navMap>
<navPoint id="p1" playOrder="1"><navLabel><text>Winter</text></navLabel><content src="one.xhtml#winter"/></navPoint>
<navPoint id="p2" playOrder="2"><navLabel><text>Summer</text></navLabel><content src="two.xhtml"/></navPoint>
</navMap>
</ncx>
""",
        ONE: page("Winter", """<section epub:type="chapter" id="winter"><h1>Winter</h1>
<p id="p">No boat runs on Sundays<a href="two.xhtml#fares">, see the fares</a>.</p>
<ul><li>North quay</li><li>South quay</li></ul>
<p><img src="picture.png" alt="The quay"/><img src="drawing.svg" alt="A plan"/></p></section>"""),
        TWO: page("Summer", """<h1>Summer</h1>
<table id="fares"><caption>Fares</caption><thead><tr><th scope="col">From</th><th scope="col">To</th></tr></thead>
<tbody><tr><td colspan="2">All crossings</td></tr></tbody></table>
<p>A crossing costs <math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x"><mi>x</mi></math>, for
<em>everybody</em>.</p><dl><dt>Quay</dt><dd>A landing place</dd></dl>
<dl><div><dt>Ebb</dt><dd>The tide that goes out</dd></div></dl>"""),
        CSS: "body { margin: 0 }\np { text-indent: 1em }\n",
        PNG: png(),
        SVG: """<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect id="r" width="10" height="10"/></svg>
""",
    }


def write_archive(path, files, first="mimetype", extra=b"", compress_first=False, twice=None):
    """An archive of the files; what else can be wrong with one is an argument."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files, key=lambda name: name != first):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            if name == "mimetype":
                entry.extra = extra
            stored = name == "mimetype" and not compress_first
            archive.writestr(entry, files[name], zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
        if twice:
            archive.writestr(zipfile.ZipInfo(twice, (1980, 1, 1, 0, 0, 0)), files[twice])


def replace(path, old, new):
    def change(files):
        if old not in files[path]:
            raise ValueError(f"{path} has no {old!r}")
        files[path] = files[path].replace(old, new, 1)
    return change


def put(path, content):
    return lambda files: files.__setitem__(path, content)


def remove(path):
    return lambda files: files.pop(path)


def manifest(item):
    return replace(OPF, "</manifest>", item + "\n</manifest>")


def body(markup):
    """Markup at the end of a chapter."""
    return replace(ONE, "</body>", markup + "</body>")


def meta(markup):
    return replace(OPF, "</metadata>", markup + "\n</metadata>")


MUTANTS = {
    # The container.
    "mimetype-missing": [remove("mimetype")],
    "mimetype-wrong": [put("mimetype", "application/zip")],
    "mimetype-newline": [put("mimetype", "application/epub+zip\n")],
    "container-missing": [remove(CONTAINER)],
    "container-broken": [replace(CONTAINER, "</rootfiles>", "")],
    "container-without-rootfile": [replace(CONTAINER, "application/oebps-package+xml", "text/xml")],
    "container-without-path": [replace(CONTAINER, 'full-path="EPUB/package.opf" ', "")],
    "container-empty-path": [replace(CONTAINER, "EPUB/package.opf", "")],
    "container-version": [replace(CONTAINER, 'version="1.0">', 'version="2.0">')],
    "package-missing": [remove(OPF)],
    "name-forbidden-character": [put("EPUB/a:b.txt", "x")],
    "name-trailing-dot": [put("EPUB/text.", "x")],
    "name-space": [put("EPUB/a b.txt", "x")],
    "folder-empty": [put("EPUB/nothing/", "")],
    "name-case": [put("EPUB/ONE.xhtml", "x")],
    "resource-in-meta-inf": [put("META-INF/extra.css", "p { margin: 0 }"),
                             manifest('<item id="extra" href="../META-INF/extra.css" media-type="text/css"/>')],
    # The package document.
    "opf-broken": [replace(OPF, "</spine>", "")],
    "opf-namespace": [replace(OPF, "http://www.idpf.org/2007/opf", "http://example.org/opf")],
    "opf-no-version": [replace(OPF, ' version="3.0"', "")],
    "opf-no-uid-attribute": [replace(OPF, ' unique-identifier="uid"', "")],
    "opf-uid-unknown": [replace(OPF, 'unique-identifier="uid"', 'unique-identifier="other"')],
    "opf-no-title": [replace(OPF, '<dc:title id="title">The ferry timetable</dc:title>', "")],
    "opf-empty-title": [replace(OPF, ">The ferry timetable<", "> <")],
    "opf-no-identifier": [replace(OPF, "dc:identifier", "dc:source"), replace(OPF, "/dc:identifier", "/dc:source")],
    "opf-no-language": [replace(OPF, "<dc:language>en</dc:language>", "")],
    "opf-language": [replace(OPF, "<dc:language>en<", "<dc:language>english_uk<")],
    "opf-xml-lang": [replace(OPF, 'xml:lang="en"', 'xml:lang="x"')],
    "opf-no-modified": [replace(OPF, '<meta property="dcterms:modified">2024-05-02T10:00:00Z</meta>', "")],
    "opf-two-modified": [meta('<meta property="dcterms:modified">2024-05-02T10:00:00Z</meta>')],
    "opf-modified-syntax": [replace(OPF, "2024-05-02T10:00:00Z", "2024-05-02")],
    "opf-date": [replace(OPF, "2024-05-01", "first of May")],
    "opf-two-dates": [meta("<dc:date>2024-01-01</dc:date>")],
    "opf-unknown-dc": [meta("<dc:colour>red</dc:colour>")],
    "opf-foreign-metadata": [meta("<note>red</note>")],
    "opf-unknown-property": [meta('<meta property="colour">red</meta>')],
    "opf-unknown-prefix": [meta('<meta property="paint:colour">red</meta>')],
    "opf-meta-empty": [meta('<meta property="dcterms:subject"></meta>')],
    "opf-meta-bare": [meta("<meta>red</meta>")],
    "opf-refines-unknown": [replace(OPF, 'refines="#creator" property="role"', 'refines="#nobody" property="role"')],
    "opf-refines-wrong": [replace(OPF, 'refines="#creator" property="role"', 'refines="#title" property="role"')],
    "opf-file-as-twice": [meta('<meta refines="#creator" property="file-as">Lind</meta>')],
    "opf-uuid": [replace(OPF, "urn:uuid:5a2f1d0e-6a35", "urn:uuid:5a2f"),
                 replace(NCX, "urn:uuid:5a2f1d0e-6a35", "urn:uuid:5a2f")],
    "opf-link-missing": [meta('<link rel="record" href="record.xml" media-type="application/xml"/>')],
    "opf-link-without-type": [put("EPUB/record.xml", "<r/>"), meta('<link rel="record" href="record.xml"/>')],
    "opf-id-twice": [replace(OPF, 'id="title"', 'id="creator"')],
    "opf-order": [replace(OPF, SPINE, ""),
                  replace(OPF, "<manifest>", "<spine toc=\"ncx\"><itemref idref=\"one\"/></spine>\n<manifest>")],
    "opf-no-spine": [replace(OPF, SPINE, "")],
    "opf-unknown-element": [replace(OPF, "<guide>", "<tour/><guide>")],
    "item-missing-file": [remove(PNG)],
    "item-without-type": [replace(OPF, ' media-type="text/css"', "")],
    "item-without-id": [replace(OPF, 'id="drawing" ', "")],
    "item-without-href": [replace(OPF, 'href="drawing.svg" ', "")],
    "item-fragment": [replace(OPF, 'href="one.xhtml" media', 'href="one.xhtml#winter" media')],
    "item-twice": [manifest('<item id="again" href="one.xhtml" media-type="application/xhtml+xml"/>')],
    "item-id-twice": [replace(OPF, 'id="css"', 'id="one"')],
    "item-leads-out": [manifest('<item id="out" href="../../out.css" media-type="text/css"/>')],
    "item-file-url": [manifest('<item id="out" href="file:///etc/hosts" media-type="text/plain"/>')],
    "item-package": [manifest('<item id="self" href="package.opf" media-type="application/oebps-package+xml"/>')],
    "item-unknown-property": [replace(OPF, 'properties="cover-image"', 'properties="cover"')],
    "item-property-of-other-type": [replace(OPF, 'href="style.css" ', 'href="style.css" properties="cover-image" '),
                                    replace(OPF, ' properties="cover-image"/>', "/>")],
    "item-fallback-unknown": [replace(OPF, 'id="picture" ', 'id="picture" fallback="nothing" ')],
    "item-fallback-circle": [replace(OPF, 'id="picture" ', 'id="picture" fallback="drawing" '),
                             replace(OPF, 'id="drawing" ', 'id="drawing" fallback="picture" ')],
    "item-html-type": [replace(OPF, 'href="one.xhtml" media-type="application/xhtml+xml"',
                               'href="one.xhtml" media-type="text/html"')],
    "two-covers": [replace(OPF, 'href="drawing.svg" ', 'href="drawing.svg" properties="cover-image" ')],
    "no-nav": [replace(OPF, ' properties="nav"', "")],
    "two-navs": [replace(OPF, 'media-type="application/xhtml+xml" properties="mathml"',
                         'media-type="application/xhtml+xml" properties="mathml nav"')],
    "ncx-not-named": [replace(OPF, ' toc="ncx"', "")],
    "ncx-named-wrong": [replace(OPF, ' toc="ncx"', ' toc="css"')],
    "spine-unknown": [replace(OPF, 'idref="two"', 'idref="three"')],
    "spine-twice": [replace(OPF, 'idref="two"', 'idref="one"')],
    "spine-empty": [replace(OPF, '<itemref idref="one"/>\n<itemref idref="two"/>\n', "")],
    "spine-picture": [replace(OPF, "</spine>", '<itemref idref="picture"/></spine>')],
    "spine-linear": [replace(OPF, 'idref="two"', 'idref="two" linear="maybe"')],
    "spine-not-linear": [replace(OPF, 'idref="one"', 'idref="one" linear="no"'),
                         replace(OPF, 'idref="two"', 'idref="two" linear="no"')],
    "spine-unreachable": [put("EPUB/three.xhtml", page("Three", "<p>Three</p>")),
                          manifest('<item id="three" href="three.xhtml" media-type="application/xhtml+xml"/>'),
                          replace(OPF, "</spine>", '<itemref idref="three" linear="no"/></spine>')],
    "spine-direction": [replace(OPF, '<spine toc="ncx"', '<spine toc="ncx" page-progression-direction="down"')],
    "guide-unknown": [replace(OPF, '<reference type="text" title="Begin" href="one.xhtml"/>',
                              '<reference type="text" title="Begin" href="none.xhtml"/>')],
    "guide-without-type": [replace(OPF, '<reference type="text" ', "<reference ")],
    # Content documents.
    "xml-broken": [replace(ONE, "</ul>", "")],
    "xml-entity": [replace(ONE, "Sundays", "Sundays&nbsp;")],
    "xml-ampersand": [replace(ONE, "Sundays", "Sundays & holidays")],
    "xml-control-character": [replace(ONE, "Sundays", "Sundays\x08")],
    "xml-attribute-twice": [replace(ONE, 'id="p"', 'id="p" id="q"')],
    "xml-prefix-unbound": [body("<q:p/>")],
    "xml-external-entity": [replace(ONE, "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY e SYSTEM "e.txt">]>')],
    "xml-encoding": [replace(ONE, 'encoding="utf-8"', 'encoding="iso-8859-1"')],
    "xml-version": [replace(ONE, 'version="1.0"', 'version="1.1"')],
    "xml-empty": [put(ONE, "")],
    "doctype-public": [replace(ONE, "<!DOCTYPE html>", '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" '
                               '"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">')],
    "html-namespace": [replace(ONE, 'xmlns="http://www.w3.org/1999/xhtml" ', "")],
    "html-no-head": [replace(ONE, "<head><title>Winter</title>", ""), replace(ONE, "</head>", "")],
    "html-no-title": [replace(ONE, "<title>Winter</title>", "")],
    "html-empty-title": [replace(ONE, "<title>Winter</title>", "<title/>")],
    "html-two-bodies": [replace(ONE, "</html>", "<body/></html>")],
    "html-unknown-element": [body("<blink>No</blink>")],
    "html-obsolete-element": [body("<center>No</center>")],
    "html-block-in-paragraph": [body("<p><div>No</div></p>")],
    "html-paragraph-in-heading": [body("<h2><p>No</p></h2>")],
    "html-block-in-transparent": [body('<p><a href="#p"><div>No</div></a></p>')],
    "html-text-in-list": [body("<ul>No</ul>")],
    "html-paragraph-in-list": [body("<ol><p>No</p></ol>")],
    "html-item-outside": [body("<div><li>No</li></div>")],
    "html-row-outside": [body("<div><tr><td>No</td></tr></div>")],
    "html-cell-in-table": [body("<table><td>No</td></table>")],
    "html-caption-late": [body("<table><tr><td>No</td></tr><caption>Late</caption></table>")],
    "html-foot-first": [body("<table><tfoot><tr><td>No</td></tr></tfoot><tbody><tr><td>No</td></tr></tbody></table>")],
    "html-dd-first": [body("<dl><dd>No</dd></dl>")],
    "html-dt-last": [body("<dl><dt>No</dt></dl>")],
    "html-two-captions": [body("<figure><p>A</p><figcaption>A</figcaption><figcaption>B</figcaption></figure>")],
    "html-link-in-link": [body('<p><a href="#p">A <em><a href="#p">B</a></em></a></p>')],
    "html-content-in-empty": [body("<br>No</br>")],
    "html-attribute-obsolete": [body('<p align="center">No</p>')],
    "html-attribute-elsewhere": [body('<p href="#p">No</p>')],
    "html-attribute-value": [body("<table><tr><td colspan=\"two\">No</td></tr></table>")],
    "html-dir": [body('<p dir="up">No</p>')],
    "html-start": [body('<ol start="first"><li>No</li></ol>')],
    "html-scope": [body("<table><tr><th scope=\"all\">No</th></tr></table>")],
    "html-language": [replace(ONE, 'lang="en" xml:lang="en"', 'lang="e" xml:lang="e"')],
    "html-languages-differ": [replace(ONE, 'lang="en" xml:lang="en"', 'lang="en" xml:lang="de"')],
    "html-no-src": [replace(ONE, 'src="picture.png" ', "")],
    "html-empty-src": [replace(ONE, 'src="picture.png"', 'src=""')],
    "html-style-in-body": [body("<style>p { margin: 0 }</style>")],
    "html-role": [body('<p role="nonsense">No</p>')],
    "id-twice": [replace(ONE, 'id="p"', 'id="winter"')],
    "id-digit": [replace(ONE, 'id="p"', 'id="1"')],
    "id-colon": [replace(ONE, 'id="p"', 'id="a:b"')],
    "id-space": [replace(ONE, 'id="p"', 'id="a b"')],
    "id-empty": [replace(ONE, 'id="p"', 'id=""')],
    "epub-type-unknown": [replace(ONE, 'epub:type="chapter"', 'epub:type="strange"')],
    # References.
    "link-missing-file": [replace(ONE, "two.xhtml#fares", "three.xhtml")],
    "link-missing-fragment": [replace(ONE, "two.xhtml#fares", "two.xhtml#tolls")],
    "link-missing-own-fragment": [replace(ONE, "two.xhtml#fares", "#nothing")],
    "link-not-in-manifest": [put("EPUB/three.xhtml", page("Three", "<p>Three</p>")),
                             replace(ONE, "two.xhtml#fares", "three.xhtml")],
    "link-not-in-spine": [put("EPUB/three.xhtml", page("Three", "<p>Three</p>")),
                          manifest('<item id="three" href="three.xhtml" media-type="application/xhtml+xml"/>'),
                          replace(ONE, "two.xhtml#fares", "three.xhtml")],
    "link-to-picture": [replace(ONE, "two.xhtml#fares", "picture.png")],
    "link-leads-out": [replace(ONE, "two.xhtml#fares", "../../two.xhtml")],
    "link-query": [replace(ONE, "two.xhtml#fares", "two.xhtml?a=b")],
    "link-file-url": [replace(ONE, "two.xhtml#fares", "file:///etc/hosts")],
    "link-data-url": [replace(ONE, "two.xhtml#fares", "data:text/plain,no")],
    "link-bad-url": [replace(ONE, "two.xhtml#fares", "http://")],
    "link-space": [replace(ONE, "two.xhtml#fares", "two one.xhtml")],
    "link-unknown-scheme": [replace(ONE, "two.xhtml#fares", "ferry:two")],
    "picture-missing": [replace(ONE, "picture.png", "photo.png")],
    "picture-remote": [replace(ONE, "picture.png", "https://example.org/picture.png")],
    "picture-not-in-manifest": [put("EPUB/photo.png", png()), replace(ONE, "picture.png", "photo.png")],
    "picture-foreign": [put("EPUB/photo.bmp", b"BM" + bytes(60)), replace(ONE, "picture.png", "photo.bmp"),
                        manifest('<item id="photo" href="photo.bmp" media-type="image/bmp"/>')],
    "picture-fragment": [replace(ONE, "picture.png", "picture.png#part")],
    "style-missing": [replace(ONE, "style.css", "other.css")],
    "style-remote": [replace(ONE, "style.css", "https://example.org/style.css")],
    "style-fragment": [replace(ONE, "style.css", "style.css#part")],
    "audio-remote-undeclared": [body('<audio src="https://example.org/a.mp3" controls="controls"/>')],
    "script-undeclared": [body("<script>1</script>")],
    "handler-undeclared": [replace(ONE, 'id="p"', 'id="p" onclick="go()"')],
    "svg-undeclared": [body('<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>')],
    "mathml-undeclared": [replace(OPF, ' properties="mathml"', "")],
    "mathml-not-there": [replace(OPF, 'href="one.xhtml" ', 'href="one.xhtml" properties="mathml" ')],
    "scripted-not-there": [replace(OPF, 'href="one.xhtml" ', 'href="one.xhtml" properties="scripted" ')],
    "svg-not-there": [replace(OPF, 'href="one.xhtml" ', 'href="one.xhtml" properties="svg" ')],
    "remote-not-there": [replace(OPF, 'href="one.xhtml" ', 'href="one.xhtml" properties="remote-resources" ')],
    # Pictures.
    "png-is-jpeg": [replace(OPF, "image/png", "image/jpeg")],
    "png-is-text": [put(PNG, "This is no picture.")],
    "png-empty": [put(PNG, b"")],
    "png-cut": [put(PNG, png()[:20])],
    "png-extension": [remove(PNG), put("EPUB/picture.jpg", png()), replace(OPF, "picture.png", "picture.jpg"),
                      replace(ONE, "picture.png", "picture.jpg")],
    "svg-broken": [put(SVG, "<svg")],
    "svg-no-namespace": [replace(SVG, ' xmlns="http://www.w3.org/2000/svg"', "")],
    # Style sheets.
    "css-missing-url": [put(CSS, "p { background: url(photo.png) }")],
    "css-missing-import": [put(CSS, '@import "other.css";')],
    "css-remote-import": [put(CSS, '@import "https://example.org/other.css";')],
    "css-remote-picture": [put(CSS, "p { background: url('https://example.org/a.png') }")],
    "css-direction": [put(CSS, "p { direction: rtl }")],
    "css-unclosed": [put(CSS, "p { margin: 0 ")],
    "css-stray-brace": [put(CSS, "p { margin: 0 } }")],
    "css-in-page": [replace(ONE, "</head>", "<style>p { direction: rtl }</style></head>")],
    # Navigation.
    "nav-no-toc": [replace(NAV, 'epub:type="toc"', 'epub:type="lot"')],
    "nav-two-tocs": [replace(NAV, 'epub:type="landmarks"', 'epub:type="toc"')],
    "nav-empty-label": [replace(NAV, ">Winter<", "> <")],
    "nav-empty-list": [replace(NAV, '<ol><li><a href="two.xhtml#fares">Fares</a></li></ol>', "<ol/>")],
    "nav-item-text": [replace(NAV, "<li><a href=\"two.xhtml#fares\">Fares</a></li>", "<li>Fares</li>")],
    "nav-span-alone": [replace(NAV, "<a href=\"two.xhtml#fares\">Fares</a>", "<span>Fares</span>")],
    "nav-paragraph": [replace(NAV, "<h1>Contents</h1>", "<h1>Contents</h1><p>No</p>")],
    "nav-no-list": [replace(NAV, '<ol>\n<li><a epub:type="bodymatter" href="one.xhtml">Begin</a></li>\n</ol>', "")],
    "nav-unordered": [replace(NAV, '<ol><li><a href="two.xhtml#fares">Fares</a></li></ol>',
                              '<ul><li><a href="two.xhtml#fares">Fares</a></li></ul>')],
    "nav-order": [replace(NAV, "one.xhtml#winter", "two.xhtml#fares")],
    "nav-remote": [replace(NAV, "one.xhtml#winter", "https://example.org/")],
    "nav-dangling": [replace(NAV, "one.xhtml#winter", "one.xhtml#spring")],
    "nav-missing-file": [replace(NAV, "one.xhtml#winter", "spring.xhtml")],
    "nav-landmark-without-type": [replace(NAV, '<a epub:type="bodymatter" ', "<a ")],
    "nav-landmark-twice": [replace(NAV, '<li><a epub:type="bodymatter" href="one.xhtml">Begin</a></li>',
                                   '<li><a epub:type="bodymatter" href="one.xhtml">Begin</a></li>' * 2)],
    "nav-without-heading": [replace(NAV, 'epub:type="landmarks"', 'epub:type="lot"')],
    "nav-broken": [replace(NAV, "</nav>", "")],
    "ncx-uid": [replace(NCX, "3f2f5f0d9c11", "3f2f5f0d9c12")],
    "ncx-dangling": [replace(NCX, "one.xhtml#winter", "one.xhtml#spring")],
    "ncx-missing-file": [replace(NCX, "one.xhtml#winter", "spring.xhtml")],
    "ncx-no-map": [replace(NCX, "<navMap>", "<navList>"), replace(NCX, "</navMap>", "</navList>")],
    "ncx-no-label": [replace(NCX, "<navLabel><text>Winter</text></navLabel>", "")],
    "ncx-no-content": [replace(NCX, '<content src="two.xhtml"/>', "")],
    "ncx-id-twice": [replace(NCX, 'id="p2"', 'id="p1"')],
    "ncx-no-title": [replace(NCX, "<docTitle><text>The ferry timetable</text></docTitle>", "")],
    "ncx-broken": [replace(NCX, "</navMap>", "")],
}

ARCHIVES = {
    "mimetype-second": {"first": CONTAINER},
    "mimetype-extra-field": {"extra": struct.pack("<HHI", 0x7777, 4, 0)},
    "mimetype-compressed": {"compress_first": True},
    "entry-twice": {"twice": ONE},
}


def write_all(folder):
    """Writes the sound book and all mutants; gives the paths."""
    write_archive(folder / "sound.epub", sound_book())
    for name, changes in MUTANTS.items():
        files = sound_book()
        for change in changes:
            change(files)
        write_archive(folder / f"{name}.epub", files)
    for name, arguments in ARCHIVES.items():
        write_archive(folder / f"{name}.epub", sound_book(), **arguments)
    sound = (folder / "sound.epub").read_bytes()
    (folder / "cut-off.epub").write_bytes(sound[:len(sound) // 2])
    (folder / "no-archive.epub").write_bytes(b"This is no archive.")
    return sorted(folder.glob("*.epub"))


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    print(len(write_all(Path(sys.argv[1]))), "files")
