#include "html/writing/style_sheet.hpp"

namespace offprint::html {

const std::string_view style_sheet = R"css(body {
  margin: 0 0.5em;
  line-height: 1.4;
  overflow-wrap: break-word;
  word-wrap: break-word;
  hyphens: auto;
  -webkit-hyphens: auto;
  -epub-hyphens: auto;
}
.upright { line-height: 1.65; }

h1, h2, h3, h4, h5, h6 {
  margin: 1.5em 0 0.5em;
  line-height: 1.2;
  hyphens: none;
  -webkit-hyphens: none;
  -epub-hyphens: none;
  page-break-after: avoid;
  break-after: avoid;
}
h1 { font-size: 1.6em; }
h2 { font-size: 1.3em; }
h3 { font-size: 1.1em; }
h4, h5, h6 { font-size: 1em; }
h5, h6 { font-weight: normal; font-style: italic; }

p { margin: 0 0 0.7em; }
li > p:last-child, td > p:last-child, th > p:last-child, dd > p:last-child, blockquote > p:last-child, aside > p:last-child {
  margin-bottom: 0;
}

ul, ol { margin: 0 0 0.7em; padding: 0 0 0 1.7em; }
li > ul, li > ol { margin-bottom: 0; }
ul.loose > li, ol.loose > li { margin-bottom: 0.5em; }
li.task, li.continued { list-style-type: none; }

dl { margin: 0 0 0.7em; }
dt { font-weight: bold; page-break-after: avoid; break-after: avoid; }
dd { margin: 0 0 0.5em 1.7em; }

blockquote { margin: 1em 1.7em; }
p.attribution { margin-top: 0.4em; font-size: 0.9em; }

hr { width: 20%; margin: 1.5em auto; border: 0; border-top: 1px solid; }

img { max-width: 100%; height: auto; }
figure { margin: 1.2em 0; text-align: center; page-break-inside: avoid; break-inside: avoid; }
figure pre, figure table, figure blockquote, figure ul, figure ol { text-align: initial; }
figcaption, caption, .caption { margin: 0.4em 0; font-size: 0.85em; line-height: 1.3; text-align: center; }
.missing-image { font-style: italic; }

code, kbd, samp, pre { font-family: monospace, monospace; font-size: 0.85em; hyphens: none; -webkit-hyphens: none; -epub-hyphens: none; }
pre {
  margin: 0 0 0.9em;
  padding: 0.1em 0 0.1em 0.8em;
  border-left: 2px solid;
  line-height: 1.35;
  text-align: left;
  white-space: pre-wrap;
  tab-size: 4;
}
pre code { font-size: 1em; }

table { width: 100%; margin: 1em 0; border-collapse: collapse; font-size: 0.9em; line-height: 1.25; }
th, td { padding: 0.3em 0.5em; border-bottom: 1px solid; vertical-align: top; text-align: inherit; }
thead th, thead td { border-bottom-width: 2px; vertical-align: bottom; }
tfoot th, tfoot td { border-top: 2px solid; }
th { font-weight: bold; hyphens: none; -webkit-hyphens: none; -epub-hyphens: none; }
th.left, td.left { text-align: left; }
th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; }
table.wide { font-size: 0.8em; }
table.widest { font-size: 0.7em; overflow-wrap: anywhere; }
.wide caption, .widest caption { font-size: 1em; }
.wide th, .wide td { padding: 0.25em 0.35em; }
.widest th, .widest td { padding: 0.2em 0.25em; }
.wide th, .widest th { hyphens: auto; -webkit-hyphens: auto; -epub-hyphens: auto; }

aside { margin: 1.2em 0; padding: 0.7em 0.8em; border-top: 1px solid; border-bottom: 1px solid; font-size: 0.95em; }
.verse { margin: 1em 1.7em; hyphens: none; -webkit-hyphens: none; -epub-hyphens: none; }
div.byline { margin: 1.2em 0; font-size: 0.9em; }

sub, sup { font-size: 0.75em; line-height: 0; }
small { font-size: 0.85em; }
.small-caps { font-variant: small-caps; }
.display-math { display: block; margin: 0.8em 0; text-align: center; }
rt { font-size: 0.5em; }

.notes { margin-top: 2em; font-size: 0.85em; }
.notes hr { margin-left: 0; margin-right: 0; }
.note p { margin-bottom: 0.4em; }

.cover { text-align: center; page-break-after: always; break-after: page; }
.cover img { max-height: 100%; }

.title-page { margin-top: 20%; }
.article-title { margin: 2em 0; }
h1.title { margin-top: 0; font-size: 1.7em; line-height: 1.15; }
.title-page h1 { font-size: 2em; }
p.subtitle { margin-bottom: 1em; font-size: 1.15em; line-height: 1.3; font-style: italic; }
.imprint { margin-top: 1.2em; padding-top: 0.8em; border-top: 1px solid; }
.imprint p, .colophon p { margin-bottom: 0.2em; }
p.byline { font-weight: bold; }
p.publisher, p.date, p.source { font-size: 0.85em; }
.title-page .publisher, .article-title .publisher { margin-bottom: 0.8em; }
p.source { hyphens: none; -webkit-hyphens: none; -epub-hyphens: none; }
.colophon { margin-top: 20%; font-size: 0.85em; }
.colophon div { margin-bottom: 1.2em; }
.colophon p { font-size: 1em; }
p.name { font-weight: bold; }

.upright em, .upright i, .upright cite, .upright dfn, .upright var, .upright h5, .upright h6, .upright .subtitle, .upright .missing-image { font-style: normal; }
.upright em { font-weight: bold; }

.rtl ul, .rtl ol { padding: 0 1.7em 0 0; }
.rtl dd { margin: 0 1.7em 0.5em 0; }

nav ol { list-style-type: none; padding-left: 1em; }
.rtl nav ol { padding: 0 1em 0 0; }
)css";

}  // namespace offprint::html
