"""The Debian packages that `cpack` makes: what is in them, what lintian says, and that they come and go without a trace."""
import os
import subprocess
from pathlib import Path

from program import ProgramTest, missing, need_command

BINARY_DIR = Path(os.environ["OFFPRINT_BINARY_DIR"])


class Packages(ProgramTest):
    def setUp(self):
        super().setUp()
        self.made = self.folder / "packages"
        self.command("cpack", "--config", BINARY_DIR / "CPackConfig.cmake", "-B", self.made)
        self.packages = {path.name.split("_")[0]: path for path in self.made.glob("*.deb")}

    def command(self, *words, **options):
        result = subprocess.run(list(map(str, words)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True, check=False, **options)
        self.assertEqual(result.returncode, 0, result.stdout)
        return result.stdout

    def field(self, package, name):
        return self.command("dpkg-deb", "--field", self.packages[package], name).strip()

    def test_debian_packages(self):
        self.assertLessEqual({"liboffprint0", "liboffprint-dev", "offprint"}, set(self.packages))
        self.assert_depend_on_what_they_need()
        self.assert_lintian_finds_nothing()
        self.assert_summaries_of_their_own()
        self.assert_come_and_go()

    def assert_depend_on_what_they_need(self):
        self.assertIn("libgumbo1", self.field("liboffprint0", "Depends"))
        self.assertRegex(self.field("offprint", "Depends"), r"liboffprint0 \(= [\d.]+\)")
        for service, library in (("offprint-images", "libvips42"), ("offprint-fetch", "libcurl4")):
            if service in self.packages:
                self.assertIn(library, self.field(service, "Depends"))
            self.assertNotIn(library, self.field("liboffprint0", "Depends"))

    def assert_lintian_finds_nothing(self):
        """But for the folder of the .pc file, which is that of the prefix that was configured: `lib` in any but /usr."""
        self.command(need_command("lintian"), "--allow-root", "--fail-on", "error,warning", "--suppress-tags",
                     "pkg-config-unavailable-for-cross-compilation", *self.packages.values())

    def assert_summaries_of_their_own(self):
        summaries = [self.field(package, "Description").splitlines()[0] for package in self.packages]
        self.assertEqual(len(set(summaries)), len(summaries), summaries)

    def assert_come_and_go(self):
        """Into a root of their own, so that the system stays as it is."""
        if os.geteuid() != 0:
            missing("only root may install packages")
        root = self.folder / "root"
        (root / "var/lib/dpkg/info").mkdir(parents=True)
        (root / "var/lib/dpkg/updates").mkdir()
        for name in ("status", "available"):
            (root / "var/lib/dpkg" / name).touch()
        dpkg = ("dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--force-script-chrootless",
                f"--log={root}/log")
        self.command(*dpkg, "--install", *self.packages.values())
        (library,) = root.rglob("liboffprint.so.0")
        page = self.write("in.html", "<h1>A title</h1><p>Text.")
        self.command(root / "usr/bin/offprint", page, "-o", self.folder / "out.epub",
                     env={"LD_LIBRARY_PATH": str(library.parent)})
        self.assertGreater((self.folder / "out.epub").stat().st_size, 0)
        self.command(*dpkg, "--purge", *self.packages)
        self.assertEqual([path for path in root.rglob("*") if "offprint" in path.name], [])
