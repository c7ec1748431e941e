#include "writer/page_style.hpp"

namespace offprint::html {

const std::string_view page_style = R"css(
:root {
  color-scheme: light dark;
  --paper: #fdfdfb;
  --ink: #20201e;
  --faint: #60605b;
  --line: #d6d5cf;
  --shade: #f2f1ec;
  --link: #1b5a94;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191a;
    --ink: #dad8d2;
    --faint: #a09e97;
    --line: #3e4143;
    --shade: #212425;
    --link: #8bb9e4;
  }
}

html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  box-sizing: border-box;
  max-width: 38rem;
  margin: 0 auto;
  padding: 2.5rem 1.2rem 4rem;
  font-family: Charter, "Bitstream Charter", "Iowan Old Style", Cambria, "Noto Serif", Georgia, serif;
  line-height: 1.55;
  color: var(--ink);
  background: var(--paper);
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
h1 a, h2 a, h3 a, .byline a, .source a { color: inherit; }

.article-title, .rtl .article-title { margin: 0 0 2.5rem; }
main > .article-title { margin-bottom: 1.5rem; }
h1.title { font-size: 2rem; }
.publisher, .date, .source, .subtitle, figcaption, caption, .attribution, .colophon { color: var(--faint); }
p.byline { color: var(--ink); }
.imprint, hr, th, td, pre, aside, tfoot th, tfoot td { border-color: var(--line); }
article + article { margin-top: 4rem; padding-top: 2rem; border-top: 1px solid var(--line); }

ul, ol { padding: 0; padding-inline-start: 1.7em; }
dd { margin: 0 0 0.5em; margin-inline-start: 1.7em; }
pre { padding: 0.7em 0.9em; border: 0; border-radius: 4px; background: var(--shade); white-space: pre; overflow-x: auto; }
mark { color: inherit; background: #fff2a8; }
@media (prefers-color-scheme: dark) { mark { background: #5a4c00; } }
math[display="block"] { overflow-x: auto; overflow-y: hidden; }
table.wide, table.widest { display: block; overflow-x: auto; overflow-wrap: normal; }

nav { margin: 0 0 2.5rem; }
nav ol { padding-inline-start: 0; }
nav ol ol { padding-inline-start: 1.2em; }
.notes ol { padding-inline-start: 1.7em; }
a[role="doc-backlink"] { text-decoration: none; }
.colophon { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }

@media print {
  :root { --paper: #fff; --ink: #000; --faint: #333; --line: #999; --shade: #fff; --link: inherit; }
  html { font-size: 11pt; }
  body { max-width: none; padding: 0; }
  a { text-decoration: none; }
  nav, a[role="doc-backlink"] { display: none; }
  pre { border: 1px solid var(--line); white-space: pre-wrap; overflow: visible; }
  table.wide, table.widest { display: table; overflow-wrap: anywhere; }
  article + article { break-before: page; border: 0; }
}
)css";

}  // namespace offprint::html
