"""Formats are libraries that are found and loaded at run time, and only when they are needed."""
import re
import shutil
import subprocess

from program import FORMATS, PROGRAM, ProgramTest, clean_environment, codes, lines, run

LIBRARIES_OF_PLUGINS = ("zip", "gumbo", "deflate", "uchardet", "cld2", "crypto", "z", "curl", "vips", "glib-2.0", "yaml",
                        "expat")


class Plugins(ProgramTest):
    def setUp(self):
        super().setUp()
        self.source = self.write("in.txt", "A title\n\nText.\n")

    def copy_of_the_tree(self):
        """The program with its library and plugins, to be damaged."""
        root = self.folder / "copy"
        (root / "bin").mkdir(parents=True)
        shutil.copy2(PROGRAM, root / "bin")
        shutil.copytree(PROGRAM.parent.parent / "lib", root / "lib", symlinks=True)
        # A build tree may still hold the plugins of an older ABI.
        plugins = max((root / "lib").glob("offprint-[0-9]*"), key=lambda folder: int(folder.name.split("-")[1]))
        return root / "bin/offprint", plugins

    def loaded_plugins(self, *arguments):
        """Names of the plugin libraries that a run opens, as the dynamic linker tells."""
        log = self.folder / "linker"
        self.assert_succeeds(run(*arguments, environment=clean_environment(LD_DEBUG="files", LD_DEBUG_OUTPUT=log)))
        (trace,) = self.folder.glob("linker.*")
        opened = re.findall(r"calling init: \S*/(offprint-\w+\.so)\n", trace.read_text())
        trace.unlink()
        return sorted(opened)

    def test_program_links_no_format(self):
        linked = subprocess.run(["ldd", str(PROGRAM)], capture_output=True, text=True, check=True,
                                env=clean_environment()).stdout
        self.assertIn("liboffprint.so", linked)
        for library in LIBRARIES_OF_PLUGINS:
            self.assertNotRegex(linked, rf"\blib{library}\.so")

    def test_only_needed_plugins_are_loaded(self):
        self.assertEqual(self.loaded_plugins(self.source, "-o", self.folder / "out.epub"),
                         ["offprint-epub.so", "offprint-text.so"])

    def test_listing_formats_loads_no_plugin(self):
        self.assertEqual(self.loaded_plugins("--list-formats"), [])

    def test_removed_plugin_removes_its_format_alone(self):
        program, plugins = self.copy_of_the_tree()
        (plugins / "offprint-docx.so").unlink()
        self.assert_fails(run(self.source, "-o", self.folder / "out.docx", "-t", "docx", program=program), 6,
                          "offprint-docx.so")
        for target in set(FORMATS) - {"docx"}:
            self.assert_succeeds(run(self.source, "-o", self.folder / f"out.{target}", program=program))

    def test_removed_plugin_and_manifest(self):
        program, plugins = self.copy_of_the_tree()
        for path in plugins.glob("offprint-docx.*"):
            path.unlink()
        self.assert_fails(run(self.source, "-o", self.folder / "out", "-t", "docx", program=program), 6,
                          "offprint-docx.so")
        self.assertNotIn(b"docx", run("--list-formats", program=program).stdout)

    def test_removed_service_is_missed_only_where_it_is_wanted(self):
        program, plugins = self.copy_of_the_tree()
        for path in plugins.glob("offprint-fetch.*"):
            path.unlink()
        output = self.folder / "out.json"
        self.assert_fails(run(self.source, "-o", output, "--fetch", program=program), 6, "offprint-fetch.so")
        self.assert_succeeds(run(self.source, "-o", output, program=program))

    def test_decoy_in_the_current_folder_is_not_loaded(self):
        self.write("offprint-epub.so", "not a library")
        self.assert_succeeds(run(self.source, "-o", "out.epub", cwd=self.folder))

    def test_folder_of_plugins_that_is_not_there(self):
        absent = self.folder / "absent"
        arguments = (self.source, "--plugin-dir", absent, "-o", self.folder / "out.json")
        result = run(*arguments)
        self.assert_succeeds(result)
        warnings = [line for line in lines(result.stderr) if line.startswith("offprint: warning: ")]
        self.assertEqual(sum(str(absent) in line for line in warnings), 1, result.stderr)
        self.assertIn("plugin.skipped", codes(run(*arguments, "--log-format=json")))

    def test_listed_formats(self):
        result = run("--list-formats")
        self.assert_succeeds(result)
        for name in ("text", "html", "epub", "docx", "json"):
            self.assertTrue(any(line.split()[0] == name for line in lines(result.stdout)), name)

    def test_listed_plugins_name_their_files(self):
        result = run("--list-plugins")
        self.assert_succeeds(result)
        for name in ("text", "html", "epub", "docx", "json"):
            self.assertIn(f"offprint-{name}.so", result.stdout.decode())

    def test_refused_plugin_is_listed_with_the_reason(self):
        program, plugins = self.copy_of_the_tree()
        broken = plugins / "offprint-docx.so"
        broken.write_bytes(b"\x7fELF, but no more than that")
        self.assert_fails(run(self.source, "-o", self.folder / "out.docx", program=program), 6, "offprint-docx.so")
        self.assert_succeeds(run(self.source, "-o", self.folder / "out.epub", program=program))
