"""Documents that come from pandoc and go there, as people name them and pipe them."""
import json

from program import ProgramTest, run

AST = {"pandoc-api-version": [1, 22, 2, 1], "meta": {},
       "blocks": [{"t": "Para", "c": [{"t": "Str", "c": "Harbour"}]}]}


class Pandoc(ProgramTest):
    def words(self, output):
        return json.loads(output)["content"]["children"][0]["children"][0]["value"]

    def test_a_file_named_json_is_told_by_its_content(self):
        for text in (json.dumps(AST), json.dumps(AST, sort_keys=True), json.dumps(AST, indent=2)):
            result = run(self.write("ast.json", text), "-t", "json")
            self.assert_succeeds(result)
            self.assertEqual(self.words(result.stdout), "Harbour")
        own = self.write("own.json", result.stdout.decode())
        self.assertEqual(self.words(run(own, "-t", "json").stdout), "Harbour")

    def test_other_json_is_refused_with_what_to_do(self):
        self.assert_fails(run(self.write("other.json", "{}"), "-t", "json"), 1, "json, pandoc", "--from")

    def test_json_is_written_where_json_is_named(self):
        output = self.folder / "out.json"
        self.assert_succeeds(run(self.write("in.txt", "Harbour"), "-o", output))
        self.assertIn("schemaVersion", output.read_text())

    def test_pipes(self):
        result = run("-f", "pandoc", "-t", "json", input=json.dumps(AST).encode())
        self.assert_succeeds(result)
        self.assertEqual(self.words(result.stdout), "Harbour")
        back = run("-f", "json", "-t", "pandoc", input=result.stdout)
        self.assertEqual(json.loads(back.stdout)["blocks"], AST["blocks"])

    def test_versions(self):
        source = self.write("in.txt", "Harbour")
        for version, numbers in (("1.22", [1, 22]), ("1.23", [1, 23])):
            written = json.loads(run(source, "-t", "pandoc", "--pandoc-api", version).stdout)
            self.assertEqual(written["pandoc-api-version"][:2], numbers)
        self.assert_fails(run(source, "-t", "pandoc", "--pandoc-api=2"), 2, "pandoc-api")
        older = self.write("older.json", json.dumps({**AST, "pandoc-api-version": [1, 17]}))
        self.assert_fails(run(older, "-t", "json"), 1, "1.17", "1.22 and 1.23", "/pandoc-api-version")

    def test_images_beside_the_input_are_embedded(self):
        image = [["", [], []], [], ["dot.gif", ""]]
        source = self.write("in.json", json.dumps({**AST, "blocks": [{"t": "Para", "c": [{"t": "Image", "c": image}]}]}))
        (self.folder / "dot.gif").write_bytes(bytes.fromhex(
            "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002014400 3b"))
        result = run(source, "-t", "pandoc")
        self.assert_succeeds(result)
        self.assertIn(b'"data:image/gif;base64,R0lGOD', result.stdout)
