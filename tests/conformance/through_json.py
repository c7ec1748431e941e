"""Nothing is lost on the way through JSON: what is made of a set's JSON is what was made of its inputs.

usage: through_json.py OUTPUTS

OUTPUTS is what convert.py wrote: for each document, its JSON and its other formats, which must be equal byte for byte. The
JSON that is made of JSON must be the same but for its diagnostics, which are of one reading and writing.
"""
import json
import sys
import tempfile
from pathlib import Path

from program import FORMATS, TEXT_FORMATS, run


def article(path):
    """All members but the diagnostics, in their order."""
    return [(name, value) for name, value in json.loads(path.read_bytes()).items() if name != "diagnostics"]


def differences(source, folder):
    """The formats that the JSON file `source` does not become the same in as its input did."""
    for target in FORMATS + TEXT_FORMATS:
        output = Path(folder) / source.with_suffix(f".{target}").name
        result = run(source, "-o", output, "--quiet")
        if result.returncode != 0:
            yield f"{target}: exit code {result.returncode}: {result.stderr.decode(errors='replace').strip()}"
        elif target == "json" and article(output) != article(source):
            yield "json: another article"
        elif target != "json" and output.read_bytes() != source.with_suffix(f".{target}").read_bytes():
            yield f"{target}: other bytes"


def main(outputs):
    # Those of every node are written without what the pipeline does to every article that is read.
    sources = [source for source in sorted(outputs.glob("*.json")) if source.stem not in ("every-node", "book")]
    with tempfile.TemporaryDirectory() as folder:
        failures = [f"{source.name} to {difference}" for source in sources for difference in differences(source, folder)]
    print("\n".join(failures + [f"{len(sources)} documents"]))
    return 1 if failures or not sources else 0


sys.exit(main(Path(sys.argv[1])))
