"""Saved pages from the corpora beside the project, all of them or a sample."""
import gzip

from program import chosen


def saved_pages(pages, unpacked):
    """Pairs of an output's name and a page that was unpacked to the folder `unpacked`."""
    unpacked.mkdir(parents=True)
    for page in chosen(pages, name=lambda page: page.name):
        source = unpacked / f"{page.parent.parent.name}-{page.stem}"
        source.write_bytes(gzip.decompress(page.read_bytes()))
        yield f"page-{source.stem}", source
