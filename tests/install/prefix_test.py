"""What `cmake --install` puts down works where it lies and after a move, for programs and plugins of other people too."""
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from program import FORMATS, SOURCE, ProgramTest, need_command, run
from tutorial import Tutorial, follow

BINARY_DIR = Path(os.environ["OFFPRINT_BINARY_DIR"])
EXAMPLES = SOURCE / "docs/examples"
PAGE = "<html lang=en><title>The tide</title><h1>The tide</h1><p>High water.</p><h2>Low</h2><p>At six.<img src=gone.png>"


class Install(ProgramTest):
    def setUp(self):
        super().setUp()
        self.prefix = self.folder / "prefix"
        self.command("cmake", "--install", BINARY_DIR, "--prefix", self.prefix)
        self.program = self.prefix / "bin/offprint"
        (library,) = self.prefix.rglob("liboffprint.so")
        self.libraries = library.parent.relative_to(self.prefix)

    def move(self):
        self.prefix = self.prefix.rename(self.folder / "moved")
        self.program = self.prefix / "bin/offprint"

    def environment(self, **more):
        """All that programs get to know: as `env -i` has it."""
        return {"PATH": f"{self.prefix}/bin:/usr/bin:/bin", "LC_ALL": "C", **more}

    def command(self, *words, environment=None, cwd=None):
        result = subprocess.run(list(map(str, words)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True, check=False, env=environment, cwd=cwd)
        self.assertEqual(result.returncode, 0, result.stdout)
        return result.stdout

    def build(self, example, folder):
        source = shutil.copytree(EXAMPLES / example, self.folder / f"{folder}-source")
        build = self.folder / folder
        self.command("cmake", "-S", source, "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}", "-G", "Ninja",
                     "-DCMAKE_BUILD_TYPE=Debug", environment=self.environment())
        self.command("cmake", "--build", build, environment=self.environment())
        return build

    def assert_converts(self, program):
        source = self.write("in.html", "<h1>A title</h1><p>Text.")
        for target in FORMATS:
            output = self.folder / f"out.{target}"
            self.assert_succeeds(run(source, "-o", output, program=program))
            self.assertGreater(output.stat().st_size, 0)

    def test_installed_program_converts(self):
        self.assert_converts(self.program)
        self.move()
        self.assert_converts(self.program)

    def test_installed_files_name_no_folder_of_the_build(self):
        for path in self.prefix.rglob("*"):
            if path.is_file() and not path.is_symlink():
                self.assertNotIn(str(BINARY_DIR).encode(), path.read_bytes(), path)
                self.assertNotIn(str(SOURCE).encode(), path.read_bytes(), path)

    def test_library_shows_its_interfaces_only(self):
        library = self.prefix / self.libraries / "liboffprint.so"
        dynamic = self.command("readelf", "-d", library)
        self.assertRegex(dynamic, r"SONAME.*\[liboffprint\.so\.\d+\]")
        symbols = [line.split()[-1] for line in self.command("nm", "-D", "--defined-only", library).splitlines()]
        self.assertIn("offprint_conversion_new", symbols)
        self.assertEqual([name for name in symbols if not name.startswith(
            ("offprint_", "_ZN8offprint", "_ZNK8offprint", "_ZTIN8offprint", "_ZTSN8offprint", "_ZTVN8offprint"))], [])

    def test_manual_and_completions_know_every_option(self):
        shown = run("--help", program=self.program).stdout.decode()
        names = {word.strip("[],") for word in shown.split() if word.startswith("--") and word[2:3].isalpha()}
        names = {name.split("{")[0] for name in names if name.replace("-", "").isalnum()}
        self.assertGreater(len(names), 40)
        share = self.prefix / "share"
        manual = (share / "man/man1/offprint.1").read_text().replace("\\-", "-")
        bash = (share / "bash-completion/completions/offprint").read_text()
        zsh = (share / "zsh/vendor-completions/_offprint").read_text()
        fish = (share / "fish/vendor_completions.d/offprint.fish").read_text()
        for name in names:
            self.assertIn(name, manual)
            self.assertIn(name, bash)
            self.assertIn(name, zsh)
            self.assertIn(f"-l {name[2:]} ", fish)
        self.assertEqual(self.command("groff", "-man", "-ww", "-z", share / "man/man1/offprint.1"), "")
        self.command(need_command("zsh"), "-n", share / "zsh/vendor-completions/_offprint")
        script = f"source {share}/fish/vendor_completions.d/offprint.fish; complete -C 'offprint --log-format '"
        offered = self.command(need_command("fish"), "-c", script).splitlines()
        self.assertEqual([line.split("\t")[0] for line in offered], ["json", "text"])
        self.complete("bash", f"source {share}/bash-completion/completions/offprint")

    def complete(self, shell, load):
        """What the shell offers for some beginnings of a command line."""
        def offered(*words):
            line = " ".join(f"'{word}'" for word in words)
            script = f"{load}\nCOMP_WORDS=({line})\nCOMP_CWORD={len(words) - 1}\n_offprint 2>/dev/null\n" \
                     'printf "%s\\n" "${COMPREPLY[@]}"'
            return self.command(shell, "-c", script, cwd=self.folder).split("\n")[:-1]
        self.write("a page.html", "x")
        self.assertIn("--metadata", offered("offprint", "--met"))
        self.assertIn("epub", offered("offprint", "-t", "ep"))
        self.assertEqual(offered("offprint", "--log-format", "=", "j"), ["json"])
        self.assertEqual(offered("offprint", "a p"), ["a page.html"])
        self.assertEqual(offered("offprint", "-d", "pre"), ["prefix"])
        self.assertEqual(offered("offprint", "--cover", "gen"), ["generate"])

    def test_reader_built_out_of_tree(self):
        plugins = self.build("csv-reader", "csv")
        source = self.write("rooms.csv", 'Room,"Rent, monthly"\n"The ""blue"" one",310\n')
        output = self.folder / "rooms.json"
        self.assert_fails(run("-f", "csv", source, "-o", output, program=self.program), 6, "offprint-csv.so")
        self.assert_succeeds(run("--plugin-dir", plugins, source, "-o", output, program=self.program))
        (table,) = json.loads(output.read_text())["content"]["children"]
        self.assertEqual(table["type"], "table")
        self.assertIn('The \\"blue\\" one', json.dumps(table))

    def test_tutorial_line_by_line(self):
        tutorial = Tutorial(SOURCE / "docs/plugin-tutorial.md")
        folder = self.folder / "tutorial"
        folder.mkdir()
        (folder / "CMakeLists.txt").write_text(tutorial.joined("cmake"))
        (folder / "gemtext.cpp").write_text(tutorial.joined("cpp"))
        (folder / "harbour.html").write_text(tutorial.shown_file("harbour.html"))
        for name in ("CMakeLists.txt", "gemtext.cpp"):
            self.assertEqual((folder / name).read_text(), (EXAMPLES / "gemtext-writer" / name).read_text())
        printed, expected, log = follow(tutorial, folder, self.environment(OFFPRINT=str(self.prefix)))
        self.assertEqual(printed, expected, log)
        self.move()
        output = folder / "again.gmi"
        self.assert_succeeds(run("--plugin-dir", folder / "build", folder / "harbour.html", "-o", output,
                                 program=self.program))
        self.assertEqual(output.read_text(), tutorial.shown_file("harbour.gmi"))

    def test_programs_that_embed_it(self):
        build = self.build("embedding", "embedding")
        self.assert_embedding_works(build / "convert_cpp", build / "convert_c")
        self.move()
        self.command("cmake", "-S", EXAMPLES / "embedding", "-B", self.folder / "anew",
                     f"-DCMAKE_PREFIX_PATH={self.prefix}", environment=self.environment())
        flags = self.command("pkg-config", "--cflags", "--libs", "offprint", environment=self.environment(
            PKG_CONFIG_PATH=str(self.prefix / self.libraries / "pkgconfig"))).split()
        by_hand = self.folder / "convert_by_hand"
        self.command("cc", EXAMPLES / "embedding/convert.c", "-o", by_hand, *flags)
        self.assert_embedding_works(build / "convert_cpp", by_hand)

    def assert_embedding_works(self, cpp, c):
        page = self.write("tide.html", PAGE)
        other = self.write("ebb.html", PAGE.replace("tide", "ebb"))
        found = self.environment(LD_LIBRARY_PATH=str(self.prefix / self.libraries))
        library = self.environment(OFFPRINT_LIBRARY=str(self.prefix / self.libraries / "liboffprint.so"))
        books = self.folder / "books"
        books.mkdir(exist_ok=True)
        said = self.command(cpp, books, page, other, environment=found)
        self.assertIn('tide.html: "The tide", 1 headings', said)
        self.assertIn("ebb.html: image.missing: ", said)
        self.assertIn("The Example Press", self.opened(books / "tide.epub"))
        said = self.command(c, page, books / "c.epub", "profile=kindle", "metadata=author=Ada Quill", environment=found)
        self.assertRegex(said, r"tide\.html: image\.missing: .*\noffprint \S+ wrote ")
        self.assertIn("Ada Quill", self.opened(books / "c.epub"))
        wrong = subprocess.run([c, page, books / "no.epub", "profil=kindle"], env=found, capture_output=True, text=True,
                               check=False)
        self.assertEqual((wrong.returncode, wrong.stderr), (1, "usage: no format has an option 'profil'\n"))
        said = self.command("python3", EXAMPLES / "embedding/convert.py", page, books / "py.epub", environment=library)
        self.assertIn("THE TIDE: 5 words", said)
        self.assertIn("THE TIDE", self.opened(books / "py.epub"))

    @staticmethod
    def opened(book):
        with zipfile.ZipFile(book) as archive:
            (package,) = [name for name in archive.namelist() if name.endswith(".opf")]
            return archive.read(package).decode()
