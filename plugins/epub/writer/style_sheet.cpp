#include "writer/style_sheet.hpp"

namespace offprint::epub {

const std::string_view style_sheet = R"css(body {
  margin: 0 0.5em;
  line-height: 1.4;
  hyphens: auto;
  -webkit-hyphens: auto;
  -epub-hyphens: auto;
}

h1, h2, h3, h4, h5, h6 {
  margin: 1.6em 0 0.6em;
  line-height: 1.2;
  hyphens: none;
  -webkit-hyphens: none;
  -epub-hyphens: none;
  page-break-after: avoid;
  break-after: avoid;
}
h1 { font-size: 1.6em; }
h2 { font-size: 1.35em; }
h3 { font-size: 1.15em; }
h4, h5, h6 { font-size: 1em; }

p { margin: 0 0 0.8em; }
li > p:last-child, td > p:last-child, th > p:last-child, dd > p:last-child, blockquote > p:last-child {
  margin-bottom: 0;
}

ul, ol { margin: 0 0 0.8em; padding: 0 0 0 1.6em; }
li > ul, li > ol { margin-bottom: 0; }
ul.loose > li, ol.loose > li { margin-bottom: 0.6em; }
li.task { list-style-type: none; }

dl { margin: 0 0 0.8em; }
dt { font-weight: bold; page-break-after: avoid; break-after: avoid; }
dd { margin: 0 0 0.6em 1.6em; }

blockquote { margin: 1em 1.6em; }
p.attribution { margin-top: 0.4em; font-style: italic; }

hr { width: 30%; margin: 1.6em auto; border: 0; border-top: 1px solid; }

img { max-width: 100%; height: auto; }
figure { margin: 1.2em 0; text-align: center; page-break-inside: avoid; break-inside: avoid; }
figure pre, figure table, figure blockquote, figure ul, figure ol { text-align: initial; }
figcaption, caption, .caption { margin: 0.4em 0; font-size: 0.85em; font-style: italic; text-align: center; }
.missing-image { font-style: italic; }

code, kbd, samp, pre { font-family: monospace; font-size: 0.9em; hyphens: none; -webkit-hyphens: none; }
pre { margin: 0 0 0.8em; line-height: 1.3; text-align: left; white-space: pre-wrap; overflow-wrap: break-word; word-wrap: break-word; }
pre code { font-size: 1em; }

table { width: 100%; margin: 1em 0; border-collapse: collapse; font-size: 0.9em; line-height: 1.25; }
th, td { padding: 0.3em 0.5em; border-bottom: 1px solid; vertical-align: top; text-align: inherit; }
thead th, thead td { border-bottom-width: 2px; vertical-align: bottom; }
tfoot th, tfoot td { border-top: 2px solid; }
th { font-weight: bold; hyphens: none; -webkit-hyphens: none; }
th.left, td.left { text-align: left; }
th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; }

aside { margin: 1em 0; padding: 0.2em 0.8em; border-top: 1px solid; border-bottom: 1px solid; font-size: 0.95em; }
.verse { margin: 1em 1.6em; hyphens: none; -webkit-hyphens: none; }
.byline { font-style: italic; }

sub, sup { font-size: 0.75em; line-height: 0; }
small { font-size: 0.85em; }
.small-caps { font-variant: small-caps; }
.display-math { display: block; margin: 0.8em 0; text-align: center; }

.notes { margin-top: 2em; font-size: 0.85em; }
.notes hr { margin-left: 0; margin-right: 0; }
.note p { margin-bottom: 0.4em; }

.cover { text-align: center; page-break-after: always; break-after: page; }
.cover img { max-height: 95vh; }

.title-page { margin-top: 3em; }
.title-page, .article-title { text-align: center; }
.title-page h1 { font-size: 1.9em; }
.article-title { margin-bottom: 2em; }
p.subtitle { font-size: 1.15em; font-style: italic; }
p.date, p.publisher, p.source { margin-bottom: 0.3em; font-size: 0.85em; }
p.source { overflow-wrap: break-word; word-wrap: break-word; hyphens: none; -webkit-hyphens: none; }

nav ol { list-style-type: none; padding-left: 1em; }
)css";

}  // namespace offprint::epub
