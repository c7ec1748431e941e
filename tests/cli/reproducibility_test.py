"""Equal input gives equal bytes: again, in another language's locale, in another time zone, in another folder."""
import io
import locale
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor

from program import ALL_FORMATS, FIXTURES, ProgramTest, clean_environment, missing, run

GERMAN = "de_DE.UTF-8"


class Reproducibility(ProgramTest):
    def outputs(self, source=FIXTURES / "demo/carrow-light.html", **environment):
        """What each writer makes of the demo article in an environment."""
        made = {}
        for target in ALL_FORMATS:
            result = run(source, "-t", target, "-o", "-", environment=clean_environment(**environment))
            self.assert_succeeds(result)
            made[target] = result.stdout
        return made

    def every_kind_of_book(self, **environment):
        """A book of two articles with each option that changes what is written."""
        environment = clean_environment(**environment)
        sources = (FIXTURES / "demo/carrow-light.html", FIXTURES / "html/footnotes/input.html")
        made = []
        for options in ((), ("--toc", "--notes=end", "--split-size=4", "--split-level=3"),
                        ("--profile=kobo", "--kepub"), ("--profile=kindle",), ("--profile=apple", "--cover=none")):
            result = run(*sources, "-t", "epub", "-o", "-", *options, environment=environment)
            self.assert_succeeds(result)
            made.append(result.stdout)
        self.assertEqual(len(set(made)), len(made))
        return made

    def test_books_with_every_option(self):
        self.assertTrue(self.every_kind_of_book(LC_ALL="C", TZ="Pacific/Kiritimati")
                        == self.every_kind_of_book(LC_ALL=GERMAN, TZ="Pacific/Pago_Pago"))

    def test_side_by_side(self):
        with ThreadPoolExecutor(4) as pool:
            first, *others = pool.map(lambda _: self.outputs(), range(4))
        for other in others:
            self.assert_same(first, other)

    def assert_same(self, first, second):
        for target in ALL_FORMATS:
            self.assertTrue(first[target])
            self.assertTrue(first[target] == second[target], f"{target} differs")

    def test_two_runs(self):
        self.assert_same(self.outputs(), self.outputs())

    def test_two_locales(self):
        try:
            locale.setlocale(locale.LC_ALL, GERMAN)
        except locale.Error:
            missing(f"the locale {GERMAN} is not installed")
        self.addCleanup(locale.setlocale, locale.LC_ALL, "C")
        self.assertEqual(locale.localeconv()["decimal_point"], ",")
        self.assert_same(self.outputs(LC_ALL="C"), self.outputs(LC_ALL=GERMAN, LANG=GERMAN))

    def test_two_time_zones(self):
        self.assert_same(self.outputs(TZ="Pacific/Kiritimati"), self.outputs(TZ="Pacific/Pago_Pago"))

    def test_two_folders(self):
        elsewhere = self.folder / "elsewhere"
        shutil.copytree(FIXTURES / "demo", elsewhere)
        self.assert_same(self.outputs(), self.outputs(elsewhere / "carrow-light.html"))

    def test_source_date_epoch_is_what_packages_carry(self):
        plain = self.write("plain.txt", "A title\n\nText.\n")
        early, late = (self.outputs(plain, SOURCE_DATE_EPOCH=epoch) for epoch in ("1000000000", "1700000000"))
        self.assertIn(b"2001-09-09T01:46:40Z", unpacked(early["epub"]))
        self.assertIn(b"2023-11-14T22:13:20Z", unpacked(late["epub"]))
        self.assert_same(late, self.outputs(plain, SOURCE_DATE_EPOCH="1700000000", TZ="Pacific/Kiritimati"))


def unpacked(package):
    """All members of a ZIP archive, one after the other."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return b"\n".join(map(archive.read, archive.namelist()))
