#include "html_case.hpp"

namespace offprint::testing {
namespace {

TEST(HtmlMedia, Images) {
    expect_outlines({
        {"<p>a <img src=i.png alt=' a  b '>", "p(a img(a b -> i.png))"},
        {"<img src=i.png>", "p(img(? -> i.png))"},
        {"<img src=i.png alt=''>", "p(img( -> i.png))"},
        {"<img src='data:image/gif;base64,R0' data-src=big.jpg alt=x>", "p(img(x -> big.jpg))"},
        {"<img src='https://a.example/s.jpg' srcset='https://a.example/m.jpg 640w, https://a.example/l.jpg 1280w' "
         "alt=x>",
         "p(img(x -> https://a.example/l.jpg))"},
        {"<img src=saved.jpg srcset='https://a.example/l.jpg 2x' alt=x>", "p(img(x -> saved.jpg))"},
        {"<picture><source srcset='a.webp 1x, b.webp 2x'><img src=c.jpg alt=x></picture>", "p(img(x -> c.jpg))"},
        {"<picture><source srcset='a.webp 1x, b.webp 2x'><img alt=x></picture>", "p(img(x -> b.webp))"},
        {"<img src=placeholder-syntax.png alt=x><img src=blank.gif>", "p(img(x -> placeholder-syntax.png))"},
        {"<img src=pixel.png width=1 height=1><img alt=nothing>x", "p(x)"},
        {"<img data-foo=1 src='data:,'><noscript><img src=real.jpg alt=x></noscript>", "p(img(x -> real.jpg))"},
        {"<img src=one.jpg alt=x><noscript><img src=one.jpg alt=x></noscript>", "p(img(x -> one.jpg))"},
        {"<p>a<noscript>Turn scripts on</noscript>", "p(a)"},
        // any attribute of a lazy loader; a blurred preview gives way to what a browser without scripts shows
        {"<img src='data:,' data-hero='/p/big.webp?x=1' alt=x>", "p(img(x -> /p/big.webp?x=1))"},
        {"<img src='https://a.example/blur.jpg' alt=x><noscript><img src='https://a.example/b.jpg' alt=x></noscript>"
         "<img src='https://a.example/c.jpg' alt=y>",
         "p(img(x -> https://a.example/b.jpg)img(y -> https://a.example/c.jpg))"},
        {"<img src='data:,' data-hero-srcset='https://a.example/s.jpg 300w, https://a.example/m.jpg 900w' alt=x>",
         "p(img(x -> https://a.example/m.jpg))"},
        {"<amp-img src='https://a.example/a.jpg' alt=x></amp-img>", "p(img(x -> https://a.example/a.jpg))"},
    });
}

TEST(HtmlMedia, OfSeveralSizesTheOneThatAReaderShows) {
    const std::string set =
        "srcset='https://a.example/4000.jpg 4000w, https://a.example/1400.jpg 1400w, https://a.example/300.jpg 300w'";
    expect_outlines({
        {"<img alt=x src='https://a.example/300.jpg' " + set + ">", "p(img(x -> https://a.example/1400.jpg))"},
        {"<img alt=x src='https://a.example/1400.jpg' " + set + ">", "p(img(x -> https://a.example/1400.jpg))"},
        {"<img alt=x src='https://a.example/own.jpg' width=1100 " + set + ">",
         "p(img(x -> https://a.example/own.jpg))"},
        {"<img alt=x src='https://a.example/s.jpg' width=200 srcset='https://a.example/m.jpg 1.5x, "
         "https://a.example/l.jpg 2x'>",
         "p(img(x -> https://a.example/l.jpg))"},
    });
}

TEST(HtmlMedia, ImagesOfEmojiAreText) {
    expect_outlines({
        {"<p>a <img class=emoji alt=😀 src=e.png> b", "p(a 😀 b)"},
        {"<p>a<img alt='👩‍🚀' src='https://s.w.example/72x72/1f469.png'>b", "p(a👩‍🚀b)"},
        {"<p>a <img class=wp-smiley alt=':-)' src=e.gif>", "p(a :-))"},
        {"<p><img alt='A 😀 mask' src=e.png>", "p(img(A 😀 mask -> e.png))"},
    });
}

TEST(HtmlMedia, WordsBesideThePictureOfAFigureAreItsCaption) {
    expect_outlines({
        {"<figure><div><img src=a.png alt=x><span>Agency</span></div><figcaption>The quay</figcaption></figure>",
         "figure(p(img(x -> a.png)) / p(The quay) p(Agency))"},
        {"<figure><img src=a.png alt=x><p>The quay</p></figure>", "figure(p(img(x -> a.png)) / p(The quay))"},
        {"<figure><img src=a.png alt=x><input type=checkbox id=c><label for=c>In full size</label></figure>",
         "figure(p(img(x -> a.png)))"},
        {"<figure><label for=m>+</label><input type=checkbox id=m><span class=marginnote>The quay</span>"
         "<img src=a.png alt=x></figure>",
         "figure(p(img(x -> a.png)) / p(The quay))"},
        {"<div class=img_wrapper><img src=a.png alt=x><span class=descr>The quay</span></div>",
         "figure(p(img(x -> a.png)) / p(The quay))"},
        {"<div class=img_wrapper><img src=a.png alt=x><a href='https://a.example'>The quay</a></div>",
         "p(img(x -> a.png)a(The quay -> https://a.example))"},
        {"<figure>Photo <img src=a.png alt=x></figure>", "figure(p(Photo img(x -> a.png)))"},
        {"<figure><img src=a.png alt=x><img src=b.png alt=y> both</figure>",
         "figure(p(img(x -> a.png)img(y -> b.png) both))"},
    });
}

TEST(HtmlMedia, SizesAreKept) {
    const Document document =
        read_only("html", "<img src=a.png width=640 height='360px'><img src=b.png width='50%'>").document;
    const auto& paragraph = std::get<Paragraph>(document.content.at(0));
    EXPECT_EQ(std::get<Image>(paragraph.content.at(0)).width, 640);
    EXPECT_EQ(std::get<Image>(paragraph.content.at(0)).height, 360);
    EXPECT_EQ(std::get<Image>(paragraph.content.at(1)).width, 0);
}

struct StyledSize {
    const char* attributes;
    int width;
    int height;
};

TEST(HtmlMedia, SizesInCssGoBeforeAttributes) {
    const StyledSize cases[] = {
        {"style='width: 300px; height: 200px' width=900 height=600", 300, 200},
        {"style='width:300.6PX !important'", 301, 0},
        {"style='height:12.5em' width=900 height=600", 0, 200},
        {"style='width:2in;height:2.54cm'", 192, 96},
        {"style='width:72pt;height:25.4mm'", 96, 96},
        {"style='width:100%;height:auto' width=900 height=600", 900, 600},
        {"style='max-width:300px' width=900", 900, 0},
        {"style='width:-3px;height:px' width=9", 9, 0},
        {"style='width:1e99px'", 0, 0},
        {"style='width:99999999999999999999px'", 1'000'000'000, 0},
    };
    for (const StyledSize& test : cases) {
        const Document document =
            read_only("html", std::string("<p>x <img src=a.png ") + test.attributes + ">").document;
        const Image& image = std::get<Image>(std::get<Paragraph>(document.content.at(0)).content.at(1));
        EXPECT_EQ(image.width, test.width) << test.attributes;
        EXPECT_EQ(image.height, test.height) << test.attributes;
    }
}

TEST(HtmlMedia, ADrawingOfNothingIsNoPicture) {
    expect_outlines({
        {"<p>a<img src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1920' "
         "height='1080'/%3E\">",
         "p(a)"},
    });
}

TEST(HtmlMedia, Figures) {
    expect_outlines({
        {"<figure><img src=a.png alt=x><figcaption>The <em>mole</em></figcaption></figure>",
         "figure(p(img(x -> a.png)) / p(The em(mole)))"},
        {"<figure><figcaption>Only words</figcaption></figure>", "p(Only words)"},
        {"<div><picture><img src=a.png alt=x></picture><figcaption><p>Words</p></figcaption></div>",
         "figure(p(img(x -> a.png)) / p(Words))"},
        {"<div><img src=a.png alt=x><p class=image-annotation>Words</p></div>",
         "figure(p(img(x -> a.png)) / p(Words))"},
        {"<figure><pre>code</pre></figure>", "pre(code)"},
        {"<figure><pre>code</pre><figcaption>Listing 1</figcaption></figure>", "figure(pre(code) / p(Listing 1))"},
        {"<div class=wp-caption><a href=/big><img src=a.png alt=x></a><p class=wp-caption-text>Words</p></div>",
         "figure(p(a(img(x -> a.png) -> https://site.example/big)) / p(Words))"},
        {"<figure><div><img src=a.png alt=x></div><div><figcaption>Words<span class=credit>A. Nder</span></figcaption>"
         "</div></figure>",
         "figure(p(img(x -> a.png)) / p(Words) p(A. Nder))"},
        {"<figure><figure><img src=a.png alt=x></figure><figure><img src=b.png "
         "alt=y><figcaption>Two</figcaption></figure>"
         "<figcaption>All</figcaption></figure>",
         "figure(figure(p(img(x -> a.png))) figure(p(img(y -> b.png)) / p(Two)) / p(All))"},
        {"<div class=photo><div><img src=a.png alt=x></div><div class=text><p class='photo-caption'>Words</p></div>"
         "<span class=credit>A. Nder</span></div>",
         "figure(p(img(x -> a.png)) p(A. Nder) / p(Words))"},
        {"<table class=tr-caption-container><tr><td><img src=a.png alt=x><tr><td class=tr-caption>Words</table>",
         "figure(p(img(x -> a.png)) / p(Words))"},
        {"<dl class=gallery-item><dt><img src=a.png alt=x></dt><dd class='gallery-caption'>Words</dd></dl>",
         "figure(p(img(x -> a.png)) / p(Words))"},
        // a blurred preview, then the picture
        {"<figure><div><img src='/60/a.png?q=20' alt=x></div><div><img alt=x><noscript><img src='/800/a.png' alt=x>"
         "</noscript></div></figure>",
         "figure(p(img(x -> /800/a.png)))"},
        {"<div><img src=a.png alt=x><p>Not a caption</p></div>", "p(img(x -> a.png)) p(Not a caption)"},
    });
}

TEST(HtmlMedia, DrawingsBecomeImages) {
    expect_outlines({
        {"<svg width=80 height=40><title>Chart</title><rect width='5'/></svg>",
         "p(img(Chart -> data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20xmlns:xlink=%22http://"
         "www.w3.org/1999/xlink%22%20width=%2280%22%20height=%2240%22%3E%3Ctitle%3EChart%3C/title%3E%3Crect%20"
         "width=%225%22%3E%3C/rect%3E%3C/svg%3E))"},
        {"<svg width=16 height=16><path d=''/></svg><svg><use href='#i'/></svg>x", "p(x)"},
    });
}

TEST(HtmlMedia, DrawingsThatNobodySeesAreNoImages) {
    expect_outlines({
        {"<p>a<svg width=0 height=0 style='position:absolute'><path d='M0 0h99v99z'/></svg>", "p(a)"},
        {"<p>a<svg style='position:absolute'><defs><g id=i><path d='M0 0h99v99z'/></g></defs></svg>", "p(a)"},
        {"<p>a<svg><symbol id=i viewBox='0 0 99 99'><path d='M0 0h99v99z'/></symbol></svg>", "p(a)"},
        {"<p>a<svg height=2><path d='M0 0h999'/></svg>", "p(a)"},
    });
    const auto images_in = [](const std::string& svg) { return read_article("html", svg).document.resources.size(); };
    EXPECT_EQ(images_in("<p>a<svg><defs><g id=i><path d='M0 0h99v99z'/></g></defs><use href='#i'/></svg>"), 1U);
    EXPECT_EQ(images_in("<p>a<svg height=200><path d='M0 0h99v99z'/></svg>"), 1U);
}

TEST(HtmlMedia, WhatPlaysElsewhereBecomesALink) {
    expect_outlines({
        {"<iframe src='https://www.video.example/embed/1' title='A film'></iframe>",
         "p(a(A film -> https://www.video.example/embed/1))"},
        {"<iframe src='https://www.video.example/embed/1'></iframe>",
         "p(a(video.example -> https://www.video.example/embed/1))"},
        {"<video poster=p.jpg><source src=v.mp4>no video</video>",
         "p(img(? -> p.jpg)) p(a(site.example -> https://site.example/dir/v.mp4))"},
        {"<audio src=/a.mp3></audio>", "p(a(site.example -> https://site.example/a.mp3))"},
        {"<object data=c.png type=image/png></object>", "p(img(? -> c.png))"},
        {"<object><p>fallback</p></object>", "p(fallback)"},
        {"<iframe src='javascript:x()'></iframe><iframe></iframe>x", "p(x)"},
        {"<iframe src='https://www.youtube.com/embed/abc_1?rel=0' title=Tides></iframe>",
         "p(a(Tides -> https://www.youtube.com/watch?v=abc_1))"},
        {"<iframe data-src='//player.vimeo.com/video/42?h=1' src='about:blank' title=Tides></iframe>",
         "p(a(Tides -> https://vimeo.com/42))"},
        {"<lite-youtube videoid=abc playlabel=Tides></lite-youtube>",
         "p(a(Tides -> https://www.youtube.com/watch?v=abc))"},
        {"<amp-video src='https://a.example/v.mp4' title=Tides poster=p.jpg></amp-video>",
         "p(img(? -> p.jpg)) p(a(Tides -> https://a.example/v.mp4))"},
    });
}

TEST(HtmlMedia, WhatCannotBeShownIsSaid) {
    EXPECT_TRUE(read_only("html", "<p>x<iframe></iframe>").reported("html.embed-dropped"));
    for (const char* control : {"<input>", "<select><option>o</select>", "<textarea>t</textarea>", "<button>b</button>",
                                "<meter value=1>m</meter>", "<progress>p</progress>"})
        EXPECT_TRUE(read_only("html", std::string("<p>x") + control).reported("html.control-dropped")) << control;
    EXPECT_FALSE(read_only("html", "<p>x<input type=hidden>").reported("html.control-dropped"));
}

TEST(HtmlMedia, SmallImagesInTheirAddressStayWhenThereIsNoOther) {
    const std::string dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    const std::string star = "data:image/gif;base64,R0lGODlhEAAQAIAAAAAAAP///yH5BAEAAAAALAAAAAAQABAAAAIBRAA7";
    expect_outlines({
        {"<p>a<img src='" + dot + "'>", "p(a)"},
        {"<p>a<img src='" + star + "' alt=x>", "p(aimg(x -> " + star + "))"},
        {"<p>a<picture><img src='" + star + "' alt=x></picture>", "p(aimg(x -> " + star + "))"},
        {"<img src='" + star + "' data-src=b.jpg alt=x>", "p(img(x -> b.jpg))"},
        {"<img src='" + star + "'><noscript><img src=b.jpg alt=x></noscript>", "p(img(x -> b.jpg))"},
        {"<picture><img src='" + star + "'></picture><noscript><img src=b.jpg alt=x></noscript>", "p(img(x -> b.jpg))"},
    });
}

TEST(HtmlMedia, DrawingsKeepTheirNumberSignsAndPercents) {
    expect_outlines({
        {"<svg width=80 height=40><rect width='50%' fill='#fff' id='%41'/></svg>",
         "p(img(? -> data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20xmlns:xlink=%22http://"
         "www.w3.org/1999/xlink%22%20width=%2280%22%20height=%2240%22%3E%3Crect%20width=%2250%25%22%20fill=%22%23fff"
         "%22%20id=%22%2541%22%3E%3C/rect%3E%3C/svg%3E))"},
    });
}

TEST(HtmlMedia, PreviewsGiveWayToThePicture) {
    expect_outlines({
        {"<img src=https://x.example/a.jpg?type=w80_blur data-lazy-src=https://x.example/a.jpg?type=w966>",
         "p(img(? -> https://x.example/a.jpg?type=w966))"},
        {"<img src=https://x.example/w=20/a.jpg data-src=https://x.example/w=900/a.jpg>",
         "p(img(? -> https://x.example/w=900/a.jpg))"},
        {"<img src=https://x.example/w780/a.jpg data-src=https://x.example/a.jpg>",
         "p(img(? -> https://x.example/w780/a.jpg))"},
        {"<img src=https://x.example/w=20/a.jpg>", "p(img(? -> https://x.example/w=20/a.jpg))"},
    });
}

TEST(HtmlMedia, FiguresMaySayWhichPictureTheyAre) {
    const std::string figure =
        "<figure itemscope itemtype=http://schema.org/ImageObject itemid=https://x.example/a.jpg>";
    expect_outlines({
        {figure + "<div class=lazy></div><figcaption>Lamps</figcaption></figure>",
         "figure(p(img(? -> https://x.example/a.jpg)) / p(Lamps))"},
        {figure + "<img src=b.jpg alt=b></figure>", "figure(p(img(b -> b.jpg)))"},
    });
}

}  // namespace
}  // namespace offprint::testing
