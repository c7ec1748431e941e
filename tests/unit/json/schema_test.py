"""The schema takes what docs/json.md shows and refuses documents that are wrong in one place each."""
import copy
import hashlib
import json
import re
import subprocess
import unittest
from pathlib import Path

from program import CHECKERS, SOURCE, missing, need_command

SCHEMA = SOURCE / "docs/schema/article-1.json"
# The version that the schema was last changed for, and what it then was. Every output is held to the strict schema, so
# that nobody can change the output and leave the schema as it is. Who changes the schema changes all three: the
# version in plugins/json/schema_version.hpp, the versions that the schema names, and this.
VERSION, DIGEST = "1.2.0", "e0c8d4e32786b24520545a4cef29e61fb57811795828f810e181e7e9b5acaf20"
PAGE = SOURCE / "docs/json.md"
BLOCKS = {"paragraph", "heading", "thematicBreak", "list", "definitionList", "code", "blockquote", "figure", "table", "section",
          "verse", "article"}


def verdicts(cases):
    ajv = CHECKERS / "node_modules/ajv"
    if not ajv.exists():
        missing(f"{ajv} is not there; .ci/install-checkers installs it")
    judge = [need_command("node"), Path(__file__).with_name("judge_schema.js"), ajv, SCHEMA]
    values = [{"definition": definition, "value": value} for definition, value in cases]
    result = subprocess.run(list(map(str, judge)), input=json.dumps(values), capture_output=True, text=True, check=True)
    return json.loads(result.stdout)


def examples():
    """The whole example of the page, and all nodes that it shows."""
    blocks = [json.loads(text) for text in re.findall(r"^```json\n(.*?)^```", PAGE.read_text("utf-8"), re.S | re.M)]
    nodes = [node for block in blocks[1:] for node in (block if isinstance(block, list) else [block])]
    return blocks[0], nodes


def types(value):
    """Of all nodes in a value of JSON."""
    if isinstance(value, list):
        return set().union(*map(types, value))
    if not isinstance(value, dict):
        return set()
    return types(list(value.values())) | ({value["type"]} if "type" in value else set())


def paragraph(*children):
    return {"type": "paragraph", "children": list(children)}


# What is put in the place of one value of the whole example, by its path.
BROKEN_VALUES = [
    (["schemaVersion"], "2.0.0"),
    (["generator"], "offprint"),
    (["metadata", "datePublished"], "5 November 2023"),
    (["metadata", "author"], []),
    (["metadata", "author", 0, "position"], 0),
    (["metadata", "wordCount"], -1),
    (["metadata", "provenance", "headline"], "guessed"),
    (["metadata", "unknown"], "field"),
    (["content", "type"], "paragraph"),
    (["content", "children"], {}),
    (["content", "children", 0, "position", "start", "offset"], -1),
    (["notes", 0, "identifier"], "1"),
    (["assets", 0, "sha256"], "f58a"),
    (["assets", 0, "data"], "not base64!"),
    (["assets", 0, "width"], "640"),
    (["assets", 0, "file"], "media/a.gif"),  # beside `data`
    (["diagnostics", 0, "severity"], "fatal"),
    (["extensions"], []),
    (["surprise"], 1),
]

BROKEN_NODES = [
    {"type": "unheardOf", "children": []},
    {"children": []},
    paragraph(paragraph()),
    {"type": "paragraph"},
    {"type": "paragraph", "children": [], "depth": 1},
    {"type": "paragraph", "children": [], "attributes": {"id": "two words"}},
    {"type": "paragraph", "children": [], "attributes": {"style": "color: red"}},
    {"type": "heading", "depth": 7, "children": []},
    {"type": "heading", "children": []},
    {"type": "list", "ordered": False, "spread": False, "children": [paragraph()]},
    {"type": "list", "ordered": "no", "spread": False, "children": []},
    {"type": "listItem", "children": []},
    {"type": "code", "children": []},
    {"type": "blockquote", "children": [{"type": "text", "value": "bare"}]},
    {"type": "figure", "children": [{"type": "caption", "children": []}, {"type": "caption", "children": []}]},
    {"type": "table", "children": []},
    {"type": "table", "sections": [{"kind": "middle", "rows": 0}], "children": []},
    {"type": "table", "sections": [], "children": [{"type": "tableRow", "children": [{"type": "tableCell", "colSpan": 0,
                                                                                      "children": []}]}]},
    {"type": "article", "children": []},
    paragraph({"type": "text"}),
    paragraph({"type": "text", "value": 1}),
    paragraph({"type": "link", "children": []}),
    paragraph({"type": "image", "asset": "a", "url": "https://a.example/"}),
    paragraph({"type": "image", "sourceUrl": "https://a.example/"}),
    paragraph({"type": "footnoteReference", "identifier": "n0"}),
]


def replaced(document, path, value):
    document = copy.deepcopy(document)
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return document


def without(document, key):
    return {name: value for name, value in document.items() if name != key}


def without_prose(value):
    """The schema without what only people read, and without its versions."""
    if isinstance(value, list):
        return [without_prose(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    prose = [name for name, content in value.items() if name in ("title", "description") and isinstance(content, str)]
    return {name: without_prose(content) for name, content in value.items() if name not in prose + ["schemaVersion"]}


class SchemaTest(unittest.TestCase):
    def test_a_change_of_the_schema_is_a_change_of_its_version(self):
        schema = json.loads(SCHEMA.read_text("utf-8"))
        digest = hashlib.sha256(json.dumps(without_prose(schema), sort_keys=True).encode()).hexdigest()
        self.assertEqual((schema["properties"]["schemaVersion"]["enum"][-1], digest), (VERSION, DIGEST),
                         "the schema was changed: see VERSION in this file")

    def test_takes_the_examples_of_the_page(self):
        whole, nodes = examples()
        cases = [("flow" if node["type"] in BLOCKS else "phrasing", node) for node in nodes]
        self.assertEqual(set(verdicts([(None, whole)] + cases)), {None})

    def test_page_explains_every_node_and_shows_it(self):
        schema = json.loads(SCHEMA.read_text("utf-8"))
        page = PAGE.read_text("utf-8")
        shown = types(list(examples()))
        for definition in schema["$defs"].values():
            kind = definition.get("properties", {}).get("type", {})
            for name in kind.get("enum", [kind["const"]] if "const" in kind else []):
                self.assertIn(name, shown)
                if name != "root":
                    self.assertTrue(f"**{name}**" in page, f"{name} is not explained")

    def test_refuses_broken_documents(self):
        whole, _ = examples()
        broken = [(None, replaced(whole, path, value)) for path, value in BROKEN_VALUES]
        broken += [(None, without(whole, key)) for key in whole]
        broken += [("flow", node) for node in BROKEN_NODES]
        for case, verdict in zip(broken, verdicts(broken)):
            self.assertIsNotNone(verdict, f"was taken: {case}")


if __name__ == "__main__":
    unittest.main()
