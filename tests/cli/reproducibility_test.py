"""Equal input gives equal bytes: again, in another language's locale, in another time zone, in another folder."""
import io
import locale
import shutil
import zipfile

from program import FIXTURES, FORMATS, ProgramTest, clean_environment, missing, run

GERMAN = "de_DE.UTF-8"


class Reproducibility(ProgramTest):
    def outputs(self, source=FIXTURES / "demo/carrow-light.html", **environment):
        """What each writer makes of the demo article in an environment."""
        made = {}
        for target in FORMATS:
            result = run(source, "-t", target, "-o", "-", environment=clean_environment(**environment))
            self.assert_succeeds(result)
            made[target] = result.stdout
        return made

    def assert_same(self, first, second):
        for target in FORMATS:
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
