// A Word file of the npm package docx, with one of everything that an article holds. usage: make_word_file.js TARGET
const fs = require("fs");
const docx = require("docx");
const {AlignmentType, Bookmark, Document, ExternalHyperlink, FootnoteReferenceRun, HeadingLevel,
       ImageRun, InternalHyperlink, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun} = docx;

// 1 x 1 pixel
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
                          "base64");

const text = (words, options = {}) => new TextRun({text: words, ...options});
const paragraph = (children, options = {}) => new Paragraph({children, ...options});
const numbered = (words, level = 0, instance = 0) =>
    new Paragraph({text: words, numbering: {reference: "steps", level, instance}});
const bullet = (words, level = 0) => new Paragraph({text: words, bullet: {level}});
const cell = (words, options = {}) => new TableCell({children: [new Paragraph(words)], ...options});

const children = [
    new Paragraph({text: "The lamp at Carrow", heading: HeadingLevel.TITLE}),
    new Paragraph({text: "Winter", heading: HeadingLevel.HEADING_1}),
    paragraph([text("The keeper "), text("never", {bold: true}), text(" slept before "), text("four", {italics: true}),
               text(", and wrote H"), text("2", {subScript: true}), text("O in the margin."),
               new FootnoteReferenceRun(1)]),
    paragraph([text("His log is "), new ExternalHyperlink({link: "https://example.org/log", children: [text("online")]}),
               text(", and he came back in the "),
               new InternalHyperlink({anchor: "spring", children: [text("spring")]}), text(".")]),
    numbered("Trim the wick"), numbered("Fill the tank"), numbered("From the left", 1), numbered("From the right", 1),
    numbered("Light the lamp"),
    new Paragraph({text: "Then the second watch."}),
    numbered("Wind the clock", 0, 1), numbered("Write the log", 0, 1),
    bullet("oil"), bullet("brass polish"), bullet("for the lens", 1),
    new Paragraph({children: [new Bookmark({id: "spring", children: [text("Spring")]})], heading: HeadingLevel.HEADING_1}),
    new Paragraph({text: "Repairs", heading: HeadingLevel.HEADING_2}),
    new Table({rows: [
        new TableRow({tableHeader: true, children: [cell("Part"), cell("Days"), cell("Cost")]}),
        new TableRow({children: [cell("Lens", {rowSpan: 2}), cell("3"), cell("40")]}),
        new TableRow({children: [cell("2"), cell("15")]}),
        new TableRow({children: [cell("All in all", {columnSpan: 2}), cell("55")]}),
    ]}),
    paragraph([new ImageRun({type: "png", data: pixel, transformation: {width: 96, height: 48},
                             altText: {title: "lamp", description: "The lamp, lit", name: "lamp"}})]),
    paragraph([text("After that the lamp was electric."), new FootnoteReferenceRun(2)]),
];

const file = new Document({
    title: "The lamp at Carrow", creator: "Ada Quill", keywords: "lamps, keepers",
    footnotes: {1: {children: [new Paragraph("He said so himself.")]}, 2: {children: [new Paragraph("Since 1961.")]}},
    numbering: {config: [{reference: "steps", levels: [
        {level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START,
         style: {paragraph: {indent: {left: 720, hanging: 360}}}},
        {level: 1, format: LevelFormat.LOWER_LETTER, text: "%2)", alignment: AlignmentType.START,
         style: {paragraph: {indent: {left: 1440, hanging: 360}}}}]}]},
    sections: [{children}],
});

Packer.toBuffer(file).then(bytes => fs.writeFileSync(process.argv[2], bytes));
