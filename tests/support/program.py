"""What the suites in Python share: running the program, folders to work in, judges that may be missing."""
import hashlib
import json
import os
import resource
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(os.environ.get("OFFPRINT_PROGRAM", "build/release/bin/offprint")).resolve()
SOURCE = Path(os.environ.get("OFFPRINT_SOURCE_DIR", Path(__file__).parents[2]))
FIXTURES = SOURCE / "fixtures"
CHECKERS = Path(os.environ.get("OFFPRINT_CHECKERS_DIR", SOURCE / "build/checkers"))
SHARED = SOURCE.parent / "shared"
SANITIZED = os.environ.get("OFFPRINT_SANITIZED") == "1"
FORMATS = ("epub", "docx", "json")
TEXT_FORMATS = ("html", "text")
ALL_FORMATS = ("pandoc", "markdown") + TEXT_FORMATS + FORMATS

# Far beyond what any case needs, sanitizers included: a hang fails, a slow machine does not.
TIMEOUT = 180
MEMORY = 1 << 31

# Of real material, unless OFFPRINT_CORPUS says otherwise.
SAMPLE_SIZE = 12


def clean_environment(**changes):
    """An environment in which nothing but `changes` influences the program."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "ASAN_OPTIONS", "LSAN_OPTIONS")}
    return {**kept, "LC_ALL": "C", **changes}


def limited(file_size=None, open_files=None):
    """For subprocess's `preexec_fn`: bounds the memory, and what is given of files' size and their open number."""
    def apply():
        if not SANITIZED:  # a sanitizer reserves terabytes of address space
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if file_size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
        if open_files is not None:
            resource.setrlimit(resource.RLIMIT_NOFILE, (open_files, open_files))
    return apply


def run(*arguments, program=PROGRAM, environment=None, file_size=None, open_files=None, **options):
    """Runs the program within bounded time and memory; output is captured as bytes unless told otherwise."""
    options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    if "input" in options:
        del options["stdin"]
    return subprocess.run([str(program), *map(str, arguments)], timeout=TIMEOUT, check=False,
                          env=environment or clean_environment(), preexec_fn=limited(file_size, open_files),
                          **options)


def lines(stream):
    return stream.decode("utf-8").splitlines()


def diagnostics(result):
    """The diagnostics of a run with --log-format=json."""
    return [json.loads(line) for line in lines(result.stderr)]


def codes(result):
    return {entry["code"] for entry in diagnostics(result)}


def missing(reason):
    """Skips the test for want of an outside judge or of its material, unless these are required."""
    if os.environ.get("OFFPRINT_REQUIRE_CHECKERS") == "1":
        raise AssertionError(f"required, but {reason}")
    raise unittest.SkipTest(reason)


def need_shared(path):
    """A folder beneath `shared`, the real material beside the project; only its developers' machines have it."""
    folder = SHARED / path
    if not folder.is_dir():
        missing(f"there is no {folder}")
    return folder


def chosen(items, name):
    """Those whose names' hashes are the smallest, so that a sample is always the same one: OFFPRINT_CORPUS of them, which
    is a number or "all"."""
    items = sorted(items, key=lambda item: hashlib.sha256(name(item).encode()).digest())
    size = os.environ.get("OFFPRINT_CORPUS", SAMPLE_SIZE)
    return items if size == "all" else items[:int(size)]


def need_command(name):
    path = shutil.which(name)
    if not path:
        missing(f"{name} is not installed")
    return path


class ProgramTest(unittest.TestCase):
    """A case with an empty folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="offprint-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def assert_succeeds(self, result):
        self.assertEqual(result.returncode, 0, result.stderr)

    def assert_fails(self, result, code, *fragments):
        """The documented exit code and exactly one line that says why and names each of `fragments`."""
        self.assertEqual(result.returncode, code, result.stderr)
        errors = [line for line in lines(result.stderr) if not line.startswith("offprint: warning: ")]
        self.assertEqual(len(errors), 1, errors)
        self.assertRegex(errors[0], r"^offprint: error: \S")
        for fragment in fragments:
            self.assertIn(str(fragment), errors[0])

    def assert_holds_only(self, *names):
        """No temporary and no half-written output was left in the folder."""
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), sorted(names))
