"""convert.py IN OUT: an article as an e-book through the C interface, with a change to the document on the way.

OFFPRINT_LIBRARY is the library's path, where the system does not find it by itself.
"""
import ctypes
import json
import os
import sys

SEARCH_INSTALLED = 1

lib = ctypes.CDLL(os.environ.get("OFFPRINT_LIBRARY", "liboffprint.so.0"))
Handle = ctypes.c_void_p


class Diagnostic(ctypes.Structure):
    _fields_ = [("severity", ctypes.c_int), ("code", ctypes.c_char_p), ("message", ctypes.c_char_p),
                ("input", ctypes.c_char_p), ("begin", ctypes.c_uint64), ("end", ctypes.c_uint64)]


DiagnosticCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Diagnostic))

for name, result, *arguments in (
        ("registry_new", Handle, ctypes.POINTER(ctypes.c_char_p), ctypes.c_uint),
        ("registry_free", None, Handle),
        ("conversion_new", Handle, Handle),
        ("conversion_free", None, Handle),
        ("conversion_set_option", ctypes.c_int, Handle, ctypes.c_char_p, ctypes.c_char_p),
        ("conversion_add_file", ctypes.c_int, Handle, ctypes.c_char_p),
        ("conversion_add_bytes", ctypes.c_int, Handle, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_char_p),
        ("conversion_on_diagnostic", ctypes.c_int, Handle, DiagnosticCallback, ctypes.c_void_p),
        ("conversion_write_file", ctypes.c_int, Handle, ctypes.c_char_p),
        ("conversion_write_bytes", ctypes.c_int, Handle, ctypes.POINTER(Handle)),
        ("conversion_error_message", ctypes.c_char_p, Handle),
        ("bytes_data", ctypes.c_void_p, Handle),
        ("bytes_size", ctypes.c_size_t, Handle),
        ("bytes_free", None, Handle)):
    function = getattr(lib, f"offprint_{name}")
    function.restype, function.argtypes = result, arguments


class Conversion:
    """A conversion that raises what the library says."""

    def __init__(self, registry):
        self.handle = lib.offprint_conversion_new(registry)
        self.on_diagnostic = DiagnosticCallback(self.print_diagnostic)  # lives as long as the conversion
        self.check(lib.offprint_conversion_on_diagnostic(self.handle, self.on_diagnostic, None))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        lib.offprint_conversion_free(self.handle)

    @staticmethod
    def print_diagnostic(_, diagnostic):
        print(diagnostic.contents.code.decode(), diagnostic.contents.message.decode(), sep=": ")

    def check(self, status):
        if status != 0:
            raise RuntimeError(lib.offprint_conversion_error_message(self.handle).decode())

    def set(self, name, value):
        self.check(lib.offprint_conversion_set_option(self.handle, name.encode(), value.encode()))

    def read(self, path):
        """The article as a document: what docs/json.md describes."""
        self.set("from", "")
        self.set("to", "json")
        self.check(lib.offprint_conversion_add_file(self.handle, os.fsencode(path)))
        made = Handle()
        self.check(lib.offprint_conversion_write_bytes(self.handle, ctypes.byref(made)))
        try:
            return json.loads(ctypes.string_at(lib.offprint_bytes_data(made), lib.offprint_bytes_size(made)))
        finally:
            lib.offprint_bytes_free(made)

    def write(self, document, path):
        """A document as a file, in the format that its name tells."""
        data = json.dumps(document).encode()
        self.set("from", "json")
        self.set("to", "")
        self.check(lib.offprint_conversion_add_bytes(self.handle, data, len(data), None, None))
        self.check(lib.offprint_conversion_write_file(self.handle, os.fsencode(path)))


def main(source, target):
    registry = lib.offprint_registry_new(None, SEARCH_INSTALLED)
    with Conversion(registry) as conversion:
        document = conversion.read(source)
        metadata = document["metadata"]
        metadata["headline"] = metadata.get("headline", "Untitled").upper()
        conversion.write(document, target)
        print(f"{metadata['headline']}: {metadata['wordCount']} words")
    lib.offprint_registry_free(registry)


if __name__ == "__main__":
    main(*sys.argv[1:])
