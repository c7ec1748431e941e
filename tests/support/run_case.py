"""Runs one unittest method of one file for CTest: exit code 77 when it was skipped."""
import importlib.util
import sys
import unittest


def main(path, method):
    spec = importlib.util.spec_from_file_location("case", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*.{method}"]
    suite = loader.loadTestsFromModule(module)
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    if not result.wasSuccessful() or suite.countTestCases() != 1:
        return 1
    return 77 if result.skipped else 0


sys.exit(main(sys.argv[1], sys.argv[2]))
